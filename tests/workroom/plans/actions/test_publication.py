"""Release by a second person and publication of an unchangeable version."""

from datetime import timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import PlanVersion
from cleardays.workroom.plans.proof import digest_of, proof_of
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, LATER, TODAY, fresh, make_plan, publish, rows, seen_by


def test_a_version_is_published_after_a_second_person_released_it(plan, action, lead, second):
    version = publish(plan, lead, second, note="First")

    assert (version.number, version.note) == (1, "First")
    assert (version.published_by, version.released_by) == (
        "Improvement Lead",
        "Deputy Improvement Lead",
    )
    assert version.snapshot["actions"][0]["ref"] == "A1"
    assert fresh(plan).is_published
    assert Outgoing.objects.get(kind="plan").payload == {"plan_version_id": version.pk}


def test_nobody_publishes_what_nobody_released(plan, action, by):
    with pytest.raises(Refused, match="No second person has released it"):
        actions.publish_version(plan, by=by, at=AT)

    assert not fresh(plan).is_published
    assert not Outgoing.objects.exists()


def test_nobody_publishes_what_they_released_themselves(plan, action, by):
    actions.release(plan, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="two people see every publication"):
        actions.publish_version(plan, by=by, at=AT)


def test_a_change_after_release_voids_it(plan, action, by, second):
    actions.release(plan, TODAY, by=seen_by(second), at=AT)
    actions.start(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="Something changed after Deputy"):
        actions.publish_version(plan, by=by, at=AT)


def test_a_change_while_reading_refuses_the_release(plan, action, by, second):
    read = digest_of(proof_of(plan, TODAY))
    actions.start(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="while you were reading"):
        actions.release(plan, TODAY, read=read, by=seen_by(second), at=AT)


def test_a_private_change_does_not_void_a_release(plan, action, by, second):
    actions.release(plan, TODAY, by=seen_by(second), at=AT)
    actions.change_action(action, private_note="Quillfeather", by=by, at=AT)

    version = actions.publish_version(plan, by=by, at=AT)

    assert "Quillfeather" not in str(version.snapshot)


def test_a_plan_without_actions_is_not_released(plan, second):
    with pytest.raises(Refused, match="no actions"):
        actions.release(plan, TODAY, by=seen_by(second), at=AT)


def test_a_day_of_publication_is_stated_with_its_source_or_not_at_all(plan, action, second):
    with pytest.raises(Refused, match="where it is known from"):
        actions.release(plan, TODAY, stated_published_on=TODAY, by=seen_by(second), at=AT)
    with pytest.raises(Refused, match="still to come"):
        actions.release(
            plan,
            TODAY,
            stated_published_on=LATER.date(),
            stated_source="A paper",
            by=seen_by(second),
            at=AT,
        )


def test_nothing_new_is_not_published_again(plan, action, lead, second):
    publish(plan, lead, second)

    with pytest.raises(Refused, match="Nothing differs from version 1"):
        publish(plan, lead, second, at=AT + timedelta(hours=1))


def test_the_same_plan_as_at_a_later_day_is_a_version_of_its_own(plan, action, lead, second):
    publish(plan, lead, second)

    assert publish(plan, lead, second, at=LATER).number == 2


def test_a_version_as_at_an_earlier_day_is_refused(plan, action, lead, second, by):
    publish(plan, lead, second)
    actions.start(action, TODAY, by=by, at=LATER)

    with pytest.raises(Refused, match="cannot be as at an earlier day"):
        publish(plan, lead, second, at=LATER, as_at=TODAY - timedelta(days=9))


def test_a_published_version_does_not_change_with_the_plan(plan, action, lead, second, by):
    publish(plan, lead, second)

    actions.change_action(action, title="Something else", by=by, at=LATER)

    (version,) = rows(PlanVersion)
    assert version.snapshot["actions"][0]["title"] == "Mend the lamps of street A1"


def test_a_release_of_one_version_does_not_serve_the_next(plan, action, lead, second, by):
    publish(plan, lead, second)
    actions.start(action, TODAY, by=by, at=LATER)

    with pytest.raises(Refused, match="No second person"):
        actions.publish_version(plan, by=by, at=LATER)


def test_a_partner_neither_releases_nor_publishes(plan, action, partner, second):
    with pytest.raises(NotAllowed):
        actions.release(plan, TODAY, by=seen_by(partner), at=AT)
    actions.release(plan, TODAY, by=seen_by(second), at=AT)

    with pytest.raises(NotAllowed):
        actions.publish_version(plan, by=seen_by(partner), at=AT)


def test_a_link_to_a_plan_that_is_not_public_is_not_published(plan, action, lead, second):
    later = make_plan(lead, "Secret successor", supersedes=plan)

    version = publish(plan, lead, second)

    assert later.title not in str(version.snapshot)


def test_a_recalled_plan_is_public_no_more_and_says_why(plan, action, lead, second, by):
    publish(plan, lead, second)

    actions.recall_plan(plan, reason="It named a child", by=by, at=LATER)

    assert not fresh(plan).is_published
    (version,) = rows(PlanVersion)
    assert version.recalled_at == LATER
    assert Outgoing.objects.get(kind="recall").payload == {
        "ref": plan.ref,
        "reason": "It named a child",
        "plan_version_ids": [version.pk],
    }


def test_a_plan_is_recalled_with_a_reason_by_a_follower_and_once(
    plan, action, lead, second, by, partner
):
    with pytest.raises(Refused, match="not public"):
        actions.recall_plan(plan, reason="Why", by=by, at=AT)
    publish(plan, lead, second)
    with pytest.raises(Refused, match="Say why"):
        actions.recall_plan(plan, reason=" ", by=by, at=AT)
    with pytest.raises(NotAllowed):
        actions.recall_plan(plan, reason="Why", by=seen_by(partner), at=AT)

    assert fresh(plan).is_published


def test_a_recalled_plan_comes_back_only_when_a_second_person_releases_it_again(
    plan, action, lead, second, by
):
    publish(plan, lead, second)
    actions.recall_plan(plan, reason="It named a child", by=by, at=LATER)
    with pytest.raises(Refused, match="No second person has released it"):
        actions.publish_version(plan, by=by, at=LATER)

    version = publish(plan, lead, second, at=LATER + timedelta(hours=1))

    assert (version.number, version.recalled_at) == (2, None)
    assert fresh(plan).is_published
