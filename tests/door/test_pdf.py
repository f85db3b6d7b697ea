"""The PDF of a report: tagged throughout (PDF/UA-1), the same each time, fetching nothing."""

import io
from dataclasses import replace

import pikepdf
import pytest

from cleardays.door.pdf import is_new, render, rendered
from cleardays.record.schemas.common import Link
from cleardays.record.schemas.report import Implication, PaperDocument, ReportDocument

TABLE = (
    "<table><caption>Lamps</caption><thead><tr><th scope='col'>Street</th>"
    "<th scope='col'>Dark</th></tr></thead><tbody><tr><th scope='row'>High Street</th>"
    "<td>9</td></tr></tbody></table>"
)
REPORT = ReportDocument(
    ref="reports/lamps",
    title="Repairing the lamps",
    council="Borough",
    committee_link=Link("committees/lamps", "Lamps Committee"),
    meeting_date="2026-03-17",
    executive_summary="<p>Nine lamps are dark.</p>",
    recommendations=("Mend them.",),
    background=f"<h3>What happened</h3><p>A storm.</p>{TABLE}<ul><li>one</li></ul>",
    implications=(Implication("Risk management", "<p>People may stumble.</p>"),),
    background_papers=(PaperDocument("Survey of lamps", "1 March 2026", "Lamp Officer"),),
    background_papers_stated=True,
)


@pytest.fixture
def pdf():
    with pikepdf.open(io.BytesIO(render(REPORT))) as opened:
        yield opened


def elements(node):
    """Walk the structure tree; yield the type of each element, "" for marked content."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        yield str(node.get("/S", ""))
        if "/K" in node:
            yield from elements(node.K)


def test_it_says_that_it_is_pdf_ua_in_british_english_with_its_title(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Repairing the lamps"
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_lists_and_tables_are_what_they_are(pdf):
    found = set(elements(pdf.Root.StructTreeRoot.K))

    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TH", "/TD", "/P"} <= found


def test_every_piece_of_content_is_in_the_tree(pdf):
    tree = pdf.Root.StructTreeRoot.ParentTree
    kept = {int(key) for key in list(tree.Nums)[::2]}

    assert kept >= {int(page.obj.StructParents) for page in pdf.pages}


def test_the_same_parts_give_the_same_bytes():
    assert render(REPORT) == render(REPORT)


def test_it_is_made_once_until_a_part_changes():
    assert is_new(REPORT)
    rendered(REPORT)

    assert not is_new(REPORT)
    assert is_new(replace(REPORT, background="<p>Another storm.</p>"))


def test_nothing_in_a_report_makes_the_server_fetch(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the canary sings")
    hostile = replace(
        REPORT,
        background=f'<img src="{secret.as_uri()}" alt="x">'
        f'<link rel="attachment" href="{secret.as_uri()}">'
        '<img src="http://127.0.0.1:1/a.png" alt="y">',
    )

    with pikepdf.open(io.BytesIO(render(hostile))) as made:
        assert not made.attachments
        assert b"canary" not in b"".join(page.Contents.read_bytes() for page in made.pages)
