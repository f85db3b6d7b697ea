"""The whole case in the order of time."""

from tests.factories.record import (
    INSPECTION,
    a_duty,
    a_judgement,
    a_meeting,
    a_plan,
    an_area,
    an_inspection,
    an_item,
    publish,
)
from tests.site.words import text

ADDRESS = f"/{INSPECTION.ref}/timeline/"


def test_what_happened_comes_in_order_across_kinds(public):
    said = a_judgement("Not sufficient", on="2026-06-01")
    publish(an_inspection(areas=(an_area(judgements=(said,)),)))
    publish(a_meeting(items=(an_item("3", "SEND improvement"),)))
    publish(a_plan())

    words = text(public.get(ADDRESS))

    places = [
        words.index(one)
        for one in (
            "Inspectors came",
            "Submit the priority action plan",
            "Plan of the borough, version 1",
            "SEND improvement",
            "Waiting for assessments: Not sufficient",
        )
    ]
    assert places == sorted(places)


def test_sources_that_differ_are_shown_to_differ(public):
    one = a_judgement("Sufficient", sources=("https://a.example/letter",))
    other = a_judgement("Not sufficient", sources=("The board’s minutes",), is_confirmed=False)
    publish(an_inspection(judgements=(one, other)))

    words = text(public.get(ADDRESS))

    assert "The whole: Sufficient or Not sufficient" in words
    assert "Not confirmed" in words
    assert "Sources differ Sufficient: a.example/letter" in words
    assert "Not sufficient: The board’s minutes" in words


def test_what_has_no_exact_day_comes_last_in_words(public):
    said = a_judgement(on="", on_words="in the spring of 2024")
    publish(an_inspection(judgements=(said,)))

    words = text(public.get(ADDRESS))

    assert "Without an exact day" in words
    assert "(in the spring of 2024)" in words


def test_meetings_of_bodies_that_are_not_concerned_stay_out(public):
    publish(an_inspection())
    publish(a_meeting(council="Elsewhere", items=(an_item("1", "SEND in another place"),)))
    publish(a_meeting(items=(an_item("1", "Please send the minutes"),)))

    words = text(public.get(ADDRESS))

    assert "SEND in another place" not in words
    assert "Please send the minutes" not in words


def test_a_duty_that_is_done_stands_on_the_day_it_was_done(public):
    publish(an_inspection(duties=(a_duty(done_on="2025-11-20", proof="Letter of that day"),)))

    words = text(public.get(ADDRESS))

    assert "20 November 2025 Done Submit the priority action plan Letter of that day" in words


def test_the_case_is_every_inspection_of_the_place_whichever_is_asked(public):
    publish(an_inspection())
    before = an_inspection(ref="inspections/borough-2019", title="Before", first_day="2019-03-04")
    publish(before)
    publish(an_inspection(ref="inspections/other", title="Elsewhere", area_name="Another place"))

    for address in (ADDRESS, "/inspections/borough-2019/timeline/"):
        words = text(public.get(address))
        assert words.index("Inspectors came: Before") < words.index(
            f"Inspectors came: {INSPECTION.title}"
        )
        assert "Elsewhere" not in words


def test_many_judgements_of_one_day_are_counted_together(public):
    areas = tuple(
        an_area(number=n, label=f"Area {n}", judgements=(a_judgement(value, on="2026-06-01"),))
        for n, value in enumerate(["Sufficient", "Sufficient", "Not sufficient"], 1)
    )
    publish(an_inspection(areas=areas))

    words = text(public.get(ADDRESS))

    assert "3 areas judged: 2 Sufficient, 1 Not sufficient" in words
    assert "Area 2: Sufficient" not in words
