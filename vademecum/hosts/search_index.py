"""Search pages -> what the reader's browser asks for when it searches, made by Pagefind's program.

The interfaces that it makes beside the index are left out. The same pages give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import string
from collections.abc import Iterable, Mapping
from pathlib import Path

from vademecum.exports.search import KINDS, SearchPage
from vademecum.hosts import search_chunks, search_program
from vademecum.hosts.search_chunks import META, SIGNATURE
from vademecum.language.collation import LIGATURES, folded
from vademecum.language.regex import regex
from vademecum.language.searching import HIDDEN, without_elisions

FOLDER = "pagefind"  # below a language's root
ENTRY = "pagefind-entry.json"  # what a browser asks for first
NAMES = "names/{}.json"
WORDS = "words/{}.json"
KEPT_ENDINGS = (".pf_meta", ".pf_index", ".pf_fragment")
FRAGMENT = ".pf_fragment"
ID = regex(rb"[a-z]{2}_[0-9a-f]{7}")
RUN = regex(r"[\w-]+")
UNSEEN = regex(rf"{HIDDEN}([\w-]+)")


class SearchIndex:
    """The search of one language: Pagefind's program begins at once, and works while others do."""

    def __init__(self, pages: Iterable[SearchPage], language: str) -> None:
        self.language = language
        self.listed = sorted(pages, key=lambda page: page.address)
        self.written = [(f"{page.address}index.html", page.html()) for page in self.listed]
        self.made = search_program.begun(self.written, language)

    def files(self) -> dict[str, bytes]:
        """The files by their paths below the search's folder. Raises Trouble where the program fails."""
        digest = hashlib.sha256("".join(html for _, html in self.written).encode()).hexdigest()
        kept = (ENTRY, "pagefind.js", f"wasm.{self.language}.pagefind")
        called = _names(self.listed)
        names, words = _by_letter(called), _words(called, self.listed, self.written)
        found = {
            path: base64.b64decode(content)
            for path, content in sorted(self.made.result().items())
            if path in kept or path.endswith(KEPT_ENDINGS)
        }
        found = _renamed(found, _ids(self.listed, digest))
        return search_chunks.smaller(found, self.language, digest) | names | words


def search_index(pages: Iterable[SearchPage], language: str) -> dict[str, bytes]:
    """The files of one language's search, for whoever has nothing else to do meanwhile."""
    return SearchIndex(pages, language).files()


def _names(pages: Iterable[SearchPage]) -> list[tuple[str, str]]:
    """The concepts in both languages, and the cases: each name with its address."""
    return [
        (name, page.address)
        for page in pages
        if page.kind in ("concept", "case")
        for name in dict.fromkeys((page.title, *page.names, *page.others))
    ]


def _by_letter(names: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The names that are offered where nothing is found: a file for each letter that a word of them begins
    with, each name as [name, address].
    """
    found: dict[str, list[tuple[str, str]]] = {letter: [] for letter in string.ascii_lowercase}
    for name, address in names:
        for letter in dict.fromkeys(map(_letter, (name, *RUN.findall(name)))):
            found.get(letter, []).append((name, address))
    return {NAMES.format(letter): _json(listed) for letter, listed in found.items()}


def _words(
    names: Iterable[tuple[str, str]], pages: Iterable[SearchPage], written: Iterable[tuple[str, str]]
) -> dict[str, bytes]:
    """What can be meant by a misspelt word: the words of these names, then those that other pages are called
    by, and what is asked for though texts have other words. A file for each first letter, which few mistake:
    at 7,000 pages all of them weigh half as much as the rest of a first question.
    """
    others: set[str] = set()
    for page in pages:
        if page.kind not in ("concept", "case"):
            others.update(*map(RUN.findall, (page.title, *page.names, *page.others)))
        others.update(*map(RUN.findall, page.asked))
    others.update(*(UNSEEN.findall(html) for _, html in written))
    found: dict[str, dict[str, None]] = {letter: {} for letter in string.ascii_lowercase}
    named = (word for name, _ in names for word in RUN.findall(without_elisions(name)))
    for word in (*named, *sorted(others)):
        found.get(_letter(word), {})[word] = None
    return {WORDS.format(letter): _json(" ".join(words)) for letter, words in found.items()}


def _letter(word: str) -> str:
    return folded(word.translate(LIGATURES))[:1]


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


# -- shorter names ---------------------------------------------------------------------------------------


def _ids(pages: Iterable[SearchPage], digest: str) -> dict[str, bytes]:
    """address -> the id of a page's result: its kind, what tells this index from the next, its number.

    Pagefind's own ids are digests, which no packing makes shorter: at 7,000 pages they are half of the list
    that a browser must have before it can search. The kind spares it a file of kinds.
    """
    letters = {kind: kind[:2].encode() for kind in (*KINDS, "page")}  # co, ca, ch, pa
    return {
        page.address: letters[page.kind] + digest[:4].encode() + search_chunks.digits(number, 4).encode()
        for number, page in enumerate(pages)
    }


def _renamed(files: Mapping[str, bytes], ids: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the pages under these ids, which are as long as Pagefind's."""
    renamed: dict[str, bytes] = {}
    made: dict[bytes, bytes] = {}
    for name, content in files.items():
        if name.endswith(FRAGMENT):
            data = json.loads(gzip.decompress(content)[len(SIGNATURE) :])
            id_ = ids[data["url"].removeprefix("/")]
            made[Path(name).stem.encode()] = id_
            renamed[f"fragment/{id_.decode()}{FRAGMENT}"] = content
        else:
            renamed[name] = content
    for name in [name for name in renamed if name.endswith(META)]:
        listed = ID.sub(lambda found: made.get(found[0], found[0]), gzip.decompress(renamed[name]))
        renamed[name] = gzip.compress(listed, mtime=0)
    return renamed
