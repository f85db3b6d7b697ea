import pytest
import time_machine

from tests.factories.meetings import IN_TIME, items_of, make_meeting

TYPED = {
    "private_title": "Lease to Quillfeather",
    "public_title": "A lease",
    "paragraphs": ["3"],
    "reasoning": "The price would suffer.",
}


@pytest.fixture(autouse=True)
def _at_the_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


@pytest.fixture
def item(clerk, committee):
    return items_of(make_meeting(clerk, committee, "Lease to Quillfeather"))[0]


def again(item):
    return items_of(item.meeting)[0]


def test_an_item_is_marked_and_opened_again(item, clerk, signed_in):
    client = signed_in(clerk)

    client.post(f"/items/{item.pk}/exempt/", TYPED)
    assert (again(item).public_title, again(item).exempt_under) == ("A lease", "3")

    client.post(f"/items/{item.pk}/open/", {"reason": "It is signed"})
    assert again(item).is_open


def test_the_form_starts_from_the_decision_in_force(item, clerk, signed_in):
    client = signed_in(clerk)
    named = {"only_for": "Chair\r\n\r\nVice-chair", "is_negotiation": "on"}
    client.post(f"/items/{item.pk}/exempt/", {**TYPED, **named})

    page = client.get(f"/items/{item.pk}/exempt/")

    assert "Lease to Quillfeather" in page.text
    assert "The price would suffer." in page.text
    assert "Chair\nVice-chair" in page.text
    assert "members only: Chair, Vice-chair" in client.get(item.get_absolute_url()).text


def test_the_paragraphs_offered_are_the_seven_of_england(item, clerk, signed_in):
    page = signed_in(clerk).get(f"/items/{item.pk}/exempt/")

    assert "Paragraph 7:" in page.text
    assert "Paragraph 8:" not in page.text


def test_an_item_is_marked_confidential(item, clerk, signed_in):
    typed = {
        "private_title": "Letter",
        "public_title": "A letter",
        "secrecy": "disclosure is barred by an enactment or a court order",
    }

    signed_in(clerk).post(f"/items/{item.pk}/confidential/", typed)

    assert again(item).is_confidential


def test_an_exempt_item_is_added(item, clerk, signed_in):
    signed_in(clerk).post(f"/meetings/{item.meeting_id}/items/exempt/", TYPED)

    assert items_of(item.meeting)[1].exempt_under == "3"


@pytest.mark.parametrize("page", ["exempt", "confidential", "open"])
def test_an_author_may_mark_nothing(item, author, signed_in, page):
    assert signed_in(author).get(f"/items/{item.pk}/{page}/").status_code == 404
