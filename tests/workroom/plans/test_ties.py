"""Which plans an ask's page names, and to whom."""

import pytest
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.ties import plans_for
from tests.factories.asks import make_ask
from tests.factories.plans import AT, publish, seen_by


@pytest.fixture
def ask(clerk, deputy, committee, icb, plan, by):
    made = make_ask(clerk, deputy, committee, icb)
    actions.answer_asks(plan, [made], by=by, at=AT)
    return made


def test_the_page_of_an_ask_names_the_plan_to_who_follows_it(signed_in, lead, ask, plan):
    page = signed_in(lead).get(reverse("recommendations:ask", args=[ask.pk])).content.decode()

    assert plan.get_absolute_url() in page


def test_others_read_of_a_tie_what_is_public_of_it(lead, second, partner, ask, plan, action):
    before = plans_for(ask, seen_by(partner))

    publish(plan, lead, second)

    assert before == []
    assert [link.text for link in plans_for(ask, seen_by(partner))] == [plan.title]
