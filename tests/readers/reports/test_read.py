"""Whole reports in the manners of different councils, the same from every format."""

import pytest

from cleardays.readers.blocks import Block, Kind, Notice, Reading
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.read import read_report
from tests.readers.reports.samples import SAMPLES
from tests.readers.reports.score import misreads, read_sample
from tests.readers.reports.words import assert_every_word_once

EVERY_ONE = [".txt", ".docx"]  # written in milliseconds; the others take a second or more each
SOME = {".odt": SAMPLES[::3], ".pdf": SAMPLES[1::3]}


def cases(suffixes, samples=SAMPLES):
    return [
        pytest.param(sample, suffix, id=f"{sample.name}{suffix}")
        for sample in samples
        for suffix in suffixes
    ]


@pytest.mark.parametrize(
    ("sample", "suffix"),
    [*cases(EVERY_ONE), *(c for suffix, some in SOME.items() for c in cases([suffix], some))],
)
def test_every_field_is_read_in_every_format(sample, suffix, tmp_path):
    reading, draft = read_sample(sample, suffix, tmp_path)

    assert misreads(sample, as_json(draft)) == {}
    assert_every_word_once(reading, draft)


@pytest.mark.office
@pytest.mark.parametrize(("sample", "suffix"), cases([".rtf"], SAMPLES[:1]))
def test_every_field_is_read_through_libreoffice(sample, suffix, tmp_path):
    reading, draft = read_sample(sample, suffix, tmp_path)

    assert misreads(sample, as_json(draft)) == {}
    assert_every_word_once(reading, draft)


def lines(*texts):
    return Reading("text/plain", tuple(Block(Kind.PARAGRAPH, text, text) for text in texts))


def test_an_empty_reading_is_an_empty_draft():
    draft = read_report(Reading("text/plain", ()))

    assert draft.title == ""
    assert draft.unread == draft.labels == ()


def test_a_weekday_that_does_not_match_its_date_is_noticed():
    draft = read_report(lines("Cabinet", "Meeting to be held on Tuesday, 31 January 2018", "Bins"))

    assert [notice.code for notice in draft.notices] == ["weekday-mismatch"]
    assert "Wednesday 31 January 2018" in draft.notices[0].message


def test_an_appendix_that_only_the_text_mentions_is_entered_and_noticed():
    draft = read_report(
        lines("Bins", "Summary", "The plan is at Appendix B.", "Background", "Ah.")
    )

    assert [notice.code for notice in draft.notices] == ["appendix-not-listed"]
    assert draft.appendices == ("Appendix B",)


def test_what_the_file_reader_found_is_passed_on():
    notice = Notice("comment", "Two comments were left out.", 2)

    draft = read_report(Reading("text/plain", (), (notice,), ("PAGEREF", "_Toc1")))

    assert draft.notices == (notice,)
    assert draft.labels == ("PAGEREF", "_Toc1")


def test_a_purpose_beside_a_summary_is_told_in_the_background():
    draft = read_report(
        lines(
            "Bins",
            "Purpose of report",
            "To ask.",
            "Executive Summary",
            "In short.",
            "Detail",
            "A.",
        )
    )

    assert draft.executive_summary.text == "In short."
    assert draft.background.text == "Purpose of report\nTo ask.\nDetail\nA."


def test_silence_about_background_papers_is_not_the_same_as_none():
    silent = read_report(lines("Bins", "Summary", "In short."))
    stated = read_report(
        lines("Bins", "Summary", "In short.", "Background papers", "There are none.")
    )

    assert not silent.background_papers_stated
    assert stated.background_papers_stated
    assert stated.background_papers == ()


def test_an_appendix_that_stands_in_the_file_itself_is_unread():
    draft = read_report(
        lines("Bins", "Summary", "In short.", "APPENDIX A", "Recommendations", "Not ours.")
    )

    assert draft.recommendations == ()
    assert draft.unread == ("APPENDIX A", "Recommendations", "Not ours.")
