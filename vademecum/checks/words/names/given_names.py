"""Given names by which a person is told from a body of two words: Sophie Leroy, and not Cités Unies.

given_names.txt has the commonest in French and in English, and some of partners' countries; none that is a
town or a country (Florence, Victoria, France), nor a word that begins a body's name.
"""

from __future__ import annotations

from pathlib import Path

GIVEN = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())
