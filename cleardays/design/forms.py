"""Forms in GOV.UK markup: settings name `Renderer`, and every form follows without more ado.

`{{ form }}` shows the error summary and every field; `{{ form.title.as_field_group }}` one field
with its label, hint and error tied to it; `{% error_summary form=form %}` the summary alone.
"""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import django.forms
from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer
from django.forms.widgets import Script
from django.http import HttpRequest
from django.template.backends.django import DjangoTemplates

from cleardays.design.values import Link

TEMPLATES = [Path(__file__).parent / "templates", Path(django.forms.__file__).parent / "templates"]
UNANSWERED = forms.Field.default_error_messages["required"]
CLASSES = {
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "cd-drop",
    "clearable_file_input": "cd-drop",
    "checkbox": "govuk-checkboxes__input",
}
TYPED = ("text", "email", "number", "password", "search", "tel", "url", "date", "time", "datetime")


class Renderer(BaseRenderer):
    """Render widgets from our templates first and Django's own where we have none."""

    @cached_property
    def engine(self) -> DjangoTemplates:
        """The template engine for forms alone, whatever the order of the installed apps."""
        tags = [f"cleardays.design.templatetags.{name}" for name in ("ui", "form_parts")]
        options = {"builtins": tags}
        return DjangoTemplates(
            {"NAME": "forms", "APP_DIRS": False, "DIRS": TEMPLATES, "OPTIONS": options}
        )

    def get_template(self, template_name: str) -> Any:
        """Find a template by the name Django gives it."""
        return self.engine.get_template(template_name)

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Render, with the classes that belong to the kind of widget."""
        if widget := context.get("widget"):
            _dress(widget)
        return super().render(template_name, context, request)


def _dress(widget: dict[str, Any]) -> None:
    """Add the classes of a widget and of the widgets within it, once."""
    kind = widget["template_name"].removeprefix("django/forms/widgets/").removesuffix(".html")
    own = CLASSES.get(kind, "govuk-input" if kind in TYPED else "")
    attrs = widget["attrs"]
    if own and own.split()[0] not in attrs.get("class", "").split():
        error = f" {own.split()[0]}--error" if attrs.get("aria-invalid") else ""
        attrs["class"] = f"{own}{error} {attrs.get('class', '')}".strip()
    for inner in widget.get("subwidgets", ()):
        _dress(inner)


def _first_id(field: BoundField) -> str:
    """Give the id of what a link to this field should reach: its first input."""
    return field.id_for_label or f"{field.auto_id}_0"


def faults_of(field: BoundField) -> list[str]:
    """Say what is wrong with a field, in words that can stand alone, away from it."""
    unanswered = f"“{field.label}” needs an answer"
    return [unanswered if fault == UNANSWERED else str(fault) for fault in field.errors]


def errors_of(form: forms.BaseForm) -> list[Link]:
    """List what is wrong in a form, each with the address of its field; general faults first."""
    hidden = [text for field in form.hidden_fields() for text in faults_of(field)]
    general = [str(text) for text in form.non_field_errors()] + hidden
    return [Link(text, "") for text in general] + [
        Link(text, f"#{_first_id(field)}")
        for field in form.visible_fields()
        for text in faults_of(field)
    ]


class Words(forms.Textarea):
    """Formatted words as HTML: a text area, in whose place the editor comes where scripts run.

    ``short`` is for a sentence or two: no headings and tables are offered. A page that shows one
    has the form's ``media`` in its head; other pages load nothing of the editor. An attribute
    ``data-hint`` takes the place of the field's hint where scripts run.
    """

    class Media:
        css = {"all": ["design/dist/editor.css"]}
        js = [Script("design/dist/editor.js", defer=True)]

    def __init__(self, attrs: dict[str, Any] | None = None, *, short: bool = False) -> None:
        kind = "short" if short else "whole"
        super().__init__({"data-editor": kind, "spellcheck": "true", **(attrs or {})})


class DayParts(forms.MultiWidget):
    """Day, month and year as three inputs: what people can type without a calendar."""

    template_name = "design/forms/day_parts.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widths = {"day": 2, "month": 2, "year": 4}
        parts: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput({"inputmode": "numeric", "class": f"govuk-input--width-{width}"})
            for name, width in widths.items()
        }
        super().__init__(parts, attrs)

    def decompress(self, value: date | str | None) -> list[str]:
        """Split a date, or what was typed for one, into day, month, year."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return list(reversed(value.split("-"))) if value else ["", "", ""]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Join what was typed to an ISO date for the field to judge."""
        day, month, year = (
            str(part or "").strip() for part in super().value_from_datadict(data, files, name)
        )
        return f"{year}-{month:0>2}-{day:0>2}" if day or month or year else None


class DayField(forms.DateField):
    """A date typed as day, month and year."""

    widget = DayParts
    default_error_messages = {
        "required": "Enter the date",
        "invalid": "Enter a real date, such as 31 1 2018",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, input_formats=["%Y-%m-%d"])
