"""The pages of a report, as each sees them."""

import dataclasses

from django.urls import reverse

from cleardays.workroom.documents.reading import read_waiting
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import of_version
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_upload
from tests.factories.people import make_committee
from tests.factories.reports import make_report
from tests.workroom.reports.pages import add, page, status

ATTACK = "<p>Lamps<script>alert(1)</script><img src=x onerror=alert(1)></p>"


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


def test_the_same_file_read_before_is_said_with_its_report(signed_in, author, committee):
    client = signed_in(author)
    first, second = make_upload(author), make_upload(author)
    read_waiting(AT)
    again = reverse("reports:from_upload", args=[second.pk])
    assert "This file was read before" not in client.get(again).content.decode()

    client.post(reverse("reports:from_upload", args=[first.pk]), {"committee": committee.pk})

    report = Report.objects.unrestricted(because="a test").get()
    assert "This file was read before" in client.get(again).content.decode()
    assert f'href="{report.get_absolute_url()}"' in client.get(again).content.decode()


def test_what_is_wrong_stands_above_what_was_read(signed_in, author):
    make_committee()
    upload = make_upload(author)
    read_waiting(AT)

    address = reverse("reports:from_upload", args=[upload.pk])
    response = signed_in(author).post(address, {"committee": ""})

    body = response.content.decode()
    assert body.index("There is a problem") < body.index("2 recommendations")


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


def noted(author, committee, **changed):
    """Return a report in whose file a picture and a comment were found."""
    found = (
        {"code": "picture-left-out", "message": "A picture is not in the report", "count": 1},
        {"code": "comment", "message": "A comment was left out", "count": 1},
    )
    return make_report(author, committee, notices=found, **changed)


def put_away(client, report, code, **data):
    address = reverse("reports:put_notice_away", args=[report.pk])
    return client.post(address, {"note": code, **data})


def test_a_picture_that_is_not_in_the_report_leads_to_where_it_can_be_given(
    signed_in, author, committee
):
    report = noted(author, committee)

    notice = page(signed_in(author), "edit", report.pk).partition('id="notices"')[2]

    assert reverse("reports:add_appendix", args=[report.pk]) in notice.partition("</section>")[0]


def test_a_note_that_was_dealt_with_is_shown_no_more_and_told_in_the_history(
    signed_in, author, committee
):
    report = noted(author, committee)

    response = put_away(signed_in(author), report, "comment", editing="1")

    assert response.url == reverse("reports:edit", args=[report.pk])
    body = page(signed_in(author), "detail", report.pk)
    notice = body.partition('id="notices"')[2].partition("</section>")[0]
    assert "A picture is not in the report" in notice
    assert "A comment" not in notice
    assert "put away a note on the file: “A comment was left out”" in body
    assert latest(report).number == 1


def test_a_note_is_put_away_once_and_by_those_who_write_the_report(
    signed_in, author, stranger, committee
):
    report = noted(author, committee)

    assert put_away(signed_in(stranger), report, "comment").status_code == 404
    client = signed_in(author)
    put_away(client, report, "comment")
    put_away(client, report, "comment")

    assert "That note was put away before" in page(client, "detail", report.pk)


def test_the_history_of_an_exempt_report_does_not_repeat_a_note(signed_in, author, committee):
    report = noted(author, committee)
    Report.objects.unrestricted(because="a test").filter(pk=report.pk).update(is_exempt=True)

    put_away(signed_in(author), report, "comment")

    assert "A comment was left out" not in page(signed_in(author), "detail", report.pk)
