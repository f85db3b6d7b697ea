"""Inspections with their areas and bodies, made through the actions that make them in life."""

from datetime import UTC, date, datetime
from itertools import count

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.people.models import Organisation

_serial = count(1)
AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LEAD = Viewer(name="Improvement Lead", everywhere=frozenset({Permission.FOLLOW_FINDINGS}))
RECEIVED = date(2025, 2, 4)


def make_body(name="", kind="nhs", **fields):
    n = next(_serial)
    return Organisation.objects.create(
        name=name or f"Health Board {n}", slug=f"body-{n}", kind=kind, **fields
    )


def make_inspection(code="area-2023", bodies=(), areas=(), at=AT, **details):
    """Make an inspection: by default of 2023, systemic failings, received on 4 February 2025."""
    defaults = {
        "first_day": date(2024, 11, 25),
        "last_day": date(2024, 12, 13),
        "received_on": RECEIVED,
        "published_on": date(2025, 2, 12),
    }
    if code == "area-2023":
        defaults["outcome"] = "systemic_failings"
    if code == "local-area-2016":
        defaults["outcome"] = "statement_required"
    made = actions.create_by_form(
        code, "Saltmere", by=LEAD, at=at, areas=areas, **{**defaults, **details}
    )
    if bodies:
        actions.set_responsible(made, bodies, by=LEAD, at=AT)
    return made
