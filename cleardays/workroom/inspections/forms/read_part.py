"""A body or a finding as the page shows it that accepts what was read."""

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from cleardays.workroom.inspections.naming import SAME


@dataclass(frozen=True)
class ReadPart:
    """A body or a finding as read, its fields, and whether they are to be seen at once."""

    read: Any
    fields: list[BoundField]
    is_open: bool

    @property
    def first(self) -> BoundField:
        """The field that is always seen."""
        return self.fields[0]

    @property
    def rest(self) -> list[BoundField]:
        """The fields that are folded away where nothing is to be done about them."""
        return self.fields[1:]

    @property
    def summary(self) -> str:
        """What a body is taken for, in one line: “AfC” is the same as “Achieving for Children”."""
        field, chosen = cast(forms.ChoiceField, self.first.field), str(self.first.value())
        taken_for = str(dict(field.choices).get(chosen, ""))  # type: ignore[arg-type]
        words = taken_for.replace("The", "the", 1) if chosen.startswith(SAME) else taken_for
        return f"{self.first.label} {words}"
