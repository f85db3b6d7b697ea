"""The measures of the demonstration, with the figures that its sources give."""

from typing import Any

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.inspected import Known
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action


def enter_measures(known: Known, council: Council, clock: Clock) -> None:
    """Enter and publish each measure, tied to its areas and to the actions that answer them."""
    lead, second = council.viewers["lead"], council.viewers["second"]
    for told in case.measures():
        areas = [known[1][key] for key in told.areas]
        answering = Action.objects.visible_to(lead).filter(areas__in=areas).distinct()
        definition: dict[str, Any] = {**told.definition, "source": told.source}
        measure = actions.create_measure(
            told.name, [definition], areas=areas, actions=answering, by=lead, at=clock()
        )
        for figures in told.figures:
            # Some sources give a share without its counts: that was looked at, and is so.
            given: dict[str, Any] = {"source": told.source, "is_checked": True, **figures}
            actions.record_observation(measure, given.pop("period"), by=lead, at=clock(), **given)
        actions.release_measure(measure, by=second, at=clock())
        actions.publish_measure(measure, by=lead, at=clock())
