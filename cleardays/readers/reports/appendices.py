"""The appendices that a report says it refers to."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cleardays.readers.blocks import Block, Kind, Notice
from cleardays.readers.reports.margin import Margin, words_of
from cleardays.readers.reports.pieces import piece
from cleardays.readers.reports.vocabulary import vocabulary

_NAME = r"[\"'“‘]?(?:[A-Z]{1,2}\d?|\d{1,2}[a-zA-Z]?|[IVX]{1,4})[\"'”’]?(?!\w)"
_JOIN = r"\s*(?:,|;|&|-|–|,?\s*\band\b|\bto\b)\s*"
_REFERENCE = rf"(?P<noun>Appendi(?:x|ces)|Annex(?:e|es)?)\s+(?P<names>{_NAME}(?:{_JOIN}{_NAME})*)"
_REFERS = rf"{_REFERENCE}(?:\s+(?:refers?|attached|(?:is|are)\s+attached))?"
_LINE = re.compile(rf"\W*(?:see\s+)?{_REFERS}\W*", re.IGNORECASE)
_TAIL = re.compile(rf"\s*[(\[]\s*(?:see\s+)?{_REFERS}\s*[)\]]\s*[;.]?\s*\Z", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"(?:{_REFERENCE}|the\s+(?:following\s+)?(?:appendix|appendices))\s+(?:is|are|accompan|form)\w*\b",
    re.IGNORECASE,
)
_LONGEST_LEAD_IN = 40  # words
_LONGEST_LINE = 600  # characters of a line that names appendices
_TITLED = re.compile(rf"\W*(?:Appendix|Annexe?)\s+{_NAME}", re.IGNORECASE)
_NEXT_ENTRY = re.compile(rf"(?:;\s*|\s+)(?=(?:Appendix|Annexe?)\s+{_NAME}(?:\s*[-–—:.]|\s*;|\Z))")
_IN_TEXT = re.compile(rf"(?:Appendix|Annexe?)\s+{_NAME}")


class Appendices:
    """Collects appendices from the lines and lists that name them."""

    def __init__(self, margin: Margin) -> None:
        self.found: list[str] = []
        self._margin = margin

    def take(self, block: Block) -> Block | None:
        """Take the line or the bracket at its end that names appendices; give back the rest."""
        if len(block.text) > _LONGEST_LINE:
            return block
        found = _LINE.fullmatch(block.text)
        if found is None:
            found = _TAIL.search(block.text)
        if found is None or block.kind is Kind.TABLE:
            return block
        self._margin.label(block.marker if block.is_marker_printed and not found.start() else "")
        self._refer(found)
        return piece(block, 0, found.start()) if found.start() else None

    def _refer(self, found: re.Match[str]) -> None:
        """Enter each appendix of "Appendices 'A' and 'B' refer" under its own name."""
        text, noun = found.group(), found.group("noun")
        start = found.start("names") - found.start()
        names = list(re.finditer(_NAME, found.group("names")))
        after = text[start + len(found.group("names")) :]
        if len(names) == 1:
            begin = found.start("noun") - found.start()
            self._enter(text[begin : start + len(found.group("names"))])
            self._margin.label(text[:begin], after)
            return
        singular = "Annex" if noun.casefold().startswith("annex") else "Appendix"
        joins = _between(found.group("names"), names)
        self._margin.label(" ".join([text[:start].strip(" ("), *joins, after.strip(" )")]))
        for name in _filled([m.group() for m in names], joins):
            is_printed = name in {m.group() for m in names}
            self._enter(f"{singular} {name}")
            self._margin.supplied.append(singular if is_printed else f"{singular} {name}")

    def _enter(self, entry: str) -> None:
        """Enter an appendix once: of two mentions the one that says more of it."""
        name = _IN_TEXT.match(entry)
        same = [e for e in self.found if name and _bare(name.group()) == _name_of(e)]
        if not same:
            self.found.append(entry)
        elif _bare(same[0]) == _name_of(entry):
            self._margin.label(same[0])
            self.found[self.found.index(same[0])] = entry
        elif _bare(entry) == _name_of(entry):
            self._margin.label(entry)
        else:
            self.found.append(entry)

    def section(self, heading: Block | None, blocks: Sequence[Block]) -> list[Block]:
        """Read a list under "Appendices"; give back what follows it."""
        self._margin.label_blocks(heading)
        for index, block in enumerate(blocks):
            if block.kind is Kind.TABLE:
                self._table(block)
            elif _tells(block) and index + 1 < len(blocks):
                self._margin.label_blocks(block)  # it leads in to the list that follows
            elif not self._entry(block):
                return list(blocks[index:])
        return []

    @staticmethod
    def is_named(block: Block) -> bool:
        """Whether a line begins with the name of an appendix."""
        return block.kind is not Kind.TABLE and bool(_TITLED.match(words_of(block)))

    def _entry(self, block: Block) -> bool:
        if vocabulary().says_none(block.text):
            self._margin.label_blocks(block)
        elif _LINE.fullmatch(block.text):
            self.take(block)
        elif block.text.rstrip().endswith(":"):
            self._margin.label_blocks(block)
        elif _is_entry(block):
            self._margin.label(block.marker if block.is_marker_printed else "")
            entries = _NEXT_ENTRY.split(block.text)
            for entry in entries:
                self._enter(entry.strip(" ;"))
        else:
            return False
        return True

    def _table(self, table: Block) -> None:
        for number, row in enumerate(table.rows):
            cells = [cell.text.replace("\n", " ") for cell in row if cell.text.strip()]
            if (
                not number and all(vocabulary().heads_column("appendix", cell) for cell in cells)
            ) or all(vocabulary().is_absent(cell) for cell in cells):
                self._margin.label(*cells)
            else:
                self._enter(" - ".join(cells))

    def mentioned(self, texts: Iterable[str]) -> Iterator[Notice]:
        """Enter each appendix that only the text mentions; and give notice of it."""
        listed = {_bare(match) for entry in self.found for match in _IN_TEXT.findall(entry)}
        mentions = {_bare(m): m for text in texts for m in _IN_TEXT.findall(text)}
        for bare in sorted(mentions.keys() - listed, key=lambda name: (len(name), name)):
            printed = " ".join(mentions[bare].split())
            self.found.append(printed)
            self._margin.supplied.append(printed)
            message = f"The text refers to {printed}, which the front of the report does not list."
            yield Notice("appendix-not-listed", message)


def _between(names: str, found: Sequence[re.Match[str]]) -> list[str]:
    ends = [match.end() for match in found[:-1]]
    starts = [match.start() for match in found[1:]]
    return [names[end:start].strip() for end, start in zip(ends, starts, strict=True)]


def _filled(names: list[str], joins: list[str]) -> Iterator[str]:
    """The names, those that "to" leaves out between two of them filled in."""
    yield names[0]
    for before, join, name in zip(names, joins, names[1:], strict=False):
        if join.casefold() in {"to", "-", "–"}:
            quote = "'" if name[0] in "'‘" else ""
            yield from (f"{quote}{n}{quote}" for n in _middle(_inner(before), _inner(name)))
        yield name


def _middle(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1:
        return [chr(n) for n in range(ord(first) + 1, ord(last))]
    return []


def _inner(name: str) -> str:
    return re.sub(r"\W", "", name)


def _bare(name: str) -> str:
    return re.sub(r"\W+", " ", name.casefold()).strip()


def _name_of(entry: str) -> str:
    found = _IN_TEXT.match(entry)
    return _bare(found.group()) if found else ""


def _tells(block: Block) -> bool:
    """Whether a line is a sentence about appendices: "Appendices A and B are attached ..."."""
    if block.kind is Kind.ITEM or not block.text.rstrip().endswith("."):
        return False
    return bool(_SENTENCE.match(block.text)) and len(block.text.split()) <= _LONGEST_LEAD_IN


def _is_entry(block: Block) -> bool:
    """Whether a line under "Appendices" is one of them: an item, or named so, or short."""
    is_short = len(block.text.split()) <= 20 and not block.text.rstrip().endswith(".")
    return block.kind is Kind.ITEM or bool(_TITLED.match(words_of(block))) or is_short
