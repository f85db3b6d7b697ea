"""Inspections in the workroom: from the inspectors' PDF to what is due, page by page."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now
from playwright.sync_api import expect

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Inspection
from tests.factories.accounts import make_user
from tests.factories.inspections import AT, LEAD, make_body, make_inspection
from tests.factories.people import make_committee
from tests.factories.published import make_meeting
from tests.readers.inspections.paper import WHOLE, set_pdf

PATHS = (
    "",
    "add/",
    "{pk}/",
    "{pk}/change/",
    "{pk}/responsible/",
    "{pk}/areas/add/",
    "{pk}/judge/",
    "{pk}/events/add/",
    "{pk}/decisions/add/",
    "{pk}/file/",
)


@pytest.fixture
def lead(committee):
    return make_user("Improvement Lead", committee, "improvement-lead")


@pytest.fixture
def inspection(committee):
    """Received today, judged by two, with an area that leads a body of its own."""
    board = make_body("NHS Saltmere Integrated Care Board")
    made = make_inspection(
        bodies=[committee.organisation, board],
        at=now(),
        received_on=localdate(),
        published_on=None,
        published_words="Expected in spring",
        summary="Families waited too long, and leaders did not know it.",
    )
    area = actions.add_area(
        made,
        "priority",
        "Plans for children come late",
        by=LEAD,
        at=AT,
        text="Too many plans are late.\n- Data are not shared.\n- Nobody checks them.",
    )
    actions.set_responsible(made, [board], by=LEAD, at=AT, role="lead", area=area)
    actions.judge(made, "families", "No different yet", by=LEAD, at=AT, area=area)
    actions.add_event(
        made,
        "ombudsman",
        "Fault found: a review came late",
        AT.date(),
        by=LEAD,
        at=AT,
        area=area,
        differs="One page says January, another February.",
        is_confirmed=False,
        note="From the press.",
        sources=["https://example.org/decisions/" + "1" * 80],
    )
    return made


def first(model):
    return model.objects.unrestricted(because="a test").first()


def test_the_page_of_an_inspection(
    page, live_server, sign_in, lead, inspection, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)

    page.goto(f"{live_server}/inspections/{inspection.pk}/")

    expect(page.get_by_role("heading", name="Is there a way in time?")).to_be_visible()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "inspection")


def test_a_way_through_the_committees_is_laid_out(
    page, live_server, sign_in, lead, inspection, viewer, committee, axe, shoot
):
    council, today = committee.organisation, localdate()
    cabinet = make_committee(organisation=council, name="Cabinet", kind="executive")
    clerk = viewer(make_user("Clerk", cabinet, "democratic-services"), today)
    due = today + timedelta(days=100)
    actions.change(inspection, by=LEAD, at=now(), due_by_letter=due)
    make_meeting(cabinet, clerk, day=due - timedelta(days=14))
    sign_in(make_user("Head of Improvement", cabinet, "improvement-lead"))

    page.goto(f"{live_server}/inspections/{inspection.pk}/#routes")

    expect(page.get_by_text("There is one way through the executive")).to_be_visible()
    axe(page)
    shoot(page, "inspection-route")


def test_a_pdf_is_read_settled_and_accepted(
    page, live_server, sign_in, lead, tmp_path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)
    page.goto(f"{live_server}/inspections/upload/")
    axe(page)
    page.get_by_label("The inspectors' report").set_input_files(set_pdf(tmp_path, WHOLE))
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Accept what was read")).to_be_visible()
    page.wait_for_load_state("networkidle")
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "inspection-accept")
    page.wait_for_load_state("networkidle")

    for choice in page.locator("select[name^=body-]:visible").all():
        choice.select_option("new-nhs")
    for box in page.locator("input[name^=settled-]").all():
        box.check()
    page.get_by_role("button", name="Accept", exact=True).click()

    expect(page.get_by_role("heading", name="What is due")).to_be_visible()
    assert first(Inspection).is_accepted
    assert first(Area).label
    axe(page)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_accessible_and_no_wider_than_its_window(
    page, live_server, sign_in, lead, inspection, path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)

    page.goto(f"{live_server}/inspections/{path.format(pk=inspection.pk)}")

    axe(page)
    no_horizontal_scroll(page)
    shoot(page, f"inspections-{path.replace('/', '-').format(pk='one') or 'list'}")


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_an_owner_is_set_without_a_script(page, live_server, sign_in, lead, inspection):
    sign_in(lead)
    page.goto(f"{live_server}/inspections/{inspection.pk}/")

    owner = re.compile("Set the owner.*Send the priority action plan")
    page.get_by_role("link", name=owner).click()
    page.get_by_label("Owner").fill("Director of Education")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Director of Education").first).to_be_visible()


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_a_monitoring_inspection_is_judged_and_gets_its_letter_without_a_script(
    page, live_server, sign_in, lead, committee, inspection, tmp_path
):
    visit = make_inspection("monitoring-2023", [committee.organisation], previous=inspection)
    sign_in(lead)
    page.goto(f"{live_server}/inspections/{visit.pk}/judge-areas/")

    page.get_by_label("1. Plans for children come late").select_option("effective action")
    page.get_by_label("What inspectors say on area 1").fill("Plans come sooner.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="The inspectors' PDF").click()
    page.get_by_label("The inspectors' report").set_input_files(set_pdf(tmp_path, WHOLE))
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Plans come sooner.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("The inspectors' report"))).to_be_visible()


def test_the_record_of_a_decision_and_what_was_last_published_are_accessible(
    page, live_server, sign_in, member, inspection, axe, no_horizontal_scroll, shoot
):
    actions.record_decision(
        inspection,
        taken_on=localdate(),
        taken_by="Director of Children's Services",
        how="special-urgency",
        decision="To send the plan.",
        reasons="No meeting lies before the day in the letter.",
        alternatives="An extraordinary meeting: it could not be called in time.",
        conflicts="None declared.",
        address="https://example.org/decisions/" + "1" * 80,
        by=LEAD,
        at=now(),
    )
    actions.publish(inspection, by=LEAD, at=now())
    actions.change(inspection, by=LEAD, at=now(), summary="Not public yet")
    sign_in(member)

    page.goto(f"{live_server}/inspections/{inspection.pk}/")

    expect(page.get_by_text("As last published")).to_be_visible()
    expect(page.get_by_text("None declared.")).to_be_visible()
    expect(page.get_by_text("Not public yet")).to_have_count(0)
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "inspection-as-published")
