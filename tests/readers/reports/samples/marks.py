"""Reports told by small marks: of exemption, by capitals, without a heading."""

from tests.readers.reports.papermill import H, L, P
from tests.readers.reports.samples.sample import Sample, contact, fields, paper

EXEMPT = Sample(
    "exempt",
    (
        P("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"),
        P("Cabinet, 20 May 2024", bold=True),
        P("Part II"),
        P("Sale of the Old Corn Exchange", bold=True),
        P("Ward(s) affected: Market"),
        P("Contact Officer: Estates Surveyor, estates@hallowby.example"),
        P("Purpose of Report", bold=True),
        P("To report the three bids."),
        P("Recommended", bold=True),
        P("That the second bid is accepted."),
        P("Report", bold=True),
        P("Three bids were opened on 1 May."),
        P("Financial implications", bold=True),
        P("The receipt goes to the capital programme."),
        P("Reason for inclusion in Part II", bold=True),
        P(
            "Exempt under paragraph 3: it names what bidders offered, and the public interest in "
            "a fair sale outweighs that in knowing the bids now."
        ),
    ),
    fields(
        title="Sale of the Old Corn Exchange",
        committee="Cabinet",
        meeting_date="2024-05-20",
        electoral_divisions=["Market"],
        contacts=[contact(None, None, "Estates Surveyor", "estates@hallowby.example")],
        executive_summary="To report the three bids.",
        recommendations=["That the second bid is accepted."],
        implications={"Financial implications": "The receipt goes to the capital programme."},
        part_ii_reason="Exempt under paragraph 3: it names what bidders offered, and the public "
        "interest in a fair sale outweighs that in knowing the bids now.",
    ),
    ("Three bids were opened",),
)

MARKED_EXEMPT = Sample(
    "exempt-by-mark",
    (
        P("Confidential by virtue of paragraph 1 of Schedule 12A"),
        P("Appointments Committee"),
        P("Monday 8 April 2024"),
        H("Appointment of a Director", 1),
        H("Recommendation"),
        P("That the appointment is made."),
        H("Details"),
        P("Five people applied."),
    ),
    fields(
        title="Appointment of a Director",
        committee="Appointments Committee",
        meeting_date="2024-04-08",
        recommendations=["That the appointment is made."],
        part_ii_reason="Confidential by virtue of paragraph 1 of Schedule 12A",
    ),
    ("Five people applied.",),
)

CAPITALS = Sample(
    "capitals",
    (
        P("LICENSING COMMITTEE"),
        P("TUESDAY 16 APRIL 2024"),
        P("TAXI FARES"),
        P("WARDS AFFECTED: ALL WARDS"),
        P("CONTACT: LICENSING MANAGER, licensing@oxenford.example"),
        P("1. PURPOSE OF REPORT"),
        P("1.1 To set the fares that taxis may charge from June."),
        P("2. RECOMMENDATIONS"),
        P("2.1 That the table of fares is agreed."),
        P("2.2 That objections, if any, come back to the Committee."),
        P("3. BACKGROUND"),
        P("3.1 Fares were last set in 2021."),
        P("4. OTHER AREAS NEARBY"),
        P("4.1 Neighbouring towns charge about a tenth more."),
        P("5. FINANCIAL IMPLICATIONS"),
        P("5.1 None for the council."),
        P("6. LEGAL IMPLICATIONS"),
        P("6.1 Notice must be given in a newspaper."),
        P("7. BACKGROUND PAPERS"),
        P("7.1 None"),
    ),
    fields(
        title="TAXI FARES",
        committee="LICENSING COMMITTEE",
        meeting_date="2024-04-16",
        electoral_divisions=["ALL WARDS"],
        contacts=[contact(None, None, "LICENSING MANAGER", "licensing@oxenford.example")],
        executive_summary="To set the fares that taxis may charge from June.",
        recommendations=[
            "That the table of fares is agreed.",
            "That objections, if any, come back to the Committee.",
        ],
        implications={
            "FINANCIAL IMPLICATIONS": "None for the council.",
            "LEGAL IMPLICATIONS": "Notice must be given in a newspaper.",
        },
    ),
    ("3.1 Fares were last set", "OTHER AREAS NEARBY", "a tenth more."),
)

NO_HEADING = Sample(
    "recommendations-without-heading",
    (
        P("Parks Working Group", bold=True),
        P("Date of meeting: 1 June 2023", bold=True),
        P("Dogs in Play Areas", bold=True),
        P("Officer: Parks Manager"),
        P("Background", bold=True),
        P("Forty complaints were received last year."),
        P("The Working Group is asked to:"),
        L(("choose one of the two orders;", "ask for public comments.")),
        P("Implications", bold=True),
        P("Financial [x]   Legal [x]   Equality [ ]"),
        P("Background papers: complaints log, May 2023"),
    ),
    fields(
        title="Dogs in Play Areas",
        committee="Parks Working Group",
        meeting_date="2023-06-01",
        contacts=[contact(post="Parks Manager")],
        recommendations=["choose one of the two orders;", "ask for public comments."],
        implications={"Financial": "[x]", "Legal": "[x]", "Equality": None},
        background_papers=[paper("complaints log", "May 2023")],
    ),
    ("Forty complaints",),
)
