"""Settling once for a whole file what stands open in it: a form of one field or two a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField

from cleardays.readers.plans import Question
from cleardays.readers.plans.days import NoDay, read_day
from cleardays.readers.plans.picking import columns_in

NONE, NEW, YES, SAME = "none", "new", "yes", "same"
ALL_OWNERS = "owners-body"
NOT_KNOWN = "Not known yet"
SHOWN_CELLS = 5
AT_ONCE = 60
# A person's name, and the post in brackets after it.
_NAMED = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+ ?\(([^()]*\b(?:Head|Director|Manager|Lead|Officer|Chief"
    r"|Adviser|Nurse|Commissioner|Coordinator|Co-ordinator|Leader|Principal|DCO|DMO|DSCO)\b[^()]*)\)"
)
GROUPS: Mapping[str, str] = {
    "counts": "How to read the table",
    "leads": "How to read the table",
    "states": "How to read the table",
    "numbers": "How to read the table",
    "sheets": "How to read the table",
    "milestones": "How to read the table",
    "waits": "How to read the table",
    "began": "How to read the table",
    "begins": "Words where a day is expected",
    "ends": "Words where a day is expected",
    "owner": "Who leads",
    "body": "Bodies",
    "support": "Bodies",
    "area": "Areas",
    "status": "What the plan's own words for its status mean",
}
AGREEING: Mapping[str, tuple[str, str]] = {
    "numbers": (
        "Number the actions in their order",
        "The file has no references. Or add a column “Reference” and bring it in again.",
    ),
    "sheets": (
        "Put the number of its sheet before each reference, such as 2.1",
        "The same references stand on several sheets. Or give each action one of its own.",
    ),
    "milestones": (
        "Keep as notes for officers the milestones that name no day and no test",
        "Or write them as: 31/01/2026 | All lamps lit | A walk after dark.",
    ),
    "waits": (
        "Keep as notes for officers what stands under “Waits for” and is no reference",
        "Or write the references of the actions that must finish first.",
    ),
    "began": (
        "Take the planned start, or else the day it finished, where an action is finished",
        "The file does not say when they started. Or add the column “Started”.",
    ),
}


class Choices(NamedTuple):
    """What can be chosen from: bodies by name, areas by address and words, who may add a body."""

    bodies: Sequence[str]
    areas: Sequence[tuple[str, str]]
    may_add: bool


class Asked(NamedTuple):
    """A question as it is shown: its heading the first time, what is asked first for all of
    them, and its fields."""

    heading: str
    first: Sequence[BoundField]
    fields: Sequence[BoundField]


class DayInWords(forms.CharField):
    """A day in one field, in any way in which people write one; "" for none."""

    def clean(self, value: Any) -> str:
        try:
            return read_day(super().clean(value))
        except NoDay as why:
            raise forms.ValidationError(f"{why}: write it as 31/01/2026") from why


class SettleForm(forms.Form):
    """The questions of a file, at most ``AT_ONCE`` of them."""

    def __init__(
        self, *args: Any, questions: Sequence[Question], choices: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        order = list(GROUPS)
        self.asked = sorted(questions, key=lambda one: order.index(one.about))[:AT_ONCE]
        self.choices = choices
        self.owners = sum(1 for one in self.asked if one.about == "owner")
        if self.owners > 1:
            self.fields[ALL_OWNERS] = self._body_of_all()
        for number, one in enumerate(self.asked):
            for name, field in self._fields_for(one):
                self.fields[f"{number}-{name}"] = field

    def shown(self) -> Iterator[Asked]:
        """Yield the questions with their fields, a heading before the first of each group."""
        before = ""
        for number, one in enumerate(self.asked):
            heading = GROUPS[one.about]
            own = [self[name] for name in self.fields if name.split("-")[0] == str(number)]
            is_first = heading != before
            has_all = is_first and one.about == "owner" and ALL_OWNERS in self.fields
            yield Asked(heading if is_first else "", [self[ALL_OWNERS]] if has_all else [], own)
            before = heading

    def answers(self) -> dict[str, str]:
        """Return what was answered, by the keys of the questions; "" for nothing of the kind."""
        return {
            Question(name, one.words).key: self._plain(f"{number}-{name}")
            for number, one in enumerate(self.asked)
            for name, _ in self._fields_for(one)
        }

    def new_bodies(self) -> list[str]:
        """Return the names of bodies that are to be entered."""
        names = [
            one.words
            for number, one in enumerate(self.asked)
            for name in (one.about, "owner-body")
            if self.cleaned_data.get(f"{number}-{name}") == NEW
        ]
        return list(dict.fromkeys(names))

    def clean(self) -> dict[str, Any]:
        """A body that supports needs something to do, and "the same" needs to say which."""
        data: dict[str, Any] = super().clean() or {}
        if SAME in data.values() and not data.get(ALL_OWNERS):
            self.add_error(ALL_OWNERS, "Choose the body of these posts, or one at each of them")
        for number, one in enumerate(self.asked):
            named = data.get(f"{number}-support", NONE) != NONE
            if one.about == "support" and named and not data.get(f"{number}-does"):
                self.add_error(f"{number}-does", f"Say what {one.words} must do")
        return data

    def _plain(self, name: str) -> str:
        value = self.cleaned_data[name]
        if value is True:
            return YES
        if value == SAME:
            value = self.cleaned_data[ALL_OWNERS]
        number, _, _ = name.partition("-")
        named = {NONE: "", NEW: self.asked[int(number)].words}
        return named.get(str(value), str(value))

    def _fields_for(self, one: Question) -> Iterator[tuple[str, forms.Field]]:
        where = _where(one)
        if one.about in CHOOSING:
            yield one.about, CHOOSING[one.about](one, where)
        elif one.about in AGREEING:
            label, hint = AGREEING[one.about]
            needed = {"required": "Agree to it, or change the file and bring it in again"}
            yield one.about, forms.BooleanField(label=label, help_text=hint, error_messages=needed)
        elif one.about in ("begins", "ends"):
            yield one.about, _day(one, where)
        elif one.about == "owner":
            yield one.about, _post(one, where)
            words = "; ".join(one.words.splitlines())
            new = f"Enter “{words}” as a new body"
            yield "owner-body", self._body(f"Body of “{words}”", one, new)
        elif one.about == "body":
            yield one.about, self._body(f"The body “{one.words}”", one, "Enter it as new", where)
        elif one.about == "support":
            yield (
                one.about,
                self._body(f"The supporting body “{one.words}”", one, "Enter it as new", where),
            )
            yield "does", _text(f"What “{one.words}” must do", 400)
        elif one.about == "area":
            yield (
                one.about,
                _choice(
                    f"The area “{one.words}”",
                    [*self.choices.areas, (NONE, "None of these: keep the words as a note")],
                    "",
                    where,
                ),
            )
        else:
            yield one.about, _text(f"What “{one.words}” means", 200, "", f"{where} Public.")

    def _body(self, label: str, one: Question, new: str, where: str = "") -> forms.ChoiceField:
        choices = [(name, name) for name in self.choices.bodies]
        if self.choices.may_add:
            choices.append((NEW, new))
        is_of_all = one.about == "owner" and self.owners > 1
        if is_of_all:
            choices.insert(0, (SAME, "As chosen above for all"))
        none = NOT_KNOWN if one.about == "owner" else "None: keep the words as a note"
        initial = one.guess or (SAME if is_of_all else "")
        return _choice(label, [*choices, (NONE, none)], initial, where)

    def _body_of_all(self) -> forms.ChoiceField:
        """Offer one body for all posts, so that one choice can add every one of them."""
        field = _choice(
            f"Body of these {self.owners} posts",
            [*((name, name) for name in self.choices.bodies), (NONE, NOT_KNOWN)],
            "",
            "Choose it once to add all of them as posts of one body. Each can have another below.",
        )
        field.required = False
        return field


def _sheet(one: Question, _where: str) -> forms.ChoiceField:
    sheets = [(name, f"Only “{name}”") for name in one.cells]
    return _choice(
        "The sheet that counts",
        [*sheets, (NONE, "All of them: they are different actions")],
        one.guess,
        "The same actions stand on several sheets, as where one is added each quarter.",
    )


def _column(one: Question, where: str) -> forms.ChoiceField:
    heads = [(head, f"“{head}”") for head in columns_in(one)]
    none = (NONE, "None of them")
    is_lead = one.about == "leads"
    label = f"The column that says {'which one post leads' if is_lead else 'how it stands now'}"
    return _choice(label, [*heads, none], one.guess, f"{where} The others are kept as notes.")


CHOOSING = {"counts": _sheet, "leads": _column, "states": _column}


def _where(one: Question) -> str:
    shown = [cell.rpartition(" ") for cell in one.cells[:SHOWN_CELLS]]
    sheets = {sheet for sheet, _, _ in shown}
    cells = ", ".join(
        cell if place and len(sheets) == 1 else f"{sheet} {cell}".strip()
        for place, (sheet, _, cell) in enumerate(shown)
    )
    more = len(one.cells) - SHOWN_CELLS
    return f"In {cells}{f' and {more} more' if more > 0 else ''}."


def _day(one: Question, where: str) -> DayInWords:
    which = "First" if one.about == "begins" else "Last"
    return DayInWords(
        label=f"{which} day meant by “{one.words}”",
        help_text=f"{where} Leave it empty if no day is meant.",
        required=False,
        initial=f"{date.fromisoformat(one.guess):%d/%m/%Y}" if one.guess else "",
    )


def _post(one: Question, where: str) -> forms.CharField:
    """Ask for a post: of "A Name (Head of Oars)" it is in the brackets, of a body not known.

    Where a post that is known, or asked for above, is much like it, that one is offered.
    """
    words = "; ".join(one.words.splitlines())
    named = _NAMED.fullmatch(words)
    initial = one.post or ("" if one.guess else named[1] if named else words)
    is_like = one.post and not words.startswith(one.post)
    like = f" Much like “{one.post}”, which is offered." if is_like else ""
    field = _text(
        f"Post that leads where the file says “{words}”",
        200,
        initial,
        f"{where} Exactly one post, no name of a person.{like}",
    )
    field.widget.attrs["list"] = "posts"
    return field


def _text(label: str, most: int, initial: str = "", hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=False, initial=initial, help_text=hint
    )


def _choice(
    label: str, choices: Sequence[tuple[str, str]], initial: str, hint: str
) -> forms.ChoiceField:
    what = label.removeprefix("The ")
    return forms.ChoiceField(
        label=label,
        choices=[("", "Choose"), *choices],
        initial=initial,
        help_text=hint,
        error_messages={"required": f"Choose the {what[:1].lower()}{what[1:]}"},
    )
