"""Tables -> HTML: each in a region that scrolls and takes the keyboard's focus."""

from __future__ import annotations

from vademecum.document import tree, walking
from vademecum.document.escaping import attributes, escaped
from vademecum.document.html_fields import field
from vademecum.document.html_inlines import InlineWriter
from vademecum.language.typography import typeset


def write_table(writer: InlineWriter, node: tree.Table, language: str, label: str) -> None:
    """A table, whose region and caption have a label that is no other's on the page."""
    region = ("class", "table"), ("tabindex", "0"), ("role", "region")
    writer.out.append(f"<div{attributes(*region, ('aria-label', label))}>")
    writer.out.append('<table class="data">' if node.data else "<table>")
    writer.out.append(f'<caption class="vm-unseen">{escaped(label)}</caption><thead>')
    _row(writer, node.head, node, language)
    writer.out.append("</thead><tbody>")
    for number, row in enumerate(node.rows, 1):
        _row(writer, row, node, language, number)
    writer.out.append("</tbody></table></div>")


def _row(writer: InlineWriter, row: tree.Row, table: tree.Table, language: str, number: int = 0) -> None:
    """A row, its number where it stands below the head: with it a cell to write in has a name.

    What stands first in a row names it.
    """
    writer.out.append(f"<tr{attributes(('id', row.anchor))}>")
    heads = table.heads or len(row.cells) > 1
    for column, cell in enumerate(row.cells):
        scope = "col" if row is table.head else "row" if heads and not column else ""
        if not cell:
            scope = ""  # an empty heading names nothing: an empty cell says so
        tag = "th" if scope else "td"
        align = table.align[column] if column < len(table.align) else ""
        named = attributes(("scope", scope), ("class", align)) if scope or align else ""
        writer.out.append(f"<{tag}{named}>")
        if table.name and number and not cell:
            head = " ".join(walking.plain(table.head.cells[column]).split())
            label = typeset(f"{head}, {number}", language)
            writer.out.append(field(f"{table.name}-{number}-{column - table.heads}", label, 2))
        writer.words(cell, language)
        writer.out.append(f"</{tag}>")
    writer.out.append("</tr>")
