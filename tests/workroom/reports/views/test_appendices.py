"""The pages on which appendices are given, looked through, kept back and taken off."""

import io

from django.urls import reverse

from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.reports.models import Appendix
from tests.factories.accounts import make_user
from tests.factories.reports import mark_public
from tests.readers.files.makers import make_docx, paragraph
from tests.readers.files.office import make_xlsx, png, sheet
from tests.workroom.reports.pages import add, page, status


def in_word(folder, *runs):
    path = make_docx(folder / "lamps.docx", paragraph("Nine lamps are dark.", *runs))
    file = io.BytesIO(path.read_bytes())
    file.name = "lamps.docx"
    return file


DELETION = "<w:del><w:r><w:delText>What a scandal</w:delText></w:r></w:del>"


def test_an_appendix_is_added_and_downloaded(signed_in, author, report):
    client = signed_in(author)

    assert add(client, report).status_code == 302

    appendix = Appendix.objects.unrestricted(because="a test").get()
    assert status(client, reverse("documents:file", args=[appendix.file_id])) == 200


def test_an_appendix_that_the_door_would_stop_is_kept_and_explained_at_once(
    signed_in, author, report, tmp_path
):
    client = signed_in(author)

    add(client, report, file=in_word(tmp_path, DELETION))

    body = page(client, "detail", report.pk)
    assert "Appendix A is kept, but cannot be published as it is" in body
    assert "A tracked deletion was left out" in body
    appendix = Appendix.objects.unrestricted(because="a test").get()
    address = reverse("reports:replace_appendix", args=[appendix.pk])
    assert address in body
    client.post(address, {"file": in_word(tmp_path)})
    assert "cannot be published as it is" not in page(client, "detail", report.pk)


def test_an_exempt_appendix_is_not_held_up_by_what_is_in_it(signed_in, author, report, tmp_path):
    client = signed_in(author)

    add(client, report, file=in_word(tmp_path, DELETION), paragraphs=["3"], reasoning="Prices")

    assert "cannot be published as it is" not in page(client, "detail", report.pk)


def test_an_exempt_appendix_shows_its_public_title_and_gives_nobody_else_the_file(
    signed_in, author, clerk, committee, report, viewer
):
    partner = make_user("Partner officer", committee, "partner")
    add(signed_in(author), report, paragraphs=["3"], reasoning="Prices")
    mark_public(report, author)
    appendix = Appendix.objects.unrestricted(because="a test").get()
    address = reverse("documents:file", args=[appendix.file_id])

    body = page(signed_in(partner), "detail", report.pk)

    assert "Appendix A: Map" in body
    assert address not in body
    assert status(signed_in(partner), address) == 404
    assert status(signed_in(clerk), address) == 200


def test_who_may_not_open_an_appendix_is_told(signed_in, author, report):
    client = signed_in(author)
    add(client, report, paragraphs=["3"], reasoning="Prices")
    appendix = Appendix.objects.unrestricted(because="a test").get()

    response = client.post(
        reverse("reports:mark_appendix", args=[appendix.pk]), {"reason": "No longer"}
    )

    assert response.status_code == 422
    assert "may not mark items exempt" in response.content.decode()


def test_an_appendix_is_taken_off(signed_in, author, report):
    client = signed_in(author)
    add(client, report)
    appendix = Appendix.objects.unrestricted(because="a test").get()

    client.post(reverse("reports:remove_appendix", args=[appendix.pk]), {"reason": "Wrong"})

    assert AuditEvent.objects.about(report).first().reason == "Wrong"


def picture():
    file = io.BytesIO(png())
    file.name = "map.png"
    return file


def test_a_picture_is_asked_what_it_shows(signed_in, author, report):
    response = add(signed_in(author), report, file=picture())

    assert response.status_code == 422
    assert "Say what the picture shows" in response.content.decode()


def test_what_a_picture_shows_is_told_to_those_who_may_have_it(
    signed_in, author, committee, report, viewer
):
    partner = make_user("Partner officer", committee, "partner")
    add(
        signed_in(author),
        report,
        file=picture(),
        description="A map of drains",
        paragraphs=["3"],
        reasoning="Prices",
    )
    mark_public(report, author)

    assert "Shows: A map of drains" in page(signed_in(author), "detail", report.pk)
    assert "map of drains" not in page(signed_in(partner), "detail", report.pk)


def test_a_spreadsheet_with_a_hidden_sheet_is_kept_and_explained(
    signed_in, author, report, tmp_path
):
    client = signed_in(author)
    path = make_xlsx(tmp_path / "a.xlsx", sheet(""), sheet(""), states=("visible", "hidden"))
    file = io.BytesIO(path.read_bytes())
    file.name = "costs.xlsx"

    add(client, report, file=file)

    body = page(client, "detail", report.pk)
    assert "A sheet is hidden: delete it, or show it." in body


def test_another_file_keeps_the_description_unless_another_is_given(signed_in, author, report):
    client = signed_in(author)
    add(client, report, file=picture(), description="Nine lamps")
    appendix = Appendix.objects.unrestricted(because="a test").get()
    address = reverse("reports:replace_appendix", args=[appendix.pk])

    assert "Nine lamps" in client.get(address).content.decode()
    client.post(address, {"file": picture(), "description": "Ten lamps"})

    assert "Shows: Ten lamps" in page(client, "detail", report.pk)
