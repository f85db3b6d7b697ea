"""What was read from a report, as text for a terminal."""

from collections.abc import Iterator

from cleardays.cli.layout import indented, joined, row, width
from cleardays.readers.blocks import Reading
from cleardays.readers.reports.draft import ReportDraft


def listing(name: str, reading: Reading, draft: ReportDraft) -> str:
    """Return every part with its words, what was recognised, and what a person should look at."""
    columns = width()
    blocks = [f"{draft.title or 'No title found'}\n{name} ({reading.media_type})"]
    blocks += ["\n".join(_facts(draft, columns))]
    blocks += [f"{head}\n{indented(body, columns)}" for head, body in _parts(draft) if body]
    blocks += ["\n".join(_outcome(draft, columns))]
    return "\n\n".join(blocks) + "\n"


def _facts(draft: ReportDraft, columns: int) -> Iterator[str]:
    day = f"{draft.meeting_date:%-d %B %Y}" if draft.meeting_date else ""
    for head, value in (
        ("Committee", draft.committee),
        ("Meeting", day),
        ("Electoral divisions affected", ", ".join(draft.electoral_divisions)),
        ("Appendices referred to", ", ".join(draft.appendices)),
        ("Contact", "; ".join(joined(vars(one).values()) for one in draft.contacts)),
    ):
        yield row(head, value or "not found", columns)


def _parts(draft: ReportDraft) -> Iterator[tuple[str, str]]:
    yield "Executive summary", draft.executive_summary.text
    numbered = (f"{n}. {one.text}" for n, one in enumerate(draft.recommendations, 1))
    yield "Recommendations", "\n".join(numbered)
    yield "Background and advice", draft.background.text
    yield "Consultations", draft.consultations.text
    for heading, passage in draft.implications.items():
        yield f"Implications: {heading}", passage.text
    yield "Background papers", _papers(draft)
    yield "Reason for inclusion in Part II", draft.part_ii_reason.text


def _papers(draft: ReportDraft) -> str:
    if draft.background_papers:
        return "\n".join(joined(vars(one).values()) for one in draft.background_papers)
    if draft.background_papers_stated:
        return "None, as the report says."
    return "The report neither lists them nor says that there are none."


def _outcome(draft: ReportDraft, columns: int) -> Iterator[str]:
    yield row("Labels recognised", str(len(draft.labels)), columns)
    yield row("Passages not placed", str(len(draft.unread)), columns)
    for passage in draft.unread:
        yield indented(f"- {passage}", columns)
    yield row("Found and left out", str(sum(one.count for one in draft.notices)), columns)
    for found in draft.notices:
        yield indented(f"- {found.message}", columns)
