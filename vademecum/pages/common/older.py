"""Notes on a page: which of its sections are older than their original, and where that is read."""

from __future__ import annotations

from collections.abc import Iterable

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Inline, Target, Text
from vademecum.document.tree import Block
from vademecum.language.words import words
from vademecum.pages.common.page import Page, PageText
from vademecum.translations.older import Older, OlderPassage


def with_notes(page: Page, text: PageText, older: Older, titles: Iterable[OlderPassage] = ()) -> PageText:
    """A page's text with a note at the head of each section that holds something older than its original.

    A section is what stands below a heading, up to the next; above the first heading, the note stands before
    the block. `titles` are those that the page shows above its text.
    """
    made: list[Block] = [_note(page, one, "above") for one in list(titles)[:1]]
    place = len(made)  # where the note of the section stands, once there is one
    noted = headed = begun = False
    for block in text.blocks:
        is_heading = isinstance(block, tree.Heading)
        begun = begun or (is_heading and block.origin is not None)
        if is_heading:
            headed, noted, place = True, False, len(made) + 1
        elif not headed:
            place = len(made)
        found = _in(block, older, not begun)
        made.append(block)
        if found is not None and not noted:
            made.insert(place, _note(page, found))
            noted = True
    return PageText(tuple(made), text.notes, text.findings)


def _in(block: Block, older: Older, above: bool) -> OlderPassage | None:
    """The first passage that stands in a block and is older than its original. `above` says that no heading
    of the body has come so far.
    """
    for node in walking.parts((block,)):
        origin = node.origin
        for passage in older.get(origin.file.path, ()) if origin is not None else ():
            if passage.path != origin.path:
                continue
            starts = node.at == passage.at if isinstance(node, tree.Heading) else above and passage.at == 0
            if passage.path or starts:
                return passage
    return None


def _note(page: Page, passage: OlderPassage, what: str = "section") -> Block:
    said = words(page.language)["older"]
    target = Target(*page.key, passage.anchor, language=passage.original)
    link: Inline = inlines.Link(target, (Text(said["read"]),))
    return tree.Box("older", (tree.Paragraph((Text(said[what] + " "), link)),))
