"""Appendices on their way out: pictures and spreadsheets with what they show, or not at all."""

import json

import pytest

from cleardays.record.models import Current, Entry
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.meetings import actions
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.reports import actions as reports
from tests.factories.accounts import make_user
from tests.factories.published import IN_TIME, make_meeting, publish
from tests.factories.reports import make_cleared_report
from tests.readers.files.office import make_xlsx, png, sheet

SHOWS = "Nine lamps along the quay"


@pytest.fixture
def report(author, committee):
    return make_cleared_report(author, make_user("Clearer", committee, "clearer"), committee)


@pytest.fixture
def published(report, committee, clerk, deputy):
    """Publish a meeting with the report, and give back its public files."""

    def deed():
        officer, second = (viewer_of(one, IN_TIME.date()) for one in (clerk, deputy))
        meeting = make_meeting(committee, officer)
        actions.add_item(meeting, "Lamps", by=officer, at=IN_TIME, report=report)
        publish(meeting, officer, second)
        return json.loads(Current.objects.get(ref=f"reports/{report.slug}").body)["files"]

    return deed


def give(report, author, label, content, name, **more):
    given = reports.NewAppendix(label, "Lamps", [content], name, **more)
    reports.add_appendix(report, given, by=viewer_of(author, IN_TIME.date()), at=IN_TIME)


def test_a_picture_goes_out_with_what_it_shows(report, author, published):
    give(report, author, "Appendix A", png(), "map.png", description=SHOWS)

    _, picture = published()

    assert (picture["media_type"], picture["description"]) == ("image/png", SHOWS)


def test_of_an_exempt_picture_nothing_goes_out_but_its_title(report, author, published):
    give(
        report,
        author,
        "Appendix A",
        png(),
        "map.png",
        description=SHOWS,
        exempt_under=(3,),
        reasoning="Prices",
    )

    assert [one["role"] for one in published()] == ["pdf"]
    assert not [one for one in Entry.objects.all() if SHOWS in str(vars(one))]
    assert SHOWS not in Current.objects.get(ref=f"reports/{report.slug}").body


def test_a_spreadsheet_with_a_hidden_sheet_stops_the_publication(
    report, author, published, tmp_path
):
    path = make_xlsx(tmp_path / "a.xlsx", sheet(""), sheet(""), states=("visible", "hidden"))
    give(report, author, "Appendix A", path.read_bytes(), "costs.xlsx")

    with pytest.raises(Current.DoesNotExist):
        published()
    problems = [row.problem for row in Outgoing.objects.all()]
    assert any("A sheet is hidden: delete it, or show it." in one for one in problems)
