"""Nothing that is not public can be seen by the public: not a word of it, anywhere."""

from collections.abc import Iterable

import pytest
from django.db import OperationalError

from cleardays.record.models import Current, PublicFile
from cleardays.site.ratelimit import letters_limit
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.plans.models import Action, Measure, Plan
from cleardays.workroom.reports.models import Report
from tests.conftest import SiteClient
from tests.leaks.crawl import Crawl, Sighting, every_address, routes

NOWHERE = "zqxnowhere"
BECAUSE = "the leak test asks for what is not public"


def hidden_refs() -> set[str]:
    """Return the address that everything would have which has none."""
    slugs = Report.objects.unrestricted(because=BECAUSE).values_list("slug", flat=True)
    meetings = Meeting.objects.unrestricted(because=BECAUSE).values_list("ref", flat=True)
    followed = (
        ref
        for model in (Inspection, Plan, Measure)
        for ref in model.objects.unrestricted(because=BECAUSE).values_list("ref", flat=True)
    )
    public = Current.objects.values_list("ref", flat=True)
    return {*meetings, *(f"reports/{slug}" for slug in slugs), *followed} - set(public)


def hidden_files() -> set[str]:
    public = PublicFile.objects.values_list("pk", flat=True)
    return set(StoredFile.objects.values_list("pk", flat=True)) - set(public)


def references() -> set[str]:
    """Return the reference of every action, public or not."""
    actions = Action.objects.unrestricted(because=BECAUSE)
    return set(actions.values_list("ref", flat=True))


def told(sightings: Iterable[Sighting]) -> str:
    """Say which field leaks where, an address for each."""
    first = {one.place: one.address for one in sorted(sightings, reverse=True)}
    return "\n".join(f"{place} is seen at {address}" for place, address in sorted(first.items()))


@pytest.fixture(scope="module")
def crawled(council) -> Crawl:
    """The whole public side, read once: by its links, then by every address there could be."""
    crawl = Crawl(SiteClient(), council.canaries, council.robins).follow()
    return crawl.follow(every_address(hidden_refs(), hidden_files(), references()))


def test_no_canary_is_seen(crawled):
    assert not crawled.sightings, told(crawled.sightings)


def test_all_that_is_public_is_seen(crawled, council):
    unseen = council.heard - crawled.heard

    assert not unseen, "\n".join(council.robins.places(unseen))


def test_every_kind_of_page_was_read(crawled):
    missing = routes() - crawled.routes

    assert not missing, f"No page of {missing} was read: give tests/leaks/council.py one"


def test_what_is_not_public_is_not_found(crawled, council):
    hidden = [f"/{ref}/" for ref in hidden_refs()] + [f"/files/{one}/" for one in hidden_files()]
    asked = {at: status for at, status in crawled.statuses.items() if at.startswith(tuple(hidden))}

    assert len(asked) > len(hidden)
    assert set(asked.values()) == {404}


def found_for(public, word: str) -> str:
    """Return the page of a search, without the word itself, which it repeats."""
    return public.get("/search/", {"q": word}).content.decode().replace(word, "…")


def test_a_search_for_a_canary_finds_what_a_search_for_nothing_finds(council, public):
    nothing = found_for(public, NOWHERE)
    told_more = [word for word in council.canaries.all() if found_for(public, word) != nothing]

    assert council.canaries.places(told_more) == []


def broken(*args, **kwargs):
    raise OperationalError(broken.word)


@pytest.fixture
def look(council, public):
    """A function that asks something in its own way and returns the status, nothing being seen."""
    letters_limit.forget()
    public.raise_request_exception = False
    broken.word = council.canaries.word("the message of an error", "a fault")

    def ask(method: str, address: str, **more) -> int:
        crawl = Crawl(public, council.canaries, council.robins)
        response = getattr(public, method)(address, **more)
        crawl.look(response, address)
        assert not crawl.sightings, told(crawl.sightings)
        return response.status_code

    return ask


def test_nothing_is_seen_in_refusals(look):
    file = f"/files/{PublicFile.objects.filter(recalled_at=None).first().pk}/paper"

    assert look("get", "/", headers={"Host": "elsewhere.example"}) == 400
    assert look("get", "/nowhere/") == 404
    assert look("post", "/") == 405
    assert look("get", file, headers={"Range": "bytes=0-5"}) == 206
    assert look("get", file, headers={"Range": "bytes=99999999-"}) == 416
    assert look("post", "/letters/", data={"about": "mistake"}) == 422


def test_nothing_is_seen_when_too_many_letters_come(look):
    letter = {"about": "mistake", "words": "A lamp is dark."}
    statuses = [look("post", "/letters/", data=letter) for _ in range(6)]

    assert set(statuses) == {303, 429}


def test_nothing_is_seen_of_a_fault(look, monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.front.find", broken)
    monkeypatch.setattr("cleardays.site.pages.plain.head_seq", broken)

    assert look("get", "/") == 500
    assert look("get", "/healthz") == 503


def test_nothing_is_seen_while_the_search_is_being_built(look, settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "none"

    assert look("get", "/search/?q=lamps") == 200
