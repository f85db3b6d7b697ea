"""A contact line cut into names, posts, telephone numbers, addresses and labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cleardays.readers.reports.vocabulary import vocabulary

EMAIL = re.compile(r"(?<![\w.+-])[\w.+'’-]*[\w+]@[\w-]+(?:\.[\w-]+)+", re.ASCII)
# Any shape that a UK number is printed in: (01772) 538221, +44 (0)20 7946 0000, 0300-123 4567.
PHONE = re.compile(
    r"""(?<![\w+.-])(?:(?<!/)|(?=\())
    (?:\+\s?44[\s.-]?(?:\(0\)[\s.-]?)?\d | \(\s?0\d{2,5}\s?\)[\s.-]?\d | 00\s?44\s?\d | 0\d)
    (?:[\s.-]{0,2}\d){5,11}
    (?:\s*,?\s*\(?(?:extn?|extension|x)\.?:?\s*\d{2,6}\)?)?
    (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_EXTENSION = re.compile(r"(?<!\w)(?:extn?|extension)\.?:?\s*\d{2,6}(?!\w)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;|\t\n•·]|\s[-–—/]\s|\s[-–—/]$|^[-–—/]\s")
_EDGES = " .:–—-/"
# What an anonymised report calls a person: no post ends in a number or a letter.
_ANONYMOUS = re.compile(
    r"[A-Z][a-z]+ (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[A-Z]|\d{1,2})"
)
_LONGEST_NAME = 4
# The last word of a post in front of a name; "Head of Service" is one word more than a rank.
_RANKS = frozenset({"officer", "manager", "director", "commander", "superintendent", "inspector"})
_LONGEST_LINE = 2000  # characters of a line in which contacts are looked for
_LONGEST_TOKEN = 14  # words; a longer stretch is a sentence


@dataclass(frozen=True)
class Token:
    """A stretch of a contact line and what it is."""

    kind: str  # "name", "post", "telephone", "email", "label", "prose"
    text: str


def is_contact_line(text: str) -> bool:
    """Whether a line holds a telephone number or an e-mail address."""
    text = text[:_LONGEST_LINE]
    return bool(EMAIL.search(text) or PHONE.search(text) or _EXTENSION.search(text))


def begins_with_person(text: str) -> bool:
    """Whether a line is of a person first: a name, with a number or an address beside it."""
    if not is_contact_line(text):
        return False
    first = next((token for token in tokens(text) if token.kind != "label"), None)
    return first is not None and first.kind in {"name", "telephone", "email"}


def tokens(line: str) -> Iterator[Token]:
    """A line cut into tokens; together they have every word of it once."""
    if len(line) > _LONGEST_LINE:
        yield Token("prose", line)
        return
    place = 0
    finds = [("email", m) for m in EMAIL.finditer(line)]
    finds += [("telephone", m) for pattern in (PHONE, _EXTENSION) for m in pattern.finditer(line)]
    for kind, found in sorted(finds, key=lambda pair: pair[1].start()):
        if found.start() < place:
            continue
        yield from _words(line[place : found.start()])
        yield Token(kind, found.group().strip(" ,"))
        place = found.end()
    yield from _words(line[place:])


def _words(text: str) -> Iterator[Token]:
    if text.count("(") != text.count(")"):
        text = re.sub(r"[()]", ",", text)  # its partner stands beyond a number or an address
    for part in _stretches(text):
        whole = _trimmed(part)
        beside = re.fullmatch(r"([^()]*)\(([^()]*)\)", whole)
        person, _, rest = whole.partition("/")
        if rest and _is_name(person):  # "Lee Poole/Highways/Tel"
            yield from _words(f"{person}, {rest}")
            continue
        rank = _with_rank(whole)
        if rank:  # "Area Manager Lee Poole"
            yield from (Token("post", rank[0]), Token("name", rank[1]))
            continue
        # "Lee Poole (Clerk)" is a name and a post; "Engineer (Flood Risk)" is one post.
        if beside and _is_name(beside.group(1)):
            yield from _labels_and_value(_trimmed(beside.group(1)), beside.group(1))
            yield from _labels_and_value(_trimmed(beside.group(2)), beside.group(2))
        else:
            yield from _labels_and_value(whole, part)


def _stretches(text: str) -> Iterator[str]:
    """What separators part; a dash inside of a post is one of its words: "Engineer – Drainage"."""
    start = 0
    for found in _SEPARATOR.finditer(text):
        before, after = text[start : found.start()], _SEPARATOR.split(text[found.end() :])[0]
        is_dash = found.group().strip() in {"–", "—"}
        if not (is_dash and _is_post(before) and _is_post(after)):
            yield before
            start = found.end()
    yield text[start:]


def _is_post(text: str) -> bool:
    """Whether a stretch is a post or a part of one: neither a name nor a label."""
    value = _trimmed(text)
    return bool(value) and _kind(value) == "post" and not _label_pattern().match(value)


def _trimmed(text: str) -> str:
    """Without what stands at the edges of a stretch: signs, and brackets that have no partner."""
    text = text.strip(_EDGES)
    for opening, closing in ("()", "[]"):
        if text.count(opening) != text.count(closing) or text[:1] == opening:
            text = text.strip(opening + closing + _EDGES)
    return text


def _labels_and_value(value: str, printed: str) -> Iterator[Token]:
    while value:
        found = _label_pattern().match(value)
        if not found:
            break
        is_all = not value[found.end() :].strip(" .:–—-")
        if not (found.group("sign") or is_all):
            break
        yield Token("label", found.group().strip())
        value = value[found.end() :].strip(_EDGES)
    inner = re.search(rf"\s({_label_words()})\s*[:.]?\s*$", value, re.IGNORECASE)
    is_label = inner is not None and printed.rstrip().endswith((":", "."))
    if inner is not None and (is_label or (len(inner.group(1)) > 2 and _is_reach(inner.group(1)))):
        before = value[: inner.start()]
        yield from _labels_and_value(before.strip(_EDGES), before)
        yield Token("label", inner.group(1))
    else:
        yield from _value(value)


def _is_reach(label: str) -> bool:
    return bool(re.match(r"tel|phone|e-?mail|ext|mob|ddi|direct\W", label, re.IGNORECASE))


def _value(value: str) -> Iterator[Token]:
    joined = re.match(r"(and|&|or)\s+(?=\w)", value)
    if joined and _is_name(value[joined.end() :]):
        yield Token("label", joined.group(1))
        value = value[joined.end() :]
    names = re.split(r"\s+(?:and|&)\s+", value)
    if len(names) == 2 and all(_is_name(name) for name in names):
        first, second = names
        yield Token("name", first)
        yield Token("label", value[len(first) : len(value) - len(second)].strip())
        yield Token("name", second)
    elif value:
        yield Token(_kind(value), value)


@cache
def _label_words() -> str:
    labels = (re.split(r"[\s-]", text) for text in vocabulary().contact_labels)
    return "|".join(r"[\s.-]{0,2}".join(map(re.escape, words)) for words in labels)


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_label_words()})(?!\w)\s*(?P<sign>[:.]|\(s\))?", re.IGNORECASE)


def _with_rank(text: str) -> tuple[str, str] | None:
    """A rank or post with the name of who holds it: "Deputy Chief Fire Officer Lee Poole"."""
    words = text.split()
    post, name = " ".join(words[:-2]), " ".join(words[-2:])
    is_rank = len(words) > 2 and words[-3].casefold() in _RANKS
    return (post, name) if is_rank and _is_name(name) else None


def _kind(text: str) -> str:
    if len(text.split()) > _LONGEST_TOKEN:
        return "prose"
    return "name" if _is_name(text) else "post"


def _is_name(text: str) -> bool:
    """Two to four capitalised words none of which belongs to a post."""
    words = text.split()
    titled = re.match(
        r"(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|revd?)\b", text, re.IGNORECASE
    )
    if not 2 <= len(words) <= _LONGEST_NAME and not titled:
        return False
    if _ANONYMOUS.fullmatch(text):
        return True
    posts = vocabulary().posts
    if any(re.sub(r"[^\w'’-]", "", word).casefold() in posts for word in words):
        return False
    return all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) and word[0].isupper() for word in words)
