"""What pages say about a report."""

from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import ReportVersion
from cleardays.workroom.reports.presenting import (
    came_back,
    exempt_in_words,
    facts_of,
    not_added,
    refusals_of,
    steps_of,
    works_on,
)
from tests.factories.accounts import make_user
from tests.factories.documents import AT
from tests.factories.reports import make_report


def test_facts_that_a_report_has_not_are_left_out(author, committee):
    facts = facts_of(latest(make_report(author, committee)))

    assert facts == [("Committee", "Bins and Lamps Committee")]


def test_paragraphs_are_said_with_what_they_are_about():
    assert exempt_in_words("1,2").startswith("paragraph 1, about any individual; paragraph 2")
    assert exempt_in_words("") == ""


def test_what_was_sent_back_is_known_until_it_is_cleared(author, clerk, committee):
    report = make_report(author, committee)
    by_author, by_clerk = viewer_of(author, AT.date()), viewer_of(clerk, AT.date())
    assert came_back(report) is None

    report = actions.submit_for_clearance(report, by=by_author, at=AT)
    report = actions.send_back(report, "Say where the money is from", by=by_clerk, at=AT)

    sent = came_back(report)
    assert (sent.actor, sent.reason) == (by_clerk.name, "Say where the money is from")
    report = actions.submit_for_clearance(report, by=by_author, at=AT)
    assert came_back(report) == sent
    assert came_back(actions.clear(report, by=by_clerk, at=AT)) is None


def test_an_appendix_that_is_referred_to_and_was_not_added_is_named():
    version = ReportVersion(appendices=["Appendix A: Map", "Appendix AB", "Appendix C"])

    assert not_added(version, ["appendix a", "Appendix B"]) == ["Appendix AB", "Appendix C"]


def test_a_refusal_carries_its_authority(author, committee):
    report = make_report(author, committee, background_papers_stated=False)
    (refusal,) = refusals_of(report, viewer_of(author, AT.date()))

    assert refusal.authority.startswith("Local Government Act 1972")
    assert refusal.source.startswith("https://")
    assert (refusal.next_step, refusal.next_href) == (
        "Correct the parts",
        f"{report.get_absolute_url()}edit/",
    )
    clearer = make_user("Clearer", committee, "clearer")
    assert refusals_of(report, viewer_of(clearer, AT.date()))[0].next_href == ""


def test_a_refusal_over_an_appendix_leads_to_the_appendices(author, committee, viewer):
    report = make_report(author, committee)
    given = actions.NewAppendix("Appendix A", "Map", [b"Map"], "map.txt")
    appendix = actions.add_appendix(report, given, by=viewer(author), at=AT)
    actions.note_obstacles(appendix, ["A comment was left out."], by=viewer(author), at=AT)

    (refusal,) = refusals_of(report, viewer(author))

    assert (refusal.next_step, refusal.next_href) == ("See what is wrong in it", "#appendices")


def test_a_step_that_something_stands_against_is_not_open(author, committee, viewer):
    report = make_report(author, committee, title="")

    (step,) = steps_of(report, viewer(author), AT)

    assert (step.name, step.is_open) == ("submit", False)


def test_who_only_reads_does_not_work_on_a_report(author, clerk, member, committee, viewer):
    report = make_report(author, committee)
    partner = make_user("Partner officer", committee, "partner")

    works = [works_on(viewer(user), report) for user in (author, clerk, member, partner)]

    assert works == [True, True, False, False]
