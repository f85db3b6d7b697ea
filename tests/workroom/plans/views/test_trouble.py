"""Each list that keeps trouble from hiding is a page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.views.trouble import LISTS
from tests.factories.plans import AT, TODAY, make_action


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


def html_of(client, plan, name, query="on=2026-03-02"):
    address = reverse("plans:trouble", args=[plan.pk, name])
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_has_its_page(client, plan, action, name):
    assert LISTS[name].title in html_of(client, plan, name)


def test_a_list_that_does_not_exist_is_not_found(client, plan):
    assert client.get(reverse("plans:trouble", args=[plan.pk, "other"])).status_code == 404


def test_what_is_overdue_to_start_is_listed(client, plan, action):
    assert action.title in html_of(client, plan, "overdue-to-start")


@pytest.mark.parametrize("name", ["overdue-to-start", "no-measure", "promised"])
def test_each_action_that_is_listed_leads_to_its_page(client, plan, action, name):
    assert f'<a href="{action.get_absolute_url()}">A1</a>' in html_of(client, plan, name)


@pytest.mark.parametrize("query", ["on=2026-02-31&since=2026-13-01", "on=x&since=y"])
def test_a_day_that_makes_no_sense_is_none(client, plan, action, query):
    assert "Promised for this meeting" in html_of(client, plan, "promised", query)


def test_what_slipped_is_listed(client, plan, action, by):
    actions.move_date(action, "finish", date(2027, 1, 1), reason="No ladder.", by=by, at=AT)

    assert "185" in html_of(client, plan, "slipped")


def test_what_has_no_lead_is_listed(client, plan, lead):
    make_action(plan, lead, title="Nobody's street", lead="")

    assert "Nobody&#x27;s street" in html_of(client, plan, "no-lead")


def test_what_was_promised_between_two_meetings_is_listed(client, plan, action, by):
    actions.add_milestone(action, "Ladder bought", "A receipt", TODAY, by=by, at=AT)

    html = html_of(client, plan, "promised", "since=2026-02-20&on=2026-03-10")

    assert "Ladder bought" in html
    assert "not yet" in html


def test_a_partner_finds_its_own_actions_alone(signed_in, partner, plan, lead, icb):
    make_action(plan, lead, "OWN", title="Own street", lead_body=icb)
    make_action(plan, lead, "OTHER", title="Other street")

    html = html_of(signed_in(partner), plan, "overdue-to-start")

    assert "Own street" in html
    assert "Other street" not in html


def test_more_actions_take_no_more_queries(client, plan, lead):
    def queries():
        html_of(client, plan, "slipped")
        with CaptureQueriesContext(connection) as captured:
            html_of(client, plan, "slipped")
        return len(captured)

    for ref in "ABC":
        make_action(plan, lead, ref)
    few = queries()
    for ref in "DEFGHIJKLMNOP":
        make_action(plan, lead, ref)

    assert queries() == few
