"""Loading the whole demonstration, step by step, with a line for each."""

from django.db import transaction

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.asked import record_asks
from cleardays.cli.demonstration.between import pass_between
from cleardays.cli.demonstration.inspected import enter_inspections, publish_inspections
from cleardays.cli.demonstration.invented import invent_plan
from cleardays.cli.demonstration.measured import enter_measures
from cleardays.cli.demonstration.meetings import enter_held, invent_coming
from cleardays.cli.demonstration.papers import upload_a_file, write_reports
from cleardays.cli.demonstration.people import Clock, enter_everybody
from cleardays.cli.demonstration.planned import begin_plans, tell_versions, write_an_update
from cleardays.cli.process import step
from cleardays.door.drain import drain
from cleardays.record.followers.search import follow
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.workflow.engine import Refused


class NotLoaded(Exception):
    """Something of the demonstration was refused, or did not get through the door. Says what."""


def load(clock: Clock) -> None:
    """Load everything through the workroom's actions, then through the door to the record."""
    try:
        _load(clock)
    except (Refused, NotAllowed) as refusal:
        raise NotLoaded(str(refusal)) from refusal


def _load(clock: Clock) -> None:
    with transaction.atomic():
        with step("Entering organisations, committees and the people who sign in"):
            council = enter_everybody(clock)
        with step("Writing reports and clearing all but one"):
            reports = write_reports(council, clock)
        with step("Entering the meetings of 2018 to 2026"):
            enter_held(council, reports, clock)
        with step("Recording what committees asked for, with the answers that are known"):
            record_asks(council, clock)
        with step("Entering three inspections"):
            known = enter_inspections(council, clock)
        with step("Entering plans and measures, with placeholders for what is not public"):
            plans, told = begin_plans(known, council, clock), case.versions(case.plans())
            # Measures name actions that are public, and the last version names the measures.
            tell_versions(told[:-1], plans, known, council, clock)
            enter_measures(known, council, clock)
            tell_versions(told[-1:], plans, known, council, clock)
            publish_inspections(known[0], council, clock)
            write_an_update(plans["priority-2025"], council, clock)
        with step("Inventing a plan that shows what becomes of actions"):
            pass_between(invent_plan(council, clock), council, clock)
        with step("Inventing two meetings to come"):
            invent_coming(council, reports, clock)
    with step("Uploading a report that waits to be corrected"):
        upload_a_file(council, clock)
    with step("Publishing through the door, with a PDF of each report"):
        _publish()
    with step("Making the search index"):
        while follow():
            pass


def _publish() -> None:
    """Empty the outbox; what cannot be published stops the load with its reason."""
    while drain():
        pass
    for stuck in Outgoing.objects.filter(done_at__isnull=True):
        raise NotLoaded(f"{stuck} did not get through the door: {stuck.problem}")
