"""Documents made of Markdown alone, and the HTML of a page that stands at the site's root."""

from __future__ import annotations

from vademecum.document import tree
from vademecum.document.assembly import assemble
from vademecum.document.escaping import escaped
from vademecum.document.html import html
from vademecum.document.markdown import Parsed, parse
from vademecum.document.origin import Origin
from vademecum.document.walking import plain
from vademecum.document.web import Html, Web
from vademecum.language.words import words
from vademecum.sources.text.source_file import SourceFile


def document(markdown: str, lang: str = "") -> tree.Document:
    """The document of a text that stands alone in docs/fr/page.md."""
    parsed = parse(Origin(SourceFile("docs/fr/page.md", body=markdown, text=markdown), (), markdown))
    return assemble(parsed.blocks, parsed.notes, lang)[0]


def web(language: str) -> Web:
    """A page whose links show what they lead to: concept:pull#anchor is concept/pull/#anchor."""
    return Web(
        language,
        lambda target: f"{target.kind}/{target.id}/" + (f"#{target.anchor}" if target.anchor else ""),
        lambda path: f"../{path}",
        lambda cited: f"{cited.source}, {cited.locator}" if cited.locator else cited.source,
        lambda figure: Html(f'<figure id="{figure.anchor}">{escaped(figure.id)}</figure>'),
        lambda link, brief: Html(f'<a href="{link.target.id}">{escaped(plain(link.content))}</a>'),
        words(language)["page"],
    )


def shown(markdown: str, language: str = "en") -> str:
    """A text's HTML."""
    return html(document(markdown), web(language))


def parsed_text(markdown: str) -> Parsed:
    """What parsing the text of docs/fr/page.md gives, findings too."""
    return parse(Origin(SourceFile("docs/fr/page.md", body=markdown, text=markdown), (), markdown))
