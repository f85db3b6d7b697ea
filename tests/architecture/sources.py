"""The sources of the house, as the rules about them read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "cleardays"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def modules(where: Path = HOUSE) -> Iterator[Path]:
    """Yield every module but migrations."""
    return (path for path in sorted(where.rglob("*.py")) if "migrations" not in path.parts)


def nodes(path: Path, kind: type) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, kind))


def name_of(path: Path) -> str:
    """Return a path as it is said in a message."""
    return path.relative_to(ROOT).as_posix()
