"""A project's folder -> the Library, with every fault found on the way."""

from __future__ import annotations

import functools
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.spelling import read_words
from vademecum.model import (
    FACTS,
    Acronym,
    Booklet,
    Case,
    CaseTranslation,
    Chapter,
    Concept,
    Figure,
    Finding,
    FrontMatter,
    Group,
    Model,
    Reference,
    Tool,
    Vocabularies,
)
from vademecum.model.tools import FOLDER as TOOL_FOLDER
from vademecum.model.tools import TOOLS
from vademecum.sources import copied, misplaced, published, reading
from vademecum.sources.cache import Cache
from vademecum.sources.library import (
    BOOKLETS,
    FIGURES,
    GROUPS,
    HANDBOOK,
    HOUSE,
    VOCABULARIES,
    Article,
    CaseStudy,
    Library,
)
from vademecum.sources.meant import validation
from vademecum.sources.meant.showing import name_of
from vademecum.sources.misnamed import ID, OF_LANGUAGE, is_id, plain_name
from vademecum.sources.misplaced import of_case_name
from vademecum.sources.names import is_device
from vademecum.sources.naming import with_ids
from vademecum.sources.own_words import own_words
from vademecum.sources.project_files import ProjectFiles
from vademecum.sources.published import Published
from vademecum.sources.text import limits, text_files
from vademecum.sources.text.source_file import SourceFile

# Signs that mean something in an address or a command, or that some system takes in no name.
MEANING = frozenset('#?%&\\:*"<>|;`$^{}[]')
TOOL_FOLDERS = tuple(f"{TOOL_FOLDER}{name}/" for name in TOOLS)


def load(root: Path, cache: Cache | None = None) -> tuple[Library, list[Finding]]:
    """Read a whole project. Every fault is found and none is fatal by itself: what could be read is in the
    Library.
    """
    loader = _Loader(root, cache or Cache())
    library = loader.library()
    return library, with_ids(library, loader.findings)


class _Loader(ProjectFiles):
    def library(self) -> Library:
        self.at_the_root()
        concepts = dict(self.named("lexicon", "concept", Concept))
        cases = dict(self.cases())
        chapters, pages, pictures = self.docs()
        references = self.mapping("references.yml", "reference", Reference)
        acronyms = self.mapping("acronyms.yml", "acronym", Acronym)
        booklets = self.mapping(BOOKLETS, "booklet", Booklet)
        figures = dict(self.named("docs/figures", "figure", Figure))
        return Library(
            self.root,
            concepts,
            cases,
            chapters,
            pages,
            references,
            acronyms,
            booklets,
            figures,
            self.tools(),
            self.mapping(GROUPS, "group", Group),
            self.vocabularies(),
            self.documents,
            pictures,
            frozenset(self.unread),
            tuple(self.misfits),
            tuple(self.bodies),
            self.words(),
            self.published(),
        )

    def cases(self) -> Iterator[tuple[str, CaseStudy]]:
        groups: dict[str, dict[str, SourceFile]] = {}
        for path, entry, parts in self.in_cases():
            if path.count("/") > 1 or parts[-1] != "md" or parts[0].lower() == "readme":
                self.misplaced(path, "", "<id>.fr.md, <id>.en.md")
            elif len(parts) == 2 and ID.match(parts[0]) and not OF_LANGUAGE.search(parts[0]):
                expected = ", ".join(f"{parts[0]}.{language}.md" for language in LANGUAGES)
                self.report("no-language", path, found=entry.name, expected=expected)
            elif len(parts) != 3 or not is_id(parts[0]) or not entry.name.endswith(".md"):
                language = next((part for part in parts[1:] if part in LANGUAGES), LANGUAGES[0])
                if len(parts) == 2 and (tongue := OF_LANGUAGE.search(parts[0])):  # valmont-fr.md
                    parts[0], language = parts[0][: tongue.start()], tongue[0][1:]
                near = plain_name(parts[0], f".{language}.md")
                self.misnamed(path, "case", "<id>.fr.md", near, ".md")
            elif parts[1] not in LANGUAGES:
                self.unknown_language(path, parts[1])
            elif document := self.document(path):
                groups.setdefault(parts[0], {})[parts[1]] = document
            else:
                self.unread.add(("case", parts[0]))
        for id_, documents in groups.items():
            if ("case", id_) not in self.unread and (case := self.case(id_, documents)):
                yield id_, case
            else:
                self.unread.add(("case", id_))

    def case(self, id_: str, documents: dict[str, SourceFile]) -> CaseStudy | None:
        """One case from the files of its languages; the one that holds facts is the original."""
        for document in documents.values():
            if not (document.data or document.text.startswith(reading.FENCE)):
                self.without_front_matter(document)
                return None
        facts = {language: _facts(document) for language, document in documents.items()}
        original = max(facts, key=lambda one: (len(facts[one]), copied.headings(documents[one], one)))
        if not facts[original] and len(documents) > 1:
            self.report("original-missing", documents[original].path)
            return None
        if len(documents) == 1 and not facts[original] and _is_translation(documents[original], id_):
            self.report("original-elsewhere", documents[original].path)
            return None
        model, translations = self.entry(Case, documents[original], id_), {}
        for language in documents.keys() - {original}:
            document = documents[language]
            if facts[language] and copied.is_copy(document, language, documents[original], original):
                values = {"found": ", ".join(facts[language]), "other": documents[original].path}
                self.report("untranslated-copy", document.path, **values)
                del self.documents[document.path]  # of which nothing else is to be told
                continue
            translations[language] = self.in_other(document, documents[original], id_)
        if model is None or None in translations.values() or len(translations) + 1 < len(documents):
            return None
        return CaseStudy(id_, original, model, translations, documents)

    def in_other(self, document: SourceFile, original: SourceFile, id_: str) -> Any:
        """The words of a case in another language; none where facts of the original stand among them."""
        twice = [*((key,) for key in _facts(document)), *copied.inner_facts(document.data)]
        for path in twice:
            values = {"found": name_of(path), "other": original.path}
            self.findings.append(Finding("facts-twice", document.where(*path, key=True), values))
        words = replace(document, data=copied.without(document.data, set(twice)))
        made = self.entry(CaseTranslation, words, id_)
        return None if twice else made

    def without_front_matter(self, document: SourceFile) -> None:
        """Tell of a text without fields above it, or of a file in which nothing stands."""
        if document.text.strip():
            self.report("front-matter-missing", document.path)
        else:
            self.report("empty-file", document.path, found=document.path)

    def docs(self) -> tuple[dict[str, Article], dict[str, Article], frozenset[str]]:
        """The chapters, the other pages and the pictures."""
        found: dict[str, dict[str, dict[str, SourceFile]]] = {}
        pictures = set()
        for path, entry in self.files("docs"):
            language, _, rest = path.removeprefix("docs/").partition("/")
            stem, _, ending = rest.rpartition(".")
            folder, _, name = stem.rpartition("/")
            if misplaced.is_case(entry.name) and language != "assets":
                self.moved(path, of_case_name(self.root, path))
            elif language == "assets" and ending.lower() in misplaced.PICTURES:
                if _is_plain(entry.name):
                    pictures.add(path)
                else:
                    expected = f"<name>.{ending.lower()}"
                    self.report("bad-file-name", path, found=entry.name, expected=expected)
            elif path in (BOOKLETS, GROUPS) or path.startswith((FIGURES, *TOOL_FOLDERS)):
                continue  # read apart
            elif language not in LANGUAGES and rest and ending == "md":
                self.unknown_language(path, language)
            elif language not in LANGUAGES or ending != "md" or folder not in ("", HANDBOOK):
                picture = language in LANGUAGES and ending.lower() in misplaced.PICTURES
                meant = f"docs/assets/{entry.name}" if picture else misplaced.tool_meant(self.root / path)
                meant = meant or misplaced.other_ending(language, folder, entry.name)
                self.misplaced(path, meant, misplaced.held_beside(path))
            elif not is_id(name):
                kind = "chapter" if folder else "page"
                self.misnamed(path, kind, "<id>.md", self.name_of_pair(path, name), ".md")
            elif document := self.document(path):
                found.setdefault(folder, {}).setdefault(name, {})[language] = document
            else:
                self.unread.add(("chapter" if folder else "page", name))
        pages = self.texts("page", FrontMatter, found.get("", {}))  # first: chapters are among them
        chapters = self.texts("chapter", Chapter, found.get(HANDBOOK, {}))
        return chapters, pages, frozenset(pictures)

    def texts(
        self, kind: str, model: type[Model], found: dict[str, dict[str, SourceFile]]
    ) -> dict[str, Article]:
        texts = {}
        for name, documents in found.items():
            if (text := self.text(model, name, documents)) and (kind, name) not in self.unread:
                texts[name] = text
            else:
                self.unread.add((kind, name))
        return texts

    def text(self, model: type[Model], name: str, documents: dict[str, SourceFile]) -> Article | None:
        meta = {}
        for language, document in documents.items():
            if meant := misplaced.text_meant(document.data, document.path, model is Chapter):
                self.moved(document.path, meant)
                del self.documents[document.path]  # of which nothing else is to be told
                continue
            if not (document.data or document.text.startswith(reading.FENCE)):
                self.without_front_matter(document)
            elif made := self.entry(model, document, name):
                meta[language] = made
        return Article(name, meta, documents) if len(meta) == len(documents) else None

    def tools(self) -> dict[str, Tool]:
        """The tools by their ids, from the folders of their kinds; two of one id are a fault."""
        tools: dict[str, Tool] = {}
        for name, model in TOOLS.items():
            for id_, tool in self.named(f"{TOOL_FOLDER}{name}", "tool", model):
                if id_ in tools:
                    self.report("shared-id", tool.path(), found=id_, other=tools[id_].path())
                else:
                    tools[id_] = tool
        return tools

    def vocabularies(self) -> Vocabularies:
        """The project's own lists, else the house's."""
        document = self.document(VOCABULARIES) if os.path.lexists(self.root / VOCABULARIES) else _of_house()
        made, findings = (
            self.cache.made(VOCABULARIES, (document,), lambda: validation.parse(Vocabularies, document))
            if document
            else (None, [])
        )
        self.findings += findings
        self.unread |= {("vocabulary", "*")} if made is None else set()
        return made or Vocabularies()

    def published(self) -> dict[tuple[str, str], Published]:
        """What was ever published."""
        found, findings = published.read(self.root)
        self.findings += findings
        return found

    def words(self) -> dict[str, frozenset[str]]:
        """The project's own words in each language, which are no spelling mistakes."""
        found: dict[str, frozenset[str]] = {}
        for language in LANGUAGES:
            path = f"words.{language}.txt"
            if not os.path.lexists(self.root / path):
                continue
            text, findings = text_files.read_text(self.root, self.root / path)
            self.findings += findings
            found[language] = read_words(text or "")
            self.findings += own_words(path, text or "")
        return found


@functools.cache
def _of_house() -> SourceFile:
    """The house's own lists, read once."""
    return reading.read_yaml(VOCABULARIES, (HOUSE / VOCABULARIES).read_text(encoding="utf-8"))[0]


def _is_plain(name: str) -> bool:
    """Whether a picture's name means itself everywhere."""
    plain = name[0].isalnum() and MEANING.isdisjoint(name) and unicodedata.is_normalized("NFC", name)
    return plain and len(name.encode()) <= limits.NAME and not is_device(name.split(".")[0])


def _is_translation(document: SourceFile, id_: str) -> bool:
    """Whether a file without facts is no case by itself, but would be a good translation of one."""
    return (
        validation.parse(Case, document, id=id_)[0] is None
        and validation.parse(CaseTranslation, document, id=id_)[0] is not None
    )


def _facts(document: SourceFile) -> list[str]:
    """The keys that only an original holds."""
    return [key for key in FACTS if isinstance(document.data, dict) and key in document.data]
