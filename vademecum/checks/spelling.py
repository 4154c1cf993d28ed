"""Words that no dictionary knows, in every text that editors write: each at its place, with what was meant.

Known beside the dictionary's words are the project's own lists and every name that an entry gives. Left out
are code, addresses, citations, locators, terms and names; words marked as in the other language are looked
up in that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vademecum.checks.plain import MARKS
from vademecum.document import tree
from vademecum.document.markdown import Parsed
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES
from vademecum.language.spelling import misspelt, words_of
from vademecum.language.typography import OPAQUE
from vademecum.model import Finding, Model
from vademecum.model.markers import Markdown, Plain
from vademecum.model.walk import Step, walk
from vademecum.sources.library import Library, language_of
from vademecum.sources.source_file import Path_, SourceFile

# Fields that give names, which are known from then on; the models that hold nothing else.
NAMES = frozenset(("Authority.name", "Definition.holder", "AuthorityTranslation.name"))
NAMING = ("Terms.", "Reference.", "Name.", "Acronym.", "Vocabularies.")
UNREAD = ".locator"
Parse = Callable[[SourceFile, Path_, str], Parsed]
# Words in a row of one language, and where the text that they come from begins among them.
LATIN = "\u024f"  # the last letter of the scripts that our dictionaries are in
Known = Mapping[str, frozenset[str]]
Piece = tuple[int, tree.Text]


def misspelt_words(library: Library, language: str, parse: Parse) -> Iterator[Finding]:
    """A remark for each misspelt word in what is written in a language; `parse` gives a field's blocks."""
    written = list(_written(library))
    names = _names(library, written)
    known = {code: library.words.get(code, frozenset()) | names[code] for code in LANGUAGES}
    for document, at, model in written:
        spoken = language_of(document.path)
        for step in walk(model, Plain, Markdown):
            path = (*at, *step.path)
            if _is_name(step) or step.shape.of.endswith(UNREAD) or path not in document.values:
                continue
            if next((key for key in reversed(path) if key in LANGUAGES), spoken) != language:
                continue
            if Plain in step.shape.marks:
                origin = Origin(document, path, step.value)
                shown = MARKS.sub(lambda found: " " * len(found[0]), step.value)  # told as they are
                yield from _told(tree.Paragraph((tree.Text(shown, ((0, 0),)),)), origin, language, known)
            else:
                yield from _in_blocks(parse(document, path, step.value), language, known)
        if spoken == language and document.body.strip():
            yield from _in_blocks(parse(document, (), ""), language, known)


def _written(library: Library) -> Iterator[tuple[SourceFile, tuple[str, ...], Model]]:
    """Every entry, and every case's words in the other language."""
    for entry in library.entries():
        yield entry.document, entry.at, entry.model
    for case in library.cases.values():
        for language, words in case.translations.items():
            yield case.documents[language], (), words


def _names(
    library: Library, written: list[tuple[SourceFile, tuple[str, ...], Model]]
) -> dict[str, frozenset[str]]:
    """The words of every name that an entry gives, and of acronyms: in each language, or in both."""
    given: dict[str, list[str]] = {language: list(library.acronyms) for language in LANGUAGES}
    for model in [model for _, _, model in written] + [library.vocabularies]:
        own = getattr(model, "language", None)  # of a work
        for step in walk(model, Plain):
            if _is_name(step):
                spoken = next((key for key in reversed(step.path) if key in LANGUAGES), own)
                for language in (spoken,) if spoken in LANGUAGES else LANGUAGES:
                    given[str(language)].append(step.value)
    return {language: words_of(dict.fromkeys(names)) for language, names in given.items()}


def _is_name(step: Step) -> bool:
    return step.shape.of in NAMES or step.shape.of.startswith(NAMING)


def _in_blocks(parsed: Parsed, language: str, known: Known) -> Iterator[Finding]:
    for blocks in (parsed.blocks, *parsed.notes.values()):
        for node in tree.parts(blocks):
            if node.origin is None:
                continue
            if isinstance(node, (tree.Paragraph, tree.Line, tree.Heading)):
                yield from _told(node, node.origin, language, known)
            elif isinstance(node, tree.Entry):
                yield from _told(tree.Line(node.term), node.origin, language, known)
            elif isinstance(node, tree.Table):
                cells = (cell for row in (node.head, *node.rows) for cell in row.cells)
                for cell in cells:
                    yield from _told(tree.Line(cell), node.origin, language, known)


def _told(node: Any, origin: Origin, language: str, known: Known) -> Iterator[Finding]:
    """The misspelt words of a paragraph, each language of it apart."""
    runs = list(_runs(node.content, language))
    for spoken in {lang for _, lang in runs if lang in LANGUAGES}:
        words: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for text, lang in runs:
            shown = text if isinstance(text, str) else text.words if lang == spoken else OPAQUE
            if not isinstance(text, str) and lang == spoken:
                pieces.append((length, text))
            words.append(shown)
            length += len(shown)
        for wrong in misspelt("".join(words), spoken, known[spoken]):
            if wrong.word[0] > LATIN:
                continue  # another script: no word of this language
            start, text = next(piece for piece in reversed(pieces) if piece[0] <= wrong.offset)
            place = origin.location(text.offset(wrong.offset - start))
            values = {"found": wrong.word, "nearest": wrong.suggestion, "code": spoken}
            yield Finding("misspelt-word", place, values)


def _runs(content: tree.Inlines, lang: str) -> Iterator[tuple[tree.Text | str, str]]:
    """The texts of a paragraph, each with its language; a sign for what is no words of it."""
    for node in content:
        if isinstance(node, tree.Text):
            yield node, lang
        elif isinstance(node, tree.Break):
            yield "\n", ""
        elif isinstance(node, tree.NoteMark):
            continue
        elif inside := tree.children(node):
            yield from _runs(inside, getattr(node, "lang", "").partition("-")[0] or lang)  # type: ignore[arg-type]
        else:
            yield OPAQUE, ""
