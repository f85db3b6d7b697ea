"""What somebody else changed while a form was open: said before it is written over.

A page that changes a thing sends along what its form began with (``{% seen form %}``), as a digest
of each field; what the thing says by the time the form comes back is compared with that.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from django.db.models import Model, QuerySet
from django.forms import BaseForm

SEEN = "seen"
LONGEST = 300


def seen_of(form: BaseForm) -> str:
    """Return the digests of what a form begins with, as its page sends them along."""
    return " ".join(f"{name}:{digest}" for name, digest in _digests(form))


def changed_meanwhile(form: BaseForm) -> Iterator[str]:
    """Yield a sentence for each field that says something else than when the form was opened.

    Nothing for a form whose page sent nothing along: it changes nothing that is there.
    """
    sent = str(form.data.get(SEEN, "")).split()
    before = dict(one.split(":", 1) for one in sent if ":" in one)
    for name, digest in _digests(form):
        if name in before and before[name] != digest:
            label = form.fields[name].label or name.replace("_", " ").capitalize()
            yield f"Somebody changed “{label}” while you had this page open{_now(form, name)}"


def _digests(form: BaseForm) -> Iterator[tuple[str, str]]:
    for name, value in form.initial.items():
        if name in form.fields:
            yield name, blake2b(_plain(value).encode(), digest_size=8).hexdigest()


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, (QuerySet, list, tuple, set)):
        return "\n".join(sorted(map(_plain, value)))
    return str(value)


def _now(form: BaseForm, name: str) -> str:
    """Say what stands there now, where that is words."""
    value = form.initial[name]
    if not isinstance(value, str):
        return ""
    words = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
    return f". It now says: “{words}”" if words else ". It is empty now"
