"""What holds for every test."""

from __future__ import annotations

from hypothesis import Phase, settings

# The same examples in each run: a pull request is not refused for a text that the one before did not meet.
# New ones are looked for with `build.py test --hypothesis-profile=default`, and by tests/fuzzing.py. How long
# an example takes is no fault (a machine may be busy), and why one fails is told by a second look at it.
settings.register_profile(
    "same", derandomize=True, database=None, deadline=None, phases=set(Phase) - {Phase.explain}
)
settings.load_profile("same")
