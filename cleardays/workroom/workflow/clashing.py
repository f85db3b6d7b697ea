"""What two people do at the same moment: whoever comes second begins again, and is not refused."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction

P = ParamSpec("P")
R = TypeVar("R")
TRIES = 10


def again_where_taken(action: Callable[P, R]) -> Callable[P, R]:
    """Do an action anew where the free address that it found was taken before it was saved.

    Everything of a try that failed is rolled back. Only what is unique can clash in this way; what
    clashes however often it is tried is a mistake of ours, and is raised.
    """

    @wraps(action)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(TRIES - 1):
            try:
                with transaction.atomic():
                    return action(*args, **kwargs)
            except IntegrityError:
                continue
        return action(*args, **kwargs)

    return done
