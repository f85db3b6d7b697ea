"""The letterbox: another format, a mistake, a question.

A form without a CSRF token, and rightly so. Forgery matters where a browser carries somebody's
authority along: a cookie, a session. The site sets none, so a letter that another site makes a
visitor's browser send is worth exactly what anybody can send from anywhere. A token would need a
cookie, and buy nothing. What is left to guard against is volume: see ``ratelimit``.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now

from cleardays.letterbox.models import Letter
from cleardays.letterbox.post import put
from cleardays.site.ratelimit import letters_limit
from cleardays.site.ways import HOME


class LetterForm(forms.Form):
    """What somebody may send; only the words are needed."""

    about = forms.ChoiceField(
        label="What is it about?", choices=Letter.About.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What do you want to say?",
        help_text="Do not write anything here that should stay private.",
        max_length=5000,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": "Write what you want to say"},
    )
    page = forms.CharField(
        label="Which page is it about?",
        help_text="Its address, if it is about one.",
        max_length=300,
        required=False,
    )
    reply_to = forms.EmailField(
        label="Your e-mail address",
        help_text="Only if you want an answer.",
        required=False,
        error_messages={"invalid": "Enter an e-mail address like name@example.org"},
    )
    # People do not see it; programs that fill in everything do.
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.cleaned_data.get("website"))


def write(request: HttpRequest) -> HttpResponse:
    """Show the form, or take the letter. What was typed is kept when something is wrong."""
    if request.method != "POST":
        return _form(request, LetterForm(initial={"page": request.GET.get("page", "")[:300]}))
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    if form.is_from_a_program:
        return HttpResponseRedirect(reverse("site:thanks"))
    if not letters_limit.allows(_sender(request)):
        form.add_error(None, "Many letters have come in just now. Wait ten minutes, then send it.")
        return _form(request, form, status=429)
    put(_letter(form.cleaned_data))
    response = HttpResponse(status=303)
    response["Location"] = reverse("site:thanks")
    return response


def _form(request: HttpRequest, form: LetterForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "trail": HOME, "section": "letters"}
    return render(request, "site/letters.html", context, status=status)


def _letter(said: dict[str, Any]) -> Letter:
    return Letter(
        about=said["about"],
        words=said["words"],
        page=said["page"],
        reply_to=said["reply_to"],
        sent_at=now(),
    )


def _sender(request: HttpRequest) -> str:
    """Return whom to count: the address that the proxy in front saw, else the one we see.

    Without a proxy this can be forged; then the limit over all senders still holds.
    """
    passed_on = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return passed_on or request.META.get("REMOTE_ADDR", "")


def thanks(request: HttpRequest) -> HttpResponse:
    """Say that the letter has arrived, and what happens now."""
    return render(request, "site/thanks.html", {"section": "letters"})
