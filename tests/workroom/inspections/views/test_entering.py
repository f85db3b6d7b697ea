from datetime import date

import pytest

from cleardays.workroom.inspections import actions as inspections
from cleardays.workroom.inspections.models import Area, Duty, Inspection, Responsibility
from cleardays.workroom.outbox.models import Outgoing
from tests.factories.inspections import AT, LEAD, make_body, make_inspection


def everything(model):
    return model.objects.unrestricted(because="a test")


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


@pytest.fixture
def council():
    return make_body("Saltmere Council", kind="council")


def test_a_letter_is_entered_with_areas_and_bodies(client, council):
    typed = {
        "framework": "local-area-2016",
        "area_name": "Saltmere",
        "outcome": "statement_required",
        "areas": "Dark lamps\nNo maps\n",
        "bodies": [council.pk],
        **day("first_day", date(2017, 11, 13)),
        **day("received_on", date(2018, 1, 8)),
    }

    page = client.post("/inspections/add/", typed, follow=True)

    made = everything(Inspection).get()
    assert page.redirect_chain[-1][0] == f"/inspections/{made.pk}/"
    assert [one.label for one in everything(Area)] == ["Dark lamps", "No maps"]
    assert everything(Duty).get(kind="statement").due == date(2018, 4, 18)
    assert "is due by Wed 18 Apr 2018" in page.text


def test_what_is_refused_comes_back_beside_the_form_and_nothing_is_kept(client):
    typed = {"framework": "local-area-2016", "area_name": "Saltmere", "outcome": "positive"}

    page = client.post("/inspections/add/", typed)

    assert page.status_code == 422
    assert "is no outcome of the" in page.text
    assert not everything(Inspection).exists()


def test_it_is_changed_from_the_page(client, council):
    made = make_inspection(bodies=[council])
    typed = {
        "title": made.title,
        "area_name": "Wyke",
        "outcome": "systemic_failings",
        **day("received_on", date(2025, 2, 5)),
    }

    client.post(f"/inspections/{made.pk}/change/", typed)

    assert everything(Inspection).get().area_name == "Wyke"
    assert everything(Duty).get(kind="priority-action-plan").due == date(2025, 3, 26)


def test_it_is_published_from_the_page(client, council):
    made = make_inspection(bodies=[council])

    page = client.post(f"/inspections/{made.pk}/publish/", follow=True)

    assert "Published." in page.text
    assert Outgoing.objects.filter(kind="inspection").count() == 1


def test_what_stands_against_publishing_is_said(client):
    made = make_inspection()

    page = client.post(f"/inspections/{made.pk}/publish/", follow=True)

    assert page.text.count("Say which bodies are responsible first") >= 2
    assert not Outgoing.objects.exists()


def test_it_is_taken_back_with_a_reason(client, council):
    made = make_inspection(bodies=[council])
    client.post(f"/inspections/{made.pk}/publish/")

    client.post(f"/inspections/{made.pk}/recall/", {"reason": "Wrong area"})

    assert not everything(Inspection).get().is_published


def test_who_is_responsible_is_set_by_role(client, council):
    made, board = make_inspection(), make_body("Saltmere ICB")

    client.post(f"/inspections/{made.pk}/responsible/", {"joint": [council.pk, board.pk]})

    rows = everything(Responsibility)
    assert {(one.body, one.role) for one in rows} == {(council, "joint"), (board, "joint")}


def test_a_successor_takes_over_from_the_page(client, council):
    board = make_body("Saltmere ICB", valid_from=date(2022, 7, 1))
    group = make_body("Saltmere CCG", valid_until=date(2022, 6, 30), successor=board)
    made = make_inspection(bodies=[council, group])
    assert "Hand over to Saltmere ICB" in client.get(f"/inspections/{made.pk}/").text

    typed = day("on", date(2022, 7, 1))
    page = client.post(f"/inspections/{made.pk}/hand-over/{group.pk}/", typed, follow=True)

    assert "took over from Saltmere CCG" in page.text
    assert "Hand over to" not in page.text


def test_taking_it_back_says_who_repeats_its_words(client, council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    inspections.publish(first, by=LEAD, at=AT)
    again = make_inspection("revisit-2016", [council], previous=first, title="The re-visit")
    lamps = everything(Area).get()
    inspections.judge(again, "inspectors", "sufficient progress", by=LEAD, at=AT, area=lamps)
    assert "repeats words" not in client.get(f"/inspections/{first.pk}/recall/").text

    inspections.publish(again, by=LEAD, at=AT)

    page = client.get(f"/inspections/{first.pk}/recall/").text
    assert "“The re-visit” repeats words of its areas" in page
