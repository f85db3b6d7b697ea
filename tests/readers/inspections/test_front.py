"""The first page: variants of its wording, and what is doubted there."""

from dataclasses import replace

import pytest

from tests.readers.inspections.paper import INCONSISTENT, SYSTEMIC, WHOLE

SHORT = replace(WHOLE, filler=5)


def doubts(draft) -> list[tuple[str, str]]:
    return [(doubt.field, doubt.words) for doubt in draft.unsure]


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("Area SEND inspection of {area} Local Area Partnership", "Saltmere and Wyke"),
        ("Area SEND Inspection of the {area} local area partnership", "Saltmere and Wyke"),
        ("Area SEND full inspection of {area} Local Area Partnership", "Saltmere and Wyke"),
        ("Area SEND inspection of {area}", "Saltmere and Wyke"),
    ],
)
def test_the_area_stands_in_the_title(read, title, area):
    assert read(replace(SHORT, title=title)).area.value == area


@pytest.mark.parametrize(
    "previous",
    [
        "Not previously inspected",
        "None",
        "16 May 2016",
        "12 to 16 March 2018; re-visit 2 May 2020",
    ],
)
def test_the_previous_inspection_is_kept_as_printed(read, previous):
    draft = read(replace(SHORT, previous=previous))

    assert draft.previous_inspection.value == previous
    assert draft.unsure == ()


def test_a_title_page_silent_on_a_previous_inspection_is_doubted(read):
    draft = read(replace(SHORT, previous=None))

    assert draft.previous_inspection.value is None
    assert doubts(draft) == [("previous_inspection", "")]


def test_a_previous_inspection_after_this_one_is_doubted(read):
    draft = read(replace(SHORT, previous="2 to 6 May 2024"))

    assert doubts(draft) == [("previous_inspection", "2 to 6 May 2024")]


def test_dates_over_the_end_of_a_year_are_read(read):
    draft = read(replace(SHORT, dates="30 December 2024 to 3 January 2025"))

    assert draft.inspection_start.value.isoformat() == "2024-12-30"
    assert draft.inspection_end.value.isoformat() == "2025-01-03"
    assert draft.unsure == ()


def test_two_visits_are_taken_together_and_doubted(read):
    dates = "8 to 12 January 2024 and 5 to 6 February 2024"

    draft = read(replace(SHORT, dates=dates))

    assert draft.inspection_start.value.isoformat() == "2024-01-08"
    assert draft.inspection_end.value.isoformat() == "2024-02-06"
    assert doubts(draft) == [("inspection_start", dates)]


def test_dates_that_cannot_be_read_are_doubted(read):
    draft = read(replace(SHORT, dates="in the spring", footer_dates="spring"))

    assert draft.inspection_start.value is draft.inspection_end.value is None
    fields = ("inspection_start", "inspection_end")
    assert doubts(draft) == [(field, "in the spring") for field in fields]


def test_a_very_long_inspection_is_doubted(read):
    dates = "8 January 2024 to 6 February 2024"

    assert doubts(read(replace(SHORT, dates=dates))) == [("inspection_end", dates)]


@pytest.mark.parametrize(
    ("footer", "field"),
    [("13 to 20 November 2023", "inspection_end"), ("3 to 17 November 2023", "inspection_start")],
)
def test_the_title_counts_where_footers_give_other_dates(read, footer, field):
    draft = read(replace(SHORT, footer_dates=footer))

    assert draft.inspection_end.value.isoformat() == "2023-11-17"
    assert doubts(draft) == [(field, footer)]
    assert draft.unsure[0].page == 2


def test_an_outcome_that_the_framework_does_not_know_is_doubted(read):
    draft = read(replace(SHORT, outcome="The partnership does splendidly in all weathers."))

    assert draft.outcome.value is None
    assert ("outcome", "The partnership does splendidly in all weathers.") in doubts(draft)


def test_two_outcomes_in_one_box_are_doubted(read):
    draft = read(replace(SHORT, outcome=f"{SYSTEMIC}|{INCONSISTENT}"))

    assert draft.outcome.value is None
    assert draft.unsure[0].field == "outcome"


def test_an_outcome_in_other_words_than_the_framework_s_is_doubted(read):
    words = SYSTEMIC.replace("significant concerns about the experiences and outcomes", "ills")

    draft = read(replace(SHORT, outcome=words))

    assert draft.outcome.value == "systemic_failings"
    assert [field for field, _ in doubts(draft)] == ["outcome"]


def test_a_slip_in_the_standing_words_is_not_doubted(read):
    draft = read(
        replace(SHORT, outcome=SYSTEMIC.replace("and/or\ndisabilities", "and/disabilities"))
    )

    assert draft.unsure == ()


def test_a_plan_that_does_not_go_with_the_outcome_is_doubted(read):
    no_plan = "|".join(SYSTEMIC.split("|")[:2])

    draft = read(replace(SHORT, outcome=no_plan))

    assert not draft.priority_action_plan_required.value
    assert "priority_action_plan_required" in [field for field, _ in doubts(draft)]


def test_a_monitoring_inspection_that_does_not_go_with_the_outcome_is_doubted(read):
    outcome = INCONSISTENT + "|A monitoring inspection will follow within about 12 months."

    draft = read(replace(SHORT, outcome=outcome, priority=()))

    assert draft.monitoring_inspection.value == "12 months"
    assert [field for field, _ in doubts(draft)] == ["monitoring_inspection"]


@pytest.mark.parametrize(
    "title",
    [
        "Area SEND inspection of {area} local area",
        "Area SEND inspection: {area} Local Area Partnership",
        "Area special educational needs and/or disabilities (SEND) inspection of {area}",
        "{area} Local Area Partnership: area SEND inspection",
    ],
)
def test_a_title_in_other_words_still_names_the_area(read, title):
    assert read(replace(SHORT, title=title)).area.value == "Saltmere and Wyke"


def test_a_title_on_a_cover_and_again_on_the_next_page_is_read(read):
    cover = "<h1>Area SEND inspection of Saltmere and Wyke Local Area Partnership</h1>"
    cover += "<p style='break-after: page'>Published in the winter</p>"

    draft = read(replace(SHORT, before=cover))

    assert draft.area.value == "Saltmere and Wyke"
    assert draft.inspection_start.value.isoformat() == "2023-11-13"


@pytest.mark.parametrize(
    "dates",
    [
        "13/11/2023 to 17/11/2023",
        "Monday 13th to Friday 17th November 2023",
        "13–14 and 16 to 17 November 2023",
    ],
)
def test_dates_in_other_forms_are_read(read, dates):
    draft = read(replace(SHORT, dates=dates))

    assert draft.inspection_start.value.isoformat() == "2023-11-13"
    assert draft.inspection_end.value.isoformat() == "2023-11-17"


def test_days_that_are_left_over_are_doubted(read):
    draft = read(replace(SHORT, dates="9, then 13 to 17 November 2023", footer_dates=" "))

    assert ("inspection_start", "9, then 13 to 17 November 2023") in doubts(draft)


def test_a_note_below_the_dates_is_no_part_of_the_previous_inspection(read):
    note = "21 to 23 January 2019</p><p>This report was published again to mend a slip."

    assert read(replace(SHORT, previous=note)).previous_inspection.value == "21 to 23 January 2019"


def test_more_about_inspections_below_the_dates_is_doubted(read):
    note = "21 to 23 January 2019</p><p>Inspectors visited again in May 2020."

    draft = read(replace(SHORT, previous=note))

    assert doubts(draft) == [
        ("previous_inspection", "Inspectors visited again in May 2020."),
    ]


def test_a_previous_inspection_goes_on_in_brackets_on_the_next_line(read):
    previous = "21 to 23 January 2019</p><p>(re-visit: 2 May 2020)"

    draft = read(replace(SHORT, previous=previous))

    assert draft.previous_inspection.value == "21 to 23 January 2019 (re-visit: 2 May 2020)"


def test_the_next_inspection_may_be_in_so_many_years(read):
    outcome = INCONSISTENT.replace(
        "within approximately three years", "in approximately 3 years’ time"
    )

    draft = read(replace(SHORT, outcome=outcome, priority=()))

    assert draft.next_full_inspection.value == "3 years"
