"""What an action's days say of it, read from ISO text."""

from datetime import date

import pytest

from cleardays.progress.actions import dates_of, delivery_of, ledger_of, slippage_of
from cleardays.progress.delivery import Delivery
from cleardays.progress.ledger import BrokenLedger, Slippage
from cleardays.record.schemas.plan import ActionDocument
from tests.progress.plans import DONE, LATE, OVERDUE, STOPPED, Deed, Entry

ON = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (DONE, Delivery.FINISHED_ON_TIME),
        (LATE, Delivery.LATE),
        (OVERDUE, Delivery.OVERDUE_TO_START),
        (STOPPED, Delivery.STOPPED),
        (Deed("X"), Delivery.UNDATED),
    ],
)
def test_delivery_is_computed_from_the_days(action, expected):
    assert delivery_of(action, ON) is expected


def test_the_public_document_is_read_by_the_same_code():
    action = ActionDocument(ref="1", title="Mend", start="2026-01-01")

    assert dates_of(action).start == date(2026, 1, 1)
    assert delivery_of(action, ON) is Delivery.OVERDUE_TO_START


def test_the_ledger_of_one_date_leaves_the_others_out():
    assert [entry.days for entry in ledger_of(LATE, "finish")] == [30, 31]
    assert [entry.days for entry in ledger_of(LATE, "due", "Lit")] == [365]


def test_slippage_counts_times_and_days_since_the_first_date():
    assert slippage_of(LATE, "finish") == Slippage(2, 61)
    assert slippage_of(LATE, "start") == Slippage(0, 0)


def test_a_ledger_that_does_not_hang_together_is_told():
    action = Deed("X", first_start="2026-01-01", changes=(Entry("start", "2026-02-01", ""),))

    with pytest.raises(BrokenLedger):
        slippage_of(action, "start")
