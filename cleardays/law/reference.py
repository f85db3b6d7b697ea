"""The rules as a page, docs/law.md: ``python -m cleardays.law.reference`` prints it.

The page is made from the rules themselves and from the tests that say which rule they prove.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from cleardays.law.rules import ALL_RULES
from cleardays.law.types import Rule

TESTS = Path("tests/law")

HEADINGS = {
    "calendar": "Working days",
    "notice": "Notice of meetings",
    "late": "Late items and papers to follow",
    "executive": "Executive decisions",
    "private": "Private executive meetings",
    "exempt": "Exempt information",
    "exclusion": "Keeping the public out",
    "background": "Background papers",
    "retention": "How long papers stay open",
    "scrutiny": "Scrutiny and interests",
    "inspection": "Joint area SEND inspections",
}
INTRODUCTION = """\
# The law in Clear Days

Made by `python -m cleardays.law.reference > docs/law.md` from the rules in `cleardays/law` and the
tests in `tests/law`; do not edit it by hand. England only.

**C**: confirmed on the page given ("secondary": the page is not official; "analogue": read in a
near-identical provision). **M**: believed, "high" or "low" says how firmly; a default that can be
set otherwise, and that warns but never stops anybody. None of this is legal advice: a council's
monitoring officer decides.
"""


def proofs_by_code(folder: Path) -> dict[str, list[str]]:
    """Return, for each rule's code, the tests that say they prove it, as "file::test"."""
    found = defaultdict(list)
    for path in sorted(folder.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                for code in _codes(node):
                    found[code].append(f"{path.name}::{node.name}")
    return dict(found)


def render(tests: Mapping[str, Sequence[str]]) -> str:
    """Return the page in Markdown: each rule with authority, confidence, functions and tests."""
    parts = [INTRODUCTION]
    for prefix, rules in groupby(ALL_RULES, key=lambda rule: rule.code.split(".")[0]):
        parts.append(f"## {HEADINGS[prefix]}\n")
        parts += [_entry(rule, tests.get(rule.code, ())) for rule in rules]
    return "\n".join(parts)


def _entry(rule: Rule, tests: Sequence[str]) -> str:
    functions = ", ".join(f"`{_name(function)}`" for function in ALL_RULES[rule])
    note = f" {rule.note}" if rule.note else ""
    lines = [
        f"### {rule.title}\n",
        f"- Code: `{rule.code}`",
        f"- Authority: {rule.authority}",
        f"- Read at: [{_host(rule.url)}]({_address(rule.url)})",
        f"- Confidence: {rule.confidence}.{note}",
        f"- Computed by: {functions}",
        *[f"- Test: `{test}`" for test in tests],
    ]
    return "\n".join(lines) + "\n"


def _codes(node: ast.FunctionDef) -> Iterator[str]:
    """Yield what ``@pytest.mark.proves("code", ...)`` names."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(".proves"):
            yield from (ast.literal_eval(argument) for argument in decorator.args)


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__.removeprefix('cleardays.law.')}.{function.__qualname__}"


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def _address(url: str) -> str:
    """Keep brackets in an address from ending a Markdown link."""
    return url.replace("(", "%28").replace(")", "%29")


def main() -> None:
    """Print the page; run it in the checkout, where the tests are."""
    if not TESTS.is_dir():
        sys.exit(f"No folder {TESTS}: run this at the top of the checkout.")
    sys.stdout.write(render(proofs_by_code(TESTS)))


if __name__ == "__main__":
    main()
