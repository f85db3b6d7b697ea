"""Let the database itself refuse to change the log, whoever asks."""

from django.db import migrations

# (table, what is refused): a recall may delete content, nothing may change it.
REFUSED = (
    ("record_entry", "UPDATE"),
    ("record_entry", "DELETE"),
    ("record_content", "UPDATE"),
)
FUNCTION = """
CREATE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record is append-only'; END $$
"""


def refuse(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION)
    for table, deed in REFUSED:
        schema_editor.execute(_trigger(schema_editor.connection.vendor, table, deed))


def allow(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for table, deed in REFUSED:
        on = f" ON {table}" if is_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {_name(table, deed)}{on}")
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION record_refuse()")


def _name(table, deed):
    return f"{table}_refuse_{deed.lower()}"


def _trigger(vendor, table, deed):
    opening = f"CREATE TRIGGER {_name(table, deed)} BEFORE {deed} ON {table} FOR EACH ROW"
    if vendor == "postgresql":
        return f"{opening} EXECUTE FUNCTION record_refuse()"
    return f"{opening} BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"


class Migration(migrations.Migration):
    dependencies = [("record", "0001_first")]

    operations = [migrations.RunPython(refuse, allow, elidable=False)]
