"""The public pages of what follows from inspections: folded, they still lead everywhere.

The record cannot be emptied, so no live server has it here: the browser is answered with what the
site's own client gets.
"""

import pytest
from django.contrib.staticfiles.finders import find

from tests.factories.record import PLAN, a_plan, an_action, changed, publish

SITE = "http://localhost"
FOLD = "details.cd-fold"


@pytest.fixture
def plan_page(page, public):
    """The page of a plan of twenty actions, in the browser at its address."""
    action = an_action(started="2025-10-01", finish="2025-12-01")
    publish(a_plan(actions=tuple(changed(action, ref=f"A{n}") for n in range(20))))
    markup = public.get(f"/{PLAN.ref}/").content

    def answer(route):
        path = route.request.url.removeprefix(SITE).partition("#")[0]
        if path.startswith("/static/"):
            route.fulfill(path=find(path.removeprefix("/static/")))
        else:
            route.fulfill(body=markup, content_type="text/html; charset=utf-8")

    page.route(f"{SITE}/**", answer)
    page.goto(f"{SITE}/{PLAN.ref}/")
    return page


@pytest.mark.parametrize("context", ["with-script", "without-script"], indirect=True)
def test_the_address_of_an_action_opens_what_it_is_folded_in(plan_page):
    assert not plan_page.locator("#action-A19").is_visible()

    plan_page.goto(f"{SITE}/{PLAN.ref}/#action-A19")

    plan_page.locator("#action-A19").wait_for(state="visible")


def test_a_fold_opens_by_keyboard_and_says_first_what_is_in_it(plan_page, axe):
    assert "20 in progress, late" in plan_page.locator(f"{FOLD} summary").inner_text()

    plan_page.locator(f"{FOLD} summary").focus()
    plan_page.keyboard.press("Enter")

    assert plan_page.locator("#action-A0").is_visible()
    axe(plan_page)


def test_on_paper_nothing_is_folded(plan_page):
    folded = plan_page.locator(FOLD).bounding_box()["height"]

    plan_page.emulate_media(media="print")

    assert plan_page.locator(FOLD).bounding_box()["height"] > 3 * folded
