import pytest

from cleardays.workroom.people.models import ClosureDay, Committee, Organisation
from tests.factories.accounts import make_user
from tests.factories.people import make_committee


@pytest.fixture
def council(committee):
    return committee.organisation


@pytest.fixture
def client(committee, signed_in):
    from cleardays.workroom.accounts.models import RoleHeld

    user = make_user("Administrator", committee, "administrator")
    RoleHeld.objects.filter(user=user).update(committee=None)
    return signed_in(user)


def test_everybody_who_signed_in_sees_the_committees(member, committee, signed_in):
    page = signed_in(member).get("/people/")

    assert committee.name in page.text
    assert "Add a committee" not in page.text


def test_a_committee_is_entered_from_the_page(client, council):
    typed = {"name": "Lamps Board", "kind": "statutory-board", "purpose": "Sees to the lamps."}

    client.post(f"/people/{council.pk}/committees/add/", typed)

    assert Committee.objects.get(slug="lamps-board").purpose == "Sees to the lamps."


def test_what_is_refused_comes_back_beside_the_form(client, council):
    make_committee(slug="lamps", organisation=council)
    typed = {"name": "Lamps", "kind": "scrutiny"}

    page = client.post(f"/people/{council.pk}/committees/add/", typed)

    assert "Something else has the address" in page.text


def test_a_committee_is_changed_from_the_page(client, committee):
    typed = {"name": "New name", "kind": "scrutiny", "slug": "stolen"}

    client.post(f"/people/committees/{committee.pk}/change/", typed)

    slug = committee.slug
    committee.refresh_from_db()
    assert (committee.name, committee.slug) == ("New name", slug)


def test_organisations_closure_days_and_divisions_are_kept_from_the_pages(client, council):
    client.post("/people/add/", {"name": "Lamp Trust", "kind": "nhs"})
    client.post(f"/people/{council.pk}/change/", {"name": "Borough", "kind": "council"})
    day = {"day_day": "29", "day_month": "12", "day_year": "2099", "name": "Christmas"}
    client.post(f"/people/{council.pk}/closure-days/add/", day)
    client.post(f"/people/{council.pk}/divisions/add/", {"name": "Mill"})

    page = client.get(f"/people/{council.pk}/")

    assert Organisation.objects.filter(name="Lamp Trust").exists()
    for words in ("Borough", "Christmas", "Mill", "added the division Mill"):
        assert words in page.text


def test_what_was_added_can_be_removed(client, council):
    from datetime import date

    closed = ClosureDay.objects.create(organisation=council, day=date(2099, 1, 2), name="x")
    division = council.divisions.create(name="Mill")

    client.post(f"/people/closure-days/{closed.pk}/remove/")
    client.post(f"/people/divisions/{division.pk}/remove/")

    assert not council.closure_days.exists()
    assert not council.divisions.exists()


@pytest.mark.parametrize("page", ["add/", "1/change/", "1/committees/add/", "1/divisions/add/"])
def test_a_member_may_change_nothing(member, signed_in, page):
    assert signed_in(member).get(f"/people/{page}").status_code == 404


def test_a_council_says_how_long_call_in_takes(client, council):
    assert "5 working days after a decision" in client.get(f"/people/{council.pk}/").text
    posted = {"name": "Borough", "kind": "council", "call_in_days": "0"}

    client.post(f"/people/{council.pk}/change/", posted)

    council.refresh_from_db()
    assert council.call_in_days == 0
    refused = client.post(f"/people/{council.pk}/change/", {**posted, "call_in_days": "99"})
    assert "less than or equal to 20" in refused.text
