"""Two thousand inputs that nobody meant, the same each time; a hundred thousand by `fuzzing.py` itself."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest
from fuzzing import fuzz


@pytest.mark.parametrize("seed", [1, 2])
def test_inputs_that_nobody_meant_are_told_or_made(seed: int) -> None:
    # In a process of its own, whose memory is what these inputs took and not what other tests did.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        told = alone.submit(fuzz, 1_000, seed).result()
    assert told.wrong == [], told
    assert told.counts["made"] == told.counts["printed"] > 100
