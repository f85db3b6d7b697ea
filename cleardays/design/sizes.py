"""Sizes of files in words."""

UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def in_bytes(size: int) -> str:
    """Say a size in bytes as people read it: 120 kB, 2.4 MB, in decimal units."""
    for worth, unit in UNITS:
        if size >= worth:
            amount = size / worth
            return (
                f"{amount:.1f} {unit}" if amount < 10 and unit != "kB" else f"{amount:.0f} {unit}"
            )
    return f"{size} bytes" if size != 1 else "1 byte"
