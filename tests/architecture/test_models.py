"""What may hold drafts or exempt information is guarded, and nobody walks down into it."""

import pytest
from django.apps import apps

from cleardays.workroom.access.guard import GuardedQuerySet

# Nothing in these is ever secret, or the app's own views ask before they show it.
OPEN = {
    "people.Organisation",
    "people.Committee",
    "people.ClosureDay",
    "people.ElectoralDivision",
    "accounts.User",
    "accounts.RoleHeld",
    "audit.AuditEvent",
    "outbox.Outgoing",
    "documents.StoredFile",
}


def workroom_models():
    return [
        pytest.param(model, id=model._meta.label)
        for model in apps.get_models()
        if model.__module__.startswith("cleardays.workroom.")
    ]


def is_guarded(model):
    return issubclass(type(model._default_manager.all()), GuardedQuerySet)


@pytest.mark.parametrize("model", workroom_models())
def test_every_model_is_guarded_or_said_to_be_open(model):
    assert is_guarded(model) is not (model._meta.label in OPEN)


@pytest.mark.parametrize("model", [p for p in workroom_models() if is_guarded(p.values[0])])
def test_guarded_models_have_no_reverse_accessors(model):
    shown = [
        str(field)
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and not field.remote_field.hidden
    ]

    assert shown == []


@pytest.mark.parametrize("model", [p for p in workroom_models() if is_guarded(p.values[0])])
def test_guarded_models_say_who_sees_what(model):
    assert type(model._default_manager.all()).visibility is not GuardedQuerySet.visibility
