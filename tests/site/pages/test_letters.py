"""Letters go in; what is wrong is said; programs and floods are held off."""

import pytest

from cleardays.letterbox.models import Letter
from cleardays.site.ratelimit import RateLimit
from tests.site.words import text

LETTER = {"about": "format", "words": "Large print, please", "page": "/x/", "reply_to": ""}


def test_a_letter_is_put_in_and_thanked_for(public):
    response = public.post("/letters/", LETTER)

    assert (response.status_code, response["Location"]) == (303, "/letters/thanks/")
    letter = Letter.objects.get()
    assert (letter.words, letter.page, letter.about) == ("Large print, please", "/x/", "format")
    assert letter.sent_at is not None
    assert not response.cookies


def test_the_form_needs_no_cookie_and_no_token(public):
    page = public.get("/letters/")

    assert "csrf" not in page.content.decode().lower()
    assert not page.cookies


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(public):
    response = public.post("/letters/", {**LETTER, "about": "", "reply_to": "not an address"})

    assert response.status_code == 422
    assert "There is a problem" in text(response)
    assert "Enter an e-mail address like name@example.org" in text(response)
    assert "Large print, please" in response.content.decode()
    assert Letter.objects.count() == 0


def test_words_are_needed(public):
    response = public.post("/letters/", {**LETTER, "words": "  "})

    assert "Write what you want to say" in text(response)


def test_the_page_that_it_is_about_is_filled_in(public):
    assert 'value="/reports/x/"' in public.get("/letters/?page=/reports/x/").content.decode()


def test_a_program_that_fills_in_everything_is_thanked_and_nothing_is_kept(public):
    response = public.post("/letters/", {**LETTER, "website": "https://spam.example"})

    assert response["Location"] == "/letters/thanks/"
    assert Letter.objects.count() == 0


def test_a_flood_is_held_off_and_what_was_typed_is_kept(public):
    for _ in range(5):
        public.post("/letters/", LETTER)

    response = public.post("/letters/", LETTER)

    assert response.status_code == 429
    assert "Wait ten minutes" in text(response)
    assert "Large print, please" in response.content.decode()
    assert Letter.objects.count() == 5


def test_somebody_else_may_still_write(public):
    for _ in range(5):
        public.post("/letters/", LETTER)

    response = public.post("/letters/", LETTER, headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2"})

    assert response.status_code == 303


@pytest.mark.parametrize(("at", "allowed"), [(5, False), (601, True)])
def test_a_limit_forgets_after_its_window(at, allowed):
    limit = RateLimit(each=1, together=10, window=600)
    limit.allows("a", at=0)

    assert limit.allows("a", at=at) is allowed


def test_all_senders_together_have_a_limit():
    limit = RateLimit(each=1, together=3)

    assert [limit.allows(sender, at=1) for sender in "abcd"] == [True, True, True, False]
