"""The arithmetic of the chain: canonical JSON, salted content hashes, entry hashes."""

import hashlib
import json
import secrets
from datetime import UTC, date, datetime
from typing import Any

GENESIS = "0" * 64


def canonical(value: Any) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, UTF-8 as it is."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def new_salt() -> str:
    """Return 128 random bits, so that short recalled words cannot be guessed from their hash."""
    return secrets.token_hex(16)


def content_hash(salt: str, body: str) -> str:
    """Return the SHA-256 of salt and canonical content."""
    return hashlib.sha256(f"{salt}{body}".encode()).hexdigest()


def entry_hash(fields: dict[str, Any], prev: str) -> str:
    """Return the SHA-256 of an entry's fields with the hash of the entry before."""
    return hashlib.sha256(canonical([plain(fields), prev]).encode()).hexdigest()


def plain(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields as they are hashed: times in UTC with microseconds, days ISO, ids as text."""
    return {name: _text(value) for name, value in fields.items()}


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | None) else str(value)
