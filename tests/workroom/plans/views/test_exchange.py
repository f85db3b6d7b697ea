"""A plan as a spreadsheet in the browser."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from cleardays.workroom.documents import store
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import PlanFile
from tests.factories.plans import AT, actions_of, make_action, rows


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


def exported(client, plan, kind="xlsx"):
    response = client.post(reverse("plans:export", args=[plan.pk, kind]))
    assert response.status_code == 200
    return response


def send(client, plan, content, name="plan.xlsx"):
    address = reverse("plans:exchange", args=[plan.pk])
    return client.post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)


def changed(content, cell, value):
    book = load_workbook(BytesIO(content))
    book["Plan"][cell] = value
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_plan_goes_out_comes_back_and_is_accepted(client, plan, action):
    content = changed(exported(client, plan).content, "B2", "Mend everything")

    page = send(client, plan, content)
    assert "Mend everything" in page.content.decode()
    client.post(page.request["PATH_INFO"], {})

    assert actions_of(plan)[0].title == "Mend everything"


def test_csv_goes_out_and_comes_back_unchanged(client, plan, action):
    content = exported(client, plan, "csv").content

    page = send(client, plan, content, "plan.csv")

    assert "Nothing would change" in page.content.decode()


def test_faults_are_told_by_their_cells(client, plan, action):
    content = changed(exported(client, plan).content, "J2", "31/02/2026")

    html = send(client, plan, content).content.decode()

    assert "Nothing was loaded" in html
    assert "Plan J2" in html
    assert rows(PlanFile, kind="import") == []


def test_a_file_that_is_no_table_says_what_to_do(client, plan):
    html = send(client, plan, b"\xd0\xcf\x11\xe0").content.decode()

    assert "save it as .xlsx" in html


def test_a_conflict_is_shown_and_has_to_be_decided(client, plan, action, by):
    content = changed(exported(client, plan).content, "B2", "Theirs")
    actions.change_action(action, title="Ours", by=by, at=AT)
    page = send(client, plan, content)
    address = page.request["PATH_INFO"]

    refused = client.post(address, {}).content.decode()
    client.post(address, {"choice|A1|title": "theirs"})

    assert "Both sides changed these" in refused
    assert "both sides changed “title”" in refused
    assert actions_of(plan)[0].title == "Theirs"


def test_a_whole_new_plan_is_read_from_a_spreadsheet(client, plan):
    content = b"Reference,Action,Due date\n1,Mend,30/06/2026\n2,Buy,31/07/2026\n"

    page = send(client, plan, content, "plan.csv")
    client.post(page.request["PATH_INFO"], {})

    assert [one.ref for one in actions_of(plan)] == ["1", "2"]


def test_the_template_is_offered(client):
    response = client.get(reverse("plans:template"))

    assert load_workbook(BytesIO(response.content)).sheetnames[0] == "Plan"


def test_a_kind_of_file_that_is_not_made_is_not_found(client, plan):
    assert client.post(reverse("plans:export", args=[plan.pk, "pdf"])).status_code == 404


def test_a_partner_finds_no_spreadsheet(signed_in, partner, plan, lead, icb, client):
    make_action(plan, lead, lead_body=icb)
    send(client, plan, b"Reference,Action\n1,Mend\n", "plan.csv")
    (kept,) = rows(PlanFile)
    theirs = signed_in(partner)

    for address in (
        reverse("plans:exchange", args=[plan.pk]),
        reverse("plans:compare", args=[kept.pk]),
        reverse("plans:template"),
    ):
        assert theirs.get(address).status_code == 404
    assert theirs.post(reverse("plans:export", args=[plan.pk, "xlsx"])).status_code == 404


def test_how_the_file_was_read_is_said_before_anything_is_accepted(client, plan):
    book = Workbook()
    book.active.append(["Reference", "Action"])
    book.active.append(["1", "Mend"])
    book.create_sheet("Cover").append(["Our plan"])
    content = BytesIO()
    book.save(content)

    page = send(client, plan, content.getvalue()).content.decode()

    assert "The sheet “Cover” has no table of actions and was not read." in page


def workbook(*rows, legend=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    key = book.create_sheet("Key")
    for pair in legend:
        key.append(pair)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_new_actions_are_shown_with_who_leads_and_when(client, plan):
    heads = ("Reference", "Action", "Lead post", "Lead body", "Original deadline", "Deadline")
    body = plan.organisation.name
    content = workbook(heads, ("9", "Row", "Head of Oars", body, "31/12/2025", "31/01/2026"))

    page = send(client, plan, content).content.decode()

    assert f"Head of Oars, {body}" in page
    assert "31 January 2026; first agreed 31 December 2025" in page


def test_the_legend_that_would_come_is_shown(client, plan):
    content = workbook(("Reference", "Action"), ("9", "Row"), legend=[("Teal", "Rowing")])

    page = send(client, plan, content).content.decode()

    assert "The legend that comes with it" in page
    assert "Teal" in page


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Reference,Action\n1,Row\n", id="read"),
        pytest.param(b"Reference,Action\n1,\n", id="with a fault"),
        pytest.param(b"no table at all", id="no plan"),
    ],
)
def test_what_was_given_is_kept_whatever_becomes_of_it(client, plan, content):
    send(client, plan, content, "plan.csv")

    kept = StoredFile.objects.get(name="plan.csv")
    with store.open_file(kept.sha256) as file:
        assert file.read() == content
    files = PlanFile.objects.unrestricted(because="a test looks")
    assert [one.file for one in files] == ([kept] if content.endswith(b"Row\n") else [])


def column(content, head):
    """The letter of a column in an export."""
    heads = [cell.value for cell in load_workbook(BytesIO(content))["Plan"][1]]
    return get_column_letter(heads.index(head) + 1)


def test_a_date_that_was_agreed_is_said_to_need_a_reason_before_it_is_demanded(
    client, plan, action
):
    content = exported(client, plan).content
    page = send(
        client, plan, changed(content, f"{column(content, 'Planned finish')}2", "1/9/2026")
    )

    assert f"{action.ref}: planned finish" in page.content.decode()
    assert (
        "Why planned dates move, or what happened is taken back</label>" in page.content.decode()
    )
    page = client.post(page.request["PATH_INFO"], {})

    assert "Say why these dates move" in page.content.decode()
    assert actions_of(plan)[0].finish != date(2026, 9, 1)


def test_a_row_that_says_why_needs_no_other_reason(client, plan, action):
    content = exported(client, plan).content
    content = changed(content, f"{column(content, 'Planned finish')}2", "1/9/2026")
    content = changed(content, f"{column(content, 'Why dates changed')}2", "The lamps came late")

    page = send(client, plan, content)
    client.post(page.request["PATH_INFO"], {})

    assert "Each row says why itself" in page.content.decode()
    assert actions_of(plan)[0].finish == date(2026, 9, 1)


def test_where_nothing_moves_no_reason_is_asked_for(client, plan, action):
    page = send(client, plan, changed(exported(client, plan).content, "B2", "Mend everything"))

    assert list(page.context["form"].fields) == []
