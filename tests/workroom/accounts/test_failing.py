"""What a person reads when there is nothing, when it goes wrong, when a form is out of date."""

from django.test import Client


def test_what_is_not_there_is_said_in_our_words(clerk, signed_in):
    page = signed_in(clerk).get("/meetings/999999/")

    assert page.status_code == 404
    assert "There is nothing here for you" in page.content.decode()


def test_a_fault_of_ours_is_said_to_be_ours(clerk, signed_in, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("cleardays.workroom.home.meetings.not_told", break_down)
    client = signed_in(clerk)
    client.raise_request_exception = False

    page = client.get("/")

    assert page.status_code == 500
    assert "our fault, not yours" in page.content.decode()
    assert "the disk is full" not in page.content.decode()


def test_a_form_without_its_token_is_explained(clerk):
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk)

    page = client.post("/account/logout/")

    assert page.status_code == 403
    assert "This form is out of date" in page.content.decode()


OURS = "http://testserver"


def sent(clerk, origin, address="/users/me/"):
    """Return the page that answers a form with a token of another session."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk)
    typed = {"csrfmiddlewaretoken": "old", "words": "The lamps are dark"}
    return client.post(address, typed, headers={"Origin": origin}).content.decode()


def test_a_form_of_ours_that_is_out_of_date_keeps_what_was_typed(clerk):
    page = sent(clerk, OURS)

    assert 'name="words" value="The lamps are dark"' in page
    assert "Send it again" in page
    assert 'value="old"' not in page


def test_what_another_site_sends_gets_no_button_to_send_it_again(clerk):
    assert 'name="words"' not in sent(clerk, "https://evil.example")
    assert 'name="words"' not in sent(clerk, "null")


def test_no_password_is_written_into_a_page(clerk):
    assert 'name="words"' not in sent(clerk, OURS, "/account/login/")
