from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.exemption import (
    MEMBERS_ACCESS,
    OWN_DEVELOPMENT,
    PARAGRAPHS,
    PUBLIC_INTEREST,
    PUBLIC_TITLE,
    REGISTERED_INFORMATION,
    REVIEW,
    SEVEN_PARAGRAPHS,
    Exemption,
    NotAParagraph,
    breaches_of_exemption,
    may_every_member_see,
    paragraph,
)

LAWFUL = Exemption(
    paragraphs=(3,),
    public_interest="Bidders would learn what others charge before the contract is let",
    public_title="Placements contract",
    review_on=date(2026, 1, 5),
)


@pytest.mark.proves("exempt.seven-paragraphs")
@pytest.mark.parametrize("typed", ["3", 3, " 3 "])
def test_a_paragraph_may_be_typed_or_chosen(typed):
    assert paragraph(typed) == 3


@pytest.mark.proves("exempt.seven-paragraphs")
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (
            "12",
            "Paragraph 12 is one of those for Wales (12 to 18): choose among paragraphs 1 to 7.",
        ),
        (
            "7a",
            "Paragraph 7A was for standards committees and is no longer law:"
            " choose among paragraphs 1 to 7.",
        ),
        (
            10,
            "Paragraph 10 qualifies the seven paragraphs and makes nothing exempt by itself:"
            " choose among paragraphs 1 to 7.",
        ),
        ("0", "Paragraph 0 does not exist: choose among paragraphs 1 to 7."),
        ("", "Paragraph “” does not exist: choose among paragraphs 1 to 7."),
        ("²", "Paragraph ² does not exist: choose among paragraphs 1 to 7."),
    ],
)
def test_welsh_old_and_other_paragraphs_are_refused_with_the_reason(typed, why):
    with pytest.raises(NotAParagraph) as refusal:
        paragraph(typed)

    assert str(refusal.value) == why


@given(st.one_of(st.text(), st.integers()))
def test_anything_typed_is_one_of_seven_or_refused_by_name(typed):
    with suppress(NotAParagraph):
        assert paragraph(typed) in PARAGRAPHS


def test_there_are_seven_paragraphs_each_with_its_words():
    assert list(PARAGRAPHS) == [1, 2, 3, 4, 5, 6, 7]
    assert all(PARAGRAPHS.values())


@pytest.mark.proves("exempt.seven-paragraphs")
def test_an_exemption_with_paragraph_reasons_review_and_title_is_lawful():
    assert breaches_of_exemption(LAWFUL) == []


@pytest.mark.proves(
    "exempt.seven-paragraphs",
    "exempt.registered",
    "exempt.own-development",
    "exempt.public-interest",
    "exempt.public-title",
)
@pytest.mark.parametrize(
    ("change", "rule", "detail"),
    [
        ({"paragraphs": ()}, SEVEN_PARAGRAPHS, "Name the paragraph under which this is exempt"),
        (
            {"paragraphs": (3, "14")},
            SEVEN_PARAGRAPHS,
            "Paragraph 14 is one of those for Wales (12 to 18): choose among paragraphs 1 to 7",
        ),
        (
            {"must_be_registered": True},
            REGISTERED_INFORMATION,
            "What must be on a public register is not exempt under paragraph 3",
        ),
        (
            {"is_own_development": True},
            OWN_DEVELOPMENT,
            "A scheme for which the authority may grant itself permission is not exempt",
        ),
        (
            {"public_interest": " "},
            PUBLIC_INTEREST,
            "Say why the public interest in keeping this exempt outweighs that in disclosing",
        ),
        (
            {"public_title": ""},
            PUBLIC_TITLE,
            "Give the item a public title that gives nothing exempt away",
        ),
    ],
)
def test_what_makes_an_exemption_fall_short_blocks_it(change, rule, detail):
    (breach,) = breaches_of_exemption(replace(LAWFUL, **change))

    assert (breach.rule, breach.detail) == (rule, detail)
    assert breach.blocks


@pytest.mark.proves("exempt.review")
def test_an_exemption_without_a_day_of_review_warns_only():
    (breach,) = breaches_of_exemption(replace(LAWFUL, review_on=None))

    assert breach.rule == REVIEW
    assert not breach.blocks


@pytest.mark.proves("exempt.registered")
def test_registered_information_matters_to_paragraph_3_only():
    exemption = replace(LAWFUL, paragraphs=(1,), must_be_registered=True)

    assert breaches_of_exemption(exemption) == []


@pytest.mark.proves("exempt.members-access")
@pytest.mark.parametrize(
    ("paragraphs", "is_negotiation", "expected", "sentence"),
    [
        pytest.param(
            ["3"],
            False,
            True,
            "Open to every member: exempt under paragraph 3.",
            id="test 3 contract figures",
        ),
        pytest.param(
            ["1"],
            False,
            False,
            "Only members who need to know: exempt under paragraph 1.",
            id="test 3 an individual",
        ),
        pytest.param(
            [3],
            True,
            False,
            "Only members who need to know: terms of a contract under negotiation.",
            id="contract-under-negotiation",
        ),
        pytest.param(
            [6, 3],
            False,
            True,
            "Open to every member: exempt under paragraphs 3 and 6.",
            id="both-open-ones",
        ),
        pytest.param(
            [6], True, True, "Open to every member: exempt under paragraph 6.", id="an-order"
        ),
        pytest.param(
            [3, 1, 2],
            False,
            False,
            "Only members who need to know: exempt under paragraphs 1 and 2.",
            id="shut-by-one-of-several",
        ),
    ],
)
def test_every_member_may_see_paragraphs_3_and_6_only(
    paragraphs, is_negotiation, expected, sentence
):
    answer = may_every_member_see(paragraphs, is_negotiation=is_negotiation)

    assert (answer.value, answer.sentence, answer.rule) == (expected, sentence, MEMBERS_ACCESS)


@pytest.mark.parametrize("paragraphs", [[], ["12"], [3, "x"]])
def test_nobody_is_let_in_on_a_missing_or_unknown_paragraph(paragraphs):
    with pytest.raises(NotAParagraph):
        may_every_member_see(paragraphs, is_negotiation=False)


@given(st.sets(st.integers(1, 7), min_size=1), st.integers(1, 7), st.booleans())
def test_another_paragraph_never_opens_a_paper(paragraphs, another, is_negotiation):
    before = may_every_member_see(paragraphs, is_negotiation=is_negotiation).value
    after = may_every_member_see(paragraphs | {another}, is_negotiation=is_negotiation).value

    assert after <= before
