"""Reading a stranger's file in a process of its own, with limits of time and memory."""

import contextlib
import io
import logging
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, EnumType
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, TypeVar

import cleardays
from cleardays.readers.blocks import Reading, Unreadable
from cleardays.readers.files.processes import end, resident_bytes, session_of
from cleardays.readers.files.read import LIMIT_BYTES, read_file
from cleardays.readers.files.refusals import crashed, too_large, too_slow

_LOG = logging.getLogger(__name__)
_START = "from cleardays.readers.sandbox import answer; answer()"
T = TypeVar("T")


@dataclass(frozen=True)
class Measured(Generic[T]):
    """What came of a reading: a result or a refusal, wall seconds, and peak resident bytes."""

    result: T | None
    refusal: Unreadable | None
    seconds: float
    peak_bytes: int


def read_safely(
    path: Path,
    *,
    name: str | None = None,
    limit_bytes: int = LIMIT_BYTES,
    seconds: float = 30,
    megabytes: int = 512,
) -> Reading:
    """``read_file`` in a process of its own.

    Besides the refusals of ``read_file`` it raises ``Unreadable`` with "too-slow",
    "too-large-in-memory", or "crashed" when the process that reads comes to grief.
    """
    return run_safely(
        read_file, path, name=name, limit_bytes=limit_bytes, seconds=seconds, megabytes=megabytes
    )


def run_safely(
    function: Callable[..., T] | str,
    path: Path,
    *,
    seconds: float = 30,
    megabytes: int = 512,
    **options: object,
) -> T:
    """Call a reader (a function of a module, values in, frozen values out) as ``read_safely``.

    It may be given by its whole name: what it reads with is then loaded in the child alone.
    """
    done = measure(function, path, seconds=seconds, megabytes=megabytes, **options)
    if done.refusal is not None:
        raise done.refusal
    return done.result  # type: ignore[return-value]  # there is a result without a refusal


def measure(
    function: Callable[..., T] | str,
    path: Path,
    *,
    seconds: float = 30,
    megabytes: int = 512,
    **options: object,
) -> Measured[T]:
    """Call a reader in a process of its own and say what came of it."""
    module, name = _named(function)
    call = (module, name, path, options, seconds, megabytes)
    begun = time.monotonic()
    answered, refusal, peak = _converse(pickle.dumps(call), seconds, megabytes * 1024 * 1024)
    result = None
    if refusal is None:
        result, refusal, own_peak = _understand(answered)
        peak = max(peak, own_peak)
    return Measured(result, refusal, time.monotonic() - begun, peak)


def _named(function: Callable[..., object] | str) -> tuple[str, str]:
    if isinstance(function, str):
        module, _, name = function.rpartition(".")
        return module, name
    return function.__module__, function.__qualname__


def _converse(call: bytes, seconds: float, most: int) -> tuple[bytes, Unreadable | None, int]:
    """Start the child, watch it and all it starts, and take its answer."""
    root = str(Path(cleardays.__file__).parents[1])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as child:
        watch = _Watch(child.pid, time.monotonic() + seconds, most)
        try:
            answered = watch.until_answered(child, call)
        finally:
            end(session_of(child.pid))
    return answered, watch.refusal, watch.peak


class _Watch:
    """Looks at a child's session every tenth of a second and ends it when it is too much."""

    def __init__(self, leader: int, until: float, most: int) -> None:
        self._leader = leader
        self._until = until
        self._most = most
        self.refusal: Unreadable | None = None
        self.peak = 0

    def until_answered(self, child: subprocess.Popen[bytes], call: bytes) -> bytes:
        pending: bytes | None = call
        while True:
            try:
                return child.communicate(pending, timeout=0.1)[0]
            except subprocess.TimeoutExpired:
                pending = None
            self._look()

    def _look(self) -> None:
        session = session_of(self._leader)
        weight = resident_bytes(session)
        self.peak = max(self.peak, weight)
        if time.monotonic() > self._until:
            self.refusal = too_slow()
        elif weight > self._most:
            self.refusal = too_large()
        if self.refusal is not None:
            end(session or [self._leader])


class _OursOnly(pickle.Unpickler):
    """Takes our own values and dates from a child that a hostile file may have taken over."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse whatever is not a class of the readers or a date."""
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module.startswith("cleardays.readers.") or module == "datetime":
            found = getattr(import_module(module), name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _member(of: object, name: str) -> Enum:
    """Return a member of an enumeration: Python before 3.11.4 sends it by getattr."""
    if isinstance(of, EnumType):
        return of[name]
    raise pickle.UnpicklingError(f"{of}.{name}")


def _understand(answered: bytes) -> tuple[Any, Unreadable | None, int]:
    try:
        kind, value, peak = _OursOnly(io.BytesIO(answered)).load()
    except Exception:  # cut short, or not an answer at all: the child was ended by the system
        return None, crashed(), 0
    if kind == "result":
        return value, None, peak
    if kind == "refusal":
        return None, Unreadable(*value), peak
    _LOG.error("A reader failed:\n%s", value)
    return None, crashed(), peak


def answer() -> None:
    """The child's side: take the call from standard input, write the answer to standard output."""
    module, name, path, options, seconds, megabytes = pickle.load(sys.stdin.buffer)  # noqa: S301
    _limit(seconds, megabytes * 1024 * 1024)
    with os.fdopen(os.dup(1), "wb") as out:
        # Whatever else is printed must not get into the answer.
        os.dup2(2, 1)
        out.write(pickle.dumps((*_outcome(module, name, path, options), _peak())))


def _outcome(module: str, name: str, path: Path, options: dict[str, Any]) -> tuple[str, Any]:
    try:
        return "result", getattr(import_module(module), name)(path, **options)
    except Unreadable as refusal:
        return "refusal", (refusal.code, str(refusal))
    except MemoryError:
        refused = too_large()
        return "refusal", (refused.code, str(refused))
    except Exception:  # it is told to the parent, which says so in the log
        return "failure", traceback.format_exc()


def _limit(seconds: float, most: int) -> None:
    soft = {
        resource.RLIMIT_CPU: int(seconds) + 1,
        resource.RLIMIT_DATA: most,
        resource.RLIMIT_CORE: 0,
    }
    for which, limit in soft.items():
        _, hard = resource.getrlimit(which)
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
            resource.setrlimit(which, (limit, hard))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)


def _peak() -> int:
    """This process's highest resident memory in bytes, 0 where the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0
