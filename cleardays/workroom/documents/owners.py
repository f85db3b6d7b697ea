"""Who may see a stored file: the rooms that use files say so, each from its own visibility.

A room adds its question in its ``AppConfig.ready``; a file that no room vouches for is not shown.
"""

from collections.abc import Callable

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import Upload

# From who is looking and the hash of a file to whether the room shows it to them.
Question = Callable[[Viewer, str], bool]


def _gave_it(viewer: Viewer, sha256: str) -> bool:
    return Upload.objects.visible_to(viewer).filter(file_id=sha256).exists()


_questions: list[Question] = [_gave_it]


def vouch(question: Question) -> None:
    """Add a room's question to those that are asked."""
    if question not in _questions:
        _questions.append(question)


def may_see(viewer: Viewer, sha256: str) -> bool:
    """Say whether any room shows this file to the viewer."""
    return any(question(viewer, sha256) for question in _questions)
