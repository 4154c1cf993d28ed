"""A hang is told from work: no measure of time, which depends on the machine and stands in benchmarks/."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

HANG = 20.0  # seconds of processor for what takes less than one; quadratic in our texts takes minutes


@contextmanager
def no_hang() -> Iterator[None]:
    """What is done within ends in bearable time."""
    start = time.process_time()
    yield
    assert time.process_time() - start < HANG
