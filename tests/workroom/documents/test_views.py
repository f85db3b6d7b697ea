"""Giving files, following their reading, and downloading them."""

import io

import pytest
from django.urls import reverse

from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.documents.reading import read_waiting
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_upload
from tests.factories.people import make_committee

UPLOAD = "/documents/"


def file(content=b"Words", name="words.txt"):
    given = io.BytesIO(content)
    given.name = name
    return given


def all_uploads():
    return Upload.objects.unrestricted(because="a test")


@pytest.fixture
def stranger():
    return make_user("Head of Drains", make_committee(), "author")


def test_a_file_is_uploaded_and_its_progress_shown(signed_in, author):
    response = signed_in(author).post(
        UPLOAD, {"file": file(), "meeting": "7", "committee": "3"}, follow=True
    )

    upload = all_uploads().get()
    assert response.redirect_chain == [(upload.get_absolute_url(), 302)]
    assert (upload.name, upload.meeting_id, upload.committee_id) == ("words.txt", 7, 3)
    assert "Waiting to be read" in response.content.decode()


def test_several_files_are_uploaded_at_once(signed_in, author):
    response = signed_in(author).post(
        UPLOAD, {"file": [file(), file(b"More", "more.txt")]}, follow=True
    )

    assert all_uploads().count() == 2
    assert "more.txt" in response.content.decode()


def test_no_file_is_said_to_be_missing(signed_in, author):
    response = signed_in(author).post(UPLOAD, {})

    assert response.status_code == 422
    assert "Choose a file" in response.content.decode()


def test_an_empty_file_is_taken_and_refused_by_name_with_two_ways_on(signed_in, author):
    client = signed_in(author)
    client.post(UPLOAD, {"file": file(b"", "empty.docx"), "meeting": "7"})
    read_waiting(AT)

    page = client.get(all_uploads().get().get_absolute_url()).content.decode()

    assert "could not be read" in page
    assert "Try again" in page
    assert "/documents/?meeting=7" in page


def test_trying_again_queues_it_again(signed_in, author):
    upload = make_upload(author, b"", "empty.docx")
    read_waiting(AT)

    signed_in(author).post(reverse("documents:again", args=[upload.pk]))

    upload.refresh_from_db()
    assert upload.state == "waiting"


def test_a_page_under_way_follows_by_itself_with_script_and_by_a_link_without(signed_in, author):
    upload = make_upload(author)

    page = signed_in(author).get(upload.get_absolute_url()).content.decode()

    assert f'<a href="{upload.get_absolute_url()}">See how it is getting on</a>' in page
    assert 'hx-trigger="every 1s"' in page


def test_a_page_that_is_done_stops_refreshing_and_leads_on(signed_in, author):
    upload = make_upload(author)
    read_waiting(AT)

    page = signed_in(author).get(upload.get_absolute_url()).content.decode()

    assert "See how it is getting on" not in page
    assert "hx-trigger" not in page
    assert reverse("reports:from_upload", args=[upload.pk]) in page


def test_the_fragment_is_the_fragment_alone(signed_in, author):
    upload = make_upload(author)

    page = signed_in(author).get(upload.get_absolute_url(), headers={"HX-Request": "true"})

    assert "<html" not in page.content.decode()
    assert "HX-Request" in page["Vary"]


def test_others_may_not_know_of_an_upload(signed_in, author, clerk, stranger):
    upload = make_upload(author)

    for user in (clerk, stranger):
        assert signed_in(user).get(upload.get_absolute_url()).status_code == 404
        again = signed_in(user).post(reverse("documents:again", args=[upload.pk]))
        assert again.status_code == 404


def test_a_member_has_no_upload_page(signed_in, member):
    assert signed_in(member).get(UPLOAD).status_code == 404


def test_the_public_is_asked_to_sign_in(client):
    assert client.get(UPLOAD).status_code == 302


def test_the_giver_downloads_the_file_as_an_attachment(signed_in, author):
    upload = make_upload(author, b"<script>alert(1)</script>", "page.html")

    response = signed_in(author).get(reverse("documents:file", args=[upload.file_id]))

    assert response.getvalue() == b"<script>alert(1)</script>"
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_nobody_else_may_have_the_file(signed_in, author, clerk, member, stranger):
    upload = make_upload(author)

    for user in (clerk, member, stranger):
        response = signed_in(user).get(reverse("documents:file", args=[upload.file_id]))
        assert response.status_code == 404


def test_a_file_that_does_not_exist_is_not_found(signed_in, author):
    assert signed_in(author).get(f"/documents/files/{'0' * 64}/").status_code == 404
    assert not StoredFile.objects.exists()


def test_the_list_asks_no_more_for_more_files(signed_in, author, django_assert_max_num_queries):
    client = signed_in(author)
    for number in range(2):
        make_upload(author, f"{number}".encode())
    with django_assert_max_num_queries(50) as few:
        client.get(UPLOAD)
    for number in range(10):
        make_upload(author, f"more {number}".encode())

    with django_assert_max_num_queries(50) as many:
        client.get(UPLOAD)

    assert len(many) == len(few)
