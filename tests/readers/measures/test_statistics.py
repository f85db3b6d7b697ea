"""The DfE's statistics of EHC plans: invented files of their shape, and the real ones."""

from datetime import date
from decimal import Decimal

import pytest

from cleardays.progress.measures.checks import check
from cleardays.progress.measures.series import breaks, lines
from cleardays.readers.measures.sheet import UnreadableSheet
from cleardays.readers.measures.statistics import UnknownChoice, read_statistics

HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den"
)
NATION = "Calendar year,National,E92,England,,,,,,All EHC plans issued,All EHC plans issued"
REGION = "Calendar year,Regional,E92,England,E12,West,,,,All EHC plans issued,All EHC plans issued"
ALDER = "Calendar year,Local authority,E92,England,E12,West,E1,1,Alder"
ALL = "All EHC plans issued,All EHC plans issued"


def read(*rows, head=HEAD):
    return read_statistics("\n".join([head, *rows]).encode(), retrieved_on=date(2025, 6, 26))


SMALL = (
    f"2023,{NATION},900", f"2024,{NATION},1000", f"2024,{REGION},200",
    f"2024,{ALDER},{ALL},50", f"2023,{ALDER},{ALL},x", f"2024,{ALDER},Sex,Female,c",
)  # fmt: skip


@pytest.mark.parametrize("area", ["Alder", " alder ", "E1"])
def test_an_area_is_chosen_by_name_or_code(area):
    found = read(*SMALL).series(area, "plans-issued")

    assert [(one.period.label, one.value, one.marker) for one in found.observations] == [
        ("2023", None, "not available"),
        ("2024", Decimal(50), ""),
    ]
    assert [one.name for one in found.comparators] == ["England", "West"]
    assert found.comparators[1].value_for(found.observations[1].period) == 200


def test_every_figure_knows_its_row_and_the_day_it_was_fetched():
    found = read(*SMALL).series("Alder", "plans-issued").observations[1]

    assert found.reference.endswith("row 5")
    assert found.retrieved_on == date(2025, 6, 26)


def test_a_group_may_be_chosen():
    found = read(*SMALL).series("Alder", "plans-issued", "Female")

    assert [one.marker for one in found.observations] == ["suppressed"]


@pytest.mark.parametrize(
    ("choice", "advice"),
    [
        (("Aldershot", "plans-issued"), "Alder"),
        (("Alder", "plans-lost"), "plans-issued"),
        (("Alder", "plans-issued", "Martian"), "Female"),
    ],
)
def test_what_is_not_in_the_file_is_refused_with_what_is(choice, advice):
    with pytest.raises(UnknownChoice, match=advice):
        read(*SMALL).series(*choice)


def test_a_cell_that_is_no_figure_is_named():
    file = read(f"2024,{ALDER},{ALL},many")

    with pytest.raises(UnreadableSheet, match="M2"):
        file.series("Alder", "plans-issued")


@pytest.mark.parametrize("period", ["24,Calendar year", "2024,Week", "2024,Academic year"])
def test_a_period_of_another_kind_is_named(period):
    row = f"{period},{ALDER.partition(',')[2]},{ALL},5"

    with pytest.raises(UnreadableSheet, match="Row 2"):
        read(row).series("Alder", "plans-issued")


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(UnreadableSheet, match="no column time_period"):
        read("1", head="a")


def test_a_file_without_a_known_measure_is_refused():
    with pytest.raises(UnreadableSheet, match="No measure"):
        read(f"2024,{ALDER},{ALL},5", head=HEAD.replace("plans_issued_den", "placements"))


@pytest.fixture(scope="module")
def timeliness(corpus):
    return read_statistics((corpus / "send/timeliness_20_week.csv").read_bytes())


def test_lancashire_has_its_figures_counts_and_comparators(timeliness):
    found = timeliness.series("Lancashire", "plans-in-20-weeks")

    assert [one.value for one in found.observations] == [
        Decimal(value) for value in ("74.8", "74.8", "66", "98.6", "80.2", "17.3")
    ]
    last = found.observations[-1]
    assert (last.numerator, last.denominator) == (297, 1718)
    assert [one.value_for(last.period) for one in found.comparators] == [
        Decimal("46.4"),
        Decimal("50.5"),
    ]
    assert found.area.region == "North West"


def test_the_line_is_broken_where_the_return_became_one_of_single_children(timeliness):
    found = timeliness.series("E10000017", "plans-in-20-weeks")

    assert breaks(lines(found.observations, found.definitions)) == (3,)


def test_every_area_and_measure_of_the_file_is_what_its_counts_make(timeliness):
    of_the_figure = {"not its counts", "numerator over denominator", "over 100 %"}
    wrong = [
        (area.name, measure.slug, fault.words)
        for area in timeliness.areas
        for measure in timeliness.measures
        for found in [timeliness.series(area.code, measure.slug)]
        for fault in check(found.observations, found.definitions[-1])
        if fault.code in of_the_figure
    ]

    assert len(timeliness.areas) > 150
    assert wrong == []


def test_requests_and_caseload_are_read_as_well(corpus):
    requests = read_statistics((corpus / "send/requests_lancs_subset.csv").read_bytes())
    caseload = read_statistics((corpus / "send/caseload_lancashire.csv").read_bytes())

    refused = requests.series("Lancashire", "requests-refused")
    plans = caseload.series("Lancashire", "plans-in-mainstream")

    assert refused.observations[-1].numerator == 876
    assert plans.observations[-1].period.label == "January 2025"
    assert plans.observations[-1].value == Decimal("40.5")


def test_the_file_of_designated_officers_holds_no_figures(corpus):
    with pytest.raises(UnreadableSheet, match="yes or no of each area"):
        read_statistics((corpus / "send/sen2_dmo_dco.csv").read_bytes())


@pytest.mark.parametrize(
    "area", ["1", "E1", "E2", "Alder Council", "the London Borough of Alder", "Alder, City of"]
)
def test_an_area_whose_code_changed_is_one_area_by_any_of_its_names(area):
    renamed = f"2024,{ALDER.replace('E1,', 'E2,')},{ALL},60"

    found = read(f"2023,{ALDER},{ALL},50", renamed).series(area, "plans-issued")

    assert [int(one.value) for one in found.observations] == [50, 60]


def test_an_area_that_ended_says_so():
    elder = ALDER.replace("E1,1,Alder", "E3,3,Elder")

    found = read(*SMALL, f"2023,{elder},{ALL},50")

    assert [one.label for one in found.areas] == ["Alder", "Elder (until 2023)"]


APPEALS = """"SEND Appeal rate table 1: by local authorities in England",,,,,,,
,,,,,,,
Local Authority,LA code,2023,,,2024,,
,,Appeals registered4,Total Appealable Decisions1,Rate2,Appeals registered4,Decisions,Rate
NORTH WEST,,,,,,,
Alder8,888,241,"11,481",2.10%,334,"13,303",2.50%
Elder8,909, - ,100,0.00%, .. , .. ,..
England Total4,,"15,615","617,776",2.50%,"22,276","689,739",3.20%
England total excluding suppressed,,,,,"22,082",,
Sources:,Tribunal,,,,,,
"""


def test_the_table_of_appeals_is_read_with_its_counts_and_england():
    found = read_statistics(APPEALS.encode()).series("888", "appeal-rate")

    assert found.area.region == "North West"
    assert [(int(one.numerator), one.value) for one in found.observations] == [
        (241, Decimal("2.10")),
        (334, Decimal("2.50")),
    ]
    (england,) = found.comparators
    assert [one.denominator for one in england.observations] == [617776, 689739]


def test_a_dash_in_the_table_of_appeals_is_nobody_and_a_year_without_figures_is_left_out():
    found = read_statistics(APPEALS.encode()).series("Elder", "appeals-registered")

    assert [(one.period.label, one.value) for one in found.observations] == [("2023", 0)]


def test_the_real_table_of_appeals_has_eleven_years_of_lancashire(corpus):
    data = (corpus / "send/SEND Tribunals and appeal rate 2014-2024.csv").read_bytes()

    found = read_statistics(data).series("Lancashire", "appeal-rate")

    assert len(found.observations) == 11
    assert not check(found.observations[:9], found.definitions[0])
