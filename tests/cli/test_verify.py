"""`cleardays verify` from outside."""

from tests.cli.conftest import PUBLISH

ALTER = """
from django.db import connections
from cleardays.record.models import Content
connection = connections["record"]
body = Content.objects.get(seq=1).body.replace("Scrutiny", "Planning")
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("select name from sqlite_master where type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"drop trigger {name}")
    else:
        cursor.execute("set session_replication_role = replica")
    cursor.execute("update record_content set body = %s where seq = 1", [body])
"""


def test_a_sound_record_holds(place):
    place.python(PUBLISH.format(slug="one"))

    verified = place.run("verify")

    assert verified.returncode == 0, verified.stderr
    assert "The record holds: 1 entries" in verified.stdout


def test_an_altered_content_is_named(place):
    place.python(PUBLISH.format(slug="one"))
    place.python(ALTER)

    verified = place.run("verify")

    assert verified.returncode == 1
    assert "entry 1" in verified.stderr


def test_without_stores_it_says_what_to_run(new_place):
    verified = new_place().run("verify")

    assert verified.returncode == 1
    assert "cleardays prepare" in verified.stderr
    assert "Traceback" not in verified.stderr
