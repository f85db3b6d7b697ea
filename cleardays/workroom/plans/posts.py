"""Where a plan may name a person though it should give a post: said, never refused."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cleardays.readers.plans import RowChange
from cleardays.workroom.people.posts import name_in, warning_of

TYPED = ("lead", "owner", "approved_by")


def warnings_in(data: Mapping[str, Any]) -> list[str]:
    """Return a warning for each post that was typed in a form and looks like a name."""
    return _warnings(str(data.get(name) or "") for name in TYPED)


def warnings_of_rows(rows: Iterable[RowChange]) -> list[str]:
    """Return a warning for each lead of a spreadsheet that looks like a name, once each."""
    return _warnings(
        str(cell.theirs or "") for row in rows for cell in row.cells if cell.name == "lead"
    )


def warnings_of_version(public: Mapping[str, Any]) -> list[str]:
    """Return a warning for each name that would be public, with where it stands."""
    places: dict[str, list[str]] = {}
    for words, place in _posts(public):
        if (name := name_in(words)) and place not in places.setdefault(name, []):
            places[name].append(place)
    return [f"{warning_of(name)}. It stands in: {', '.join(of)}" for name, of in places.items()]


def _posts(public: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield all that should be posts in a version, each with where it stands."""
    for one in public["actions"]:
        ref = one["ref"]
        yield one["lead"], f"lead of {ref}"
        yield from ((row["post"], f"who led {ref} before") for row in one["former_leads"])
        for change in one["changes"]:
            yield from ((change[of], f"a change of {ref}") for of in ("by", "approved_by"))
        yield from ((said["by"], f"an update on {ref}") for said in one["updates"])
        yield from ((given["checked_by"], f"evidence for {ref}") for given in one["evidence"])
    yield from ((risk["owner"], "whose risk it is") for risk in public["risks"])


def _warnings(posts: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(filter(None, map(warning_of, posts)))]
