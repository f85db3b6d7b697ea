"""The public side's stores as somebody who has the machine would see them: rows, pages, files."""

from collections.abc import Iterator
from pathlib import Path

from django.db import connections

from tests.leaks.looking import of_index, texts_of


def rows_of(store: str) -> Iterator[tuple[str, bytes]]:
    """Yield every row of every table of a store, with the name of the table."""
    connection = connections[store]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield table, "\n".join(map(str, row)).encode()


def pages_of(store: str) -> bytes:
    """Return the bytes of a database of SQLite, with what was deleted and not yet written over."""
    connection = connections[store]
    connection.ensure_connection()
    return connection.connection.serialize()


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every text of every file in a folder, with the name of the file."""
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            texts = of_index(raw) if path.suffix == ".store" else texts_of(raw)
            yield from ((path.name, text) for text in texts)
