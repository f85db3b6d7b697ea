"""Signing in, out, and the second step, as a browser without JavaScript does it."""

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from cleardays.workroom.accounts.models import User

PASSWORD = "a long enough password"
NEW = "another long enough one"


def sign_in(user, password=PASSWORD):
    client = Client()
    typed = {"login": user.email, "password": password}
    return client, client.post("/account/login/", typed)


def confirmed(user):
    """Sign in and confirm that it is oneself, as changing how one signs in asks."""
    client, _ = sign_in(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def code(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


@pytest.fixture
def with_app(clerk):
    """A clerk who has set up an authenticator app, with its secret."""
    client = confirmed(clerk)
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": code(secret)})
    return clerk, secret, client


def test_signing_in_leads_to_what_needs_you(clerk):
    _, response = sign_in(clerk)

    assert response.url == "/"


def test_a_wrong_password_says_so_and_lets_nobody_in(clerk):
    client, page = sign_in(clerk, "wrong")

    assert "There is a problem" in page.text
    assert client.get("/").status_code == 302


def test_signing_out(clerk):
    client, _ = sign_in(clerk)

    client.post("/account/logout/")

    assert client.get("/").status_code == 302


def test_a_changed_password_is_ones_own(clerk):
    clerk.must_change_password = True
    clerk.save()
    client, _ = sign_in(clerk)

    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )

    assert not User.objects.get(pk=clerk.pk).must_change_password
    assert client.get("/").status_code == 200
    assert sign_in(clerk, NEW)[1].url == "/"


def test_the_second_step_is_asked_once_it_is_set_up(with_app):
    user, _, _ = with_app

    client, response = sign_in(user)

    assert response.url == "/account/2fa/authenticate/"
    assert client.get("/").status_code == 302


def test_the_pages_of_the_second_step_are_in_our_look(with_app):
    _, _, client = with_app

    for page in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        shown = client.get(f"/account/2fa/{page}", follow=True)
        assert shown.status_code == 200
        assert "cd-masthead--workroom" in shown.text


def test_a_recovery_code_opens_the_second_step(with_app):
    user, _, client = with_app
    codes = client.get("/account/2fa/recovery-codes/").context["unused_codes"]

    visitor, _ = sign_in(user)
    response = visitor.post("/account/2fa/authenticate/", {"code": codes[0]})

    assert response.url == "/"


def test_the_square_for_the_app_is_drawn_in_the_page(clerk):
    page = confirmed(clerk).get("/account/2fa/totp/activate/")

    assert "<svg" in page.text.split("<main")[1]
    assert "data:image" not in page.text
