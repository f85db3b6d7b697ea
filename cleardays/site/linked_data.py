"""What search engines read of a page: schema.org in JSON-LD."""

import json
from typing import Any
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.plan import PlanDocument
from cleardays.record.schemas.report import ReportDocument
from cleardays.site.addresses import absolute, page
from cleardays.site.charts import place_of
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


def inspection_data(inspection: InspectionDocument, shown: Shown) -> dict[str, Any]:
    """Describe an inspection as the Event that it was; days that are not exact are left out."""
    address = page(inspection.ref)
    first, last = inspection.first_day, inspection.last_day
    return {
        "@type": "Event",
        "name": inspection.title,
        "url": absolute(address),
        "location": {"@type": "AdministrativeArea", "name": inspection.area_name},
        **({} if inspection.days_words else _stated(startDate=first, endDate=last)),
        "subjectOf": {
            **_dataset(shown, f"{inspection.title}: the whole case", inspection.council),
            "description": f"What inspectors found in {inspection.area_name}, "
            "and every dated fact of what came of it.",
            "url": absolute(f"{address}timeline/"),
            "distribution": _downloads(f"{address}timeline"),
        },
    }


def plan_data(plan: PlanDocument, shown: Shown) -> dict[str, Any]:
    """Describe a plan as the set of data about its actions that it is."""
    address = page(plan.ref)
    return {
        **_dataset(shown, plan.title, plan.council),
        "description": plan.summary_words or f"{plan.kind_name}: actions, dates and evidence.",
        "url": absolute(address),
        **(
            {"isBasedOn": [absolute(page(one.ref)) for one in plan.answers]}
            if plan.answers
            else {}
        ),
        "distribution": _downloads(f"{address}actions"),
    }


def measure_data(measure: MeasureDocument, shown: Shown) -> dict[str, Any]:
    """Describe a measure as the set of figures that it is: places and periods, never figures."""
    address = page(measure.ref)
    places = dict.fromkeys(place_of(one.geography, measure) for one in measure.observations)
    defined = measure.definitions[-1] if measure.definitions else None
    unit = defined.unit if defined else ""
    return {
        **_dataset(shown, measure.title, measure.council),
        "description": measure.note or (defined.name if defined else measure.title),
        "url": absolute(address),
        "variableMeasured": {
            "@type": "PropertyValue",
            **_stated(name=defined.name if defined else measure.title, unitText=unit),
        },
        "spatialCoverage": [{"@type": "Place", "name": place} for place in places],
        "distribution": _downloads(f"{address}figures"),
    }


def _dataset(shown: Shown, name: str, council: str) -> dict[str, Any]:
    published = shown.row.first_stated_on or shown.row.first_recorded_at.date()
    return {
        "@type": "Dataset",
        "name": name,
        "datePublished": published.isoformat(),
        "dateModified": shown.recorded_at.date().isoformat(),
        "version": str(shown.version),
        "creator": {"@type": "GovernmentOrganization", "name": council},
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
    }


def _downloads(stem: str) -> list[dict[str, Any]]:
    """Name the same data in the two forms in which it is given."""
    return [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": absolute(f"{stem}.{form}")}
        for form, kind in (("csv", "text/csv"), ("json", "application/json"))
    ]


def _stated(**facts: str) -> dict[str, str]:
    """Leave out what is not known."""
    return {name: value for name, value in facts.items() if value}
