"""`cleardays import inspection FILE` from outside."""

import json

from click.testing import CliRunner

from cleardays.cli.main import main


def run(*arguments):
    return CliRunner().invoke(main, ["import", "inspection", *arguments])


def test_what_is_no_such_report_is_refused_in_one_line(tmp_path):
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(b"No report at all")

    refused = run(str(paper), "--json")

    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert len(refused.stderr.strip().splitlines()) == 1


def test_a_real_report_is_one_object(corpus):
    report = min((corpus / "inspection-reports").glob("*.pdf"))

    read = run(str(report), "--json")

    assert read.exit_code == 0
    assert {"area", "outcome", "unsure"} <= json.loads(read.stdout).keys()
