"""Release, publication, versions, and what changed between two of them."""

import pytest
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import PlanRelease, PlanVersion
from tests.factories.plans import LATER, TODAY, make_action, publish, rows


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


@pytest.fixture
def seconds(signed_in, second):
    return signed_in(second)


def release(client, plan, **changed):
    address = reverse("plans:release", args=[plan.pk])
    day = {"as_at_day": "2", "as_at_month": "3", "as_at_year": "2026"}
    asked = f"{address}?as_at=2026-03-02"
    form = client.get(asked).context["form"]
    data = {"read": form.initial["read"], **day, "note": "First", **changed}
    return client.post(asked, data)


def test_a_second_person_reads_and_releases_and_the_first_publishes(client, seconds, plan, action):
    release(seconds, plan)
    client.post(reverse("plans:publish", args=[plan.pk]))

    (version,) = rows(PlanVersion)
    assert (version.note, version.as_at) == ("First", TODAY)


def test_publishing_without_a_release_says_why_not(client, plan, action):
    response = client.post(reverse("plans:publish", args=[plan.pk]), follow=True)

    assert "No second person has released it" in response.content.decode()
    assert rows(PlanVersion) == []


def test_what_changed_while_reading_is_not_released(seconds, plan, action, by):
    response = release(seconds, plan, read="0" * 64)

    assert "while you were reading" in response.content.decode()
    assert rows(PlanRelease) == []


def test_an_empty_plan_shows_why_it_cannot_be_released(seconds, plan):
    html = seconds.get(reverse("plans:release", args=[plan.pk])).content.decode()

    assert "The plan has no actions" in html
    assert "I have read it" not in html


def test_a_partner_neither_reads_for_release_nor_publishes(signed_in, partner, plan, lead, icb):
    make_action(plan, lead, "OWN", lead_body=icb)
    client = signed_in(partner)

    assert client.get(reverse("plans:release", args=[plan.pk])).status_code == 404
    assert client.post(reverse("plans:publish", args=[plan.pk])).status_code == 404


@pytest.fixture
def two_versions(plan, action, lead, second, by, icb):
    """Version 2 adds an action, and re-dates, re-words and re-owns another."""
    publish(plan, lead, second, note="The first")
    actions.move_date(action, "finish", LATER.date(), reason="No ladder.", by=by, at=LATER)
    actions.change_action(action, title="Mend fewer", lead_body=icb, by=by, at=LATER)
    make_action(plan, lead, "NEW", at=LATER)
    return publish(plan, lead, second, at=LATER)


def test_versions_are_listed_with_their_notes(client, plan, two_versions):
    html = client.get(reverse("plans:versions", args=[plan.pk])).content.decode()

    assert "The first" in html
    assert "Version 2" in html


def test_what_changed_between_two_versions_is_a_page(client, plan, two_versions):
    address = reverse("plans:difference", args=[plan.pk])

    html = client.get(f"{address}?from=1&to=2").content.decode()

    assert "Added 1 (NEW)" in html
    for words in ("Re-dated", "Re-owned", "Re-worded", "Mend fewer", "2 April 2026"):
        assert words in html


@pytest.mark.parametrize("query", ["", "from=1", "from=1&to=9", "from=x&to=y"])
def test_versions_that_do_not_exist_are_not_found(client, plan, two_versions, query):
    address = reverse("plans:difference", args=[plan.pk])

    assert client.get(f"{address}?{query}").status_code == 404


def test_reading_before_release_shows_what_changed(seconds, plan, two_versions, by):
    html = seconds.get(reverse("plans:release", args=[plan.pk])).content.decode()

    assert "What changed since it was last published" in html


def test_a_version_as_at_a_day_that_makes_no_sense_is_one_of_today(signed_in, lead, plan, action):
    page = signed_in(lead).get(f"{reverse('plans:release', args=[plan.pk])}?as_at=2026-02-31")

    assert page.status_code == 200
