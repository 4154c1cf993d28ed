"""Rules for what is nearly Markdown stay linear in a text, and tell nothing of what is right."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hangs import no_hang

from vademecum.checks.markdown.bodies import check_body
from vademecum.checks.markdown.near_markdown import LOOKS
from vademecum.checks.words import keyboard
from vademecum.checks.words.plain import MARKS, QUOTED
from vademecum.document import walking
from vademecum.document.markdown import parse
from vademecum.document.origin import body
from vademecum.sources.reading import read_yaml
from vademecum.sources.text import plain_spaces
from vademecum.sources.text.source_file import SourceFile

PARTS = (
    *(
        "@a-2019, ",
        "(@a",
        "[a-b, ",
        "[a](b c ",
        "](",
        "] (",
        "(a)[",
        "{{ figure ",
        "{ figure",
        "**",
        "• un\n",
    ),
    *(
        "– ",
        "a | b\n",
        "| a |\n",
        "2. a\n",
        "a) b\n",
        "##a\n",
        "[!NOTE]\n",
        "\u00a0",
        "*a ",
        "`",
        "&amp",
        "<b ",
    ),
    *("北", "le ", "le  \n", "œ", ", ", "'"),
)
RIGHT = (
    "Un fait [@reed-2019, 3.2], puis un autre.",
    "Le tiret – une incise – reste\n– comme ici – une incise.",
    "En fin de ligne\n2014. Puis la suite.",
    "Écrivez à mairie@valmont.example ou @valmont sur un réseau.",
    "- un\n- deux\n\n1. un\n2. deux",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "**Gras** en début de phrase.",
    "## Titre\n\n### Suite\n\nDes mots.",
    "> [!NOTE]\n> **Titre**\n>\n> Des mots.",
    "Une note (voir plus bas) et [un lien](https://valmont.example/a).",
)


def told(text: str) -> list[str]:
    parsed = parse(body(SourceFile("docs/fr/a.md", {}, body=text, text=text)))
    found = [*check_body(parsed.blocks), *parsed.findings]
    for node, origin in walking.walk(parsed.blocks):
        if origin is not None and type(node) in LOOKS:
            found += LOOKS[type(node)](node, origin, {"reed-2019"})
    return [finding.code for finding in found]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_told_of_what_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("part", PARTS)
def test_time_grows_with_the_text_alone(part: str) -> None:
    text = part * (40_000 // len(part))
    with no_hang():
        told(text)
        list(keyboard.slips(text))
        MARKS.search(text)
        QUOTED.search(text)
        plain_spaces.plain_spaces(text)
        read_yaml("a.yml", f"a: {text}\n b: c")


def test_every_slip_has_its_words() -> None:
    words = yaml.safe_load(
        (Path(plain_spaces.__file__).parents[2] / "checks" / "messages.yml").read_text(encoding="utf-8")
    )
    assert {*plain_spaces.SIGNS.values(), "other", "decomposed"} == words["signs"]["fr"].keys()
