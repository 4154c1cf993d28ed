"""A book of `documents` as one HTML page, for WeasyPrint: title blocks, codes, contents by part, notes,
tables, glossary, index, sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

STYLE = """
@page {
  size: A4; margin: 27mm 58mm 25mm 32mm;
  @bottom-right { content: counter(page) "/" counter(pages); } @top-left { content: string(title); }
}
h1, h2 { break-before: page; } h2 { string-set: title content(); }
.code { float: right; width: 24mm; } .note { float: footnote; }
.page::after { content: target-counter(attr(href), page); }
body { font-size: 10.4pt; text-align: justify; hyphens: auto; } table { width: 100%; }
"""


def html_of(book: Any) -> str:
    """The whole page."""
    writer = Writer()
    body = "".join(
        f"<h1>{section.title}</h1><ul>{listed(section.texts)}</ul>"
        + "".join(map(writer.chapter, section.texts))
        for section in book.sections
    )
    contents = "".join(
        f"<li>{section.title}<ul>{listed(section.texts)}</ul></li>" for section in book.sections
    )
    glossary = "".join(
        f'<h3 id="{entry.key}">{escape(entry.label)}</h3>{writer.block(entry.blocks[0])}'
        for entry in book.glossary
    )
    index = "".join(
        f"<li>{escape(line.label)} {' '.join(map(page_of, writer.uses.get(line.key, [])))}</li>"
        for line in book.index
    )
    sources = "".join(f"<li>{writer.runs(source.text)}</li>" for source in book.sources)
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{escape(book.title)}</title>'
        f"<style>{STYLE}</style></head><body>"
        f"<ul>{contents}</ul>{body}<h1>Glossaire</h1>{glossary}<h1>Index</h1><ul>{index}</ul><h1>Sources</h1><ul>{sources}</ul></body></html>"
    )


def page_of(anchor: str) -> str:
    """A link that shows the page of what it leads to."""
    return f'<a class="page" href="#{anchor}"></a>'


def listed(texts: Iterable[Any]) -> str:
    """Contents: each text with its page."""
    return "".join(f"<li>{escape(text.head.title)} {page_of(text.key)}</li>" for text in texts)


class Writer:
    """Writes blocks and runs; `uses` holds the anchors of each term's uses, for the index."""

    def __init__(self) -> None:
        self.uses: dict[str, list[str]] = {}

    def chapter(self, text: Any) -> str:
        head = text.head
        code = f'<div class="code">{head.code}<a href="{head.address}">{head.address}</a></div>'
        return f'<h2 id="{text.key}">{escape(head.title)}</h2>{code}{"".join(map(self.block, text.blocks))}'

    def block(self, it: dict[str, Any]) -> str:
        if it["block"] == "heading":
            return f'<h3 id="{it["id"]}">{self.runs(it["text"])}</h3>'
        if it["block"] == "table":
            head, rows = self.row("th", it["head"]), "".join(self.row("td", row) for row in it["rows"])
            caption = f"<caption>{escape(it['caption'])}</caption>"
            return f"<table>{caption}<thead>{head}</thead><tbody>{rows}</tbody></table>"
        if it["block"] == "list":
            return (
                "<ul>"
                + "".join(f"<li>{self.runs(item['body'][0]['text'])}</li>" for item in it["items"])
                + "</ul>"
            )
        return f"<p>{self.runs(it['text'])}</p>"

    def row(self, tag: str, cells: list[list[Any]]) -> str:
        return "<tr>" + "".join(f"<{tag}>{self.runs(cell)}</{tag}>" for cell in cells) + "</tr>"

    def runs(self, items: list[Any]) -> str:
        return "".join(escape(piece) if isinstance(piece, str) else self.run(piece) for piece in items)

    def run(self, piece: dict[str, Any]) -> str:
        if piece["run"] == "note":
            return f'<span class="note">{self.runs(piece["body"][0]["text"])}</span>'
        anchor = f"use-{sum(map(len, self.uses.values()))}"
        self.uses.setdefault(piece["to"], []).append(anchor)
        return f'<a id="{anchor}" href="#{piece["to"]}">{self.runs(piece["text"])}</a>'
