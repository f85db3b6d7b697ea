"""Which tests stay together, and which begin first, when several processes test."""

import pytest
from xdist.scheduler import LoadScopeScheduling

# One council, which takes seconds to build, serves every test of this folder.
COUNCIL = "tests/leaks/"
# Walks of a minute each, on one demonstration: each may go to whoever is free.
WALKS = "tests/browser/test_demonstration.py"


def longest_first(item: pytest.Item) -> bool:
    """Sort key: what takes longest begins first, so that no process waits for it at the end."""
    return not item.nodeid.startswith((COUNCIL, WALKS))


class Together(LoadScopeScheduling):
    """A file stays in one process; the council's folder too; a walk goes by itself."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(COUNCIL):
            return COUNCIL
        return nodeid if nodeid.startswith(WALKS) else nodeid.partition("::")[0]
