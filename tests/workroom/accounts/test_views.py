import re
from datetime import date

import pytest

from cleardays.workroom.accounts.models import RoleHeld, User
from tests.factories.accounts import make_user


@pytest.fixture
def administrator(committee):
    user = make_user("Administrator", committee, "administrator")
    RoleHeld.objects.filter(user=user).update(committee=None)
    return user


@pytest.fixture
def client(administrator, signed_in):
    return signed_in(administrator)


def test_a_user_is_entered_and_their_password_shown_once(client, committee):
    typed = {
        "post": "Lamp Officer",
        "organisation": committee.organisation_id,
        "email": "lamp@council.example",
    }

    page = client.post("/users/add/", typed)

    user = User.objects.get(email="lamp@council.example")
    password = re.search(r"<code>([\w-]+)</code>", page.text)[1]
    assert user.check_password(password)
    assert page["Cache-Control"].count("no-store") == 1
    assert password not in client.get(f"/users/{user.pk}/").text


def test_a_role_is_given_and_ended_from_the_pages(client, clerk, committee):
    typed = {
        "role": "clearer",
        "committee": committee.pk,
        "since_day": "1",
        "since_month": "1",
        "since_year": "2026",
    }
    client.post(f"/users/{clerk.pk}/roles/give/", typed)
    held = RoleHeld.objects.get(user=clerk, role="clearer")

    client.post(
        f"/users/roles/{held.pk}/end/",
        {"until_day": "31", "until_month": "12", "until_year": "2099"},
    )

    held.refresh_from_db()
    assert held.until == date(2099, 12, 31)


def test_users_are_changed_deactivated_and_reactivated(client, clerk):
    typed = {
        "post": "Lamp Officer",
        "organisation": clerk.organisation_id,
        "email": "lamp@council.example",
    }
    client.post(f"/users/{clerk.pk}/change/", typed)
    client.post(f"/users/{clerk.pk}/deactivate/")
    clerk.refresh_from_db()
    assert (clerk.post, clerk.is_active) == ("Lamp Officer", False)

    client.post(f"/users/{clerk.pk}/reactivate/")

    clerk.refresh_from_db()
    assert clerk.is_active


def test_a_new_password_is_shown_once(client, clerk):
    page = client.post(f"/users/{clerk.pk}/password/")

    clerk.refresh_from_db()
    assert clerk.check_password(re.search(r"<code>([\w-]+)</code>", page.text)[1])


def test_administrators_are_told_that_they_cannot_raise_themselves(client, administrator):
    page = client.get(f"/users/{administrator.pk}/")

    assert "Another administrator has to give you a role" in page.text
    assert "Give a role" not in page.text


def test_what_is_refused_is_said_at_the_top_of_the_page(client, administrator):
    page = client.post(f"/users/{administrator.pk}/deactivate/", follow=True)

    assert "You cannot shut yourself out" in page.text


def test_everybody_sees_what_they_hold(member, signed_in):
    page = signed_in(member).get("/users/me/")

    assert "Member, " in page.text


def test_the_list_shows_who_holds_what(client, clerk):
    page = client.get("/users/")

    assert "Democratic services officer, " in page.text


@pytest.mark.parametrize("page", ["", "add/", "1/", "1/change/", "1/roles/give/"])
def test_a_member_manages_nobody(member, signed_in, page):
    assert signed_in(member).get(f"/users/{page}").status_code == 404
