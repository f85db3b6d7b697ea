"""Take the pictures of the README from a demonstration of its own: `make screenshots`."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from cleardays.cli.demonstration.story import password

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
LIMIT_BYTES = 150_000
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
COMMAND = [sys.executable, "-W", "ignore", "-m", "cleardays", "demo"]
SECONDS_TO_START = 180
WIDTH = 1000


@dataclass(frozen=True)
class Shot:
    """A picture: its name, where it is, who has signed in (nobody: the site), its height."""

    name: str
    path: str
    user: str = ""
    height: int = 900


SHOTS = (
    Shot("inspection", "/inspections/lancashire-2024/"),
    Shot("measure", "/measures/families-who-found-help-at-the-first-try-inve/", height=1080),
    Shot("workroom", "/", user="officer@demo.example"),
)


def main() -> None:
    """Load a demonstration, serve it on free ports, take every picture, forget it."""
    site, workroom = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
    system = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with demonstration(site, workroom), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])
        for shot in SHOTS:
            page = browser.new_page(viewport={"width": WIDTH, "height": shot.height})
            if shot.user:
                sign_in(page, workroom, shot.user)
            page.goto((workroom if shot.user else site) + shot.path)
            take(page, IMAGES / f"{shot.name}.png")
            page.close()


def sign_in(page: Page, workroom: str, user: str) -> None:
    page.goto(f"{workroom}/account/login/")
    page.get_by_label("Email").fill(user)
    page.get_by_label("Password").fill(password())
    page.get_by_role("button", name="Sign in").click()


def take(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    size = path.stat().st_size
    print(f"  {path.name}: {size // 1000} kB")
    if size > LIMIT_BYTES:
        sys.exit(f"{path.name} is over {LIMIT_BYTES // 1000} kB: take a plainer page")


@contextlib.contextmanager
def demonstration(site: str, workroom: str) -> Iterator[None]:
    """Serve a demonstration in a folder of its own, from when both sides answer."""
    ports = [
        "--site-port",
        site.rpartition(":")[2],
        "--workroom-port",
        workroom.rpartition(":")[2],
    ]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CLEARDAYS_DATA": folder}
        with subprocess.Popen([*COMMAND, *ports], env=environment) as served:
            try:
                wait_for(f"{site}/healthz", served)
                wait_for(f"{workroom}/account/login/", served)
                yield
            finally:
                served.terminate()


def wait_for(address: str, served: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and served.poll() is None:
        with contextlib.suppress(OSError), urlopen(address):
            return
        time.sleep(0.5)
    sys.exit("The demonstration did not start: try `make demo` to see why")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
