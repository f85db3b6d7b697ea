"""A monitoring inspection of 2023: entered by form, judged, dated, with its letter, public."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import (
    Area,
    Duty,
    Inspection,
    InspectionVersion,
    Judgement,
)
from tests.factories.inspections import AT, LEAD, make_body, make_inspection
from tests.readers.inspections.paper import WHOLE, set_pdf

CODE = "monitoring-2023"
EFFECTIVE = "effective action"


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    return set_pdf(tmp_path_factory.mktemp("letter"), WHOLE).read_bytes()


@pytest.fixture
def bodies():
    return [make_body("Saltmere Council", kind="council"), make_body("Saltmere ICB")]


@pytest.fixture
def full(bodies):
    made = make_inspection(bodies=bodies)
    for kind, label in (("priority", "Dark lamps"), ("improvement", "Old maps")):
        actions.add_area(made, kind, label, by=LEAD, at=AT)
    return made


@pytest.fixture
def lamps(full):
    return everything(Area).get(inspection=full, label="Dark lamps")


@pytest.fixture
def visit(full, bodies):
    days = {"first_day": date(2026, 6, 9), "last_day": date(2026, 6, 11)}
    return make_inspection(
        CODE,
        bodies,
        previous=full,
        at=AT.replace(month=8),
        outcome="effective",
        received_on=date(2026, 7, 6),
        published_on=date(2026, 7, 13),
        **days,
    )


def next_full(inspection):
    return everything(Duty).get(inspection=inspection, kind="full-inspection")


def judge(client, visit, lamps, **typed):
    return client.post(
        f"/inspections/{visit.pk}/judge-areas/",
        {f"area-{lamps.pk}": EFFECTIVE, **typed},
        follow=True,
    )


def attach(client, visit, content, **more):
    given = {"file": SimpleUploadedFile("letter.pdf", content, "application/pdf"), **more}
    return client.post(f"/inspections/{visit.pk}/file/", given, follow=True)


def test_the_page_for_pdfs_leads_to_the_form_with_the_framework_chosen(client):
    page = client.get("/inspections/upload/")

    address = f"/inspections/add/?framework={CODE}"
    assert f'<a href="{address}">Monitoring inspection (2023 framework)</a>' in page.text
    assert f'<option value="{CODE}" selected>' in client.get(address).text


def test_areas_for_priority_action_are_judged_and_no_others(client, visit):
    for path in ("", "judge-areas/"):
        page = client.get(f"/inspections/{visit.pk}/{path}")

        assert "Dark lamps" in page.text
        assert "Old maps" not in page.text


def test_what_inspectors_say_on_an_area_is_kept_beside_the_judgement(client, visit, lamps):
    page = judge(client, visit, lamps, **{f"said-{lamps.pk}": "Every lamp is lit."})

    made = everything(Judgement).get()
    assert (made.area, made.value, made.words) == (lamps, EFFECTIVE, "Every lamp is lit.")
    assert "Every lamp is lit." in page.text


def test_the_form_opens_with_what_was_recorded_before(client, visit, lamps):
    judge(client, visit, lamps, **{f"said-{lamps.pk}": "Every lamp is lit."})

    page = client.get(f"/inspections/{visit.pk}/judge-areas/")

    assert "Every lamp is lit." in page.text
    assert f'<option value="{EFFECTIVE}" selected>' in page.text


def test_words_without_a_judgement_are_sent_back(client, visit, lamps):
    typed = {f"area-{lamps.pk}": "", f"said-{lamps.pk}": "Every lamp is lit."}

    page = client.post(f"/inspections/{visit.pk}/judge-areas/", typed)

    assert "Choose how area 1 was judged" in page.text
    assert not everything(Judgement).exists()


def test_the_next_full_inspection_is_counted_from_the_full_report_before(full, visit):
    assert next_full(visit).due == next_full(full).due == date(2028, 2, 4)
    assert "within 3 years of the report received on Tue 4 Feb 2025" in next_full(visit).sentence


def test_without_the_full_report_it_waits_for_it(bodies):
    alone = make_inspection(CODE, bodies, outcome="effective")

    assert next_full(alone).due is None
    assert "which one that is, is not known" in next_full(alone).sentence


def test_without_the_day_of_its_receipt_it_says_where_to_enter_it(full, visit):
    actions.change(full, by=LEAD, at=AT, received_on=None)

    assert next_full(visit).due is None
    assert "full report before: that day is not known" in next_full(visit).sentence


def test_it_moves_when_the_full_report_was_received_on_another_day(full, visit):
    actions.change(full, by=LEAD, at=AT, received_on=date(2025, 2, 5))

    assert next_full(visit).due == date(2028, 2, 5)


def test_the_letter_is_put_with_it_and_published_with_it(client, visit, pdf):
    page = attach(client, visit, pdf, publishes="on")
    actions.publish(visit, by=LEAD, at=AT.replace(month=8))

    held = everything(Inspection).get(pk=visit.pk)
    assert "The inspectors' report" in page.text.replace("&#x27;", "'")
    assert everything(InspectionVersion).get().snapshot["file"] == held.file_id


def test_a_letter_that_is_not_to_be_published_stays_here(client, visit, pdf):
    attach(client, visit, pdf)
    actions.publish(visit, by=LEAD, at=AT.replace(month=8))

    assert everything(InspectionVersion).get().snapshot["file"] == ""


def test_what_is_no_pdf_is_refused(client, visit):
    page = attach(client, visit, b"not a PDF")

    assert page.status_code == 422
    assert everything(Inspection).get(pk=visit.pk).file is None


def test_a_report_that_was_read_keeps_its_own_pdf(client, pdf):
    client.post("/inspections/upload/", {"file": SimpleUploadedFile("a.pdf", pdf)})
    read = everything(Inspection).get()

    page = attach(client, read, pdf)

    assert page.status_code == 422
    assert "stays with it" in page.text


def test_others_may_not_put_a_letter_with_it(member, signed_in, visit, pdf):
    assert attach(signed_in(member), visit, pdf).status_code == 404
