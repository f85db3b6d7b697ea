"""Settling what a file leaves open, in the browser's way."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from cleardays.workroom.accounts.models import RoleHeld
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.forms.settling import AT_ONCE
from cleardays.workroom.plans.models import PlanFile
from tests.factories.plans import actions_of, rows

HEADS = ("Ref", "Action", "Owner", "Due date")


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


def send(client, plan, *lines):
    book = Workbook()
    for line in (HEADS, *lines):
        book.active.append(line)
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("plan.xlsx", content.getvalue())
    return client.post(reverse("plans:exchange", args=[plan.pk]), {"file": file}, follow=True)


def answer(client, page, **answers):
    """Send answers such as ``ends_0`` for the field "0-ends"."""
    names = {name: "-".join(reversed(name.rsplit("_", 1))) for name in answers}
    given = {names[name].replace("_", "-"): value for name, value in answers.items()}
    return client.post(page.request["PATH_INFO"], given, follow=True)


LINES = (
    ("1", "Mend", "ICB / LA", "Q2 2025/26"),
    ("2", "Row", "ICB / LA", "Q2 2025/26"),
    ("3", "Sew", "ICB / LA", "TBC"),
)


def test_each_open_word_is_asked_once_and_the_file_goes_on_without_another_upload(client, plan):
    page = send(client, plan, *LINES)
    assert "What the file leaves open" in page.content.decode()
    assert actions_of(plan) == []

    page = answer(
        client,
        page,
        ends_0="30 Sept 2025",
        ends_1="",
        owner_2="Head of Lamps",
        owner_body_2=plan.organisation.name,
    )
    assert "What the table would change" in page.content.decode()
    client.post(page.request["PATH_INFO"], {})

    made = actions_of(plan)
    assert [f"{one.finish}" for one in made] == ["2025-09-30", "2025-09-30", "None"]
    assert {(one.lead, one.lead_body) for one in made} == {("Head of Lamps", plan.organisation)}
    assert made[2].private_note.splitlines() == [
        "Planned finish in the file: TBC",
        "Lead in the file: ICB / LA",
    ]


def test_what_is_not_answered_is_asked_again(client, plan):
    page = answer(client, send(client, plan, *LINES), ends_0="soon", ends_1="", owner_2="x")

    html = page.content.decode()
    assert "is no exact day: write it as 31/01/2026" in html
    assert "Choose the body of “ICB / LA”" in html
    assert rows(PlanFile, kind="import")[0].answers == {}


def test_a_file_that_waits_leads_back_to_its_questions(client, plan):
    send(client, plan, *LINES)
    (kept,) = rows(PlanFile, kind="import")

    page = client.get(reverse("plans:compare", args=[kept.pk]))

    assert page.url == reverse("plans:settle", args=[kept.pk])
    listed = client.get(reverse("plans:exchange", args=[plan.pk])).content.decode()
    assert page.url in listed


def test_faults_come_first_and_say_that_more_is_open(client, plan):
    html = send(client, plan, ("1", "", "ICB / LA", "TBC")).content.decode()

    assert "Nothing was loaded" in html
    assert "1 other thing in the file can be settled" in html


def test_a_body_is_entered_by_one_who_may_alone(client, plan, lead):
    page = send(client, plan, ("1", "Mend", "Rowing Club", None))
    refused = answer(client, page, owner_0="Captain", owner_body_0="new")
    assert "not one of the available choices" in refused.content.decode()
    RoleHeld.objects.create(user=lead, role="administrator", since=date(2010, 1, 1))

    answer(client, page, owner_0="Captain", owner_body_0="new")

    assert Organisation.objects.filter(name="Rowing Club").exists()


def test_a_partner_finds_no_such_page(client, plan, signed_in, partner):
    send(client, plan, *LINES)
    (kept,) = rows(PlanFile, kind="import")

    assert signed_in(partner).get(reverse("plans:settle", args=[kept.pk])).status_code == 404


@pytest.mark.parametrize(
    ("owner", "post"),
    [
        ("Jo Bloggs (Head of Oars)", "Head of Oars"),
        ("Programme Manager (Interim)", "Programme Manager (Interim)"),
        ("Head of Oars\nHead of Sails", "Head of Oars; Head of Sails"),
        ("LA", ""),
    ],
)
def test_the_post_is_proposed_and_never_a_name_or_a_body(client, plan, owner, post):
    page = send(client, plan, ("1", "Mend", owner, None))

    assert page.context["form"]["0-owner"].initial == post


def test_cells_are_named_once_with_their_sheet_and_counted_where_there_are_many(client, plan):
    page = send(client, plan, *((str(n), f"Mend {n}", "ICB / LA", None) for n in range(7)))

    html = page.content.decode()
    assert "In Sheet C2, C3, C4, C5, C6 and 2 more." in html


def test_a_long_list_of_questions_comes_in_parts(client, plan):
    lines = [(str(n), f"Mend {n}", "", f"Word {n}") for n in range(AT_ONCE + 2)]
    page = send(client, plan, *lines)
    assert "There are 2 more to settle after these" in page.content.decode()

    page = answer(client, page, **{f"ends_{n}": "" for n in range(AT_ONCE)})

    assert "What the file leaves open" in page.content.decode()
    page = answer(client, page, ends_0="", ends_1="")
    assert "What the table would change" in page.content.decode()


OWNERS = (("1", "Mend", "Head of Oars"), ("2", "Row", "Hd of oars"), ("3", "Sew", "Head of Sails"))


def test_all_new_posts_are_added_by_one_choice_of_their_body(client, plan):
    page = send(client, plan, *OWNERS)
    shown = page.context["form"]
    given = {name: field.initial or "" for name, field in shown.fields.items()}

    page = client.post(
        page.request["PATH_INFO"], {**given, "owners-body": plan.organisation.name}, follow=True
    )

    kept = PlanFile.objects.unrestricted(because="a test").get(kind="import")
    assert kept.questions == []
    assert [(row["values"]["lead"], row["values"]["lead_body"]) for row in kept.table["rows"]] == [
        ("Head of Oars", plan.organisation.name),
        ("Head of Oars", plan.organisation.name),
        ("Head of Sails", plan.organisation.name),
    ]


def test_without_that_choice_each_post_needs_its_own(client, plan):
    page = send(client, plan, *OWNERS)

    page = answer(client, page, owner_0="Head of Oars", owner_body_0="same")

    assert "Choose the body of these posts, or one at each of them" in page.content.decode()


def test_which_of_several_sheets_counts_is_chosen(client, plan):
    book = Workbook()
    book.active.title = "June"
    for sheet, state in ((book.active, "Red"), (book.create_sheet("July"), "Amber")):
        for line in (("Ref", "Action", "RAG"), ("1", "Mend", state)):
            sheet.append(line)
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("plan.xlsx", content.getvalue())
    page = client.post(reverse("plans:exchange", args=[plan.pk]), {"file": file}, follow=True)

    answer(client, page, counts_0="June", status_1="")

    kept = PlanFile.objects.unrestricted(because="a test").get(kind="import")
    assert [row["values"]["reported_status"] for row in kept.table["rows"]] == ["Red"]
