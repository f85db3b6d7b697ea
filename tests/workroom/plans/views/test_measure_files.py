"""Figures in files: the template, the DfE's statistics, and what accepting would change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cleardays.readers.measures.observations import template
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Measure, MeasureFile, Observation
from tests.factories.plans import AT, LATER, rows

SHARE = {
    "valid_from": "2000-01-01",
    "name": "Lamps in time",
    "numerator": "lamps lit in time",
    "denominator": "lamps",
    "unit": "%",
}
HEAD = "measure,area,period,numerator,denominator,value,status,source,retrieved,replaces,export\n"
DFE_HEAD = (
    "time_period,time_identifier,geographic_level,country_name,region_code,region_name,"
    "new_la_code,la_name,breakdown_topic,breakdown,plans_issued_den\n"
)


def dfe_row(year, level, code, name, count):
    region = "" if level == "National" else "R1"
    return f"{year},Calendar year,{level},England,{region},North,{code},{name},All EHC plans issued,All EHC plans issued,{count}\n"  # fmt: skip  # noqa: E501


DFE = DFE_HEAD + "".join(
    dfe_row(year, *place)
    for year in (2023, 2024)
    for place in (
        ("National", "", "", 80000 + year),
        ("Regional", "", "", 8000),
        ("Local authority", "L1", "Lampshire", 700 + year),
        ("Local authority", "L2", "Wickshire", 600),
        ("Local authority", "L3", "Tallowshire", 800),
    )
)


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


@pytest.fixture
def measure(by):
    return actions.create_measure("Lamps in time", [SHARE], by=by, at=AT)


def give(client, text, name="figures.csv"):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("plans:measure_files"), {"file": file}, follow=True)


def accept(client, response, **typed):
    return client.post(response.request["PATH_INFO"], typed, follow=True)


def html(response):
    return response.content.decode()


def figures():
    return [(one.geography, one.period, one.value) for one in rows(Observation)]


def test_the_template_is_offered(client):
    response = client.get(reverse("plans:measure_template"))

    assert response.content.decode("utf-8-sig") == template()


def test_figures_in_the_template_are_compared_and_accepted(client, measure):
    page = give(client, HEAD + "lamps-in-time,,2024,30,90,33.3,final,Own,2025-01-01,no,\n")
    before = figures()

    accept(client, page)

    assert "33.3 (30 of 90)" in html(page)
    assert (before, figures()) == ([], [("local", "2024", 33.3)])


def test_a_figure_may_be_left_to_be_worked_out(client, measure):
    page = give(client, HEAD + "lamps-in-time,,2024,30,90,,final,Own,,no,\n")

    accept(client, page)

    assert figures() == [("local", "2024", 33.3)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("no-such-thing,,2024,30,90,33.3,final,Own,,no,", "A2"),
        ("lamps-in-time,,soon,30,90,33.3,final,Own,,no,", "C2"),
        ("lamps-in-time,,2024,thirty,90,33.3,final,Own,,no,", "D2"),
        ("lamps-in-time,,2024,30,90,33.3,final,,,no,", "H2"),
    ],
)
def test_faults_are_told_by_their_cells_and_the_file_is_kept(client, measure, row, said):
    good = "lamps-in-time,,2023,30,90,33.3,final,Own,,no,\n"

    page = give(client, f"{HEAD}{row}\n{good}")

    assert f">{said}<" in html(page)
    assert "Nothing was loaded" in html(page)
    (kept,) = rows(MeasureFile)
    assert (kept.rows, StoredFile.objects.count()) == ([], 1)
    given = client.get(reverse("plans:measure_given", args=[kept.pk]))
    assert b"".join(given.streaming_content).decode() == f"{HEAD}{row}\n{good}"


def test_a_figure_that_is_there_twice_under_two_names_is_a_fault(client, measure):
    line = ",,2024,30,90,33.3,final,Own,,no,\n"

    page = give(client, f"{HEAD}lamps-in-time{line}Lamps in time{line}")

    assert ">C3<" in html(page)
    assert "Row 2 is for the same measure" in html(page)


def test_what_seems_wrong_has_to_be_looked_at(client, measure):
    page = give(client, HEAD + "lamps-in-time,,2024,,,33.3,final,Own,,no,\n")

    refused = accept(client, page)
    nothing = figures()
    accept(client, page, is_checked="on")

    assert "without its numerator and denominator" in html(page)
    assert "without its numerator and denominator" in html(refused)
    assert (nothing, figures()) == ([], [("local", "2024", 33.3)])


def test_nothing_is_half_loaded(client, measure):
    page = give(
        client,
        HEAD
        + "lamps-in-time,,2023,30,90,33.3,final,Own,,no,\n"
        + "lamps-in-time,,2024,95,90,105.6,final,Own,,no,\n",
    )

    accept(client, page, is_checked="on")

    assert figures() == []


def exported(client, measure):
    response = client.post(reverse("plans:measure_export", args=[measure.pk]))
    return response.content.decode("utf-8-sig")


@pytest.fixture
def observed(measure, by):
    given = {"numerator": 30, "denominator": 90, "source": "Own", "by": by, "at": AT}
    return actions.record_observation(measure, "2024", **given)


def test_what_goes_out_and_comes_back_changes_nothing(client, measure, observed):
    page = give(client, exported(client, measure))

    assert "Nothing would change" in html(page)


def test_what_was_changed_in_the_file_alone_is_restated_for_a_reason(client, measure, observed):
    changed = exported(client, measure).replace(",30,90,33.3,", ",33,90,36.7,")
    page = give(client, changed)

    refused = accept(client, page)
    accept(client, page, reason="Three came late")

    assert "Say why figures are restated" in html(refused)
    assert [(one.value, one.reason) for one in rows(Observation)] == [
        (33.3, ""),
        (36.7, "Three came late"),
    ]


def test_what_was_changed_here_alone_stays(client, measure, observed, by):
    file = exported(client, measure)
    why = {"source": "Own", "reason": "Three came late", "by": by, "at": LATER}
    actions.restate(observed, numerator=33, denominator=90, **why)

    page = give(client, file)

    assert "Nothing would change" in html(page)


def test_what_both_sides_changed_has_to_be_decided(client, measure, observed, by):
    file = exported(client, measure).replace(",30,90,33.3,", ",36,90,40,")
    why = {"source": "Own", "reason": "Three came late", "by": by, "at": LATER}
    actions.restate(observed, numerator=33, denominator=90, **why)
    page = give(client, file)

    refused = accept(client, page, reason="The file is right")
    accept(client, page, reason="The file is right", **{"choice|0": "theirs"})

    assert "both sides changed it" in html(refused)
    assert [one.value for one in rows(Observation)] == [33.3, 36.7, 40]


def test_words_that_a_spreadsheet_would_run_go_out_as_words(client, measure, by):
    actions.record_observation(
        measure, "2024", numerator=30, denominator=90, source="=1+1", by=by, at=AT
    )

    file = exported(client, measure)

    assert ",'=1+1," in file
    assert "Nothing would change" in html(give(client, file))


def choose(client, page, **more):
    typed = {"area": "L1", "measure": "plans-issued", "breakdown": "all", "into": "", **more}
    return client.post(page.request["PATH_INFO"], typed, follow=True)


def test_the_dfes_statistics_become_a_measure_with_its_comparators(client):
    page = give(client, DFE, "dfe.csv")

    chosen = choose(client, page, neighbours="Wickshire\nTallowshire")
    accept(client, chosen)

    assert "<svg" in html(chosen)
    (made,) = rows(Measure)
    assert made.name == "EHC plans issued"
    assert len(made.definition) == 2
    assert sorted(figures()) == [
        ("England", "2023", 82023), ("England", "2024", 82024), ("North", "2023", 8000),
        ("North", "2024", 8000), ("Statistical neighbours", "2023", 700),
        ("Statistical neighbours", "2024", 700), ("local", "2023", 2723), ("local", "2024", 2724),
    ]  # fmt: skip


def test_the_next_release_of_the_dfe_adds_what_is_new(client):
    accept(client, choose(client, give(client, DFE, "dfe.csv")))
    (made,) = rows(Measure)
    newer = DFE + dfe_row(2025, "Local authority", "L1", "Lampshire", 3000)

    page = give(client, newer, "dfe.csv")
    chosen = choose(client, page, into=made.pk)
    accept(client, chosen)

    assert page.context["form"]["area"].value() == "L1"
    assert "6 figures of the file stand here already" in html(chosen)
    assert ("local", "2025", 3000) in figures()


def test_an_area_that_the_file_has_not_is_refused(client):
    page = give(client, DFE, "dfe.csv")

    chosen = choose(client, page, neighbours="Nowhere")

    assert "has no area" in html(chosen)


def test_a_file_of_the_dfe_without_a_known_measure_says_so(client):
    page = give(client, DFE.replace("plans_issued_den", "something_else"), "dfe.csv")

    assert "No measure in this file is known" in html(page)


def test_a_workbook_is_refused_with_what_to_do_and_kept(client):
    file = SimpleUploadedFile("figures.xlsx", b"PK\x03\x04 and more")

    page = client.post(reverse("plans:measure_files"), {"file": file}, follow=True)

    assert "save the sheet as" in html(page)
    assert len(rows(MeasureFile)) == 1


def test_a_partner_brings_in_figures_of_its_own_measures_alone(
    signed_in, partner, measure, client
):
    theirs = signed_in(partner)
    line = "lamps-in-time,,2024,30,90,33.3,final,Own,,no,\n"

    page = give(theirs, HEAD + line)

    assert "You keep no measure called" in html(page)
    kept = give(client, HEAD + line).request["PATH_INFO"]
    assert theirs.get(kept).status_code == 404


def test_a_table_of_ones_own_is_read_with_what_was_chosen_for_it(client, measure):
    text = "Month,In time,All,%\nApr-24,30,90,33.3%\nMay-24,41,100,41%\nTotal,71,190,37.4%\n"
    file = SimpleUploadedFile("dashboard.csv", text.encode())
    typed = {"file": file, "measure": measure.pk, "years": ""}

    response = client.post(reverse("plans:measure_files"), typed, follow=True)

    shown = response.content.decode()
    assert "41 (41 of 100)" in shown
    assert "Row 4, “Total”" in shown
    accept(client, response)
    assert [(row.period, row.source) for row in rows(Observation)] == [
        ("April 2024", "dashboard.csv"),
        ("May 2024", "dashboard.csv"),
    ]
