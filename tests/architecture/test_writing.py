"""Only actions write, nothing goes round the guard, and every action says who and when."""

import ast

import pytest

from tests.architecture.sources import HOUSE, modules, name_of, nodes, tree

WORKROOM = HOUSE / "workroom"
WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update",
    "delete",
    "get_or_create",
    "update_or_create",
}
# The actions themselves, and what they are made of: the engine, the journal, the outbox, the
# freezing of an issue, the guard's own forwarding, and models that refuse to be changed.
MAY_WRITE = {
    "actions.py",
    "engine.py",
    "log.py",
    "queue.py",
    "guard.py",
    "issuing.py",
    "recording.py",
}
BYPASSES = {"_base_manager", "raw", "extra", "Subquery", "Exists", "OuterRef", "cursor"}
MAY_BYPASS = {"engine.py", "guard.py"}


def may_write(path):
    return path.name in MAY_WRITE or bool({"actions", "models"} & {path.stem, *path.parts})


def writes(path):
    for call in nodes(path, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES:
            yield call


def on_a_queryset_or_model(call):
    """Leave out the methods of dictionaries, sets and hashes that share these names."""
    target = ast.unparse(call.func.value)
    keywords = {keyword.arg for keyword in call.keywords}
    return ".objects" in target or "update_fields" in keywords or call.func.attr != "update"


def test_only_actions_write():
    offences = [
        f"{name_of(path)}:{call.lineno} .{call.func.attr}()"
        for path in modules(WORKROOM)
        if not may_write(path)
        for call in writes(path)
        if on_a_queryset_or_model(call)
    ]

    assert offences == []


def test_nothing_goes_round_the_guard():
    offences = [
        f"{name_of(path)}:{node.lineno} {name}"
        for path in modules(WORKROOM)
        if path.name not in MAY_BYPASS
        for node in ast.walk(tree(path))
        if (name := getattr(node, "attr", None) or getattr(node, "id", None)) in BYPASSES
    ]

    assert offences == []


def actions():
    files = [
        path
        for path in modules(WORKROOM)
        if path.name == "actions.py" or path.parent.name == "actions"
    ]
    for path in files:
        offered = _exported(path.parent) if path.parent.name == "actions" else None
        for node in tree(path).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            if offered is None or node.name in offered:
                yield pytest.param(node, id=f"{name_of(path)}:{node.name}")


def _exported(folder):
    """Return what a package of actions offers; the rest are its own parts."""
    (names,) = (
        node.value
        for node in tree(folder / "__init__.py").body
        if isinstance(node, ast.Assign) and node.targets[0].id == "__all__"
    )
    return set(ast.literal_eval(names))


# Words and values that an actions module gives its forms, which change nothing.
NO_DEEDS = {"one_time_password", "roles_in_words"}


@pytest.mark.parametrize("action", [*actions()])
def test_every_action_says_who_and_when(action):
    named = {argument.arg for argument in action.args.kwonlyargs}

    assert {"by", "at"} <= named or action.name in NO_DEEDS


def test_there_are_actions_to_look_at():
    assert len(list(actions())) > 40


def test_reading_everything_always_says_why():
    offences = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules(WORKROOM)
        for call in nodes(path, ast.Call)
        if getattr(call.func, "attr", "") == "unrestricted"
        and [keyword.arg for keyword in call.keywords] != ["because"]
    ]

    assert offences == []


def test_the_clock_is_read_at_the_edges():
    edges = {"views", "views.py", "middleware.py", "forms.py", "tasks.py"}
    offences = [
        f"{name_of(path)}:{call.lineno} {call.func.id}()"
        for path in modules(WORKROOM)
        if not edges & set(path.parts)
        for call in nodes(path, ast.Call)
        if isinstance(call.func, ast.Name) and call.func.id in {"now", "localdate"}
        if not call.args
    ]

    assert offences == []
