"""Whatever is altered is found, and named."""

import shutil
from datetime import timedelta

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleardays.record import files
from cleardays.record.current import rebuild
from cleardays.record.models import Content, Current, Entry, Head
from cleardays.record.verify import verify
from tests.factories.record import WHEN, a_file, a_meeting, a_report, changed, publish, recall

FIELDS = [
    "recorded_at",
    "kind",
    "doc_type",
    "ref",
    "version",
    "content_hash",
    "stated_published_on",
    "stated_source",
    "origin",
    "prev",
    "hash",
]


@pytest.fixture
def tampering():
    """Raw SQL by somebody who has dropped the triggers."""

    def run(sql, *values):
        with connections["record"].cursor() as cursor:
            on = " ON record_entry" if connections["record"].vendor == "postgresql" else ""
            for deed in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS record_entry_refuse_{deed}{on}")
            on = on.replace("entry", "content")
            cursor.execute(f"DROP TRIGGER IF EXISTS record_content_refuse_update{on}")
            cursor.execute(sql, values)

    return run


def publish_some(number=4):
    report = a_report()
    for n in range(number):
        publish(changed(report, title=f"Title {n}"), at=WHEN + timedelta(minutes=n))
    return report


def test_an_empty_record_holds():
    assert verify().is_sound


def test_a_record_with_versions_and_a_recall_holds():
    report = publish_some()
    publish(a_meeting())
    recall(report.ref)
    publish(report)

    verdict = verify()

    assert verdict.is_sound, verdict.problem
    assert verdict.entries == 7
    assert verdict.head == Head.objects.get().hash


def _other(value, drawn):
    """Return a value that is not this one, of a kind the column takes."""
    later = timedelta(days=1 + drawn)
    if value is None:
        return (WHEN + later).date()
    if hasattr(value, "isoformat"):
        return value + later
    if isinstance(value, int):
        return value + 100 + drawn
    text = getattr(value, "hex", None) or str(value)
    place = drawn % max(1, len(text))
    swap = "a" if text[place : place + 1] != "a" else "b"
    return text[:place] + swap + text[place + 1 :]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seq=st.integers(1, 4),
    field=st.sampled_from(FIELDS),
    drawn=st.integers(min_value=0, max_value=90),
)
def test_any_field_of_any_entry_that_is_altered_is_found(tampering, seq, field, drawn):
    with transaction.atomic(using="record"):
        publish_some()
        entry = Entry.objects.get(seq=seq)
        other = _other(getattr(entry, field), drawn)
        if field == "kind":
            other = "recalled"
        tampering(f"UPDATE record_entry SET {field} = %s WHERE seq = %s", str(other), seq)

        verdict = verify()

        transaction.set_rollback(True, using="record")
    assert not verdict.is_sound
    assert verdict.seq in (seq, seq + 1)


def test_a_missing_entry_is_named(tampering):
    publish_some()
    tampering("DELETE FROM record_entry WHERE seq = 2")

    assert verify().problem == "entry 2: this entry is missing"


def test_an_end_that_was_cut_off_is_found_by_the_head():
    publish_some()
    Head.objects.update(seq=3)

    assert "the head says" in verify().problem


def test_an_end_cut_off_with_its_head_is_found_by_a_hash_noted_before(tampering):
    publish_some()
    noted = {4: verify().head}
    last = Entry.objects.get(seq=3)
    tampering("DELETE FROM record_entry WHERE seq = 4")
    Content.objects.filter(seq=4).delete()
    Head.objects.update(seq=3, hash=last.hash)
    rebuild()

    assert verify().is_sound
    assert not verify(noted).is_sound


def test_a_chain_written_anew_is_found_by_a_hash_noted_before():
    publish_some()

    assert verify({2: "0" * 64}).seq == 2


@pytest.mark.parametrize("column", ["body", "salt"])
def test_altered_content_is_found(tampering, column):
    publish_some()
    tampering(f"UPDATE record_content SET {column} = %s WHERE seq = 3", "{}")

    assert verify().problem == "entry 3: what it published has been altered"


def test_content_missing_without_a_recall_is_found():
    publish_some()
    Content.objects.filter(seq=2).delete()

    assert verify().problem == "entry 2: what it published is missing, and no recall says so"


def test_a_recall_that_was_altered_to_cover_more_is_found(tampering):
    report = publish_some()
    publish(a_meeting())
    recall(report.ref)
    body = Content.objects.get(seq=6).body.replace("[1,", "[5,1,")
    tampering("UPDATE record_content SET body = %s WHERE seq = 6", body)
    Content.objects.filter(seq=5).delete()

    assert verify().problem == "entry 6: what it published has been altered"


def test_recalled_content_that_is_still_there_is_found():
    report = publish_some()
    kept = Content.objects.get(seq=1)
    recall(report.ref)
    Content.objects.create(seq=1, salt=kept.salt, body=kept.body)

    assert "recalled, and is still there" in verify().problem


def test_an_altered_file_is_found():
    paper = a_file()
    publish(a_report(files=(paper,)))
    files.path_of(paper.sha256).write_text("other words")

    assert "has been altered" in verify().problem
    assert verify().seq == 1


def test_a_missing_file_is_found():
    paper = a_file()
    publish(a_report(files=(paper,)))
    shutil.rmtree(files.path_of(paper.sha256).parent)

    assert "is missing, and no recall says so" in verify().problem


def test_a_recalled_file_whose_bytes_are_still_there_is_found():
    paper = a_file()
    report = a_report(files=(paper,))
    publish(report)
    recall(report.ref)  # in a test nothing commits, so the bytes stay

    assert "recalled, and is still there" in verify().problem
    assert files.delete_recalled() == 1
    assert verify().is_sound


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"body": "{}"}, {"is_recalled": True}, {"committee": "x"}]
)
def test_a_page_that_shows_something_else_is_found_and_can_be_rebuilt(change):
    publish_some()
    Current.objects.update(**change)

    assert "does not show what was published" in verify().problem
    rebuild()
    assert verify().is_sound


def test_a_page_that_was_never_published_is_found():
    publish_some()
    row = Current.objects.get()
    row.ref = "reports/invented"
    row.save(force_insert=True)

    assert "never published" in verify().problem
