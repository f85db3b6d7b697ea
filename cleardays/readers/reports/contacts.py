"""Whom to ask: names, posts, telephone numbers and addresses out of lines of any order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import zip_longest

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.dates import find_date
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.margin import Margin, words_of
from cleardays.readers.reports.tokens import Token, is_contact_line, tokens
from cleardays.readers.reports.vocabulary import key, vocabulary

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


def read_contacts(blocks: Sequence[Block], margin: Margin) -> list[Contact]:
    """Read contacts from the lines that a contact label stands over."""
    contacts: list[Contact] = [Contact()]
    lines = _with_values([line for block in blocks for line in _lines(block)])
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if vocabulary().is_absent(line):
            margin.label(line)
            continue
        for token in _in_context(tokens(line), _address_in(after)):
            _place(token, contacts, margin)
    return [contact for contact in contacts if contact != Contact()]


def without_repeats(contacts: Iterable[Contact], margin: Margin) -> list[Contact]:
    """Contacts each once; one named again, or by her address only, is a label the second time."""
    kept: list[Contact] = []
    for contact in contacts:
        place = next((i for i, before in enumerate(kept) if _is_same(contact, before)), None)
        if place is not None:
            kept[place] = _merged(kept[place], contact, margin)
        elif kept and _completes(contact, kept[-1]):
            kept[-1] = replace(kept[-1], **{k: v for k, v in asdict(contact).items() if v})
        else:
            kept.append(contact)
    return kept


def without_bare_posts(contacts: Sequence[Contact], margin: Margin) -> list[Contact]:
    """Contacts without those that are a post and no more, where somebody is named."""
    if not any(contact.name for contact in contacts):
        return list(contacts)
    bare = [c for c in contacts if not (c.name or c.telephone or c.email)]
    margin.label(*(contact.post for contact in bare))
    return [contact for contact in contacts if contact not in bare]


def _is_same(contact: Contact, before: Contact) -> bool:
    """Whether two entries are one person: of one name, or with nothing new in the second."""
    pairs = [(value, getattr(before, name)) for name, value in asdict(contact).items() if value]
    if contact.name and contact.name == before.name:
        reach = [(contact.telephone, before.telephone), (contact.email, before.email)]
        return all(value == other or not (value and other) for value, other in reach)
    if not (contact.name and before.name) and (
        _owns(before.name, contact.email) or _owns(contact.name, before.email)
    ):
        return True
    return bool(contact.email) and all(value == other for value, other in pairs)


def _merged(before: Contact, contact: Contact, margin: Margin) -> Contact:
    """One entry of two; what was said already is a label the second time."""
    new = {name: v for name, v in asdict(contact).items() if v and not getattr(before, name)}
    margin.label(*(v for name, v in asdict(contact).items() if v and name not in new))
    return replace(before, **new)


def _completes(contact: Contact, before: Contact) -> bool:
    """Whether a number or an address stands alone that the contact before it lacks."""
    is_alone = not contact.name and not contact.post
    return is_alone and not (before.telephone or before.email)


def adds_to(contacts: Sequence[Contact], blocks: Sequence[Block]) -> bool:
    """Whether lines give a number or an address, or the name of one that has none."""
    named = read_contacts(blocks, Margin())
    return any(n.telephone or n.email for n in named) or any(
        not c.name and _owns(n.name, c.email) for c in contacts for n in named
    )


def contact_run(blocks: Sequence[Block]) -> int:
    """How many of the lines after a contact label are its value, and not the title after it."""
    run = 0
    for index, block in enumerate(blocks):
        if index - run > _WIDEST_GAP:
            break
        if block.kind is Kind.TABLE or is_contact_line(words_of(block)):
            run = index + 1
    while run and run + 1 < len(blocks) and _is_bare_label(blocks[run].text):
        run += 2
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


def _is_date(text: str) -> bool:
    """Whether words are a date and no more, such as when the report was written."""
    found = find_date(text)
    return found is not None and (found.start, found.end) == (0, len(text))


def _lines(block: Block) -> list[str]:
    if block.kind is Kind.TABLE:
        return [", ".join(cell.text for cell in row if cell.text.strip()) for row in block.rows]
    return words_of(block).split("\n")


def _with_values(lines: Sequence[str]) -> list[str]:
    """Lines, one that is a label and no more ("Job title:") with its value from the next."""
    kept: list[str] = []
    for line in lines:
        if kept and _is_bare_label(kept[-1]):
            kept[-1] = f"{kept[-1]} {line}"
        else:
            kept.append(line)
    return kept


def _is_bare_label(line: str) -> bool:
    return line.rstrip().endswith(":") and key(line) in _SAYS


def _address_in(line: str) -> str:
    return next((token.text for token in tokens(line) if token.kind == "email"), "")


def _in_context(found: Iterable[Token], address_below: str) -> Iterator[Token]:
    """Let a label say what the words after it are: "Post: Clerk", "Name: Priya"."""
    said = ""
    for token in _with_names_told(list(found), address_below):
        if token.kind == "label":
            phrase = key(token.text)
            said = _SAYS.get(phrase, "")
            yield token
        else:
            is_word = token.kind in {"name", "post"}
            yield replace(token, kind=said) if said and is_word else token
            said = ""


def _with_names_told(found: Sequence[Token], address_below: str) -> Iterator[Token]:
    """Tell a team from a second person by the address: "Ann Poole, Highways Area, ann.poole@"."""
    name = ""
    for index, token in enumerate(found):
        if token.kind == "name" and name:
            email = next((t.text for t in found[index:] if t.kind == "email"), address_below)
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
    elif vocabulary().is_absent(token.text) or _is_date(token.text):
        margin.label(token.text)
    else:
        last = contacts[-1]
        before = str(getattr(last, token.kind))
        if before and token.kind in {"name", "email"}:
            contacts.append(Contact(**{token.kind: token.text}))
        else:
            joined = f"{before}, {token.text}" if before else token.text
            contacts[-1] = replace(last, **{token.kind: joined})
