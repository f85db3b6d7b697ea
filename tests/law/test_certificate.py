from datetime import date

import pytest

from cleardays.law.certificate import Paper, Standing, verdict
from cleardays.law.late_items import LATE_ITEM, TO_FOLLOW, Urgency
from cleardays.law.notice import SHORTER_NOTICE

MEETING = date(2025, 7, 7)
URGENCY = Urgency("Chair of the committee", is_urgent=True, special_circumstances="New law")


@pytest.mark.proves("notice.agenda-and-reports")
@pytest.mark.parametrize(
    ("paper", "standing", "sentence"),
    [
        pytest.param(
            Paper("Agenda", date(2025, 6, 27)),
            Standing.IN_TIME,
            "Agenda: public from Fri 27 Jun 2025, five clear days before Mon 7 Jul: in time.",
            id="in-time",
        ),
        pytest.param(
            Paper("Agenda", date(2025, 6, 28)),
            Standing.LATE,
            "Agenda: public from Sat 28 Jun 2025 (counts as Mon 30 Jun), four clear days before"
            " Mon 7 Jul: late.",
            id="late",
        ),
        pytest.param(
            Paper("Item 6", date(2025, 7, 9)),
            Standing.LATE,
            "Item 6: public from Wed 9 Jul 2025, after the meeting on Mon 7 Jul: late.",
            id="afterwards",
        ),
        pytest.param(
            Paper("The agenda", None),
            Standing.NOT_PUBLIC,
            "Not public. The agenda must be public by Fri 27 Jun 2025: five clear days before"
            " Mon 7 Jul, leaving out the weekends of 28–29 Jun and 5–6 Jul.",
            id="not-public",
        ),
        pytest.param(
            Paper("Agenda", date(2025, 7, 1), is_proved=False),
            Standing.NOT_PROVED,
            "Agenda: public from Tue 1 Jul 2025, three clear days before Mon 7 Jul, as stated by"
            " the council; entered later and not proved here.",
            id="entered-later",
        ),
        pytest.param(
            Paper("Agenda", None, is_proved=False),
            Standing.NOT_PROVED,
            "Agenda: entered later; since when it was public elsewhere is not known.",
            id="entered-later-and-nobody-says-since-when",
        ),
    ],
)
def test_each_paper_says_when_it_was_public_and_how_it_stands(england, paper, standing, sentence):
    found = verdict(paper, MEETING, england)

    assert (found.standing, found.sentence) == (standing, sentence)


def test_what_was_entered_later_is_not_judged(england):
    found = verdict(Paper("Agenda", date(2025, 7, 1), is_proved=False), MEETING, england)

    assert found.breaches == ()


@pytest.mark.proves("notice.shorter-notice")
def test_papers_of_a_meeting_convened_late_are_lawful_from_then(england):
    paper = Paper("Agenda", date(2025, 7, 2))

    assert verdict(paper, MEETING, england, convened=date(2025, 7, 2)).standing == (
        Standing.SHORT_NOTICE
    )


@pytest.mark.proves("late.chair-urgency", "notice.shorter-notice")
@pytest.mark.parametrize(
    ("published", "urgency", "standing", "rules"),
    [
        pytest.param(date(2025, 7, 3), URGENCY, Standing.URGENT, [], id="urgent"),
        pytest.param(date(2025, 7, 3), None, Standing.LATE, [LATE_ITEM], id="nobody-says-so"),
        pytest.param(date(2025, 7, 4), URGENCY, Standing.LATE, [SHORTER_NOTICE], id="paper-later"),
    ],
)
def test_an_added_item_needs_its_paper_at_once_and_the_chair(
    england, published, urgency, standing, rules
):
    paper = Paper("Item 9", published, added=date(2025, 7, 3), urgency=urgency)

    found = verdict(paper, MEETING, england)

    assert found.standing == standing
    assert [breach.rule for breach in found.breaches] == rules


def test_an_item_added_before_the_deadline_needs_no_urgency(england):
    paper = Paper("Item 9", date(2025, 6, 27), added=date(2025, 6, 27))

    assert verdict(paper, MEETING, england).standing == Standing.IN_TIME


@pytest.mark.proves("late.to-follow")
def test_a_report_to_follow_is_late_by_a_rule_that_only_warns(england):
    paper = Paper("Item 5 report", date(2025, 7, 1), is_to_follow=True)

    (breach,) = verdict(paper, MEETING, england).breaches

    assert breach.rule == TO_FOLLOW
