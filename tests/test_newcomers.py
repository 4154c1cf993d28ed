"""Where two entries claim one thing, the one that was not published yet is told, else the lesser name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND, findings

HEAD = "# Every id and address that was ever published, written by build.py published. None is taken out.\n"
PUBLISHED = {
    "influence": "concept:influence lexique/rayonnement/ en/lexicon/influence/\n",
    "attractiveness": "concept:attractiveness lexique/attractivite/ en/lexicon/attractiveness/\n",
}
LESSER = "synonyms: [attractivité territoriale, rayonnement]"


def project(folder: Path, published: str, changes: dict[str, tuple[str, str]]) -> Path:
    made = Path(shutil.copytree(SOUND, folder / "project"))
    (made / "published.txt").write_text(HEAD + PUBLISHED.get(published, ""), encoding="utf-8")
    for name, (old, new) in changes.items():
        file = made / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return made


def told(made: Path) -> list[tuple[str, str]]:
    return [(one.code, one.location.path) for one in findings(made)]


@pytest.mark.parametrize(
    ("published", "where"),
    [("influence", "attractiveness"), ("attractiveness", "influence"), ("", "attractiveness")],
)
def test_a_form_that_two_concepts_claim(published: str, where: str, tmp_path: Path) -> None:
    changes = {"lexicon/attractiveness.yml": ("synonyms: [attractivité territoriale]", LESSER)}
    made = project(tmp_path, published, changes)
    assert ("form-claimed", f"lexicon/{where}.yml") in told(made)


@pytest.mark.parametrize(
    ("published", "where"), [("influence", "attractiveness"), ("attractiveness", "influence")]
)
def test_a_name_that_two_concepts_have(published: str, where: str, tmp_path: Path) -> None:
    changes = {"lexicon/attractiveness.yml": ("preferred: attractivité", "preferred: rayonnement")}
    codes = told(project(tmp_path, published, changes))
    assert ("concept-twice", f"lexicon/{where}.yml") in codes
    assert not [code for code, _ in codes if code in ("form-claimed", "address-taken")]


def test_a_figure_with_parts_of_one_may_have_three_decimals(tmp_path: Path) -> None:
    made = project(tmp_path, "", {})
    figure = (
        'kind: bars\ntitle: {fr: "Les parts", en: "Shares"}\n'
        'alt: {fr: "Les parts montent d’année en année", en: "Shares rise from year to year"}\n'
        'series: {share: {label: {fr: "Part", en: "Share"}}}\nsource: reed-2019\nrows:\n'
        '  first: {label: {fr: "2018", en: "2018"}, values: {share: 0.875}}\n'
        '  last: {label: {fr: "2019", en: "2019"}, values: {share: 1.250}}\n'
    )
    file = made / "docs/figures/shares.yml"
    file.parent.mkdir()
    file.write_text(figure, encoding="utf-8")
    assert [code for code, path in told(made) if path.startswith("docs/figures")] == ["unused-figure"]
    file.write_text(figure.replace("0.875", "1.875"), encoding="utf-8")
    assert "thousands-point" in [code for code, _ in told(made)]
