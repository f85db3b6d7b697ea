"""The workroom shows nothing of a committee to strangers, nor to officers of another committee."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import AutoField
from django.test import Client

from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.letters.models import ReceivedLetter
from cleardays.workroom.meetings.models import Exemption, Meeting
from tests.factories.accounts import make_user
from tests.factories.people import make_committee
from tests.leaks.crawl import Crawl, Sighting, routes

WORKROOM_URLS = "cleardays.config.urls_workroom"
BECAUSE = "the leak test tries the key of everything"
# Letters are to the council, not to a committee: whoever answers them anywhere reads them.
# The inspectors' report is theirs to read where it is published, and carries the name it came by.
# The words at the head of a public plan are shown as they stand, before the next version has them.
FOR_EVERY_OFFICER = (
    "letters.ReceivedLetter.",
    "documents.StoredFile.name of a report that was accepted",
    *(f"plans.Plan.{field}" for field in ("title", "summary", "period_words", "legend")),
)
NOT_YET_KNOWN = "of a draft plan"


def numbers() -> list[int]:
    """Return the first keys of every kind of thing: a database may begin to count anywhere."""
    firsts = set()
    for model in apps.get_models():
        if model.__module__.startswith("cleardays.workroom.") and isinstance(
            model._meta.pk, AutoField
        ):
            rows = model._default_manager.all()
            if isinstance(rows, GuardedQuerySet):
                rows = rows.unrestricted(because=BECAUSE)
            firsts |= set(rows.order_by("pk").values_list("pk", flat=True)[:8])
    return sorted(firsts)


def addresses() -> Iterator[str]:
    """Yield the address of every page about each of the first things of every kind."""
    files = StoredFile.objects.values_list("pk", flat=True)
    uploads = Upload.objects.unrestricted(because=BECAUSE).values_list("pk", flat=True)
    letters = ReceivedLetter.objects.unrestricted(because=BECAUSE).values_list("pk", flat=True)
    keys = {"int": numbers(), "uuid": [*uploads, *letters], "slug": files}
    for route in routes(WORKROOM_URLS):
        kinds = set(re.findall(r"<(\w+):\w+>", route)) or {"int"}
        for key in keys[kinds.pop()] if "<" in route else [""]:
            yield "/" + re.sub(r"<\w+:\w+>", str(key), route)


def seen_by(client: Client, council) -> set[Sighting]:
    """Read every page there is; what the address itself says is no news."""
    crawl = Crawl(client, council.canaries, council.robins)
    typed = {}
    for address in addresses():
        crawl.look(client.get(address), address)
        typed[address] = council.canaries.places(council.canaries.seen_in(address.encode()))
    return {one for one in crawl.sightings if one.place not in typed[one.address]}


def test_a_stranger_sees_nothing(council):
    assert seen_by(Client(), council) == set()


@pytest.fixture
def elsewhere(council) -> Client:
    """An officer with all the rights there are in another committee of the same council."""
    other = make_committee(organisation=council.house.committee.organisation)
    client = Client()
    officer = make_user("Officer elsewhere", other, RoleName.DEMOCRATIC_SERVICES.value)
    client.force_login(officer)
    return client


def test_an_officer_of_another_committee_sees_letters_and_nothing_else(council, elsewhere):
    seen = seen_by(elsewhere, council)

    assert [one for one in seen if not one.place.startswith(FOR_EVERY_OFFICER)] == []
    assert [one for one in seen if one.place.endswith(NOT_YET_KNOWN)] == []
    assert seen


def test_their_own_officer_sees_what_others_do_not(council):
    """The crawl would see it, if it were shown."""
    clerk = Client()
    clerk.force_login(council.house.user(council.house.clerk))
    crawl = Crawl(clerk, council.canaries, council.robins)

    exempt = Exemption.objects.unrestricted(because=BECAUSE).values_list("item_id", flat=True)
    notes = Meeting.objects.unrestricted(because=BECAUSE).exclude(private_note="")
    pages = [f"/meetings/{pk}/" for pk in notes.values_list("pk", flat=True)]
    for address in (*pages, *(f"/items/{pk}/exempt/" for pk in exempt)):
        crawl.look(clerk.get(address), address)

    assert {one.place for one in crawl.sightings} >= {
        "meetings.Meeting.private_note of a published meeting",
        "meetings.Exemption.private_title of an item marked exempt",
    }
