"""The page on which the parts of a report are corrected."""

from django.urls import reverse

from cleardays.workroom.reports.checks import latest
from tests.factories.reports import make_report
from tests.workroom.reports.pages import page, sent

ATTACK = "<p>Lamps<script>alert(1)</script><img src=x onerror=alert(1)></p>"


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


def test_the_editor_is_loaded_by_the_page_that_has_it_and_by_no_other(signed_in, author, report):
    client = signed_in(author)

    assert "design/dist/editor" in page(client, "edit", report.pk)
    assert "design/dist/editor" not in page(client, "detail", report.pk)
