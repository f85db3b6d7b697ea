"""Who is jointly responsible, in the many ways that a report may say it."""

from dataclasses import replace

import pytest

from tests.readers.inspections.paper import COUNTY, UPPER, WHOLE, WYKE

SHORT = replace(WHOLE, filler=5)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            f"{COUNTY} and the {UPPER} are responsible for commissioning and planning services.",
            (COUNTY, UPPER),
        ),
        (
            f"The health service changed in 2022. At this time, {COUNTY}, the {WYKE} and NHS"
            " England became jointly responsible for the planning and commissioning of services.",
            (COUNTY, WYKE, "NHS England"),
        ),
        (
            f"{COUNTY} is jointly responsible with {UPPER} for the planning and commissioning of"
            " services.",
            (COUNTY, UPPER),
        ),
        (
            f"The partnership is made up of {COUNTY} and {UPPER}, who are jointly responsible for"
            " planning and commissioning.",
            (COUNTY, UPPER),
        ),
        (
            f"Services are jointly planned and commissioned by {COUNTY}, Wyke Children First and"
            f" {UPPER}.",
            (COUNTY, "Wyke Children First", UPPER),
        ),
        (
            f"{COUNTY}, together with {UPPER}, is responsible for planning and commissioning.",
            (COUNTY, UPPER),
        ),
        (
            f"On 1 July 2022, {UPPER} and the local authority became jointly responsible for the"
            " planning and commissioning of services.",
            (UPPER, COUNTY),
        ),
        (
            "In 2014 a company called Care for Wyke (CfW) was set up. The local authority, CfW and"
            f" {UPPER} have joint responsibility for planning and commissioning.",
            (COUNTY, "Care for Wyke (CfW)", UPPER),
        ),
    ],
)
def test_the_sentence_on_joint_responsibility_names_the_bodies(read, words, names):
    draft = read(replace(SHORT, partnership=words))

    assert draft.jointly_responsible.value == names
    assert draft.unsure == ()


def test_who_commissions_health_services_alone_is_not_joint_responsibility(read):
    words = f"On 1 July 2022, {UPPER} became responsible for the commissioning of health services."

    draft = read(replace(SHORT, partnership=words))

    assert draft.jointly_responsible.value == ()
    assert [doubt.field for doubt in draft.unsure] == ["jointly_responsible"]


def test_what_is_not_plainly_a_body_is_doubted(read):
    words = f"{COUNTY} and Harbour Friends are jointly responsible for planning and commissioning."

    draft = read(replace(SHORT, partnership=words))

    assert draft.jointly_responsible.value == (COUNTY, "Harbour Friends")
    assert [doubt.words for doubt in draft.unsure] == ["Harbour Friends"]


def test_form_labels_in_the_details_are_left_out(read):
    details = (
        ("Local authority", "Integrated care boards"),
        (f"Name of authority:\n{COUNTY}", f"Name of ICB: {WYKE}; {UPPER}"),
        ("Name of lead: the Director", "Name of lead: the Chief Executive"),
    )

    draft = read(replace(SHORT, details=details))

    assert draft.local_authority.value == COUNTY
    assert draft.icb.value == (WYKE, UPPER)


def test_a_report_without_details_is_doubted(read):
    draft = read(replace(SHORT, details=()))

    assert draft.local_authority.value is None
    assert "local_authority" in [doubt.field for doubt in draft.unsure]


def test_a_details_table_without_a_board_is_doubted(read):
    draft = read(replace(SHORT, details=(("Local authority",), (COUNTY,))))

    assert draft.local_authority.value == COUNTY
    assert [doubt.field for doubt in draft.unsure] == ["icb"]
