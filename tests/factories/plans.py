"""Plans with their actions, made by actions of the workroom."""

from datetime import UTC, date, datetime
from itertools import count

from cleardays.workroom.accounts.models import RoleHeld, User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Plan
from tests.factories.people import make_council

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 4, 2, 10, 0, tzinfo=UTC)
TODAY = AT.date()
_serial = count(1)


def make_worker(post, organisation, role="partner"):
    """Make a user of a body who holds a role everywhere."""
    user = User.objects.create_user(
        email=f"worker{next(_serial)}@body.example",
        password="a long enough password",
        post=post,
        organisation=organisation,
    )
    RoleHeld.objects.create(user=user, role=role, since=date(2010, 1, 1))
    return user


def make_lead(organisation=None, post="Improvement Lead"):
    return make_worker(post, organisation or make_council(), "improvement-lead")


def seen_by(user):
    """Return the viewer that the user is in the time of these tests."""
    return viewer_of(user, TODAY)


def make_plan(lead, title="Plan for the lamps", at=AT, **details):
    kind = details.pop("kind", "priority")
    council = details.pop("organisation", lead.organisation)
    return actions.create_plan(council, kind, title, by=seen_by(lead), at=at, **details)


def make_action(plan, maker, ref="A1", at=AT, **details):
    """Add an action led by a post of the maker's own body, with dates unless given."""
    defaults = {
        "title": f"Mend the lamps of street {ref}",
        "lead": "Head of Lamps",
        "lead_body": maker.organisation,
        "start": date(2026, 2, 2),
        "finish": date(2026, 6, 30),
    }
    return actions.add_action(plan, ref, by=seen_by(maker), at=at, **{**defaults, **details})


def make_area(number=1, **fields):
    """Make an area of an inspection that is public."""
    n = next(_serial)
    inspection = Inspection.objects.create(
        ref=f"inspections/lamps-{n}",
        framework="area-send-2023",
        area_name="Lampshire",
        title=f"Inspection {n}",
        is_published=True,
    )
    defaults = {"kind": "priority", "label": "Lamps are dark"}
    return Area.objects.create(inspection=inspection, number=number, **{**defaults, **fields})


def fresh(row):
    """Return a row as it now stands."""
    return type(row).objects.unrestricted(because="a test looks").get(pk=row.pk)


def rows(model, **wanted):
    found = model.objects.unrestricted(because="a test looks").filter(**wanted)
    return list(found)


def publish(plan, lead, second, at=AT, note="", as_at=None) -> Plan:
    """Let the second release and the lead publish what there is."""
    day = as_at or at.date()
    actions.release(plan, day, note=note, by=seen_by(second), at=at)
    return actions.publish_version(plan, by=seen_by(lead), at=at)


def publish_figures(measure, lead, second, at=AT):
    """Let the second release and the lead publish the figures of a measure."""
    actions.release_measure(measure, by=seen_by(second), at=at)
    return actions.publish_measure(measure, by=seen_by(lead), at=at)


def actions_of(plan) -> list[Action]:
    return rows(Action, plan=plan)
