"""Plans in the workroom, in a real browser: every page with axe, on a phone and without script."""

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Plan
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    make_action,
    make_area,
    make_lead,
    make_plan,
    make_worker,
    publish,
    seen_by,
)

LINK = {"kind": "audit", "url": "https://council.example/audit"}
PATHS = (
    "",
    "begin/",
    "mine/",
    "hand-over/",
    "{plan}/",
    "{plan}/lists/slipped/",
    "{plan}/lists/promised/",
    "{plan}/release/",
    "{plan}/report/",
    "{plan}/versions/",
    "{plan}/versions/1/",
    "{plan}/changes/?from=1&to=2",
    "{plan}/spreadsheet/",
    "actions/{action}/",
    "plan/{plan}/add-action/",
    "plan/{plan}/state-counts/",
    "action/{action}/move-finish/",
    "action/{action}/evidence/",
)


@pytest.fixture
def lead():
    return make_lead(make_council(name="Lampshire County Council"))


@pytest.fixture
def board():
    return make_council(name="NHS Lampshire Integrated Care Board", kind="nhs")


@pytest.fixture
def plan(lead, board):
    """A plan with two versions and one of everything."""
    second = make_lead(lead.organisation, "Deputy Improvement Lead")
    by = seen_by(lead)
    plan = make_plan(lead, summary="Nine lamps are dark.", legend={"Red": "Not yet begun"})
    area = make_area()
    one = make_action(plan, lead, "1.1", areas=[area], supporting=[(board, "Lend a ladder")])
    make_action(plan, lead, "1.2", lead="", lead_body=board)
    step = actions.add_milestone(one, "First three lit", "A walk after dark", TODAY, by=by, at=AT)
    actions.move_milestone(step, LATER.date(), reason="No ladder.", by=by, at=AT)
    publish(plan, lead, second, note="The first")
    actions.move_date(one, "finish", LATER.date(), reason="Brought forward.", by=by, at=LATER)
    actions.write_update(one, "Two of nine are lit.", next_step="The third", by=by, at=LATER)
    actions.add_evidence(one, "An audit of lamps", **LINK, by=by, at=LATER)
    actions.add_voice(plan, "Parent carer forum", "It is dark.", TODAY, by=by, at=AT)
    risk = {"owner": "Head of Lamps", "likelihood": 3, "effect": 4, "mitigation": "Buy one."}
    actions.add_risk(plan, "The ladder breaks", **risk, is_public=True, by=by, at=AT)
    publish(plan, lead, second, at=LATER)
    return plan


def keys(plan):
    first = actions_of(plan)[0]
    return {"plan": plan.pk, "action": first.pk}


def actions_of(plan):
    return list(Action.objects.unrestricted(because="a test looks").of(plan))


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_accessible(
    page, live_server, sign_in, lead, plan, path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)

    page.goto(f"{live_server}/plans/{path.format(**keys(plan))}")

    axe(page)
    no_horizontal_scroll(page)
    name = path.format(plan="one", action="one").replace("/", "-").replace("?", "-")
    shoot(page, f"plans-{name or 'list'}")


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_an_action_is_started_without_a_script(page, live_server, sign_in, lead, plan):
    sign_in(lead)
    page.goto(f"{live_server}/plans/{plan.pk}/")

    page.get_by_role("link", name="1.1").click()
    page.get_by_role("link", name="Record the start").click()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("in progress, late")).to_be_visible()


def test_a_partner_updates_its_own_action(page, live_server, sign_in, plan, board, axe):
    sign_in(make_worker("Head of Therapies", board))
    page.goto(f"{live_server}/plans/mine/")
    axe(page)

    page.get_by_role("link", name="1.2").click()
    page.get_by_role("link", name="Write an update").click()
    page.get_by_label("How it is getting on").fill("We have begun.")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("We have begun.")).to_be_visible()
    axe(page)


def test_a_spreadsheet_comes_back_and_its_conflict_is_decided(
    page, live_server, sign_in, lead, plan, tmp_path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)
    page.goto(f"{live_server}/plans/{plan.pk}/spreadsheet/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    kept = tmp_path / "plan.csv"
    download.value.save_as(kept)
    words = kept.read_text("utf-8-sig")
    kept.write_text(words.replace("Mend the lamps of street 1.1", "Theirs"))
    actions.change_action(actions_of(plan)[0], title="Ours", by=seen_by(lead), at=LATER)
    page.get_by_label("The plan as .xlsx or .csv").set_input_files(kept)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_load_state("networkidle")
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "plans-compare")

    page.get_by_label("Take what the table has: Theirs").check()
    page.get_by_role("button", name="Accept all of this").click()

    expect(page.get_by_role("link", name="1.1 Theirs")).to_be_visible()
    assert Plan.objects.exists()


def book(path, *rows):
    """Write a plan as people keep it: a cover, headings among the rows, a key, a hidden row."""
    made = Workbook()
    made.active.title = "Cover"
    made.active.append(["Our plan for the lamps"])
    plan, key = made.create_sheet("Plan"), made.create_sheet("RAG key")
    plan.append(["Improvement plan, version 3"])
    plan.append(["Ref no.", "What we will do", "Owner (post)", "By when", "RAG", "Comments"])
    plan.append(["Priority 1: streets without light"])
    for row in rows:
        plan.append(row)
    plan.merge_cells("A3:F3")
    plan.row_dimensions[5].hidden = True
    for pair in (["Colour", "Meaning"], ["Red", "Not begun"], ["Green", "Under way"]):
        key.append(pair)
    made.save(path)
    return path


def test_a_plan_of_ones_own_is_read_once_its_slips_are_mended_and_its_words_settled(
    page, live_server, sign_in, lead, plan, tmp_path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)
    page.goto(f"{live_server}/plans/{plan.pk}/spreadsheet/")
    words = (
        [
            "2.1",
            "Light the market",
            "Head of Wires",
            "March 2026",
            "Green",
            "A long wait for wire",
        ],
        ["2.2", "Light the quay", "Head of Wires", "Ongoing", "Red", ""],
    )
    slip = ([*words[0][:3], "31/02/2026", *words[0][4:]], words[1])

    page.get_by_label("The plan as .xlsx or .csv").set_input_files(
        book(tmp_path / "a.xlsx", *slip)
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("is no real day")).to_be_visible()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "plans-faults")
    page.get_by_label("The plan as .xlsx or .csv").set_input_files(
        book(tmp_path / "b.xlsx", *words)
    )
    page.get_by_role("button", name="Read it").click()

    expect(page.get_by_label("Last day meant by “March 2026”")).to_have_value("31/03/2026")
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "plans-settle")
    page.get_by_label("Body of “Head of Wires”").select_option(label=plan.organisation.name)
    page.get_by_role("button", name="Go on with these answers").click()

    expect(page.get_by_text("has hidden or filtered rows: 1 read too")).to_be_visible()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "plans-compare-own")
