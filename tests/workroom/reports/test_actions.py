"""Reports: versions that never change, clearance, and what is kept from the public."""

import dataclasses

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.documents.reading import read_waiting
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
from cleardays.workroom.reports.parts import of_version
from cleardays.workroom.workflow.engine import Refused
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_upload
from tests.factories.people import make_committee
from tests.factories.reports import PARTS, make_report, mark_public


@pytest.fixture
def clearer(committee):
    return make_user("Director", committee, "clearer")


@pytest.fixture
def report(author, committee):
    return make_report(author, committee)


def versions(report):
    return ReportVersion.objects.unrestricted(because="a test").of(report)


def reread(report):
    return Report.objects.unrestricted(because="a test").get(pk=report.pk)


def change(report, by, **changed):
    parts = dataclasses.replace(of_version(latest(report)), **changed)
    return actions.save_version(report, parts, "To put it right", by=by, at=AT)


def test_a_report_made_of_a_file_has_its_parts_exactly_as_read(author, committee, viewer):
    upload = make_upload(author)
    read_waiting(AT)
    read = Upload.objects.visible_to(viewer(author)).get(pk=upload.pk)

    report = actions.create_from_draft(read, committee, by=viewer(author), at=AT)

    version = latest(report)
    assert version.title == "Repairing the lamps of the High Street"
    assert [words[:4] for words in version.recommendations] == ["Note", "Agre"]
    assert version.original_id == upload.file_id
    assert (version.background_papers, version.background_papers_stated) == ([], True)
    read.refresh_from_db()
    assert (read.state, read.report_id) == ("used", report.pk)


def test_one_upload_makes_one_report(author, committee, viewer):
    make_upload(author)
    read_waiting(AT)
    read = Upload.objects.visible_to(viewer(author)).get()
    actions.create_from_draft(read, committee, by=viewer(author), at=AT)

    with pytest.raises(Refused):
        actions.create_from_draft(read, committee, by=viewer(author), at=AT)
    assert Report.objects.unrestricted(because="a test").count() == 1


def test_an_unread_upload_makes_no_report(author, committee, viewer):
    with pytest.raises(Refused, match="has not been read"):
        actions.create_from_draft(make_upload(author), committee, by=viewer(author), at=AT)


def test_a_blank_report_needs_a_title(author, committee, viewer):
    with pytest.raises(Refused, match="title"):
        actions.create_blank(committee, "  ", by=viewer(author), at=AT)


def test_a_member_may_not_begin_a_report(member, committee, viewer):
    with pytest.raises(NotAllowed):
        actions.create_blank(committee, "Lamps", by=viewer(member), at=AT)


def test_an_author_may_not_write_for_another_committee(author, viewer):
    with pytest.raises(NotAllowed):
        actions.create_blank(make_committee(), "Lamps", by=viewer(author), at=AT)


def test_two_reports_of_one_title_have_two_addresses(author, committee):
    first, second = make_report(author, committee), make_report(author, committee)

    assert (first.slug, second.slug) == ("repairing-the-lamps", "repairing-the-lamps-2")


def test_saving_adds_a_version_and_leaves_the_one_before(report, author, viewer):
    version = change(report, viewer(author), background="<p>Ten are dark.</p>")

    assert version.number == 2
    first = versions(report).get(number=1)
    assert first.background == "<p>Nine lamps are dark.</p>"
    assert AuditEvent.objects.about(report).first().sentence == "saved version 2"


def test_saving_what_is_there_already_adds_nothing(report, author, viewer):
    assert change(report, viewer(author)).number == 1


def test_html_is_cleaned_before_it_is_stored(report, author, viewer):
    attack = "<p>Lamps<script>alert(1)</script><img src=x onerror=alert(1)></p>"

    version = change(
        report,
        viewer(author),
        background=attack,
        recommendations=(attack,),
        implications=(("Risk", attack),),
    )

    stored = f"{version.background}{version.recommendations}{version.implications}"
    assert "script" not in stored
    assert "onerror" not in stored


def test_of_two_who_edit_at_once_the_second_is_told(report, author, clerk, viewer):
    change(report, viewer(clerk), background="<p>Ten.</p>")
    mine = dataclasses.replace(PARTS, background="<p>Eleven.</p>")

    with pytest.raises(Refused, match="Democratic Services Officer has saved version 2"):
        actions.save_version(report, mine, "", by=viewer(author), at=AT, based_on=1)
    assert versions(report).count() == 2


def test_an_unread_passage_may_not_vanish(author, committee, viewer):
    report = make_report(author, committee, unread=("A stray sentence.",))

    with pytest.raises(Refused, match="stray sentence"):
        change(report, viewer(author), unread=())


@pytest.mark.parametrize(
    "kept",
    [
        {"background": "<p>A <em>stray</em> sentence.</p>"},
        {"left_out": ({"text": "A stray sentence.", "why": "A page header"},)},
    ],
)
def test_an_unread_passage_is_settled_by_a_place_or_a_reason(author, committee, viewer, kept):
    report = make_report(author, committee, unread=("A stray sentence.",))

    assert change(report, viewer(author), unread=(), **kept).unread == []


def test_the_address_follows_the_title_until_it_is_public(report, author, viewer):
    change(report, viewer(author), title="New lamps")
    assert reread(report).slug == "new-lamps"
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    change(report, viewer(author), title="Newer lamps")

    assert reread(report).slug == "new-lamps"


def test_a_published_report_that_was_recalled_keeps_its_address(report, author, viewer):
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)
    Report.objects.unrestricted(because="a recall").update(is_published=False)

    change(reread(report), viewer(author), title="Newer lamps")

    assert reread(report).slug == "repairing-the-lamps"


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ({"title": ""}, "title"),
        ({"recommendations": ()}, "recommendation"),
        ({"background_papers_stated": False}, "background papers"),
        ({"unread": ("Stray.",)}, "1 passage waits"),
    ],
)
def test_a_report_with_something_missing_is_not_sent_for_clearance(
    author, committee, viewer, missing, reason
):
    report = make_report(author, committee, **missing)

    with pytest.raises(Refused, match=reason):
        actions.submit_for_clearance(report, by=viewer(author), at=AT)
    assert reread(report).state == "draft"


def test_the_list_of_background_papers_is_asked_for_with_its_authority(author, committee, viewer):
    report = make_report(author, committee, background_papers_stated=False)

    with pytest.raises(Refused, match=r"Local Government Act 1972, s\.100D\(1\)"):
        actions.submit_for_clearance(report, by=viewer(author), at=AT)


def test_a_report_without_recommendation_passes_with_a_reason(author, committee, viewer):
    report = make_report(
        author, committee, recommendations=(), without_recommendations="For information"
    )

    assert actions.submit_for_clearance(report, by=viewer(author), at=AT).state == "clearance"


def test_clearing_needs_a_clearer(report, author, clearer, viewer):
    actions.submit_for_clearance(report, by=viewer(author), at=AT)

    with pytest.raises(Refused, match="may not clear"):
        actions.clear(report, by=viewer(author), at=AT)
    cleared = actions.clear(report, by=viewer(clearer), at=AT)
    assert (cleared.state, cleared.cleared_at) == ("cleared", AT)


def test_sending_back_needs_a_reason(report, author, clearer, viewer):
    actions.submit_for_clearance(report, by=viewer(author), at=AT)

    with pytest.raises(Refused, match="reason"):
        actions.send_back(report, " ", by=viewer(clearer), at=AT)
    assert actions.send_back(report, "No costs", by=viewer(clearer), at=AT).state == "draft"
    assert AuditEvent.objects.about(report).first().reason == "No costs"


def test_a_new_version_after_clearance_has_to_be_cleared_again(report, author, clearer, viewer):
    actions.submit_for_clearance(report, by=viewer(author), at=AT)
    actions.clear(report, by=viewer(clearer), at=AT)

    change(report, viewer(author), background="<p>Ten.</p>")

    assert reread(report).state == "draft"


def test_nobody_acts_on_a_report_that_they_may_not_see(report, viewer):
    stranger = viewer(make_user("Stranger", make_committee(), "clearer"))

    for deed in (actions.submit_for_clearance, actions.clear):
        with pytest.raises(NotAllowed):
            deed(report, by=stranger, at=AT)
    with pytest.raises(NotAllowed):
        change(report, stranger, title="Mine")


def new_appendix(**fields):
    values = {
        "label": "Appendix A",
        "public_title": "Map",
        "pieces": [b"Map"],
        "name": "map.txt",
    }
    return actions.NewAppendix(**{**values, **fields})


def test_an_appendix_keeps_its_file(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)

    assert (appendix.file.name, appendix.exempt_under) == ("map.txt", "")


def test_two_appendices_may_not_have_one_label(report, author, viewer):
    actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)

    with pytest.raises(Refused, match="Appendix A already"):
        actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)


@pytest.mark.parametrize(
    "wrong", [{"name": "page.html"}, {"pieces": [b""]}, {"label": " "}, {"public_title": ""}]
)
def test_an_appendix_that_few_can_open_or_that_says_nothing_is_refused(
    report, author, viewer, wrong
):
    with pytest.raises(Refused):
        actions.add_appendix(report, new_appendix(**wrong), by=viewer(author), at=AT)


def test_a_paragraph_that_makes_nothing_exempt_is_refused(report, author, viewer):
    with pytest.raises(Refused, match="Paragraph 9"):
        actions.add_appendix(report, new_appendix(exempt_under=(9,)), by=viewer(author), at=AT)


@pytest.mark.parametrize("reasoning", ["", " "])
def test_an_exempt_appendix_weighs_the_public_interest(report, author, viewer, reasoning):
    exempt = new_appendix(exempt_under=(3,), reasoning=reasoning)

    with pytest.raises(Refused, match=r"outweighs that in disclosing .*Sch 12A para 10"):
        actions.add_appendix(report, exempt, by=viewer(author), at=AT)


def test_why_an_appendix_is_exempt_is_kept_with_it_and_out_of_the_journal(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)

    marked = actions.mark_appendix_exempt(appendix, [3], "Prices", by=viewer(author), at=AT)

    assert marked.exempt_reasoning == "Prices"
    assert "Prices" not in AuditEvent.objects.about(report).first().reason


def test_an_author_may_keep_their_own_appendix_back_but_not_open_it(report, author, clerk, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    marked = actions.mark_appendix_exempt(appendix, [3], "Prices", by=viewer(author), at=AT)
    assert marked.exempt_under == "3"

    with pytest.raises(NotAllowed):
        actions.mark_appendix_exempt(appendix, [], "No longer", by=viewer(author), at=AT)
    opened = actions.mark_appendix_exempt(appendix, [], "No longer", by=viewer(clerk), at=AT)
    assert opened.exempt_under == ""


def test_a_public_appendix_is_recalled_before_it_is_marked_exempt(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    mark_public(report, author)

    with pytest.raises(Refused, match="Appendix A is public: recall the report"):
        actions.mark_appendix_exempt(appendix, [3], "Prices", by=viewer(author), at=AT)


def test_a_report_waits_while_an_open_appendix_could_not_be_published(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    actions.note_obstacles(appendix, ["A comment was left out."], by=viewer(author), at=AT)

    with pytest.raises(Refused, match="Appendix A cannot be published as it is: put a mended"):
        actions.submit_for_clearance(report, by=viewer(author), at=AT)

    actions.mark_appendix_exempt(appendix, [3], "Prices", by=viewer(author), at=AT)
    assert actions.submit_for_clearance(report, by=viewer(author), at=AT).state == "clearance"


def test_a_mended_file_takes_the_place_of_the_old_one(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    actions.note_obstacles(appendix, ["A comment was left out."], by=viewer(author), at=AT)

    mended = actions.replace_appendix(appendix, [b"New"], "new.txt", by=viewer(author), at=AT)

    assert (mended.file.name, mended.obstacles) == ("new.txt", [])
    assert StoredFile.objects.filter(name="map.txt").exists()
    assert actions.submit_for_clearance(report, by=viewer(author), at=AT).state == "clearance"


def test_the_file_of_a_published_appendix_is_not_replaced(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    with pytest.raises(Refused, match="correction"):
        actions.replace_appendix(appendix, [b"New"], "new.txt", by=viewer(author), at=AT)


def test_an_appendix_of_a_published_report_stays(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    with pytest.raises(Refused, match="published"):
        actions.remove_appendix(appendix, "Wrong", by=viewer(author), at=AT)


def test_an_appendix_of_a_draft_is_taken_off_with_a_reason(report, author, viewer):
    appendix = actions.add_appendix(report, new_appendix(), by=viewer(author), at=AT)

    actions.remove_appendix(appendix, "Wrong", by=viewer(author), at=AT)

    assert not Appendix.objects.unrestricted(because="a test").exists()
    assert AuditEvent.objects.about(report).first().sentence == "took Appendix A off the report"


def test_an_exempt_report_is_seen_by_its_author_and_those_cleared_for_it(
    report, author, clerk, committee, viewer
):
    colleague = make_user("Other author", committee, "author")
    actions.mark_report_exempt(report, [1, 2], "About a person", by=viewer(clerk), at=AT)

    seen = {
        user.post: Report.objects.visible_to(viewer(user)).exists()
        for user in (author, clerk, colleague)
    }
    assert seen == {
        "Head of Inclusion": True,
        "Democratic Services Officer": True,
        "Other author": False,
    }
    assert reread(report).exempt_under == "1,2"


def test_the_reason_for_keeping_a_report_back_is_not_in_the_journal(report, clerk, viewer):
    actions.mark_report_exempt(report, [1], "About the lamplighter", by=viewer(clerk), at=AT)

    assert not [e for e in AuditEvent.objects.all() if "lamplighter" in e.reason]


def test_a_published_report_is_not_marked_exempt_behind_the_publics_back(
    report, author, clerk, viewer
):
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    with pytest.raises(Refused, match="recall"):
        actions.mark_report_exempt(report, [1], "About a person", by=viewer(clerk), at=AT)


def test_members_see_the_published_version_and_no_later_one(report, author, member, viewer):
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)
    change(report, viewer(author), background="<p>Secret draft.</p>")

    seen = ReportVersion.objects.visible_to(viewer(member)).of(report)

    assert [version.number for version in seen] == [1]
