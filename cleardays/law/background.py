"""Background papers: what a report must list, and what its list must leave out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleardays.law.types import Breach, Rule

SECTION = "https://legislation.gov.uk/ukpga/1972/70/section/100D/2000-10-01?view=plain+extent"

BOTH_LIMBS = Rule(
    code="background.both-limbs",
    title="A background paper both discloses facts on which the report is based and was relied on "
    "to a material extent, in the proper officer's opinion",
    authority="Local Government Act 1972, s.100D(5)",
    url=SECTION,
    confidence="C",
)
LIST_IN_REPORT = Rule(
    code="background.list-in-report",
    title="Each public copy of a report contains the list of its background papers, or says none",
    authority="Local Government Act 1972, s.100D(1) (substituted by LGA 2000, s.97)",
    url="https://legislation.gov.uk/ukpga/2000/22/section/97/enacted",
    confidence="C",
)
CONFIDENTIAL_PAPER = Rule(
    code="background.confidential",
    title="Confidential papers are not listed where that would breach the confidence; exempt ones "
    "need not be",
    authority="Local Government Act 1972, s.100D(4)",
    url=SECTION,
    confidence="C",
)
PUBLISHED_WORK = Rule(
    code="background.published-work",
    title="Published works are not background papers",
    authority="SI 2012/2089, reg 2; Local Government Act 1972, s.100D(5)",
    url="https://legislation.gov.uk/uksi/2012/2089/made/data.htm?view=plain",
    confidence="M",
    note="Confirmed for the executive regulations; believed to be the same for the Act.",
)


@dataclass(frozen=True)
class BackgroundPaper:
    """A document behind a report; both limbs hold unless the proper officer says otherwise."""

    title: str
    discloses_facts: bool = True
    was_relied_on: bool = True
    is_published_work: bool = False
    is_exempt: bool = False
    is_confidential: bool = False

    @property
    def is_background_paper(self) -> bool:
        """Whether the law counts it as one."""
        return self.discloses_facts and self.was_relied_on and not self.is_published_work


def papers_to_list(papers: Iterable[BackgroundPaper]) -> list[BackgroundPaper]:
    """Return the papers that the public list names, in order."""
    return [
        paper
        for paper in papers
        if paper.is_background_paper and not (paper.is_exempt or paper.is_confidential)
    ]


def breaches_of_background_list(
    papers: Sequence[BackgroundPaper], stated_none: bool
) -> list[Breach]:
    """Return what is wrong with a report's list: ``papers_to_list``, or the word "none"."""
    listed = papers_to_list(papers)
    breaches = []
    if not listed and not stated_none:
        detail = 'List the background papers, or say "none": the list may not be blank'
        breaches.append(Breach(LIST_IN_REPORT, detail))
    if listed and stated_none:
        detail = f'The report says "none" but has background papers to list: {len(listed)}'
        breaches.append(Breach(LIST_IN_REPORT, detail))
    if any(not paper.title.strip() for paper in listed):
        detail = "A background paper has no title: say which document it is"
        breaches.append(Breach(LIST_IN_REPORT, detail))
    return breaches


def breaches_of_listing(listed: Iterable[BackgroundPaper]) -> list[Breach]:
    """Return what may not, or need not, stand on a list as it is about to be published."""
    breaches = []
    for paper in listed:
        if paper.is_confidential:
            detail = "A confidential paper may not stand on the public list: take it off"
            breaches.append(Breach(CONFIDENTIAL_PAPER, detail))
        if paper.is_published_work:
            detail = f"“{paper.title}” is a published work, which need not be listed"
            breaches.append(Breach(PUBLISHED_WORK, detail))
        if not (paper.discloses_facts and paper.was_relied_on):
            detail = f"“{paper.title}” was not both a source of facts and relied on"
            breaches.append(Breach(BOTH_LIMBS, detail))
    return breaches
