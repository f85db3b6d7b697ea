"""What the templates of form widgets need, and no page does."""

from django import template

register = template.Library()


@register.filter
def choice_kind(type: str) -> str:
    """Name the GOV.UK component for a choice of this input type."""
    return "radios" if type == "radio" else "checkboxes"


@register.filter
def part_label(name: str) -> str:
    """Label one part of a date by the last word of its name: meeting_on_day is Day."""
    return name.rpartition("_")[2].capitalize()
