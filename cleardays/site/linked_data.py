"""What search engines read of a page: schema.org in JSON-LD."""

import json
from typing import Any
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.report import ReportDocument
from cleardays.site.addresses import absolute, page
from cleardays.site.local_time import local_iso
from cleardays.site.reading import Shown

ESCAPES = (("&", "\\u0026"), ("<", "\\u003C"), (">", "\\u003E"))


def as_script(data: dict[str, Any]) -> SafeString:
    """Return JSON-LD for a page; nothing in it can end its script element."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    for character, escape in ESCAPES:
        text = text.replace(character, escape)
    return mark_safe(text)  # noqa: S308 - escaped in the lines above


def committee_data(link: Link, council: str) -> dict[str, Any]:
    """Describe a committee as the organisation that it is."""
    return {
        "@type": "GovernmentOrganization",
        "name": link.title,
        "url": absolute(page(link.ref)),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": council},
    }


def meeting_data(meeting: MeetingDocument) -> dict[str, Any]:
    """Describe a meeting as an Event; one whose day is not known has no start date."""
    is_cancelled = meeting.status == "cancelled"
    data = {
        "@type": "Event",
        "name": meeting.name,
        "url": absolute(page(meeting.ref)),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "organizer": committee_data(meeting.committee_link, meeting.council),
        "workFeatured": [
            {"@type": "Report", "name": item.report.title, "url": absolute(page(item.report.ref))}
            for item in meeting.items
            if item.report
        ],
    }
    if meeting.precision == "day":
        data["startDate"] = local_iso(meeting.date, meeting.time) if meeting.time else meeting.date
    if meeting.place:
        data["location"] = {"@type": "Place", "name": meeting.place, "address": meeting.place}
    return data


def report_data(report: ReportDocument, shown: Shown) -> dict[str, Any]:
    """Describe a report with its files."""
    published = shown.row.first_stated_on or shown.row.first_recorded_at.date()
    return {
        "@type": "Report",
        "name": report.title,
        "url": absolute(page(report.ref)),
        "datePublished": published.isoformat(),
        "dateModified": shown.recorded_at.date().isoformat(),
        "version": str(shown.version),
        "publisher": {"@type": "GovernmentOrganization", "name": report.council},
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "encoding": [_file_data(file) for file in report.files],
    }


def _file_data(file: FileLink) -> dict[str, Any]:
    return {
        "@type": "MediaObject",
        "name": file.title,
        "encodingFormat": file.media_type,
        "contentSize": str(file.size),
        "contentUrl": absolute(f"/files/{file.sha256}/{quote(file.name)}"),
        **({"description": file.description} if file.description else {}),
    }
