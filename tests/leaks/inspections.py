"""Inspections in every state: read, drafted, published, changed since, taken back."""

from datetime import date
from typing import Any

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty, Inspection
from tests.leaks import papers
from tests.leaks.canaries import Words
from tests.leaks.following import REASON, Followers, address, said
from tests.leaks.house import House

INSPECTION, AREA = "inspections.Inspection", "inspections.Area"
JUDGEMENT, DUTY = "inspections.Judgement", "inspections.Duty"
EVENT, DECISION = "inspections.Event", "inspections.Decision"
BECAUSE = "the leak test goes on with what was made"
WORDS = (
    *("title", "days_words", "published_words", "outcome_words", "monitoring_words"),
    *("next_inspection_words", "summary", "note"),
)


def published(house: House, by: Followers, occasion: str) -> Inspection:
    """A published inspection, of which everything but the private note is public."""
    made = _full(house, by, house.robins, occasion)
    actions.publish(made, by=by.lead, at=house.now())
    return made


def draft(house: House, by: Followers) -> Inspection:
    """An inspection that was entered and is not public: as confidential as its report."""
    return _full(house, by, house.canaries, "a draft inspection")


def to_be_recalled(house: House, by: Followers) -> Inspection:
    """An inspection whose words are public until it is taken back; its address stays."""
    occasion = "a recalled inspection"
    made = _full(house, by, house.canaries, occasion, ref="inspections/lamps-recalled")
    actions.publish(made, by=by.lead, at=house.now())
    return made


def recall(house: House, by: Followers, inspection: Inspection) -> None:
    reason = house.robins.word("the reason of a recall", inspection.ref)
    actions.recall(inspection, reason=f"Because of {reason}.", by=by.lead, at=house.now())


def changed_since(house: House, by: Followers, inspection: Inspection) -> None:
    """What is said anew of a published inspection, and not published."""
    occasion, canaries = "a published inspection changed since", house.canaries
    actions.change(inspection, by=by.lead, at=house.now(), **_words(canaries, occasion))
    _area(house, by, inspection, canaries, occasion)
    _judge(house, by, inspection, canaries, occasion)
    _happen(house, by, inspection, canaries, occasion)
    _decide(house, by, inspection, canaries, occasion)
    _own(house, by, inspection, canaries, occasion)


def changed_on_its_way(house: House, by: Followers) -> None:
    """Published, and changed before the door came to it: the change is not for the public."""
    occasion = "an inspection changed on its way out"
    made = _full(house, by, house.robins, occasion)
    actions.publish(made, by=by.lead, at=house.now())
    summary = house.canaries.word(f"{INSPECTION}.summary", f"{occasion}, afterwards")
    actions.change(made, summary=summary, by=by.lead, at=house.now())


def re_visited(house: House, by: Followers) -> Inspection:
    """An inspection whose areas a re-visit judged; and one more, which is to be taken back.

    What the first re-visit says since is not public, though the inspection is published again.
    """
    robins, canaries = house.robins, house.canaries
    first = published(house, by, "an inspection that was re-visited")
    area = Area.objects.unrestricted(because=BECAUSE).get(inspection=first)
    kept = _re_visit(house, by, first, area, robins, "a re-visit")
    again = _re_visit(house, by, first, area, canaries, "a re-visit that is recalled")
    _judge(house, by, kept, canaries, "a re-visit, judged since", area)
    actions.change(first, note=robins.word(f"{INSPECTION}.note", "it is published again"),
                   by=by.lead, at=house.now())  # fmt: skip
    actions.publish(first, by=by.lead, at=house.now())
    return again


def _re_visit(
    house: House, by: Followers, first: Inspection, area: Area, shown: Words, occasion: str
) -> Inspection:
    made = actions.create_by_form(
        "revisit-2016",
        "Lampton",
        title="Lampton, re-visited",
        previous=first,
        published_on=date(2026, 2, 2),
        by=by.lead,
        at=house.now(),
    )
    actions.set_responsible(made, [by.board], by=by.lead, at=house.now())
    words = shown.word(f"{JUDGEMENT}.words", f"{occasion}, of the inspectors")
    value = "sufficient progress"
    actions.judge(made, "inspectors", value, area=area, words=words, by=by.lead, at=house.now())
    actions.publish(made, by=by.lead, at=house.now())
    return made


def read(house: House, by: Followers) -> None:
    """One report that waits to be accepted, and one that was accepted and published."""
    _read(house, by, house.canaries, "a report that waits to be accepted")
    occasion, robins = "a report that was accepted", house.robins
    waiting = _read(house, by, robins, occasion)
    area = actions.AcceptedArea("improvement", **said(robins, AREA, occasion, "label", "text"))
    accepted = actions.Accepted([area], [house.committee.organisation])
    details = {"published_on": date(2026, 2, 2), "publishes_file": True}
    given = actions.accept_reading(waiting, accepted, by=by.lead, at=house.now(), **details)
    actions.publish(given, by=by.lead, at=house.now())


def _read(house: House, by: Followers, shown: Words, occasion: str) -> Inspection:
    canaries = house.canaries
    content = papers.pdf(f"Of {shown.word('the text of an inspection report', occasion)}")
    name = canaries.word("documents.StoredFile.name", occasion)
    nothing = dict.fromkeys(
        ("inspection_start", "inspection_end", "outcome", "next_full_inspection")
    )
    fields = {
        **nothing,
        "area": f"Lampton {shown.word(f'{INSPECTION}.area_name', occasion)}",
        "priority_action_plan_required": False,
        "strategic_plan_requested": False,
        "monitoring_inspection": shown.word(f"{INSPECTION}.monitoring_words", occasion),
        "jointly_responsible": [],
    }
    page = canaries.word(f"{INSPECTION}.reading", occasion)
    plain = {"fields": fields, "pages": {}, "findings": [], "unsure": [], "texts": [page]}
    file = house.file(content, f"{name}.pdf")
    return actions.begin_from_reading(file, plain, by=by.lead, at=house.now())


def _full(house: House, by: Followers, shown: Words, occasion: str, **more: str) -> Inspection:
    """Enter an inspection with everything that can be said of one."""
    area_name = f"Lampton {shown.word(f'{INSPECTION}.area_name', occasion)}"
    details: dict[str, Any] = {**_words(shown, occasion), **more}
    private = house.canaries.word(f"{INSPECTION}.private_note", occasion)
    made = actions.create_by_form(
        "area-2023", area_name, private_note=private, by=by.lead, at=house.now(), **details
    )
    bodies = [house.committee.organisation, by.board]
    actions.set_responsible(made, bodies, by=by.lead, at=house.now())
    area = _area(house, by, made, shown, occasion)
    actions.set_responsible(made, [by.board], role="lead", area=area, by=by.lead, at=house.now())
    outcome = {"outcome": "systemic_failings", "received_on": date(2026, 1, 5)}
    actions.change(made, by=by.lead, at=house.now(), **outcome)
    _judge(house, by, made, shown, occasion, area)
    _happen(house, by, made, shown, occasion)
    _decide(house, by, made, shown, occasion)
    _own(house, by, made, shown, occasion)
    made.refresh_from_db()
    return made


def _words(shown: Words, occasion: str) -> dict[str, Any]:
    sources = [address(shown, f"{INSPECTION}.sources", occasion)]
    return {**said(shown, INSPECTION, occasion, *WORDS), "sources": sources}


def _area(
    house: House, by: Followers, inspection: Inspection, shown: Words, occasion: str
) -> Area:
    words = said(shown, AREA, occasion, "label", "text", "note")
    sources = [address(shown, f"{AREA}.sources", occasion)]
    return actions.add_area(
        inspection, "priority", sources=sources, by=by.lead, at=house.now(), **words
    )


def _judge(
    house: House,
    by: Followers,
    inspection: Inspection,
    shown: Words,
    occasion: str,
    area: Area | None = None,
) -> None:
    """Let families judge the area, or the whole."""
    words = said(shown, JUDGEMENT, occasion, "value", "on_words", "words")
    sources = [address(shown, f"{JUDGEMENT}.sources", occasion)]
    actions.judge(
        inspection, "families", area=area, sources=sources, by=by.lead, at=house.now(), **words
    )
    again = house.canaries.word(f"{JUDGEMENT}.words", f"a mistake, in {occasion}")
    mistake = actions.judge(inspection, "self", again, by=by.lead, at=house.now())
    why = house.canaries.word(REASON, f"a mistake, in {occasion}")
    actions.take_back_judgement(mistake, reason=why, by=by.lead, at=house.now())


def _happen(
    house: House, by: Followers, inspection: Inspection, shown: Words, occasion: str
) -> None:
    """Let the ombudsman decide something, and take off what was entered in error."""
    words = said(shown, EVENT, occasion, "title", "words", "date_words", "differs", "note")
    details: dict[str, Any] = {
        **words,
        "precision": "about",
        "sources": [address(shown, f"{EVENT}.sources", occasion)],
    }
    title, day = details.pop("title"), date(2026, 1, 4)
    actions.add_event(inspection, "ombudsman", title, day, by=by.lead, at=house.now(), **details)
    again = house.canaries.word(f"{EVENT}.title", f"a mistake, in {occasion}")
    mistake = actions.add_event(
        inspection, "press", again, day, note="Heard", by=by.lead, at=house.now()
    )
    why = house.canaries.word(REASON, f"a mistake, in {occasion}")
    actions.remove_event(mistake, reason=why, by=by.lead, at=house.now())


def _decide(
    house: House, by: Followers, inspection: Inspection, shown: Words, occasion: str
) -> None:
    """Let one person decide what no meeting could in time."""
    names = ("taken_by", "decision", "reasons", "alternatives", "conflicts")
    actions.record_decision(
        inspection,
        taken_on=date(2026, 1, 6),
        how="special-urgency",
        address=address(shown, f"{DECISION}.address", occasion),
        by=by.lead,
        at=house.now(),
        **said(shown, DECISION, occasion, *names),
    )


def _own(house: House, by: Followers, inspection: Inspection, shown: Words, occasion: str) -> None:
    """Give what is due an owner, and the report that was published its proof."""
    duties = Duty.objects.unrestricted(because=BECAUSE).filter(inspection=inspection)
    owner = shown.word(f"{DUTY}.owner", occasion)
    duty = duties.get(kind="priority-action-plan")
    actions.assign(duty, f"Head of {owner}", by=by.lead, at=house.now())
    proof = address(shown, f"{DUTY}.proof", occasion)
    publication = duties.filter(kind="publication").first()
    on = date(2026, 2, 2)
    known = shown.word(f"{DUTY}.done_words", occasion)
    actions.finish(publication, on, proof=proof, words=known, by=by.lead, at=house.now())
