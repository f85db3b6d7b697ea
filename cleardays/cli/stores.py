"""The three stores as of one moment: held still, copied, put back. SQLite and PostgreSQL."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import click
from django.db import connections, transaction

from cleardays.config.stores import NAMES

# Every change of a store writes one of these; held in SHARE mode nobody can.
HELD = {
    "default": "audit_auditevent, outbox_outgoing, documents_storedfile, documents_upload",
    "record": "record_head",
    "letterbox": "letterbox_letter",
}


@contextmanager
def held_still() -> Iterator[dict[str, str]]:
    """Hold every store's writers; yield each PostgreSQL store's exported snapshot ("" on SQLite).

    The stores are taken in one fixed order, so that two backups cannot wait for each other.
    """
    with ExitStack() as stack:
        snapshots = {}
        for store in NAMES:
            stack.enter_context(transaction.atomic(using=store))
            snapshots[store] = _hold(store)
        yield snapshots


def _hold(store: str) -> str:
    connection = connections[store]
    # On SQLite the transaction itself (IMMEDIATE) keeps every other writer waiting.
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute(f"LOCK TABLE {HELD[store]} IN SHARE MODE")
        cursor.execute("SELECT pg_export_snapshot()")
        return str(cursor.fetchone()[0])


def dump(store: str, snapshot: str, folder: Path) -> Path:
    """Write a store to the folder; return the file."""
    settings = connections[store].settings_dict
    if connections[store].vendor == "sqlite":
        target = folder / f"{store}.sqlite3"
        with (
            closing(sqlite3.connect(settings["NAME"])) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
        return target
    target = folder / f"{store}.pgdump"
    command = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges"]
    _run([*command, f"--snapshot={snapshot}", f"--file={target}"], settings)
    return target


def put_back(store: str, folder: Path) -> None:
    """Fill an empty store from what dump() wrote; the kind of database must be the same."""
    connection = connections[store]
    settings = connection.settings_dict
    suffix = "sqlite3" if connection.vendor == "sqlite" else "pgdump"
    source = folder / f"{store}.{suffix}"
    if not source.exists():
        raise click.ClickException(
            f"This backup was made from another kind of database: {source.name} is not in it. "
            "Restore into the same kind as it came from."
        )
    connection.close()
    if suffix == "sqlite3":
        shutil.copyfile(source, settings["NAME"])
        return
    _run(["pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", str(source)], settings)


def is_empty(store: str) -> bool:
    """Say whether nothing has been put into a store yet."""
    connection = connections[store]
    if connection.vendor == "sqlite":
        return not Path(connection.settings_dict["NAME"]).exists()
    return not connection.introspection.table_names()


def _run(command: list[str], settings: dict[str, Any]) -> None:
    """Run one of PostgreSQL's programs on the store; its own words explain a failure."""
    given = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"]),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
    }
    environment = {**os.environ, **{name: value for name, value in given.items() if value}}
    target = ["--dbname", settings["NAME"]]
    try:
        subprocess.run([*command, *target], check=True, env=environment, capture_output=True)
    except FileNotFoundError as missing:
        raise click.ClickException(
            f"{command[0]} is not here: install postgresql-client"
        ) from missing
    except subprocess.CalledProcessError as failed:
        raise click.ClickException(failed.stderr.decode().strip()) from failed
