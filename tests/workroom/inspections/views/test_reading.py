import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import Area, Duty, Inspection, Responsibility
from cleardays.workroom.inspections.reading import from_plain
from cleardays.workroom.people.models import Organisation
from tests.factories.inspections import make_body
from tests.readers.inspections.paper import WHOLE, set_pdf


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    return set_pdf(tmp_path_factory.mktemp("report"), WHOLE).read_bytes()


def everything(model):
    return model.objects.unrestricted(because="a test")


def upload(client, content, name="report.pdf"):
    given = {"file": SimpleUploadedFile(name, content, "application/pdf")}
    return client.post("/inspections/upload/", given)


@pytest.fixture
def read(client, pdf):
    upload(client, pdf)
    return everything(Inspection).get()


def filled(page):
    """Return what the form of a page would send if nobody changed anything."""
    form = page.context["form"]
    typed = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, date):
            parts = {"day": value.day, "month": value.month, "year": value.year}
            typed |= {f"{bound.html_name}_{part}": n for part, n in parts.items()}
        elif value is True:
            typed[bound.html_name] = "on"
        elif value not in (None, False):
            typed[bound.html_name] = value
    for number in range(len(form.reading.bodies)):
        typed[f"body-{number}"] = typed.get(f"body-{number}") or "new-nhs"
    for doubt in form.reading.doubts:
        typed[f"settled-{doubt.number}"] = "on"
    return typed


def test_a_report_is_read_and_waits_to_be_accepted(client, pdf):
    page = upload(client, pdf)

    made = everything(Inspection).get()
    assert page.url == f"/inspections/{made.pk}/accept/"
    assert (made.area_name, made.outcome, made.is_accepted) == (
        "Saltmere and Wyke",
        "systemic_failings",
        False,
    )
    assert not everything(Duty).exists()


@pytest.mark.parametrize("content", [b"", b"Dear sir", b"%PDF-1.7 cut"])
def test_what_is_no_report_is_refused_beside_the_form(client, content):
    page = upload(client, content)

    assert page.status_code == 422
    assert not everything(Inspection).exists()


def test_the_words_of_each_page_stand_beside_the_fields(client, read):
    page = client.get(f"/inspections/{read.pk}/accept/")

    assert 'id="page-1"' in page.text
    assert f"/inspections/{read.pk}/pages/1/" in page.text
    assert "Area SEND inspection of Saltmere" in page.text
    assert 'Read on <a href="#page-1">page 1</a>' in page.text


def test_a_page_is_shown_as_a_picture_and_one_that_is_not_there_is_404(client, read):
    picture = client.get(f"/inspections/{read.pk}/pages/1/")

    assert picture.content.startswith(b"\x89PNG")
    assert client.get(f"/inspections/{read.pk}/pages/99/").status_code == 404
    assert client.get(f"/inspections/{read.pk}/pages/0/").status_code == 404


def test_what_was_read_is_accepted_as_it_stands(client, read):
    found = from_plain(read.reading)
    typed = filled(client.get(f"/inspections/{read.pk}/accept/"))

    page = client.post(f"/inspections/{read.pk}/accept/", typed, follow=True)

    assert page.redirect_chain[-1][0] == f"/inspections/{read.pk}/"
    made = everything(Inspection).get()
    assert made.is_accepted
    assert everything(Area).count() == len(found.findings)
    assert {one.name for one in Organisation.objects.all()} >= {
        "Saltmere and Wyke County Council",
        "NHS Wyke and East Fenmark Integrated Care Board (ICB)",
    }
    whole = everything(Responsibility).filter(area__isnull=True)
    assert whole.count() == len(found.fields["jointly_responsible"])


def test_two_names_of_one_body_are_one_body(client, read):
    page = client.get(f"/inspections/{read.pk}/accept/")

    form = page.context["form"]
    chosen = {name: form[f"body-{n}"].initial for n, name in enumerate(form.reading.bodies)}
    assert chosen["NHS Wyke and East Fenmark ICB"] == "same-1"
    assert chosen["Saltmere and Wyke County Council"] == "new-council"
    client.post(f"/inspections/{read.pk}/accept/", filled(page))
    assert Organisation.objects.filter(name__contains="East Fenmark").count() == 1


def test_corrections_are_kept_and_start_the_clocks(client, read):
    council = make_body("Saltmere County Council", kind="council")
    typed = filled(client.get(f"/inspections/{read.pk}/accept/"))
    typed |= {"body-0": council.pk, "label-0": "Lamps", "kind-1": "left-out"}
    typed |= {"received_on_day": 4, "received_on_month": 2, "received_on_year": 2025}

    client.post(f"/inspections/{read.pk}/accept/", typed)

    assert everything(Area).get(number=1).label == "Lamps"
    assert everything(Area).count() == len(from_plain(read.reading).findings) - 1
    plan = everything(Duty).get(kind="priority-action-plan")
    assert (plan.due, plan.body) == (date(2025, 3, 25), council)


FOLDED = re.compile(r"<details class=\"cd-reveal\">.*?</details>", re.DOTALL)
OPEN = re.compile(r"<details class=\"cd-reveal\" open>.*?</details>", re.DOTALL)


def held_by(pattern, page, name):
    return any(f'name="{name}"' in part for part in pattern.findall(page.text))


def test_what_is_sure_is_folded_away_and_the_days_are_asked_for_at_once(client, read):
    page = client.get(f"/inspections/{read.pk}/accept/")

    assert held_by(FOLDED, page, "outcome")
    assert held_by(FOLDED, page, "summary")
    assert not held_by(FOLDED, page, "received_on_day")
    assert not held_by(FOLDED, page, "label-0")


def test_what_is_doubtful_is_open(client, read):
    plain = {**read.reading}
    plain["unsure"] = [
        {"field": "outcome", "page": 1, "words": "grave", "why": "New words."},
        {"field": "improvements[0]", "page": 3, "words": "and", "why": "It ends so."},
    ]
    everything(Inspection).update(reading=plain)

    page = client.get(f"/inspections/{read.pk}/accept/")

    assert held_by(OPEN, page, "outcome")
    assert "Area for improvement 1" in page.text
    parts = page.context["form"].findings()
    assert [part.read.field for part in parts if part.is_open] == ["improvements[0]"]


def test_what_was_changed_is_open_when_the_form_comes_back(client, read):
    path = f"/inspections/{read.pk}/accept/"
    typed = filled(client.get(path)) | {"text-0": "Mended.", "label-1": ""}

    page = client.post(path, typed)

    assert page.status_code == 422
    opened = [part.is_open for part in page.context["form"].findings()]
    assert opened[:2] == [True, True]
    assert not any(opened[2:])


def test_a_body_that_is_entered_already_is_told_in_one_line(client, read):
    make_body("Saltmere and Wyke Council", kind="council")

    page = client.get(f"/inspections/{read.pk}/accept/")

    assert "“Saltmere and Wyke County Council” is Saltmere and Wyke Council</summary>" in page.text
    assert held_by(FOLDED, page, "body-0")


def test_a_doubt_that_nobody_settled_stops_it(client, read):
    plain = {**read.reading}
    plain["unsure"] = [{"field": "outcome", "page": 2, "words": "grave", "why": "New words."}]
    everything(Inspection).update(reading=plain)
    path = f"/inspections/{read.pk}/accept/"
    page = client.get(path)
    typed = filled(page)
    del typed["settled-0"]

    refused = client.post(path, typed)

    assert "New words." in page.text
    assert "Settle this, then tick it" in refused.text
    assert not everything(Inspection).get().is_accepted


def test_a_reading_is_thrown_away(client, read):
    client.post(f"/inspections/{read.pk}/discard/")

    assert not everything(Inspection).exists()
    assert StoredFile.objects.exists()


def test_the_file_is_for_those_who_follow_findings(client, read, member, signed_in):
    assert b"".join(client.get(read.file_href).streaming_content).startswith(b"%PDF")
    assert signed_in(member).get(read.file_href).status_code == 404


def test_a_report_that_was_read_before_says_so(client, read, pdf):
    upload(client, pdf)
    again = everything(Inspection).exclude(pk=read.pk).get()

    page = client.get(f"/inspections/{again.pk}/accept/")

    assert "This inspection may be here already" in page.text
    assert f'<a href="/inspections/{read.pk}/">' in page.text
