"""The whole case in the order of time."""

import csv
import io

from cleardays.record.schemas.common import Link
from cleardays.record.schemas.inspection import DecisionDocument
from tests.factories.record import (
    INSPECTION,
    a_duty,
    a_judgement,
    a_meeting,
    a_plan,
    an_area,
    an_ask,
    an_event,
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


def test_what_happened_outside_stands_in_its_place_with_how_sure_it_is(public):
    fault = an_event(area=1, differs="One page says May, another June.", is_confirmed=False,
                     note="From the press.", sources=("https://ombudsman.example/1",))  # fmt: skip
    publish(an_inspection(areas=(an_area(),), events=(fault,)))

    for address in (ADDRESS, f"/{INSPECTION.ref}/", f"/{INSPECTION.ref}/areas/1/"):
        words = text(public.get(address))
        assert (
            "6 August 2025 Ombudsman Fault found: a review came late Not confirmed Payments were"
            " agreed. Sources differ One page says May, another June. From the press."
        ) in words
        assert "ombudsman.example/1" in words


def test_what_happened_outside_belongs_to_the_page_of_its_area_only(public):
    areas = (an_area(number=1), an_area(number=2, label="Other"))
    publish(an_inspection(areas=areas, events=(an_event(area=1), an_event("Of the whole"))))

    words = text(public.get(f"/{INSPECTION.ref}/areas/2/"))

    assert "Fault found" not in words
    assert "Of the whole" not in words


def test_a_day_that_is_not_exact_is_shown_as_far_as_it_is_known(public):
    events = (
        an_event("Money came", day="2025-07-01", precision="year", date_words="2025"),
        an_event("A forecast", day="2025-11-15", precision="month", date_words="November 2025"),
        an_event("Approved", day="2025-03-25", precision="about", date_words="20 or 25 March"),
    )
    publish(an_inspection(events=events))

    words = text(public.get(ADDRESS))

    assert "2025 Ombudsman Money came Payments" in words
    assert "November 2025 Ombudsman A forecast Payments" in words
    assert "March 2025 Ombudsman Approved 20 or 25 March" in words
    assert "1 July 2025" not in words
    assert words.index("Approved") < words.index("Money came") < words.index("A forecast")


def test_a_judgement_of_a_re_visit_is_told_once(public):
    said = a_judgement("Sufficient", on="2026-06-01")
    publish(an_inspection(ref="inspections/borough-2019", title="Before", first_day="2019-03-04",
                          areas=(an_area(judgements=(said,)),)))  # fmt: skip
    publish(an_inspection(areas=(an_area(judgements=(said,)),)))

    words = text(public.get(ADDRESS))

    assert words.count("Waiting for assessments: Sufficient") == 1


def test_what_is_known_of_a_judgements_day_stands_for_the_day(public):
    publish(an_inspection(judgements=(a_judgement(on="2025-11-15", on_words="late in 2025"),)))

    words = text(public.get(ADDRESS))

    assert (
        "November 2025 Judgement, Inspectors The whole: Sufficient progress late in 2025" in words
    )


def test_what_is_known_of_the_day_a_duty_was_done_is_said(public):
    publish(an_inspection(duties=(a_duty(done_on="2025-11-20", done_words="at the latest"),)))

    assert "Submit the priority action plan at the latest" in text(public.get(ADDRESS))
    assert "20 November 2025 (at the latest)" in text(public.get(f"/{INSPECTION.ref}/"))


def test_a_meeting_belongs_to_the_case_by_what_came_of_it_too(public):
    publish(an_inspection())
    outcome = "The committee heard how the priority action plan gets on."
    publish(a_meeting(items=(an_item("3", "How we are doing", outcome=outcome),)))
    publish(a_meeting(name="SEND Improvement Board", items=(an_item("1", "The board begins"),)))

    words = text(public.get(ADDRESS))

    assert "How we are doing" in words
    assert "SEND Improvement Board The board begins" in words


def test_what_was_asked_at_a_meeting_stands_with_it(public):
    publish(an_inspection())
    meeting = a_meeting(items=(an_item("3", "SEND improvement"),))
    publish(meeting)
    publish(an_ask(meeting=Link(meeting.ref, meeting.name), text="Bring the figures."))

    words = text(public.get(ADDRESS))

    assert "SEND improvement Asked: Bring the figures. Waiting for an answer" in words


def test_what_came_of_an_item_is_told_in_short_and_whole_in_the_table(public):
    publish(an_inspection())
    outcome = f"Resolved: that the plan be noted. {'Then they spoke. ' * 40}And closed."
    publish(a_meeting(items=(an_item("3", "SEND improvement", outcome=outcome),)))

    words = text(public.get(ADDRESS))
    table = public.get("/inspections/borough-2025/timeline.json").json()

    assert "SEND improvement Resolved: that the plan be noted. Then they spoke." in words
    assert "And closed." not in words
    assert [one["came_of_it"] for one in table if one["kind"] == "Meeting"] == [[outcome]]


def test_what_one_person_decided_stands_on_its_day(public):
    record = DecisionDocument(
        taken_on="2025-11-20",
        taken_by="Director of Lamps",
        how_words="",
        decision="To send the plan.",
        reasons="Time was short.",
        alternatives="",
        conflicts="",
    )
    publish(an_inspection(decisions=(record,)))

    page = public.get(ADDRESS)

    assert "20 November 2025 Decision Director of Lamps To send the plan." in text(page)
    assert f'href="/{INSPECTION.ref}/#decisions"' in page.text


def test_the_whole_case_is_a_table_too(public):
    publish(an_inspection(events=(an_event(is_confirmed=False, note="From the press."),)))

    table = public.get("/inspections/borough-2025/timeline.csv").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(table)))
    assert "Inspection" in {row["kind"] for row in rows}
    assert all(row["title"] for row in rows)
    (fault,) = [row for row in rows if row["kind"] == "Ombudsman"]
    assert (fault["is_confirmed"], fault["how_known"]) == ("", "From the press.")
    said = public.get("/inspections/borough-2025/timeline.json").json()
    assert [one["is_confirmed"] for one in said if one["kind"] == "Ombudsman"] == [False]
    assert [list(one) for one in said] == [list(row) for row in rows]


def test_the_years_of_a_long_case_are_folded_but_the_newest_begun(public):
    facts = tuple(an_event(title=f"Fact {n}", day=f"20{n:02}-01-01") for n in range(1, 25))
    publish(an_inspection(events=facts))

    markup = public.get(ADDRESS).content.decode()

    assert markup.count('<details class="cd-fold" open>') == 1
    assert '<div id="y2003">' in markup


def test_a_short_case_is_all_in_sight(public):
    publish(an_inspection())

    assert '<details class="cd-fold">' not in public.get(ADDRESS).content.decode()
