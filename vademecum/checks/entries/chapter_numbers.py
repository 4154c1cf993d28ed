"""Numbers of chapters where they run on from part to part: one that another has, one far from its part's.

A handbook may as well count anew in each part. Told is one chapter alone, among others whose numbers run on
without a gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.model import Finding
from vademecum.sources.library import Article, Library

FEWEST = 5  # chapters by which one sees how they are numbered
MOST = 100  # chapters of a handbook in which somebody counts on by hand


def chapter_numbers(library: Library) -> Iterator[Finding]:
    """A remark at the chapter whose number does not run on with the others, in each of its languages."""
    chapters = list(library.chapters.values())
    unread = any(kind == "chapter" for kind, _ in library.unread)  # whose number nobody knows
    if unread or not FEWEST < len(chapters) <= MOST:
        return
    parts = list(library.vocabularies.parts)
    for chapter in chapters:
        others = [other for other in chapters if other is not chapter]
        if _run_on(others, parts):
            yield from _astray(chapter, others)
            return  # the others run on


def _run_on(chapters: list[Article], parts: list[str]) -> bool:
    """Whether the numbers of some chapters run on from part to part, without a gap."""
    placed = sorted((number, part) for part, number in map(_place, chapters))
    numbers = [number for number, _ in placed]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return False
    order = [parts.index(part) if part in parts else -1 for _, part in placed]
    return order == sorted(order) and len(set(order)) > 1 and -1 not in order


def _astray(chapter: Article, others: list[Article]) -> Iterator[Finding]:
    """What is wrong with a chapter's number beside those of the others, which run on."""
    if len({meta.order for meta in chapter.meta.values()}) > 1:
        return  # which is told of, and which of the two was meant is not known
    part, number = _place(chapter)
    mine = [of for its, of in map(_place, others) if its == part]
    same = next((other for other in others if _place(other)[1] == number), None)
    if same is None and (not mine or min(mine) - 1 <= number <= max(mine) + 1):
        return
    for language, document in chapter.documents.items():
        if same is None:
            values = {"found": str(number), "least": str(min(mine)), "most": str(max(mine))}
            values["nearest"] = str(max(mine) + 1)
            yield Finding("order-astray", document.where("order"), values)
        elif _place(same)[0] != part and language in same.documents:
            values = {"found": str(number), "other": same.documents[language].path}
            yield Finding("shared-order", document.where("order"), values)


def _place(chapter: Article) -> tuple[str, int]:
    meta = chapter.meta[chapter.original]
    return meta.part, meta.order
