"""What others than followers read of an inspection while something in it has changed since."""

from datetime import date

import pytest

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

PUBLISHED, CHANGED = AT.replace(day=6), AT.replace(day=7)
ADDRESS = "https://example.org/finding"


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def visitor(member, signed_in):
    return signed_in(member)


@pytest.fixture
def bodies():
    return [make_body("Saltmere Council", kind="council"), make_body("Saltmere ICB")]


@pytest.fixture
def first(bodies):
    """A published inspection of 2016 with one area of weakness."""
    made = make_inspection("local-area-2016", bodies, ["Dark lamps"], title="The first")
    actions.publish(made, by=LEAD, at=AT)
    return made


@pytest.fixture
def later(bodies, first):
    """A published inspection with everything that one may have, changed in every part since."""
    lamps = everything(Area).get(inspection=first)
    made = make_inspection(bodies=bodies, previous=first, summary="Plain words for all.")
    area = actions.add_area(
        made, "priority", "Lamps", by=LEAD, at=AT, text="- One\nTwo", recurs_from=lamps
    )
    actions.set_responsible(made, bodies[:1], by=LEAD, at=AT, role="lead", area=area)
    actions.judge(made, "families", "No change", by=LEAD, at=AT, area=area)
    actions.judge(made, "self", "Improving", by=LEAD, at=AT)
    actions.add_event(
        made,
        "money",
        "A grant was made",
        day=date(2025, 6, 1),
        sources=[ADDRESS],
        by=LEAD,
        at=AT,
    )
    actions.publish(made, by=LEAD, at=PUBLISHED)
    actions.change_area(area, by=LEAD, at=CHANGED, label="DRAFTLABEL", text="DRAFTTEXT")
    actions.judge(made, "government", "DRAFTJUDGED", by=LEAD, at=CHANGED, area=area)
    actions.change(
        made,
        by=LEAD,
        at=CHANGED,
        title="DRAFTTITLE",
        summary="DRAFTSUMMARY",
        note="DRAFTNOTE",
        private_note="DRAFTPRIVATE",
        received_on=date(2025, 3, 3),
    )
    return made


def test_what_was_last_published_is_shown_and_a_sentence_says_so(visitor, later):
    page = visitor.get(f"/inspections/{later.pk}/")

    for words in (
        "As last published",
        "This is version 1",
        "Plain words for all.",
        "Widespread and/or systemic failings",
        "1. Lamps",
        "<li>One</li>",
        "<strong>No change</strong>",
        "<strong>Improving</strong>",
        "A grant was made",
        ADDRESS,
        "is due by Tue 25 Mar 2025",
        "Who: Saltmere Council",
        "1. Dark lamps, The first",
        "Saltmere ICB",
    ):
        assert words in page.text


def test_nothing_of_a_draft_is_shown_to_others(visitor, later):
    for path in ("", f"{later.pk}/"):
        assert "DRAFT" not in visitor.get(f"/inspections/{path}").text


def test_it_stays_in_the_list_under_its_published_title(visitor, first, later):
    page = visitor.get("/inspections/")

    assert page.text.index("Area SEND inspection, November 2024") < page.text.index("The first")


def test_those_who_follow_see_the_draft(client, later):
    page = client.get(f"/inspections/{later.pk}/")

    assert "DRAFTTITLE" in page.text
    assert "As last published" not in page.text


def test_a_re_visit_shows_the_areas_of_the_inspection_before(visitor, bodies, first):
    again = make_inspection("revisit-2016", bodies, previous=first)
    lamps = everything(Area).get(inspection=first)
    actions.judge_areas(again, {lamps: "sufficient progress"}, by=LEAD, at=AT)
    actions.publish(again, by=LEAD, at=PUBLISHED)
    actions.change(again, by=LEAD, at=CHANGED, summary="DRAFTSUMMARY")

    page = visitor.get(f"/inspections/{again.pk}/")

    assert "Found at The first" in page.text
    assert "<strong>sufficient progress</strong>" in page.text


def test_once_published_the_page_is_that_of_today(visitor, later):
    actions.publish(later, by=LEAD, at=AT.replace(day=8))

    page = visitor.get(f"/inspections/{later.pk}/")

    assert "DRAFTTITLE" in page.text
    assert "As last published" not in page.text


def test_what_was_taken_back_is_not_shown(visitor, later):
    actions.recall(later, by=LEAD, at=AT.replace(day=8), reason="An error")

    assert visitor.get(f"/inspections/{later.pk}/").status_code == 404
    assert "Area SEND inspection, November 2024" not in visitor.get("/inspections/").text


def test_what_was_never_published_is_not_shown(visitor, bodies):
    draft = make_inspection(bodies=bodies)

    assert visitor.get(f"/inspections/{draft.pk}/").status_code == 404
