"""`cleardays prepare` from outside."""

from tests.cli.conftest import PUBLISH

# What an earlier version of the software worked out, and this one does otherwise.
SHOWN_OTHERWISE = """
from cleardays.record.models import Current
Current.objects.update(summary="{}")
"""


def test_what_this_version_shows_otherwise_is_made_anew_from_the_record(place):
    place.python(PUBLISH.format(slug="one"))
    place.python(SHOWN_OTHERWISE)
    assert place.run("verify").returncode == 1

    prepared = place.run("prepare")

    assert "Making what the pages show anew from the record ... done" in prepared.stdout
    assert place.run("verify").returncode == 0


def test_a_second_run_finds_nothing_to_do(place):
    place.python(PUBLISH.format(slug="one"))

    prepared = place.run("prepare")

    assert prepared.returncode == 0, prepared.stderr
    assert "anew" not in prepared.stdout
