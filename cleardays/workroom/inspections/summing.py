"""What was read of an inspection, in a few rows to be compared with the report at a glance."""

from collections.abc import Iterator

from django.utils.html import format_html

from cleardays.design.dates import in_words, moment
from cleardays.law.frameworks import Framework
from cleardays.workroom.inspections.reading import Reading

NOT_FOUND = "Not found in the report"


def rows_of(reading: Reading, kind: Framework) -> list[tuple[str, str]]:
    """Return what was read as names with their words, each with a link to its page."""
    said = reading.fields
    outcome = kind.outcome(said["outcome"] or "")
    plan = "Required" if said["priority_action_plan_required"] else "Not required"
    strategic = "Asked for" if said["strategic_plan_requested"] else "Not asked for"
    monitoring = said["monitoring_inspection"] or "None"
    facts = (
        ("Local area", "area", said["area"]),
        ("Inspected", "inspection_start", " to ".join(_days(reading))),
        ("Previous inspection", "previous_inspection", said["previous_inspection"]),
        ("Outcome", "outcome", outcome.name if outcome else ""),
        ("Priority action plan", "priority_action_plan_required", plan),
        ("Strategic plan", "strategic_plan_requested", strategic),
        ("Monitoring inspection", "monitoring_inspection", monitoring),
        ("Next full inspection", "next_full_inspection", said["next_full_inspection"]),
        ("Local authority", "local_authority", said["local_authority"]),
        ("Integrated care board", "icb", "; ".join(said["icb"])),
    )
    pages = reading.pages
    return [(name, _with_page(words, pages.get(field, 0))) for name, field, words in facts]


def _days(reading: Reading) -> Iterator[str]:
    for name in ("inspection_start", "inspection_end"):
        if found := reading.day(name):
            yield in_words(moment(found))


def _with_page(words: str | None, page: int) -> str:
    if not words:
        return NOT_FOUND
    if not page:
        return words
    return format_html('{} (<a href="#page-{}">page {}</a>)', words, page, page)
