"""Pasting into the editor from Word, from the web, and from itself, in a real browser."""

from cleardays.workroom.documents.rendering import clean_html
from tests.browser.editor import FIRST, on_a_line, paste, through, value

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
