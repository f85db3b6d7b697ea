"""The page of components, as people meet it."""

import pytest

PAGES = ("/components/", "/components/workroom/")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page, live_server, axe, path):
    page.goto(live_server + path)

    axe(page)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(page, live_server, no_horizontal_scroll, path):
    page.goto(live_server + path)

    no_horizontal_scroll(page)


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_can_be_looked_at(page, live_server, shoot, path):
    page.goto(live_server + path)

    files = shoot(page, path.strip("/").replace("/", "-"))

    assert all(file.stat().st_size > 20_000 for file in files)


def test_the_keyboard_meets_the_way_past_the_head_first(page, live_server, tab_through):
    page.goto(live_server + "/components/")

    stops = tab_through(page, 6)

    assert [stop.name for stop in stops] == [
        "Skip to main content",
        "Clear Days Clear Days council",
        "Search the papers",
        "Search",
        "Components",
        "Forms",
    ]


def test_the_way_past_the_head_leads_to_the_words(page, live_server):
    page.goto(live_server + "/components/")
    page.keyboard.press("Tab")

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_can_be_seen(page, live_server, tab_through):
    page.goto(live_server + "/components/")

    assert len(tab_through(page, 80)) > 40


def test_a_form_that_comes_back_starts_at_its_faults(page, live_server):
    page.goto(live_server + "/components/workroom/")

    assert page.evaluate("document.activeElement.matches('[data-error-summary]')")


def test_a_fault_leads_to_its_field(page, live_server):
    page.goto(live_server + "/components/workroom/")

    page.get_by_role("link", name="“When is the meeting?”").or_(
        page.get_by_role("link", name="Enter a real date, such as 31 1 2018")
    ).click()

    assert page.evaluate("document.activeElement.name") == "held_on_day"


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_without_script_every_word_is_there(page, live_server):
    page.goto(live_server + "/components/")

    page.get_by_text("Why are weekends left out?").click()

    assert page.get_by_text("Because the council's offices").is_visible()


def test_the_site_loads_no_script(page, live_server):
    page.goto(live_server + "/components/")

    assert page.locator("script").count() == 0


def test_three_font_files_and_one_sheet_are_all_a_page_of_the_site_asks_for(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))

    page.goto(live_server + "/components/", wait_until="networkidle")

    assert sorted(set(asked) - {""}) == [
        "headings.woff2",
        "mark.svg",
        "site.css",
        "words-italic.woff2",
        "words.woff2",
    ]


def test_on_paper_there_is_nothing_to_press_and_no_table_is_cut(page, live_server):
    page.goto(live_server + "/components/")
    page.set_viewport_size({"width": 680, "height": 900})  # A4 between its margins

    page.emulate_media(media="print")

    assert not page.get_by_role("navigation", name="Main").is_visible()
    assert not page.get_by_role("button", name="Publish the agenda").is_visible()
    cut = "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > 680).length"
    assert page.evaluate(cut) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
