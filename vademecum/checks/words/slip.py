"""What rules on running words tell."""

from __future__ import annotations

# The code of a finding, where in the words it begins, what was found there and what else is told.
Slip = tuple[str, int, dict[str, str]]
