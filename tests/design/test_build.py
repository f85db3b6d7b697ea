"""What the build leaves: sheets that hash, a look that is ours, locks without hosts."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command

from cleardays.design import context

ROOT = Path(context.__file__).parents[2]
DIST = ROOT / "cleardays/design/static/design/dist"
SHEETS = ("site.css", "paper.css", "editor.css")

pytestmark = pytest.mark.skipif(
    not (DIST / "site.css").exists(), reason="not built: npm ci && npm run build"
)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_of_the_governments_own_look_is_in_the_sheets(name):
    sheet = (DIST / name).read_text().lower()

    for mark in ("transport", "crown", "crest", "gov.uk", "1d70b8", "ffdd00", "00703c"):
        assert mark not in sheet, mark


@pytest.mark.parametrize("name", SHEETS)
def test_the_sheets_ask_for_nothing_but_the_fonts_beside_them(name):
    asked = set(re.findall(r"url\(([^)]*)\)", (DIST / name).read_text()))

    assert asked <= {f"fonts/{font}.woff2" for font in ("words", "words-italic", "headings")}
    assert all((DIST / font).exists() for font in asked)


def test_the_sheets_and_scripts_are_small():
    assert (DIST / "site.css").stat().st_size < 90_000
    assert (DIST / "workroom.js").stat().st_size < 60_000
    assert (DIST / "editor.js").stat().st_size < 280_000
    assert sum(font.stat().st_size for font in (DIST / "fonts").iterdir()) < 150_000


def test_everything_can_be_given_names_with_hashes(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "collected"
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}

    call_command("collectstatic", interactive=False, verbosity=0)

    manifest = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]
    sheet = (settings.STATIC_ROOT / manifest["design/dist/site.css"]).read_text()
    font = manifest["design/dist/fonts/words.woff2"].rpartition("/")[2]
    assert f"fonts/{font}" in sheet
    assert ManifestStaticFilesStorage.manifest_strict


def test_the_lock_names_no_registry():
    lock = (ROOT / "package-lock.json").read_text()

    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_every_package_is_pinned_and_has_its_reason():
    package = json.loads((ROOT / "package.json").read_text())
    reasons = (ROOT / "docs/adr/0003-look.md").read_text()

    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert f"`{name}`" in reasons, name
