"""`cleardays administrator`: the first who signs in, and one who is locked out."""

import re

import pytest
from click.testing import CliRunner
from django.utils.timezone import localdate

from cleardays.cli.main import main
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.audit.history import history_of
from tests.factories.accounts import make_user

EMAIL = "manager@council.example"
NEW = ("--post", "Democratic Services Manager", "--council", "Fenland Borough Council")


def run(*arguments):
    return CliRunner().invoke(main, ["administrator", *arguments])


def password_in(said: str) -> str:
    (password,) = re.findall(r"password (\S+)", said)
    return password


def test_the_first_signs_in_with_the_password_and_has_to_choose_another(client):
    result = run(EMAIL, *NEW)

    assert result.exit_code == 0, result.output
    given = {"login": EMAIL, "password": password_in(result.output)}
    page = client.post("/account/login/", given, follow=True)
    assert page.redirect_chain[-1][0] == "/account/password/change/"


def test_the_first_may_enter_users_and_committees_and_no_exempt_item():
    run(EMAIL, *NEW)

    user = User.objects.get(email=EMAIL)
    may = viewer_of(user, localdate()).everywhere
    assert {Permission.MANAGE_USERS, Permission.MANAGE_BODIES} <= may
    assert Permission.SEE_EXEMPT not in may
    assert str(user.organisation) == "Fenland Borough Council"
    assert {line.by for line in history_of(user)} == {"Whoever runs Clear Days"}


@pytest.mark.parametrize("said", [(), NEW[:2], NEW[2:]])
def test_whoever_is_not_known_needs_a_post_and_a_council(said):
    result = run(EMAIL, *said)

    assert result.exit_code == 3
    assert "say --post POST and --council NAME" in result.output
    assert not User.objects.exists()


def test_one_who_is_locked_out_is_let_in_again_with_a_new_password(committee):
    user = make_user("Head of IT", committee, "author", is_active=False)

    result = run(user.email.upper())

    assert result.exit_code == 0, result.output
    user.refresh_from_db()
    assert user.is_active
    assert user.must_change_password
    assert user.check_password(password_in(result.output))
    assert viewer_of(user, localdate()).can(Permission.MANAGE_USERS)
