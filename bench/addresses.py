"""Where the generated meetings stand."""

COMMITTEES = 60


def meeting_ref(n: int) -> str:
    """Return the reference of the nth meeting."""
    return f"meetings/c{n % COMMITTEES}/{2010 + n % 16}/{n}"
