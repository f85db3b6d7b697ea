"""What a second person reads before release is all that the public would have, in words."""

import re
from datetime import date

import pytest
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Measure
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    make_action,
    make_area,
    make_plan,
    publish,
    publish_figures,
    rows,
    seen_by,
)

DEFINITION = {
    "valid_from": "2024-01-01",
    "name": "Lamps lit",
    "numerator": "lamps lit",
    "denominator": "lamps",
    "unit": "%",
    "kind": "over the period",
}


@pytest.fixture
def full(lead, second, icb, partner):
    """A plan on which hangs all that a version can say."""
    by = seen_by(lead)
    told = {
        "summary": "Streets are dark.",
        "period_words": "2026 to 2028",
        "note": "Two papers differ.",
        "sources": ["https://council.example/paper"],
        "legend": {"green": "lit at night"},
    }
    plan = make_plan(lead, "Plan for every lamp", **told)
    area = make_area(3, label="Lamps are not counted")
    first = make_action(
        plan,
        lead,
        "A1",
        text="Begin at the bridge.",
        supporting=[(icb, "pay for ladders")],
        areas=[area],
        finish=date(2026, 5, 31),
    )
    other = make_action(plan, lead, "A2")
    actions.add_dependency(first, other, by=by, at=AT)
    step = actions.add_milestone(
        first, "Half are lit", "Every second one", date(2026, 4, 1), by=by, at=AT
    )
    why = {"reason": "No ladder came.", "effect": "Dark till autumn.", "approved_by": "The board"}
    actions.move_date(first, "finish", date(2026, 9, 30), **why, by=by, at=AT)
    actions.move_milestone(step, date(2026, 8, 1), reason="Nor a lamp.", by=by, at=AT)
    update = actions.write_update(
        first, "Nine are lit.", next_step="Ten.", by=seen_by(partner), at=AT
    )
    actions.take_update(update, by=by, at=AT)
    link = {"kind": "audit", "url": "https://council.example/audit", "on": TODAY}
    given = actions.add_evidence(first, "Audit of lamps", **link, by=by, at=AT)
    actions.show_evidence(given, is_public=True, by=by, at=AT)
    owned = {"owner": "Head of Ladders", "likelihood": 4, "effect": 2, "mitigation": "Borrow one"}
    actions.add_risk(plan, "It rains", is_public=True, by=by, at=AT, **owned)
    voice = actions.add_voice(plan, "The forum", "We cannot see.", TODAY, by=by, at=AT)
    actions.answer_voice(voice, promised="A lamp each", due=date(2026, 7, 1), by=by, at=AT)
    actions.state_counts(plan, {"lit": 9}, 12, TODAY, source="Paper 7", by=by, at=AT)
    made = actions.create_measure("Lamps lit", [DEFINITION], actions=[first], by=by, at=AT)
    figures = {"numerator": 61.0, "denominator": 123.0, "value": 49.6, "source": "Count"}
    actions.record_observation(made, "2024", **figures, is_checked=True, by=by, at=AT)
    publish(plan, lead, second, note="To name the action of a measure")
    publish_figures(made, lead, second)
    actions.set_target(plan, made, 80.0, date(2027, 3, 31), is_checked=True, by=by, at=LATER)
    return plan


WORDS = [
    "Plan for every lamp", "Priority action plan", "Streets are dark.", "2026 to 2028",
    "Two papers differ.", "https://council.example/paper", "lit at night", "Begin at the bridge.",
    "pay for ladders", "Lamps are not counted", "Half are lit", "Every second one",
    "1 April 2026", "No ladder came.", "Dark till autumn.", "The board", "Nor a lamp.",
    "30 September 2026; first agreed 31 May 2026", "1 August 2026", "Nine are lit.", "Ten.",
    "Audit of lamps", "https://council.example/audit", "It rains", "Head of Ladders",
    "Borrow one", "The forum", "We cannot see.", "A lamp each", "1 July 2026", "lit: 9",
    "Paper 7", "Lamps lit", "80 by 31 March 2027", "A2",
]  # fmt: skip


def test_the_release_page_shows_all_that_would_be_public(signed_in, second, full):
    html = signed_in(second).get(reverse("plans:release", args=[full.pk])).content.decode()
    whole = html[html.index('id="public"') :]

    assert [words for words in WORDS if words not in whole] == []
    assert "<details" not in whole[: whole.index("<form")]


def test_no_day_is_told_as_computers_write_them(signed_in, second, full):
    html = signed_in(second).get(reverse("plans:release", args=[full.pk])).content.decode()
    whole = html[html.index('id="public"') : html.rindex("<form")]

    assert re.findall(r">[^<]*\d{4}-\d\d-\d\d", whole) == []


def test_a_published_version_is_read_as_whole(signed_in, lead, second, full):
    version = publish(full, lead, second, at=LATER)
    address = reverse("plans:version", args=[full.pk, version.number])

    html = signed_in(lead).get(address).content.decode()

    assert [words for words in WORDS if words not in html] == []


def test_of_a_placeholder_no_day_is_told(signed_in, second, lead, plan):
    make_action(plan, lead, "P1", is_placeholder=True, finish=date(2026, 5, 31))

    html = signed_in(second).get(reverse("plans:release", args=[plan.pk])).content.decode()

    assert "whose dates only stand in" in html
    assert "31 May 2026" not in html


def test_placeholders_that_are_alike_are_told_once_and_others_apart(signed_in, second, lead, plan):
    for ref in ("P1", "P2", "P3"):
        make_action(plan, lead, ref, is_placeholder=True, title=f"Words of {ref}")
    make_action(plan, lead, "P4", is_placeholder=True, text="Another")
    make_action(plan, lead, "A5", title="Real")
    make_action(plan, lead, "A6", title="Real")

    page = signed_in(second).get(reverse("plans:release", args=[plan.pk]))

    assert [one.head for one in page.context["told"]] == [
        "P1 to P3: 3 placeholders, all alike but for their titles",
        "P4 Mend the lamps of street P4",
        "A5 Real",
        "A6 Real",
    ]
    assert "Words of P2" in page.text


def test_the_measure_is_named_as_the_public_knows_it(signed_in, second, full):
    (measure,) = rows(Measure)
    html = signed_in(second).get(reverse("plans:release", args=[full.pk])).content.decode()

    assert measure.ref not in html[html.index('id="public"') :]
