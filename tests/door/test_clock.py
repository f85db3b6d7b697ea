"""A clock that is put back changes nothing of what came first: nothing is lost or comes back."""

from datetime import timedelta

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.recommendations import actions as asks
from cleardays.workroom.recommendations.models import Ask
from tests.factories.asks import make_ask
from tests.factories.meetings import AFTER, fresh, publish, seen_by
from tests.factories.people import make_council
from tests.factories.published import IN_TIME, make_meeting
from tests.factories.reports import make_cleared_report

BACK = IN_TIME - timedelta(minutes=10)
REASON = "It named a family."


@pytest.fixture
def officer(clerk):
    return viewer_of(clerk, IN_TIME.date())


@pytest.fixture
def report(author, clerk, committee):
    return make_cleared_report(author, clerk, committee)


@pytest.fixture
def waiting(committee, clerk, deputy, officer, report):
    """A meeting with a report, published in the workroom and not yet out of the door."""
    made = make_meeting(committee, officer)
    actions.add_item(made, "Repairing the lamps", by=officer, at=BACK, report=report)
    return publish(made, clerk, deputy, at=IN_TIME)


def is_public(ref) -> bool:
    return Current.objects.filter(ref=ref, is_recalled=False).exists()


def test_what_is_recalled_before_it_went_out_stays_inside(waiting, officer, report):
    report.refresh_from_db()
    actions.recall(report, reason=REASON, by=officer, at=BACK)

    drain()

    assert is_public(waiting.ref)
    assert not is_public(f"reports/{report.slug}")


def test_an_agenda_recalled_before_it_went_out_stays_inside(waiting, officer):
    actions.recall(waiting, reason=REASON, by=officer, at=BACK)

    drain()

    assert not is_public(waiting.ref)
    assert proof_of(fresh(waiting), BACK).is_recalled


def test_what_is_published_again_goes_out(waiting, officer, clerk, deputy):
    actions.recall(waiting, reason=REASON, by=officer, at=IN_TIME)
    drain()

    publish(fresh(waiting), clerk, deputy, at=BACK)
    drain()

    assert is_public(waiting.ref)


def test_an_ask_stays_recalled_and_comes_back_when_it_is_published_again(clerk, deputy, committee):
    ask, by = make_ask(clerk, deputy, committee, make_council()), seen_by(clerk)
    drain()

    asks.recall(ask, reason=REASON, by=by, at=AFTER - timedelta(days=1))
    asks.answer(ask, "Mended", by=by, at=AFTER)
    drain()
    assert not is_public(ask.ref)

    held = Ask.objects.unrestricted(because="a test looks").get(pk=ask.pk)
    asks.publish_again(held, by=by, at=AFTER - timedelta(days=2))
    drain()
    assert is_public(ask.ref)
