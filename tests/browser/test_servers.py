"""The two live servers: each is its own side."""


def test_the_public_side_shows_its_front_page_and_keeps_nothing_of_its_visitor(
    page, context, site_server, axe
):
    page.goto(site_server + "/")

    axe(page)
    assert page.locator(".cd-masthead--workroom").count() == 0
    assert context.cookies() == []


def test_the_workroom_asks_who_is_there(page, live_server):
    page.goto(live_server + "/")

    assert page.url.startswith(live_server + "/account/login/")
    assert page.locator(".cd-masthead--workroom").count() == 1


def test_somebody_signed_in_is_known(page, live_server, sign_in, clerk):
    sign_in(clerk)

    page.goto(live_server + "/")

    assert page.get_by_role("button", name="Sign out").is_visible()
