"""`cleardays import report FILE`: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner

from cleardays.cli.import_files import OneLine, read_with
from cleardays.cli.main import main
from cleardays.readers.sandbox import run_safely
from cleardays.record.models import Current
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.models import Report
from tests.cli.conftest import IN_TIME
from tests.factories.accounts import make_user
from tests.factories.documents import REPORT
from tests.factories.people import make_committee, make_council

KEYS = [
    "title",
    "committee",
    "meeting_date",
    "electoral_divisions",
    "appendices",
    "contacts",
    "executive_summary",
    "recommendations",
    "background",
    "consultations",
    "implications",
    "background_papers",
    "part_ii_reason",
    "labels",
    "unread",
    "notices",
]
PUBLISH = ["--publish", "--by", "Clerk", "--released-by", "Deputy"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lamps.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def officers(monkeypatch):
    """Two officers of a committee, by the posts that the commands name."""
    monkeypatch.setenv("CLEARDAYS_SIDE", "all")
    committee = make_committee(
        organisation=make_council(), name="Bins and Lamps Committee", slug="bins-and-lamps"
    )
    make_user("Clerk", committee, "democratic-services")
    make_user("Deputy", committee, "democratic-services")
    return committee


def run(*arguments):
    return CliRunner().invoke(main, ["import", "report", *map(str, arguments)])


def everything(model):
    return model.objects.unrestricted(because="a test")


def one_line(text):
    return text.count("\n") == 1 and text.strip() != ""


def test_json_prints_one_object_with_every_part(file):
    result = run(file, "--json")

    read = json.loads(result.stdout)
    assert list(read) == KEYS
    assert read["title"] == "Repairing the lamps of the High Street"
    assert read["meeting_date"] == "2018-03-05"
    assert (read["part_ii_reason"], read["background_papers"]) == (None, [])
    assert (result.exit_code, result.stderr) == (0, "")


def test_json_needs_neither_django_nor_a_store(file, tmp_path):
    environment = {"PATH": os.environ["PATH"], "CLEARDAYS_DATA": str(tmp_path / "none")}
    code = (
        "import sys; from cleardays.cli.main import main\n"
        "try: main()\n"
        "finally: print('django' in sys.modules, file=sys.stderr)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, "import", "report", str(file), "--json"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )

    assert json.loads(found.stdout)["committee"] == "Bins and Lamps Committee"
    assert (found.returncode, found.stderr) == (0, "False\n")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.txt"),
        (b"%PDF-1.7 cut short", "cut.pdf"),
        (b"PK\x03\x04 cut short", "cut.docx"),
        (b"\x00\x01\x02" * 99, "noise.txt"),
        (b"Words", "words.docx"),
        (b"<html><p>Words</p></html>", "page.html"),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_2_and_one_line(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)

    result = run(path, "--json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result.stderr)
    assert name in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["there-is-none.txt", "--json"],
        [".", "--json"],
        ["/dev/null", "--json"],
        ["two\nlines.txt"],
        [],
        ["--nonsense"],
        ["README.md", "--json", "--publish"],
        ["README.md", "--json", "--by", "Clerk"],
        ["README.md", "--publish"],
        ["README.md", "--publish", "--by", "Clerk"],
        ["README.md", "--item", "0"],
        ["README.md", "--item", "3"],
        ["README.md", "--released-by", "Deputy", "--by", "Clerk"],
        ["README.md", "--stated-published-on", "soon"],
    ],
)
def test_whatever_is_wrong_with_the_line_ends_with_2_and_one_line(arguments):
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result.stderr)


def test_a_wrong_limit_is_said_to_be_wrong(file, monkeypatch):
    monkeypatch.setenv("CLEARDAYS_MAX_UPLOAD_MB", "many")

    result = run(file, "--json")

    assert result.exit_code == 2
    assert "CLEARDAYS_MAX_UPLOAD_MB" in result.stderr


def test_without_json_it_shows_the_parts_and_stores_nothing(file):
    result = run(file)

    assert result.exit_code == 0
    for words in (
        "Repairing the lamps of the High Street",
        "Bins and Lamps Committee",
        "1. Note the state of the lamps; and",
        "None, as the report says.",
        "Nothing is stored.",
    ):
        assert words in result.stdout
    assert not everything(Upload).exists()


def test_with_by_it_is_kept_as_a_draft(file, officers):
    result = run(file, "--by", "clerk")

    assert (result.exit_code, result.stderr) == (0, "")
    report = everything(Report).get()
    assert (report.committee, report.state, report.author.post) == (officers, "draft", "Clerk")
    assert report.get_absolute_url() in result.stdout


@time_machine.travel(IN_TIME, tick=False)
def test_publish_goes_from_the_file_to_the_record(file, officers):
    result = run(file, *PUBLISH)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "released by Deputy, published by Clerk" in result.stdout
    meeting = everything(Meeting).get()
    assert (meeting.state, f"{meeting.day}") == ("published", "2018-03-05")
    public = {row.ref for row in Current.objects.all()}
    assert {meeting.ref, "reports/repairing-the-lamps-of-the-high-street"} <= public
    assert everything(Report).get().published_number == 1


@time_machine.travel(datetime(2018, 3, 2, tzinfo=UTC), tick=False)
def test_publishing_late_ends_with_3_and_its_reasons_and_keeps_the_file(file, officers):
    result = run(file, *PUBLISH)

    assert result.exit_code == 3
    assert "clear days" in result.stderr
    assert not everything(Report).exists()
    assert not everything(Meeting).exists()
    assert everything(Upload).get().state == "read"


def test_a_past_meeting_asks_where_it_was_public(file, officers):
    result = run(file, *PUBLISH)

    assert result.exit_code == 3
    assert one_line(result.stderr)
    assert "--stated-published-on" in result.stderr
    assert "--stated-source" in result.stderr


def test_a_past_meeting_with_its_source_is_entered_later(file, officers):
    stated = ["--stated-published-on", "2018-02-23", "--stated-source", "The council's web site"]

    result = run(file, *PUBLISH, *stated)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Entered later" in result.stdout
    meeting = everything(Meeting).get()
    assert f"{meeting.stated_published_on}" == "2018-02-23"
    assert meeting.stated_source == "The council's web site"


@time_machine.travel(IN_TIME, tick=False)
def test_the_same_file_is_not_put_on_an_agenda_twice_unless_its_item_is_named(file, officers):
    run(file, *PUBLISH)

    again = run(file, *PUBLISH)

    assert again.exit_code == 3
    assert "as item 1" in again.stderr
    assert everything(AgendaItem).count() == 1


@time_machine.travel(IN_TIME, tick=False)
def test_two_posts_of_one_person_are_refused(file, officers):
    result = run(file, "--publish", "--by", "Clerk", "--released-by", "clerk")

    assert result.exit_code == 3
    assert "two people" in result.stderr


@pytest.mark.parametrize("post", ["Nobody", "nobody@council.example"])
def test_a_post_that_nobody_holds_is_said_to_be_held_by_nobody(file, officers, post):
    result = run(file, "--by", post)

    assert result.exit_code == 3
    assert post in result.stderr


@time_machine.travel(IN_TIME, tick=False)
def test_who_may_not_publish_is_refused(file, officers):
    make_user("Author", officers, "author")

    result = run(file, "--publish", "--by", "Author", "--released-by", "Deputy")

    assert result.exit_code == 3
    assert "Author may not" in result.stderr


@time_machine.travel(IN_TIME, tick=False)
def test_a_report_that_is_not_for_the_public_is_not_published(tmp_path, officers):
    secret = tmp_path / "secret.txt"
    head, _, _ = REPORT.rpartition("NA")
    secret.write_text(f"{head}Exempt under paragraph 3: prices of a contract.\n")

    result = run(secret, *PUBLISH)

    assert result.exit_code == 3
    assert "Part II" in result.stderr
    assert not Current.objects.filter(doc_type="report").exists()


@time_machine.travel(IN_TIME, tick=False)
def test_an_unknown_committee_is_entered_and_said_to_be(file, officers):
    clerk = make_user("Head Clerk", officers, "democratic-services")
    deputy = make_user("Head Deputy", officers, "democratic-services")
    for user in (clerk, deputy):
        user.roles.update(committee=None)

    result = run(
        file,
        "--committee",
        "Drains Scrutiny Committee",
        "--publish",
        "--by",
        "Head Clerk",
        "--released-by",
        "Head Deputy",
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Entered Drains Scrutiny Committee" in result.stdout
    assert Committee.objects.get(name="Drains Scrutiny Committee").kind == "scrutiny"


def test_a_reader_that_fails_is_told_in_a_line_and_no_traceback(file, caplog):
    def failing(path, limit):
        return run_safely("os.path.getsize", path, unheard_of=True)

    with pytest.raises(OneLine, match="stops the program that reads it"):
        read_with(failing, file)

    assert caplog.records == []
