"""Exempt information: England's seven paragraphs, their qualifications, and who may see it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cleardays.law.types import Answer, Breach, Rule
from cleardays.law.wording import list_in_words

SCHEDULE = "https://legislation.gov.uk/ukpga/1972/70/schedule/12A/2022-04-21/data.html"

SEVEN_PARAGRAPHS = Rule(
    code="exempt.seven-paragraphs",
    title="Information is exempt only under one of seven paragraphs",
    authority="Local Government Act 1972, Sch 12A paras 1–7 (England, from 1 March 2006)",
    url=SCHEDULE,
    confidence="C",
)
REGISTERED_INFORMATION = Rule(
    code="exempt.registered",
    title="Business affairs that must be registered under the Companies, Charities, Friendly or "
    "Building Societies or Co-operative Acts are not exempt",
    authority="Local Government Act 1972, Sch 12A para 8",
    url="https://exeterobserver.org/course/local-government-transparency-information-access-rights/",
    confidence="C",
    note="Secondary.",
)
OWN_DEVELOPMENT = Rule(
    code="exempt.own-development",
    title="Information about development for which the planning authority may grant itself "
    "permission is not exempt",
    authority="Local Government Act 1972, Sch 12A para 9",
    url="https://local-government-law.11kbw.com/planning-and-environmental-exempt-information/trackback/",
    confidence="C",
    note="Stride v Wiltshire [2022] EWHC 1476 (Admin) reads it neither widest nor narrowest: some "
    "link in time is needed. The officer judges.",
)
PUBLIC_INTEREST = Rule(
    code="exempt.public-interest",
    title="Every category is exempt only if, and so long as, the public interest in keeping it "
    "exempt outweighs that in disclosing; if they are equal, it is disclosed",
    authority="Local Government Act 1972, Sch 12A para 10",
    url="https://moderngov.denbighshire.gov.uk/mgReasonsRestricted.aspx?ID=10130&OID=5238&OT=A&RPID=0&BM=AI5238&LLL=0",
    confidence="C",
    note="Analogue: read in the Welsh twin.",
)
REVIEW = Rule(
    code="exempt.review",
    title="An exemption has a day on which it is looked at again",
    authority="Local Government Act 1972, Sch 12A para 10 (“so long as”)",
    url="https://moderngov.denbighshire.gov.uk/mgReasonsRestricted.aspx?ID=10130&OID=5238&OT=A&RPID=0&BM=AI5238&LLL=0",
    confidence="M",
    note="A practice that follows from the words; the paragraph sets no day.",
)
PUBLIC_TITLE = Rule(
    code="exempt.public-title",
    title="An exempt item has a title on the agenda that everyone may read",
    authority="Local Government Act 1972, s.100B(1)–(3)",
    url="http://askyourcouncil.uk/openness-and-accountability/access-to-non-executive-meetings/",
    confidence="C",
    note="The agenda itself is open to inspection; what stands on it is read by the public.",
)
MEMBERS_ACCESS = Rule(
    code="exempt.members-access",
    title="Every member may see what is exempt under paragraph 3, save terms of a contract under "
    "negotiation, and under paragraph 6; the rest on a need to know",
    authority="Local Government Act 1972, s.100F, as amended by SI 2006/88, art 2",
    url="https://www.legislation.gov.uk/uksi/2006/88/made/data.html",
    confidence="C",
)

# In our own words; the Schedule's wording is what a paper is marked with.
PARAGRAPHS: dict[int, str] = {
    1: "about any individual",
    2: "likely to reveal who an individual is",
    3: "about the financial or business affairs of a particular person, the council included",
    4: "about consultations or negotiations on labour relations with employees or office-holders",
    5: "covered by legal professional privilege",
    6: "revealing a proposal to serve a notice imposing requirements, or to make an order or "
    "direction",
    7: "about action to prevent, investigate or prosecute crime",
}
QUALIFICATIONS = {"8", "9", "10"}
WELSH = {str(number) for number in range(12, 19)}
FORMER = {"7A", "7B", "7C"}


class NotAParagraph(ValueError):
    """A paragraph under which nothing can be exempt in England; says why."""


@dataclass(frozen=True)
class Exemption:
    """Why something is kept from the public.

    ``paragraphs`` are numbers of Schedule 12A as typed or chosen ("3", 3). ``must_be_registered``
    is true of business affairs that an Act puts on a public register (paragraph 8),
    ``is_own_development`` of a scheme for which the authority may grant itself permission (9).
    """

    paragraphs: tuple[str | int, ...]
    public_interest: str
    public_title: str
    review_on: date | None = None
    must_be_registered: bool = False
    is_own_development: bool = False


def paragraph(number: str | int) -> int:
    """Return the paragraph as a number from 1 to 7; raise ``NotAParagraph`` saying why not."""
    wanted = str(number).strip().upper()
    if wanted.isdecimal() and int(wanted) in PARAGRAPHS:
        return int(wanted)
    if wanted in QUALIFICATIONS:
        why = "qualifies the seven paragraphs and makes nothing exempt by itself"
    elif wanted in WELSH:
        why = "is one of those for Wales (12 to 18)"
    elif wanted in FORMER:
        why = "was for standards committees and is no longer law"
    else:
        why = "does not exist"
    raise NotAParagraph(f"Paragraph {wanted or '“”'} {why}: choose among paragraphs 1 to 7.")


def may_every_member_see(
    paragraphs: Collection[str | int], *, is_negotiation: bool
) -> Answer[bool]:
    """Say whether every councillor may see a paper, or only those who need to know.

    ``is_negotiation`` is true where it holds terms proposed in negotiations for a contract. A
    paper exempt under several paragraphs is open only if each of them leaves it open.
    """
    numbers = sorted({paragraph(number) for number in paragraphs})
    if not numbers:
        raise NotAParagraph("Name the paragraph under which this is exempt.")
    if shut := [number for number in numbers if number not in {3, 6}]:
        sentence = f"Only members who need to know: exempt under {_named(shut)}."
        return Answer(False, sentence, MEMBERS_ACCESS)
    if 3 in numbers and is_negotiation:
        sentence = "Only members who need to know: terms of a contract under negotiation."
        return Answer(False, sentence, MEMBERS_ACCESS)
    return Answer(True, f"Open to every member: exempt under {_named(numbers)}.", MEMBERS_ACCESS)


def exempt_in_words(paragraphs: Collection[int]) -> str:
    """Say under what paragraphs something is exempt, and what those are about; "" for none."""
    if not paragraphs:
        return ""
    about = "; ".join(PARAGRAPHS[number] for number in paragraphs)
    return f"Exempt under {_named(sorted(paragraphs))}: {about}."


def breaches_of_exemption(exemption: Exemption) -> list[Breach]:
    """Return why this may not, or should not yet, be kept from the public."""
    breaches = _breaches_of_paragraphs(exemption)
    if not exemption.public_interest.strip():
        detail = "Say why the public interest in keeping this exempt outweighs that in disclosing"
        breaches.append(Breach(PUBLIC_INTEREST, detail))
    if exemption.review_on is None:
        detail = "Choose a day on which to ask again whether this must stay exempt"
        breaches.append(Breach(REVIEW, detail))
    if not exemption.public_title.strip():
        detail = "Give the item a public title that gives nothing exempt away"
        breaches.append(Breach(PUBLIC_TITLE, detail))
    return breaches


def _breaches_of_paragraphs(exemption: Exemption) -> list[Breach]:
    breaches, numbers = [], set()
    for typed in exemption.paragraphs:
        try:
            numbers.add(paragraph(typed))
        except NotAParagraph as why:
            breaches.append(Breach(SEVEN_PARAGRAPHS, str(why).removesuffix(".")))
    if not exemption.paragraphs:
        breaches.append(Breach(SEVEN_PARAGRAPHS, "Name the paragraph under which this is exempt"))
    if 3 in numbers and exemption.must_be_registered:
        detail = "What must be on a public register is not exempt under paragraph 3"
        breaches.append(Breach(REGISTERED_INFORMATION, detail))
    if exemption.is_own_development:
        detail = "A scheme for which the authority may grant itself permission is not exempt"
        breaches.append(Breach(OWN_DEVELOPMENT, detail))
    return breaches


def _named(numbers: list[int]) -> str:
    return f"paragraph{'' if len(numbers) == 1 else 's'} {list_in_words([*map(str, numbers)])}"
