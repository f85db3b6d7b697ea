"""What the editor of formatted words holds and posts, in a real browser."""

import random

from cleardays.workroom.documents.rendering import ATTRIBUTES, TAGS, clean_html, plain_text
from cleardays.workroom.documents.typed import from_typed
from tests.browser.editor import FIRST, SAMPLES, through

SYNONYMS = {"b": "strong", "i": "em"}


def test_there_is_a_sample_of_all_that_the_sanitiser_lets_through():
    together = " ".join(SAMPLES.values())
    attributes = {name for names in ATTRIBUTES.values() for name in names}

    assert set(SAMPLES) == TAGS
    assert {name for name in attributes if f' {name}="' in together} == attributes


def test_the_editor_holds_exactly_what_the_sanitiser_lets_through(advice):
    for tag, sample in SAMPLES.items():
        clean = clean_html(FIRST + sample)
        expected = clean.replace(f"{tag}>", f"{SYNONYMS.get(tag, tag)}>")

        assert through(advice, clean) == expected, tag


def test_the_editor_reads_what_is_typed_without_html_as_the_server_does(advice):
    for typed in (
        "Nine & more\nlamps\n\nCost < £9",
        "First\n\n- High\n- Low\n\n* One\n\n## Costs\n\n### Smaller",
        "First\n\n1. One\n2. Two\n\n3) Three\n4) Four",
        "1. Alone\n\n1.1 The lamps\n1.2 The posts\n\n- One\nand more\n\n#1\n\n-5",
        "1. One\n3. Three\n\n## Two\nlines",
        "First\n\n| **Street** | Lamps |\n| --- | --- |\n| High \\| Low | 9 |\n| Quay |",
        "First **old** and _dark_\n\n- **High**\n\na_b_c, 2 ** 3 and é_f_",
        "First\n\n<h4>Costs</h4>\n\n<pre>one\n\n two</pre>\n\nA <u>dark</u> lamp\n\nAfter",
    ):
        assert through(advice, typed) == from_typed(typed), typed


def test_what_the_sanitiser_refuses_the_editor_does_not_hold(advice):
    refused = (
        '<h1>High</h1><p onclick="x()" style="color:red" id="a">Lamps</p><script>x()</script>'
        '<a href="javascript:x()">here</a><img src="https://elsewhere.example/x.png">'
        "<font color=red>red</font><!-- secret --><iframe src=x></iframe><form><input></form>"
    )

    posted = through(advice, FIRST + refused)

    assert posted == "<p>First</p>\n<h3>High</h3>\n<p>Lamps</p>\n<p>herered</p>"


def made_up(chance: random.Random, depth: int = 0) -> str:
    """HTML as somebody might have it: nested anyhow, mostly what is allowed."""
    tags = [*sorted(TAGS), "div", "span", "font", "h1", "h2", "section", "del", "center"]
    words = ["lamp ", "&amp;", "&nbsp;", "&lt;b&gt;", "  ", "é“", "\n", "“&quot;", "1 < 2 "]
    if depth > 4 or chance.random() < 0.25:
        return chance.choice(words) * chance.randint(1, 3)
    tag = chance.choice(tags)
    inner = "".join(made_up(chance, depth + 1) for _ in range(chance.randint(0, 3)))
    names = sorted({*ATTRIBUTES.get(tag, ()), "class"})
    values = ("2", "https://a.example/é?b=“c”&d", "row", 'a"b', "x<y>")
    given = "".join(
        f" {name}='{chance.choice(values)}'" for name in names if chance.random() < 0.4
    )
    return f"<{tag}{given}>{inner}</{tag}>"


def test_what_the_editor_posts_survives_the_sanitiser_unchanged(advice):
    chance = random.Random(20261124)
    for _ in range(60):
        html = clean_html(FIRST + "".join(made_up(chance) for _ in range(4)))

        posted = through(advice, html)

        assert clean_html(posted) == posted, html
        assert "".join(plain_text(posted).split()) == "".join(plain_text(html).split()), html
