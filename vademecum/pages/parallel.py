"""The same work on several pieces at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Any

# A forked process has the pieces without a copy of them.
METHOD = "fork" if sys.platform == "linux" else None
ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
PATIENCE = 5  # seconds that a process has to clear up

_working = False


class Stopped(BaseException):
    """The process that began the work wants an end of it."""


class LostProcess(Exception):
    """A process ended without a result, as it does when memory runs out."""


def in_parallel(work: Callable[..., Any], pieces: Sequence[tuple[Any, ...]]) -> list[Any]:
    """The results of `work` for each piece, the first here and each other in a process of its own.

    Raises LostProcess where one of them ended without a result. Whatever is raised here, a signal's exception
    included, ends the others, which clear up first; and they end when this process does.
    """
    if len(pieces) < 2:
        return [work(*piece) for piece in pieces]
    with ThreadPoolExecutor(len(pieces) - 1) as readers:
        try:
            with _signals_held_back():
                others = [_begun(work, piece) for piece in pieces[1:]]
                # Read as they come, so that no process waits for this one's piece to be done.
                results = [readers.submit(_result, one) for one in others]
            return [work(*pieces[0]), *(one.result() for one in results)]
        except BaseException:
            _end_children()  # which ends the reading too
            raise


def _begun(work: Callable[..., Any], piece: tuple[Any, ...]) -> Connection:
    """Where the result of a piece comes from, which a new process works at. That ends by itself: to take its
    memory back takes a moment, for which nobody waits.
    """
    context = multiprocessing.get_context(METHOD)
    ours, theirs = context.Pipe(duplex=False)
    context.Process(target=_work_alone, args=(theirs, work, piece)).start()  # type: ignore[attr-defined]
    theirs.close()  # so that its end is the other process's
    return ours


def _result(process: Connection) -> Any:
    """What a process came to; what was raised there is raised here."""
    try:
        done, outcome = process.recv()
    except EOFError:
        raise LostProcess from None
    finally:
        process.close()
    if done:
        return outcome
    raise outcome


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Begin processes with signals held back, so that none comes before they can answer it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_children() -> None:
    """Ask every process that this one began to end, and make those that take their time."""
    children = multiprocessing.active_children()
    for child in children:
        child.terminate()
    left, deadline = {child.sentinel for child in children}, time.monotonic() + PATIENCE
    while left and time.monotonic() < deadline:
        left -= {done for done in wait(left, deadline - time.monotonic()) if isinstance(done, int)}
    for child in children:
        if child.sentinel in left:
            child.kill()


# -- in the other processes ------------------------------------------------------------


def _work_alone(result: Connection, work: Callable[..., Any], piece: tuple[Any, ...]) -> None:
    """Send what a piece comes to, or what it raises, with the trace of that."""
    global _working
    _begin()
    try:
        _working = True
        try:
            outcome = True, work(*piece)
        finally:
            _working = False
    except Stopped:
        os._exit(1)
    except Exception as error:
        error.add_note("".join(traceback.format_tb(error.__traceback__)))
        outcome = False, error
    result.send(outcome)


def _begin() -> None:
    """A terminal's Ctrl+C is for the process that began this one, and its end is ours."""
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _stop(_: int, __: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if _working:
        raise Stopped
    os._exit(1)
