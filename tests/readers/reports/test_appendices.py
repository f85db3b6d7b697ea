"""Appendices that a report refers to at its front and lists again further down."""

from tests.readers.reports.typed import read_typed


def test_an_appendix_named_twice_is_entered_once_with_its_title():
    found = read_typed("""\
        Cabinet
        Meeting to be held on Thursday, 7 July 2022
        Winter Service Plan
        (Appendices 'A' and 'B' refer)
        Brief Summary
        In short.
        Appendices
        Appendices 'A' and 'B' are attached to this report and are summarised below.
        \tAppendix
        \tTitle

        \tAppendix 'A'
        \tRoads to be gritted

        \tAppendix 'B'
        \tMap
        """)

    assert found["appendices"] == ["Appendix 'A' - Roads to be gritted", "Appendix 'B' - Map"]
    assert found["unread"] == []
