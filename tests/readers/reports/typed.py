"""Reports typed as plain text in a test, read into their parts."""

from textwrap import dedent

from cleardays.readers.blocks import Reading
from cleardays.readers.files.text import text_blocks
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.read import read_report
from tests.readers.reports.words import assert_every_word_once


def read_typed(text):
    """The fields of a report; no word of it may be lost on the way."""
    reading = Reading("text/plain", tuple(text_blocks(dedent(text))))
    draft = read_report(reading)
    assert_every_word_once(reading, draft)
    return as_json(draft)
