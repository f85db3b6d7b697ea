"""The list of plans, the page of one, and what is asked of one's own body."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Plan
from tests.factories.asks import make_ask
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    TODAY,
    actions_of,
    make_action,
    make_area,
    make_plan,
    make_worker,
    publish,
)

LIST = reverse("plans:list")


@pytest.fixture
def client(signed_in, lead):
    """The improvement lead's browser."""
    return signed_in(lead)


@pytest.fixture
def partners(signed_in, partner):
    """The partner's browser."""
    return signed_in(partner)


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_plans_are_listed(client, plan):
    assert plan.title in page(client, LIST)


def test_a_partner_does_not_see_a_plan_that_asks_nothing_of_it(partners, plan, action):
    assert plan.title not in page(partners, LIST)
    assert partners.get(plan.get_absolute_url()).status_code == 404


def test_a_partner_sees_its_own_actions_and_no_others(partners, plan, lead, icb):
    make_action(plan, lead, "OWN", title="Own therapies", lead_body=icb)
    make_action(plan, lead, "OTHER", title="Other lamps")

    html = page(partners, plan.get_absolute_url())

    assert "Own therapies" in html
    assert "Other lamps" not in html


def test_the_private_note_is_for_followers(client, partners, plan, lead, by, icb):
    make_action(plan, lead, "OWN", lead_body=icb)
    actions.change_plan(plan, private_note="Quillfeather", by=by, at=AT)

    assert "Quillfeather" in page(client, plan.get_absolute_url())
    assert "Quillfeather" not in page(partners, plan.get_absolute_url())


def test_a_plan_is_begun_in_the_browser(client, council):
    client.post(
        reverse("plans:create"),
        {"organisation": council.pk, "kind": "priority", "title": "A new plan"},
    )

    assert Plan.objects.unrestricted(because="a test").get().ref == "plans/a-new-plan"


def test_a_plan_without_a_title_is_not_begun(client, council):
    response = client.post(
        reverse("plans:create"), {"organisation": council.pk, "kind": "priority"}
    )

    assert "needs an answer" in response.content.decode()
    assert not Plan.objects.exists()


def test_a_partner_may_not_begin_a_plan(partners):
    assert partners.get(reverse("plans:create")).status_code == 404


def test_actions_are_narrowed_by_area_body_and_standing(client, plan, lead, icb):
    area = make_area()
    make_action(plan, lead, "X1", title="Of the area", areas=[area])
    make_action(plan, lead, "X2", title="Of the board", lead_body=icb)
    make_action(plan, lead, "X3", title="Without dates", start=None, finish=None)

    by_area = page(client, f"{plan.get_absolute_url()}?area={area.pk}")
    by_body = page(client, f"{plan.get_absolute_url()}?body={icb.pk}")
    by_state = page(client, f"{plan.get_absolute_url()}?state=no+dates")

    assert ("Of the area" in by_area, "Of the board" in by_area) == (True, False)
    assert ("Of the board" in by_body, "Of the area" in by_body) == (True, False)
    assert ("Without dates" in by_state, "Of the area" in by_state) == (True, False)


@pytest.mark.parametrize(
    "query", ["area=x", "body=99999999999999999999", "state=purple", "page=z"]
)
def test_a_filter_that_makes_no_sense_is_no_filter(client, plan, action, query):
    assert action.title in page(client, f"{plan.get_absolute_url()}?{query}")


def test_after_publication_a_reader_finds_the_version_and_no_working_rows(
    signed_in, plan, action, lead, second
):
    publish(plan, lead, second)
    reader = signed_in(make_worker("Member", make_council(), "member"))

    html = page(reader, plan.get_absolute_url())

    assert "version 1" in html
    assert action.title not in html
    assert action.title in page(reader, reverse("plans:version", args=[plan.pk, 1]))


def test_my_actions_put_what_is_late_first(partners, plan, lead, icb):
    make_action(plan, lead, "LATE", lead_body=icb)
    make_action(
        plan,
        lead,
        "SOON",
        lead_body=icb,
        start=TODAY.replace(year=2099),
        finish=TODAY.replace(year=2100),
    )
    make_action(plan, lead, "OTHER", title="Not ours")

    html = page(partners, reverse("plans:mine"))

    assert html.index("LATE") < html.index("Under way or to come") < html.index("SOON")
    assert "Not ours" not in html


def test_my_actions_say_what_the_body_is_to_do(partners, plan, lead, icb):
    make_action(plan, lead, supporting=[(icb, "Lend a ladder")])

    assert "Lend a ladder" in page(partners, reverse("plans:mine"))


def queries(client, address):
    page(client, address)
    with CaptureQueriesContext(connection) as captured:
        page(client, address)
    return len(captured)


@pytest.mark.parametrize("where", ["plan", "mine", "list"])
def test_more_rows_take_no_more_queries(client, plan, lead, by, icb, where):
    address = {"plan": plan.get_absolute_url(), "mine": reverse("plans:mine"), "list": LIST}[where]

    def fill(refs):
        for ref in refs:
            make_action(plan, lead, ref, areas=[make_area()], supporting=[(icb, "Help")])
            make_plan(lead, f"Plan {ref}")

    fill("ABCDE")
    few = queries(client, address)
    fill("FGHIJKLMNOPQRSTUVWXYZ")

    assert queries(client, address) == few


def test_a_plan_is_changed_in_the_browser(client, plan):
    client.post(
        reverse("plans:deed", args=["plan", plan.pk, "change"]),
        {"kind": "improvement", "title": "Better", "sources": "https://a.example/"},
    )

    changed = Plan.objects.unrestricted(because="a test").get()
    assert (changed.title, changed.sources) == ("Better", ["https://a.example/"])


def test_an_action_is_added_in_the_browser(client, plan, icb, by):
    client.post(
        reverse("plans:deed", args=["plan", plan.pk, "add-action"]),
        {
            "ref": "9",
            "title": "Mend it",
            "supporting": f"{icb}: lend a ladder",
            "start_day": "1",
            "start_month": "2",
            "start_year": "2026",
        },
    )

    assert "lend a ladder" in page(client, reverse("plans:action", args=[actions_of(plan)[0].pk]))


def test_a_supporting_body_that_nobody_knows_is_refused_in_words(client, plan):
    response = client.post(
        reverse("plans:deed", args=["plan", plan.pk, "add-action"]),
        {"ref": "9", "title": "Mend it", "supporting": "Nobody: lend a ladder"},
    )

    assert "No body is called “Nobody”" in response.content.decode()


def test_stated_counts_are_kept_from_the_browser(client, plan, by):
    client.post(
        reverse("plans:deed", args=["plan", plan.pk, "state-counts"]),
        {
            "as_at_day": "1",
            "as_at_month": "7",
            "as_at_year": "2019",
            "counts": "complete: 18\non track: 46\ndelayed: 8\nnot started: 21",
            "total": "94",
        },
    )

    html = page(client, reverse("plans:trouble", args=[plan.pk, "counts"]))
    assert "makes 93, not the 94 stated" in html


def test_a_voice_is_heard_and_answered(client, plan, by):
    voice = actions.add_voice(plan, "Forum", "It is dark.", TODAY, by=by, at=AT)

    client.post(
        reverse("plans:deed", args=["voice", voice.pk, "answer"]), {"done": "Nine lamps lit"}
    )

    assert "Nine lamps lit" in page(client, plan.get_absolute_url())


def test_others_read_the_last_public_version_on_every_page(
    plan, action, lead, second, partners, by, icb
):
    make_action(plan, lead, "OWN", lead_body=icb)
    publish(plan, lead, second)
    actions.change_plan(plan, title="Quillfeather", summary="Quillfeather", by=by, at=AT)
    own = next(one for one in actions_of(plan) if one.ref == "OWN")
    versions = reverse("plans:versions", args=[plan.pk])

    for address in (
        LIST,
        plan.get_absolute_url(),
        reverse("plans:mine"),
        own.get_absolute_url(),
        reverse("plans:deed", args=["action", own.pk, "update"]),
        versions,
        f"{versions}1/",
    ):
        html = page(partners, address)
        assert "Plan for the lamps" in html
        assert "Quillfeather" not in html


def test_a_plan_is_taken_back_from_its_page(plan, action, lead, second, client):
    publish(plan, lead, second)
    address = reverse("plans:deed", args=["plan", plan.pk, "recall"])
    assert address in page(client, plan.get_absolute_url())

    client.post(address, {"reason": "It named a child"})

    assert not Plan.objects.unrestricted(because="a test").get().is_published
    assert "Taken back" in page(client, reverse("plans:versions", args=[plan.pk]))


def test_what_a_plan_answers_is_chosen_and_shown(client, plan, council, clerk, deputy, committee):
    area, ask = make_area(), make_ask(clerk, deputy, committee, council)

    client.post(
        reverse("plans:deed", args=["plan", plan.pk, "answers"]),
        {"inspections": [area.inspection_id], "asks": [ask.pk]},
    )

    html = client.get(plan.get_absolute_url()).content.decode()
    assert area.inspection.get_absolute_url() in html
    assert ask.get_absolute_url() in html


def test_a_risk_is_changed_and_taken_off_from_its_page(client, plan, by):
    said = {"owner": "Head", "likelihood": 1, "effect": 1, "mitigation": "x", "is_public": False}
    risk = actions.add_risk(plan, "No ladder", **said, by=by, at=AT)
    change = reverse("plans:deed", args=["risk", risk.pk, "change"])
    remove = reverse("plans:deed", args=["risk", risk.pk, "remove"])

    client.post(change, {**said, "text": "No rope", "is_public": ""})
    html = client.get(plan.get_absolute_url()).content.decode()
    client.post(remove, {"reason": "Bought one"})

    assert "No rope" in html
    assert change in html
    assert "No rope" not in client.get(plan.get_absolute_url()).content.decode()


def test_what_has_no_day_to_finish_on_needs_its_body(signed_in, partner, plan, lead, icb, by):
    waits = make_action(plan, lead, "OPEN", title="Open", lead_body=icb, finish=None)
    actions.start(waits, TODAY, by=by, at=AT)

    page = signed_in(partner).get(reverse("plans:mine"))

    assert [entry.ref for entry, *_ in page.context["late"]] == ["OPEN"]
    assert page.context["others"] == []
