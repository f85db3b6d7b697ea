"""The invented plan: its weeks become days, and every deed names an action that it has."""

from datetime import date

from cleardays.cli.demonstration.invented import DEEDS, _months_before, invented

TODAY = date(2026, 11, 24)


def test_weeks_are_counted_from_the_day_of_loading():
    told = invented(TODAY)

    assert told["actions"][0]["start"] == date(2026, 1, 20)
    assert told["versions"][0]["steps"][1] == ["accepted", date(2026, 2, 17)]
    assert told["measure"]["target_in"] == date(2027, 5, 25)


def test_every_deed_is_known_and_is_of_an_action_that_there_is():
    told = invented(TODAY)
    refs = {one["ref"] for one in told["actions"]}
    deeds = [deed for version in told["versions"] for deed in version["deeds"]]

    assert {deed["do"] for deed in deeds} == set(DEEDS)
    assert {deed["action"] for deed in deeds if "action" in deed} < refs


def test_nothing_happens_after_the_version_that_tells_it():
    told = invented(TODAY)
    days = [one["as_at"] for one in told["versions"]]

    assert days == sorted(days)
    assert days[-1] <= TODAY
    for version in told["versions"]:
        for deed in version["deeds"]:
            for name in ("on", "when", "said_on", "checked_on"):
                assert deed.get(name, version["as_at"]) <= version["as_at"], deed


def test_the_last_figure_is_of_the_month_before():
    assert _months_before(date(2026, 2, 3), 3) == ["2025-11", "2025-12", "2026-01"]
