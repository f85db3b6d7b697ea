"""`cleardays demo` from outside: loaded once into an empty folder, served, started again."""

import json
import signal
import socket
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from cleardays.cli.demonstration import case, story
from cleardays.progress.actions import dates_of
from cleardays.progress.delivery import Delivery, delivery
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument
from tests.cli.conftest import Place
from tests.cli.test_serve import answer, free_port, started
from tests.demonstration import SAID, environment

INVENTED = "-inve"  # how the address of the invented measure ends: addresses are cut
SECRETS = (
    "Three offers for short breaks compared",
    "business affairs of the three bidders",
    "398,000",
    "two parents have to leave then",
    "What the Committee asked for, and what came of it (invented)",
    "Waiting for an autism assessment",
    "are the figures for March in yet",
    "who rings families that wait",
)
HEAD = """
from cleardays.record.models import Head
print(Head.objects.get().hash)
"""
PUBLIC = """
import json
from cleardays.record.models import Content, Current, Entry
print(json.dumps({
    "current": {row.ref: json.loads(row.body) for row in Current.objects.all()},
    "bodies": [row.body for row in Content.objects.all()],
    "stated": [[e.ref, str(e.stated_published_on), e.stated_source] for e in Entry.objects.all()],
}))
"""
PAGES = """
import json
from django.test import Client
from pypdfium2 import PdfDocument
from cleardays.record.models import Current
client = Client(SERVER_NAME="localhost")
paths = ["/", "/calendar/", "/committees/", "/record/", "/feed.atom", "/calendar.ics",
         "/search/?q=offers", "/search/?q=bidder", "/search/?q=invented"]
for row in Current.objects.all():
    paths += [f"/{row.ref}/", f"/{row.ref}/versions/", f"/{row.ref}/index.json"]
    if row.doc_type == "meeting":
        paths.append(f"/{row.ref}/notice/")
    for file in json.loads(row.body).get("files", []):
        paths.append(f"/files/{file['sha256']}/{file['name']}")
def words(answer):
    content = answer.getvalue() if answer.streaming else answer.content
    if answer["Content-Type"] == "application/pdf":
        return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))
    return content.decode()
answers = {path: client.get(path) for path in paths}
print(json.dumps({path: [a.status_code, words(a)] for path, a in answers.items()}))
"""
DEAD_LINKS = """
import json, re
from html import unescape
from urllib.parse import urldefrag, urljoin
from django.test import Client
client, origin = Client(SERVER_NAME="localhost"), "http://localhost/"
led_by, to_do, dead = {origin: ""}, [origin], []
while to_do:
    address = to_do.pop()
    answer = client.get("/" + address.removeprefix(origin))
    links = [answer["Location"]] if answer.has_header("Location") else []
    if answer.status_code >= 400:
        dead.append([answer.status_code, address, led_by[address]])
    elif answer["Content-Type"].startswith("text/html"):
        links = re.findall('(?:href|src)="([^"]*)"', answer.content.decode())
    for link in links:
        found = urldefrag(urljoin(address, unescape(link))).url
        if found.startswith(origin) and "/static/" not in found and found not in led_by:
            led_by[found] = address
            to_do.append(found)
print(json.dumps([len(led_by), dead]))
"""
WAITING = """
import json
from datetime import date
from django.utils.timezone import localdate
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.plans.models import Action, Update
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.models import Report
def who(key):
    return viewer_of(User.objects.get(email=f"{key}@demo.example"), localdate())
to_come = Meeting.objects.visible_to(who("deputy")).to_come(localdate())
print(json.dumps({
    "to_come": [[one.state, one.is_invented, bool(one.release_asked_at)] for one in to_come],
    "to_answer": Ask.objects.visible_to(who("partner")).filter(
        state="open", asked_of=who("partner").organisation_id).count(),
    "to_update": Action.objects.visible_to(who("partner")).filter(
        lead_body=who("partner").organisation_id, finished=None).count(),
    "to_take": Update.objects.visible_to(who("lead")).filter(state="draft").count(),
    "to_clear": Report.objects.visible_to(who("clearer")).filter(state="clearance").count(),
    "uploads": [[one.state, len(one.draft["unread"])]
                for one in Upload.objects.visible_to(who("author"))],
}))
"""


@pytest.fixture(scope="module")
def demonstration(demonstration_folder) -> Place:
    return Place(environment(demonstration_folder))


@pytest.fixture(scope="module")
def public(demonstration) -> dict:
    return json.loads(demonstration.python(PUBLIC).stdout)


@pytest.fixture(scope="module")
def pages(demonstration) -> dict:
    """Every public page and file of the demonstration, as the site's own process gives them."""
    return on_the_site(demonstration, PAGES)


def on_the_site(demonstration, code: str):
    """Return what a few lines print as JSON in the site's own process."""
    start = "from cleardays.cli.process import start_django; start_django('site')\n"
    run = subprocess.run(
        [sys.executable, "-c", start + code],
        env={**demonstration.environment, "CLEARDAYS_DEMONSTRATION": "yes"},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return json.loads(run.stdout)


def test_the_record_holds_and_has_every_committee_meeting_and_report(demonstration, public):
    assert demonstration.run("verify").returncode == 0

    kinds = [ref.partition("/")[0] for ref in public["current"]]
    assert kinds.count("committees") == len(story.committees())
    assert kinds.count("meetings") == len(story.held()) + 1
    assert kinds.count("reports") == 2


def test_what_was_public_before_is_entered_later_with_no_day_made_up(public):
    stated = {
        ref: (day, source)
        for ref, day, source in public["stated"]
        if source and ref.startswith("meetings/")
    }

    assert len(stated) == len(story.held())
    assert {day for day, _ in stated.values()} == {"None"}


def test_dates_reach_the_public_no_more_exact_than_they_are_known(public):
    meetings = [
        body
        for ref, body in public["current"].items()
        if ref.startswith("meetings/") and not body["is_invented"]
    ]

    exact = {body["date"] for body in meetings if body["precision"] == "day"}
    assert exact == {str(one.day) for one in story.held() if "precision" not in one.facts}
    assert all(body["date_words"] for body in meetings if body["precision"] != "day")


def test_the_report_of_31_january_2018_stands_on_its_agenda_with_its_parts(public):
    meeting = public["current"]["meetings/childrens-services-scrutiny/2018/1"]
    report = public["current"][meeting["items"][0]["report"]["ref"]]

    assert report["title"] == "Joint Local Area SEND Inspection in Lancashire"
    assert report["meeting_date"] == "2018-01-31"
    assert report["electoral_divisions"] == ["All Divisions"]
    assert report["appendices_referred_to"] == ["Appendix A"]
    assert len(report["recommendations"]) == 2
    assert report["background_papers_stated"]
    assert not report["background_papers"]
    assert not report["part_ii_reason"]
    assert [file["role"] for file in report["files"]] == ["pdf"]
    assert "Resolved" in meeting["items"][0]["outcome"]


def documents(public, kind):
    return {
        ref.partition("/")[2]: body
        for ref, body in public["current"].items()
        if ref.startswith(f"{kind}/")
    }


def test_published_plans_come_out_as_their_papers_counted(public):
    plans = documents(public, "plans")
    statement, improvement = (
        Counter(action["reported_status"] for action in plans[ref]["actions"])
        for ref in ("written-statement-of-action-2018", "send-improvement-plan-2019")
    )

    assert statement == {"done": 33, "carried forward": 14}
    assert improvement == {"complete": 18, "on track": 46, "delayed": 8, "not started": 22}
    carried = [
        one for one in plans["send-improvement-plan-2019"]["actions"] if one["carried_from"]
    ]
    assert len(carried) == 14
    assert len([one for one in plans.values() if not one["is_invented"]]) == len(case.plans())


def test_no_date_of_a_placeholder_is_public_without_saying_that_it_stands_in(public):
    dates = ("start", "finish", "first_start", "first_finish", "started", "finished")
    actions = [one for plan in documents(public, "plans").values() for one in plan["actions"]]

    stand_ins = [one for one in actions if one["is_placeholder"]]
    assert len(stand_ins) == 47 + 94 + 5 + 5 + 5
    for one in stand_ins:
        assert {name for name in dates if one[name]} <= set(one["stand_in_dates"])
    assert not any(one["stand_in_dates"] for one in actions if not one["is_placeholder"])


def test_what_a_body_answered_for_passes_to_the_one_that_followed(public):
    first = documents(public, "inspections")["lancashire-2017"]
    since = {
        one["name"]: (one["since"], one["until"])
        for one in first["responsible"]
        if one["role"] == "Jointly responsible"
    }

    assert since == {
        "Lancashire County Council": ("", ""),
        "Clinical commissioning groups in Lancashire": ("", "2022-06-30"),
        "NHS Lancashire and South Cumbria Integrated Care Board": ("2022-07-01", ""),
    }


def test_inspections_reach_the_public_with_their_judgements_and_plans(public):
    again = documents(public, "inspections")["lancashire-2020"]
    values = Counter(one["judgements"][0]["value"] for one in again["areas"])

    assert values == {"sufficient progress": 7, "not sufficient progress": 5}
    assert [one["ref"] for one in again["plans"]] == [
        "plans/accelerated-progress-plan-2020",
        "plans/lancashire-send-plan-2021",
    ]
    assert [one["number"] for one in again["areas"] if not one["is_confirmed"]] == [5, 10, 11]


def test_duties_known_to_be_done_say_when_and_where_that_can_be_seen(public):
    duties = documents(public, "inspections")["lancashire-2024"]["duties"]
    done = {one["done_on"]: one["proof"] for one in duties if one["done_on"]}

    assert sorted(done) == ["2025-03-25", "2025-04-01", "2025-10-09"]
    assert all(proof.startswith("https://www.lancashire.gov.uk/") for proof in done.values())


def test_measures_reach_the_public_with_what_they_are_about(public):
    measures = documents(public, "measures")
    overdue = measures["assessments-that-are-overdue"]

    assert len([ref for ref in measures if not ref.endswith(INVENTED)]) == len(case.measures())
    assert [(one["period"], one["value"]) for one in overdue["observations"]] == [
        ("December 2024", 1801),
        ("January 2026", 360),
    ]
    assert overdue["areas"] == ["inspections/lancashire-2024#2"]
    assert overdue["actions"] == ["plans/priority-action-plan-2025#2"]


def test_the_invented_plan_shows_what_becomes_of_actions_and_says_that_it_is_invented(public):
    (plan,) = [one for one in documents(public, "plans").values() if one["is_invented"]]
    moved = {one["ref"]: one["changes"] for one in plan["actions"] if one["changes"]}
    last = date.fromisoformat(plan["as_at"])

    assert {ref: len(changes) for ref, changes in moved.items()} == {"H2": 2, "H3": 3, "H6": 1}
    assert all(one["reason"] and one["by"] for changes in moved.values() for one in changes)
    states = Counter(delivery(dates_of(build(ActionDocument, one)), last).value
                     for one in plan["actions"])  # fmt: skip
    assert states == {
        Delivery.FINISHED_ON_TIME: 1,
        Delivery.FINISHED_LATE: 1,
        Delivery.ON_TIME: 1,
        Delivery.LATE: 1,
        Delivery.OVERDUE_TO_START: 1,
        Delivery.NOT_DUE: 2,
        Delivery.STOPPED: 1,
    }
    assert plan["answers"] == []
    assert "invented" in plan["title"]
    assert [one["target"] for one in plan["targets"]] == [75]
    assert {one["evidence_axis"] for one in plan["actions"]} == {
        *("none", "claimed", "attached", "published"),
    }


def test_every_ask_is_public_with_its_meeting(public):
    asks = documents(public, "asks").values()

    assert len(asks) == len(case.asks(""))
    assert {one["meeting"]["ref"] for one in asks} <= set(public["current"])
    assert Counter(one["state"] for one in asks) == {"open": 18, "answered": 1}


def test_committees_follow_one_another(public):
    committees = {ref: body for ref, body in public["current"].items() if "committees/" in ref}
    old = committees["committees/childrens-services-scrutiny"]
    new = committees[old["successor"]["ref"]]

    assert new["predecessors"] == [{"ref": old["ref"], "title": old["name"]}]
    assert committees[new["successor"]["ref"]]["ref"] == (
        "committees/children-families-and-skills-scrutiny"
    )


def test_everything_to_come_is_marked_as_invented(public):
    (coming,) = [
        body
        for ref, body in public["current"].items()
        if ref.startswith("meetings/") and body["is_invented"]
    ]

    assert all(item["is_invented"] for item in coming["items"])
    exempt = [item for item in coming["items"] if item["exempt_paragraphs"]]
    assert [(item["exempt_paragraphs"], item["report"]) for item in exempt] == [([3], None)]
    assert public["current"][coming["items"][2]["report"]["ref"]]["is_invented"]


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_exempt_or_not_out_yet_is_nowhere_public(secret, public, pages):
    assert not [body for body in public["bodies"] if secret in body]
    assert [path for path, (_, content) in pages.items() if secret in content] == []


def test_every_public_page_is_there(pages):
    assert {path: status for path, (status, _) in pages.items() if status != 200} == {}
    assert "This is a demonstration" in pages["/"][1]


def test_no_link_within_the_site_is_dead(demonstration):
    followed, dead = on_the_site(demonstration, DEAD_LINKS)

    assert followed > 1000
    assert dead == []


def test_something_waits_for_each_of_those_who_prepare(demonstration):
    waiting = json.loads(demonstration.python(WAITING).stdout)

    assert waiting == {
        "to_come": [["published", True, False], ["draft", True, True]],
        "to_answer": 1,
        "to_update": 2,
        "to_take": 1,
        "to_clear": 1,
        "uploads": [["read", 1]],
    }


def test_a_second_start_loads_nothing_and_changes_nothing(demonstration):
    before = demonstration.python(HEAD).stdout

    again = demonstration.run("demo", "--load-only")

    assert again.returncode == 0
    assert "Entering" not in again.stdout
    assert "officer@demo.example" in again.stdout
    assert demonstration.python(HEAD).stdout == before


def test_a_load_that_stopped_half_way_is_begun_again(demonstration):
    output = (demonstration.data / SAID).read_text()

    assert "stopped half-way: beginning again" in output


def test_stores_of_a_council_are_not_touched(tmp_path):
    (tmp_path / "record.sqlite3").write_text("a council's record")

    refused = Place(environment(tmp_path)).run("demo", "--load-only")

    assert refused.returncode == 1
    assert "holds something that is not the demonstration" in refused.stderr
    assert (tmp_path / "record.sqlite3").read_text() == "a council's record"


def test_databases_named_in_the_environment_are_not_used(demonstration):
    elsewhere = {"CLEARDAYS_DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}

    started = Place({**demonstration.environment, **elsewhere}).run("demo", "--load-only")

    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("side", ["site", "workroom"])
def test_a_port_that_is_in_use_is_named_with_the_option_to_choose_another(demonstration, side):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        refused = demonstration.run("demo", f"--{side}-port", str(port))

    assert refused.returncode == 1
    assert f"The {side} cannot have port {port}: it is in use" in refused.stderr
    assert f"--{side}-port {port + 100}" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_it_serves_both_sides_alone_in_its_folder_and_stops_cleanly(demonstration):
    site, workroom = free_port(), free_port()
    ports = ("--site-port", str(site), "--workroom-port", str(workroom))

    with started(demonstration, "demo", *ports) as process:
        statuses = answer(site, "/"), answer(workroom, "/account/login/")
        second = demonstration.run("demo", "--load-only")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[0]

    assert statuses == (200, 200)
    assert (second.returncode, "runs already" in second.stderr) == (1, True)
    assert process.returncode == 0
    assert "Stopping" in said
    assert "Traceback" not in said
