"""Counting words: of blocks as they came, and of the parts they were read into."""

import re
from collections import Counter
from collections.abc import Iterable

from cleardays.readers.blocks import Block, Reading
from cleardays.readers.reports.draft import ReportDraft


def words_in(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def words_of_reading(reading: Reading) -> Counter[str]:
    return words_in([*reading.dropped_words, *(t for b in reading.blocks for t in _texts(b))])


def _texts(block: Block) -> Iterable[str]:
    yield block.text
    if block.is_marker_printed:
        yield block.marker
    for row in block.rows:
        yield from (cell.text for cell in row)


def words_of_draft(draft: ReportDraft) -> Counter[str]:
    passages = [
        draft.executive_summary,
        draft.background,
        draft.consultations,
        draft.part_ii_reason,
        *draft.recommendations,
        *draft.implications.values(),
    ]
    texts = [draft.title, draft.committee, *draft.electoral_divisions, *draft.appendices]
    for contact in draft.contacts:
        texts += [contact.name, contact.telephone, contact.post, contact.email]
    for paper in draft.background_papers:
        texts += [paper.paper, paper.date, paper.contact]
    texts += [passage.text for passage in passages]
    counted = words_in([*texts, *draft.labels, *draft.unread])
    counted.subtract(words_in(draft.supplied))
    return counted


def assert_every_word_once(reading: Reading, draft: ReportDraft) -> None:
    before, after = words_of_reading(reading), words_of_draft(draft)
    differences = {w: (before[w], after[w]) for w in before | after if before[w] != after[w]}
    assert differences == {}, f"words of the file and of its parts: {differences}"
