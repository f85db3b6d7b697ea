"""Whom to ask: names, posts, telephone numbers and addresses out of lines of any order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.margin import Margin, words_of
from cleardays.readers.reports.vocabulary import key, vocabulary

EMAIL = re.compile(r"(?<![\w.+-])[\w.+'’-]*[\w+]@[\w-]+(?:\.[\w-]+)+", re.ASCII)
# Any shape that a UK number is printed in: (01772) 538221, +44 (0)20 7946 0000, 0300-123 4567.
PHONE = re.compile(
    r"""(?<![\w+/.-])
    (?:\+\s?44[\s.-]?(?:\(0\)[\s.-]?)?\d | \(\s?0\d{2,5}\s?\)[\s.-]?\d | 00\s?44\s?\d | 0\d)
    (?:[\s.-]{0,2}\d){5,11}
    (?:\s*,?\s*\(?(?:extn?|extension|x)\.?:?\s*\d{2,6}\)?)?
    (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_EXTENSION = re.compile(r"(?<!\w)(?:extn?|extension)\.?:?\s*\d{2,6}(?!\w)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;|\t\n•·]|\s[-–—/]\s|\s[-–—/]$|^[-–—/]\s")
_EDGES = " .:–—-/"
_LONGEST_NAME = 4
_LONGEST_LINE = 2000  # characters of a line in which contacts are looked for
_LONGEST_POST = 8
_WIDEST_GAP = 3  # lines of a post or an address before the telephone number
_LAST_OF_POST = {
    "officer",
    "manager",
    "director",
    "lead",
    "adviser",
    "advisor",
    "solicitor",
    "clerk",
}
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


def read_contacts(blocks: Sequence[Block], margin: Margin) -> list[Contact]:
    """Read contacts from the lines that a contact label stands over."""
    contacts: list[Contact] = [Contact()]
    for block in blocks:
        for line in _lines(block):
            if vocabulary().is_absent(line):
                margin.label(line)
                continue
            for token in _in_context(tokens(line)):
                _place(token, contacts, margin)
    return [contact for contact in contacts if contact != Contact()]


def without_repeats(contacts: Iterable[Contact], margin: Margin) -> list[Contact]:
    """Contacts each once; one named again, or by her address only, is a label the second time."""
    kept: list[Contact] = []
    for contact in contacts:
        if any(_repeats(contact, before) for before in kept):
            margin.label(contact.name, contact.telephone, contact.post, contact.email)
        elif kept and _completes(contact, kept[-1]):
            kept[-1] = replace(kept[-1], **{k: v for k, v in asdict(contact).items() if v})
        else:
            kept.append(contact)
    return kept


def _completes(contact: Contact, before: Contact) -> bool:
    """Whether a number or an address stands alone that the contact before it lacks."""
    is_alone = not contact.name and not contact.post
    return is_alone and not (before.telephone or before.email)


def _repeats(contact: Contact, before: Contact) -> bool:
    said = [(value, getattr(before, name)) for name, value in asdict(contact).items() if value]
    return bool(contact.name or contact.email) and all(value == other for value, other in said)


def contact_run(blocks: Sequence[Block]) -> int:
    """How many of the lines after a contact label are its value, and not the title after it."""
    run = 0
    for index, block in enumerate(blocks):
        if index - run > _WIDEST_GAP:
            break
        if block.kind is Kind.TABLE or is_contact_line(words_of(block)):
            run = index + 1
    if run or not blocks:
        return run
    return 2 if len(blocks) > 1 and _is_post_line(blocks[1]) else 1


def _is_post_line(block: Block) -> bool:
    words = [re.sub(r"[^\w'’-]", "", word).casefold() for word in block.text.split()]
    is_dressed = block.is_bold or block.kind is not Kind.PARAGRAPH
    return (
        len(words) <= _LONGEST_POST
        and not is_dressed
        and words[-1:] != []
        and (words[-1] in _LAST_OF_POST)
    )


def _lines(block: Block) -> list[str]:
    if block.kind is Kind.TABLE:
        return [", ".join(cell.text for cell in row if cell.text.strip()) for row in block.rows]
    return words_of(block).split("\n")


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
    for part in _SEPARATOR.split(text):
        whole = _trimmed(part)
        beside = re.fullmatch(r"([^()]*)\(([^()]*)\)", whole)
        # "Lee Poole (Clerk)" is a name and a post; "Engineer (Flood Risk)" is one post.
        if beside and _is_name(beside.group(1)):
            yield from _labels_and_value(_trimmed(beside.group(1)), beside.group(1))
            yield from _labels_and_value(_trimmed(beside.group(2)), beside.group(2))
        else:
            yield from _labels_and_value(whole, part)


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
        yield from _value(value[: inner.start()].strip(_EDGES))
        yield Token("label", inner.group(1))
    else:
        yield from _value(value)


def _is_reach(label: str) -> bool:
    return bool(re.match(r"tel|phone|e-?mail|ext|mob|ddi|direct", label, re.IGNORECASE))


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
    labels = vocabulary().contact_labels
    return "|".join(r"[\s-]?".join(map(re.escape, re.split(r"[\s-]", text))) for text in labels)


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_label_words()})(?!\w)\s*(?P<sign>[:.]|\(s\))?", re.IGNORECASE)


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
    posts = vocabulary().posts
    if any(re.sub(r"[^\w'’-]", "", word).casefold() in posts for word in words):
        return False
    return all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) and word[0].isupper() for word in words)


def _in_context(found: Iterable[Token]) -> Iterator[Token]:
    """Let a label say what the words after it are: "Post: Clerk", "Name: Priya"."""
    said = ""
    for token in _with_names_told(list(found)):
        if token.kind == "label":
            phrase = key(token.text)
            said = _SAYS.get(phrase, "")
            yield token
        else:
            is_word = token.kind in {"name", "post"}
            yield replace(token, kind=said) if said and is_word else token
            said = ""


def _with_names_told(found: Sequence[Token]) -> Iterator[Token]:
    """Tell a team from a second person by the address: "Ann Poole, Highways Area, ann.poole@"."""
    name = ""
    for index, token in enumerate(found):
        if token.kind == "name" and name:
            email = next((t.text for t in found[index:] if t.kind == "email"), "")
            if _owns(name, email) and not _owns(token.text, email):
                yield replace(token, kind="post")
                continue
        name = token.text if token.kind == "name" else name
        yield token


def _owns(name: str, email: str) -> bool:
    """Whether an address is made of words of a name."""
    local = email.partition("@")[0].casefold()
    return any(len(word) > 2 and word in local for word in re.findall(r"\w+", name.casefold()))


_SAYS = {
    "name": "name",
    "contact name": "name",
    "officer name": "name",
    "author": "name",
    "post": "post",
    "job title": "post",
    "title": "post",
    "designation": "post",
    "position": "post",
    "role": "post",
    "author job title": "post",
}


def _place(token: Token, contacts: list[Contact], margin: Margin) -> None:
    """Put a token on the last contact, or on a new one where that has it already."""
    if token.kind == "label":
        margin.label(token.text)
    elif token.kind == "prose":
        margin.unread.append(token.text)
    elif vocabulary().is_absent(token.text):
        margin.label(token.text)
    else:
        last = contacts[-1]
        before = str(getattr(last, token.kind))
        if before and token.kind in {"name", "email"}:
            contacts.append(Contact(**{token.kind: token.text}))
        else:
            joined = f"{before}, {token.text}" if before else token.text
            contacts[-1] = replace(last, **{token.kind: joined})
