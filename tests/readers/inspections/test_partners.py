"""Who is jointly responsible, in the many ways that a report may say it."""

from dataclasses import replace

import pytest

from tests.readers.inspections.paper import COUNTY, UPPER, WHOLE, WYKE, Look

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


@pytest.mark.parametrize("aside", [", a company of the council,", " (a company of the council)"])
def test_a_company_s_aside_is_no_part_of_its_name(read, aside):
    words = f"{COUNTY}, Care for Wyke (CfW){aside} and {UPPER} are jointly"
    words += " responsible for planning and commissioning."

    draft = read(replace(SHORT, partnership=words))

    assert draft.jointly_responsible.value == (COUNTY, "Care for Wyke (CfW)", UPPER)


HEADS = ("Local authority", "Integrated care board")


@pytest.mark.parametrize(
    "details",
    [
        pytest.param(
            (HEADS, (f"{COUNTY}\nDirector of Tides\nQuay 1", f"{WYKE}\n{UPPER}\nwww.a.example")),
            id="names, posts and addresses in one cell",
        ),
        pytest.param(
            ((HEADS[0], COUNTY), ("Director", "Of Tides"), (HEADS[1], f"{WYKE}\n{UPPER}")),
            id="headings down the side",
        ),
    ],
)
def test_the_details_may_be_set_in_other_ways(read, details):
    draft = read(replace(SHORT, details=details))

    assert draft.local_authority.value == COUNTY
    assert draft.icb.value == (WYKE, UPPER)
    assert draft.unsure == ()


def test_a_name_that_a_page_break_cuts_is_whole(read):
    heads, names, *rest = WHOLE.details
    cell = f"<td>{{}}</td><td>{names[1]}</td>"
    top, end = "Saltmere and Wyke", "County Council"
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rest)
    after = f"<h2>Local area partnership details</h2><table><tr><td>{heads[0]}</td>"
    after += f"<td>{heads[1]}</td></tr><tr>{cell.format(top)}</tr></table>"
    after += f"<table style='break-before: page'><tr><td>{end}</td><td></td></tr>{rows}</table>"

    draft = read(replace(SHORT, details=(), after=after))

    assert draft.local_authority.value == f"{top} {end}"
    assert draft.icb.value == (WYKE, UPPER)


def test_a_board_alone_on_the_next_page_of_a_table_without_columns_is_read(read):
    heads, names, *rest = WHOLE.details
    cells = [(*heads,), (names[0], WYKE)], [("", UPPER), *rest]
    tables = [
        "<table class=open>"
        + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
        + "</table>"
        for rows in cells
    ]
    after = f"<h2>Local area partnership details</h2>{tables[0]}<div class=cut></div>{tables[1]}"
    more = ".open td { border-width: 0.5pt 0 } .open td { width: 50% } .cut { break-after: page }"

    draft = read(replace(SHORT, details=(), after=after), Look(more=more))

    assert draft.local_authority.value == COUNTY
    assert draft.icb.value == (WYKE, UPPER)


def test_a_post_among_the_names_is_doubted(read):
    details = (HEADS, ("Director of Tides", WYKE))

    assert [d.field for d in read(replace(SHORT, details=details)).unsure] == ["local_authority"]
