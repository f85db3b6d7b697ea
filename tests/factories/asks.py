"""What a committee asked for, recorded from a published meeting."""

from datetime import UTC, date, datetime

from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.models import Ask
from tests.factories.meetings import items_of, make_published, seen_by
from tests.factories.plans import make_worker

# After the published meeting of tests.factories.meetings, which is on 17 March 2026.
ASKED = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
ANSWERED = datetime(2026, 4, 1, 10, 0, tzinfo=UTC)
LATER_MEETING = date(2026, 4, 14)
ACCEPTED = datetime(2026, 4, 15, 10, 0, tzinfo=UTC)
WORDS = "Send us the waiting times by district"


def make_ask(clerk, deputy, committee, asked_of, **details):
    meeting = make_published(clerk, deputy, committee, "Waiting times")
    defaults = {"post": "Head of Pathways", "text": WORDS, "at": ASKED, "by": seen_by(clerk)}
    wanted = {**defaults, **details}
    return actions.record_ask(
        items_of(meeting)[0], wanted.pop("text"), asked_of=asked_of, **wanted
    )


def make_asked(organisation):
    """Make an officer of the body that is asked."""
    return make_worker("Health Programme Lead", organisation)


def fresh(ask) -> Ask:
    return Ask.objects.unrestricted(because="a test looks").get(pk=ask.pk)
