"""Every pair of colours that the sheets set on each other: WCAG 2.2, 1.4.3 and 1.4.11."""

import re
from pathlib import Path

import pytest

from cleardays.design import context

STYLES = Path(context.__file__).parent / "styles"
TOKENS = dict(re.findall(r"\$([a-z-]+): (#[0-9a-f]{6});", (STYLES / "_tokens.scss").read_text()))

WORDS = [
    *((text, ground) for text in ("ink", "ink-soft", "green", "green-deep", "red", "visited")
      for ground in ("paper", "card", "stone")),
    ("card", "green"), ("card", "green-deep"), ("card", "red"), ("card", "ink"),
    ("ink", "marigold"), ("ink", "marigold-tint"), ("amber", "marigold-tint"),
    ("green", "green-tint"), ("ink", "green-tint"), ("red", "red-tint"), ("ink", "red-tint"),
    ("slate", "slate-tint"), ("ink", "slate-tint"), ("green", "slate-tint"),
    ("green", "marigold-tint"), ("green", "red-tint"), ("ink", "rule"), ("ink-soft", "green-tint"),
]  # fmt: skip
EDGES = [
    ("edge", "paper"), ("edge", "card"), ("edge", "stone"), ("ink", "paper"), ("green", "card"),
    ("green", "paper"), ("slate", "paper"), ("red", "paper"), ("marigold", "green-deep"),
]  # fmt: skip


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), WORDS)
def test_words_stand_out_from_their_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_that_mean_something_can_be_seen(edge, ground):
    assert contrast(edge, ground) >= 3


def test_black_on_white_is_what_the_standard_says():
    TOKENS.update(black="#000000", white="#ffffff")

    assert contrast("black", "white") == pytest.approx(21)


def test_no_sheet_names_a_colour_that_is_no_token():
    strays = [
        f"{path.name}: {colour}"
        for path in STYLES.glob("*.scss")
        if path.name != "_tokens.scss"
        for colour in re.findall(r"#[0-9a-f]{3,6}\b", path.read_text())
        if colour not in {"#000", "#000000"}
    ]

    assert strays == []
