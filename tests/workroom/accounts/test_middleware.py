import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from cleardays.workroom.accounts.middleware import SIGNING_IN


def says_nothing(request):
    return HttpResponse("oops")


urlpatterns = [
    path("undeclared/", says_nothing),
    path("account/", include("allauth.urls")),
]


def test_a_page_asks_to_sign_in_and_comes_back():
    response = Client().get("/meetings/?page=2&x=y")

    assert response.url == "/account/login/?next=%2Fmeetings%2F%3Fpage%3D2%26x%3Dy"


@override_settings(ROOT_URLCONF=__name__)
def test_a_view_that_does_not_say_who_may_open_it_is_a_crash():
    with pytest.raises(ImproperlyConfigured, match="does not say who may open it"):
        Client().get("/undeclared/")


@pytest.mark.parametrize("page", ["signup/", "email/", "password/reset/", "password/set/"])
def test_pages_of_allauth_that_are_not_used_are_not_found(clerk, signed_in, page):
    assert Client().get(f"/account/{page}").status_code == 404
    assert signed_in(clerk).get(f"/account/{page}").status_code == 404


def test_the_pages_of_signing_in_exist():
    from django.urls import reverse

    for name in SIGNING_IN - {"mfa_reauthenticate"}:
        assert reverse(name).startswith("/account/")


def test_a_deactivated_user_is_nobody(clerk, signed_in):
    client = signed_in(clerk)
    clerk.is_active = False
    clerk.save()

    assert client.get("/").url.startswith("/account/login/")


def test_a_password_for_one_time_has_to_be_changed_first(clerk, signed_in):
    clerk.must_change_password = True
    clerk.save()

    assert signed_in(clerk).get("/meetings/").url == "/account/password/change/"


def test_no_page_is_kept_on_its_way_and_a_browser_asks_again(clerk, signed_in):
    assert signed_in(clerk).get("/")["Cache-Control"] == "private, no-cache"


def test_what_is_sent_after_the_session_ended_is_kept_to_be_sent_again(clerk):
    typed = {"title": 'Lamps "dark"\nand bins', "paragraphs": ["3", "5"]}

    response = Client().post("/reports/1/edit/?x=1", typed)

    page = response.content.decode()
    assert response.status_code == 403
    assert 'action="/reports/1/edit/?x=1"' in page
    assert 'name="title" value="Lamps &quot;dark&quot;\nand bins"' in page
    assert page.count('name="paragraphs"') == 2


def test_what_can_be_typed_again_need_not_be_kept(clerk):
    assert Client().get("/reports/1/edit/").url.startswith("/account/login/")
