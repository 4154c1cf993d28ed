"""What a concept is called: names that no text has so, and names that every text has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.entries.authors import BEHIND as BESIDE_NAME
from vademecum.checks.entries.authors import NOBODY as NO_NAME
from vademecum.checks.words.remains.placeholders import NOTHING
from vademecum.language.collation import letters
from vademecum.language.commonest import COMMONEST
from vademecum.language.inflection import variants
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.model import Concept, Finding
from vademecum.model.concepts import BESIDE, NOT_OF_TODAY, Terms
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

STEM = 5  # letters by which a word is known again, whatever its ending
CAPITALS = 4  # letters of a word in capitals that is hardly an acronym
# What stands before a term and is none of it: an article, a number of a list, a reference.
BEFORE = {
    "fr": regex(
        r"(?:l['’](?=\w)|(?:le|la|les|un|une|des) (?=\w)|\d{1,2}[.)] |(?:voir|cf\.) (?=\w))", re.IGNORECASE
    ),
    "en": regex(r"(?:(?:the|an?) (?=\w)|\d{1,2}[.)] |see (?:also )?(?=\w))", re.IGNORECASE),
}
# What stands behind it: its meaning after a colon, the mark of a note, a sign that ends a sentence.
BEHIND = regex(r"(?<=\w)(?:\s+[:=]\s+\S.*|\s*\[\^?[\w-]+\]|\s*[?!])\Z")
ENDINGS = regex(r"(?<=\w)\((?:e?s|e|x|aux|ies)\)")  # ville(s)
PARTS = regex(
    r"\s*;\s*|(?<=\w)\s*/\s*(?=\w)|(?<=\w),\s+(?=\w)(?!.*\b(?:et|ou|and|or)\b)|\s+\(|\)|\s*[.,;:]+\Z"
)
EITHER = regex(r"(([^\W\d_]{4,}) \S.*) (?:ou|or) (\2e?s? .+)", re.IGNORECASE)
TWO = regex(r"([^\W\d_]{5,}) (?:ou|or) ([^\W\d_]{5,})")
# What a dictionary says of a word behind it.
GRAMMAR = regex(
    r"\s*[(,]\s*(?:(?:n|nm|nf|adj|adv|v|vb|subst|loc)\.(?: ?(?:m|f|masc|fém|pl|tr|intr)\.?)*"
    r"|(?:nom|noun|verbe|verb|adjectif|adjective)(?: masculin| féminin)?)\)?\Z"
)
OPTIONAL = regex(  # attractivité (territoriale)
    r"([^()]+\w) \(([a-zà-ÿ]+(?:al|ale|ales|aux|elles?|els?|iques?|ifs?|ives?|aires?|ées?|és|é|eux|euses?"
    r"|iennes?|ed|ic|ive|ous|ary|al))\)"
)
PATTERN = regex(
    r"[*\\^|\[\]{}<>]|\(\?|\.[+?]|\w[+?]\)|\)[+?$]"
)  # signs by which programs are told what to look for
ELSEWHERE = regex(r"(?:voir|cf\.?|see)(?: (?:aussi|also))?(?: [^\s.,;]{1,40}){1,4}\.?", re.IGNORECASE)
NOBODY = frozenset(("nous", "nous-mêmes", "we", "us", "ourselves", "moi", "me", "on", "ils", "they"))


def terms(concept: Concept, document: SourceFile, library: Library) -> Iterator[Finding]:
    """What is wrong with the names of a concept, and with what stands for its meaning."""
    for language, called in concept.terms.items():
        yield from _never(called, language, document)
        yield from _common(called, language, document)
        yield from _unlikely(called, language, document, library)
        yield from _old(called, language, document)
    yield from _nothing_said(concept, document)


def _common(called: Terms, language: str, document: SourceFile) -> Iterator[Finding]:
    """Names that every text is full of: each would link there."""
    for form in called.linking():
        if NOTHING.fullmatch(form) or PATTERN.search(form):
            continue  # "...", "etc.": told as what was left over; ".*" as a pattern
        small = form[:1].lower() + form[1:]  # UN and IT are acronyms
        bare = letters(form)
        if small.replace("'", "’") in COMMONEST[language] or len(bare) < 2 or bare.isdecimal():
            place = document.where("terms", language, *called.path_of(form))
            yield Finding("common-term", place, {"found": form})


def _unlikely(called: Terms, language: str, document: SourceFile, library: Library) -> Iterator[Finding]:
    """Names that no text has so: with an article, several in one, as a pattern, in capitals; a synonym that
    is the term.
    """
    own = set(variants(called.preferred, language))
    for path, form in _written(called):
        place = document.where("terms", language, *path)
        bare = _bare(form, language)
        if NOTHING.fullmatch(form):
            continue
        if PATTERN.search(bare):
            yield Finding("term-pattern", place, {"found": form})
        elif optional := OPTIONAL.fullmatch(form):
            named = f"{optional[1]} {optional[2]}" if language == "fr" else f"{optional[2]} {optional[1]}"
            yield Finding("term-form", place, {"found": form, "nearest": named})
        elif (parts := list(filter(None, PARTS.split(_apart(bare))))) != [form]:
            near = _parted(parts, called) if path == ("preferred",) else ", ".join(parts)
            yield Finding("term-form", place, {"found": form, "nearest": near})
        elif _is_shouted(form, language) and form not in library.acronyms:
            yield Finding("capital-term", place, {"found": form, "nearest": form.lower()})
        elif path[0] == "synonyms" and own & set(variants(form, language)):
            yield Finding("said-twice", place, {"found": form})


def _parted(parts: list[str], called: Terms) -> str:
    """The term that a preferred one is, with the further terms that it was written as."""
    more = [one for one in parts[1:] if one not in called.synonyms]
    if not more:
        return ", ".join(parts[:1])
    return f"preferred: {parts[0]}, synonyms: [{', '.join((*more, *called.synonyms))}]"


def _written(called: Terms) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The names that texts are to have, each with its path below the language's terms."""
    yield ("preferred",), called.preferred
    for name in BESIDE:
        for number, form in enumerate(getattr(called, name)):
            yield (name, number), form


def _apart(form: str) -> str:
    """Two names between which an "or" stands, and that begin alike or are a word each, set apart."""
    if (two := TWO.fullmatch(form)) and two[1].lower() != "tout":
        return f"{two[1]} ; {two[2]}"
    either = EITHER.fullmatch(form)
    return f"{either[1]} ; {either[3]}" if either else form


def _bare(form: str, language: str) -> str:
    """A name without what stands around it."""
    form = GRAMMAR.sub("", form)
    bare = BEFORE[language].sub("", form, count=1) if BEFORE[language].match(form) else form
    return ENDINGS.sub("", BEHIND.sub("", bare)) if not bare.isalnum() else bare


def _is_shouted(form: str, language: str) -> bool:
    """Whether a name is in capitals though all of it are ordinary words, which no acronym is, nor a mark with
    figures.
    """
    if len(form) <= CAPITALS or not form.isupper() or any(map(str.isdigit, form)):
        return False
    return all(word in dictionary(language) for word in re.findall(r"[^\W\d_]+", form.lower()))


def _old(called: Terms, language: str, document: SourceFile) -> Iterator[Finding]:
    """Names of before, or that readers are advised against, which are those of today."""
    today = {form.casefold() for form in (called.preferred, *called.synonyms)}
    for name in NOT_OF_TODAY:
        for number, form in enumerate(getattr(called, name)):
            if form.casefold() in today:
                yield Finding("said-twice", document.where("terms", language, name, number), {"found": form})


def _nothing_said(concept: Concept, document: SourceFile) -> Iterator[Finding]:
    """A summary that repeats the term or sends elsewhere; one text for two definitions; "We" for a holder."""
    for language, summary in concept.summary.items():
        called = concept.terms.get(language)
        names = (called.preferred, *called.synonyms) if called else ()
        alone = letters(summary) in {letters(one) for one in names}
        if alone or ELSEWHERE.fullmatch(summary):
            yield Finding("says-nothing", document.where("summary", language), {"found": summary[:60]})
    texts: set[tuple[str, str]] = set()
    for key, definition in concept.definitions.items():
        for language, text in definition.text.items():
            plain = (language, letters(text))
            if plain in texts:
                place = document.where("definitions", key, "text", language)
                yield Finding("said-twice", place, {"found": text[:60]})
            texts.add(plain)
        for language, holder in definition.holder.items():
            place = document.where("definitions", key, "holder", language)
            if holder.casefold() in NOBODY or NO_NAME.fullmatch(holder):
                yield Finding("no-name", place, {"found": holder})
            elif (bare := BESIDE_NAME.sub("", holder)) != holder:
                yield Finding("name-form", place, {"found": holder, "nearest": bare})


def _never(called: Terms, language: str, document: SourceFile) -> Iterator[Finding]:
    """What is kept from linking, where that would be all of the term or nothing of it."""
    forms = (*called.linking(), *called.manual)
    own = set[str]().union(*(variants(form, language) for form in forms))
    words = [word[:STEM] for form in forms for word in re.findall(r"\w{4,}", form)] + [*forms]
    for number, phrase in enumerate(called.never):
        place = document.where("terms", language, "never", number)
        if own & set(variants(phrase, language)):
            yield Finding("never-term", place, {"found": phrase})
        elif not any(word.casefold() in phrase.casefold() for word in words):
            yield Finding("idle-never", place, {"found": phrase})
