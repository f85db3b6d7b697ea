"""A file is shown only if a room vouches for it."""

from cleardays.workroom.documents.owners import may_see
from tests.factories.documents import make_file, make_upload


def test_a_file_that_no_room_vouches_for_is_shown_to_nobody(author, clerk, viewer):
    file = make_file(author)

    assert not may_see(viewer(author), file.sha256)
    assert not may_see(viewer(clerk), file.sha256)


def test_whoever_gave_a_file_may_see_it_and_others_may_not(author, clerk, viewer):
    upload = make_upload(author)

    assert may_see(viewer(author), upload.file_id)
    assert not may_see(viewer(clerk), upload.file_id)
