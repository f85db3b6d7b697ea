"""Migrations are named, templates are used, and every module has its test."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import HOUSE, ROOT, modules, name_of, tree

TESTS = ROOT / "tests"
# Templates that a library looks for by name.
LOOKED_FOR = ("account/", "mfa/", "django/forms/")
# Modules whose tests are those of what uses them, each with where that is.
TESTED_WITH = {
    "cleardays/law/sittings.py": "law/test_scheduling.py",
    "cleardays/letterbox/models.py": "letterbox/test_post.py",
    "cleardays/workroom/documents/typed_tables.py": "workroom/documents/test_typed.py",
    "cleardays/workroom/access/permissions.py": "workroom/access/test_viewer.py",
    "cleardays/workroom/access/roles.py": "workroom/access/test_viewer.py",
    "cleardays/workroom/accounts/adapter.py": "workroom/accounts/test_signing_in.py",
    "cleardays/workroom/accounts/models.py": "workroom/accounts/test_actions.py",
    "cleardays/workroom/accounts/forms.py": "workroom/accounts/test_views.py",
    "cleardays/workroom/outbox/models.py": "workroom/outbox/test_queue.py",
    "cleardays/workroom/meetings/forms/exemption.py": "workroom/meetings/views/test_exemption.py",
    "cleardays/workroom/meetings/forms/item.py": "workroom/meetings/views/test_items.py",
    "cleardays/workroom/meetings/forms/meeting.py": "workroom/meetings/views/test_meetings.py",
    "cleardays/workroom/meetings/issuing.py": "workroom/meetings/actions/test_publication.py",
    "cleardays/workroom/meetings/obstacles.py": "workroom/meetings/test_readiness.py",
    "cleardays/workroom/meetings/snapshot.py": "workroom/meetings/test_proof.py",
    "cleardays/workroom/meetings/views/finding.py": "workroom/meetings/views/test_agenda.py",
    "cleardays/workroom/meetings/views/members.py": "workroom/meetings/views/test_agenda.py",
    "cleardays/workroom/meetings/views/public.py": "workroom/meetings/views/test_publication.py",
    "cleardays/workroom/meetings/views/refusals.py": "workroom/meetings/views/test_agenda.py",
}
# Rooms in which every module has a test of its own name. In the others what a page or an action
# is made of (forms, tables, what it reads) is tested through the page or the action.
MIRRORED = (
    "config",
    "law",
    "letterbox",
    "workroom/access",
    "workroom/accounts",
    "workroom/audit",
    "workroom/documents",
    "workroom/meetings",
    "workroom/outbox",
    "workroom/people",
    "workroom/workflow",
)


def test_migrations_are_named():
    unnamed = [
        name_of(path)
        for path in HOUSE.rglob("migrations/0*.py")
        if "_auto_" in path.name or not re.fullmatch(r"\d{4}_[a-z_]{3,}\.py", path.name)
    ]

    assert unnamed == []


def templates():
    for path in HOUSE.rglob("templates/**/*.html"):
        yield path.as_posix().split("/templates/", 1)[1]


def test_every_template_is_used():
    words = "\n".join(
        path.read_text() for kind in ("py", "html") for path in HOUSE.rglob(f"*.{kind}")
    )
    unused = [
        name
        for name in templates()
        if not name.startswith(LOOKED_FOR)
        and f'"{name}"' not in words
        and not _is_wrapped(name, words)
    ]

    assert unused == []


def _is_wrapped(name: str, words: str) -> bool:
    """Say whether a component of the same name calls for the template."""
    return name.startswith("ui/") and bool(re.search(rf'wrapped\(\s*"{Path(name).stem}"', words))


def has_something_to_test(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree(path).body)


def mirrored_modules():
    ignored = {"__init__.py", "apps.py", "urls.py"}
    return [
        pytest.param(path, id=name_of(path))
        for room in MIRRORED
        for path in modules(HOUSE / room)
        if path.name not in ignored and has_something_to_test(path)
    ]


@pytest.mark.parametrize("path", mirrored_modules())
def test_every_module_has_its_test(path):
    inside = path.relative_to(HOUSE).parent
    mirrors = [
        TESTS / inside / f"test_{path.stem}.py",
        TESTS / inside.parent / f"test_{inside.name}.py",
        TESTS / inside.parent / f"test_{path.stem}.py",
        TESTS / TESTED_WITH.get(name_of(path), "nowhere"),
    ]

    assert any(mirror.exists() for mirror in mirrors)


def test_what_is_said_to_be_tested_elsewhere_is_still_there():
    assert [name for name in TESTED_WITH if not (ROOT / name).exists()] == []
