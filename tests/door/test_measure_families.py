"""A measure and its parts in the record: none tells the few of another."""

import pytest

from cleardays.workroom.plans import actions
from cleardays.workroom.workflow.engine import Refused
from tests.door.measures import COUNT, observe, published, released, values
from tests.factories.plans import (
    AT,
    LATER,
    fresh,
)


@pytest.fixture
def children(make, by):
    """Measures of all children, and of girls and boys as their parts."""
    found = {
        name: make({**COUNT, "name": name, "numerator": name.lower()})
        for name in ("All", "Girls", "Boys")
    }
    for part in ("Girls", "Boys"):
        actions.change_measure(found[part], part_of=found["All"], by=by, at=AT)
    return {name: fresh(measure) for name, measure in found.items()}


def test_a_part_does_not_tell_the_few_of_another(children, by):
    for name, value in (("All", 43), ("Girls", 3), ("Boys", 40)):
        observe(children[name], by, "2024", value=value)

    shown = {name: values(published(one, by))["2024"] for name, one in children.items()}

    assert shown == {"All": 43, "Girls": None, "Boys": None}


def test_a_part_is_hidden_though_the_other_is_not_public_yet(children, by):
    for name, value in (("All", 43), ("Girls", 3), ("Boys", 40)):
        observe(children[name], by, "2024", value=value)

    assert values(published(children["Boys"], by)) == {"2024": None}


def test_a_measure_that_is_public_beside_its_parts_stops_what_would_tell_a_few(children, by):
    observe(children["All"], by, "2024", value=43)
    published(children["All"], by)
    observe(children["Boys"], by, "2024", value=20)
    published(children["Boys"], by)
    actions.change_measure(children["All"], small_number=30, by=by, at=AT)
    observe(children["All"], by, "2025", value=90)

    with pytest.raises(Refused, match="taken back"):
        released(fresh(children["All"]), LATER)


def test_the_rule_that_the_public_reads_speaks_of_parts(children, by):
    observe(children["Girls"], by, "2024", value=20)

    (definition,) = published(children["Girls"], by)["definitions"]

    assert "the whole that it is a part of" in definition["small_number_rule"]
