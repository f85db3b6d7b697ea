"""What changed in a plan besides its actions: its state, its risks, what families say, counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cleardays.design.dates import day_words

Plain = Mapping[str, Any]
OF_A_RISK = {
    "owner": "owner",
    "likelihood": "likelihood",
    "effect": "effect",
    "mitigation": "what is done about it",
}
OF_A_VOICE = {
    "promised": "promised",
    "due": "promised for",
    "done": "done",
    "changed": "what changed",
}


def of_whole(before: Plain, after: Plain) -> Iterator[str]:
    """Say what changed besides the actions, a line for each thing."""
    if before.get("state") != after.get("state"):
        yield f"It is {after.get('state')}; before, it was {before.get('state')}."
    if (then := after.get("superseded_by")) and not before.get("superseded_by"):
        yield f"Another plan took its place: {then['title']}."
    yield from _parts(before, after, "risks", (_risk, _risk_name, OF_A_RISK))
    yield from _parts(before, after, "voices", (_voice, _voice, OF_A_VOICE))
    said = before.get("stated_counts", ())
    for one in after.get("stated_counts", ()):
        if one not in said:
            counts = ", ".join(f"{number} {word}" for word, number in one["counts"])
            yield f"Counted on {day_words(one['as_at'])}: {counts}, of {one['total']}."


def _parts(
    before: Plain,
    after: Plain,
    name: str,
    words: tuple[Callable[[Plain], str], Callable[[Plain], str], Mapping[str, str]],
) -> Iterator[str]:
    """Say which parts came, which went, and what is otherwise in those that stayed."""
    as_new, as_known, fields = words
    old = {as_known(one): one for one in before.get(name, ())}
    new = {as_known(one): one for one in after.get(name, ())}
    for known, one in new.items():
        if known not in old:
            yield as_new(one)
        elif said := "; ".join(_otherwise(old[known], one, fields)):
            yield f"{known.rstrip('.')}: {said}"
    yield from (f"Not in the plan any more: {known}" for known in old if known not in new)


def _otherwise(old: Plain, new: Plain, fields: Mapping[str, str]) -> Iterable[str]:
    for field, name in fields.items():
        was, became = _said(old.get(field)), _said(new.get(field))
        if was != became:
            yield f"{name} {was} became {became}" if was and became else _one_sided(name, became)


def _one_sided(name: str, became: str) -> str:
    return f"{name}: {became}" if became else f"{name}: not said any more"


def _said(value: Any) -> str:
    return day_words(str(value)).rstrip(".") if value else ""


def _risk_name(risk: Plain) -> str:
    return f"Risk: {risk['text']}"


def _risk(risk: Plain) -> str:
    done = f" What is done about it: {risk['mitigation']}" if risk.get("mitigation") else ""
    return f"New risk: {risk['text'].rstrip('.')}.{done}"


def _voice(voice: Plain) -> str:
    return f"{voice['group']}, {day_words(voice['said_on'])}: {voice['said']}"
