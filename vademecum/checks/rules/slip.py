"""What rules on running words tell."""

from __future__ import annotations

from vademecum.checks.rules.needles import Needs

# The code of a finding, where in the words it begins, what was found there and what else is told.
Slip = tuple[str, int, dict[str, str]]
# What no words break a rule without, how they break it, and what was meant, with the pattern's groups.
Rule = tuple[Needs, str, str]
