from datetime import date

import pytest

from cleardays.workroom.inspections.models import Area, Duty, Judgement, Responsibility
from tests.factories.inspections import make_body, make_inspection


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def council():
    return make_body("Saltmere Council", kind="council")


@pytest.fixture
def first(council):
    return make_inspection("local-area-2016", [council], ["Lamps", "Maps"])


def test_an_area_is_added_with_who_leads_on_it(client, council, first):
    typed = {"kind": "weakness", "label": "Benches", "bodies": [council.pk], "is_confirmed": "on"}

    client.post(f"/inspections/{first.pk}/areas/add/", typed)

    area = everything(Area).get(number=3)
    assert (area.label, area.is_confirmed) == ("Benches", True)
    assert everything(Responsibility).get(area=area).body == council


def test_an_area_is_changed_and_taken_off(client, first):
    lamps, maps = everything(Area).order_by("number")

    client.post(
        f"/inspections/areas/{lamps.pk}/change/", {"kind": "weakness", "label": "All lamps"}
    )
    client.post(f"/inspections/areas/{maps.pk}/remove/")

    (left,) = everything(Area)
    assert (left.label, left.is_confirmed) == ("All lamps", False)


def test_a_re_visit_judges_each_area_on_one_page(client, council, first):
    again = make_inspection("revisit-2016", [council], previous=first)
    lamps, maps = everything(Area).order_by("number")
    typed = {
        f"area-{lamps.pk}": "sufficient progress",
        f"area-{maps.pk}": "not sufficient progress",
        "on_words": "March 2020",
    }

    page = client.post(f"/inspections/{again.pk}/judge-areas/", typed, follow=True)

    assert everything(Judgement).count() == 2
    assert "not sufficient progress" in page.text
    assert "Found at Saltmere: Joint local area SEND inspection" in page.text


def test_at_least_one_area_has_to_be_judged(client, council, first):
    again = make_inspection("revisit-2016", [council], previous=first)

    page = client.post(f"/inspections/{again.pk}/judge-areas/", {"on_words": ""})

    assert "at least one area" in page.text


def test_each_judge_is_recorded_and_shown_apart(client, first):
    lamps = everything(Area).get(number=1)
    for judge, value in (("government", "Clear progress"), ("families", "No change")):
        typed = {"judge": judge, "area": lamps.pk, "value": value}
        client.post(f"/inspections/{first.pk}/judge/", typed)

    page = client.get(f"/inspections/{first.pk}/")

    assert "DfE and NHS England: <strong>Clear progress</strong>" in page.text
    assert "Families: <strong>No change</strong>" in page.text


def test_a_judgement_is_taken_back(client, first):
    client.post(f"/inspections/{first.pk}/judge/", {"judge": "self", "value": "Done"})
    made = everything(Judgement).get()

    client.post(f"/inspections/judgements/{made.pk}/take-back/", {"reason": "Twice"})

    assert not everything(Judgement).exists()


def test_a_duty_gets_its_owner_is_done_and_taken_back(client, first):
    duty = everything(Duty).get(kind="statement")
    done = {"on_day": 1, "on_month": 4, "on_year": 2025, "proof": "https://a.example/plan"}

    client.post(f"/inspections/duties/{duty.pk}/owner/", {"owner": "Director"})
    client.post(f"/inspections/duties/{duty.pk}/done/", done)

    duty = everything(Duty).get(pk=duty.pk)
    assert (duty.owner, duty.done_on, duty.proof) == (
        "Director",
        date(2025, 4, 1),
        "https://a.example/plan",
    )
    client.post(f"/inspections/duties/{duty.pk}/not-done/", {"reason": "A draft"})
    assert everything(Duty).get(pk=duty.pk).done_on is None
