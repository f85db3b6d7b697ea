"""What others than followers read of a plan: its last public version, never its row."""

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.heads import as_shown
from tests.factories.plans import AT, fresh, make_action, make_worker, publish, seen_by

DRAFT = "Quillfeather"
CHANGED = {
    "title": DRAFT,
    "summary": DRAFT,
    "period_words": DRAFT,
    "legend": {DRAFT: DRAFT},
    "note": DRAFT,
    "sources": [f"https://{DRAFT}.example"],
    "private_note": DRAFT,
}


def read(plan, user):
    (shown,) = as_shown([fresh(plan)], seen_by(user))
    return shown


def test_others_read_the_last_public_version(plan, action, lead, second, icb, by):
    actions.change_plan(plan, summary="In plain words", by=by, at=AT)
    publish(plan, lead, second)
    actions.change_plan(plan, **CHANGED, by=by, at=AT)
    actions.take_step(plan, "submitted", on=AT.date(), by=by, at=AT)

    shown = read(plan, make_worker("Reader", icb, "member"))

    assert (shown.title, shown.summary, shown.state) == (
        "Plan for the lamps",
        "In plain words",
        "draft",
    )
    assert DRAFT not in str(vars(shown))
    assert read(plan, lead).title == DRAFT


def test_of_a_draft_a_body_that_is_asked_reads_the_title_and_no_more(plan, lead, icb, partner, by):
    make_action(plan, lead, "OWN", lead_body=icb)
    actions.change_plan(plan, **{**CHANGED, "title": "Lamps"}, by=by, at=AT)

    shown = read(plan, partner)

    assert shown.title == "Lamps"
    assert DRAFT not in str(vars(shown))


def test_a_recalled_plan_has_no_version_to_read(plan, action, lead, second, partner, by):
    actions.change_plan(plan, summary=DRAFT, by=by, at=AT)
    publish(plan, lead, second)
    actions.recall_plan(plan, reason="It said too much", by=by, at=AT)

    assert DRAFT not in str(vars(read(plan, partner)))
