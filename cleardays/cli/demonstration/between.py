"""What passes between a partner and who keeps the plan: an update sent back, a date proposed."""

from datetime import timedelta

from django.utils.timezone import localdate

from cleardays.cli.demonstration.people import Clock, Council
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Plan

LATER = timedelta(weeks=12)


def pass_between(plan: Plan, council: Council, clock: Clock) -> None:
    """Let the partner's own action of the invented plan wait for both sides."""
    partner, lead = council.viewers["partner"], council.viewers["lead"]
    seen = Action.objects.visible_to(partner).of(plan)
    own = seen.filter(lead_body=partner.organisation_id)[0]
    update = actions.write_update(
        own, "Families have begun to book. (Invented.)", by=partner, at=clock()
    )
    actions.return_update(
        update, "Say how many have booked, and since when. (Invented.)", by=lead, at=clock()
    )
    actions.propose_date(
        own,
        "finish",
        localdate(clock()) + LATER,
        reason="Two of the houses have no one yet who can take bookings. (Invented.)",
        effect="Until then families ring these two themselves. (Invented.)",
        by=partner,
        at=clock(),
    )
