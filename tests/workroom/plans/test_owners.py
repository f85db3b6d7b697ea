"""What is offered for a lead that nobody knows."""

import pytest

from cleardays.workroom.plans.owners import Offer, are_alike, offer_for

KNOWN = [Offer("Head of Lamps", "Lampshire"), Offer("Assistant Director, Education", "Lampshire")]
BODIES = {"icb": "Boatshire ICB", "boatshire icb": "Boatshire ICB", "la": "Lampshire"}


def body_of(words):
    return BODIES.get(words.casefold(), "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Head of Lamps", "Hd of lamps"),
        ("Head of Lamps", "Head, Lamps"),
        ("Assistant Director, Education", "Asst. Dir. for Education"),
        ("Head of S.E.N.D.", "Head of SEND"),
        ("Inclusion Manager", "Inclusion Mananger"),
        ("Head of Boats & Oars", "Head of Boats and Oars"),
    ],
)
def test_posts_are_alike_shortened_in_another_order_or_with_a_slip(one, other):
    assert are_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Head of Inclusion", "Head of Exclusion"),
        ("Head of Lamps", "Head of Lamps and Boats"),
        ("Team Leader 1", "Team Leader 2"),
        ("Director of Commissioning", "Director, Commissioner"),
        ("", ""),
    ],
)
def test_posts_that_differ_in_what_they_are_for_are_not_alike(one, other):
    assert not are_alike(one, other)


@pytest.mark.parametrize(
    ("lead", "offered"),
    [
        pytest.param("Hd of lamps", Offer("Head of Lamps", "Lampshire"), id="known"),
        pytest.param("ICB", Offer("", "Boatshire ICB"), id="a body alone"),
        pytest.param("Head of Oars (ICB)", Offer("Head of Oars", "Boatshire ICB"), id="brackets"),
        pytest.param(
            "Head of Oars, Boatshire ICB", Offer("Head of Oars", "Boatshire ICB"), id="comma"
        ),
        pytest.param("Head of Oars - LA", Offer("Head of Oars", "Lampshire"), id="dash"),
        pytest.param("ICB, LA", Offer(), id="two bodies"),
        pytest.param("Lead Oar", Offer(), id="too short to be a slip"),
        pytest.param("Designated Oficer", Offer("Designated Officer"), id="as above"),
        pytest.param("Head of Sails", Offer(), id="new"),
    ],
)
def test_what_is_probably_meant_is_offered(lead, offered):
    above = ["Designated Officer", "Lead Ore"]

    assert offer_for(lead, KNOWN, above, body_of) == offered
