"""LibreOffice, for the one thing it is needed for: older formats to .docx."""

import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.processes import end, group_of, resident_bytes
from cleardays.readers.files.refusals import damaged, too_large, too_slow

_SECONDS = 25  # the whole reading has 30
_BYTES = 450 * 1024 * 1024
# No macro runs, nothing is fetched, no update is looked for.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop
 oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def find_libreoffice() -> str | None:
    """The command of LibreOffice on this machine, None if it is not there."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@contextmanager
def as_docx(path: Path, extension: str) -> Iterator[Path]:
    """A .docx made of this file, for as long as the context lasts.

    ``extension`` is what the file really is ("doc", "rtf"). Raises ``Unreadable`` with
    "needs-libreoffice", "too-slow", "too-large-in-memory" or "damaged".
    """
    command = find_libreoffice()
    if command is None:
        raise Unreadable(
            "needs-libreoffice",
            f"Reading .{extension} needs LibreOffice, which is not on this machine: save the file "
            "as .docx, or have the package libreoffice-writer-nogui installed.",
        )
    with TemporaryDirectory(prefix="cleardays-office-") as folder:
        source = Path(folder) / f"source.{extension}"
        shutil.copyfile(path, source)
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _run([command, *_arguments(profile, Path(folder) / "made", source)], Path(folder))
        made = Path(folder) / "made" / "source.docx"
        # It ends with 0 as well when it has made nothing.
        if not made.exists() or not made.stat().st_size:
            raise damaged()
        yield made


def _arguments(profile: Path, target: Path, source: Path) -> list[str]:
    return [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target),
        str(source),
    ]


def _run(command: list[str], folder: Path) -> None:
    """Run to the end, or end it when it takes too long or too much memory."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={
            "HOME": str(folder),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TMPDIR": str(folder),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=_lift_limits,  # the child that reads has one thread only
    )
    until = time.monotonic() + _SECONDS
    try:
        while process.poll() is None:
            if time.monotonic() > until:
                raise too_slow()
            if resident_bytes(group_of(process.pid)) > _BYTES:
                raise too_large()
            time.sleep(0.1)
    finally:
        end(group_of(process.pid))
        process.wait()


def _lift_limits() -> None:
    """LibreOffice needs more address space than a reader may have: it is watched instead."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
