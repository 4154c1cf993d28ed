"""The same work on several pieces at once, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

_work: Callable[..., Any]
_pieces: Sequence[tuple[Any, ...]]


def in_parallel(work: Callable[..., Any], pieces: Sequence[tuple[Any, ...]]) -> list[Any]:
    """The results of `work` for each piece, the first here and each other in a process of its own.

    Where processes are forked, a piece reaches its process without being copied: it is known there before the work begins. Raises
    RuntimeError where another process ended without a result; what it had to say went to the terminal.
    """
    if len(pieces) < 2:
        return [work(*piece) for piece in pieces]
    with ProcessPoolExecutor(len(pieces) - 1, initializer=_know, initargs=(work, pieces)) as processes:
        others = [processes.submit(_one, number) for number in range(1, len(pieces))]
        try:
            return [work(*pieces[0]), *(other.result() for other in others)]
        except BrokenProcessPool:
            raise RuntimeError("a build process ended without a result") from None


def _know(work: Callable[..., Any], pieces: Sequence[tuple[Any, ...]]) -> None:
    global _work, _pieces
    _work, _pieces = work, pieces


def _one(number: int) -> Any:
    return _work(*_pieces[number])
