"""Sizes of files in words."""

UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def in_bytes(size: int) -> str:
    """Say a size in bytes as people read it: 120 kB, 2.4 MB, in decimal units."""
    for worth, unit in UNITS:
        if round(size / worth, 3) >= 1:
            places = 1 if size < 10 * worth and unit != "kB" else 0
            return f"{size / worth:.{places}f} {unit}"
    return f"{size} bytes" if size != 1 else "1 byte"
