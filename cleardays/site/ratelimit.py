"""How often the public may do something: so many times in a while, each sender and all together.

In the memory of the process, because the site may write nothing but letters.
"""

import time
from collections import deque
from threading import Lock

WINDOW_SECONDS = 600.0


class RateLimit:
    """Counts within a sliding window; senders are forgotten when it has passed."""

    def __init__(self, *, each: int, together: int, window: float = WINDOW_SECONDS) -> None:
        self._each, self._together, self._window = each, together, window
        self._seen: deque[tuple[float, str]] = deque()
        self._lock = Lock()

    def allows(self, sender: str, at: float | None = None) -> bool:
        """Say whether one more is allowed, and count it if so. ``at`` in seconds, for tests."""
        at = time.monotonic() if at is None else at
        with self._lock:
            while self._seen and self._seen[0][0] <= at - self._window:
                self._seen.popleft()
            mine = sum(1 for _, one in self._seen if one == sender)
            if mine >= self._each or len(self._seen) >= self._together:
                return False
            self._seen.append((at, sender))
            return True

    def forget(self) -> None:
        """Start counting anew."""
        with self._lock:
            self._seen.clear()


letters_limit = RateLimit(each=5, together=100)
