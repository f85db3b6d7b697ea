"""A council in which every restricted field holds a canary, made as life makes it.

Everything is done by the workroom's actions, the worker, the door and the public's own letters;
only what libraries keep (sessions, second factors, groups) is put in by hand.
"""

from dataclasses import dataclass, replace
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from cleardays.door.letters import bring_in
from cleardays.record.followers.search import follow
from cleardays.record.models import PublicFile
from cleardays.site.ratelimit import letters_limit
from cleardays.workroom.accounts.models import User
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.documents.reading import READER, read_waiting
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.letters import actions as letters
from cleardays.workroom.letters.models import ReceivedLetter
from cleardays.workroom.plans.models import Measure, Plan
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import Parts
from tests.leaks import following, inspections, meetings, papers, plans
from tests.leaks.canaries import Words
from tests.leaks.house import NOW, House
from tests.leaks.parts import REPORT, parts, unfinished

FILE, APPENDIX = "documents.StoredFile", "reports.Appendix"


@dataclass(frozen=True)
class Council:
    """What was planted: canaries for nobody outside, robins for everybody.

    ``heard`` are the robins of the council as it was built: tests plant more and take them away.
    """

    canaries: Words
    robins: Words
    house: House
    heard: frozenset[str]


@dataclass(frozen=True)
class Followed:
    """What is public of findings, by whom: it is changed, or taken back, afterwards."""

    by: following.Followers
    inspection: Inspection
    recalled: Inspection
    re_visit: Inspection
    recalled_plan: Plan
    asks: tuple[Ask, Ask]
    plan: Plan
    measure: Measure


def build(public: Client) -> Council:
    """Make the council; ``public`` is a member of the public, who writes to it."""
    canaries, robins = Words("zqx"), Words("rqx")
    house = House.open(canaries, robins)
    _kept_by_libraries(house)
    _uploads(house)
    recalled, meeting = _published(house), meetings.to_be_recalled(house)
    _unpublished(house)
    followed = _followed(house)
    house.carry()
    follow()
    meetings.recall(house, recalled, "a recalled report")
    meetings.recall(house, meeting, "a recalled meeting")
    _followed_on(house, followed)
    house.carry()
    follow()
    _letters(house, public)
    _watch_files(house)
    return Council(canaries, robins, house, frozenset(robins.all()))


def _published(house: House) -> Report:
    """Publish meetings of every kind; return the report that is to be recalled."""
    recalled = _to_be_recalled(house)
    exempt = house.report(_secret(house, "a report on an exempt item"))
    confidential = house.report(_secret(house, "a report on a confidential item"))
    public = _public_reports(house)
    meetings.standing(house, *public, recalled, exempt=exempt, confidential=confidential)
    _newer_version(house, public[0])
    meetings.changed_since(house)
    meetings.at_shorter_notice(house)
    meetings.cancelled(house)
    meetings.entered_later(house)
    return recalled


def _unpublished(house: House) -> None:
    unready = house.report(unfinished(house.canaries, "a draft report"))
    why = house.canaries.word("audit.AuditEvent.reason", "a report marked exempt")
    reports.mark_report_exempt(
        house.report(_secret(house, "an exempt report")), [3], why, by=house.clerk, at=house.now()
    )
    waiting = house.report(_secret(house, "a report that waits for clearance"))
    reports.submit_for_clearance(waiting, by=house.author, at=house.now())
    back = house.report(_secret(house, "a report sent back"))
    reports.submit_for_clearance(back, by=house.author, at=house.now())
    why = house.canaries.word("audit.AuditEvent.reason", "a report sent back")
    reports.send_back(back, why, by=house.clearer, at=house.now())
    meetings.draft(house, house.cleared(house.report(_secret(house, "a report on a draft"))))
    meetings.waiting_for_release(house)
    meetings.dropped(house)
    meetings.past_draft(house)
    _draft_appendix(house, unready)
    _stopped(house)


def _followed(house: House) -> Followed:
    """Follow findings: inspections and plans of every kind, and what a committee asked for."""
    by = following.Followers.enter(house)
    secret = inspections.draft(house, by)
    found = inspections.published(house, by, "a published inspection")
    plans.published(house, by, found, secret, "a published plan")
    inspections.read(house, by)
    inspections.changed_on_its_way(house, by)
    plans.draft(house, by, secret)
    following.asked(house, by.board)
    changing = inspections.published(house, by, "an inspection before it was changed")
    plan, measure = plans.published(house, by, found, secret, "a plan before it was changed")
    plans.exchanged(house, by, plan)
    plans.given(house, by)
    recalled, again = inspections.to_be_recalled(house, by), inspections.re_visited(house, by)
    gone, asks = plans.to_be_recalled(house, by), following.to_be_recalled(house, by.board)
    return Followed(by, changing, recalled, again, gone, asks, plan, measure)


def _followed_on(house: House, followed: Followed) -> None:
    """Change what has been published, and take some of it back."""
    inspections.recall(house, followed.by, followed.recalled)
    inspections.recall(house, followed.by, followed.re_visit)
    plans.recall(house, followed.by, followed.recalled_plan)
    following.recall(house, *followed.asks)
    inspections.changed_since(house, followed.by, followed.inspection)
    plans.changed_since(house, followed.by, followed.plan, followed.measure)


def _secret(house: House, occasion: str) -> Parts:
    return parts(house.canaries, house.canaries, occasion)


def _public_reports(house: House) -> tuple[Report, Report]:
    """Two public reports: one whose original is clean, and one whose original tells tales."""
    occasion = "a report with a clean original"
    shown = house.robins.word("the text of a clean original", occasion)
    original = _file(house, papers.docx(f"The lamps of {shown}."), "a clean original", "docx")
    clean = house.report(parts(house.canaries, house.robins, occasion), original=original)
    _open_appendix(house, clean)
    occasion = "a report with an original that tells tales"
    tales = {way: house.canaries.word(f"{way} of a Word file", occasion) for way in papers.HIDING}
    original = _file(house, papers.docx("The lamps.", **tales), "telling original", "docx")
    said = parts(house.canaries, house.robins, occasion)
    why = house.robins.word(f"{REPORT}.part_ii_reason", occasion)
    said = replace(said, part_ii_reason=f"<p>An appendix tells {why}.</p>")
    telling = house.report(said, original=original)
    _exempt_appendix(house, telling)
    return house.cleared(clean), house.cleared(telling)


def _to_be_recalled(house: House) -> Report:
    """A report with an appendix; the agenda keeps their titles until it is corrected itself."""
    occasion = "a recalled report"
    said = parts(house.canaries, house.canaries, occasion, title="The lamps recalled")
    report = house.report(said)
    content = papers.pdf(house.canaries.word("the text of a PDF", occasion))
    house.appendix(report, "Appendix A", "Costs recalled", content, "costs.pdf")
    return house.cleared(report)


def _newer_version(house: House, report: Report) -> None:
    newer = unfinished(house.canaries, "a newer version that is not published")
    why = house.canaries.word(f"{REPORT}.why", "a newer version")
    reports.save_version(report, newer, why, by=house.author, at=house.now())


def _open_appendix(house: House, report: Report) -> None:
    """A PDF for everybody, with more in it than it shows; somebody gave it before, elsewhere."""
    occasion = "an open appendix"
    metadata = {
        way: house.canaries.word(f"{way} of a PDF", occasion)
        for way in (*papers.SAID, *papers.LEFT_BEHIND)
    }
    shown = house.robins.word("the text of a PDF", occasion)
    content = papers.pdf(f"The lamps of {shown}", **metadata)
    _file(house, content, "the same file given before", "pdf")
    title = house.robins.word(f"{APPENDIX}.public_title", occasion)
    shows = house.robins.word(f"{APPENDIX}.description", occasion)
    given = ("Appendix A", f"{title} costs", content, "costs.pdf")
    house.appendix(report, *given, description=f"A chart of {shows}")


def _exempt_appendix(house: House, report: Report) -> None:
    """An appendix of which the public is told the title, and nothing else."""
    occasion = "an exempt appendix of a public report"
    content = papers.docx(house.canaries.word("the text of a Word file", occasion))
    name = f"{house.canaries.word(f'{FILE}.name', occasion)}.docx"
    shows = house.canaries.word(f"{APPENDIX}.description", occasion)
    title = house.robins.word(f"{APPENDIX}.public_title", occasion)
    label = f"Appendix {house.robins.word(f'{APPENDIX}.label', occasion)}"
    given = (label, f"{title} costs", content, name)
    house.appendix(report, *given, exempt_under=(3,), description=shows)


def _draft_appendix(house: House, report: Report) -> None:
    occasion, canaries = "an appendix of a draft report", house.canaries
    content = papers.pdf(canaries.word("the text of a PDF", occasion))
    label = f"Appendix {canaries.word(f'{APPENDIX}.label', occasion)}"
    title = canaries.word(f"{APPENDIX}.public_title", occasion)
    name = f"{canaries.word(f'{FILE}.name', occasion)}.pdf"
    shows = canaries.word(f"{APPENDIX}.description", occasion)
    house.appendix(report, label, title, content, name, description=shows)


def _stopped(house: House) -> None:
    """A meeting with a report that could go out, and one whose appendix carries a comment."""
    canaries = house.canaries
    first = house.report(_secret(house, "the first report of a stopped meeting"))
    second = house.report(_secret(house, "the second report of a stopped meeting"))
    occasion = "an appendix stopped at the door"
    comment = canaries.word("note of a PDF", occasion)
    content = papers.pdf(canaries.word("the text of a PDF", occasion), note=comment)
    title = canaries.word(f"{APPENDIX}.public_title", occasion)
    name = f"{canaries.word(f'{FILE}.name', occasion)}.pdf"
    house.appendix(second, "Appendix B", title, content, name)
    meetings.stopped_at_the_door(house, house.cleared(first), house.cleared(second))


def _uploads(house: House) -> None:
    """One read by the worker and made into a report, one refused, one being read, one waiting."""
    hidden = {
        way: house.canaries.word(f"{way} of a Word file", "an upload") for way in papers.HIDING
    }
    shown = house.canaries.word("documents.Upload.draft", "an upload that was read")
    read = _upload(house, papers.docx(f"Of {shown}", **hidden), "an upload that was read")
    read_waiting(house.now())
    read.refresh_from_db()
    reports.create_from_draft(read, house.committee, by=house.author, at=house.now())
    refused = _upload(house, b"Lamps", "an upload that was refused")
    begun = documents.begin_reading(refused, by=READER, at=house.now())
    why = house.canaries.word("documents.Upload.refusal", "an upload that was refused")
    documents.refuse(begun, "damaged", why, by=READER, at=house.now())
    begun = _upload(house, b"More lamps", "an upload that is being read")
    documents.begin_reading(begun, by=READER, at=house.now())
    _upload(house, b"Many lamps", "an upload that waits")


def _upload(house: House, content: bytes, occasion: str) -> Upload:
    name = f"{house.canaries.word('documents.Upload.name', occasion)}.docx"
    return documents.receive_upload([content], name, by=house.author, at=house.now())


def _file(house: House, content: bytes, occasion: str, ending: str) -> StoredFile:
    return house.file(content, f"{house.canaries.word(f'{FILE}.name', occasion)}.{ending}")


def _letters(house: House, public: Client) -> None:
    """One letter taken in and answered, and one that still lies in the letterbox."""
    _write(house, public, "letters.ReceivedLetter", "a letter that was taken in")
    bring_in(at=house.now())
    received = ReceivedLetter.objects.unrestricted(because="the leak test answers").get()
    words = house.canaries.word("letters.ReceivedLetter.answer", "it")
    by = house.signed(house.clerk, "letters.ReceivedLetter.answered_by")
    letters.answer(received, words, by=by, at=house.now())
    _write(house, public, "letterbox.Letter", "a letter that nobody has read")


def _write(house: House, public: Client, model: str, occasion: str) -> None:
    def word(field: str) -> str:
        return house.canaries.word(f"{model}.{field}", occasion)

    said: dict[str, Any] = {
        "about": "mistake",
        "words": word("words"),
        "page": f"/{word('page')}/",
        "reply_to": f"{word('reply_to')}@example.org",
    }
    letters_limit.forget()
    assert public.post("/letters/", said).status_code == 303


def _kept_by_libraries(house: House) -> None:
    """What the libraries for signing in would keep of a clerk who uses all of them."""
    canaries, user = house.canaries, User.objects.get(pk=house.clerk.user_id)
    email = canaries.word("account.EmailAddress.email", "the clerk")
    address = EmailAddress.objects.create(user=user, email=f"{email}@council.example")
    key = canaries.word("account.EmailConfirmation.key", "the clerk")
    EmailConfirmation.objects.create(email_address=address, key=key, sent=NOW)
    secret = canaries.word("mfa.Authenticator.data", "the clerk")
    Authenticator.objects.create(user=user, type="totp", data={"secret": secret})
    Group.objects.create(name=canaries.word("auth.Group.name", "a group"))
    session = SessionStore()
    session["of"] = canaries.word("sessions.Session.session_data", "the clerk")
    session.create()
    kept = session.model.objects.get()
    canaries.watch("sessions.Session.session_key", "the clerk", kept.session_key)
    canaries.watch("sessions.Session.session_data", "the clerk", kept.session_data)


def _watch_files(house: House) -> None:
    """Watch for the hash of every file that has not crossed as it was given."""
    crossed = set(PublicFile.objects.values_list("pk", flat=True))
    for file in StoredFile.objects.exclude(pk__in=crossed):
        house.canaries.watch(f"{FILE}.sha256", file.name, file.sha256)
