"""Words that no dictionary knows, in every text that editors write: each at its place, with what was meant.

Known beside the dictionary's words are the project's own lists and every name that an entry gives. Left out
are code, addresses, citations, locators, terms and names; words marked as in the other language are looked
up in that one.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from vademecum.checks.words.foreign_words import as_theirs, emphasised, is_dated, phrases, told_of
from vademecum.checks.words.keyboard import parted
from vademecum.checks.words.passages import Paragraph, passages_once
from vademecum.checks.words.plain import MARKS, may_have_marks
from vademecum.checks.words.tongues import misplaced
from vademecum.checks.words.within import lines_within
from vademecum.document import inlines, tree, walking
from vademecum.document.markdown import Parsed
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES, language_in
from vademecum.language.regex import regex
from vademecum.language.spelling import all_right, misspelt, words_of
from vademecum.language.typography import OPAQUE
from vademecum.model import Finding, Model
from vademecum.model.markers import Markdown, Plain
from vademecum.model.walk import walk
from vademecum.sources.cache import Cache
from vademecum.sources.library import VOCABULARIES, Library, language_of
from vademecum.sources.text.source_file import Path_, SourceFile

# Fields that give names, which are known from then on; the models that hold nothing else.
NAMES = frozenset(("Authority.name", "Definition.holder", "AuthorityTranslation.name"))
NAMING = ("Terms.", "Reference.", "Name.", "Acronym.", "Vocabularies.")
# Names made of ordinary words, which are looked up all the same: beside the dictionary they are known by the
# project's own list and by what several entries give.
WORDED = ("Terms.preferred", "Terms.synonyms", "Acronym.", "Vocabularies.", "Definition.holder")
SHARED = " shared"  # behind a language, the words known for such names
LED = regex(r"\[@[^\]\[]*\]|\]\([^()\s]*\)")  # citations, and what links lead to
UNREAD = ".locator"
OF_LANGUAGE = regex(rf"(?<=^docs/)(?:{'|'.join(LANGUAGES)})/|\.(?:{'|'.join(LANGUAGES)})(?=\.md$)")
Parse = Callable[[SourceFile, Path_, str], Parsed]
LATIN = "\u024f"  # the last letter of the scripts that our dictionaries are in
Known = Mapping[str, frozenset[str]]
# A text of a paragraph with its language, or a sign for what is no words of it.
Run = tuple[inlines.Text | str, str]


def known_words(library: Library, cache: Cache | None = None) -> Known:
    """What a project knows beside the dictionaries, in each language: its own words and all its names."""
    names = _names(library, cache or Cache())
    return {code: library.words.get(code.partition(" ")[0], frozenset()) | names[code] for code in names}


def misspelt_words(
    library: Library, known: Known, language: str, parse: Parse, cache: Cache | None = None
) -> Iterator[Finding]:
    """A remark for each misspelt word in what is written in a language; `parse` gives a field's blocks.

    With a cache, an entry is read again only where it or what is `known` has changed.
    """
    cache = cache or Cache()
    for document, at, model in _written(library):
        key = ("misspelt", language, document.path, at)
        read = partial(_in_entry, document, at, model, known, library.words, language, parse)
        yield from cache.made(key, (document, model, known), read)
    if loose := _loose(library):
        fields = words_of(line for one in loose for line in one.text.split("\n")[: one.body_line - 1])
        more = {code: words | fields for code, words in known.items()}
        for document in loose:
            if language_of(document.path) == language and not _all_right(document.body, language, more):
                yield from _in_text(parse(document, (), ""), language, more)


def _loose(library: Library) -> list[SourceFile]:
    """The files whose text is no entry's, since the fields above it, or above that in the other language, are
    at fault: the names that those give are known nevertheless.
    """
    faulty = (*library.bodies, *(document for _, document in library.misfits))
    if not faulty:
        return []
    names = {OF_LANGUAGE.sub("", one.path) for one in faulty}
    written = {document.path for document, _, _ in _written(library)}
    files = (*library.documents.values(), *library.bodies)
    with_body = [one for one in files if one.body_line > 1 and one.body.strip()]
    return [one for one in with_body if one.path not in written and OF_LANGUAGE.sub("", one.path) in names]


def _in_entry(
    document: SourceFile,
    at: tuple[str, ...],
    model: Model,
    known: Known,
    own: Known,
    language: str,
    parse: Parse,
) -> list[Finding]:
    """The misspelt words of one entry, and of the body of its file; names under the wrong language."""
    spoken = language_of(document.path)
    found = list(misplaced(document, at, model, own, language))
    for step in walk(model, Plain, Markdown):
        path, name = (*at, *step.path), _is_name(step.shape.of)
        if name and path not in document.values and path[-1] == LANGUAGES[0]:
            path = path[:-1]  # one name for both languages
        if step.shape.of.endswith(UNREAD) or path not in document.values:
            continue
        if (language_in(path) or (LANGUAGES[0] if name else spoken)) != language:
            continue
        if name:
            if _is_worded(step.shape.of):
                found += _in_name(step.value, Origin(document, path, step.value), language, known)
        elif Plain in step.shape.marks:
            found += _in_plain(step.value, Origin(document, path, step.value), language, known)
        elif not _all_right(step.value, language, known):
            found += _in_text(parse(document, path, step.value), language, known)
    if spoken == language and document.body.strip() and not _all_right(document.body, language, known):
        found += _in_text(parse(document, (), ""), language, known)
    return found


def _in_plain(shown: str, origin: Origin, language: str, known: Known) -> Iterator[Finding]:
    """The misspelt words of a text without marks."""
    if may_have_marks(shown):
        shown = MARKS.sub(lambda found: " " * len(found[0]), shown)  # told as they are
    if not all_right(shown, language, known[language]):
        words = tree.Paragraph((inlines.Text(shown, ((0, 0),)),))
        told = shown, list(_misspelt(words, origin, language, known, marks=False))
        yield from passages_once([told], language, known)


def _in_name(name: str, origin: Origin, language: str, known: Known) -> Iterator[Finding]:
    """The misspelt words of a name that is made of ordinary ones: those that are nearly a known one, and none
    of another language.
    """
    shared = known[language + SHARED]
    if all_right(name, language, shared):
        return
    for wrong in misspelt(name, language, shared):
        others = (code for code in LANGUAGES if code != language)
        proper = wrong.word[0].isupper() and wrong.offset
        if wrong.suggestion and not proper and all(misspelt(wrong.word, one, shared) for one in others):
            place = origin.location(len(name[: wrong.offset].encode()))
            values = {"found": wrong.word, "nearest": wrong.suggestion, "code": language}
            yield Finding("misspelt-word", place, values)


def _written(library: Library) -> Iterator[tuple[SourceFile, tuple[str, ...], Model]]:
    """Every entry, and every case's words in the other language."""
    for entry in library.entries():
        yield entry.document, entry.at, entry.model
    for case in library.cases.values():
        for language, words in case.translations.items():
            yield case.documents[language], (), words


def _names(library: Library, cache: Cache) -> dict[str, frozenset[str]]:
    """The words of every name that an entry gives, and of acronyms: in each language, or in both."""
    given: dict[str, list[str]] = {language: list(library.acronyms) for language in LANGUAGES}
    named = [] if VOCABULARIES in library.documents else [_named(library.vocabularies)]
    for document, at, model in _written(library):
        named.append(cache.made(("named", document.path, at), (model,), partial(_named, model)))
    shared: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for names in named:
        own: dict[str, list[str]] = {language: [] for language in LANGUAGES}
        for spoken, name in names:
            for language in (spoken,) if spoken in given else LANGUAGES:
                own[language].append(name)
        for language, ours in own.items():
            given[language] += ours
            shared[language].update(words_of(ours))
    found = {language: words_of(dict.fromkeys(names)) for language, names in given.items()}
    often = {
        language + SHARED: frozenset(word for word, count in shared[language].items() if count > 1)
        for language in LANGUAGES
    }
    return found | often


def _named(model: Model) -> list[tuple[str, str]]:
    """The names that an entry gives, each with its language, "" where it says none."""
    own = getattr(model, "language", None)  # of a work
    named = (step for step in walk(model, Plain) if _is_name(step.shape.of))
    return [(language_in(step.path) or own or "", step.value) for step in named]


@functools.cache
def _is_worded(field: str) -> bool:
    """Whether a field gives a name that is made of ordinary words."""
    return field.startswith(WORDED)


@functools.cache
def _is_name(field: str) -> bool:
    """Whether a field, as "Authority.name", gives a name."""
    return field in NAMES or field.startswith(NAMING)


def _all_right(text: str, language: str, known: Known) -> bool:
    """Whether no word of a Markdown text can be wrong, however its marks are read: in a quarter of the time
    that reading them takes.
    """
    return "lang=" not in text and all_right(LED.sub(" ", text), language, known[language])


def _in_text(parsed: Parsed, language: str, known: Known) -> Iterator[Finding]:
    """The misspelt words of a Markdown text; of what is a word of the other language, how it is marked."""
    for finding in passages_once(_in_blocks(parsed, language, known), language, known):
        yield as_theirs(finding, known)


def _in_blocks(parsed: Parsed, language: str, known: Known) -> Iterator[Paragraph]:
    """The paragraphs of a text, each with its misspelt words."""
    for blocks in (parsed.blocks, *parsed.notes.values()):
        for node in walking.parts(blocks):
            if node.origin is None:
                continue
            if isinstance(node, (tree.Paragraph, tree.Line, tree.Heading)):
                yield _told(node, node.origin, language, known)
                pictures = (one for one in node.content if isinstance(one, inlines.Picture))
                within = [line for picture in pictures for line in lines_within(picture)]
            elif isinstance(node, (tree.Entry, tree.Box)):
                within = list(lines_within(node))
            elif isinstance(node, tree.Table):
                within = [line for row in (node.head, *node.rows) for line in lines_within(row)]
            else:
                continue
            told = [_told(line, node.origin, language, known) for line in within]
            yield from _without_names(told) if isinstance(node, tree.Table) else told


def _without_names(cells: list[Paragraph]) -> list[Paragraph]:
    """The cells of a table without unknown words that are one by themselves, where several are: names."""
    alone = [found for words, found in cells if len(found) == 1 and words.strip() == found[0].values["found"]]
    names = [found for found in alone if found[0].values["found"][0].isupper()]
    return [(words, [] if found in names else found) for words, found in cells] if len(names) > 1 else cells


def _told(node: Any, origin: Origin, language: str, known: Known) -> Paragraph:
    """A paragraph's words with those that are misspelt, each language of it apart."""
    return walking.plain(node.content), list(_misspelt(node, origin, language, known))


def _misspelt(
    node: Any, origin: Origin, language: str, known: Known, *, marks: bool = True
) -> Iterator[Finding]:
    """The misspelt words of a paragraph; where it may have `marks`, those of another language as phrases."""
    runs = list(_runs(node.content, language))
    signs = emphasised(node.content) if marks else {}
    for spoken in {lang for _, lang in runs if lang in LANGUAGES}:
        shown = [
            text if isinstance(text, str) else text.words if lang == spoken else OPAQUE for text, lang in runs
        ]
        starts, texts = _pieces(runs, shown, spoken)
        whole = "".join(shown)
        # What is in another script is no word of this language.
        found = (wrong for wrong in misspelt(whole, spoken, known[spoken]) if wrong.word[0] <= LATIN)
        wrongs = [wrong for wrong in found if not is_dated(whole, wrong)]
        if wrongs and ("- " in whole or "-\n" in whole):  # of which another rule tells
            halves = {at + n for _, at, values in parted(whole) for n in range(len(values["found"]))}
            wrongs = [one for one in wrongs if one.offset not in halves]
        marked = {
            (start, start + len(text.words)): signs[id(text)]
            for start, text in zip(starts, texts, strict=True)
            if id(text) in signs
        }
        theirs = list(phrases(whole, wrongs, marked, spoken, known)) if marks else []
        for start, code, values in told_of(wrongs, theirs, spoken):
            number = bisect.bisect_right(starts, start) - 1
            yield Finding(code, origin.location(texts[number].offset(start - starts[number])), values)


def _pieces(runs: list[Run], shown: list[str], spoken: str) -> tuple[list[int], list[inlines.Text]]:
    """Where each text of a language begins among the words shown, and the texts."""
    begun = zip(itertools.accumulate(map(len, shown), initial=0), runs, strict=False)
    texts = [(at, text) for at, (text, lang) in begun if not isinstance(text, str) and lang == spoken]
    return [at for at, _ in texts], [text for _, text in texts]


def _runs(content: inlines.Inlines, lang: str) -> Iterator[Run]:
    """The texts of a paragraph, each with its language; a sign for what is no words of it."""
    for node in content:
        if isinstance(node, inlines.Text):
            yield node, lang
        elif isinstance(node, inlines.Break):
            yield "\n", ""
        elif isinstance(node, inlines.NoteMark):
            continue
        elif inside := walking.children(node):
            own = getattr(node, "lang", "").partition("-")[0] or lang
            yield from _runs(inside, own)  # type: ignore[arg-type]  # an inline holds inlines
        else:
            yield OPAQUE, ""
