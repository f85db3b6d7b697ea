import json

import pytest

from cleardays.law.exclusion import Secrecy
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import Exemption
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    IN_TIME,
    PRIVATE,
    attach,
    items_of,
    make_meeting,
    publish,
    seen_by,
)


def decisions(item):
    return list(Exemption.objects.unrestricted(because="a test looks").filter(item=item))


@pytest.fixture
def item(clerk, committee):
    return items_of(make_meeting(clerk, committee, "A lease of the mill"))[0]


def test_marking_exempt_splits_the_titles_over_two_tables(item, clerk):
    marked = actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    (decision,) = decisions(item)
    assert (marked.exempt_under, marked.public_title) == ("3", "A lease")
    assert decision.private_title == PRIVATE["private_title"]
    assert decision.decided_by == "Democratic Services Officer"


def test_private_words_never_reach_the_journal(item, clerk):
    actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    written = json.dumps(list(AuditEvent.objects.values("sentence", "before", "after", "reason")))
    assert "Quillfeather" not in written
    assert "price would suffer" not in written


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"paragraphs": []}, "Name the paragraph"),
        ({"paragraphs": [12]}, "for Wales"),
        ({"reasoning": " "}, "public interest"),
        ({"public_title": PRIVATE["private_title"].upper()}, "of its own"),
    ],
)
def test_what_the_law_does_not_allow_is_refused_and_changes_nothing(item, clerk, changed, why):
    with pytest.raises(Refused, match=why):
        actions.mark_exempt(item, **{**GROUNDS, **changed}, by=seen_by(clerk), at=EARLY)

    assert decisions(item) == []
    assert items_of(item.meeting)[0].is_open


def test_an_author_may_not_mark_items(item, author):
    with pytest.raises(NotAllowed):
        actions.mark_exempt(item, **GROUNDS, by=seen_by(author), at=EARLY)


def test_deciding_anew_keeps_the_decision_before(item, clerk):
    actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    actions.mark_exempt(item, **{**GROUNDS, "paragraphs": [1, 2]}, by=seen_by(clerk), at=IN_TIME)

    newest, oldest = decisions(item)
    assert (oldest.paragraphs, oldest.ended_at) == ("3", IN_TIME)
    assert (newest.paragraphs, newest.ended_at) == ("1,2", None)


def test_opening_an_item_needs_a_reason_and_ends_the_decision(item, clerk):
    actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    with pytest.raises(Refused, match="Say why"):
        actions.mark_open(item, reason="", by=seen_by(clerk), at=IN_TIME)
    opened = actions.mark_open(item, reason="The lease is signed", by=seen_by(clerk), at=IN_TIME)

    assert opened.is_open
    assert decisions(item)[0].ended_at == IN_TIME


def test_a_confidential_item_is_not_exempt_and_names_no_paragraph(item, clerk):
    actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    marked = actions.mark_confidential(
        item, secrecy=Secrecy.BARRED_BY_LAW, **PRIVATE, by=seen_by(clerk), at=EARLY
    )

    assert (marked.is_confidential, marked.exempt_under) == (True, "")


def test_an_item_can_be_exempt_from_the_start(clerk, committee):
    meeting = make_meeting(clerk, committee, "One")

    item = actions.add_exempt_item(meeting, **GROUNDS, by=seen_by(clerk), at=EARLY)

    assert (item.position, item.public_title, item.paragraphs) == (2, "A lease", (3,))


def test_the_report_is_held_back_with_its_item(item, clerk, author):
    report = attach(item, author, clerk, clerk)

    actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=EARLY)

    held = Report.objects.unrestricted(because="a test looks").get(pk=report.pk)
    assert (held.is_exempt, held.exempt_under) == (True, "3")


def test_what_is_public_is_recalled_before_it_is_marked(item, clerk, deputy, author):
    attach(item, author, clerk, clerk)
    publish(item.meeting, clerk, deputy)

    with pytest.raises(Refused, match="recall the report first"):
        actions.mark_exempt(item, **GROUNDS, by=seen_by(clerk), at=IN_TIME)

    assert decisions(item) == []


def test_what_the_law_opens_to_every_member_is_not_kept_to_a_few(item, clerk):
    grounds = {**GROUNDS, "is_negotiation": False, "only_for": ["Chair"]}

    with pytest.raises(Refused, match="opens this to every member"):
        actions.mark_exempt(item, **grounds, by=seen_by(clerk), at=EARLY)

    assert decisions(item) == []


@pytest.mark.parametrize(
    ("paragraphs", "is_negotiation", "expected"),
    [([3], False, True), ([3], True, False), ([6], True, True), ([1, 3], False, False)],
)
def test_the_law_settles_what_members_may_see(item, clerk, paragraphs, is_negotiation, expected):
    grounds = {**GROUNDS, "paragraphs": paragraphs, "is_negotiation": is_negotiation}

    actions.mark_exempt(item, **grounds, by=seen_by(clerk), at=EARLY)

    assert decisions(item)[0].is_open_to_members is expected
