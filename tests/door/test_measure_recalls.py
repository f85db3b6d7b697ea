"""A measure that is taken back: its tombstone, and what may be said after it."""

import json

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from tests.door.measures import COUNT, observe, published, released, values
from tests.factories.plans import (
    AT,
    LATER,
)


def test_what_is_taken_back_leaves_a_tombstone(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)

    actions.recall_measure(measure, reason="The wrong return", by=by, at=LATER)
    drain()

    current = Current.objects.get(ref=measure.ref)
    assert current.is_recalled
    assert json.loads(current.body)["reason"] == "The wrong return"


def test_what_is_taken_back_before_the_door_came_to_it_never_crosses(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    released(measure)
    actions.publish_measure(measure, by=by, at=AT)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)

    drain()

    assert not Current.objects.filter(ref=measure.ref).exists()


def test_a_recall_that_comes_late_leaves_what_was_published_since(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)
    late = Outgoing.objects.get(kind="recall")
    Outgoing.objects.filter(pk=late.pk).update(done_at=LATER)
    observe(measure, by, "2025", value=30)
    published(measure, by, at=LATER)
    Outgoing.objects.filter(pk=late.pk).update(done_at=None, began_at=None, tries=0)

    drain()

    current = Current.objects.get(ref=measure.ref)
    assert not current.is_recalled
    assert values(json.loads(current.body)) == {"2024": 20, "2025": 30}


def test_a_small_number_that_was_taken_back_is_hidden_in_the_next_version(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=7)
    observe(measure, by, "2025", value=70)
    published(measure, by)
    actions.change_measure(measure, small_number=10, by=by, at=AT)
    actions.recall_measure(measure, reason="It said too much", by=by, at=AT)

    assert values(published(measure, by, at=LATER)) == {"2024": None, "2025": 70}


def test_a_measure_that_was_taken_back_is_published_anew(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)

    document = published(measure, by, at=LATER)

    assert values(document) == {"2024": 20}
    assert not Current.objects.get(ref=measure.ref).is_recalled
