"""Forms in GOV.UK markup, each part tied to its field."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from cleardays.design.forms import DayField, Words, errors_of
from cleardays.design.samples import SampleForm


def rendered(form):
    return html.fromstring(f"<form>{form}</form>")


@pytest.fixture
def faulty():
    return SampleForm({"held_on_day": "31", "held_on_month": "2", "held_on_year": "2018"})


@pytest.mark.parametrize(
    ("name", "tag", "style"),
    [
        ("title", "input", "govuk-input"),
        ("email", "input", "govuk-input"),
        ("committee", "select", "govuk-select"),
        ("reason", "textarea", "govuk-textarea"),
        ("file", "input", "cd-drop"),
        ("exempt", "input", "govuk-checkboxes__input"),
        ("kind", "input", "govuk-radios__input"),
        ("divisions", "input", "govuk-checkboxes__input"),
        ("held_on_day", "input", "govuk-input"),
    ],
)
def test_every_kind_of_widget_has_its_classes(name, tag, style):
    found = rendered(SampleForm()).xpath(f"//{tag}[@name='{name}']")

    assert found
    assert style in found[0].get("class").split()


def test_a_hidden_input_has_no_label_and_no_class():
    (hidden,) = rendered(SampleForm()).xpath("//input[@type='hidden']")

    assert hidden.get("class") is None
    assert hidden.get("value") == "7"


def test_every_input_has_a_label_of_its_own():
    page = rendered(SampleForm())

    shown = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    labels = page.xpath("//label/@for")

    assert sorted(labels) == sorted(field.get("id") for field in shown)


def test_hints_and_errors_are_tied_to_their_fields(faulty):
    page = rendered(faulty)

    for described in page.xpath("//@aria-describedby"):
        for part in described.split():
            assert page.xpath(f"//*[@id='{part}']"), part
    (title,) = page.xpath("//input[@name='title']")
    assert title.get("aria-describedby") == "id_title_helptext id_title_error"
    assert "govuk-input--error" in title.get("class")


def test_groups_are_described_as_groups(faulty):
    (group,) = rendered(faulty).xpath("//fieldset[contains(legend, 'When is the meeting')]")

    assert group.get("aria-describedby") == "id_held_on_helptext id_held_on_error"


def test_what_may_be_left_out_says_so():
    page = rendered(SampleForm())

    (label,) = page.xpath("//label[@for='id_email']")
    (needed,) = page.xpath("//label[@for='id_title']")

    assert label.text_content() == "E-mail of the contact (optional)"
    assert needed.text_content() == "Title of the report"


def test_every_fault_is_listed_first_and_leads_to_its_field(faulty):
    page = rendered(faulty)

    links = page.xpath("//*[@data-error-summary]//a")

    assert ("“Title of the report” needs an answer", "#id_title") in [
        (link.text, link.get("href")) for link in links
    ]
    for link in links:
        assert page.xpath(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")


def test_a_fault_of_the_whole_form_comes_first_without_a_link():
    class Strict(SampleForm):
        def clean(self):
            raise ValidationError("The meeting was cancelled")

    assert errors_of(Strict({}))[0].text == "The meeting was cancelled"
    assert errors_of(Strict({}))[0].href == ""


def test_a_form_without_faults_has_no_list_of_them():
    assert rendered(SampleForm()).xpath("//*[@data-error-summary]") == []


def test_what_was_typed_is_still_there(faulty):
    page = rendered(faulty)

    typed = [page.xpath(f"//input[@name='held_on_{part}']")[0].get("value") for part in
             ("day", "month", "year")]  # fmt: skip

    assert typed == ["31", "02", "2018"]


def test_choices_made_are_still_made():
    page = rendered(SampleForm({"kind": "key", "divisions": ["east", "west"]}))

    assert page.xpath("//input[@checked]/@value") == ["key", "east", "west"]


class DayForm(forms.Form):
    on = DayField(label="When?")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(("31", "1", "2018"), date(2018, 1, 31)), ((" 7", "07 ", "2025"), date(2025, 7, 7))],
)
def test_a_day_is_read_from_its_parts(typed, expected):
    form = DayForm(dict(zip(("on_day", "on_month", "on_year"), typed, strict=True)))

    assert form.is_valid()
    assert form.cleaned_data["on"] == expected


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (("", "", ""), "Enter the date"),
        (("31", "2", "2018"), "Enter a real date, such as 31 1 2018"),
        (("1", "", "2018"), "Enter a real date, such as 31 1 2018"),
        (("x", "y", "z"), "Enter a real date, such as 31 1 2018"),
        (("1", "1", "18"), "Enter a real date, such as 31 1 2018"),
        (("1-2", "1", "2018"), "Enter a real date, such as 31 1 2018"),
    ],
)
def test_what_is_no_day_is_refused_in_plain_words(typed, fault):
    form = DayForm(dict(zip(("on_day", "on_month", "on_year"), typed, strict=True)))

    assert form.errors["on"] == [fault]
    assert str(form)


def test_a_day_already_known_is_shown_in_its_parts():
    page = rendered(DayForm(initial={"on": date(2018, 1, 31)}))

    assert page.xpath("//input/@value") == ["31", "1", "2018"]


def test_a_file_that_was_chosen_before_can_be_replaced():
    class Kept(SimpleUploadedFile):
        url = "/documents/1"

    class FileForm(forms.Form):
        paper = forms.FileField(required=False)

    page = rendered(FileForm(initial={"paper": Kept("report.odt", b"x")}))

    assert page.xpath("//a/@href") == ["/documents/1"]


class AdviceForm(forms.Form):
    advice = forms.CharField(widget=Words({"rows": 9}))
    reason = forms.CharField(widget=Words(short=True))


def test_formatted_words_are_a_text_area_that_asks_for_the_editor():
    page = rendered(AdviceForm())

    assert page.xpath("//textarea/@data-editor") == ["whole", "short"]
    assert page.xpath("//textarea/@rows")[0] == "9"


def test_the_editor_is_loaded_once_and_never_inline():
    media = str(AdviceForm().media)

    assert media.count("<script") == media.count("<link") == 1
    assert "defer" in media
