"""The front of a report: which line is the committee's name, which the title."""

from tests.readers.reports.typed import read_typed


def test_the_line_over_the_meeting_is_the_committee_whatever_it_is_called():
    found = read_typed("""\
        Cabinet Committee on Service Improvement
        Meeting to be held on Wednesday, 4 December 2019
        Refuse Collection: Second Quarter
        Executive Summary
        Fewer bins were missed.
        """)

    assert found["committee"] == "Cabinet Committee on Service Improvement"
    assert found["title"] == "Refuse Collection: Second Quarter"


def test_report_of_a_group_is_the_title_where_there_is_no_other():
    found = read_typed("""\
        Full Council
        Meeting to be held on Thursday, 23 May 2019
        Report of the Constitution Working Group
        Contact for further information:
        Priya Example, 01632 960001, Clerk
        Executive Summary
        The Group met twice.
        """)

    assert (found["committee"], found["title"]) == (
        "Full Council",
        "Report of the Constitution Working Group",
    )


def test_two_plain_lines_are_one_title_once_the_committee_is_known():
    found = read_typed("""\
        Pension Fund Committee
        Meeting to be held on Friday, 8 March 2019
        County Pension Fund
        Communications Strategy
        (Appendix 'A' refers)
        Executive Summary
        It is time for a new one.
        """)

    assert found["title"] == "County Pension Fund Communications Strategy"
    assert found["unread"] == []


def test_no_division_is_affected_and_the_title_follows():
    found = read_typed("""\
        Pension Fund Committee
        Meeting to be held on Friday, 15 September 2017
        Electoral Division affected: None
        Responsible Investment
        Appendices 'A' and 'B' refer
        Executive Summary
        The Fund votes its shares.
        """)

    assert found["electoral_divisions"] == []
    assert found["title"] == "Responsible Investment"


def test_to_with_a_committee_and_a_date_is_both():
    found = read_typed("""\
        From: Cabinet Member for Education
        To: Schools Cabinet Committee – 11 May 2021
        Subject: A second form of entry
        Summary: One school is to grow.
        Recommendation(s): The Committee is asked to endorse the decision.
        1. Introduction
        1.1 Places are short.
        """)

    assert found["committee"] == "Schools Cabinet Committee"
    assert found["meeting_date"] == "2021-05-11"
    assert found["recommendations"] == ["The Committee is asked to endorse the decision."]
    assert found["background"].endswith("Places are short.")


def test_a_line_that_names_an_exempt_paragraph_is_the_reason_for_part_ii():
    reason = "Appendix 2 is not for publication by virtue of paragraph 3 of Schedule 12A."
    found = read_typed(f"""\
        Report to: Quarry Panel
        Title: Dust
        {reason}
        Summary
        In short.
        """)

    assert found["part_ii_reason"] == reason


def test_council_alone_is_the_body_that_meets():
    found = read_typed("""\
        Council
        4 March 2024
        Report title: Allowances
        Summary
        In short.
        """)

    assert found["committee"] == "Council"


def test_report_alone_over_the_fields_is_no_background():
    found = read_typed("""\
        EXAMPLE COUNTY COUNCIL
        Report
        Committee: Quarry Panel
        Date: 4 March 2024
        Title: Dust
        1. Recommendation
        1.1 That the readings be noted.
        2. Executive Summary
        In short.
        """)

    assert (found["committee"], found["title"]) == ("Quarry Panel", "Dust")


def test_marks_beside_the_committee_and_the_date_are_no_part_of_either():
    found = read_typed("""\
        EXAMPLE CITY COUNCIL
        HOUSING SCRUTINY PANEL          AGENDA ITEM No. 6
        4 MARCH 2024                    PUBLIC REPORT
        EMPTY HOMES
        R E C O M M E N D A T I O N S
        It is recommended that the Panel:
        1. Notes the work done; and
        2. Endorses the plan.
        1. ORIGIN OF REPORT
        1.1 The Panel asked.
        2. PURPOSE AND REASON FOR REPORT
        2.1 To show the plan.
        3. BACKGROUND
        3.1 Homes stand empty.
        """)

    assert found["committee"] == "HOUSING SCRUTINY PANEL"
    assert found["meeting_date"] == "2024-03-04"
    assert found["title"] == "EMPTY HOMES"
    assert found["recommendations"] == ["Notes the work done; and", "Endorses the plan."]
    assert found["executive_summary"] == "To show the plan."


def test_the_chair_and_members_of_a_committee_are_the_committee():
    found = read_typed("""\
        To: The Chair and Members of the Transport Committee
        Meeting: 4 March 2024
        Title: Kerbs
        1. Purpose of report
        1.1 To tell of kerbs.
        """)

    assert found["committee"] == "Transport Committee"


def test_exempt_with_no_beside_it_is_no_reason():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Exempt information: No
        Summary
        In short.
        """)

    assert found["part_ii_reason"] is None


def test_a_label_with_its_value_is_no_second_line_of_a_title():
    found = read_typed("""\
        Policy and Planning Committee
        4 March 2024
        Fire Plan
        Background papers: None
        Purpose of report
        To bring the plan to members.
        """)

    assert found["title"] == "Fire Plan"


def test_a_sentence_that_says_whom_to_contact_is_a_label():
    found = read_typed("""\
        Policy and Planning Committee
        4 March 2024
        Fire Plan
        For further information about this report please contact Lee Poole, Clerk, on 01632 960001
        Purpose of report
        To bring the plan to members.
        """)

    (contact,) = found["contacts"]
    assert (contact["name"], contact["post"]) == ("Lee Poole", "Clerk")


def test_a_label_beside_the_name_of_a_body_is_not_part_of_it():
    found = read_typed("""\
        MEETING: Cabinet
        DATE: 4 March 2024
        TITLE: Vans
        Purpose of report
        To buy vans.
        """)

    assert found["committee"] == "Cabinet"


def test_a_post_without_a_name_is_no_contact_where_somebody_is_named():
    found = read_typed("""\
        Report to: Audit Committee
        Date: 3 May 2024
        Subject: Treasury
        Report author: Lee Poole, Finance Manager
        Executive lead: Chief Finance Officer
        Summary:
        All is well.
        """)

    assert [contact["name"] for contact in found["contacts"]] == ["Lee Poole"]


def test_a_line_that_repeats_what_a_label_gave_is_not_the_title():
    found = read_typed("""\
        HOUSING COMMITTEE
        Damp and Mould
        Committee: Housing Committee
        Date: 3 May 2024
        Summary:
        All is dry.
        """)

    assert (found["committee"], found["title"]) == ("Housing Committee", "Damp and Mould")


def test_a_ticked_purpose_is_a_mark_and_the_number_of_an_item_no_title():
    found = read_typed("""\
        Meeting: Housing Committee
        Date: 3 May 2024
        Item No.
        7.
        Damp and Mould
        Purpose: ☒ Decision ☐ Discussion ☐ Information
        Summary:
        All is dry.
        """)

    assert found["title"] == "Damp and Mould"
    assert (found["executive_summary"], found["background"]) == ("All is dry.", None)


def test_an_authority_meets_itself_where_no_body_of_it_is_named():
    found = read_typed("""\
        FELLMOOR NATIONAL PARK AUTHORITY
        16 July 2021
        Review of the Management Plan
        Purpose of the report
        To agree a timetable.
        """)

    assert found["committee"] == "FELLMOOR NATIONAL PARK AUTHORITY"
    assert found["title"] == "Review of the Management Plan"


def test_meeting_of_the_authority_is_the_authority_over_it():
    found = read_typed("""\
        EXSHIRE FIRE AUTHORITY
        Meeting of the Authority, 13 December 2023
        Community Risk Management Plan
        Purpose of the report
        To agree a plan.
        """)

    assert found["committee"] == "EXSHIRE FIRE AUTHORITY"


def test_a_post_before_a_name_is_the_post_of_that_person():
    found = read_typed("""\
        Policy Group
        14 March 2023
        Response to the Inspectorate
        Report author: Area Manager Lee Poole, 01632 960001, 8 March 2023
        Purpose of the report
        To tell members how we did.
        """)

    (contact,) = found["contacts"]
    assert (contact["name"], contact["post"]) == ("Lee Poole", "Area Manager")


def test_a_meeting_in_public_has_its_date_beside_it_and_the_title_its_kind():
    found = read_typed("""\
        Northfold Care Board
        Meeting in public, 27 March 2025
        Scrutiny Report: Winter Plan
        Executive Summary
        In short.
        """)

    assert (found["meeting_date"], found["title"]) == ("2025-03-27", "Winter Plan")
