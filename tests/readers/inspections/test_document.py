"""What is refused, by name; and what belongs to no page's body."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from cleardays.readers.blocks import Unreadable
from cleardays.readers.inspections.document import open_report
from tests.readers.inspections.paper import WHOLE, Look, set_pdf


def refused(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        open_report(path)
    assert "\n" not in str(refusal.value)
    return refusal.value


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Area SEND monitoring inspection of Saltmere Local Area Partnership",
            "a monitoring inspection under the 2023 framework",
        ),
        ("Joint local area SEND inspection in Saltmere", "re-visit under the 2016 framework"),
        ("Joint area SEND revisit in Saltmere", "re-visit under the 2016 framework"),
        ("Area SEND thematic visit to Saltmere", "a thematic visit"),
        ("Inspection of Saltmere children’s services", "children's services"),
    ],
)
def test_other_papers_of_the_inspectors_are_refused_by_name(tmp_path, title, name):
    path = set_pdf(tmp_path, replace(WHOLE, title=title, outcome="Progress has been made."))

    refusal = refused(path)

    assert refusal.code == "other-paper"
    assert name in str(refusal)


def test_a_council_paper_about_an_inspection_is_no_report(tmp_path):
    path = tmp_path / "paper.pdf"
    HTML(string="<h1>Update on the inspection</h1><p>" + "Members are asked. " * 20).write_pdf(
        path
    )

    assert refused(path).code == "no-report"


def test_a_scan_is_refused(tmp_path):
    path = tmp_path / "scan.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)

    assert refused(path).code == "scan"


def test_a_locked_file_is_refused(tmp_path):
    path = set_pdf(tmp_path, WHOLE)
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))

    assert refused(locked).code == "encrypted"


def test_a_damaged_page_is_named(tmp_path):
    path = set_pdf(tmp_path, WHOLE)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        number = pdf.pages[2].obj.objgen[0]
    opening = b"\n%d 0 obj\n" % number
    broken = (tmp_path / "plain.pdf").read_bytes().replace(opening + b"<<", opening + b"7 ")
    path.write_bytes(broken)

    refusal = refused(path)

    assert refusal.code == "damaged"
    assert "Page 3" in str(refusal)


def test_a_missing_file_is_named(tmp_path):
    refusal = refused(tmp_path / "none.pdf")

    assert refusal.code == "no-file"
    assert "none.pdf" in str(refusal)


@pytest.mark.parametrize(
    "footer",
    [
        "Inspection report: {area} Local Area Partnership\\A {dates}",
        "Area SEND inspection report: {area} Local Area Partnership, {dates}",
        "{area}: the inspection of\\A {dates}",
    ],
)
def test_footers_and_page_numbers_are_no_part_of_the_body(tmp_path, footer):
    path = set_pdf(tmp_path, WHOLE, Look(footer=footer))

    report = open_report(path)

    assert not any("13 to 17 November" in line.text for line in report.lines[10:])
    assert not any(line.text.isdigit() for line in report.lines)
    assert {line.page for line in report.footers} == {2, 3}


def test_a_section_holds_its_lines_up_to_the_next_heading(tmp_path):
    report = open_report(set_pdf(tmp_path, WHOLE))

    text = report.text(report.section("partnership"))

    assert text.startswith("Saltmere and Wyke County Council, the NHS Wyke")
    assert text.endswith("SEND in the area.")
