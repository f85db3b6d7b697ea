"""What the demonstration tells, read from its data into plain values."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
YEARS = (2018, 2019, 2020, 2021, 2025)  # each file begins with its year, some go on into the next


@dataclass(frozen=True)
class Body:
    """An organisation or a committee. ``facts`` are further fields of its model, as they are."""

    slug: str
    name: str
    successor: str = ""
    parent: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Post:
    """Somebody who signs in. Without ``committees`` the role is held in the whole council."""

    key: str
    email: str
    post: str
    organisation: str
    role: str
    does: str
    committees: tuple[str, ...] = ()


@dataclass(frozen=True)
class Secret:
    """Why an item is exempt: see the workroom's ``mark_exempt``."""

    private_title: str
    paragraphs: tuple[int, ...]
    reasoning: str
    review_weeks_after: int


@dataclass(frozen=True)
class Item:
    """An agenda item; ``report`` is the key of one in ``reports()``."""

    title: str
    outcome: str = ""
    report: str = ""
    to_follow: bool = False
    exempt: Secret | None = None


@dataclass(frozen=True)
class Held:
    """A meeting that was held. ``facts`` are further fields of the model."""

    committee: str
    day: date
    items: tuple[Item, ...]
    facts: dict[str, Any]


@dataclass(frozen=True)
class Coming:
    """An invented meeting so many weeks ahead, on a weekday (Monday is 0)."""

    committee: str
    weeks_ahead: int
    weekday: int
    items: tuple[Item, ...]
    facts: dict[str, Any]
    is_published: bool = False


@dataclass(frozen=True)
class Paper:
    """A report: who writes it, its ``parts`` as the workroom names them, what goes with it.

    One that is not cleared waits for it, as if sent a moment ago.
    """

    author: str
    committee: str
    parts: dict[str, Any]
    files: tuple[dict[str, str], ...] = ()
    exempt_under: tuple[int, ...] = ()
    exempt_reason: str = ""
    is_cleared: bool = True


def organisations() -> list[Body]:
    """Return the organisations; successors come first."""
    return [_body(row) for row in read("organisations")["organisations"]]


def committees() -> list[Body]:
    """Return the committees; successors and parents come first."""
    return [_body(row) for row in read("committees")["committees"]]


def posts() -> list[Post]:
    """Return those who sign in."""
    return [
        Post(**{**row, "committees": tuple(row.get("committees", ()))})
        for row in read("users")["users"]
    ]


def password() -> str:
    """Return the one password of all of them: it is printed, and worth nothing elsewhere."""
    return str(read("users")["password"])


def held() -> list[Held]:
    """Return the meetings of 2018 to 2026 in the order in which they were held."""
    rows = [row for year in YEARS for row in read(f"meetings-{year}")["meetings"]]
    return [
        Held(row.pop("committee"), row.pop("day"), _items(row.pop("items")), row) for row in rows
    ]


def coming() -> list[Coming]:
    """Return the invented meetings to come."""
    return [
        Coming(
            row.pop("committee"),
            row.pop("weeks_ahead"),
            row.pop("weekday"),
            _items(row.pop("items")),
            is_published=row.pop("is_published", False),
            facts=row,
        )
        for row in read("coming")["meetings"]
    ]


def reports() -> dict[str, Paper]:
    """Return the reports by key."""
    return {key: _paper(row) for key, row in read("reports").items()}


def file(name: str) -> bytes:
    """Return the bytes of a file that goes with the story."""
    return (DATA / name).read_bytes()


def read(name: str) -> dict[str, Any]:
    """Return a file of the data as plain values, new ones each time."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _body(row: dict[str, Any]) -> Body:
    named = {
        name: row.pop(name) for name in ("slug", "name", "successor", "parent") if name in row
    }
    return Body(**named, facts=row)


def _items(rows: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(Item(**{**row, "exempt": _secret(row.get("exempt"))}) for row in rows)


def _secret(row: dict[str, Any] | None) -> Secret | None:
    return Secret(**{**row, "paragraphs": tuple(row["paragraphs"])}) if row else None


def _paper(row: dict[str, Any]) -> Paper:
    named = {
        "files": tuple(row.pop("files", ())),
        "exempt_under": tuple(row.pop("exempt_under", ())),
        "exempt_reason": row.pop("exempt_reason", ""),
        "is_cleared": row.pop("is_cleared", True),
    }
    return Paper(row.pop("author"), row.pop("committee"), parts=row, **named)
