"""What is not installed cannot leak: the site's process has nothing of the workroom."""

from cleardays.config.sides import EVERYTHING, SITE, WORKROOM


def test_the_site_has_no_app_of_the_workroom_and_nobody_signs_in_there():
    parts = " ".join((*SITE.apps, *SITE.middleware))

    for word in ("workroom", "door", "auth", "sessions", "allauth", "messages"):
        assert word not in parts


def test_the_workroom_has_no_app_of_the_public_side():
    assert not {"cleardays.record", "cleardays.letterbox", "cleardays.site", "cleardays.door"} & (
        {*WORKROOM.apps}
    )


def test_the_worker_works_on_both_sides():
    assert {*SITE.apps, *WORKROOM.apps, "cleardays.door"} == {*EVERYTHING.apps}
