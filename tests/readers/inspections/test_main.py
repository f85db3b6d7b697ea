"""The command: one JSON object, or one line that says why not."""

import json

from cleardays.readers.inspections.__main__ import main
from tests.readers.inspections.paper import WHOLE, set_pdf


def test_a_report_is_printed_as_one_json_object(tmp_path, capsys):
    path = set_pdf(tmp_path, WHOLE)

    code = main([str(path)])

    printed = capsys.readouterr()
    assert code == 0
    assert json.loads(printed.out)["area"] == "Saltmere and Wyke"
    assert printed.err == ""


def test_what_is_no_report_is_refused_in_one_line(tmp_path, capsys):
    path = tmp_path / "letter.pdf"
    path.write_text("Dear sir or madam")

    code = main([str(path)])

    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "cannot be opened as a PDF" in printed.err


def test_a_command_without_a_file_says_how_it_is_used(capsys):
    code = main([])

    assert code == 2
    assert "FILE" in capsys.readouterr().err
