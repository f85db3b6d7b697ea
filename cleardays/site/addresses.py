"""Addresses of documents: a ref is an address, for life."""

import re

from django.conf import settings

# A document of each kind lives at one of these; pages about it come after its ref.
REFS = "|".join(
    (
        r"(?:committees|reports|inspections|plans|measures|asks)/[-\w]+",
        r"meetings/[-\w]+/\d{4}/[-\w]+",
    )
)


def is_ref(text: str) -> bool:
    """Say whether a text has the form of a ref."""
    return re.fullmatch(REFS, text) is not None


def page(ref: str) -> str:
    """Return the address of a document's page on this site."""
    return f"/{ref}/"


def absolute(path: str) -> str:
    """Return a whole address, as feeds and other people's machines need it."""
    return f"{settings.SITE_URL}{path}"
