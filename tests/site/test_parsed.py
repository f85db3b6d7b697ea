"""Bodies are parsed once, and never taken for another's or for what was recalled."""

import pytest

from cleardays.record.models import Entry
from cleardays.site.parsed import Kept, bodies, bodies_by_ref, body_of
from tests.factories.record import a_plan, publish, recall


def key_of(entry):
    return entry.seq, entry.hash


def test_a_body_is_read_and_parsed_once(public, django_assert_num_queries):
    key = key_of(publish(a_plan()))
    first = body_of(key)

    with django_assert_num_queries(0):
        assert body_of(key) is first


def test_several_come_in_one_query(public):
    keys = [key_of(publish(a_plan(ref=f"plans/p{n}", title=f"Plan {n}"))) for n in range(3)]

    titles = [body["title"] for body in bodies(keys).values()]

    assert titles == ["Plan 0", "Plan 1", "Plan 2"]


def test_a_new_version_is_another_body(public):
    publish(a_plan())
    bodies_by_ref(["plans/borough-2025"])
    publish(a_plan(title="Second"))

    assert bodies_by_ref(["plans/borough-2025"])["plans/borough-2025"]["title"] == "Second"


def test_what_was_recalled_is_not_found_though_it_is_kept(public):
    publish(a_plan())
    bodies_by_ref(["plans/borough-2025"])

    recall("plans/borough-2025")

    assert bodies_by_ref(["plans/borough-2025"]) == {}
    assert Entry.objects.filter(ref="plans/borough-2025").count() == 2


def test_what_is_gone_from_the_record_is_left_out(public):
    assert bodies([(99, "no such hash")]) == {}
    with pytest.raises(KeyError):
        body_of((99, "no such hash"))


def test_what_was_unused_longest_leaves_first():
    kept = Kept(2)
    for seq in (1, 2):
        kept.put((seq, "h"), {"seq": seq})
    kept.get((1, "h"))

    kept.put((3, "h"), {"seq": 3})

    assert [bool(kept.get((seq, "h"))) for seq in (1, 2, 3)] == [True, False, True]
