"""On PostgreSQL the site's role reads the record, puts letters in, and can do nothing else."""

import secrets
import uuid
from functools import partial
from itertools import product

import psycopg
import pytest
from django.apps import apps
from django.db import connections
from psycopg.errors import InsufficientPrivilege, OperationalError

from cleardays.record.roles import statements

STORES = ("record", "letterbox", "default")


def test_a_role_without_a_name_is_refused():
    with pytest.raises(ValueError, match="Name the PostgreSQL role"):
        statements(" ")


def test_a_name_is_quoted_whatever_is_in_it():
    lines = [line for store in statements('site"; DROP ROLE x').values() for line in store]

    assert lines
    assert all('"site""; DROP ROLE x"' in line or "CURRENT_USER" in line for line in lines)


def test_only_reading_and_putting_in_are_granted():
    given = [line for store in statements("site").values() for line in store if "GRANT" in line]

    rights = {line.split(" ON ")[0] for line in given}
    assert rights == {"GRANT CONNECT", "GRANT USAGE", "GRANT SELECT", "GRANT INSERT"}


def _connect(store, **other):
    """Connect as the owner of a store, given by name or as Django's connection, or as other."""
    connection = connections[store] if isinstance(store, str) else store
    given = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    known = {name: given[name] for name in names if name in given}
    return psycopg.connect(**{**known, **other}, autocommit=True)


@pytest.fixture
def as_site():
    """A function from a store to a connection of a role that has the site's rights only."""
    if connections["record"].vendor != "postgresql":
        pytest.skip("the test databases are not on PostgreSQL")
    role, password = f"site_{secrets.token_hex(4)}", secrets.token_hex(8)
    with _connect("record") as owner:
        owner.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
    for store, lines in statements(role).items():
        with _connect(store) as owner:
            for line in lines:
                owner.execute(line)
    yield lambda store: _connect(store, user=role, password=password)
    for store in STORES:
        with _connect(store) as owner:
            owner.execute(f"DROP OWNED BY {role}")
    with _connect("record") as owner:
        owner.execute(f"DROP ROLE {role}")


def _tables(app):
    return [model._meta.db_table for model in apps.get_app_config(app).get_models()]


@pytest.mark.postgres
def test_the_sites_role_reads_every_table_of_the_record(as_site):
    with as_site("record") as site:
        for table in _tables("record"):
            assert site.execute(f"SELECT count(*) FROM {table}").fetchone() is not None


@pytest.mark.postgres
def test_the_sites_role_changes_nothing_in_the_record(as_site):
    deeds = ("DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}", "ALTER TABLE {} ADD x int")
    with as_site("record") as site:
        for table, deed in product(_tables("record"), deeds):
            with pytest.raises(InsufficientPrivilege):
                site.execute(deed.format(table))
        with pytest.raises(InsufficientPrivilege):
            site.execute("UPDATE record_head SET seq = 7")
        with pytest.raises(InsufficientPrivilege):
            site.execute("INSERT INTO record_content VALUES (7, 'salt', 'body')")
        with pytest.raises(InsufficientPrivilege):
            site.execute("CREATE TABLE mine (x int)")


@pytest.mark.postgres
def test_the_sites_role_puts_letters_in_and_cannot_read_them(as_site):
    letter = (uuid.uuid4(), "format", "", "Large print, please", "", "2026-01-05 09:00+00")
    insert = "INSERT INTO letterbox_letter (id, about, page, words, reply_to, sent_at) VALUES "
    with as_site("letterbox") as site:
        assert site.execute(f"{insert} (%s, %s, %s, %s, %s, %s)", letter).rowcount == 1
        for deed in (
            "SELECT * FROM letterbox_letter",
            "SELECT count(*) FROM letterbox_letter",
            "UPDATE letterbox_letter SET words = ''",
            "DELETE FROM letterbox_letter",
            "TRUNCATE letterbox_letter",
        ):
            with pytest.raises(InsufficientPrivilege):
                site.execute(deed)
    with _connect("letterbox") as owner:
        owner.execute("DELETE FROM letterbox_letter")


@pytest.fixture
def site_connections(as_site):
    """Let everything of this test reach the record and the letterbox as the site's role does."""
    own = {store: connections[store] for store in ("record", "letterbox")}
    for store, connection in own.items():
        with as_site(store) as site:
            role, password = site.info.user, site.info.password
        settings = {**connection.settings_dict, "USER": role, "PASSWORD": password}
        connections[store] = type(connection)(settings, alias=store)
    yield partial(_connect, own["letterbox"])
    for store, connection in own.items():
        connections[store].close()
        connections[store] = connection
    with _connect("letterbox") as owner:
        owner.execute("DELETE FROM letterbox_letter")


@pytest.mark.postgres
@pytest.mark.parametrize(
    "address",
    ["/", "/calendar/", "/committees/", "/record/", "/feed.atom", "/healthz", "/search/"],
)
def test_the_site_needs_no_more_than_its_role_has(public, site_connections, address):
    assert public.get(address).status_code == 200


@pytest.mark.postgres
def test_a_letter_goes_in_by_the_sites_role(public, site_connections):
    letter = {"about": "format", "words": "Large print, please"}

    assert public.post("/letters/", letter).status_code == 303

    with site_connections() as owner:
        words = owner.execute("SELECT words FROM letterbox_letter").fetchall()
    assert words == [("Large print, please",)]


@pytest.mark.postgres
def test_the_sites_role_has_nothing_in_the_workroom(as_site):
    names = [connections[store].settings_dict["NAME"] for store in STORES]
    if names[2] not in names[:2]:
        with pytest.raises(OperationalError, match="permission denied"):
            as_site("default")
        return
    workroom = set(connections["default"].introspection.table_names())
    with as_site("default") as site:
        for table in workroom - set(_tables("record")) - set(_tables("letterbox")):
            with pytest.raises(InsufficientPrivilege):
                site.execute(f'SELECT count(*) FROM "{table}"')
