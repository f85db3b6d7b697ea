"""Modules and functions stay short enough to be read at one sitting."""

import ast

import pytest

from tests.architecture.sources import modules, name_of, nodes

MODULE, FUNCTION = 300, 40
# One call each that names every field of a document: shorter would be two halves of a list.
LISTS_OF_FIELDS = {
    "cleardays/door/projections/inspection.py:project",
    "cleardays/workroom/plans/freezing.py:frozen",
    "cleardays/workroom/plans/freezing.py:_action",
    "cleardays/workroom/plans/reporting/__init__.py:parts_of",
}
# Over the limit by a few lines.
TO_BE_SHORTENED = {
    "cleardays/design/marks.py:table",
    "cleardays/readers/inspections/findings.py:read_findings",
    "cleardays/site/pages/measures.py:context",
}


def long_functions():
    return {
        f"{name_of(path)}:{node.name}"
        for path in modules()
        for node in nodes(path, ast.FunctionDef)
        if node.end_lineno - node.lineno >= FUNCTION
    }


@pytest.mark.parametrize("path", [pytest.param(path, id=name_of(path)) for path in modules()])
def test_no_module_is_longer_than_the_limit(path):
    assert path.read_text().count("\n") <= MODULE


def test_no_function_is_longer_than_the_limit():
    assert long_functions() - LISTS_OF_FIELDS - TO_BE_SHORTENED == set()
