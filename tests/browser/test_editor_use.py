"""Writing a report with the editor, by keyboard and tools, in a real browser."""

import re

import pytest

from cleardays.workroom.documents.rendering import clean_html
from cleardays.workroom.reports.models import ReportVersion
from tests.browser.editor import SAMPLES, on_a_line, value
from tests.factories.reports import make_report


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
