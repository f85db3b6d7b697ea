"""`cleardays doctor`: what is here, what is missing, what it is for, how to get it."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from cleardays.cli.prepare import migrations_to_run
from cleardays.cli.process import start_django


@dataclass(frozen=True)
class Finding:
    """One thing looked for: whether it is here, and if not what for and how to get it."""

    name: str
    is_here: bool
    detail: str
    purpose: str
    remedy: str
    is_needed: bool = True


@click.command(name="doctor")
def command() -> None:
    """Say what is present and missing. Exit 1 if something that everything needs is missing."""
    start_django()
    findings = [finding for check in CHECKS for finding in check()]
    for finding in findings:
        _print(finding)
    missing = [f for f in findings if f.is_needed and not f.is_here]
    optional = [f for f in findings if not f.is_needed and not f.is_here]
    click.echo(
        f"\n{len(findings)} looked for; missing: {len(missing)} needed, {len(optional)} optional."
    )
    sys.exit(1 if missing else 0)


def _print(finding: Finding) -> None:
    mark = "here   " if finding.is_here else ("MISSING" if finding.is_needed else "absent ")
    click.echo(f"{mark}  {finding.name}: {finding.detail}")
    if not finding.is_here:
        click.echo(f"         for: {finding.purpose}\n         get it: {finding.remedy}")


def python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        "Python", sys.version_info >= (3, 11), version, "everything", "install Python 3.11"
    )


def data_directory() -> Iterator[Finding]:
    from django.conf import settings

    writable = os.access(settings.DATA, os.W_OK)
    free = shutil.disk_usage(settings.DATA).free // 2**30
    yield Finding(
        "Data directory",
        writable and free >= 1,
        f"{settings.DATA}, {free} GB free",
        "stores, files and the search index (at least 1 GB free)",
        "set CLEARDAYS_DATA to a folder that you may write to",
    )


def stores() -> Iterator[Finding]:
    from cleardays.config.stores import NAMES

    for alias, name in NAMES.items():
        yield _store(alias, name)


def _store(alias: str, name: str) -> Finding:
    from django.db import connections
    from django.db.utils import Error

    title = f"{name.capitalize()} store"
    try:
        behind = migrations_to_run(alias)
    except Error as problem:
        line = str(problem).strip().splitlines()[0]
        remedy = "check the address in the CLEARDAYS_..._URL variable, and that the server runs"
        return Finding(title, is_here=False, detail=line, purpose=name, remedy=remedy)
    state = f"{behind} migrations to run" if behind else "up to date"
    detail = f"{connections[alias].vendor}, {state}"
    return Finding(title, not behind, detail, name, "run `cleardays prepare`")


def front_end() -> Iterator[Finding]:
    built = Path(__file__).resolve().parents[1] / "design" / "static" / "design" / "dist"
    here = built.exists() and any(built.iterdir())
    yield Finding(
        "Styles and scripts",
        here,
        "built" if here else "not built",
        "every page",
        "run `make setup`",
    )


def pdf() -> Iterator[Finding]:
    try:
        import weasyprint

        detail, here = f"WeasyPrint {weasyprint.__version__}", True
    except OSError as problem:
        detail, here = str(problem).splitlines()[0], False
    remedy = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    yield Finding("PDF rendering", here, detail, "the PDF of each report", remedy)


def programs() -> Iterator[Finding]:
    wanted = (
        (
            ("soffice",),
            "LibreOffice",
            "reading .doc, .odt and .rtf",
            "apt-get install libreoffice-writer-nogui",
        ),
        (
            ("pg_dump",),
            "PostgreSQL client",
            "backup of stores on PostgreSQL",
            "apt-get install postgresql-client",
        ),
        (
            ("chromium", "chromium-browser", "google-chrome"),
            "Chromium",
            "the browser tests",
            "apt-get install chromium",
        ),
    )
    for names, title, purpose, remedy in wanted:
        path = next((found for name in names if (found := shutil.which(name))), "")
        yield Finding(title, bool(path), path or "not found", purpose, remedy, is_needed=False)


def test_packages() -> Iterator[Finding]:
    here = importlib.util.find_spec("pytest") is not None
    detail = "installed" if here else "not installed"
    yield Finding("Test packages", here, detail, "`make test`", "run `make test`", is_needed=False)


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    python,
    data_directory,
    stores,
    front_end,
    pdf,
    programs,
    test_packages,
)
