"""Keeping the public out: what a resolution can do for exempt information, and what needs none."""

from collections.abc import Collection
from enum import StrEnum

from cleardays.law.exemption import NotAParagraph, paragraph
from cleardays.law.types import Answer, Breach, Rule

CONFIDENTIAL = Rule(
    code="exclusion.confidential",
    title="The public must be kept out for confidential information: no vote, no weighing of the "
    "public interest, no publication",
    authority="Local Government Act 1972, s.100A(2)–(3)",
    url="http://nbcarwasher.com/legal/legislation/uk-parliament-acts/local-government-act-1972-c70/part-va/section-100a",
    confidence="C",
)
RESOLUTION = Rule(
    code="exclusion.resolution",
    title="The public may be kept out for exempt information, by a resolution that names the "
    "proceedings and the paragraph",
    authority="Local Government Act 1972, s.100A(4)–(5)",
    url="https://moderngovwebpublic.bromsgrove.gov.uk/ieIssueDetails.aspx?IId=25552&Opt=3",
    confidence="C",
    note="The practice is confirmed; the wording of subsection (5) is believed.",
)


class Secrecy(StrEnum):
    """Why something is not public; the first two kinds are the whole of "confidential"."""

    GOVERNMENT_TERMS = "supplied by a government department on terms that forbid disclosure"
    BARRED_BY_LAW = "disclosure is barred by an enactment or a court order"
    EXEMPT = "exempt under a paragraph of Schedule 12A"

    @property
    def is_confidential(self) -> bool:
        """Whether the law leaves no choice."""
        return self is not Secrecy.EXEMPT


def needs_resolution(secrecy: Secrecy) -> Answer[bool]:
    """Say whether the public is kept out by a vote of the committee or by the law itself."""
    if secrecy.is_confidential:
        sentence = f"The public must be kept out, without a vote: confidential, {secrecy}."
        return Answer(False, sentence, CONFIDENTIAL)
    sentence = f"The public may be kept out, if the committee so resolves: {secrecy}."
    return Answer(True, sentence, RESOLUTION)


def breaches_of_disclosure(secrecy: Secrecy | None) -> list[Breach]:
    """Return the breach of publishing something confidential, whatever anybody has decided."""
    if secrecy is None or not secrecy.is_confidential:
        return []
    detail = f"This is confidential ({secrecy}) and may not be published by anyone's decision"
    return [Breach(CONFIDENTIAL, detail)]


def breaches_of_resolution(proceedings: str, paragraphs: Collection[str | int]) -> list[Breach]:
    """Return what a resolution to keep the public out fails to name."""
    breaches = []
    if not proceedings.strip():
        breaches.append(Breach(RESOLUTION, "Name the items for which the public is kept out"))
    if not paragraphs:
        breaches.append(Breach(RESOLUTION, "Name the paragraph for which the public is kept out"))
    for typed in paragraphs:
        try:
            paragraph(typed)
        except NotAParagraph as why:
            breaches.append(Breach(RESOLUTION, str(why).removesuffix(".")))
    return breaches
