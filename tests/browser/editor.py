"""The editor of formatted words as tests drive it."""

import re

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
