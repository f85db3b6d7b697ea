"""The current view follows from the log alone."""

from datetime import date, timedelta

from cleardays.record.current import rebuild
from cleardays.record.linking import Stated
from cleardays.record.models import Current
from tests.factories.record import (
    WHEN,
    a_committee,
    a_meeting,
    a_report,
    changed,
    publish,
    recall,
)


def test_rebuilding_gives_the_same_rows_whatever_has_happened():
    report, gone, back = a_report(), a_report(), a_report()
    publish(a_committee())
    publish(report, stated=Stated(date(2018, 1, 22), "The old site"))
    publish(changed(report, title="Two"), at=WHEN + timedelta(days=1))
    publish(changed(report, title="Three"), at=WHEN + timedelta(days=2))
    recall(report.ref, versions=[1])
    publish(gone)
    recall(gone.ref)
    publish(back)
    recall(back.ref)
    publish(back, at=WHEN + timedelta(days=3))
    publish(a_meeting())
    before = list(Current.objects.order_by("ref").values())

    made = rebuild()

    assert made == 5
    assert list(Current.objects.order_by("ref").values()) == before
