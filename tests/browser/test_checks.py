"""The checks themselves: each is seen to fail on a page made to be wrong."""

import pytest

from tests.browser import checks

GOOD = (
    "<!doctype html><html lang='en-GB'><head><title>Good</title></head><body><main><h1>Good</h1>"
    "<a href='#a'>One</a> <button>Two</button></main></body></html>"
)


def test_a_good_page_passes_every_check(page):
    page.set_content(GOOD)

    checks.assert_accessible(page)
    checks.assert_no_horizontal_scroll(page)
    stops = checks.tab_through(page, 9)

    assert [(stop.name, stop.tag) for stop in stops] == [("One", "a"), ("Two", "button")]


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("<h1>Good</h1>", "<h1>Good</h1><img src='data:,'>", "image-alt"),
        ("<h1>Good</h1>", "<h1>Good</h1><h4>Deep</h4>", "heading-order"),
        ("lang='en-GB'", "", "html-has-lang"),
        ("<button>", "<button style='color:#aaa;background:#bbb'>", "color-contrast"),
    ],
)
def test_axe_says_which_rule_is_broken(page, right, wrong, rule):
    page.set_content(GOOD.replace(right, wrong))

    with pytest.raises(AssertionError, match=rule):
        checks.assert_accessible(page)


def test_a_page_wider_than_its_window_is_named_with_what_is_too_wide(page):
    page.set_content(GOOD.replace("<h1>", "<p class='wide' style='width:900px'>x</p><h1>"))

    with pytest.raises(AssertionError, match=r'at 320: \[\s+"<p class=..wide'):
        checks.assert_no_horizontal_scroll(page)


def test_focus_that_cannot_be_seen_is_found(page):
    page.set_content(GOOD.replace("<a ", "<a style='outline:none' "))

    with pytest.raises(AssertionError, match="focus cannot be seen on a 'One'"):
        checks.tab_through(page, 2)


def test_focus_behind_something_is_found(page):
    cover = "<div style='position:fixed;inset:0;background:#fff'></div></main>"
    page.set_content(GOOD.replace("</main>", cover))

    with pytest.raises(AssertionError, match="something covers a 'One'"):
        checks.tab_through(page, 2)


def test_tab_that_leaves_reading_order_is_found(page):
    page.set_content(GOOD.replace("<button>", "<button tabindex='1'>"))

    with pytest.raises(AssertionError, match="Tab goes back from 'Two' to 'One'"):
        checks.tab_through(page, 2)
