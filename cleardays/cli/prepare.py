"""`cleardays prepare`: make or bring up to date the three stores, pages and static files."""

import click

from cleardays.cli.process import start_django, step


@click.command(name="prepare")
def command() -> None:
    """Create or migrate the three stores, renew what pages show, gather the static files."""
    start_django()
    prepare()


def prepare() -> None:
    """Migrate what needs it and gather static files; a second run takes a moment.

    What pages show is worked out when a document is published: where this version of the software
    works out something else, it is done anew from the record.
    """
    from django.conf import settings
    from django.core.management import call_command

    from cleardays.config.stores import NAMES
    from cleardays.record.current import difference, rebuild

    for store, name in NAMES.items():
        if migrations_to_run(store):
            with step(f"Preparing the {name} store"):
                wanted = {"database": store, "verbosity": 0, "interactive": False}
                call_command("migrate", *_apps(store), **wanted)
    if difference():
        with step("Making what the pages show anew from the record"):
            rebuild()
    if not settings.DEBUG and _statics_are_stale():
        with step("Gathering styles and scripts"):
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def start_prepared() -> None:
    """Start Django for a command that needs the stores; say what to do if they are not ready."""
    start_django()
    from cleardays.config.stores import NAMES

    for store, name in NAMES.items():
        try:
            behind = migrations_to_run(store)
        except Exception as problem:
            reason = str(problem).strip().splitlines()[0]
            raise click.ClickException(
                f"The {name} store cannot be reached: {reason}"
            ) from problem
        if behind:
            raise click.ClickException("The stores are not up to date: run `cleardays prepare`")


def migrations_to_run(store: str) -> int:
    """Count a store's migrations that have not run; Django's Error where it cannot be reached."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[store])
    leaves = executor.loader.graph.leaf_nodes()
    wanted = [leaf for leaf in leaves if not _apps(store) or leaf[0] in _apps(store)]
    return len(executor.migration_plan(wanted))


def _apps(store: str) -> list[str]:
    """Return the apps that alone live in a store; none for the store of everything else.

    Django would take every migration of every app through each store, where nearly all do nothing.
    """
    from cleardays.config.stores import STORES

    return [app for app, where in STORES.items() if where == store]


def _statics_are_stale() -> bool:
    """Compare the newest source with what was gathered."""
    from pathlib import Path

    from django.conf import settings

    gathered = settings.STATIC_ROOT / "staticfiles.json"
    if not gathered.exists():
        return True
    source = Path(__file__).resolve().parents[1] / "design" / "static"
    newest = max((f.stat().st_mtime for f in source.rglob("*") if f.is_file()), default=0)
    return newest > gathered.stat().st_mtime
