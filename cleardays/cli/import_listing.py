"""What was read from a report, as text for a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from cleardays.readers.blocks import Reading
from cleardays.readers.reports.draft import ReportDraft

LEFT, WIDEST = 30, 100


def listing(name: str, reading: Reading, draft: ReportDraft) -> str:
    """Return every part with its words, what was recognised, and what a person should look at."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    blocks = [f"{draft.title or 'No title found'}\n{name} ({reading.media_type})"]
    blocks += ["\n".join(_facts(draft, width))]
    blocks += [_part(head, body, width) for head, body in _parts(draft) if body]
    blocks += ["\n".join(_outcome(draft, width))]
    return "\n\n".join(blocks) + "\n"


def _facts(draft: ReportDraft, width: int) -> Iterator[str]:
    day = f"{draft.meeting_date:%-d %B %Y}" if draft.meeting_date else ""
    for head, value in (
        ("Committee", draft.committee),
        ("Meeting", day),
        ("Electoral divisions affected", ", ".join(draft.electoral_divisions)),
        ("Appendices referred to", ", ".join(draft.appendices)),
        ("Contact", "; ".join(_joined(vars(one).values()) for one in draft.contacts)),
    ):
        yield _row(head, value or "not found", width)


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
        return "\n".join(_joined(vars(one).values()) for one in draft.background_papers)
    if draft.background_papers_stated:
        return "None, as the report says."
    return "The report neither lists them nor says that there are none."


def _outcome(draft: ReportDraft, width: int) -> Iterator[str]:
    yield _row("Labels recognised", str(len(draft.labels)), width)
    yield _row("Passages not placed", str(len(draft.unread)), width)
    for passage in draft.unread:
        yield _indented(f"- {passage}", width)
    yield _row("Found and left out", str(sum(one.count for one in draft.notices)), width)
    for found in draft.notices:
        yield _indented(f"- {found.message}", width)


def _joined(values: Iterable[str]) -> str:
    return ", ".join(value for value in values if value)


def _row(head: str, value: str, width: int) -> str:
    return textwrap.fill(
        f"{head:<{LEFT}}{value}", width, subsequent_indent=" " * LEFT, drop_whitespace=True
    )


def _part(head: str, body: str, width: int) -> str:
    return f"{head}\n{_indented(body, width)}"


def _indented(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, initial_indent="  ", subsequent_indent="  ")
        for line in text.split("\n")
    )
