"""What only the workroom can tell of a table: bodies, posts, areas, actions; the rest is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from cleardays.readers.plans import Answers, PlanRow, PlanTable, Question, merged
from cleardays.readers.plans.table import Value
from cleardays.workroom.accounts.models import User
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models import Action, Plan
from cleardays.workroom.plans.owners import Offer, offer_for

FOR_SETTLING = "names in a table are looked up; who may take it in is asked of whoever does it"
YES = "yes"
# "2", "2.", "Area 2", "Priority area 2: waiting times".
AREA_NUMBER = re.compile(r"(?:(?:priority )?area |priority )?(\d+)(?:[.:)\s]|$)", re.IGNORECASE)
SEVERAL = re.compile(r"[\n;/]")
OUR_COUNCIL = frozenset({"la", "council", "the council", "local authority", "the local authority"})
WAITS = Question("waits", "Waits for")
BEGAN = Question("began", "Started")


def settled(table: PlanTable, plan: Plan, answers: Answers) -> PlanTable:
    """Return the table with bodies, posts and areas as they are known here, and with what a
    person has still to settle as ``questions``."""
    if table.is_numbered:
        table = _numbered_on(table, plan)
    known = Known.of(plan, table)
    readings = [_Reading(known, answers, row) for row in table.rows]
    rows = tuple(reading.row() for reading in readings)
    asked = merged([*table.questions, *(one for reading in readings for one in reading.questions)])
    words = {one.words: answers[one.key] for one in known.statuses if answers.get(one.key)}
    open_words = tuple(one for one in known.statuses if one.key not in answers)
    legend = {**(table.legend or plan.legend), **words} if words else table.legend
    names = dict.fromkeys((*table.columns, *(name for row in rows for name in row.values)))
    columns = tuple(name for name in names if name in table.columns or name in ADDED)
    return replace(
        table, rows=rows, questions=(*asked, *open_words), legend=legend, columns=columns
    )


ADDED = frozenset({"lead_body", "started"})


def _numbered_on(table: PlanTable, plan: Plan) -> PlanTable:
    """Give rows without references those of the actions with their words, or the next numbers."""
    actions = Action.objects.unrestricted(because=FOR_SETTLING).of(plan)
    by_title = {one.title.casefold(): one.ref for one in actions}
    taken, last = set(by_title.values()), 0
    rows = []
    for row in table.rows:
        ref = by_title.get(str(row.values["title"]).casefold(), "")
        while not ref:
            last += 1
            ref = "" if str(last) in taken else str(last)
        rows.append(replace(row, values={**row.values, "ref": ref}))
    return replace(table, rows=tuple(rows))


@dataclass(frozen=True)
class Known:
    """What the workroom knows that a table may name; ``statuses`` are words without a meaning."""

    bodies: Mapping[str, str]
    own: str
    posts: Mapping[str, str]
    areas: frozenset[str]
    area_by_words: Mapping[str, list[str]]
    begun: frozenset[str]
    refs: frozenset[str]
    statuses: tuple[Question, ...]
    has_lead_bodies: bool
    offers: Mapping[str, Offer] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, table: PlanTable) -> "Known":
        """Look up all at once what the rows of a table may name."""
        actions = list(
            Action.objects.unrestricted(because=FOR_SETTLING).of(plan).select_related("lead_body")
        )
        users = User.objects.filter(is_active=True).select_related("organisation")
        leads = [Offer(user.post, user.organisation.name) for user in users]
        leads += [
            Offer(one.lead, one.lead_body.name if one.lead_body else "")
            for one in actions
            if one.lead
        ]
        posts = {one.post.casefold(): one.body for one in leads}
        areas, by_words = _areas(plan)
        known = cls(
            bodies={one.name.casefold(): one.name for one in Organisation.objects.all()},
            own=plan.organisation.name,
            posts=posts,
            areas=areas,
            area_by_words=by_words,
            begun=frozenset(one.ref for one in actions if one.started),
            refs=frozenset(one.ref for one in actions) | {row.ref for row in table.rows},
            statuses=merged(_unexplained(table, plan, {one.reported_status for one in actions})),
            has_lead_bodies="lead_body" in table.columns,
        )
        return replace(known, offers=known.offers_for(table, leads))

    def offers_for(self, table: PlanTable, leads: Sequence[Offer]) -> dict[str, Offer]:
        """Return what to offer for each lead of a table that nobody knows."""
        named = dict.fromkeys(str(row.values.get("lead", "")) for row in table.rows)
        unknown = [one for one in named if one and one.casefold() not in self.posts]
        return {
            one: offer_for(one, leads, unknown[:place], self.meant)
            for place, one in enumerate(unknown)
        }

    def body(self, name: str) -> str:
        """Return the full name of a body that is known; "" for any other."""
        return self.bodies.get(name.casefold(), "")

    def meant(self, name: str) -> str:
        """Return the body that is known by a name, or that it probably means."""
        return self.body(name) or self.guess(name)

    def guess(self, name: str) -> str:
        """Return the one body that an abbreviation probably means: "ICB", "LA"."""
        if name.casefold() in OUR_COUNCIL:
            return self.own
        letters = name.strip().upper()
        found = [one for one in self.bodies.values() if _initials(one).endswith(letters)]
        return found[0] if len(letters) > 1 and len(found) == 1 else ""

    def area(self, words: str) -> str:
        """Return the address of the one area that is meant; "" where none or several are."""
        if words in self.areas:
            return words
        number = AREA_NUMBER.match(words)
        keys = [words.casefold(), *([number[1]] if number else [])]
        found = next((self.area_by_words[key] for key in keys if key in self.area_by_words), [])
        return found[0] if len(found) == 1 else ""


def _initials(name: str) -> str:
    return "".join(word if word.isupper() else word[0] for word in re.findall(r"[A-Z]\w*", name))


def _parts(words: str) -> list[str]:
    """Return what stands in one line with commas between."""
    return [part.strip() for part in re.split(r"[,;&]", words)]


def _bodies_in(line: str) -> list[str]:
    """Return the bodies of one line: each with what it must do, or none with anything."""
    if ":" not in line:
        return list(filter(None, _parts(line)))
    parts = [part.strip() for part in line.split(";") if part.strip()]
    return parts if all(":" in part for part in parts) else [line]


def _areas(plan: Plan) -> tuple[frozenset[str], dict[str, list[str]]]:
    """Return the addresses of all areas, and of those that the plan answers by number and name."""
    areas = Area.objects.unrestricted(because=FOR_SETTLING)
    links = Plan.answers.through.objects.filter(plan=plan)
    answered = set(links.values_list("inspection_id", flat=True))
    addresses: set[str] = set()
    by_words: dict[str, list[str]] = {}
    named = areas.values_list("inspection__ref", "number", "label", "inspection_id")
    for ref, number, label, inspection in named:
        addresses.add(f"{ref}#{number}")
        if inspection in answered:
            for words in (str(number), label.casefold()):
                by_words.setdefault(words, []).append(f"{ref}#{number}")
    return frozenset(addresses), by_words


def _unexplained(table: PlanTable, plan: Plan, used: set[str]) -> Iterator[Question]:
    """Yield the words of the status that no legend explains, and that are new to the plan."""
    legend = {*map(str.casefold, (*plan.legend, *(table.legend or ()), *used))}
    for row in table.rows:
        words = str(row.values.get("reported_status", ""))
        if words and words.casefold() not in legend:
            yield Question("status", words, (row.where("reported_status"),))


class _Reading:
    """One row as it is understood: what was settled takes the place of what stands in it."""

    def __init__(self, known: Known, answers: Answers, row: PlanRow) -> None:
        self.known, self.answers, self.given = known, answers, row
        self.values: dict[str, Any] = dict(row.values)
        self.notes = list(row.notes)
        self.questions: list[Question] = []

    def row(self) -> PlanRow:
        self._lead()
        if "supporting" in self.values:
            self.values["supporting"] = list(self._supporting(self.values["supporting"]))
        if "areas" in self.values:
            self.values["areas"] = sorted(self._areas(self.values["areas"]))
        if "depends_on" in self.values:
            self.values["depends_on"] = sorted(self._waits(self.values["depends_on"]))
        self._began()
        return replace(self.given, values=self.values, notes=tuple(self.notes))

    def _answer(self, column: str, question: Question) -> str | None:
        """Return what was answered; None, having asked, where nothing was."""
        if question.key not in self.answers:
            self.questions.append(replace(question, cells=(self.given.where(column),)))
            return None
        return self.answers[question.key]

    def _note(self, head: str, words: Value) -> None:
        self.notes.append(f"{head} in the file: {words}")

    def _body(self, column: str, head: str, name: str) -> str:
        """Return a body by its full name; "" where a person said that it is none, or is asked."""
        if known := self.known.body(name):
            return known
        answer = self._answer(column, Question("body", name, guess=self.known.guess(name)))
        if answer is not None:
            self._note(head, name)
        return answer or ""

    def _lead(self) -> None:
        lead, body = (str(self.values.get(name, "")) for name in ("lead", "lead_body"))
        if body:
            self.values["lead_body"] = self._body("lead_body", "Lead body", body)
        if not lead:
            return
        known = self.known.posts.get(lead.casefold())
        if known is None and (SEVERAL.search(lead) or not body):
            self._settle_owner(lead, has_body=bool(body))
        elif known and not self.known.has_lead_bodies:
            self.values["lead_body"] = known

    def _settle_owner(self, lead: str, *, has_body: bool) -> None:
        """Ask once for all who leads; the post and its body are two answers."""
        offer = self.known.offers.get(lead, Offer())
        question = Question("owner", lead, guess=offer.body, post=offer.post)
        post = self._answer("lead", question)
        if post is None:
            return
        if post != lead:
            self._note("Lead", lead)
        self.values["lead"] = post
        if not has_body:
            self.values["lead_body"] = self.answers.get(
                replace(question, about="owner-body").key, ""
            )

    def _supporting(self, lines: list[str]) -> Iterator[str]:
        for line in chain.from_iterable(map(_bodies_in, lines)):
            name, _, what = (part.strip() for part in line.partition(":"))
            if what:
                body = self._body("supporting", "Supporting", name)
            else:
                question = Question("support", name, guess=self.known.guess(name))
                body = self._answer("supporting", question) or ""
                what = self.answers.get(replace(question, about="does").key, "")
            if body and what:
                yield f"{body}: {what}"
            else:
                self._note("Supporting", line)

    def _areas(self, words: list[str]) -> Iterator[str]:
        for one in words:
            parts = [self.known.area(part) for part in _parts(one)]
            if all(parts):
                yield from parts
            elif found := self.known.area(one):
                yield found
            elif f"Under the heading: {one}" not in self.notes or self.known.area_by_words:
                answer = self._answer("areas", Question("area", one))
                if answer == "":
                    self._note("Area", one)
                elif answer:
                    yield answer

    def _waits(self, refs: list[str]) -> Iterator[str]:
        for ref in refs:
            parts = [ref] if ref in self.known.refs else _parts(ref)
            if set(parts) <= self.known.refs:
                yield from parts
            elif self._answer("depends_on", WAITS) is not None:
                self._note("Waits for", ref)

    def _began(self) -> None:
        """Take the planned start, where a person agrees, for that of what is finished."""
        finished, start = (str(self.values.get(name, "")) for name in ("finished", "start"))
        if not finished or self.values.get("started") or self.given.ref in self.known.begun:
            return
        if self._answer("finished", BEGAN) is not None:
            self.values["started"] = start if start and start <= finished else finished
            self.notes.append("The file does not say when it started.")
