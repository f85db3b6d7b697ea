"""What the workroom's script adds, each behaviour by itself."""

import pytest

from tests.browser.conftest import watch

FORM = "/components/workroom/"
ADD = """(html) => {
  const box = document.createElement("div");
  box.innerHTML = html;
  document.querySelector("main").prepend(box);
  htmx.process(box);
}"""


@pytest.fixture
def posted(page):
    """The requests to /press; each is answered with a word, none is sent."""
    seen = []

    def answer(route):
        seen.append(route.request)
        route.fulfill(body="<p id='answer'>Done</p>", content_type="text/html")

    page.route("**/press", answer)
    return seen


@pytest.fixture
def token(page, context, live_server):
    """The token that the workroom's form page leaves with its visitor."""
    page.goto(live_server + FORM)
    context.add_cookies([{"name": "cleardays_csrf", "value": "t0ken", "url": live_server.url}])
    return "t0ken"


def test_a_request_outside_a_form_carries_the_token(page, token, posted):
    page.evaluate(ADD, "<button hx-post='/press' hx-target='this'>Press</button>")

    page.get_by_role("button", name="Press").click()
    page.locator("#answer").wait_for()

    assert posted[0].headers["x-csrftoken"] == token


def test_a_request_that_only_asks_carries_no_token(page, token, posted):
    page.evaluate(ADD, "<button hx-get='/press' hx-target='this'>Ask</button>")

    page.get_by_role("button", name="Ask").click()
    page.locator("#answer").wait_for()

    assert token
    assert "x-csrftoken" not in posted[0].headers


@pytest.mark.parametrize("sends", ["hx-post='/press'", "action='/press'"])
def test_a_form_pressed_twice_is_sent_once(page, live_server, sends):
    waiting = []
    page.route("**/press*", lambda route: waiting.append(route))
    page.goto(live_server + FORM)
    page.evaluate(ADD, f"<form id='twice' {sends}><button name='a'>Send</button></form>")

    press = "() => document.querySelector('#twice button').click()"
    page.evaluate(f"() => {{ ({press})(); setTimeout({press}, 150) }}")
    page.wait_for_timeout(500)

    assert len(waiting) == 1
    waiting[0].fulfill(body="<p>Done</p>", content_type="text/html")


def test_typed_words_are_not_lost_without_asking(page, live_server):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(live_server + FORM)
    page.evaluate(ADD, "<form data-guard><input aria-label='Words'></form>")
    page.get_by_label("Words").fill("A long answer")

    page.goto(live_server + "/components/")

    assert asked == ["beforeunload"]


def test_a_page_that_breaks_the_content_policy_is_noticed(context, live_server):
    page = context.new_page()
    faults = watch(page)
    page.goto(live_server + FORM)

    page.evaluate("document.body.setAttribute('onclick', 'alert(1)'); document.body.click()")
    page.evaluate(ADD, "<img src='https://elsewhere.example/x.png' alt=''>")
    page.wait_for_timeout(300)

    assert any("Content Security Policy" in fault for fault in faults)
