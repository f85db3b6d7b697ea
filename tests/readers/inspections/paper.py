"""Invented inspection reports, set as PDFs in the inspectors' page structure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from weasyprint import HTML


def _line(words: str) -> str:
    return " ".join(words.split())


SYSTEMIC = _line(
    """There are widespread and/or systemic failings leading to significant concerns about
the experiences and outcomes of children and young people with special educational needs and/or
disabilities (SEND), which the local area partnership must address urgently.|
A monitoring inspection will be carried out within approximately 18 months. The next full
reinspection will be within approximately three years.|
As a result of this inspection, His Majesty’s Chief Inspector requires the local area partnership
to prepare and submit a priority action plan (area SEND) to address the identified areas for
priority action."""
)
INCONSISTENT = _line(
    """The local area partnership’s arrangements lead to inconsistent experiences and
outcomes for children and young people with special educational needs and/or disabilities (SEND).
The local area partnership must work jointly to make improvements.|
The next full area SEND inspection will be within approximately three years.|
Ofsted and the Care Quality Commission (CQC) ask that the local area partnership updates and
publishes its strategic plan based on the recommendations set out in this report."""
)
POSITIVE = _line(
    """The local area partnership’s arrangements typically lead to positive experiences and
outcomes for children and young people with special educational needs and/or disabilities (SEND).
The local area partnership is taking action where improvements are needed.|
The next full area SEND inspection will be within approximately 5 years.|
Ofsted and the Care Quality Commission (CQC) ask that the local area partnership updates and
publishes its strategic plan based on the recommendations set out in this report."""
)
COUNTY = "Saltmere and Wyke County Council"
WYKE = "NHS Wyke and East Fenmark ICB"
UPPER = "NHS Upper Fenmark ICB"
ALL = f"{COUNTY}, {WYKE} and {UPPER}"
FILLER = "The lamp in the harbour office burns late, and the clerk there keeps a fair hand. "


@dataclass(frozen=True)
class Look:
    """How a report is set: sizes in points and centimetres, and how the tables are ruled."""

    size: str = "A4"
    margin: str = "3.6cm 2cm 2.6cm 2.2cm"
    font: str = "DejaVu Sans"
    points: float = 10
    left: int = 30
    border: str = "0.5pt solid #000"
    collapse: str = "collapse"
    padding: str = "1pt 5pt"
    footer: str = "Area SEND inspection report: {area} Local Area Partnership\\A {dates}"
    more: str = ""


Row = tuple[str, ...] | str  # (responsible, text) or text; "\n- " opens a bullet


@dataclass(frozen=True)
class Paper:
    """What a report says. Every word is invented but the framework's own."""

    area: str = "Saltmere and Wyke"
    title: str = "Area SEND inspection of {area} Local Area Partnership"
    dates: str = "13 to 17 November 2023"
    footer_dates: str = ""
    previous: str | None = "21 to 23 January 2019"
    outcome: str = SYSTEMIC
    partnership: str = (
        "Saltmere and Wyke County Council, the NHS Wyke and East Fenmark Integrated Care Board"
        " (ICB) and NHS Upper Fenmark ICB are jointly responsible for the planning and"
        " commissioning of services for children and young people with SEND in the area."
    )
    filler: int = 60
    priority_heading: str | None = "Areas for priority action"
    priority_head: tuple[str, ...] = ("Responsible body", "Areas for priority action")
    priority: Sequence[Row] = ()
    improvement_heading: str | None = "Areas for improvement"
    improvement_head: tuple[str, ...] = ("Areas for improvement",)
    improvements: Sequence[Row] = ()
    details: Sequence[Sequence[str]] = (
        ("Local authority", "Integrated care board"),
        (
            "Saltmere and Wyke County Council",
            "NHS Wyke and East Fenmark ICB; NHS Upper Fenmark ICB",
        ),
        ("Director of Children’s Services", "Chief Executive Officer"),
        ("www.saltmere.example", "www.fenmark.example"),
        ("Old Customs House, Saltmere", "Fen Row, Upper Fenmark"),
    )
    before: str = ""
    after: str = ""
    html: Mapping[str, str] = field(default_factory=dict)


def _text(words: str) -> str:
    first, *bullets = words.split("\n- ")
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in first.split("\n"))
    items = "".join(f"<li>{escape(bullet)}</li>" for bullet in bullets)
    return paragraphs + (f"<ul>{items}</ul>" if items else "")


def _row(row: Row) -> str:
    cells = (row,) if isinstance(row, str) else row
    return f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}</tr>"


def _findings(heading: str | None, head: Sequence[str], rows: Sequence[Row], markup: str) -> str:
    if not rows and not markup:
        return ""
    title = f"<h2>{escape(heading)}</h2>" if heading else ""
    cells = "".join(f"<td class=head>{escape(cell)}</td>" for cell in head)
    top = f"<tr>{cells}</tr>" if head else ""
    return title + (markup or f"<table>{top}{''.join(map(_row, rows))}</table>")


def _style(paper: Paper, look: Look) -> str:
    dates = paper.footer_dates or paper.dates
    footer = look.footer.format(area=paper.area, dates=dates)
    return f"""
    @page {{ size: {look.size}; margin: {look.margin};
      @bottom-left {{ content: "{footer}"; white-space: pre;
        font: 7pt {look.font}; text-align: left; width: 90% }}
      @bottom-right {{ content: counter(page); font: 16pt {look.font} }} }}
    @page :first {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
    body {{ font: {look.points}pt/1.25 {look.font}; margin: 0 }}
    h1 {{ font-size: 2em; font-weight: normal }} h2 {{ font-size: 1.1em; break-after: avoid }}
    p {{ margin: 0; orphans: 1; widows: 1 }} .body p {{ margin: 0 0 6pt }}
    ul {{ margin: 0; padding-left: 24pt }} li {{ orphans: 1; widows: 1 }}
    table {{ width: 100%; border-collapse: {look.collapse}; border-spacing: 0;
      table-layout: fixed }}
    td {{ border: {look.border}; padding: {look.padding}; vertical-align: top }}
    td.head {{ font-weight: bold; background: #eee }}
    td:first-child:not(:last-child) {{ width: {look.left}% }}
    .box {{ border: {look.border}; padding: 6pt }}
    {look.more}"""


def _details(rows: Sequence[Sequence[str]]) -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td>{_text(c)}</td>" for c in row) + "</tr>" for row in rows
    )
    return f"<h2>Local area partnership details</h2><table class=details>{lines}</table>"


def html_of(paper: Paper, look: Look) -> str:
    """Return the report as one HTML page for print."""
    outcome = "".join(f"<p>{escape(part)}</p>" for part in paper.outcome.split("|"))
    previous = f"<p>Dates of previous inspection: {paper.previous}</p>" if paper.previous else ""
    priority = _findings(
        paper.priority_heading, paper.priority_head, paper.priority, paper.html.get("priority", "")
    )
    improvements = _findings(
        paper.improvement_heading,
        paper.improvement_head,
        paper.improvements,
        paper.html.get("improvements", ""),
    )
    return f"""<html lang="en-GB"><style>{_style(paper, look)}</style><body>
    {paper.before}<p>Local area partnership report</p>
    <h1>{escape(paper.title.format(area=paper.area))}</h1>
    <p>Inspection dates: {paper.dates}</p>{previous}
    <div class="box body"><h2>Inspection outcome</h2>{outcome}</div>
    <div class=body><h2>Information about the local area partnership</h2>
    <p>{escape(paper.partnership)}</p>
    <h2>What does the area partnership need to do better?</h2><p>{FILLER * paper.filler}</p></div>
    {priority}{improvements}{_details(paper.details) if paper.details else ""}{paper.after}
    <h2>Information about this inspection</h2><p>{FILLER * 3}</p></body></html>"""


def set_pdf(folder: Path, paper: Paper, look: Look | None = None) -> Path:
    """Write ``paper`` as a PDF into ``folder`` and return its path."""
    path = folder / "report.pdf"
    HTML(string=html_of(paper, look or Look())).write_pdf(path)
    return path


def flat(words: str) -> str:
    """Return a row's words as they are read: on one line, without bullets."""
    return words.replace("\n- ", " ").replace("\n", " ")


FERRY = (
    "Leaders across the partnership should mend the ferry timetable so that nobody waits at the"
    " quay. They should ensure that:\n- the first boat leaves before the tide turns\n- every"
    " skipper holds a current chart of the shoals, and knows which of the buoys have drifted"
)
READING = (
    "Health leaders must open the reading room on market days. The harbour office keeps a list of"
    " those who ask. Leaders should read it aloud once a month, so that each family hears what was"
    " promised and by whom."
)
LANTERNS = (
    "Leaders should count the lanterns. They should write down each one that is dark, and say when"
    " it will burn again. The keeper of the western pier needs a second pair of hands."
)
MAST = (
    "Leaders should repaint the signal mast, and keep a log of it that anyone may read. The log"
    " should lie in the library, on the lower shelf, with a pencil beside it. Readers may ask for"
    " a copy without giving a reason for it."
)
BASIN = (
    "Leaders across the partnership need to dredge the inner basin:\n- before the winter\n- with"
    " the harbour board’s consent."
)
TIDES = (
    "Area leaders should publish the tide tables. Fishermen in the outer villages wait for them"
    " every spring. Leaders should also print them large, in the old type, for those who have lost"
    " their spectacles."
)
GLASS = (
    "The partnership should make sure that the weather glass is read twice a day. The reading"
    " should be rung out."
)
PRIORITY = ((ALL, FERRY), (UPPER, READING), (ALL, LANTERNS))
IMPROVEMENTS = (MAST, BASIN, TIDES, GLASS)
WHOLE = Paper(priority=PRIORITY, improvements=IMPROVEMENTS)
