"""Every payload in every field: told, or words on the page and in what is sought; no element more.

The suite tries a part; VADEMECUM_ROUNDS=all tries each payload in each field. tests/site opens some in a
browser.
"""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from proving import Place, accepted, bodies, full, places, proved
from test_sources import EVERYWHERE, SAFE, TAGS

from vademecum.language.data import data_in
from vademecum.model.markers import Markdown, Plain

PAYLOADS: list[str] = data_in(Path(__file__).with_name("payloads.yml"))
ROUNDS = len(PAYLOADS) if os.environ.get("VADEMECUM_ROUNDS") == "all" else 6
STRIDE = 7  # so that neighbours in one file are of other kinds
Held = set[tuple[str, str]]  # elements with an attribute each, or with none


class Elements(HTMLParser):
    """The elements and attributes of a page, and the addresses that run something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.held: Held = set()
        self.running: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.held |= {(tag, ""), *((tag, name) for name, _ in attrs if name not in EVERYWHERE)}
        for name, value in attrs:
            if name in ("href", "src") and not SAFE.match(re.sub(r"[\x00-\x20]", "", value or "")):
                self.running.append(value or "")

    def handle_comment(self, data: str) -> None:
        self.held.add(("<!--", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


# What the search's page for a page holds, and no more.
OF_SEARCH: Held = {
    *((tag, "") for tag in ("html", "meta", "body", "h2", "p")),
    *(("meta", name) for name in ("charset", "content", "data-pagefind-meta")),
    ("body", "data-pagefind-body"),
    ("<!--", "doctype html"),
}
# What a text may hold, whatever it says.
OF_TEXTS: Held = {(tag, name) for tag, names in TAGS.items() for name in ("", *names)}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def held(sound: Path) -> Held:
    """What the pages of the sound project hold, from texts and from facts."""
    return set().union(*(Elements(str(page.html)).held for page in proved(sound).pages))


def test_there_are_enough() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 200


def values_of(sound: Path, turn: int) -> dict[Place, str]:
    """A payload for each field, another each turn."""
    fields = [*places(sound, Markdown, Plain), *bodies(sound)]
    return {place: PAYLOADS[(turn + number * STRIDE) % len(PAYLOADS)] for number, place in enumerate(fields)}


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_a_payload_is_told_or_words(sound: Path, held: Held, tmp_path: Path, turn: int) -> None:
    proof, kept = accepted(sound, tmp_path / "project", values_of(sound, turn))
    assert len(kept) > 30
    for page in proof.pages:
        elements = Elements(str(page.html))
        assert elements.held <= held | OF_TEXTS, page.page.address
        assert elements.running == [], page.page.address
    for searched in proof.search():
        assert Elements(searched.html()).held <= OF_SEARCH, searched.address
    for data in proof.data:
        json.loads(data)
