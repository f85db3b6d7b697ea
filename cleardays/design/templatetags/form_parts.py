"""What the templates of form widgets need, and no page does."""

from django import template
from django.forms.boundfield import BoundField

from cleardays.design.forms import faults_of

register = template.Library()


@register.filter
def choice_kind(type: str) -> str:
    """Name the GOV.UK component for a choice of this input type."""
    return "radios" if type == "radio" else "checkboxes"


@register.filter
def part_label(name: str) -> str:
    """Label one part of a date by the last word of its name: meeting_on_day is Day."""
    return name.rpartition("_")[2].capitalize()


@register.filter
def faults(field: BoundField) -> list[str]:
    """List what is wrong with a field, as the summary above the form says it."""
    return faults_of(field)
