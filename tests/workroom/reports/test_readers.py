"""Those who read reports and work on none see what is public of them, and change nothing."""

from dataclasses import replace

import pytest
from django.urls import reverse

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.meetings.actions import recall
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import Report, ReportVersion
from tests.factories.accounts import make_user
from tests.factories.documents import AT
from tests.factories.reports import PARTS, mark_public
from tests.workroom.reports.pages import page, status

PAGES = ("edit", "add_appendix", "exempt")
DRAFT = "The price of the mill"


@pytest.fixture
def partner(committee):
    """Somebody of a partner body, who writes reports of their own to this committee."""
    return make_user("Partner officer", committee, "partner")


def save(report, author, viewer, **changed):
    parts = replace(PARTS, **changed)
    return actions.save_version(report, parts, "Corrected", by=viewer(author), at=AT)


def numbers_seen(user, report, viewer):
    seen = ReportVersion.objects.visible_to(viewer(user)).of(report)
    return [version.number for version in seen]


@pytest.mark.parametrize("name", PAGES)
def test_a_partner_finds_no_form_to_change_what_others_publish(
    signed_in, author, partner, report, name
):
    mark_public(report, author)

    assert status(signed_in(partner), reverse(f"reports:{name}", args=[report.pk])) == 404


def test_a_partner_is_not_shown_the_original_beside_the_form(
    signed_in, author, partner, read_report
):
    mark_public(read_report, author)

    body = page(signed_in(partner), "edit", read_report.pk)

    assert "The lamps went out in a storm" not in body


def test_a_partner_takes_no_step_of_clearance(signed_in, author, partner, viewer, report):
    mark_public(report, author)
    save(report, author, viewer, recommendations=())

    response = signed_in(partner).post(reverse("reports:step", args=[report.pk, "submit"]))

    assert response.status_code == 404
    with pytest.raises(NotAllowed):
        actions.submit_for_clearance(report, by=viewer(partner), at=AT)


def test_a_partner_cannot_save_over_a_draft_nor_learn_what_it_says(
    author, partner, viewer, report
):
    mark_public(report, author)
    save(report, author, viewer, unread=(DRAFT,))

    with pytest.raises(NotAllowed) as refusal:
        save(report, partner, viewer, title="Mine")

    assert DRAFT not in str(refusal.value)
    assert latest(report).number == 2


def test_a_partner_corrects_the_report_that_is_their_own(partner, viewer, committee):
    own = actions.create(committee, PARTS, by=viewer(partner), at=AT)

    save(own, partner, viewer, title="Mine")

    assert latest(own).title == "Mine"


def test_a_draft_between_two_public_versions_stays_with_those_who_see_drafts(
    author, clerk, member, partner, viewer, report
):
    mark_public(report, author)
    save(report, author, viewer, background=f"<p>{DRAFT}</p>")
    save(report, author, viewer, background="<p>Ten lamps are dark.</p>")
    mark_public(report, author)

    seen = [numbers_seen(user, report, viewer) for user in (clerk, author, member, partner)]

    assert seen == [[3, 2, 1], [3, 2, 1], [3, 1], [3, 1]]


def test_what_was_recalled_is_not_shown_again_with_what_follows_it(
    author, clerk, member, viewer, report
):
    mark_public(report, author)
    recall(report, reason="It named a family.", by=viewer(clerk), at=AT)
    save(report, author, viewer, background="<p>Ten lamps are dark.</p>")
    mark_public(report, author)

    assert numbers_seen(member, report, viewer) == [2]
    assert Report.objects.visible_to(viewer(member)).get().is_published


def test_an_appendix_that_no_agenda_names_yet_is_a_draft(
    signed_in, author, clerk, member, partner, viewer, report
):
    mark_public(report, author)
    new = actions.NewAppendix("Appendix B", DRAFT, [b"Map"], "map.txt")
    file = actions.add_appendix(report, new, by=viewer(author), at=AT).file_id
    address = reverse("documents:file", args=[file])

    assert [status(signed_in(user), address) for user in (member, partner)] == [404, 404]
    assert status(signed_in(clerk), address) == 200
    assert DRAFT not in page(signed_in(partner), "detail", report.pk)
    assert DRAFT in page(signed_in(clerk), "detail", report.pk)
