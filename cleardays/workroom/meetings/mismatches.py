"""Where a report says another day or another committee than the agenda that it stands on."""

import re
from collections.abc import Iterator
from datetime import date

from cleardays.design.dates import in_words, moment
from cleardays.workroom.meetings.models import Meeting


def mismatches(meeting: Meeting, day: date | None, committee_name: str) -> Iterator[str]:
    """Yield a sentence for each of a report's own day and committee that is not the meeting's.

    A report may rightly go to several meetings, so these are warnings and stop nothing.
    """
    if day and meeting.precision == Meeting.Precision.DAY and day != meeting.day:
        said, held = (in_words(moment(each)) for each in (day, meeting.day))
        yield f"The report is dated for {said}; this meeting is on {held}."
    if committee_name and not _is_same(committee_name, meeting.committee.name):
        yield f"The report names the {committee_name}; this is the {meeting.committee.name}."


def _is_same(printed: str, name: str) -> bool:
    """Whether both name one body: a report may print the council before it, or a short name."""
    first, second = _words(printed), _words(name)
    return f" {first}".endswith(f" {second}") or f" {second}".endswith(f" {first}")


def _words(name: str) -> str:
    plain = re.sub(r"['’]", "", name.casefold().replace("&", " and "))
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in {"the", "of"})
