"""The record can be checked by anybody with what the page gives them."""

import subprocess
import sys

import pytest

from cleardays.record.models import Entry
from cleardays.site.pages.record import CHECKER
from tests.factories.record import publish, recall
from tests.site.words import text


def check(log):
    """Run the program of the page as a reader would."""
    command = [sys.executable, "-c", CHECKER]
    return subprocess.run(command, input=log, capture_output=True, check=False)


@pytest.fixture
def log(public, council):
    recall(council.report.ref)
    publish(council.report)
    return b"".join(public.get("/record/log.jsonl"))


def test_the_program_on_the_page_proves_the_chain(log):
    result = check(log)

    assert result.returncode == 0
    assert Entry.objects.last().hash.encode() in result.stdout


@pytest.mark.parametrize("line", range(5))
def test_the_program_on_the_page_finds_a_line_that_was_altered(log, line):
    lines = log.splitlines()
    lines[line] = lines[line].replace(b"2026-01-05", b"2026-01-04")

    result = check(b"\n".join(lines))

    assert result.returncode == 1
    assert f"Entry {line + 1} does not hold".encode() in result.stderr


def test_the_program_on_the_page_finds_a_line_that_is_missing(log):
    lines = log.splitlines()

    assert check(b"\n".join(lines[:1] + lines[2:])).returncode == 1


def test_the_page_gives_the_end_of_the_chain_and_its_entries(public, council):
    page = public.get("/record/")

    assert Entry.objects.last().hash in text(page)
    assert f'<a href="/{council.meeting.ref}/">' in page.content.decode()


def test_an_entry_shows_everything_that_is_chained(public, council):
    words = text(public.get("/record/2/"))

    entry = Entry.objects.get(seq=2)
    for value in (entry.content_hash, entry.prev, entry.hash, entry.ref, str(entry.origin)):
        assert value in words


def test_an_empty_record_says_so(public):
    assert "Nothing has been published yet." in text(public.get("/record/"))


def test_an_entry_that_is_not_there_is_not_found(public):
    assert public.get("/record/9/").status_code == 404
    assert public.get("/record/9/content.json").status_code == 404
