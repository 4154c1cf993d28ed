"""The commonest family names in French and in English, by which an author in brackets is told from a place.

family_names.txt has none that is a town of a case, nor the beginning of a body's name.
"""

from __future__ import annotations

from pathlib import Path

COMMONEST = tuple(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())
