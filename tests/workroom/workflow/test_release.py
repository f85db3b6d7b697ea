"""Two people see every publication."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace

from cleardays.workroom.workflow.release import digest_of_words, faults_of_release, is_spent

NINE, TEN, NOON = (datetime(2026, 1, 5, hour, tzinfo=UTC) for hour in (9, 10, 12))


@dataclass
class Read:
    by_id: int = 1
    digest: str = "what was read"
    at: datetime = TEN
    by: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(post="Deputy"))


def version(at, recalled_at=None):
    return SimpleNamespace(at=at, recalled_at=recalled_at)


def faults(release, digest="what was read", user_id=2):
    return list(faults_of_release(release, digest, SimpleNamespace(user_id=user_id)))


def test_another_person_publishes_what_was_read():
    assert faults(Read()) == []


def test_nobody_publishes_what_no_second_person_read():
    assert "No second person" in faults(None)[0]


def test_whoever_released_it_does_not_publish_it():
    assert "two people see every publication" in faults(Read(), user_id=1)[0]


def test_a_change_after_the_release_voids_it():
    assert "Something changed after Deputy" in faults(Read(), digest="something else")[0]


def test_a_release_serves_one_publication_and_none_after_a_recall():
    assert not is_spent(Read(), None)
    assert not is_spent(Read(), version(NINE))
    assert is_spent(Read(), version(TEN))
    assert is_spent(Read(), version(NINE, recalled_at=NOON))


def test_the_digest_is_of_the_words_whatever_their_order():
    assert digest_of_words({"a": 1, "b": [2]}) == digest_of_words({"b": [2], "a": 1})
    assert digest_of_words({"a": 1}) != digest_of_words({"a": 2})
