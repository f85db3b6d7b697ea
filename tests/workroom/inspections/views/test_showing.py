from datetime import UTC, date, datetime

import pytest
import time_machine

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty
from cleardays.workroom.people.models import Organisation
from tests.factories.accounts import make_user
from tests.factories.inspections import AT, LEAD, make_body, make_inspection
from tests.factories.people import make_committee
from tests.factories.published import make_meeting

DAY_OF_RECEIPT = datetime(2025, 7, 25, 10, 0, tzinfo=UTC)
PAGES = ("/inspections/", "/inspections/upload/", "/inspections/add/")


@pytest.fixture
def council(committee):
    return committee.organisation


@pytest.fixture
def received(council):
    return make_inspection(
        bodies=[council, make_body("Saltmere ICB")],
        received_on=date(2025, 7, 25),
        published_on=None,
        private_note="Ask the director",
        areas=["Long waits", "Poor plans"],
    )


def test_the_page_shows_what_is_due_by_which_rule_and_who_must_act(client, received, council):
    page = client.get(f"/inspections/{received.pk}/")

    for words in (
        "The priority action plan is due by Mon 15 Sep 2025",
        "35 working days after the report was received on Fri 25 Jul",
        "Ofsted and CQC area SEND handbook",
        "Believed, not confirmed.",
        f"Who: {council}; no owner yet",
        "Ask the director",
    ):
        assert words in page.text


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
def test_14_the_page_warns_on_the_day_of_receipt(client, received):
    page = client.get(f"/inspections/{received.pk}/")

    assert "A delegated decision will be needed" in page.text
    assert "No meeting of the executive lies between Sat 23 Aug 2025 and Fri 5 Sep" in page.text
    assert "SI 2012/2089, reg 13(4)" in page.text


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
def test_a_meeting_of_the_cabinet_in_time_is_a_way(council, received, signed_in, viewer):
    cabinet = make_committee(organisation=council, name="Cabinet", kind="executive")
    clerk = make_user("Clerk", cabinet, "democratic-services")
    make_meeting(cabinet, viewer(clerk, date(2025, 7, 25)), day=date(2025, 9, 4))
    lead = make_user("Lead", cabinet, "improvement-lead")
    icb = Organisation.objects.get(name="Saltmere ICB")
    for area in Area.objects.unrestricted(because="a test"):
        actions.set_responsible(received, [icb], by=LEAD, at=AT, role="lead", area=area)

    page = signed_in(lead).get(f"/inspections/{received.pk}/")

    assert "There is one way through the executive by Mon 15 Sep 2025" in page.text
    assert "Last day for the papers of Cabinet" in page.text
    assert page.text.count("Saltmere ICB does not meet before the deadline") == 1


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
@pytest.mark.parametrize(("kind", "is_missing"), [("statutory-board", False), ("informal", True)])
def test_a_group_below_the_board_approves_nothing(
    council, received, signed_in, viewer, kind, is_missing
):
    icb = Organisation.objects.get(name="Saltmere ICB")
    for organisation, of, day in ((council, "executive", 4), (icb, kind, 10)):
        held = make_committee(organisation=organisation, name=f"The {of}", kind=of)
        clerk = make_user(f"Clerk of {of}", held, "democratic-services")
        make_meeting(held, viewer(clerk, date(2025, 7, 25)), day=date(2025, 9, day))
    lead = make_user("Lead", held, "improvement-lead")
    lead.roles.update(committee=None)

    page = signed_in(lead).get(f"/inspections/{received.pk}/")

    assert ("Saltmere ICB does not meet" in page.text) is is_missing


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
def test_a_strategic_plan_that_is_asked_for_is_laid_out_where_no_other_is_due(client, council):
    held = make_inspection(
        bodies=[council],
        outcome="inconsistent",
        needs_strategic_plan=True,
        received_on=date(2025, 7, 25),
        published_on=None,
    )

    page = client.get(f"/inspections/{held.pk}/")

    assert "Update the SEND strategic plan and publish it</a>, by" in page.text
    assert "Last day to publish the strategic plan" in page.text
    assert "A delegated decision will be needed" in page.text


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
def test_it_is_laid_out_for_a_decision_that_is_not_key(client, received):
    page = client.get(f"/inspections/{received.pk}/?key=no&call_in=0")

    assert "No meeting of the executive lies between Fri 25 Jul 2025 and Mon 15 Sep" in page.text


@time_machine.travel(DAY_OF_RECEIPT, tick=False)
def test_call_in_takes_as_long_as_the_council_says(client, council, received):
    assert "with 5 working days for call-in" in client.get(f"/inspections/{received.pk}/").text
    council.call_in_days = 10
    council.save()

    page = client.get(f"/inspections/{received.pk}/")

    assert "with 10 working days for call-in" in page.text


def test_others_see_what_is_published_and_nothing_more(member, signed_in, received, council):
    visitor = signed_in(member)
    assert visitor.get(f"/inspections/{received.pk}/").status_code == 404
    assert "No inspection is published yet" in visitor.get("/inspections/").text
    actions.change(received, by=LEAD, at=AT, published_words="August 2025")
    actions.publish(received, by=LEAD, at=AT)

    page = visitor.get(f"/inspections/{received.pk}/")

    assert "The priority action plan is due" in page.text
    for words in ("Ask the director", "History", "Set the owner", "Can it be published"):
        assert words not in page.text


def test_what_inspectors_see_to_is_recorded_and_given_to_nobody(client, received):
    everything = Duty.objects.unrestricted(because="a test").filter(inspection=received)
    others = everything.filter(body=None, is_estimate=True).count()

    page = client.get(f"/inspections/{received.pk}/")

    assert others > 0
    assert page.text.count("Record that it happened") == others
    assert page.text.count("Set the owner") == everything.count() - others


def test_pages_that_change_something_are_not_there_for_others(member, signed_in, received):
    visitor = signed_in(member)

    for path in ("change", "accept", "publish", "responsible", "areas/add", "judge"):
        assert visitor.get(f"/inspections/{received.pk}/{path}/").status_code == 404
    for path in PAGES[1:]:
        assert visitor.get(path).status_code == 404


def test_lists_and_forms_open(client, received):
    for path in (*PAGES, f"/inspections/{received.pk}/change/"):
        assert client.get(path).status_code == 200


def test_an_inspection_that_may_be_here_already_leads_to_the_other(client, received):
    again = make_inspection()

    page = client.get(f"/inspections/{again.pk}/")

    assert "This inspection may be here already" in page.text
    assert f'<a href="/inspections/{received.pk}/">' in page.text
