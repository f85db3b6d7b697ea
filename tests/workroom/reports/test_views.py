"""The pages of a report, as each sees them."""

import dataclasses
import html
import io
import re

import pytest
from django.urls import reverse

from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.reading import read_waiting
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import Appendix, Report
from cleardays.workroom.reports.parts import of_version
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_upload
from tests.factories.people import make_committee
from tests.factories.reports import make_report
from tests.readers.files.makers import make_docx, paragraph

ATTACK = "<p>Lamps<script>alert(1)</script><img src=x onerror=alert(1)></p>"


@pytest.fixture
def report(author, committee):
    return make_report(author, committee)


@pytest.fixture
def stranger():
    return make_user("Head of Drains", make_committee(), "author")


@pytest.fixture
def read_report(author, committee, viewer):
    """A report made of a file, beside which its original can be shown."""
    make_upload(author)
    read_waiting(AT)
    upload = Upload.objects.visible_to(viewer(author)).get()
    return actions.create_from_draft(upload, committee, by=viewer(author), at=AT)


def page(client, name, *args, **query):
    return client.get(reverse(f"reports:{name}", args=args), query).content.decode()


def sent(client, report):
    """Return what the form of the editing page would send if nothing were typed."""
    body = page(client, "edit", report.pk)
    data = {}
    for tag in re.findall(r"<input [^>]*>", body):
        found = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_box = found.get("type") == "checkbox"
        if "name" in found and (not is_box or " checked" in tag):
            value = found.get("value", "on" if is_box else "")
            data.setdefault(found["name"], []).append(html.unescape(value))
    areas = r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>'
    for name, words in re.findall(areas, body, re.DOTALL):
        data[name] = [html.unescape(words)]
    return data


def status(client, address):
    """Return how a page or a file answers, and read it to its end, which closes it."""
    response = client.get(address)
    b"".join(response)
    return response.status_code


def pages_of(report):
    number = latest(report).number
    return [
        ("detail", report.pk),
        ("versions", report.pk),
        ("version", report.pk, number),
        ("changes", report.pk, number, number),
        ("exempt", report.pk),
    ]


def test_every_page_is_there_for_those_who_work_on_it(signed_in, author, clerk, report):
    for user in (author, clerk):
        for name, *args in [*pages_of(report), ("edit", report.pk), ("add_appendix", report.pk)]:
            response = signed_in(user).get(reverse(f"reports:{name}", args=args))
            assert response.status_code == 200, (user, name)


def test_no_page_of_a_draft_is_there_for_anybody_else(signed_in, member, stranger, report):
    for user in (member, stranger):
        for name, *args in [*pages_of(report), ("edit", report.pk), ("add_appendix", report.pk)]:
            response = signed_in(user).get(reverse(f"reports:{name}", args=args))
            assert response.status_code == 404, (user, name)


def test_nobody_else_may_take_a_step(signed_in, member, stranger, report):
    for user in (member, stranger):
        for name in ("submit", "clear", "send-back"):
            response = signed_in(user).post(reverse("reports:step", args=[report.pk, name]))
            assert response.status_code == 404


def test_a_member_reads_the_published_version_and_nothing_of_how_it_was_made(
    signed_in, author, member, report, viewer
):
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)
    parts = of_version(latest(report))
    secret = dataclasses.replace(
        parts,
        background="<p>A secret draft.</p>",
        left_out=({"text": "A secret passage", "why": "Secret"},),
        notices=({"code": "comment", "message": "A secret comment", "count": 1},),
    )
    actions.save_version(report, secret, "A secret why", by=viewer(author), at=AT)

    shown = page(signed_in(member), "detail", report.pk)

    assert "Nine lamps are dark" in shown
    assert "ecret" not in shown
    assert "History" not in shown
    assert "ecret" not in page(signed_in(member), "versions", report.pk)
    newer = reverse("reports:version", args=[report.pk, 2])
    assert signed_in(member).get(newer).status_code == 404
    change = reverse("reports:changes", args=[report.pk, 1, 2])
    assert signed_in(member).get(change).status_code == 404


def test_an_exempt_report_is_not_found_by_a_colleague_without_that_right(
    signed_in, clerk, committee, report, viewer
):
    colleague = make_user("Other author", committee, "author")
    actions.mark_report_exempt(report, [3], "Prices", by=viewer(clerk), at=AT)

    for name, *args in pages_of(report):
        address = reverse(f"reports:{name}", args=args)
        assert signed_in(colleague).get(address).status_code == 404
    assert "Repairing" not in page(signed_in(colleague), "list")


def test_html_that_attacks_does_nothing_on_any_page(signed_in, author, committee):
    report = make_report(
        author,
        committee,
        title="<script>alert(1)</script>",
        background=ATTACK,
        executive_summary=ATTACK,
        recommendations=(ATTACK,),
        implications=(("<script>alert(1)</script>", ATTACK),),
        background_papers=({"paper": ATTACK, "date": "", "contact": ""},),
        unread=(ATTACK,),
        contacts=({"name": ATTACK, "telephone": "", "post": "", "email": ""},),
    )

    for name, *args in [*pages_of(report), ("edit", report.pk), ("list",)]:
        body = page(signed_in(author), name, *args)
        assert "<script>alert" not in body, name
        assert "<img" not in body, name


def test_what_attacks_is_cleaned_in_the_preview_too(signed_in, author, report):
    client = signed_in(author)
    data = sent(client, report) | {"background": ATTACK, "preview": "1"}

    body = client.post(reverse("reports:edit", args=[report.pk]), data).content.decode()

    assert "As members would read it" in body
    assert "<script>alert" not in body
    assert latest(report).number == 1


def test_the_parts_stand_beside_the_original(signed_in, author, read_report):
    body = page(signed_in(author), "edit", read_report.pk)

    assert "The original" in body
    assert "The lamps went out in a storm" in body
    assert 'value="Repairing the lamps of the High Street"' in body


def test_sending_the_form_untouched_saves_nothing_new(signed_in, author, read_report):
    client = signed_in(author)

    client.post(reverse("reports:edit", args=[read_report.pk]), sent(client, read_report))

    assert latest(read_report).number == 1


def test_a_correction_is_saved_as_a_version_with_its_reason(signed_in, author, read_report):
    client = signed_in(author)
    data = sent(client, read_report) | {"title": "All the lamps", "why": "Misread"}

    response = client.post(reverse("reports:edit", args=[read_report.pk]), data)

    assert response.status_code == 302
    version = latest(read_report)
    assert (version.number, version.title, version.why) == (2, "All the lamps", "Misread")
    assert version.original.name == "lamps.txt"


def test_a_row_is_added_without_losing_what_was_typed(signed_in, author, report):
    client = signed_in(author)
    data = sent(client, report) | {"title": "Typed so far", "add": "recommendations"}

    body = client.post(reverse("reports:edit", args=[report.pk]), data).content.decode()

    assert 'value="Typed so far"' in body
    assert 'name="recommendations-1-words"' in body
    assert latest(report).number == 1


def test_an_emptied_row_is_taken_away_and_a_new_one_kept(signed_in, author, committee):
    report = make_report(author, committee, recommendations=("One.", "Two."))
    client = signed_in(author)
    data = sent(client, report) | {
        "recommendations-TOTAL_FORMS": "3",
        "recommendations-0-words": "",
        "recommendations-2-words": "Three.",
    }

    client.post(reverse("reports:edit", args=[report.pk]), data)

    assert latest(report).recommendations == ["Two.", "Three."]


def test_an_unread_passage_is_put_where_the_officer_says(signed_in, author, committee):
    report = make_report(author, committee, unread=("Stray one.", "Stray two.", "Stray three."))
    client = signed_in(author)
    data = sent(client, report) | {
        "unread-place_0": "background",
        "unread-place_1": "left_out",
        "unread-why_1": "A page header",
    }

    client.post(reverse("reports:edit", args=[report.pk]), data)

    version = latest(report)
    assert "<p>Stray one.</p>" in version.background
    assert version.left_out == [{"text": "Stray two.", "why": "A page header"}]
    assert version.unread == ["Stray three."]


def test_leaving_a_passage_out_needs_a_word_why(signed_in, author, committee):
    report = make_report(author, committee, unread=("Stray.",))
    client = signed_in(author)
    data = sent(client, report) | {"unread-place_0": "left_out"}

    response = client.post(reverse("reports:edit", args=[report.pk]), data)

    assert response.status_code == 422
    assert "Say why it is left out" in response.content.decode()
    assert latest(report).unread == ["Stray."]


def test_many_passages_are_settled_together_but_for_those_chosen_one_by_one(
    signed_in, author, committee
):
    report = make_report(author, committee, unread=("A.", "B.", "C.", "D."))
    client = signed_in(author)
    data = sent(client, report) | {
        "unread-place_rest": "left_out",
        "unread-why_rest": "A form's labels",
        "unread-place_1": "consultations",
    }

    client.post(reverse("reports:edit", args=[report.pk]), data)

    version = latest(report)
    assert [one["text"] for one in version.left_out] == ["A.", "C.", "D."]
    assert "B." in version.consultations


def test_who_edits_at_the_same_time_loses_no_word(signed_in, author, clerk, report):
    slow, quick = signed_in(author), signed_in(clerk)
    address = reverse("reports:edit", args=[report.pk])
    mine = sent(slow, report) | {"background": "Mine."}
    quick.post(address, sent(quick, report) | {"title": "Theirs"})

    response = slow.post(address, mine)
    body = response.content.decode()

    assert response.status_code == 409
    assert "has saved version 2" in body
    assert "Mine." in body
    slow.post(address, mine | {"based_on": "2"})
    assert latest(report).background == "<p>Mine.</p>"


def test_a_date_that_is_none_is_said_to_be(signed_in, author, report):
    client = signed_in(author)
    data = sent(client, report)
    data |= {"meeting_date_day": "31", "meeting_date_month": "2", "meeting_date_year": "2018"}

    response = client.post(reverse("reports:edit", args=[report.pk]), data)

    assert response.status_code == 422
    assert "real date" in response.content.decode()


def test_an_upload_becomes_a_report_of_the_committee_chosen(signed_in, author, committee):
    upload = make_upload(author)
    read_waiting(AT)
    client = signed_in(author)
    address = reverse("reports:from_upload", args=[upload.pk])

    assert "2 recommendations" in client.get(address).content.decode()
    response = client.post(address, {"committee": committee.pk})

    report = Report.objects.unrestricted(because="a test").get()
    assert response.url == reverse("reports:edit", args=[report.pk])
    assert client.get(address).url == report.get_absolute_url()


def test_an_upload_makes_no_report_for_a_committee_of_others(signed_in, author):
    upload = make_upload(author)
    read_waiting(AT)

    response = signed_in(author).post(
        reverse("reports:from_upload", args=[upload.pk]), {"committee": make_committee().pk}
    )

    assert response.status_code == 422
    assert not Report.objects.unrestricted(because="a test").exists()


def test_an_upload_of_somebody_else_is_not_found(signed_in, author, clerk):
    upload = make_upload(author)
    read_waiting(AT)

    address = reverse("reports:from_upload", args=[upload.pk])
    assert signed_in(clerk).get(address).status_code == 404


def test_a_report_is_begun_with_a_title(signed_in, author, committee):
    response = signed_in(author).post(
        reverse("reports:new"), {"title": "Lamps", "committee": committee.pk}
    )

    report = Report.objects.unrestricted(because="a test").get()
    assert response.url == reverse("reports:edit", args=[report.pk])


def test_what_is_missing_is_said_before_anybody_presses(signed_in, author, committee):
    report = make_report(author, committee, background_papers_stated=False)

    body = page(signed_in(author), "detail", report.pk)

    assert "Before it can be cleared" in body
    assert "s.100D(1)" in body
    assert reverse("reports:step", args=[report.pk, "submit"]) not in body


def test_a_report_goes_to_clearance_and_back_with_a_reason(signed_in, author, clerk, report):
    def step(user, name, **data):
        address = reverse("reports:step", args=[report.pk, name])
        return signed_in(user).post(address, data, follow=True).content.decode()

    assert "waiting for clearance" in step(author, "submit")
    assert "needs a reason" in step(clerk, "send-back")
    assert "draft" in step(clerk, "send-back", reason="No costs")
    assert "No costs" in page(signed_in(author), "detail", report.pk)


def test_what_changed_is_marked_and_escaped(signed_in, author, report, viewer):
    parts = dataclasses.replace(of_version(latest(report)), title="Repairing <b>all</b> lamps")
    actions.save_version(report, parts, "", by=viewer(author), at=AT)

    body = page(signed_in(author), "changes", report.pk, 1, 2)

    assert "<ins>" in body
    assert "<b>all" not in body


def add(client, report, **fields):
    file = io.BytesIO(b"Map")
    file.name = "map.txt"
    data = {"label": "Appendix A", "public_title": "Map", "file": file, **fields}
    return client.post(reverse("reports:add_appendix", args=[report.pk]), data)


def test_an_appendix_is_added_and_downloaded(signed_in, author, report):
    client = signed_in(author)

    assert add(client, report).status_code == 302

    appendix = Appendix.objects.unrestricted(because="a test").get()
    assert status(client, reverse("documents:file", args=[appendix.file_id])) == 200


def test_the_editor_is_loaded_by_the_page_that_has_it_and_by_no_other(signed_in, author, report):
    client = signed_in(author)

    assert "design/dist/editor" in page(client, "edit", report.pk)
    assert "design/dist/editor" not in page(client, "detail", report.pk)


def in_word(folder, *runs):
    path = make_docx(folder / "lamps.docx", paragraph("Nine lamps are dark.", *runs))
    file = io.BytesIO(path.read_bytes())
    file.name = "lamps.docx"
    return file


DELETION = "<w:del><w:r><w:delText>What a scandal</w:delText></w:r></w:del>"


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

    add(client, report, file=in_word(tmp_path, DELETION), paragraphs=["3"])

    assert "cannot be published as it is" not in page(client, "detail", report.pk)


def test_an_exempt_appendix_shows_its_public_title_and_gives_nobody_else_the_file(
    signed_in, author, clerk, member, report, viewer
):
    add(signed_in(author), report, paragraphs=["3"])
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)
    appendix = Appendix.objects.unrestricted(because="a test").get()
    address = reverse("documents:file", args=[appendix.file_id])

    body = page(signed_in(member), "detail", report.pk)

    assert "Appendix A: Map" in body
    assert address not in body
    assert status(signed_in(member), address) == 404
    assert status(signed_in(clerk), address) == 200


def test_who_may_not_open_an_appendix_is_told(signed_in, author, report):
    client = signed_in(author)
    add(client, report, paragraphs=["3"])
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


def test_the_report_is_marked_exempt(signed_in, clerk, report):
    signed_in(clerk).post(
        reverse("reports:exempt", args=[report.pk]), {"paragraphs": ["1"], "reason": "A person"}
    )

    report.refresh_from_db()
    assert (report.is_exempt, report.exempt_under) == (True, "1")


def test_the_original_is_for_those_who_work_on_the_report(
    signed_in, author, clerk, member, read_report, viewer
):
    actions.mark_published([latest(read_report).pk], by=viewer(author), at=AT)
    address = reverse("documents:file", args=[latest(read_report).original_id])

    assert status(signed_in(clerk), address) == 200
    assert status(signed_in(member), address) == 404
    check = reverse("reports:original", args=[read_report.pk])
    assert signed_in(member).get(check).status_code == 404


def test_a_plain_original_may_go_out(signed_in, author, read_report):
    body = page(signed_in(author), "original", read_report.pk)

    assert "may go out as it is" in body


def test_the_list_is_filtered(signed_in, author, committee):
    make_report(author, committee, title="Lamps of the north")
    make_report(author, committee, title="Bins of the south")
    client = signed_in(author)

    assert "Bins" not in page(client, "list", q="lamps")
    assert "No report here" in page(client, "list", state="cleared")


def test_the_list_asks_no_more_for_more_reports(
    signed_in, author, committee, django_assert_max_num_queries
):
    client = signed_in(author)
    for _ in range(2):
        make_report(author, committee)
    with django_assert_max_num_queries(50) as few:
        page(client, "list")
    for _ in range(20):
        make_report(author, committee)

    with django_assert_max_num_queries(50) as many:
        page(client, "list")

    assert len(many) == len(few)


def test_a_report_asks_no_more_for_more_versions_and_appendices(
    signed_in, author, report, viewer, django_assert_max_num_queries
):
    client = signed_in(author)
    add(client, report)
    with django_assert_max_num_queries(50) as few:
        page(client, "detail", report.pk)
    for number in range(5):
        add(client, report, label=f"Appendix {number}")
        parts = dataclasses.replace(of_version(latest(report)), title=f"Lamps {number}")
        actions.save_version(report, parts, "", by=viewer(author), at=AT)

    with django_assert_max_num_queries(50) as many:
        page(client, "detail", report.pk)

    assert len(many) == len(few)
