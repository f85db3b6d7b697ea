"""The editor of formatted words in a real browser: what it holds and posts, how it is used."""

import random
import re

import pytest

from cleardays.workroom.documents.rendering import ATTRIBUTES, TAGS, clean_html, plain_text
from cleardays.workroom.documents.typed import from_typed
from cleardays.workroom.reports.models import ReportVersion
from tests.factories.reports import make_report

FORM = "/components/workroom/"
FIRST = "<p>First</p>\n"
# A sample of each tag that the sanitiser lets through, with every attribute that it may have.
SAMPLES = {
    "h3": "<h3>Lamps</h3>",
    "h4": "<h4>Lamps</h4>",
    "h5": "<h5>Lamps</h5>",
    "h6": "<h6>Lamps</h6>",
    "p": "<p>Lamps &amp; posts &lt; 9</p>",
    "br": "<p>Lamps<br>posts</p>",
    "hr": "<hr><p>After</p>",
    "blockquote": "<blockquote><p>Lamps</p>\n</blockquote>",
    "pre": "<pre>two\n  lines</pre>",
    **{
        tag: f"<p>Some <{tag}>lamps</{tag}> here</p>"
        for tag in ("strong", "em", "u", "s", "sub", "sup", "q", "cite", "code")
    },
    "abbr": '<p><abbr title="Light &amp; post">LP</abbr></p>',
    "b": "<p>Some <b>lamps</b></p>",
    "i": "<p>Some <i>lamps</i></p>",
    "ul": "<ul><li>One<ul><li>Two</li>\n</ul></li>\n</ul>",
    "ol": '<ol start="3" type="a" reversed=""><li>One</li>\n</ol>',
    "li": '<ol><li value="4">One</li>\n<li><p>Two</p>\n<p>more</p>\n</li>\n</ol>',
    **dict.fromkeys(("dl", "dt", "dd"), "<dl><dt>Lamp</dt>\n<dd>A light</dd>\n</dl>"),
    **dict.fromkeys(
        ("table", "caption", "thead", "tbody", "tfoot", "tr"),
        "<table><caption>Lamps</caption><thead><tr><td>a</td></tr></thead>"
        "<tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>",
    ),
    "th": '<table><tbody><tr><th colspan="2" rowspan="2" scope="row">a</th></tr></tbody></table>',
    "td": '<table><tbody><tr><td colspan="2" rowspan="2">a</td></tr></tbody></table>',
    "a": '<p><a href="https://example.org/?a=1&amp;b=2">Lamps</a></p>',
}
SYNONYMS = {"b": "strong", "i": "em"}


@pytest.fixture
def advice(page, live_server):
    """The editor on the page that shows every field."""
    page.goto(live_server + FORM)
    return page.locator("#fresh_advice")


def on_a_line(html: str) -> str:
    """HTML without the line breaks between its blocks."""
    return re.sub(r">\n<", "><", html)


def value(advice) -> str:
    """What would be posted."""
    return advice.page.locator("#fresh_advice >> xpath=../../textarea").input_value()


def through(advice, html: str) -> str:
    """What would be posted after one letter was typed and taken back."""
    advice.page.evaluate(
        """(html) => {
          const area = document.querySelector("#fresh_advice").closest(".cd-editor")
            .parentElement.querySelector("textarea");
          area.value = html;
          dispatchEvent(new Event("pageshow"));
        }""",
        html,
    )
    advice.focus()
    advice.press("Control+Home")
    advice.press("x")
    advice.press("Backspace")
    return value(advice)


def paste(advice, html: str, plain: str = "") -> None:
    """Paste as a program would that puts HTML on the clipboard."""
    advice.evaluate(
        """(element, [html, plain]) => {
          element.focus();
          const clipboardData = new DataTransfer();
          if (html) clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", plain);
          element.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        [html, plain],
    )


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


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {margin:0cm; font-size:11pt} --></style>
<!--[if gte mso 9]><xml><w:WordDocument>settings</w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-list:l3 level1 lfo4'><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Background<o:p>
</o:p></h1>
<h2>Lamps</h2>
<p class=MsoNormal>Nine <b style='mso-bidi-font-weight:normal'>lamps</b><span
style='mso-spacerun:yes'>&nbsp; </span>are <span style='font-style:italic'>dark</span><del
cite="mailto:Writer" datetime="2026-01-05T10:00">, which is a scandal</del><ins
cite="mailto:Writer" datetime="2026-01-05T10:00"> tonight</ins>.<a
style='mso-comment-reference:W_1'><span class=MsoCommentReference><span
style='mso-special-character:comment'>&nbsp;</span></span></a><span
style='display:none;mso-hide:all'>Hidden plan</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>High
Street<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span>
<![endif]>North side<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Low Street<o:p></o:p></p>
<p class=MsoNormal style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>2.1<span>&nbsp;
</span></span>A paragraph that others cite</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>(b)<span>
&nbsp;</span></span>Agree</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>(c)<span>
&nbsp;</span></span>Pay</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><thead><tr><td width=100
style='border:solid'><p class=MsoNormal><b>Street<o:p></o:p></b></p></td><td><p>Lamps</p></td></tr>
</thead><tr><td colspan=2 style='border:none'><p class=MsoNormal>High<o:p></o:p></p></td>
</tr></table>
<p class=MsoNormal>See <a href="https://example.org/lamps">the list</a>, <a href="#a">above</a>, <a
href="file:///C:/private/plan.docx">the plan</a>.<img src="file:///C:/x.png" alt="A lamp"></p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div
class=msocomtxt><p>What will the press say?</p></div></div></div>
<!--EndFragment--></body></html>"""
FROM_WORD = [
    "<h3>2. Background</h3>",
    "<h4>Lamps</h4>",
    "<p>Nine <strong>lamps</strong> are <em>dark</em> tonight.</p>",
    "<ul><li>High Street<ul><li>North side</li></ul></li><li>Low Street</li></ul>",
    "<p>2.1 A paragraph that others cite</p>",
    '<ol start="2" type="a"><li>Agree</li><li>Pay</li></ol>',
    '<table><thead><tr><th scope="col"><strong>Street</strong></th><th scope="col">Lamps</th></tr>'
    '</thead><tbody><tr><td colspan="2">High</td></tr></tbody></table>',
    '<p>See <a href="https://example.org/lamps" rel="noopener noreferrer">the list</a>, above, '
    "the plan.</p>",
]


def test_what_comes_from_word_becomes_clean_structure(advice):
    paste(advice, WORD)

    posted = value(advice)
    assert on_a_line(posted) == "".join(FROM_WORD)
    assert clean_html(posted) == posted


def test_the_author_is_told_what_was_left_out_of_a_paste(advice):
    paste(advice, WORD)

    said = advice.page.locator(".cd-editor__said:visible").inner_text()
    assert said == (
        "Left out of what you pasted: a comment; a deleted passage; a hidden passage;"
        " a picture: say in words what it shows."
    )


def test_a_paste_of_a_web_editor_keeps_its_bold_words_and_nothing_invisible(advice):
    paste(
        advice,
        '<meta charset="utf-8"><b style="font-weight:normal" id="guid"><p dir="ltr"><span '
        'style="font-weight:400">Plain </span><span style="font-weight:700">bold</span></p></b>'
        '<p hidden>secret</p><p style="mso-hide:all">secret</p>'
        '<p style="visibility:hidden">secret</p><!--secret--><p>&nbsp;</p>',
    )

    assert value(advice) == "<p>Plain <strong>bold</strong></p>"


def test_plain_text_is_pasted_as_paragraphs(advice):
    paste(advice, "", "Nine & more\n\nlamps")

    assert value(advice) == "<p>Nine &amp; more</p>\n<p>lamps</p>"


def test_words_copied_within_the_editor_come_back_the_same(advice):
    table = clean_html(
        "<table><caption>Lamps</caption><thead><tr><th scope='col'>a</th></tr></thead>"
        "<tbody><tr><td>b</td></tr></tbody></table><p>After</p>"
    )
    through(advice, FIRST + table)
    advice.press("Control+A")
    copied = advice.evaluate(
        """(element) => {
          const clipboardData = new DataTransfer();
          element.dispatchEvent(
            new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
          return clipboardData.getData("text/html");
        }"""
    )
    advice.press("Backspace")

    paste(advice, copied)

    assert value(advice) == FIRST + table


def test_the_bar_is_one_stop_for_tab_and_walked_with_arrows(advice):
    page = advice.page
    held = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
    advice.focus()
    advice.press("Alt+F10")
    seen = [page.evaluate(held)]
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowRight", "Home", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate(held))
    page.keyboard.press("Escape")

    assert seen == ["Heading", "Subheading", "Bold", "Redo", "Heading", "Heading", "Redo"]
    assert page.evaluate("document.activeElement.id") == "fresh_advice"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(held) == "Redo"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "fresh_file"


def test_a_tool_says_whether_it_is_pressed(advice):
    bold = advice.page.get_by_role("toolbar", name="Tools for Advice").get_by_label("Bold").last
    advice.focus()
    advice.press_sequentially("Nine ")
    before = bold.get_attribute("aria-pressed")

    advice.press("Control+b")
    advice.press_sequentially("lamps")

    assert (before, bold.get_attribute("aria-pressed")) == ("false", "true")
    assert value(advice) == "<p>Nine <strong>lamps</strong></p>"


def test_a_report_can_be_written_with_the_tools(advice):
    tools = advice.locator("xpath=..").get_by_role("toolbar")
    advice.click()
    tools.get_by_role("button", name="Heading", exact=True).click()
    advice.press_sequentially("Lamps")
    advice.press("Enter")
    tools.get_by_label("Bulleted list").click()
    advice.press_sequentially("One")
    advice.press("Enter")
    tools.get_by_label("Item under the one above").click()
    advice.press_sequentially("Two")
    for _ in range(3):
        advice.press("Enter")
    tools.get_by_label("Insert a table").click()
    advice.press_sequentially("Costs")
    advice.press("Enter")
    advice.press_sequentially("Year")
    tools.get_by_role("button", name="Remove column").click()
    tools.get_by_role("button", name="Remove row").click()
    tools.get_by_role("button", name="Heading column").click()

    cells = '<tr><th scope="row"></th><td></td></tr>'
    assert on_a_line(value(advice)) == (
        "<h3>Lamps</h3><ul><li>One<ul><li>Two</li></ul></li></ul>"
        f"<table><caption>Costs</caption><tbody>{cells}{cells}</tbody></table>"
    )


def test_a_link_is_set_and_a_mistaken_address_is_explained(advice):
    page = advice.page
    advice.focus()
    advice.press_sequentially("lamps")
    advice.press("Control+A")
    advice.press("Control+k")
    asked = page.get_by_label("Address of the page or e-mail")
    asked = asked.locator("visible=true")
    asked.fill("javascript:alert(1)")
    asked.press("Enter")
    refused = page.get_by_text("Enter an address that begins with https://").locator(
        "visible=true"
    )
    refused.wait_for()

    asked.fill("www.example.org/lamps")
    asked.press("Enter")

    link = '<a href="https://www.example.org/lamps" rel="noopener noreferrer">lamps</a>'
    assert value(advice) == f"<p>{link}</p>"
    assert page.evaluate("document.activeElement.id") == "fresh_advice"


def edit(page, live_server, report) -> None:
    page.goto(f"{live_server.url}/reports/{report.pk}/edit/")


def newest(report) -> ReportVersion:
    return ReportVersion.objects.unrestricted(because="a test").of(report)[0]


def to_the_end(words) -> None:
    """Put the caret after the last word."""
    words.focus()
    words.page.wait_for_timeout(100)  # the editor sets its own caret a moment after the focus
    words.press("Control+End")


def test_an_author_corrects_the_parts_and_saves_them(
    page, live_server, sign_in, author, committee
):
    report = make_report(author, committee, recommendations=("Agree that <em>all</em> is lit.",))
    sign_in(author)
    edit(page, live_server, report)
    words = page.get_by_role("textbox", name="Background and advice")
    to_the_end(words)
    words.press("Enter")
    words.press_sequentially("Ten & more.")
    one = page.get_by_role("textbox", name="Recommendation", exact=True)
    to_the_end(one)
    one.press_sequentially(" Soon & well.")

    page.get_by_role("button", name="Save this version").last.click()
    page.wait_for_url(f"**/reports/{report.pk}/")

    saved = newest(report)
    assert saved.background == "<p>Nine lamps are dark.</p>\n<p>Ten &amp; more.</p>"
    assert saved.recommendations == ["Agree that <em>all</em> is lit. Soon &amp; well."]


def test_what_nobody_touched_is_posted_as_it_came(page, live_server, sign_in, author, committee):
    background = clean_html(SAMPLES["ul"] + SAMPLES["table"] + SAMPLES["b"])
    report = make_report(author, committee, background=background)
    sign_in(author)
    edit(page, live_server, report)

    page.get_by_role("button", name="Save this version").last.click()
    page.wait_for_url(f"**/reports/{report.pk}/")

    assert newest(report).number == 1


def test_the_parts_are_accessible_and_fit_a_phone(
    page, live_server, sign_in, author, committee, axe, no_horizontal_scroll
):
    background = clean_html("".join(SAMPLES.values()))
    report = make_report(author, committee, background=background)
    sign_in(author)
    edit(page, live_server, report)
    page.get_by_role("textbox", name="Background and advice").locator("td").first.click()
    page.keyboard.press("Control+k")

    axe(page)
    no_horizontal_scroll(page)


def test_a_label_leads_to_its_words(page, live_server, sign_in, author, committee):
    sign_in(author)
    edit(page, live_server, make_report(author, committee))

    page.get_by_text("Consultations", exact=True).click()

    assert page.evaluate("document.activeElement.id") == "id_consultations"


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_without_a_script_the_text_area_stays(page, live_server, sign_in, author, committee):
    sign_in(author)
    edit(page, live_server, make_report(author, committee))
    area = page.get_by_label("Background and advice")

    assert area.input_value() == "Nine lamps are dark."
    assert re.search("empty line between paragraphs", page.content())
    assert page.locator(".cd-editor").count() == 0
