"""Reports in the manners of different councils: invented places, posts and people."""

from dataclasses import dataclass, field

from tests.readers.reports.papermill import H, L, P, T


@dataclass(frozen=True)
class Sample:
    """A report and every field that must be read from it; ``background`` by phrases in order."""

    name: str
    elements: tuple
    expected: dict
    background: tuple = ()
    absent_formats: tuple = field(default=())


def contact(name=None, telephone=None, post=None, email=None):
    return {"name": name, "telephone": telephone, "post": post, "email": email}


def paper(paper, date=None, contact=None):
    return {"paper": paper, "date": date, "contact": contact}


def fields(**given):
    """Every field, those not given as a report has them that says nothing."""
    nothing = {
        "committee": None,
        "meeting_date": None,
        "electoral_divisions": [],
        "appendices": [],
        "contacts": [],
        "executive_summary": None,
        "recommendations": [],
        "consultations": None,
        "implications": {},
        "background_papers": [],
        "part_ii_reason": None,
        "unread": [],
    }
    return nothing | given


COUNTY = Sample(
    "county",
    (
        P("Highways Scrutiny Committee", bold=True),
        P("Meeting to be held on Thursday, 14 March 2024", bold=True),
        P("Electoral Divisions affected:\nMillbrook North; Millbrook South; Fell and Dale;"),
        P("Winter Gritting of Rural Roads", bold=True),
        P("(Appendices 'A' and 'B' refer)"),
        P(
            "Contact for further information:\nRobin Marlowe, Tel: (01632) 960101, "
            "Head of Highways Operations,\nrobin.marlowe@fellshire.example"
        ),
        P("Executive Summary", bold=True),
        P("The report sets out how rural roads were gritted last winter and what it cost."),
        P("Recommendation", bold=True),
        P("The Highways Scrutiny Committee is asked to:"),
        P("(i) Note the review of last winter's service; and"),
        P("(ii) Recommend a third depot to the Cabinet."),
        P("Background and Advice", bold=True),
        P("Snow fell on nineteen days between December and March."),
        P("Depots", bold=True),
        P("Two depots serve the east of the county, and none serves the west."),
        P("Consultations", bold=True),
        P("Parish councils were asked in May; eleven answered."),
        P("Implications:", bold=True),
        P("This item has the following implications, as indicated:"),
        P("Risk management", bold=True),
        P("A road that is not gritted may have to be closed."),
        P("Financial", bold=True),
        P("A depot costs about two million pounds."),
        P(
            "Local Government (Access to Information) Act 1985\nList of Background Papers",
            bold=True,
        ),
        T(
            (
                ("Paper", "Date", "Contact/Tel"),
                ("Winter Service Plan", "1 October 2023", "Robin Marlowe/01632 960101"),
                ("Depot survey", "May 2023", "Robin Marlowe/01632 960101"),
            )
        ),
        P("Reason for inclusion in Part II, if appropriate"),
        P("N/A"),
    ),
    fields(
        title="Winter Gritting of Rural Roads",
        committee="Highways Scrutiny Committee",
        meeting_date="2024-03-14",
        electoral_divisions=["Millbrook North", "Millbrook South", "Fell and Dale"],
        appendices=["Appendix 'A'", "Appendix 'B'"],
        contacts=[
            contact(
                "Robin Marlowe",
                "(01632) 960101",
                "Head of Highways Operations",
                "robin.marlowe@fellshire.example",
            )
        ],
        executive_summary="The report sets out how rural roads were gritted last winter and what "
        "it cost.",
        recommendations=[
            "Note the review of last winter's service; and",
            "Recommend a third depot to the Cabinet.",
        ],
        consultations="Parish councils were asked in May; eleven answered.",
        implications={
            "Risk management": "A road that is not gritted may have to be closed.",
            "Financial": "A depot costs about two million pounds.",
        },
        background_papers=[
            paper("Winter Service Plan", "1 October 2023", "Robin Marlowe/01632 960101"),
            paper("Depot survey", "May 2023", "Robin Marlowe/01632 960101"),
        ],
    ),
    ("Snow fell on nineteen days", "Depots", "none serves the west."),
)

LONDON = Sample(
    "london",
    (
        P("London Borough of Fleetbridge", bold=True),
        T(
            (
                ("Report to:", "Cabinet"),
                ("Date:", "Tuesday 9 July 2024"),
                ("Title:", "School Streets: second phase"),
                ("Report of:", "Strategic Director of Environment"),
                (
                    "Contact officer:",
                    "Asha Lindqvist, Transport Planning Manager\n020 7946 0321\n"
                    "asha.lindqvist@fleetbridge.example",
                ),
                ("Wards affected:", "Canal, Gasworks and Old Town"),
                ("Classification:", "Open"),
                ("Appendices:", "Appendix 1 - Map of streets\nAppendix 2 - Equality analysis"),
            )
        ),
        H("1. Summary"),
        P("1.1 This report proposes eight more school streets from September."),
        H("2. Recommendations"),
        P("2.1 That Cabinet agrees the eight streets listed in paragraph 4.2."),
        P("2.2 That Cabinet delegates the making of orders to the Strategic Director."),
        H("3. Reasons for recommendations"),
        P("3.1 Fewer children are hurt where cars are kept away from the gate."),
        H("4. Background"),
        P("4.1 Six streets have been closed to cars at school times since 2022."),
        P("4.2 Eight schools asked to be next."),
        H("5. Alternative options considered"),
        P("5.1 Doing nothing was considered and rejected."),
        H("6. Consultation"),
        P("6.1 Letters were sent to 2,100 homes."),
        H("7. Financial implications"),
        P("7.1 The cost of £96,000 is met from the parking account."),
        H("8. Legal implications"),
        P("8.1 Orders are made under the Road Traffic Regulation Act 1984."),
        H("9. Background papers"),
        P("None."),
    ),
    fields(
        title="School Streets: second phase",
        committee="Cabinet",
        meeting_date="2024-07-09",
        electoral_divisions=["Canal", "Gasworks", "Old Town"],
        appendices=["Appendix 1 - Map of streets", "Appendix 2 - Equality analysis"],
        contacts=[
            contact(
                "Asha Lindqvist",
                "020 7946 0321",
                "Transport Planning Manager",
                "asha.lindqvist@fleetbridge.example",
            )
        ],
        executive_summary="This report proposes eight more school streets from September.",
        recommendations=[
            "That Cabinet agrees the eight streets listed in paragraph 4.2.",
            "That Cabinet delegates the making of orders to the Strategic Director.",
        ],
        consultations="Letters were sent to 2,100 homes.",
        implications={
            "Financial implications": "The cost of £96,000 is met from the parking account.",
            "Legal implications": "Orders are made under the Road Traffic Regulation Act 1984.",
        },
    ),
    (
        "Reasons for recommendations",
        "3.1 Fewer children are hurt",
        "Background",
        "4.2 Eight schools asked",
        "Alternative options considered",
        "rejected.",
    ),
)

UNITARY = Sample(
    "unitary",
    (
        P("Agenda Item 6"),
        P("Overview and Scrutiny Board"),
        P("12th September 2023"),
        H("Library Opening Hours", 1),
        P("Report of the Director of Communities"),
        P("1. Purpose of Report", bold=True),
        P("1.1 To tell members how the longer hours were used."),
        P("2. Recommendation", bold=True),
        P("2.1 Members are asked to note the report and comment on paragraph 3.2."),
        P("3. Details", bold=True),
        P("3.1 Seven libraries opened until eight in the evening."),
        P("3.2 Visits rose by a fifth:"),
        L(("most in Harbour ward", "least in Moor ward"), ordered=False),
        P("4. Consultation", bold=True),
        P("4.1 None."),
        P("5. Implications", bold=True),
        P("5.1 Financial implications", bold=True),
        P("There are none that the budget does not cover."),
        P("5.2 Equality and diversity", bold=True),
        P("Evening hours help people who work in the day."),
        P("6. Conclusion", bold=True),
        P("6.1 The hours should be kept."),
        P("7. Background Papers", bold=True),
        L(("Library Strategy 2020-2025", "Cabinet minute 44, 3 February 2022"), ordered=False),
        P("Contact Officer: Jo Abernethy, Library Services Manager, tel 01632 960 455"),
    ),
    fields(
        title="Library Opening Hours",
        committee="Overview and Scrutiny Board",
        meeting_date="2023-09-12",
        contacts=[contact("Jo Abernethy", "01632 960 455", "Library Services Manager")],
        executive_summary="To tell members how the longer hours were used.",
        recommendations=["Members are asked to note the report and comment on paragraph 3.2."],
        implications={
            "Financial implications": "There are none that the budget does not cover.",
            "Equality and diversity": "Evening hours help people who work in the day.",
        },
        background_papers=[
            paper("Library Strategy 2020-2025"),
            paper("Cabinet minute 44", "3 February 2022"),
        ],
    ),
    (
        "3.1 Seven libraries",
        "most in Harbour ward",
        "least in Moor ward",
        "Conclusion",
        "be kept.",
    ),
)

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

SAMPLES = (
    COUNTY, LONDON, UNITARY, COMBINED, HEALTH, NESTED, TABLES, TABLED, YES_NO, CONTACTS, EXEMPT,
    MARKED_EXEMPT, CAPITALS, NO_HEADING,
)  # fmt: skip
