"""A backup carries everything as of one moment; a restored copy verifies."""

import tarfile

from tests.cli.conftest import PUBLISH

COUNT = "from cleardays.record.models import Entry; print(Entry.objects.count())"
KEEP = "from cleardays.workroom.documents.store import put; print(put([b'minutes']).sha256)"


def test_a_restored_copy_verifies_and_holds_what_the_backup_saw(place, new_place, tmp_path):
    place.python(PUBLISH.format(slug="before"))
    sha256 = place.python(KEEP).stdout.strip()
    archive = tmp_path / "all.tar"
    made = place.run("backup", str(archive))
    assert made.returncode == 0, made.stderr
    place.python(PUBLISH.format(slug="after"))

    elsewhere = new_place()
    restored = elsewhere.run("restore", str(archive))

    assert restored.returncode == 0, restored.stderr
    assert "the record holds: 1 entries" in restored.stdout
    assert elsewhere.python(COUNT).stdout.strip() == "1"
    kept = elsewhere.data / "private-files" / sha256[:2] / sha256
    assert kept.read_bytes() == b"minutes"


def test_a_restore_into_a_place_that_has_something_touches_nothing(place, tmp_path):
    place.python(PUBLISH.format(slug="here"))
    archive = tmp_path / "all.tar"
    place.run("backup", str(archive))

    refused = place.run("restore", str(archive))

    assert refused.returncode == 1
    assert "Nothing was touched" in refused.stderr
    assert place.python(COUNT).stdout.strip() == "1"


def test_a_backup_never_overwrites(place, tmp_path):
    archive = tmp_path / "all.tar"
    archive.write_text("something else")

    refused = place.run("backup", str(archive))

    assert refused.returncode == 1
    assert "exists already" in refused.stderr
    assert archive.read_text() == "something else"


def test_a_file_that_is_no_backup_is_refused_by_name(new_place, tmp_path):
    archive = tmp_path / "holiday.tar"
    with tarfile.open(archive, "w"):
        pass

    refused = new_place().run("restore", str(archive))

    assert refused.returncode == 1
    assert "is not a whole backup" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_what_would_be_put_elsewhere_is_refused_by_name(new_place, tmp_path):
    archive = tmp_path / "strange.tar"
    (tmp_path / "words").write_text("mine now")
    with tarfile.open(archive, "w") as made:
        made.add(tmp_path / "words", arcname="cleardays/../../words")
    place = new_place()

    refused = place.run("restore", str(archive))

    assert refused.returncode == 1
    assert "is not a whole backup: cleardays/../../words is in it" in refused.stderr
    assert not (place.data / "words").exists()
