"""What the site's PostgreSQL role may do: read the record, put letters in, and nothing else."""

from collections.abc import Iterable
from typing import LiteralString

from django.apps import apps
from django.db import connections
from psycopg.sql import SQL, Identifier

# Every right goes first, those that PostgreSQL gives to everybody included.
CLEAR = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC, {role}",
    "GRANT CONNECT ON DATABASE {database} TO CURRENT_USER",
    "REVOKE ALL ON SCHEMA public FROM {role}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {role}",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {role}",
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, {role}",
)
COME_IN = (
    "GRANT CONNECT ON DATABASE {database} TO {role}",
    "GRANT USAGE ON SCHEMA public TO {role}",
)
READ = (*COME_IN, "GRANT SELECT ON {tables} TO {role}")
PUT_IN = (*COME_IN, "GRANT INSERT ON {tables} TO {role}")
NOTHING: tuple[LiteralString, ...] = ()


def statements(role: str) -> dict[str, list[str]]:
    """Return, by store, the statements that give a role the site's rights and take all others.

    The role must exist. Run each store's statements in that store's database, in one transaction,
    as the role that owns its tables, which keeps its own rights. Raises ValueError without a name.
    """
    if not role.strip():
        raise ValueError("Name the PostgreSQL role that the site connects with")
    grants = {
        "record": (READ, _tables("record")),
        "letterbox": (PUT_IN, _tables("letterbox")),
        "default": (NOTHING, []),
    }
    cleared: set[str] = set()
    stores: dict[str, list[str]] = {}
    for store, (lines, tables) in grants.items():
        database = str(connections[store].settings_dict["NAME"])
        # Stores that share a database are cleared once, or the second would undo the first.
        taken = () if database in cleared else CLEAR
        cleared.add(database)
        stores[store] = _filled((*taken, *lines), role, database, tables)
    return stores


def _tables(app: str) -> list[str]:
    return [model._meta.db_table for model in apps.get_app_config(app).get_models()]


def _filled(
    lines: Iterable[LiteralString], role: str, database: str, tables: list[str]
) -> list[str]:
    names = {
        "role": Identifier(role),
        "database": Identifier(database),
        "tables": SQL(", ").join(map(Identifier, tables)),
    }
    return [SQL(line).format(**names).as_string() for line in lines]
