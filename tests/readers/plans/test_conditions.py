"""Colours that rules give: each kind of rule that is followed, and those that are not."""

import pytest
from openpyxl.formatting.rule import CellIsRule, FormulaRule, IconSetRule
from openpyxl.styles import PatternFill

from cleardays.readers.plans import read_plan

HEADS = ("Ref", "Action", "RAG", "Health")
RED, GREEN = (PatternFill(bgColor=rgb) for rgb in ("FFFF0000", "FF00B050"))


def statuses(sheet_of, *cells, rules=(), health=()):
    """The statuses read of a sheet whose column C has some rules."""

    def touch(sheet):
        for rule in rules:
            sheet.conditional_formatting.add("C2:C99", rule)

    pairs = [(cell, health[n] if n < len(health) else None) for n, cell in enumerate(cells)]
    rows = [(str(n), "Mend", *pair) for n, pair in enumerate(pairs, 1)]
    table = read_plan(sheet_of(HEADS, *rows, touch=touch))
    return [row.values["reported_status"] for row in table.rows], table.notices


@pytest.mark.parametrize(
    "rule",
    [
        CellIsRule(operator="equal", formula=["1"], fill=RED),
        CellIsRule(operator="lessThan", formula=["2"], fill=RED),
        CellIsRule(operator="between", formula=["0.5", "1.5"], fill=RED),
        CellIsRule(operator="notEqual", formula=["2"], fill=RED),
        FormulaRule(formula=["$C2=1"], fill=RED),
        FormulaRule(formula=["C2<=1"], fill=RED),
    ],
    ids=lambda rule: f"{rule.operator or 'formula'} {rule.formula[0]}",
)
def test_a_number_with_a_rule_says_the_colour_of_the_rule(sheet_of, rule):
    said, notices = statuses(sheet_of, 1, 2, None, rules=[rule])

    assert said == ["Red", "2", ""]
    assert "read from the colour of the cell 1 times" in notices[0]


def test_words_count_whatever_their_colour(sheet_of):
    rule = CellIsRule(operator="equal", formula=['"Late"'], fill=RED)

    assert statuses(sheet_of, "Late", rules=[rule]) == (["Late"], ())


def test_an_empty_cell_is_coloured_by_what_another_of_its_row_says(sheet_of):
    rules = [
        FormulaRule(formula=['$D2="off track"'], fill=RED),
        FormulaRule(formula=['$D2="On track"'], fill=GREEN),
    ]

    said, _ = statuses(sheet_of, *[None] * 3, rules=rules, health=("Off track", "On track", ""))

    assert said == ["Red", "Green", ""]


def test_the_first_rule_counts(sheet_of):
    rules = [CellIsRule(operator="lessThan", formula=[most], fill=fill)
             for most, fill in (("2", RED), ("9", GREEN))]  # fmt: skip

    assert statuses(sheet_of, 1, 3, rules=rules)[0] == ["Red", "Green"]


@pytest.mark.parametrize(
    ("kind", "steps", "reverse", "wanted"),
    [
        pytest.param("num", [0, 2, 3], False, ["Red", "Amber", "Green"], id="by number"),
        pytest.param("percent", [0, 33, 67], False, ["Red", "Amber", "Green"], id="by percent"),
        pytest.param("num", [0, 2, 3], True, ["Green", "Amber", "Red"], id="turned round"),
    ],
)
def test_traffic_lights_are_read(sheet_of, kind, steps, reverse, wanted):
    rule = IconSetRule("3TrafficLights1", kind, steps, reverse=reverse)

    assert statuses(sheet_of, 1, 2, 3, rules=[rule])[0] == wanted


@pytest.mark.parametrize(
    "rule",
    [
        FormulaRule(formula=["AND($D2<TODAY(),$D2>0)"], fill=RED),
        CellIsRule(operator="equal", formula=["Key!$A$1"], fill=RED),
        IconSetRule("4Arrows", "percent", [0, 25, 50, 75]),
        IconSetRule("3Flags", "percentile", [0, 33, 67]),
    ],
    ids=("today", "another sheet", "four arrows", "percentiles"),
)
def test_rules_that_cannot_be_followed_are_said(sheet_of, rule):
    said, notices = statuses(sheet_of, None, rules=[rule])

    assert said == [""]
    assert "come of rules that cannot be read" in notices[0]
