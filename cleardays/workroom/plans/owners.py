"""What a table probably means by who leads: a post that is much like it, a body beside a post."""

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

# How people shorten the words of posts.
SHORT = {
    **{"asst": "assistant", "assoc": "associate", "dir": "director", "hd": "head"},
    **{"mgr": "manager", "snr": "senior", "dep": "deputy", "exec": "executive"},
    **{"coord": "coordinator", "edn": "education", "svc": "service", "svcs": "services"},
    **{"prog": "programme", "admin": "administrator", "dept": "department"},
}
SILENT = frozenset({"of", "for", "the", "and", "a"})
A_SLIP = 0.85  # of a word's letters in common: "Educational" for "Education"
LONG_ENOUGH = 5
# "Head of Oars (ICB)", "Head of Oars, Boatshire ICB", "Head of Oars - ICB".
_BESIDE = re.compile(r"(.+?)(?: ?\(([^()]+)\)|, ?([^,]+)| [-–] ([^-–]+))", re.DOTALL)


class Offer(NamedTuple):
    """A post and its body as they are offered; "" for what nothing says."""

    post: str = ""
    body: str = ""


def offer_for(
    lead: str, known: Iterable[Offer], above: Iterable[str], body_of: Callable[[str], str]
) -> Offer:
    """Return what is probably meant: a body alone, a post that is ``known``, one that stands
    ``above`` in the table, or a post with its body beside it. ``body_of`` names the body that
    some words mean, or gives ""."""
    if body := body_of(lead):
        return Offer("", body)
    if like := next((one for one in known if are_alike(one.post, lead)), None):
        return like
    found = _BESIDE.fullmatch(lead.strip())
    beside = next(filter(None, found.groups()[1:]), "").strip() if found else ""
    body = body_of(beside) if beside else ""
    if found and body and not body_of(found[1].strip()):
        return Offer(found[1].strip(), body)
    return Offer(next((one for one in above if are_alike(one, lead)), ""))


def are_alike(one: str, other: str) -> bool:
    """Say whether two posts are probably one: shortened, in another order, with a slip."""
    ours, theirs = _words(one), _words(other)
    return len(ours) == len(theirs) > 0 and all(map(_is_same, ours, theirs))


@lru_cache(maxsize=2000)
def _words(post: str) -> tuple[str, ...]:
    plain = re.sub(r"[.'’]", "", post.casefold())
    words = (SHORT.get(word, word) for word in re.findall(r"\w+", plain))
    return tuple(sorted(word for word in words if word not in SILENT))


def _is_same(one: str, other: str) -> bool:
    is_long = min(len(one), len(other)) >= LONG_ENOUGH and not (one + other).isdecimal()
    return one == other or (is_long and SequenceMatcher(None, one, other).ratio() >= A_SLIP)
