"""`cleardays backup` and `cleardays restore`: all stores and files, as of one moment."""

import json
import os
import shutil
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import click

from cleardays.cli.prepare import start_prepared
from cleardays.cli.process import start_django, step

FORMAT = 1
FOLDERS = ("private", "public")


@click.command(name="backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write everything to FILE (a .tar): the three stores, private and public files."""
    start_prepared()
    if file.exists():
        raise click.ClickException(f"{file} exists already: name a new file")
    from django.conf import settings

    unfinished = file.with_name(f".{file.name}.part")
    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix="backup-") as name:
        folder = Path(name)
        with step("Copying the stores as of one moment"):
            contents = _copy(folder)
        with step(f"Writing {file}"), tarfile.open(unfinished, "w") as archive:
            archive.add(folder, arcname="cleardays")
    unfinished.replace(file)
    click.echo(f"  {contents['files']:,} files and three stores, as of {contents['at']}.")


def _copy(folder: Path) -> dict[str, Any]:
    """Hold the writers, copy the stores and link the files; say what is in it."""
    from django.conf import settings

    from cleardays.cli import stores
    from cleardays.config.stores import NAMES

    with stores.held_still() as snapshots:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for store in NAMES:
            stores.dump(store, snapshots[store], folder)
        roots = (settings.PRIVATE_FILES, settings.PUBLIC_FILES)
        files = sum(_link(root, folder / kind) for kind, root in zip(FOLDERS, roots, strict=True))
    contents = {"format": FORMAT, "at": at, "files": files}
    (folder / "contents.json").write_text(json.dumps(contents))
    return contents


def _link(root: Path, target: Path) -> int:
    """Link every file of a store of files (their bytes never change), or copy across disks."""
    target.mkdir()
    count = 0
    for file in root.rglob("*") if root.exists() else ():
        if not file.is_file():
            continue
        copy = target / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, copy)
        except OSError:
            shutil.copyfile(file, copy)
        count += 1
    return count


@click.command(name="restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Bring a backup back into an empty data directory, then verify the record."""
    start_django()
    from django.conf import settings

    _refuse_unless_empty()
    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix="restore-") as name:
        with step(f"Reading {file}"):
            folder = _unpack(file, Path(name))
        _put_back(folder)
    _verify()


def _refuse_unless_empty() -> None:
    from django.conf import settings

    from cleardays.cli import stores
    from cleardays.config.stores import NAMES

    full = [store for store in NAMES if not stores.is_empty(store)]
    folders = [d for d in (settings.PRIVATE_FILES, settings.PUBLIC_FILES) if d.exists()]
    if full or any(next(folder.iterdir(), None) for folder in folders):
        raise click.ClickException(
            "There is something here already. Nothing was touched: "
            "set CLEARDAYS_DATA to an empty folder (and the databases to empty ones)."
        )


def _unpack(file: Path, into: Path) -> Path:
    try:
        with tarfile.open(file) as archive:
            _refuse_strangers(archive, file)
            # Python before 3.11.4 has no filters; later ones want to be given one.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(into)  # noqa: S202 - looked through just now
        contents = json.loads((into / "cleardays" / "contents.json").read_text())
    except (tarfile.TarError, OSError, ValueError, KeyError) as problem:
        raise click.ClickException(f"{file} is not a whole backup: {problem}") from problem
    if contents["format"] != FORMAT:
        raise click.ClickException(
            f"{file} has format {contents['format']}; this version reads {FORMAT}"
        )
    return into / "cleardays"


def _refuse_strangers(archive: tarfile.TarFile, file: Path) -> None:
    """Refuse what backup() never wrote: anything outside its one folder, devices, links."""
    for one in archive:
        path = PurePosixPath(one.name)
        is_ours = path.parts[:1] == ("cleardays",) and ".." not in path.parts
        if not is_ours or not (one.isfile() or one.isdir()):
            raise click.ClickException(f"{file} is not a whole backup: {one.name} is in it")


def _put_back(folder: Path) -> None:
    from django.conf import settings

    from cleardays.cli import stores
    from cleardays.config.stores import NAMES

    for store in NAMES:
        with step(f"Restoring {store}"):
            stores.put_back(store, folder)
    with step("Restoring files"):
        for kind, root in zip(
            FOLDERS, (settings.PRIVATE_FILES, settings.PUBLIC_FILES), strict=True
        ):
            shutil.copytree(folder / kind, root, dirs_exist_ok=True)


def _verify() -> None:
    from cleardays.record.verify import verify

    result = verify()
    if not result.is_sound:
        raise click.ClickException(f"Restored, but the record does not hold: {result.problem}")
    click.echo(f"  Restored; the record holds: {result.entries:,} entries.")
