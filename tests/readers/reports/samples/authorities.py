"""Reports in the manners of a combined authority and of a board of health."""

from tests.readers.reports.papermill import H, L, P, T
from tests.readers.reports.samples.sample import Sample, contact, fields

COMBINED = Sample(
    "combined-authority",
    (
        P("Northmere Combined Authority"),
        P("Transport Committee"),
        H("Bus Franchising: Progress Update", 1),
        T(
            (
                ("Date", "Friday 17 January 2025"),
                ("Portfolio holder", "The member for transport"),
                ("Author", "Lena Okoro, Bus Reform Programme Director"),
                ("Email", "lena.okoro@northmere.example"),
                ("Telephone", "+44 (0)1632 960777"),
                ("Electoral areas affected", "All"),
            )
        ),
        H("Purpose"),
        P("To update the Committee on the move to franchised buses."),
        H("Recommendations"),
        P("The Committee is recommended to:"),
        L(("note the timetable for the first area;", "endorse the approach to depots.")),
        H("Context"),
        P("The first area changes over in the autumn."),
        H("Depots", 3),
        P("Two depots will be bought and one leased."),
        H("Engagement"),
        P("Operators meet officers each month."),
        H("Financial Implications"),
        P("The cost stays within the sum agreed in 2024."),
        H("Legal Implications"),
        P("The scheme is made under the Transport Act 2000."),
        H("Climate change implications"),
        P("Half of the buses will be electric."),
        H("Appendices"),
        P("Appendix A - Timetable"),
        P("Appendix B - Depot list"),
        H("Background papers"),
        P("There are no background papers."),
    ),
    fields(
        title="Bus Franchising: Progress Update",
        committee="Transport Committee",
        meeting_date="2025-01-17",
        electoral_divisions=["All"],
        appendices=["Appendix A - Timetable", "Appendix B - Depot list"],
        contacts=[
            contact(
                "Lena Okoro",
                "+44 (0)1632 960777",
                "Bus Reform Programme Director",
                "lena.okoro@northmere.example",
            )
        ],
        executive_summary="To update the Committee on the move to franchised buses.",
        recommendations=[
            "note the timetable for the first area;",
            "endorse the approach to depots.",
        ],
        consultations="Operators meet officers each month.",
        implications={
            "Financial Implications": "The cost stays within the sum agreed in 2024.",
            "Legal Implications": "The scheme is made under the Transport Act 2000.",
            "Climate change implications": "Half of the buses will be electric.",
        },
        unread=["The member for transport"],
    ),
    ("The first area changes over", "Depots", "one leased."),
)

HEALTH = Sample(
    "health-board",
    (
        T(
            (
                ("Meeting", "Integrated Care Partnership Board"),
                ("Date of meeting", "25/06/2024"),
                ("Agenda item", "9"),
                ("Report title", "Waiting Times for Speech Therapy"),
                ("Report author", "Clinical Lead for Therapies"),
                ("Executive lead", "Chief Nursing Officer"),
                ("Purpose of report", "For decision"),
                (
                    "Recommendations",
                    "The Board is asked to:\n1. Note the position.\n2. Approve the plan.",
                ),
            )
        ),
        H("Executive summary"),
        P("Children wait nineteen weeks on average, and some wait a year."),
        H("Main report"),
        P("Referrals have doubled in three years."),
        H("Public and patient engagement"),
        P("Parents took part in four workshops."),
        H("Implications"),
        T(
            (
                ("Area", "Comments"),
                ("Finance", "The plan costs £310,000 a year."),
                ("Quality and safety", "Shorter waits are safer."),
                ("Equality", "Families in the poorest areas wait longest."),
            )
        ),
    ),
    fields(
        title="Waiting Times for Speech Therapy",
        committee="Integrated Care Partnership Board",
        meeting_date="2024-06-25",
        contacts=[
            contact(post="Clinical Lead for Therapies"),
            contact(post="Chief Nursing Officer"),
        ],
        executive_summary="Children wait nineteen weeks on average, and some wait a year.",
        recommendations=["Note the position.", "Approve the plan."],
        consultations="Parents took part in four workshops.",
        implications={
            "Finance": "The plan costs £310,000 a year.",
            "Quality and safety": "Shorter waits are safer.",
            "Equality": "Families in the poorest areas wait longest.",
        },
    ),
    ("Referrals have doubled",),
)
