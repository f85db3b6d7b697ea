"""Versions as they were published, what changed, and tombstones."""

from datetime import timedelta

from tests.factories.record import WHEN, a_report, changed, publish, recall
from tests.site.words import text


def test_every_version_stays_readable_as_it_was(public, council):
    publish(changed(council.report, title="Second title"), at=WHEN + timedelta(days=2))

    first = text(public.get(f"/{council.report.ref}/versions/1/"))
    now = text(public.get(f"/{council.report.ref}/"))

    assert council.report.title in first
    assert "This is version 1, as it was published 5 January 2026 at 9am" in first
    assert "Second title" in now
    assert "An earlier version" not in now


def test_the_list_of_versions_links_what_can_be_read_and_compared(public, council):
    publish(changed(council.report, title="Second title"))

    page = public.get(f"/{council.report.ref}/versions/").content.decode()

    assert f'href="/{council.report.ref}/versions/1/"' in page
    assert f'href="/{council.report.ref}/changes/1-2/"' in page


def test_what_changed_is_shown_word_by_word(public, council):
    other = changed(council.report, background="<h3>The visit</h3><p>Inspectors came in May.</p>")
    publish(other)

    page = public.get(f"/{council.report.ref}/changes/1-2/").content.decode()

    assert "<del>November</del><ins>May</ins>" in page
    assert "Background and advice" in page
    assert "Executive summary" not in page


def test_words_that_changed_are_escaped(public):
    report = a_report(title="One <script>")
    publish(report)
    publish(changed(report, title="Two <script>"))

    assert "<script>" not in public.get(f"/{report.ref}/changes/1-2/").content.decode()


def test_a_recalled_version_says_why_and_cannot_be_compared(public, council):
    publish(changed(council.report, title="Second title"))
    recall(council.report.ref, "It named somebody", versions=[1])

    gone = public.get(f"/{council.report.ref}/versions/1/")

    assert gone.status_code == 410
    assert "It named somebody" in text(gone)
    assert public.get(f"/{council.report.ref}/changes/1-2/").status_code == 404
    assert public.get(f"/{council.report.ref}/versions/2/").status_code == 200
    assert public.get(f"/{council.report.ref}/").status_code == 200


def test_a_tombstone_says_why_and_nothing_of_what_was_there(public, council):
    recall(council.report.ref, "It named somebody")

    for address in ("", "versions/1/", "versions/2/"):
        page = public.get(f"/{council.report.ref}/{address}")
        assert page.status_code == 410
        assert "It named somebody" in text(page)
        assert council.report.title not in text(page)


def test_a_list_of_versions_survives_a_recall(public, council):
    recall(council.report.ref, "It named somebody")

    page = public.get(f"/{council.report.ref}/versions/")

    assert page.status_code == 200
    assert "Recalled: It named somebody." in text(page)
    assert "its words have been recalled" in text(page)


def test_versions_that_were_never_published_are_not_found(public, council):
    ref = council.report.ref

    for address in (f"/{ref}/versions/9/", f"/{ref}/changes/1-9/", "/reports/none/versions/"):
        assert public.get(address).status_code == 404


def test_each_page_leads_to_what_changed_since_it_was_first_published(public, council):
    ref = council.report.ref
    publish(changed(council.report, title="Second title"))
    publish(changed(council.report, title="Third title"))

    assert f'href="/{ref}/changes/"' in public.get(f"/{ref}/").content.decode()
    assert public.get(f"/{ref}/changes/")["Location"] == f"/{ref}/changes/1-3/"


def test_any_two_versions_can_be_compared_in_either_order(public, council):
    ref = council.report.ref
    publish(changed(council.report, title="Second title"))
    publish(changed(council.report, title="Third title"))

    versions = text(public.get(f"/{ref}/versions/"))

    assert "What changed from version" in versions
    assert public.get(f"/{ref}/changes/?from=3&to=2")["Location"] == f"/{ref}/changes/2-3/"
    assert public.get(f"/{ref}/changes/?from=2&to=2")["Location"] == f"/{ref}/versions/"
    assert public.get(f"/{ref}/changes/?from=x&to=9")["Location"] == f"/{ref}/changes/1-3/"


def test_what_was_recalled_is_not_offered_to_be_compared(public, council):
    ref = council.report.ref
    publish(changed(council.report, title="Second title"))
    publish(changed(council.report, title="Third title"))
    recall(ref, "It named somebody", versions=[1])

    assert public.get(f"/{ref}/changes/?from=1")["Location"] == f"/{ref}/changes/2-3/"


def test_every_page_says_who_published_it(public, council):
    assert "by Borough Council Version 1" in text(public.get(f"/{council.report.ref}/"))
