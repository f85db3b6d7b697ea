from dataclasses import replace

import pytest

from cleardays.law.background import (
    BOTH_LIMBS,
    CONFIDENTIAL_PAPER,
    LIST_IN_REPORT,
    PUBLISHED_WORK,
    BackgroundPaper,
    breaches_of_background_list,
    breaches_of_listing,
    papers_to_list,
)

PAPER = BackgroundPaper("Survey of families, autumn 2025")
LEFT_OFF = [
    pytest.param({"discloses_facts": False}, id="no-facts"),
    pytest.param({"was_relied_on": False}, id="not-relied-on"),
    pytest.param({"is_published_work": True}, id="published-work"),
    pytest.param({"is_exempt": True}, id="exempt"),
    pytest.param({"is_confidential": True}, id="confidential"),
]


@pytest.mark.proves(
    "background.both-limbs", "background.published-work", "background.confidential"
)
@pytest.mark.parametrize("change", LEFT_OFF)
def test_the_public_list_leaves_out_what_it_need_not_or_may_not_name(change):
    assert papers_to_list([replace(PAPER, **change), PAPER]) == [PAPER]


@pytest.mark.proves("background.list-in-report")
@pytest.mark.parametrize(
    ("papers", "stated_none"), [([PAPER], False), ([], True)], ids=["listed", "none"]
)
def test_a_list_or_the_word_none_is_enough(papers, stated_none):
    assert breaches_of_background_list(papers, stated_none) == []


@pytest.mark.proves("background.list-in-report")
def test_4_a_report_with_no_list_that_does_not_say_none_cannot_be_published():
    (breach,) = breaches_of_background_list([], stated_none=False)

    assert str(breach) == (
        'List the background papers, or say "none": the list may not be blank'
        " (Local Government Act 1972, s.100D(1) (substituted by LGA 2000, s.97))"
    )
    assert breach.blocks


@pytest.mark.parametrize("change", LEFT_OFF)
def test_a_list_on_which_nothing_may_stand_must_say_none(change):
    papers = [replace(PAPER, **change)]

    assert breaches_of_background_list(papers, stated_none=False)
    assert breaches_of_background_list(papers, stated_none=True) == []


@pytest.mark.proves("background.list-in-report")
@pytest.mark.parametrize(
    ("papers", "stated_none", "detail"),
    [
        ([PAPER], True, 'The report says "none" but has background papers to list: 1'),
        (
            [replace(PAPER, title=" ")],
            False,
            "A background paper has no title: say which document it is",
        ),
    ],
)
def test_a_list_that_contradicts_itself_or_names_nothing_is_a_breach(papers, stated_none, detail):
    (breach,) = breaches_of_background_list(papers, stated_none)

    assert (breach.rule, breach.detail) == (LIST_IN_REPORT, detail)


@pytest.mark.proves(
    "background.both-limbs", "background.published-work", "background.confidential"
)
@pytest.mark.parametrize(
    ("change", "rule", "blocks"),
    [
        ({"is_confidential": True}, CONFIDENTIAL_PAPER, True),
        ({"is_published_work": True}, PUBLISHED_WORK, False),
        ({"was_relied_on": False}, BOTH_LIMBS, True),
    ],
)
def test_what_should_not_stand_on_the_list_is_found_there(change, rule, blocks):
    (breach,) = breaches_of_listing([PAPER, replace(PAPER, **change)])

    assert breach.rule == rule
    assert breach.blocks is blocks


def test_a_confidential_paper_is_not_named_in_the_breach():
    secret = replace(PAPER, title="Letter about one family", is_confidential=True)

    (breach,) = breaches_of_listing([secret])

    assert "family" not in str(breach)
