"""What answers an ask in the rooms above this one: each says so, from its own visibility.

A room adds its question in its ``AppConfig.ready``, as for files (``documents.owners``).
"""

from collections.abc import Callable, Iterable

from cleardays.design.values import Link
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.recommendations.models import Ask

# From an ask and who is looking to links, within the workroom, to what answers it.
Question = Callable[[Ask, Viewer], Iterable[Link]]

_questions: list[Question] = []


def tell_of(question: Question) -> None:
    """Add a room's question to those that are asked."""
    if question not in _questions:
        _questions.append(question)


def answering(ask: Ask, viewer: Viewer) -> list[Link]:
    """Return all that the rooms show to the viewer as answering an ask."""
    return [link for question in _questions for link in question(ask, viewer)]
