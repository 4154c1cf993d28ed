"""Tree -> HTML: a document as a page of the site has it, its blocks and below them its notes.

The writer knows no library: what it needs of the page that it writes for, a `Web` tells it.
"""

from __future__ import annotations

from markupsafe import Markup

from vademecum.document import tree
from vademecum.document.escaping import attributes
from vademecum.document.html_blocks import BlockWriter
from vademecum.document.html_inlines import InlineWriter, call_anchor
from vademecum.document.inlines import Inlines
from vademecum.document.tree import Blocks, Document, Note
from vademecum.document.web import Html, Web
from vademecum.language.typography import typeset


def html(document: Document, web: Web) -> Html:
    """A document as HTML, its notes at the foot."""
    writer = BlockWriter(web, {note.key: note.number for note in document.notes})
    writer.blocks(document.blocks, web.language)
    if document.notes:
        _notes(writer, document.notes)
    return Markup("".join(writer.out))


def html_of(blocks: Blocks, web: Web) -> Html:
    """Blocks that are no whole document: the calls of notes in them are left out, as the notes are."""
    writer = BlockWriter(web, {})
    writer.blocks(blocks, web.language)
    return Markup("".join(writer.out))


def html_of_content(content: Inlines, web: Web) -> Html:
    """The inlines of one paragraph as HTML, without an element around them."""
    writer = InlineWriter(web, {})
    writer.words(content, web.language)
    return Markup("".join(writer.out))


def html_of_table(table: tree.Table, label: str, web: Web) -> Html:
    """A table in its region, which has the name given."""
    writer = BlockWriter(web, {})
    writer.table(table, web.language, label)
    return Markup("".join(writer.out))


def _notes(writer: BlockWriter, notes: tuple[Note, ...]) -> None:
    """The notes, each with the ways back to its calls, known once all are written: notes call notes."""
    writer.out.append('<div class="footnote"><hr><ol>')
    places = [_note(writer, note) for note in notes]
    writer.out.append("</ol></div>")
    for note, place in zip(notes, places, strict=True):
        writer.out[place] = _ways_back(writer, note.number)


def _note(writer: BlockWriter, note: Note) -> int:
    """A note; where in `out` its ways back are to stand: at the end of its last paragraph."""
    writer.out.append(f'<li id="fn:{note.number}">')
    last = note.blocks[-1] if note.blocks else None
    if isinstance(last, tree.Paragraph):
        writer.blocks(note.blocks[:-1], writer.web.language)
        writer.paragraph(last, writer.web.language)
        end = writer.out.pop()
    else:
        writer.blocks(note.blocks, writer.web.language)
        writer.out.append("<p>")
        end = "</p>"
    writer.out += ("", end, "</li>")
    return len(writer.out) - 3


def _ways_back(writer: BlockWriter, number: int) -> str:
    title = typeset(writer.web.words["note_back"].format(number), writer.web.language)
    calls = [call_anchor(number, call) for call in range(1, writer.calls.get(number, 0) + 1)]
    named = [
        attributes(("class", "footnote-backref"), ("href", f"#{call}"), ("title", title)) for call in calls
    ]
    return "".join([f"\u00a0<a{one}>↩</a>" for one in named])
