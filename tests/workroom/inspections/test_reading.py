"""What was read, kept as plain values; and that every real report can be kept."""

import json

from cleardays.readers.inspections import read_inspection
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.inspection_file import read_both
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.reading import as_plain, details_of, from_plain
from tests.factories.documents import AT as STORED
from tests.factories.inspections import AT, LEAD
from tests.readers.inspections.paper import WHOLE, set_pdf


def test_a_reading_survives_being_kept_as_json(tmp_path):
    draft, texts = read_both(set_pdf(tmp_path, WHOLE))

    kept = from_plain(json.loads(json.dumps(as_plain(draft, texts))))

    assert [one.kind for one in kept.findings].count("priority") == len(draft.priority_actions)
    assert kept.texts == texts
    assert len(texts) == draft.pages
    assert details_of(kept)["first_day"] == draft.inspection_start.value
    assert kept.pages["outcome"] == draft.outcome.page
    assert len(kept.doubts) == len(draft.unsure)


def test_bullets_stay_bullets(tmp_path):
    draft, texts = read_both(set_pdf(tmp_path, WHOLE))

    kept = from_plain(as_plain(draft, texts))

    bullets = sum(part.is_bullet for one in draft.priority_actions for part in one.paragraphs)
    texts = [one.text for one in kept.findings if one.kind == "priority"]
    lines = [line for text in texts for line in text.split("\n")]
    assert bullets == sum(line.startswith("- ") for line in lines)
    assert bullets > 0


def test_every_real_report_can_be_kept_and_waits_to_be_accepted(corpus):
    reports = sorted((corpus / "inspection-reports").glob("*.pdf"))
    for path in reports:
        plain = as_plain(read_inspection(path), [])
        file = kept_file(path)
        actions.begin_from_reading(file, plain, by=LEAD, at=AT)

    kept = Inspection.objects.unrestricted(because="a test")
    assert kept.filter(is_accepted=False).exclude(outcome="").count() == len(reports)


def kept_file(path):
    return documents.keep_file([path.read_bytes()], path.name, by=LEAD, at=STORED)
