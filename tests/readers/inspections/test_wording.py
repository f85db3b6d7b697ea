"""The framework's standing words."""

import pytest

from cleardays.readers.inspections.wording import fold, wording


@pytest.mark.parametrize(
    ("printed", "section"),
    [
        ("Areas for Priority Action", "priority_actions"),
        ("Area for improvement:", "improvements"),
        ("Inspection  outcome", "outcome"),
        ("Local Area Partnership details", "details"),
        ("Areas for improvement were found", None),
    ],
)
def test_headings_are_known_in_their_variants(printed, section):
    assert wording().section_of(printed) == section


@pytest.mark.parametrize(
    ("role", "printed"),
    [
        ("responsible", "Responsible body"),
        ("responsible", "Responsible body/bodies"),
        ("responsible", "Responsible partners"),
        ("authority", "Local authorities"),
        ("board", "Integrated Care Board (ICB)"),
        ("authority", "Local authority(ies)"),
        ("board", "ICBs"),
        ("board", "Integrated care board(s)"),
        ("board", "Integrated care board(s) (ICB)"),
    ],
)
def test_headings_of_columns_are_known_in_their_variants(role, printed):
    assert wording().is_column(role, printed)


def test_a_body_is_no_heading_of_a_column():
    assert not wording().is_column("authority", "Wyke Council")


def test_every_outcome_knows_its_own_sentences_and_no_other_s():
    for outcome in wording().outcomes:
        for sentence in outcome.sentences:
            known = [o.code for o in wording().outcomes if o.marks.search(fold(sentence))]
            assert known == [outcome.code]
            assert outcome.likeness(sentence) == 1


def test_likeness_falls_with_the_words_that_are_missing():
    outcome = wording().outcomes[0]

    half = " ".join(outcome.sentences[0].split()[:16])

    assert 0.3 < outcome.likeness(half) < 0.7
    assert outcome.likeness("The ferry is late.") < 0.1
