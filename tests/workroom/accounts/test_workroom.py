"""The frame of every page: where each can go."""

import re

import pytest

from tests.factories.accounts import make_user

EVERYBODY = ["What needs you", "Meetings", "Reports", "Inspections", "Plans", "Asks", "Committees"]
PLACES = {
    "member": EVERYBODY,
    "administrator": [*EVERYBODY, "Users"],
    "democratic-services": [*EVERYBODY, "Letters"],
}


@pytest.mark.parametrize(("role", "expected"), PLACES.items())
def test_each_is_shown_where_they_can_go(committee, signed_in, role, expected):
    page = signed_in(make_user("Somebody", committee, role)).get("/")

    assert re.findall(r'class="cd-nav__link"[^>]*>([^<]+)<', page.text) == expected


@pytest.mark.parametrize(
    ("page", "place"),
    [("/", "What needs you"), ("/meetings/", "Meetings"), ("/people/", "Committees")],
)
def test_the_place_where_one_is_is_marked(clerk, signed_in, page, place):
    shown = signed_in(clerk).get(page)

    assert re.findall(r'aria-current="page"[^>]*>([^<]+)<', shown.text) == [place]
