"""The agenda of a meeting in markup: items with their papers and outcomes, and why not public.

Made with the marks of the design and not in a template, because no page of the site is asked for
as often, and this is twice as fast.
"""

from urllib.parse import quote

from django.utils.html import linebreaks
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.sizes import in_bytes
from cleardays.record.schemas.common import FileLink
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.site.wording import day_words, file_kind, not_public

TAKEN_BACK = '<p>{} The report for this item was taken back. <a href="/{}/">When, and why</a></p>'
Note = tuple[str, str, str]


def item_marks(meeting: MeetingDocument) -> list[SafeString]:
    """Return each item of the agenda in markup."""
    return [_item(item, meeting.issues) for item in meeting.items]


def has_hidden_items(meeting: MeetingDocument) -> bool:
    """Say whether anything on the agenda is kept from the public."""
    return any(
        item.exempt_paragraphs or item.is_confidential or item.exempt_appendices
        for item in meeting.items
    )


def file_mark(file: FileLink) -> SafeString:
    """Return a link to a file that says what it is before it is opened."""
    facts = (
        file_kind(file.media_type),
        in_bytes(file.size),
        f"{file.pages} page{'' if file.pages == 1 else 's'}" if file.pages else "",
        "original" if file.role == "original" else "",
    )
    return marks.file_link(f"/files/{file.sha256}/{quote(file.name)}", file.title, facts)


def _item(item: ItemDocument, issues: tuple[IssueDocument, ...]) -> SafeString:
    hidden = not_public(item.exempt_paragraphs, is_confidential=item.is_confidential)
    is_linked = item.report and not hidden and not item.is_taken_back
    href = f"/{item.report.ref}/" if item.report and is_linked else ""
    reasons = SafeString()
    if item.added_in > 1:
        reasons += marks.item_reason("added", "Added", "note", _added(item, issues))
    if hidden:
        reasons += marks.item_reason("exempt", "Not public", "warning", hidden)
    return marks.agenda_item(item.number, item.title, href, reasons, _content(item))


def _added(item: ItemDocument, issues: tuple[IssueDocument, ...]) -> str:
    """Say with which later publication an item came."""
    issue = next((one for one in issues if one.number == item.added_in), None)
    return f"with the {issue.kind_name.lower()} of {day_words(issue.at[:10])}" if issue else ""


def _content(item: ItemDocument) -> SafeString:
    """Return what stands under the title: notes, papers, the outcome."""
    content = SafeString()
    for word, tone, sentence in _notes(item):
        content += marks.fill("<p>{} {}</p>", marks.tag(word, tone), sentence)
    if item.is_taken_back and item.report:
        content += marks.fill(TAKEN_BACK, marks.tag("Taken back", "warning"), item.report.ref)
    if item.files:
        links = SafeString().join(
            marks.fill("<li>{}</li>", file_mark(file)) for file in item.files
        )
        content += marks.fill('<ul class="govuk-list">{}</ul>', SafeString(links))
    if item.outcome:
        words = SafeString(linebreaks(item.outcome, autoescape=True))
        content += marks.fill("<p><strong>Outcome</strong></p>{}", words)
    return content


def _notes(item: ItemDocument) -> list[Note]:
    """Return what has to be said of an item: a word to mark it with, its tone, a sentence."""
    notes: list[Note] = []
    if item.is_invented:
        notes.append(("Invented", "note", "Made up for this demonstration."))
    if item.urgency_reason:
        by = f" by decision of {item.urgency_chair}" if item.urgency_chair else ""
        notes.append(("Urgent", "note", f"Taken as urgent{by}: {item.urgency_reason}"))
    if item.to_follow and not item.files:
        notes.append(("To follow", "note", "The report is not ready yet."))
    return notes + [("Not public", "warning", title) for title in item.exempt_appendices]
