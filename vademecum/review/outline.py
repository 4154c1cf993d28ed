"""Review -> an outline: the same headings, sentences and lists for every written form, in one language.

Words of strangers are kept apart from ours (`Theirs`), so that a writer can make them harmless for what it
writes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from vademecum.checks import messages
from vademecum.language.typography import typeset_words
from vademecum.language.words import words_in
from vademecum.model import Finding
from vademecum.review.changes import Completeness, LinkChange, NewFact, PageChange, Review, StalePart
from vademecum.translations.excerpts import excerpts

SHOWN = 40  # of a list: whoever reads a pull request reads no more


class Theirs(str):
    """Words that somebody wrote in the content."""

    __slots__ = ()


Words = tuple[str, ...]  # ours and theirs in turn


@dataclass(frozen=True)
class Listing:
    """Items under a lead; those beyond what is shown are counted. With a `summary`, it is shown on demand."""

    items: tuple[Words, ...]
    summary: str = ""
    left: int = 0


@dataclass(frozen=True)
class Grid:
    """A table with a head of ours."""

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    left: int = 0


@dataclass(frozen=True)
class Heading:
    words: str
    level: int = 2


@dataclass(frozen=True)
class Sentence:
    words: Words


Part = Heading | Sentence | Listing | Grid


@functools.cache
def _said(language: str) -> dict[str, Any]:
    words = words_in(Path(__file__).with_name("words.yml"), language)
    return {key: typeset_words(value, language) for key, value in words.items()}


def said(language: str) -> dict[str, Any]:
    """The words of a review in one language."""
    return _said(language)


def filled(sentence: str, **values: str) -> Words:
    """A sentence of ours with words of theirs in its fields."""
    parts: list[str] = []
    for before, name, _, _ in Formatter().parse(sentence):
        parts += [before] if before else []
        parts += [values[name]] if name else []
    return tuple(parts)


def outline(review: Review, language: str) -> Iterator[Part]:
    """The parts of a review, in the order in which they are read."""
    t = said(language)
    yield Heading(t["title"])
    yield Sentence(filled(t["against"], base=Theirs(review.base)))
    parts = (
        (t["pages"]["heading"], _pages(review, t)),
        (t["links"]["heading"], _links(review, t)),
        (t["clashes"]["heading"], _clashes(review, t)),
        (t["stale"]["heading"], _stale(review, t)),
        (t["facts"]["heading"], _facts(review, t)),
        (t["completeness"]["heading"], _completeness(review, t)),
    )
    shown = [(heading, list(made)) for heading, made in parts]
    if not any(made for _, made in shown) and not review.findings:
        yield Sentence((t["nothing"],))
    for heading, made in shown:
        if made:
            yield Heading(heading, 3)
            yield from made
    yield Heading(t["findings"]["heading"], 3)
    yield from _findings(review, language, t)


def _listing(items: Iterable[Words], summary: str = "") -> Iterator[Listing]:
    every = list(items)
    if every:
        yield Listing(tuple(every[:SHOWN]), summary, max(len(every) - SHOWN, 0))


def _pages(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    own = [page for page in review.pages if not page.follows]
    if own:
        rows = tuple(_page(page, t) for page in own[:SHOWN])
        yield Grid(tuple(t["pages"]["head"]), rows, max(len(own) - SHOWN, 0))
    if lists := [page for page in review.pages if page.follows]:
        titles = Theirs(", ".join(f"{page.title} ({page.language})" for page in lists))
        yield Sentence(filled(t["pages"]["follows"], titles=titles))


def _page(page: PageChange, t: dict[str, Any]) -> tuple[Words, ...]:
    happens: Words = (t["pages"][page.change],)
    if page.change == "changed":
        under = ", ".join(page.sections)
        where = filled(t["pages"]["sections"], sections=Theirs(under)) if under else (t["pages"]["above"],)
        happens += (", ", *where) if page.added or page.removed else ()
    if page.before:
        happens += (t["also"], *filled(t["pages"]["moved"], before=Theirs(page.before)))
    if page.spoken != page.language:
        happens += (t["also"], *filled(t["pages"]["in_other"], language=t["languages"][page.spoken]))
    return (
        (Theirs(page.title), " ", Theirs(page.address)),
        (t["kinds"][page.kind],),
        (t["languages"][page.language],),
        happens,
        (f"+{page.added} −{page.removed}",),
    )


def _links(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    for change in ("appears", "disappears"):
        found = [link for link in review.links if link.change == change]
        yield from _listing((_link(link, t) for link in found), t["links"][change].format(count=len(found)))


def _link(link: LinkChange, t: dict[str, Any]) -> Words:
    cause = filled(t["links"]["causes"][link.cause], term=Theirs(link.term))
    return (
        Theirs(link.form),
        " → ",
        Theirs(link.label),
        " (",
        *cause,
        ") · ",
        Theirs(link.page),
        " ",
        Theirs(link.address),
        t["joint"],
        Theirs(link.sentence),
    )


def _clashes(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    yield from _listing(
        filled(
            t["clashes"][clash.how],
            form=Theirs(clash.form),
            concept=Theirs(clash.concept),
            other=Theirs(clash.other),
            other_form=Theirs(clash.other_form),
        )
        for clash in review.clashes
    )


def _findings(review: Review, language: str, t: dict[str, Any]) -> Iterator[Part]:
    if not review.findings:
        yield Sentence((t["findings"]["none"],))
    yield from _listing(_finding(finding, language, t) for finding in review.findings)
    mended = t["findings"]["mended"].format(count=len(review.mended))
    yield from _listing((_finding(finding, language, t) for finding in review.mended), mended)


def _finding(finding: Finding, language: str, t: dict[str, Any]) -> Words:
    level = "fault" if messages.is_fault(finding) else "remark"
    return (f"{t['findings'][level]} ", Theirs(messages.line(finding, language)))


def _stale(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    for part in review.stale[:SHOWN]:
        yield from _stale_part(part, t)
    if len(review.stale) > SHOWN:
        yield Sentence((t["more"].format(count=len(review.stale) - SHOWN),))


def _stale_part(part: StalePart, t: dict[str, Any]) -> Iterator[Part]:
    names = t["languages"]
    told = filled(
        t["stale"]["one"],
        language=names[part.language],
        part=Theirs(part.part),
        original=names[part.original],
    )
    before, after = excerpts(part.before, part.after)
    items = (
        (t["stale"]["before"], Theirs(before)),
        (t["stale"]["after"], Theirs(after)),
    )
    yield Sentence((Theirs(part.path), ", ", *told))
    yield Listing(items)


def _facts(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    if not review.facts:
        return
    yield Sentence((t["facts"]["explained"],))
    rows = tuple(_fact(fact, t) for fact in review.facts[:SHOWN])
    yield Grid(tuple(t["facts"]["head"]), rows, max(len(review.facts) - SHOWN, 0))


def _fact(fact: NewFact, t: dict[str, Any]) -> tuple[Words, ...]:
    sources: Words = (Theirs(t["also"].join(fact.sources)),) if fact.sources else (t["facts"]["none"],)
    sentence = sentence_with(fact.fact, fact.sentence)
    return (Theirs(f"{fact.path}:{fact.line}"),), (Theirs(fact.fact),), (Theirs(sentence),), sources


def sentence_with(fact: str, text: str, beside: int = 90) -> str:
    """A text around a word in it."""
    at = max(text.find(fact), 0)
    first, last = max(at - beside, 0), at + len(fact) + beside
    cut = text[first:last]
    if first:
        cut = "…" + cut.partition(" ")[2]
    return cut.rpartition(" ")[0] + "…" if last < len(text) else cut


def _completeness(review: Review, t: dict[str, Any]) -> Iterator[Part]:
    for entry in review.completeness[:SHOWN]:
        told = t["completeness"]["one"].format(filled=entry.filled, total=entry.total)
        yield Sentence((Theirs(entry.title), " (", Theirs(entry.path), ")", t["joint"], f"{told}."))
        if items := tuple(_wanted(entry, t)):
            yield Listing(items, t["completeness"]["wanted"])
    if len(review.completeness) > SHOWN:
        yield Sentence((t["more"].format(count=len(review.completeness) - SHOWN),))


def _wanted(entry: Completeness, t: dict[str, Any]) -> Iterator[Words]:
    if entry.missing_language:
        yield (t["completeness"]["language"].format(language=t["languages"][entry.missing_language]),)
    if entry.silent:
        yield filled(t["completeness"]["silent"], sections=", ".join(entry.silent))
    for wanted in entry.wanted:
        count = f" ({wanted.empty})" if wanted.empty > 1 else ""
        yield (
            f"{wanted.field}{count}{t['joint']}{wanted.help}" if wanted.help else f"{wanted.field}{count}",
        )
