"""Reports in the manners of a county, a London borough and a unitary council."""

from tests.readers.reports.papermill import H, L, P, T
from tests.readers.reports.samples.sample import Sample, contact, fields, paper

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
