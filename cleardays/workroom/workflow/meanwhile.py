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

    Words that were not touched in the form become those that stand there now. Nothing for a form
    whose page sent nothing along: it changes nothing that is there. The form has been validated.
    """
    sent = str(form.data.get(SEEN, "")).split()
    before = dict(one.split(":", 1) for one in sent if ":" in one)
    for name, digest in _digests(form):
        if name in before and before[name] != digest:
            label = form.fields[name].label or name.replace("_", " ").capitalize()
            _take_over(form, name, before[name])
            yield f"Somebody changed “{label}” while you had this page open{_now(form, name)}"


def _digests(form: BaseForm) -> Iterator[tuple[str, str]]:
    for name, value in form.initial.items():
        if name in form.fields:
            yield name, _digest(value)


def _digest(value: Any) -> str:
    return blake2b(_plain(value).encode(), digest_size=8).hexdigest()


def _take_over(form: BaseForm, name: str, before: str) -> None:
    """Put words that stand there now into the form, if it still has those that stood before."""
    now = form.initial[name]
    if isinstance(now, str) and _digest(form.cleaned_data.get(name)) == before:
        data: Any = form.data  # a QueryDict, of which Django says only that it is a mapping
        form.data = data.copy()
        form.data[form.add_prefix(name)] = now  # type: ignore[index]


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, (QuerySet, list, tuple, set)):
        return "\n".join(sorted(map(_plain, value)))
    return "\n".join(str(value).strip().splitlines())  # as browsers send it, or as it is kept


def _now(form: BaseForm, name: str) -> str:
    """Say what stands there now, where that is words."""
    value = form.initial[name]
    if not isinstance(value, str):
        return ""
    words = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
    return f". It now says: “{words}”" if words else ". It is empty now"
