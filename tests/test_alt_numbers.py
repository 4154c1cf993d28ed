"""Numbers of a figure's description: those that the figure has, or comes to, and those that it has not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND, findings

FIGURE = """kind: bars
title: {{fr: "Qui vient en 2022", en: "Who comes in 2022"}}
alt: {{fr: "{fr}", en: "{en}"}}
series:
  near: {{label: {{fr: "de près", en: "from near"}}}}
  far: {{label: {{fr: "de loin", en: "from far"}}}}
rows:
  first: {{label: {{fr: "2020", en: "2020"}}, values: {{near: 800, far: 100}}}}
  last: {{label: {{fr: "2022", en: "2022"}}, values: {{near: 1200, far: 350}}}}
source: reed-2019
locator: "2"
"""


@pytest.mark.parametrize(
    ("fr", "en", "expected"),
    [
        ("De 800 à 1 200 visites.", "From 800 to 1,200 visits.", []),
        ("900 visites en 2020, 2 450 en tout.", "900 visits in 2020, 2,450 in all.", []),  # sums
        ("400 de plus, 1 000 en moyenne.", "400 more, 1,000 on average.", []),
        ("Près de 1 500 visites ; 40 barres.", "Some 1,500 visits; 40 bars.", []),  # rounded, and small ones
        ("La hausse est de 150 %.", "The rise is 150%.", []),
        ("De 730 à 1 200 visites.", "From 730 to 1,200 visits.", ["730", "730"]),
        ("De 800 à 1 200 visites.", "From 800 to 1,300 visits.", ["1,300"]),
        ("De 800 à 2 100 visites en 2019.", "From 800 to 1,200 visits.", ["2 100"]),
    ],
)
def test_a_number_that_a_figure_does_not_have_is_told(
    fr: str, en: str, expected: list[str], tmp_path: Path
) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    (project / "docs/figures").mkdir()
    (project / "docs/figures/visits.yml").write_text(FIGURE.format(fr=fr, en=en), encoding="utf-8")
    assert [one.values["found"] for one in findings(project) if one.code == "alt-number"] == expected
