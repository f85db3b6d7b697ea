"""Reports whose parts stand in lists inside lists, in tables and in boxes to tick."""

from tests.readers.reports.papermill import H, L, P, T
from tests.readers.reports.samples.sample import Sample, contact, fields, paper

NESTED = Sample(
    "nested-recommendations",
    (
        P("Planning Committee", bold=True),
        P("6 February 2024"),
        P("Land at Quarry Lane: outline application for forty homes", bold=True),
        P("Ward: Quarry Hill"),
        P("Lead officer: Principal Planning Officer, 01632 960 222"),
        P("SUMMARY", bold=True),
        P("The application is for forty homes, a third of them affordable."),
        P("RECOMMENDATIONS", bold=True),
        P("It is recommended that:"),
        P("1. Planning permission is granted subject to a legal agreement that secures:\n"),
        P("(a) thirteen affordable homes, to be built before the tenth is sold;"),
        P("(b) a footway along the whole of Quarry Lane; and"),
        P("(c) a payment towards the primary school."),
        P("2. The Head of Planning is authorised to:"),
        P("(a) settle the terms of the agreement; and"),
        P("(b) refuse the application if it is not signed within six months."),
        P("3. The conditions in the report are attached."),
        P("REPORT", bold=True),
        P("The site is a field between the lane and the railway."),
        P("CONSULTATIONS", bold=True),
        P("The parish council objects; the highway authority does not."),
        P("BACKGROUND PAPERS", bold=True),
        P("Application file 24/00017/OUT"),
    ),
    fields(
        title="Land at Quarry Lane: outline application for forty homes",
        committee="Planning Committee",
        meeting_date="2024-02-06",
        electoral_divisions=["Quarry Hill"],
        contacts=[contact(None, "01632 960 222", "Principal Planning Officer")],
        executive_summary="The application is for forty homes, a third of them affordable.",
        recommendations=[
            "Planning permission is granted subject to a legal agreement that secures:\n"
            "thirteen affordable homes, to be built before the tenth is sold;\n"
            "a footway along the whole of Quarry Lane; and\n"
            "a payment towards the primary school.",
            "The Head of Planning is authorised to:\n"
            "settle the terms of the agreement; and\n"
            "refuse the application if it is not signed within six months.",
            "The conditions in the report are attached.",
        ],
        consultations="The parish council objects; the highway authority does not.",
        background_papers=[paper("Application file 24/00017/OUT")],
    ),
    ("The site is a field",),
)

TABLES = Sample(
    "tables-in-background",
    (
        H("Budget Monitoring to 31 December 2023", 1),
        P("Committee: Finance Panel"),
        P("Meeting date: 22 January 2024"),
        P("Wards affected: None"),
        P("Report author: Chief Accountant, finance@ashmoor.example"),
        H("Introduction"),
        P("This is the third report of the year."),
        H("Decision required"),
        P("That the Panel notes the forecast."),
        H("Background"),
        P("The forecast is shown by directorate."),
        P("Table 1: Forecast by directorate"),
        T(
            (
                ("Directorate", "Budget", "Forecast"),
                ("Children", "41.2", "43.0"),
                ("Finance", "9.1", "9.0"),
                ("Highways", "12.4", "12.4"),
            )
        ),
        P("The pressure is in children's placements."),
        H("Implications"),
        H("Risk", 3),
        P("Prices may rise again."),
        H("Access to Information"),
        P("Nil"),
    ),
    fields(
        title="Budget Monitoring to 31 December 2023",
        committee="Finance Panel",
        meeting_date="2024-01-22",
        contacts=[contact(None, None, "Chief Accountant", "finance@ashmoor.example")],
        executive_summary="This is the third report of the year.",
        recommendations=["That the Panel notes the forecast."],
        implications={"Risk": "Prices may rise again."},
    ),
    ("shown by directorate", "Table 1", "Children | 41.2 | 43.0", "Highways", "placements."),
)

TABLED = Sample(
    "recommendations-in-a-table",
    (
        P("Report to Audit and Standards Committee", bold=True),
        P("3 December 2024"),
        P("Progress on Internal Audit Actions", bold=True),
        H("Summary"),
        P("Nine of the fourteen actions are done."),
        H("Recommendations"),
        T(
            (
                ("No.", "Recommendation"),
                ("1", "Note the nine actions that are done."),
                ("2", "Ask the Head of Property to attend the next meeting."),
            )
        ),
        H("Key issues"),
        P("Five actions are late because posts were empty."),
        H("Implications"),
        P("Legal: none beyond the duty to have an internal audit."),
        P("Human resources: two posts are being filled."),
        H("List of Background Papers"),
        P("1. Internal Audit Plan (dated 12 March 2024)"),
        P("2. Action tracker"),
        P(
            "For further information please contact: Head of Internal Audit, "
            "audit@wexcombe.example"
        ),
    ),
    fields(
        title="Progress on Internal Audit Actions",
        committee="Audit and Standards Committee",
        meeting_date="2024-12-03",
        contacts=[contact(None, None, "Head of Internal Audit", "audit@wexcombe.example")],
        executive_summary="Nine of the fourteen actions are done.",
        recommendations=[
            "Note the nine actions that are done.",
            "Ask the Head of Property to attend the next meeting.",
        ],
        implications={
            "Legal": "none beyond the duty to have an internal audit.",
            "Human resources": "two posts are being filled.",
        },
        background_papers=[
            paper("Internal Audit Plan", "12 March 2024"),
            paper("Action tracker"),
        ],
    ),
    ("Five actions are late",),
)

YES_NO = Sample(
    "implications-yes-no",
    (
        P("Health and Wellbeing Board"),
        P("Date: 2 October 2023"),
        P("Subject: Active Travel to School"),
        P("Electoral divisions: All Divisions"),
        P("Lead officer: Dana Whitlock, Public Health Specialist, 07700 900456"),
        H("Summary"),
        P("A quarter of pupils walk or cycle to school."),
        H("Recommendation"),
        P("That the Board supports the plan."),
        H("Background"),
        P("The plan was drawn up with twelve schools."),
        H("Implications"),
        T(
            (
                ("Implication", "Yes/No", "Details"),
                ("Financial", "Yes", "£40,000 from the public health grant."),
                ("Legal", "No", ""),
                ("Crime and disorder", "No", ""),
                ("Public health", "Yes", "Children will be fitter."),
            )
        ),
        H("Background papers"),
        P("NA"),
    ),
    fields(
        title="Active Travel to School",
        committee="Health and Wellbeing Board",
        meeting_date="2023-10-02",
        electoral_divisions=["All Divisions"],
        contacts=[contact("Dana Whitlock", "07700 900456", "Public Health Specialist")],
        executive_summary="A quarter of pupils walk or cycle to school.",
        recommendations=["That the Board supports the plan."],
        implications={
            "Financial": "Yes\n£40,000 from the public health grant.",
            "Legal": "No",
            "Crime and disorder": "No",
            "Public health": "Yes\nChildren will be fitter.",
        },
    ),
    ("drawn up with twelve schools",),
)

CONTACTS = Sample(
    "several-contacts",
    (
        H("Joint Commissioning of Short Breaks", 1),
        P("Committee: Children's Services Scrutiny Panel"),
        P("Date of meeting: 18 November 2024"),
        P("Areas affected: Whole district"),
        P("Contact officers:"),
        P("Sam Tolliver, Commissioning Manager, 01632 960 301, sam.tolliver@dunmarsh.example"),
        P("Lee Harcastle, Head of SEND, 01632 960302 ext 14, lee.harcastle@dunmarsh.example"),
        H("Executive Summary"),
        P("Short breaks are bought together with the health service for the first time."),
        H("Recommendations"),
        L(
            (
                "Welcome the joint contract.",
                ("Ask for a report on:", ("waiting lists", "cost per child")),
                "Invite parents to the next meeting.",
            )
        ),
        H("Background"),
        P("The old contracts end in March."),
    ),
    fields(
        title="Joint Commissioning of Short Breaks",
        committee="Children's Services Scrutiny Panel",
        meeting_date="2024-11-18",
        electoral_divisions=["Whole district"],
        contacts=[
            contact(
                "Sam Tolliver",
                "01632 960 301",
                "Commissioning Manager",
                "sam.tolliver@dunmarsh.example",
            ),
            contact(
                "Lee Harcastle",
                "01632 960302 ext 14",
                "Head of SEND",
                "lee.harcastle@dunmarsh.example",
            ),
        ],
        executive_summary="Short breaks are bought together with the health service for the first "
        "time.",
        recommendations=[
            "Welcome the joint contract.",
            "Ask for a report on:\nwaiting lists\ncost per child",
            "Invite parents to the next meeting.",
        ],
    ),
    ("old contracts end",),
)
