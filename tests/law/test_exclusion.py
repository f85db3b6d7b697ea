import pytest

from cleardays.law.exclusion import (
    CONFIDENTIAL,
    RESOLUTION,
    Secrecy,
    breaches_of_disclosure,
    breaches_of_resolution,
    needs_resolution,
)

CONFIDENTIAL_KINDS = [Secrecy.GOVERNMENT_TERMS, Secrecy.BARRED_BY_LAW]


@pytest.mark.proves("exclusion.confidential")
@pytest.mark.parametrize("secrecy", CONFIDENTIAL_KINDS)
def test_confidential_information_needs_no_vote(secrecy):
    answer = needs_resolution(secrecy)

    assert answer.value is False
    assert answer.sentence == (
        f"The public must be kept out, without a vote: confidential, {secrecy}."
    )


@pytest.mark.proves("exclusion.resolution")
def test_exempt_information_needs_a_vote():
    answer = needs_resolution(Secrecy.EXEMPT)

    assert answer.value is True
    assert answer.sentence == (
        "The public may be kept out, if the committee so resolves: exempt under a paragraph of"
        " Schedule 12A."
    )


@pytest.mark.proves("exclusion.confidential")
@pytest.mark.parametrize("secrecy", CONFIDENTIAL_KINDS)
def test_nobody_can_decide_to_publish_what_is_confidential(secrecy):
    (breach,) = breaches_of_disclosure(secrecy)

    assert breach.rule == CONFIDENTIAL
    assert breach.blocks


@pytest.mark.proves("exclusion.confidential")
@pytest.mark.parametrize("secrecy", [Secrecy.EXEMPT, None])
def test_exempt_and_open_information_is_not_confidential(secrecy):
    assert breaches_of_disclosure(secrecy) == []


@pytest.mark.proves("exclusion.resolution")
def test_a_resolution_that_names_items_and_paragraph_is_enough():
    assert breaches_of_resolution("Item 9", ["3"]) == []


@pytest.mark.proves("exclusion.resolution")
@pytest.mark.parametrize(
    ("proceedings", "paragraphs", "detail"),
    [
        ("", [3], "Name the items for which the public is kept out"),
        ("Item 9", [], "Name the paragraph for which the public is kept out"),
        (
            "Item 9",
            ["13"],
            "Paragraph 13 is one of those for Wales (12 to 18): choose among paragraphs 1 to 7",
        ),
    ],
)
def test_a_resolution_must_name_the_items_and_a_paragraph_of_england(
    proceedings, paragraphs, detail
):
    (breach,) = breaches_of_resolution(proceedings, paragraphs)

    assert (breach.rule, breach.detail) == (RESOLUTION, detail)
