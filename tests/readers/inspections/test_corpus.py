"""Every field of every real report in the corpus, against what was read there by hand."""

import json
from pathlib import Path

import pytest

from cleardays.readers.inspections import as_json, read_inspection

TABLES = ("priority_actions", "improvements")
# What the reports themselves leave open: footers that contradict the title, and no sentence
# on joint responsibility.
OPEN_QUESTIONS = {
    ("Middlesbrough", "jointly_responsible"),
    ("Rutland", "inspection_end"),
    ("Warrington", "inspection_start"),
}


@pytest.fixture(scope="module")
def pairs(corpus: Path) -> list[tuple[dict, dict]]:
    folder = corpus / "inspection-reports"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return [(entry, as_json(read_inspection(folder / entry["file"]))) for entry in gold]


def row_faults(wanted: dict, found: dict) -> list[str]:
    faults = [] if found["responsible"] == wanted["responsible"] else ["responsible"]
    text = found["text"]
    faults += [] if text.startswith(wanted["opening"]) else ["opening"]
    return faults + ([] if text.endswith(wanted["closing"]) else ["closing"])


def faults(wanted: dict, found: dict) -> list[str]:
    """Name every field of a report that was read otherwise than by hand."""
    plain = set(wanted) - {"file", "oddities", *TABLES}
    names = [name for name in sorted(plain) if found[name] != wanted[name]]
    for name in TABLES:
        if len(found[name]) != len(wanted[name]):
            names.append(f"{name}: {len(found[name])} rows for {len(wanted[name])}")
        for number, (row, read) in enumerate(zip(wanted[name], found[name], strict=False)):
            names += [f"{name}[{number}].{part}" for part in row_faults(row, read)]
    return [f"{wanted['area']}: {name}" for name in names]


@pytest.mark.corpus
def test_every_field_of_every_real_report_is_read_as_by_hand(pairs):
    assert [fault for wanted, found in pairs for fault in faults(wanted, found)] == []


@pytest.mark.corpus
def test_every_field_that_was_read_by_hand_is_given_and_none_besides(pairs):
    for wanted, found in pairs:
        assert set(found) == set(wanted) - {"file", "oddities"} | {"unsure"}


@pytest.mark.corpus
def test_real_reports_are_doubted_only_where_they_leave_a_question_open(pairs):
    doubts = {(found["area"], doubt["field"]) for _, found in pairs for doubt in found["unsure"]}

    assert doubts == OPEN_QUESTIONS
