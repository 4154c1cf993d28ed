"""Two thousand inputs that nobody meant, the same each time; a hundred thousand by `fuzzing.py` itself."""

from __future__ import annotations

import pytest
from fuzzing import fuzz


@pytest.mark.parametrize("seed", [1, 2])
def test_inputs_that_nobody_meant_are_told_or_made(seed: int) -> None:
    told = fuzz(1_000, seed, printed=5)
    assert told.wrong == [], told
    assert told.counts["made"] > 100
