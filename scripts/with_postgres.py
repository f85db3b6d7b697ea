"""Run a command with a PostgreSQL of its own: free port, temporary folder, gone afterwards.

Usage: with_postgres.py COMMAND [ARGUMENT...]. The command finds it by CLEARDAYS_DATABASE_URL,
CLEARDAYS_RECORD_URL and CLEARDAYS_LETTERBOX_URL. Run as root it starts the server as an
unprivileged user.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

STORES = {
    "DATABASE": "cleardays",
    "RECORD": "cleardays_record",
    "LETTERBOX": "cleardays_letterbox",
}
# Nothing here outlives the run, so nothing needs to reach the disk.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100")


def program(name: str) -> str:
    """Return the path of one of PostgreSQL's programs, the newest version first."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3])
    )
    found = str(installed[-1]) if installed else shutil.which(name)
    if not found:
        sys.exit(f"PostgreSQL's {name} is not here: install the package postgresql")
    return found


def unprivileged() -> dict[str, str | int]:
    """Return the user to run the server as, as arguments of Popen: root may not."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid}
    sys.exit("There is no user postgres or nobody to run PostgreSQL as")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, who: dict[str, str | int]) -> int:
    """Make a cluster, start it and create the stores; return its port."""
    port, data = free_port(), str(folder / "data")
    quiet = {
        "stdout": subprocess.DEVNULL,
        "cwd": folder,
        "env": {**os.environ, "LC_ALL": "C.UTF-8"},
    }
    initdb = [program("initdb"), "-D", data, "-U", "cleardays", "-A", "trust", "-E", "UTF8"]
    subprocess.run([*initdb, "--no-sync"], check=True, **quiet, **who)
    settings = " ".join(f"-c {one}" for one in SPEED)
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {settings}"
    pg_ctl = [
        program("pg_ctl"),
        "-D",
        data,
        "-w",
        "-l",
        str(folder / "log"),
        "-o",
        options,
        "start",
    ]
    subprocess.run(pg_ctl, check=True, **quiet, **who)
    for store in STORES.values():
        make = [program("createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "cleardays", store]
        subprocess.run(make, check=True, **quiet)
    return port


def stop(folder: Path, who: dict[str, str | int]) -> None:
    data = folder / "data"
    if (data / "postmaster.pid").exists():
        command = [program("pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=folder, **who)


def main(command: list[str]) -> int:
    """Run the command against a fresh server; return its exit code."""
    if not command:
        sys.exit(__doc__)
    folder, who = Path(tempfile.mkdtemp(prefix="cleardays-pg-")), unprivileged()
    if who:
        os.chown(folder, int(who["user"]), int(who["group"]))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        port = start(folder, who)
        address = f"postgres://cleardays@127.0.0.1:{port}"
        urls = {f"CLEARDAYS_{key}_URL": f"{address}/{name}" for key, name in STORES.items()}
        return subprocess.run(command, check=False, env={**os.environ, **urls}).returncode
    finally:
        stop(folder, who)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
