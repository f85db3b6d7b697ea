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


@pytest.mark.parametrize(
    "dates",
    ["13 to 15 November 2023 (monitoring inspection)", "13 November 2023"],
)
def test_a_monitoring_inspection_under_the_title_of_a_full_one_is_refused(tmp_path, dates):
    outcome = "The partnership has taken effective action. It had systemic failings before."
    title = "Area SEND inspection of {area} Local Area Partnership"
    title += "" if "(" in dates else " Monitoring inspection"

    refusal = refused(set_pdf(tmp_path, replace(WHOLE, title=title, dates=dates, outcome=outcome)))

    assert "a monitoring inspection" in str(refusal)


def test_a_report_on_a_school_is_sent_back_for_another(tmp_path):
    title = "Inspection of Wyke Harbour School"

    refusal = refused(set_pdf(tmp_path, replace(WHOLE, title=title, outcome="It is good.")))

    assert "a school" in str(refusal)
    assert "choose the report" in str(refusal)


def test_a_pack_of_papers_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "pack.pdf"
    page = "<p style='break-after:page'>Members are asked to note the report.</p>"
    HTML(string=page * 62).write_pdf(path)

    refusal = refused(path)

    assert refusal.code == "too-long"
    assert "save its pages as a file of their own" in str(refusal)


def test_a_council_paper_that_quotes_the_outcome_is_no_report(tmp_path):
    words = (
        "Outcome of the area SEND inspection of Saltmere. It found widespread systemic failings."
    )
    path = tmp_path / "paper.pdf"
    HTML(string=f"<h1>Outcome</h1><p>{words}</p>").write_pdf(path)

    assert refused(path).code == "no-report"


def test_a_heading_over_two_lines_begins_its_section(tmp_path):
    narrow = Look(size="8cm 26cm", margin="3cm 1cm 3cm 1cm", points=9)

    report = open_report(set_pdf(tmp_path, WHOLE, narrow))

    assert report.text(report.section("partnership")).startswith(
        "Saltmere and Wyke County Council"
    )


def test_words_that_two_pages_share_at_one_height_are_no_footer(tmp_path):
    pages = "".join(
        f"<div style='break-before: page; padding-top: 21.5cm'>Same words.<br>End {n}.</div>"
        for n in ("one", "two")
    )
    long = replace(WHOLE, filler=150, after=pages)

    report = open_report(set_pdf(tmp_path, long))

    assert [line.text for line in report.lines].count("Same words.") == 2
