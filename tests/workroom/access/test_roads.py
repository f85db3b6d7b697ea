"""Every road from a guarded queryset to the database: the tripwire of each Django upgrade."""

import pytest
from django.db.models import Count

from cleardays.workroom.access.guard import UnguardedQuery
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Meeting

NOBODY = Viewer.public()
ROADS = {
    "list": list,
    "iteration": lambda q: next(iter(q)),
    "len": len,
    "bool": bool,
    "index": lambda q: q[0],
    "slice": lambda q: list(q[:1]),
    "stepped slice": lambda q: q[:2:2],
    "repr": repr,
    "membership": lambda q: Meeting() in q,
    "count": lambda q: q.count(),
    "first": lambda q: q.first(),
    "last": lambda q: q.last(),
    "get": lambda q: q.get(pk=1),
    "earliest": lambda q: q.earliest("day"),
    "latest": lambda q: q.latest("day"),
    "in_bulk": lambda q: q.in_bulk([1]),
    "iterator": lambda q: list(q.iterator()),
    "aggregate": lambda q: q.aggregate(Count("pk")),
    "values": lambda q: list(q.values("place")),
    "values_list": lambda q: list(q.values_list("place", flat=True)),
    "dates": lambda q: list(q.dates("day", "year")),
    "datetimes": lambda q: list(q.datetimes("published_at", "day")),
    "annotate": lambda q: list(q.annotate(n=Count("pk"))),
    "union": lambda q: list(q.union(Meeting.objects.visible_to(NOBODY))),
    "union of others": lambda q: list(Meeting.objects.visible_to(NOBODY).union(q)),
    "intersection": lambda q: list(Meeting.objects.visible_to(NOBODY).intersection(q)),
    "or": lambda q: list(q | Meeting.objects.visible_to(NOBODY)),
    "or of others": lambda q: list(Meeting.objects.visible_to(NOBODY) | q),
    "and": lambda q: list(Meeting.objects.visible_to(NOBODY) & q),
    "update": lambda q: q.update(place=""),
    "delete": lambda q: q.delete(),
    "select_for_update": lambda q: list(q.select_for_update()),
    "only": lambda q: list(q.only("place")),
    "defer": lambda q: list(q.defer("place")),
    "reverse": lambda q: list(q.reverse()),
    "distinct": lambda q: list(q.distinct()),
    "using": lambda q: list(q.using("default")),
    "filter": lambda q: list(q.filter(place="")),
    "none": lambda q: list(q.none().filter()) or q.filter().count(),
}


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_no_road_leads_to_the_database_without_saying_for_whom(road):
    with pytest.raises(UnguardedQuery, match=r"Meeting: call visible_to\(viewer\) first"):
        road(Meeting.objects.all())


def test_a_child_is_guarded_as_its_parent_is():
    with pytest.raises(UnguardedQuery):
        list(AgendaItem.objects.filter(position=1))


def test_saying_for_whom_opens_every_further_step():
    seen = Meeting.objects.visible_to(NOBODY)

    assert list(seen.filter(place="x").order_by("day").exclude(pk=1)[:5]) == []
    assert seen.count() == 0


def test_reading_everything_needs_a_reason():
    with pytest.raises(AssertionError, match="say why"):
        Meeting.objects.unrestricted(because="")


def test_whether_something_exists_may_be_asked():
    assert Meeting.objects.filter(ref="meetings/none/2026/1").exists() is False
