from datetime import date, time

from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.views.listing import entry, way_to
from tests.factories.meetings import items_of, make_meeting


def test_an_inexact_date_is_shown_in_its_own_words(committee):
    meeting = Meeting(
        pk=1,
        committee=committee,
        day=date(2018, 6, 1),
        time=time(10, 0),
        precision="month",
        date_words="June 2018",
    )

    listed = entry(meeting)

    assert (listed.at, listed.precision, listed.note) == (date(2018, 6, 1), "month", "June 2018")


def test_the_way_leads_from_the_list_to_the_item(clerk, committee):
    meeting = make_meeting(clerk, committee, "One")

    trail = way_to(meeting, items_of(meeting)[0])

    assert [link.text for link in trail] == [
        "Meetings",
        committee.name,
        "17 March 2026",
        "Item 1",
    ]
