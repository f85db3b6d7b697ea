"""A file of figures that went out and came back, compared three ways."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.measured.exchange import compared
from cleardays.workroom.plans.models import MeasureFile, Observation
from tests.factories.plans import AT, LATER, rows

COUNT = {"valid_from": "2000-01-01", "name": "Lamps", "numerator": "lamps", "unit": ""}
YEARS = ("2021", "2022", "2023")
# A figure of each year, or none: as it went out, as it stands here, as it came back.
figures = st.tuples(*[st.none() | st.sampled_from([20.0, 21.0, 22.0])] * 3)


def plain(measure, year, value):
    return {
        "row": 0, "measure": measure.pk, "geography": "local", "period": year, "numerator": None,
        "denominator": None, "value": value, "is_provisional": False, "marker": "",
        "source": "Own", "retrieved_on": "", "replaces": False,
    }  # fmt: skip


def rows_of(measure, values):
    pairs = zip(YEARS, values, strict=True)
    return [plain(measure, year, value) for year, value in pairs if value is not None]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(out=figures, here=figures, back=figures)
def test_accepting_all_of_a_file_makes_the_figures_those_of_the_file(by, out, here, back):
    measure = actions.create_measure("Lamps", [COUNT], by=by, at=AT)
    for row in rows_of(measure, here):
        given_ = {"value": row["value"], "source": "Own", "is_checked": True, "by": by, "at": AT}
        actions.record_observation(measure, row["period"], **given_)
    went = MeasureFile.objects.create(
        kind="export", rows=rows_of(measure, out), by=by.name, at=AT, body=measure.body
    )
    came = MeasureFile.objects.create(
        kind="template", rows=rows_of(measure, back), base=went, by=by.name, at=LATER,
        body=measure.body,
    )  # fmt: skip
    found = compared(came)
    theirs = {one.key: "theirs" for one in found.conflicts}
    before = {one.period: one.value for one in rows(Observation, measure=measure)}

    if found.wanted(theirs):
        actions.accept_figures(
            came, choices=theirs, reason="The file is right", is_checked=True, by=by, at=LATER
        )

    wanted = {year: value for year, value in zip(YEARS, back, strict=True) if value is not None}
    older = {one.theirs["period"] for one in found.kept}
    after = _standing_of(measure)
    assert after == {**before, **{y: v for y, v in wanted.items() if y not in older}}
    assert all(out[YEARS.index(year)] == wanted[year] for year in older)


def _standing_of(measure):
    every = rows(Observation, measure=measure)
    replaced = {one.supersedes_id for one in every}
    return {one.period: one.value for one in every if one.pk not in replaced}
