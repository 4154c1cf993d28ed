"""What is wrong with the sections of a case: missing, unknown, at another level, said to be silent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

from vademecum.checks.markdown.bodies import SECTION
from vademecum.checks.markdown.bold_lines import bold
from vademecum.checks.markdown.near_lines import as_written
from vademecum.checks.markdown.near_markdown import HEADING
from vademecum.document import inlines, tree, walking
from vademecum.document.tree import Blocks
from vademecum.language.collation import slug
from vademecum.language.nearest import choices, nearest
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model import SECTIONS, SILENCES, Finding, Location
from vademecum.sources.library import CaseStudy
from vademecum.sources.text.source_file import SourceFile

TEXTS = (tree.Paragraph, tree.Items, tree.Table, tree.Quote, tree.Box, tree.Figure)


def sections(case: CaseStudy, file: SourceFile, blocks: Blocks, language: str) -> Iterator[Finding]:
    """Each section of a case is written or named as silent, and no other section stands in it.

    `blocks` are the file's body.
    """
    titles = section_titles(language)
    written, told = _headings(case, blocks, titles, language)
    missing = [name for name in SECTIONS if name not in written and name not in case.facts.silent]
    for code in ("section-unknown", "section-twice"):  # the one under a name of its own, or another's
        found = [one for one in told if one.code == code and not one.values.get("nearest")]
        if len(missing) == len(found) == 1:
            values = {**found[0].values, "nearest": titles[missing.pop()]}
            told[told.index(found[0])] = Finding(code, found[0].location, values)
    yield from told
    if SECTIONS[0] not in missing:
        yield from _before_sections(blocks, titles)
    yield from _out_of_order(blocks, titles)
    yield from _missing(case, file, missing, language)
    if language == case.original:
        for number, name in enumerate(case.facts.silent):
            if name not in written:
                yield Finding("silent-section", file.where("silent", number), {"found": titles[name]})


def _missing(case: CaseStudy, file: SourceFile, missing: Collection[str], language: str) -> Iterator[Finding]:
    """What is told of sections that do not stand in a body; of one in which nothing stands, once."""
    titles = section_titles(language)
    if missing and not file.body.strip() and language == case.original:
        found = ", ".join(f"## {titles[name]}" for name in missing)
        yield Finding("body-missing", file.in_body(), {"found": found})
        return
    for name in missing:
        if within := _within(file, titles[name]):
            yield within
            continue
        code = "section-missing" if name in SILENCES else "context-missing"
        if language != case.original:
            if not _in_original(case, name):
                continue  # told there
            code = "section-untranslated"
        yield Finding(code, file.in_body(), {"found": titles[name]})


def _in_original(case: CaseStudy, name: str) -> bool:
    """Whether the original of a case has a section."""
    title = section_titles(case.original)[name]
    heading = regex(rf"^#+ +{re.escape(title)}\s*$", re.MULTILINE | re.IGNORECASE)
    return heading.search(unicodedata.normalize("NFC", case.documents[case.original].body)) is not None


def _before_sections(blocks: Blocks, titles: Mapping[str, str]) -> Iterator[Finding]:
    """A text above the first section, which the page shows below whatever stands before the sections."""
    first = blocks[0] if blocks else None
    if not isinstance(first, TEXTS) or first.origin is None or bold(first) or _nearly(first, titles):
        return
    ahead = next((one for one in blocks if isinstance(one, tree.Heading)), None)
    if ahead is not None and ahead.level == SECTION:
        values = {"found": as_written(first)[:60], "nearest": f"## {titles[SECTIONS[0]]}"}
        yield Finding("before-sections", first.origin.location(first.at), values)


def _out_of_order(blocks: Blocks, titles: Mapping[str, str]) -> Iterator[Finding]:
    """Sections below one that comes after them in every case."""
    order = [slug(titles[name]) for name in SECTIONS]
    above: set[int] = set()
    for block in blocks:
        if not isinstance(block, tree.Heading) or block.level != SECTION or block.origin is None:
            continue
        title = slug(walking.plain(block.content))
        if title not in order or (here := order.index(title)) in above:
            continue
        if later := [one for one in above if one > here]:
            values = {
                "found": as_written(block),
                "other": f"## {titles[SECTIONS[min(later)]]}",
            }
            yield Finding("section-order", block.origin.location(block.at), values)
        above.add(here)


def _headings(
    case: CaseStudy, blocks: Blocks, titles: Mapping[str, str], language: str
) -> tuple[set[str], list[Finding]]:
    """The sections that stand in a body, or were meant to, and what is wrong with their headings."""
    written: set[str] = set()
    told: list[Finding] = []
    headings = [block for block in blocks if isinstance(block, tree.Heading)]
    headed = {slug(walking.plain(one.content)) for one in headings}
    # A translation does as the original did: of a section that is silent and written in both, one tells.
    silent = [name for name in case.facts.silent if language == case.original or not _in_original(case, name)]
    seconds = {slug(walking.plain(one.content)) for one in headings if one.level == SECTION}
    for block in blocks:
        if block.origin is None:
            continue
        led = _led_by(block)
        if name := _nearly(block, titles) or (led not in headed and _named(led, titles)) or "":
            if isinstance(block, tree.Heading) and block.level > SECTION and slug(titles[name]) in seconds:
                values = {"found": as_written(block)}
                told.append(Finding("section-within", block.origin.location(block.at), values))
                continue
            written.add(name)
            if not (isinstance(block, tree.Heading) and block.level == 1):  # of which others tell
                values = {"found": as_written(block), "nearest": f"## {titles[name]}"}
                told.append(Finding("section-level", block.origin.location(block.at), values))
        elif isinstance(block, tree.Heading) and block.level == 2:
            told += _section(silent, block, block.origin.location(block.at), titles, written)
    return written, told


def _section(
    silent: Collection[str],
    heading: tree.Heading,
    place: Location,
    titles: Mapping[str, str],
    written: set[str],
) -> Iterator[Finding]:
    """What is wrong with one section's heading; the section that it is, or was meant to be, is `written`."""
    # Some systems save é as e and its accent: the same word.
    text = unicodedata.normalize("NFC", " ".join(walking.plain(heading.content).split()))
    name = next((name for name, title in titles.items() if title.casefold() == text.casefold()), "")
    if not name:
        near = _meant(text, titles)
        values = {"found": text, "choices": choices(titles.values()), "nearest": near}
        yield Finding("section-unknown", place, values)
        name = next((name for name, title in titles.items() if title == near), "")
    elif name in written:
        yield Finding("section-twice", place, {"found": text})
    elif name in silent:
        yield Finding("section-not-silent", place, {"found": text})
    written.add(name)


def _within(file: SourceFile, title: str) -> Finding | None:
    """The heading of a section that stands in a list, a quotation, code or at the end of a line."""
    if f"# {title}" not in file.body:
        return None
    line = re.search(rf"^(?!##)([^\n]*?)#+ {re.escape(title)}[^\S\n]*$", file.body, re.MULTILINE)
    if line is None:
        return None
    values = {"found": line[0].strip()[-60:], "nearest": f"## {title}"}
    return Finding("section-level", file.in_body(line.end(1)), values)


def section_titles(language: str) -> Mapping[str, str]:
    """The titles of a case's sections, by their names."""
    titles: Mapping[str, str] = words(language)["case"]["sections"]
    return titles


def _nearly(block: tree.Block, titles: Mapping[str, str]) -> str:
    """The section that a heading at another level, bold words or signs without their space are meant for."""
    if isinstance(block, tree.Heading):
        text = walking.plain(block.content) if block.level != 2 else ""
    else:
        text = bold(block) or _slanted(block)
        if not text and isinstance(block, tree.Paragraph) and _begins_as_heading(block):
            tight = HEADING.fullmatch(walking.plain(block.content).strip())
            text = tight[2] if tight else ""
    return _named(slug(text), titles)


def _named(text: str, titles: Mapping[str, str]) -> str:
    """The section whose title is some words, folded; "" for none."""
    return next((name for name, title in titles.items() if slug(title) == text), "") if text else ""


def _slanted(block: tree.Block) -> str:
    """The words of a paragraph that is but slanted words."""
    only = block.content[0] if isinstance(block, tree.Paragraph) and len(block.content) == 1 else None
    return walking.plain(only.content).strip(" .:\u00a0\u202f") if isinstance(only, inlines.Emphasis) else ""


def _led_by(block: tree.Block) -> str:
    """The bold words that a paragraph begins with, folded."""
    first = block.content[0] if isinstance(block, tree.Paragraph) and block.content else None
    return slug(walking.plain(first.content)) if isinstance(first, inlines.Strong) else ""


def _begins_as_heading(block: tree.Paragraph) -> bool:
    return walking.plain(block.content[:1]).lstrip().startswith("#")


def _meant(text: str, titles: Mapping[str, str]) -> str:
    """The title that a heading may have meant: one that it is a part of, or nearly is; or its name."""
    part = [title for title in titles.values() if slug(text) in slug(title) or slug(title) in slug(text)]
    named = titles.get(text.casefold(), "")
    return part[0] if len(part) == 1 else named or nearest(text, titles.values())


def without_twice(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without what else is told of a heading that is a section at another level; with one of a
    silent section's heading, under which nothing stands; without notes whose marks may stand in a fence to be
    removed; without what any page is told of a heading, where it is told as a case's section.
    """
    told = list(findings)
    places = {one.location for one in told if one.code == "section-level"}
    empty = {one.location for one in told if one.code == "section-without-text"}
    fenced = {one.location.path for one in told if one.code == "text-in-fence"}
    listed = {one.location for one in told if one.code == "own-bibliography"}
    twice = {one.location for one in told if one.code == "section-twice"}
    unknown = {one.location for one in told if one.code == "section-unknown"}
    silent = {one.location for one in told if one.code == "section-not-silent"}
    return tuple(
        Finding("silent-heading", one.location, {"found": one.values["found"]})
        if one.code == "section-without-text" and one.location in silent
        else one
        for one in told
        if (one.code == "section-level" or one.location not in places)
        and not (one.code == "section-not-silent" and one.location in empty)
        and not (one.code == "section-unknown" and one.location in listed)
        and not (one.code == "heading-twice" and one.location in twice)
        and not (one.code == "numbered-heading" and one.location in unknown)
        and not (one.code == "unused-note" and one.location.path in fenced)
    )
