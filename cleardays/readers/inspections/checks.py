"""What a reading is checked against itself for: counts, outcome, names."""

import re
from collections.abc import Iterator

from cleardays.readers.inspections.bodies import core
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import InspectionDraft, Unsure
from cleardays.readers.inspections.findings import Findings
from cleardays.readers.inspections.prose import sentences_of
from cleardays.readers.inspections.wording import fold, wording

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = (
    ("priority_actions", r"areas? for priority action"),
    ("improvements", r"areas? for improvement"),
)


def _counted(text: str, what: str) -> Iterator[tuple[int, str]]:
    """Yield each count of ``what`` in the report's words: "three areas for improvement"."""
    for sentence in sentences_of(text):
        match = re.search(rf"\b(\d{{1,2}}|{'|'.join(NUMBERS)}) {what}\b", fold(sentence))
        if match:
            word = match[1]
            yield (int(word) if word.isdigit() else NUMBERS.index(word)), sentence


def check_counts(report: Report, findings: Findings) -> Iterator[Unsure]:
    """Yield a doubt where the report counts its findings otherwise than the rows found."""
    lines = report.section("outcome", "partnership", "narrative")
    text = report.text(lines)
    for field, what in _COUNTS:
        rows = len(getattr(findings, field))
        for count, sentence in _counted(text, what):
            if count != rows:
                why = f"The report speaks of {count}, and {rows} rows were found."
                yield Unsure(field, lines[0].page, sentence, why)


def check_findings(draft: InspectionDraft, findings: Findings) -> Iterator[Unsure]:
    """Yield a doubt where findings and outcome do not go together."""
    kind = next((o for o in wording().outcomes if o.code == draft.outcome.value), None)
    if kind and findings.priority_actions and not kind.needs_priority_plan:
        first = findings.priority_actions[0]
        why = "The outcome does not go together with areas for priority action."
        yield Unsure("priority_actions", first.pages[0], first.text[:80], why)
    if kind and kind.needs_priority_plan and not findings.priority_actions:
        why = "The outcome requires areas for priority action, and none were found."
        yield Unsure("priority_actions", draft.outcome.page, draft.outcome.words, why)
    for field in ("priority_actions", "improvements"):
        if field in findings.headed and not getattr(findings, field):
            yield Unsure(field, 0, "", "The heading stands there, and no rows were found.")
    # Good arrangements may need no improvement, and priority actions may stand alone.
    are_owed = kind is None or kind.code == "inconsistent"
    if are_owed and not findings.improvements and "improvements" not in findings.headed:
        yield Unsure("improvements", 0, "", "No areas for improvement were found.")


def check_names(report: Report, draft: InspectionDraft) -> Iterator[Unsure]:
    """Yield a doubt where footers or details name another area than the title."""
    area = core(draft.area.value)
    if not area:
        return
    footers = [ln for ln in report.footers if re.match(wording().footer, fold(ln.text))]
    for line in footers:
        text = core(" ".join(ln.text for ln in report.footers if ln.page == line.page))
        if area not in text:
            why = "The footer names another area than the title."
            yield Unsure("area", line.page, line.text, why)
            return
