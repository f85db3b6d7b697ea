"""Figures beside those that are recorded already."""

from cleardays.progress.measures.courses import changed_without_superseding, gaps
from tests.progress.measures.figures import months, seen


def test_another_figure_for_a_recorded_period_has_to_say_that_it_replaces_it():
    published = [seen("2024", 5, reference="first")]

    found = changed_without_superseding(published, [seen("2024", 6)])

    assert [fault.period for fault in found] == ["2024"]
    assert "5 is recorded already; this says 6" in found[0].sentence


def test_one_that_says_so_and_one_that_is_the_same_are_no_faults():
    published = [seen("2024", 5, reference="first")]
    restated = seen("2024", 6, supersedes="first")

    assert changed_without_superseding(published, [restated]) == []
    assert changed_without_superseding(published, [seen("2024", 5)]) == []


def test_one_figure_and_none_have_no_gaps():
    assert gaps([]) == []
    assert gaps(months(1)) == []
