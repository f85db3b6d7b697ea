"""The measures that the DfE's files of EHC plans make."""

from cleardays.progress.measures.series import Unit
from cleardays.readers.measures.plans import MEASURES


def test_every_measure_has_a_name_of_its_own_and_a_version_for_each_return():
    assert len({one.slug for one in MEASURES}) == len(MEASURES)
    assert len({one.name for one in MEASURES}) == len(MEASURES)
    for one in MEASURES:
        if one.slug == "appeals-registered":  # tribunals count these, and changed nothing
            continue
        before, after = one.definitions
        assert before.valid_from < after.valid_from
        assert before.source != after.source


def test_every_share_says_what_it_is_a_share_of():
    for one in MEASURES:
        is_share = one.definitions[0].unit is Unit.PERCENT
        assert bool(one.definitions[0].denominator) == is_share
        assert bool(one.numerator) == is_share


def test_a_measure_is_in_a_file_that_has_all_its_columns():
    refused = next(one for one in MEASURES if one.slug == "requests-refused")

    columns = {refused.value, refused.numerator, refused.denominator}
    assert refused.is_in(columns)
    assert not refused.is_in(columns - {refused.numerator})
