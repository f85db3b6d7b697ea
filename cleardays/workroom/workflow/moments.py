"""The order of what happened, whatever a clock says that was put back meanwhile."""

from datetime import datetime, timedelta

MOMENT = timedelta(microseconds=1)


def after(at: datetime, *before: datetime | None) -> datetime:
    """Return the moment itself, or the one just after the last of those that came before it.

    What was taken back is told from what was published since by which came later.
    """
    return max([at, *(moment + MOMENT for moment in before if moment)])
