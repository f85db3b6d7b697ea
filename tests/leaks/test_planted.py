"""Leaks planted on purpose: the crawl, the search and the look into the stores find each."""

import shutil
from copy import deepcopy
from dataclasses import replace

import pytest
import tantivy

from cleardays.door import crossing
from cleardays.door.projections import meeting as meetings
from cleardays.door.projections import report as reports
from cleardays.letterbox.models import Letter
from cleardays.record.followers.index import open_to_write, writer_of
from cleardays.record.followers.search import follow
from cleardays.record.models import Content
from cleardays.workroom.accounts.models import User
from cleardays.workroom.meetings.models import Exemption
from tests.conftest import SiteClient
from tests.leaks import papers, test_leaks, test_stores
from tests.leaks.crawl import BEGINNINGS, Crawl
from tests.leaks.house import NOW
from tests.leaks.looking import texts_of
from tests.leaks.meetings import recall
from tests.leaks.parts import parts

BECAUSE = "a leak is planted"


@pytest.fixture
def planted(council):
    """A function that makes a word, planted here, and returns it."""
    return lambda what: council.canaries.word("planted", what)


def publish(council, report=None, **details):
    """Publish one more meeting, with what was planted in it."""
    meeting = council.house.agenda(report, **details)
    council.house.carry()
    follow()
    return meeting


def seen(council, beginnings=BEGINNINGS) -> str:
    """Return where the first word was planted that the public sees."""
    crawl = Crawl(SiteClient(), council.canaries, council.robins)
    crawl.follow(beginnings, to_the_end=False)
    return test_leaks.told(crawl.sightings)


def plain_report(council, **more):
    shown = parts(council.canaries, council.robins, "a report like others", title="More lamps")
    return council.house.report(shown, **more)


def private_title(council, monkeypatch):
    """The agenda shows the private title of an exempt item."""
    private = Exemption.objects.unrestricted(because=BECAUSE).first().private_title
    project = meetings.project

    def leaky(*given):
        document = project(*given)
        items = tuple(replace(item, title=private) for item in document.items)
        return replace(document, items=items)

    monkeypatch.setattr(meetings, "project", leaky)
    publish(council)
    return "meetings.Exemption.private_title"


def passage_left_out(council, monkeypatch):
    """The page of a report, and its PDF, show a passage that was left out."""
    project = reports.project

    def leaky(version, *given, **more):
        return replace(project(version, *given, **more), background=version.left_out[0]["text"])

    monkeypatch.setattr(reports, "project", leaky)
    publish(council, plain_report(council))
    return "reports.ReportVersion.left_out"


def overlook(word, monkeypatch):
    """Let the release check find nothing in files that hold this word."""
    check = crossing.reasons_against_release

    def blind(path, *given):
        holds = any(word.encode() in text for text in texts_of(path.read_bytes()))
        return [] if holds else check(path, *given)

    monkeypatch.setattr(crossing, "reasons_against_release", blind)


def metadata_of_a_pdf(council, monkeypatch):
    """An appendix goes out as it was given."""
    author = council.canaries.word("planted", "the author of a PDF")
    monkeypatch.setattr(crossing, "stripped", lambda one, two, _: shutil.copy(one, two))
    overlook(author, monkeypatch)
    report = plain_report(council)
    content = papers.pdf("Lamps", **{"information Author": author})
    council.house.appendix(report, "Appendix A", "Costs", content, "costs.pdf")
    publish(council, report)
    return "planted of the author of a PDF"


def tracked_change(council, monkeypatch):
    """An original goes out with a tracked change in it."""
    deleted = council.canaries.word("planted", "a tracked change")
    overlook(deleted, monkeypatch)
    content = papers.docx("Lamps", **{"tracked deletion": deleted})
    publish(council, plain_report(council, original=council.house.file(content, "lamps.docx")))
    return "planted of a tracked change"


def exempt_appendix(council, monkeypatch):
    """An appendix is frozen as open though it is exempt."""
    monkeypatch.setattr("cleardays.workroom.meetings.proof._appendix", as_open)
    report = plain_report(council)
    content = papers.docx(council.canaries.word("planted", "an exempt appendix"))
    given = ("Appendix A", "Costs", content, "costs.docx")
    council.house.appendix(report, *given, exempt_under=(3,))
    publish(council, report)
    return "planted of an exempt appendix"


def as_open(appendix):
    from cleardays.workroom.meetings.snapshot import AppendixSnapshot

    return AppendixSnapshot(appendix.pk, appendix.label, appendix.public_title)


def what_was_recalled(council, monkeypatch):
    """A recall leaves the content where it was."""
    monkeypatch.setattr("cleardays.record.log._delete", lambda *given: None)
    note = council.canaries.word("planted", "a recalled note")
    recall(council.house, publish(council, note=note), "a planted recall")
    council.house.carry()
    return "planted of a recalled note"


def header(council, monkeypatch):
    """An answer names the officer in a header."""
    post = council.house.user(council.house.clerk).post
    settle = "cleardays.site.middleware._settle_headers"
    monkeypatch.setattr(settle, lambda response: response.__setitem__("X-Officer", post))
    return "accounts.User.post"


def feed(council, monkeypatch):
    """The feed says who published."""
    email = User.objects.first().email
    monkeypatch.setattr("cleardays.site.feeds._summary", lambda row: f"By {email}")
    return "accounts.User.email"


PLANTS = (
    private_title, passage_left_out, metadata_of_a_pdf, tracked_change, exempt_appendix,
    what_was_recalled, header, feed,
)  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS, ids=[plant.__name__ for plant in PLANTS])
def test_the_crawl_finds(council, monkeypatch, plant):
    place = plant(council, monkeypatch)

    assert seen(council).startswith(place)


@pytest.mark.parametrize(
    ("template", "beginning"),
    [("site/about.html", "/"), ("site/not_found.html", "/nowhere/"), ("site/entry.html", "/")],
)
def test_the_crawl_finds_a_word_that_a_template_prints(
    council, planted, settings, tmp_path, template, beginning
):
    page = tmp_path / "templates" / template
    page.parent.mkdir(parents=True)
    page.write_text(f"<!doctype html><title>{planted('a template')}</title>")
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [tmp_path / "templates"]
    settings.TEMPLATES = templates

    assert seen(council, [beginning]).startswith("planted of a template")


def test_a_search_finds_a_word_that_only_the_index_has(council, planted, public):
    writer = writer_of(open_to_write())
    writer.add_document(tantivy.Document(ref=["meetings/x"], body=[planted("the index")]))
    writer.commit()
    writer.wait_merging_threads()

    found = test_leaks.found_for(public, planted("the index"))

    assert found != test_leaks.found_for(public, test_leaks.NOWHERE)


def test_a_recalled_word_that_lies_on_in_the_index_is_found(
    council, planted, monkeypatch, settings
):
    meeting = council.house.agenda(note=planted("an index that keeps it"))
    publish(council)
    monkeypatch.setattr("cleardays.record.followers.search._must_be_made_anew", lambda *_: False)
    recall(council.house, meeting, "a recall that the index ignores")
    council.house.carry()
    follow()

    with pytest.raises(AssertionError, match="an index that keeps it"):
        test_stores.test_the_search_index_has_no_canary(council, settings)


def test_a_word_in_the_record_is_found(council, planted):
    Content.objects.create(seq=999, salt="", body=planted("a content"))

    with pytest.raises(AssertionError, match="planted of a content in record_content"):
        test_stores.test_the_record_has_no_canary(council)


def test_a_word_of_the_workroom_in_the_letterbox_is_found(council, planted):
    Letter.objects.create(about="mistake", words=planted("a letter"), sent_at=NOW)

    with pytest.raises(AssertionError, match="planted"):
        test_stores.test_the_letterbox_has_unread_letters_and_no_other_canary(council)


def test_a_word_in_a_public_file_is_found(council, planted, settings):
    leaked = settings.PUBLIC_FILES / "aa" / "leaked"
    leaked.parent.mkdir(exist_ok=True)
    leaked.write_bytes(papers.pdf("Lamps", **{"data of a program": planted("a file")}))

    with pytest.raises(AssertionError, match="planted of a file in leaked"):
        test_stores.test_the_public_files_have_no_canary(council, settings)


def test_a_page_that_was_not_read_is_noticed(council, monkeypatch):
    crawl = Crawl(SiteClient(), council.canaries, council.robins).follow(["/about/"])
    crawl.routes.discard("about/")

    with pytest.raises(AssertionError, match="'about/'"):
        test_leaks.test_every_kind_of_page_was_read(crawl)


def test_a_crawl_that_sees_nothing_is_noticed(council):
    crawl = Crawl(SiteClient(), council.canaries, council.robins)

    with pytest.raises(AssertionError, match=r"people\.Committee\.purpose of the committee"):
        test_leaks.test_all_that_is_public_is_seen(crawl, council)
