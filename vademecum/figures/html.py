"""A figure's parts -> HTML: what a page of the site has where it shows a figure."""

from __future__ import annotations

from vademecum.document.escaping import attributes, escaped
from vademecum.document.html import html_of, html_of_content, html_of_table
from vademecum.document.tree import Paragraph
from vademecum.document.web import Html, Web
from vademecum.figures.figure import Drawn
from vademecum.figures.sheet import on_screen
from vademecum.language.typography import typeset


def html_of_figure(drawn: Drawn, web: Web) -> Html:
    """A figure with its caption, its drawing, and its data one step away."""
    number, data = typeset(drawn.number, web.language), typeset(drawn.data, web.language)
    named = attributes(("class", f"vm-figure {drawn.kind}"), ("id", drawn.anchor))
    title = attributes(("class", "figure-title"), ("id", drawn.title_id))
    caption = (
        f'<figcaption><span class="figure-number">{escaped(number)}</span> '
        f"<span{title}>{html_of_content(drawn.title, web)}</span></figcaption>"
    )
    table = html_of_table(drawn.table, f"{number} {data}", web)
    details = (
        f"<details{' open' if drawn.opened else ''}><summary>{escaped(data)}</summary>"
        f"{table}{_paragraph(drawn.missing, web)}</details>"
    )
    sheet = f'<div class="vm-sheet">{on_screen(drawn.drawing)}</div>'
    above, below = _paragraph(drawn.caution, web), _paragraph(drawn.note, web)
    foot = _paragraph(drawn.source, web)
    return Html(f"<figure{named}>{caption}{above}{sheet}{details}{below}{foot}</figure>")


def _paragraph(paragraph: Paragraph | None, web: Web) -> Html:
    return html_of((paragraph,), web) if paragraph else Html("")
