"""The open data: each file of the catalogue (pages/handbook/datasets.yml) with what makes it.

A build makes the files of a set again only where what they come from has changed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from vademecum import files as disk
from vademecum import house
from vademecum.exports import geojson, rdf, records, skos, tables, tbx, works
from vademecum.exports.plain import Data
from vademecum.language.languages import LANGUAGES
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.datasets import FORMATS, Format

# Which sets each language's process makes, so that none is made twice: the first has the site's root to do.
SHARES = dict(zip(LANGUAGES, ((), ("lexicon", "cases", "references")), strict=True))
DIGEST = "[0-9a-f]" * 16  # of a kept file's name
FOLDER = "open-data"  # in the project's cache
Maker = Callable[[Data], bytes]

MAKERS: dict[str, Maker] = {
    "skos-turtle": lambda data: rdf.turtle(data.kept("skos", skos.graph)).encode(),
    "skos-jsonld": lambda data: rdf.jsonld(data.kept("skos", skos.graph)).encode(),
    "tbx": tbx.document,
    "lexicon-json": lambda data: records.lexicon(data).encode(),
    "cases-json": lambda data: records.cases(data).encode(),
    "geojson": lambda data: geojson.features(data).encode(),
    "csl": lambda data: works.csl(data.library.references.values()).encode(),
    "bibtex": lambda data: works.bibtex(data.library.references.values()).encode(),
    "ris": lambda data: works.ris(data.library.references.values()).encode(),
}
# What the files of a set are made from: folders and files of the project.
SOURCES = {
    "lexicon": ("lexicon/", "references.yml", "vocabularies.yml"),
    "cases": ("case_studies/", "references.yml", "vocabularies.yml"),
    "references": ("references.yml",),
}


def content(data: Data, one: Format) -> bytes:
    """What a file of the catalogue holds."""
    return tables.table(data, one.table, one.language) if one.table else MAKERS[one.name](data)


class Store:
    """The files of an edition's open data, each made once; a folder keeps them from one build to the next."""

    def __init__(self, edition: Edition, folder: Path | None = None) -> None:
        self.edition, self.folder, self.data = edition, folder, Data(edition)
        self.known: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}

    def get(self, file: str) -> bytes:
        """A file by its path from the site's root. KeyError where the catalogue has none of that name."""
        if file not in self.known:
            one = next(one for one in FORMATS if one.file == file)
            self.known[file] = self._kept(one) if self.folder else content(self.data, one)
        return self.known[file]

    def make(self, sets: Collection[str]) -> None:
        """Make the files of some sets now, for whoever asks later, in this process or in another."""
        for one in FORMATS:
            if one.set in sets:
                self.get(one.file)

    def size(self, file: str) -> int:
        """How many bytes a file has."""
        return len(self.get(file))

    def _kept(self, one: Format) -> bytes:
        """A file from the folder, where it stands whole under the digests of its sources and of itself; else
        made, in the place of those that do not.
        """
        assert self.folder is not None
        name, made_from = one.file.rpartition("/")[2], self.digest(one.set)
        for path in self.folder.glob(f"{made_from}-{DIGEST}-{name}"):
            if path.is_file() and path.name == _called(made_from, kept := path.read_bytes(), name):
                return kept
        for old in self.folder.glob(f"{DIGEST}*-{name}"):
            shutil.rmtree(old) if old.is_dir() else old.unlink(missing_ok=True)
        made = content(self.data, one)
        disk.write_whole(self.folder / _called(made_from, made, name), made)
        return made

    def digest(self, name: str) -> str:
        """A digest of what a set's files are made from: sources, the generator, the site's address."""
        if name not in self.digests:
            whole = hashlib.sha256(self.edition.setting.site.encode())
            for text in (*_generator(), *self._sources(name)):
                whole.update(text.encode())
            self.digests[name] = whole.hexdigest()[:16]
        return self.digests[name]

    def _sources(self, name: str) -> Iterable[str]:
        library = self.edition.library
        documents = {
            path: file.text for path, file in library.documents.items() if path.startswith(SOURCES[name])
        }
        for case in library.cases.values() if name == "cases" else ():
            documents |= {file.path: file.text for file in case.documents.values()}
        yield from (f"{path}\0{text}\0" for path, text in sorted(documents.items()))


def _called(made_from: str, content: bytes, name: str) -> str:
    return f"{made_from}-{hashlib.sha256(content).hexdigest()[:16]}-{name}"


def _generator() -> Iterable[str]:
    """The generator's own files, by name, size and time."""
    for path in sorted(house.PACKAGE.rglob("*")):
        if path.suffix in (".py", ".yml"):
            stat = path.stat()
            yield f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}"
