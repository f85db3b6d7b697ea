"""What the actions of a plan can be narrowed to: an area, a body, how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.dateparse import parse_date

from cleardays.progress.delivery import Delivery
from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models import Action, Plan, Support


@dataclass(frozen=True)
class Filters:
    """What was chosen and what can be; ``rows`` are all actions, before any choice."""

    rows: Sequence[Action]
    where: Q
    state: str
    area: int
    body: int
    areas: Sequence[Area]
    bodies: Sequence[Organisation]
    states: Sequence[Delivery]

    @property
    def query(self) -> str:
        """Return the choices as the rest of an address."""
        chosen = {"area": self.area, "body": self.body, "state": self.state}
        return urlencode({name: value for name, value in chosen.items() if value})


def filters_of(request: ViewerRequest, plan: Plan, rows: Sequence[Action]) -> Filters:
    """Read the choices from the address; what is no choice is no filter."""
    area, body = (_key(request, name) for name in ("area", "body"))
    state = request.GET.get("state", "")
    seen = Area.objects.visible_to(request.viewer)
    links = Action.areas.through.objects.filter(action__in=[row.pk for row in rows])
    supports = Support.objects.visible_to(request.viewer).filter(action__plan=plan, until=None)
    bodies = {row.lead_body_id for row in rows} | set(supports.values_list("body_id", flat=True))
    where = Q(areas=area) if area else Q()
    if body:
        supported = supports.filter(body=body).values_list("action_id", flat=True)
        where &= Q(lead_body=body) | Q(pk__in=list(supported))
    return Filters(
        rows=rows,
        where=where,
        state=state if state in set(Delivery) else "",
        area=area,
        body=body,
        areas=list(seen.filter(pk__in=list(links.values_list("area_id", flat=True).distinct()))),
        bodies=list(Organisation.objects.filter(pk__in=bodies - {None})),
        states=list(Delivery),
    )


def _key(request: ViewerRequest, name: str) -> int:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 16 else 0


def day_asked(request: ViewerRequest, name: str) -> date | None:
    """Return the day that an address asks for; None for none, and for one that makes no sense."""
    try:
        return parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
