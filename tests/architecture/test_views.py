"""Every page of the workroom says who may open it, and none of them may be guessed open."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from cleardays.workroom.access.permissions import Permission

# The only pages without signing in, besides signing in itself.
OPEN_TO_ALL = {"design:components", "design:workroom"}


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from patterns(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry.callback


def ours():
    return [
        pytest.param(name, view, id=name)
        for name, view in patterns(get_resolver("cleardays.config.urls_workroom"))
        if not view.__module__.startswith("allauth.")
    ]


@pytest.mark.parametrize(("name", "view"), ours())
def test_every_view_declares_its_access(name, view):
    access = getattr(view, "access", None)

    assert isinstance(access, Permission) or access in {"signed in", "public"}, name


def test_only_the_components_are_open_without_signing_in():
    opened = {one.values[0] for one in ours() if one.values[1].access == "public"}

    assert opened == OPEN_TO_ALL


def test_there_are_pages_to_look_at():
    assert len(ours()) > 50
