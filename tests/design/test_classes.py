"""Templates and the sheets speak of the same things."""

import re
from pathlib import Path

import pytest

from cleardays.design import context

DESIGN = Path(context.__file__).parent
ROOMS = DESIGN.parent
DIST = DESIGN / "static/design/dist"
CLASSES = re.compile(r'class="([^"]*)"')
TEMPLATES = sorted(ROOMS.rglob("templates/**/*.html"))

pytestmark = pytest.mark.skipif(
    not (DIST / "site.css").exists(), reason="not built: npm ci && npm run build"
)


def classes_in(template: str) -> set[str]:
    """The classes that are ours and written out whole, not put together from a value."""
    words = re.sub(r"{%.*?%}", " ", template)
    found = " ".join(CLASSES.findall(words)).split()
    return {name for name in found if name.startswith("cd-") and "{" not in name}


@pytest.fixture(scope="module")
def styled() -> set[str]:
    sheets = (DIST / "site.css").read_text() + (DIST / "paper.css").read_text()
    return set(re.findall(r"\.(cd-[a-z0-9_-]+)", sheets))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOMS)))
def test_every_class_of_ours_in_a_template_is_in_a_sheet(path, styled):
    assert classes_in(path.read_text()) - styled == set()


def test_a_class_that_no_sheet_knows_is_found(styled):
    assert classes_in('<p class="cd-lead cd-lede cd-tag--{{ tone }}">') - styled == {"cd-lede"}
