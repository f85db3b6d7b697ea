"""A draft as JSON."""

import json
from dataclasses import replace
from datetime import date

from cleardays.readers.inspections import (
    Finding,
    Found,
    InspectionDraft,
    Paragraph,
    Unsure,
    as_json,
)

DRAFT = InspectionDraft(
    area=Found("Wyke", 1, "Area SEND inspection of Wyke"),
    inspection_start=Found(date(2025, 3, 3), 1, "3 to 7 March 2025"),
    inspection_end=Found(date(2025, 3, 7), 1, "3 to 7 March 2025"),
    previous_inspection=Found(None),
    outcome=Found("positive", 1),
    strategic_plan_requested=Found(True, 1),
    priority_action_plan_required=Found(False),
    monitoring_inspection=Found(None),
    next_full_inspection=Found("five years", 1),
    local_authority=Found("Wyke Council", 7),
    icb=Found(("NHS Wyke ICB",), 7),
    jointly_responsible=Found(("Wyke Council", "NHS Wyke ICB"), 1),
    priority_actions=(),
    improvements=(
        Finding((), (Paragraph("Leaders should:"), Paragraph("row.", is_bullet=True)), (6, 7)),
    ),
    pages=8,
)


def test_dates_are_iso_and_rows_carry_their_whole_text():
    found = json.loads(json.dumps(as_json(DRAFT)))

    assert found["inspection_start"] == "2025-03-03"
    assert found["previous_inspection"] is None
    assert found["icb"] == ["NHS Wyke ICB"]
    assert found["improvements"] == [{"responsible": [], "text": "Leaders should: row."}]
    assert found["pages"] == 8


def test_doubts_say_field_page_words_and_why():
    doubt = Unsure("area", 2, "Mere", "The footer names another area.")

    found = as_json(replace(DRAFT, unsure=(doubt,)))

    assert found["unsure"] == [
        {"field": "area", "page": 2, "words": "Mere", "why": "The footer names another area."}
    ]
