"""`cleardays import inspection FILE`: what it prints, and how it ends."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from cleardays.cli.main import main
from cleardays.workroom.inspections.models import Inspection
from tests.factories.accounts import make_user
from tests.readers.inspections.paper import WHOLE, set_pdf

KEYS = [
    "area",
    "inspection_start",
    "inspection_end",
    "previous_inspection",
    "outcome",
    "strategic_plan_requested",
    "priority_action_plan_required",
    "monitoring_inspection",
    "next_full_inspection",
    "local_authority",
    "icb",
    "jointly_responsible",
    "priority_actions",
    "improvements",
    "pages",
    "unsure",
]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return set_pdf(tmp_path_factory.mktemp("report"), WHOLE)


def run(*arguments):
    return CliRunner().invoke(main, ["import", "inspection", *map(str, arguments)])


def one_line(text):
    return text.count("\n") == 1 and text.strip() != ""


def test_json_prints_one_object_with_every_field(file):
    result = run(file, "--json")

    read = json.loads(result.stdout)
    assert list(read) == KEYS
    assert (read["area"], read["outcome"]) == ("Saltmere and Wyke", "systemic_failings")
    assert set(read["priority_actions"][0]) == {"responsible", "text"}
    assert (result.exit_code, result.stderr) == (0, "")


def test_json_needs_neither_django_nor_a_store(file, tmp_path):
    environment = {"PATH": os.environ["PATH"], "CLEARDAYS_DATA": str(tmp_path / "none")}
    code = (
        "import sys; from cleardays.cli.main import main\n"
        "try: main()\n"
        "finally: print('django' in sys.modules, file=sys.stderr)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, "import", "inspection", str(file), "--json"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )

    assert json.loads(found.stdout)["area"] == "Saltmere and Wyke"
    assert (found.returncode, found.stderr) == (0, "False\n")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 cut short", b"Dear sir or madam", b"PK\x03\x04"]
)
def test_what_is_no_such_report_ends_with_2_and_one_line(tmp_path, content):
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)

    result = run(path, "--json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result.stderr)
    assert "letter.pdf" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["there-is-none.pdf", "--json"],
        [".", "--json"],
        ["/dev/null", "--json"],
        ["two\nlines.pdf"],
        [],
        ["--nonsense"],
        ["README.md", "--json", "--by", "Improvement Lead"],
    ],
)
def test_whatever_is_wrong_with_the_line_ends_with_2_and_one_line(arguments):
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result.stderr)


def test_a_file_over_the_limit_is_not_opened(file, monkeypatch):
    monkeypatch.setenv("CLEARDAYS_MAX_UPLOAD_MB", "0")

    result = run(file, "--json")

    assert result.exit_code == 2
    assert "allowed" in result.stderr


def test_without_json_it_lists_what_was_read_and_stores_nothing(file):
    result = run(file)

    assert result.exit_code == 0
    for words in (
        "Saltmere and Wyke: area SEND inspection",
        "13 November 2023 to 17 November 2023",
        "systemic failings",
        "Area for priority action 1 (page ",
        "Unsure",
        "Nothing is stored.",
    ):
        assert words in result.stdout


def test_with_by_it_is_kept_as_a_draft_to_be_accepted(file, committee, monkeypatch):
    monkeypatch.setenv("CLEARDAYS_SIDE", "all")
    make_user("Improvement Lead", committee, "improvement-lead")

    result = run(file, "--by", "improvement lead")

    assert (result.exit_code, result.stderr) == (0, "")
    made = Inspection.objects.unrestricted(because="a test").get()
    assert (made.area_name, made.is_accepted) == ("Saltmere and Wyke", False)
    assert made.get_absolute_url() in result.stdout


def test_who_does_not_follow_findings_may_not_keep_it(file, committee, monkeypatch):
    monkeypatch.setenv("CLEARDAYS_SIDE", "all")
    make_user("Head of Lamps", committee, "author")

    result = run(file, "--by", "Head of Lamps")

    assert result.exit_code == 3
    assert "Head of Lamps may not follow findings" in result.stderr
    assert not Inspection.objects.exists()
