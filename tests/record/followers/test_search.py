"""The index follows the log, forgets what is recalled, and can be made anew."""

import pytest

from cleardays.record.followers import search
from cleardays.record.followers.finding import find
from cleardays.record.followers.index import IndexBusy, NotBuilt, folder, open_to_write, writer_of
from cleardays.record.models import Entry
from tests.factories.record import (
    INSPECTION,
    a_committee,
    a_meeting,
    a_plan,
    a_report,
    an_action,
    an_area,
    an_ask,
    an_inspection,
    an_item,
    changed,
    publish,
    recall,
)


def refs(words, **fields):
    return [hit.ref for hit in find(words, **fields).hits]


def test_a_published_report_is_found_by_a_word_of_it_however_it_ends():
    report = a_report()
    publish(report)

    search.follow()

    assert refs("inspecting weakness") == [report.ref]


def test_how_a_thing_stands_is_nothing_that_one_looks_for():
    publish(an_ask(state_name="Waiting for an answer"))
    publish(an_inspection(areas=(an_area(label="Waiting for assessments"),)))

    search.follow()

    assert refs("waiting") == [INSPECTION.ref]


def test_words_are_shown_in_their_place_and_escaped():
    publish(a_report(background="<p>Costs &lt; income in the <em>treasury</em> account.</p>"))
    search.follow()

    hit = find("treasury").hits[0]

    assert hit.heading == "Background and advice"
    assert hit.anchor == "background"
    assert "Costs &lt; income in the <mark>treasury</mark> account" in hit.words


def test_each_committee_is_searched_by_itself():
    publish(a_committee())
    publish(a_report())
    search.follow()

    assert refs("inspection", committee="committees/scrutiny")
    assert refs("inspection", committee="committees/other") == []


def test_the_title_weighs_more_than_the_text():
    in_text = a_report(title="Budget", background="<p>libraries</p>")
    in_title = a_report(title="Libraries", background="<p>budget</p>")
    publish(in_text)
    publish(in_title)
    search.follow()

    assert refs("libraries") == [in_title.ref, in_text.ref]


def test_a_new_version_takes_the_place_of_the_old():
    report = a_report(background="<p>aardvark</p>")
    publish(report)
    search.follow()
    publish(changed(report, background="<p>zebra</p>"))

    assert search.follow() == 1

    assert refs("aardvark") == []
    assert refs("zebra") == [report.ref]


def test_what_is_recalled_leaves_the_index_and_the_disk():
    report = a_report(background="<p>aardvark</p>")
    publish(report)
    publish(a_report())
    search.follow()
    recall(report.ref)

    search.follow()

    assert find("aardvark").total == 0
    assert find("inspection").total == 1
    kept = b"".join(path.read_bytes() for path in folder().iterdir())
    assert b"aardvark" not in kept


def test_what_is_recalled_is_not_shown_even_before_the_index_has_followed():
    report = a_report(background="<p>aardvark</p>")
    publish(report)
    search.follow()

    recall(report.ref)

    assert refs("aardvark") == []


def test_following_twice_reads_nothing_the_second_time():
    publish(a_report())

    assert (search.follow(), search.follow()) == (1, 0)


def test_a_rebuilt_index_finds_the_same():
    for n in range(5):
        publish(a_report(background=f"<p>aardvark number {n}</p>"))
    publish(a_meeting(items=(an_item("1", "Aardvarks"),)))
    recall("reports/" + Entry.objects.get(seq=2).ref.partition("/")[2])
    search.follow()
    before = find("aardvark")

    search.rebuild()

    assert find("aardvark") == before
    assert before.total == 5


def test_an_index_of_another_record_is_made_anew():
    publish(a_report(background="<p>aardvark</p>"))
    search.follow()
    index = open_to_write()
    writer = writer_of(index)
    writer.delete_documents_by_term("ref", search.POSITION)
    writer.add_document(
        search.tantivy.Document(ref=[search.POSITION], seq=[1], shown=["another hash"])
    )
    writer.commit()
    writer.wait_merging_threads()
    publish(a_report(background="<p>zebra</p>"))

    assert search.follow() == 2


def test_without_an_index_it_is_said_that_there_is_none():
    with pytest.raises(NotBuilt):
        find("anything")


def test_a_second_writer_is_told_to_wait():
    publish(a_report())
    writer = writer_of(open_to_write())

    with pytest.raises(IndexBusy):
        search.follow()
    del writer


def test_a_reader_sees_what_a_writer_commits_later():
    publish(a_report(background="<p>aardvark</p>"))
    search.follow()
    assert refs("aardvark")

    publish(a_report(background="<p>zebra</p>"))
    search.follow()

    assert refs("zebra")


def test_when_no_paper_has_all_words_those_with_some_are_found_and_it_is_said():
    publish(a_report(background="<p>aardvark</p>"))
    search.follow()

    found = find("aardvark unicorn")

    assert len(found.hits) == 1
    assert not found.has_all_words


@pytest.mark.parametrize("typed", ["", "   ", '"', "AND OR", "title:x", "(((", "*", "a" * 5000])
def test_nothing_that_can_be_typed_breaks_it(typed):
    publish(a_report())
    search.follow()

    assert find(typed).hits == ()


def test_colons_and_brackets_are_only_punctuation():
    report = a_report(title="Item: budget (draft)")
    publish(report)
    search.follow()

    assert refs("item: budget (draft)") == [report.ref]


def test_a_phrase_in_quotation_marks_is_found_as_it_stands():
    publish(a_report(background="<p>action plan</p>", title="One", recommendations=()))
    publish(a_report(background="<p>plan of action</p>", title="Two", recommendations=()))
    search.follow()

    assert len(refs('"action plan"')) == 1


def test_a_later_page_goes_on():
    for n in range(21):
        publish(a_report(background=f"<p>aardvark {n}</p>"))
    search.follow()

    assert len(find("aardvark", page=1).hits) == 20
    assert len(find("aardvark", page=2).hits) == 1


@pytest.mark.parametrize(
    "typed",
    ["EHCP", "ehcps", "ehc plan", "EHCP delays", "SEND delays", "wsoa"],
)
def test_a_short_name_finds_what_papers_write_in_full(typed):
    words = "<p>Education, health and care plans and their delays. Special educational needs.</p>"
    report = a_report(title="Written statement of action", background=words)
    publish(report)
    publish(a_report(title="Roads", background="<p>Potholes and delays in care.</p>"))
    search.follow()

    assert refs(typed)[0] == report.ref


def test_a_hit_leads_to_its_action_and_its_area():
    publish(a_plan(actions=(an_action("A 7", "Hire unicorns"),)))
    publish(an_inspection(areas=(an_area(label="Waiting for wizards"),)))
    search.follow()

    assert find("unicorns").hits[0].anchor == "action-A-7"
    assert find("wizards").hits[0].anchor == "area-1"
