"""A report, one made of a file, and somebody who has nothing to do with either."""

import pytest

from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.reading import read_waiting
from cleardays.workroom.reports import actions
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_upload
from tests.factories.people import make_committee
from tests.factories.reports import make_report


@pytest.fixture
def report(author, committee):
    return make_report(author, committee)


@pytest.fixture
def stranger():
    return make_user("Head of Drains", make_committee(), "author")


@pytest.fixture
def read_report(author, committee, viewer):
    """A report made of a file, beside which its original can be shown."""
    make_upload(author)
    read_waiting(AT)
    upload = Upload.objects.visible_to(viewer(author)).get()
    return actions.create_from_draft(upload, committee, by=viewer(author), at=AT)
