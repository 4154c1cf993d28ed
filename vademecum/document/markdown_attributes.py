"""Attributes in braces: `{lang=fr}` after words, `{#anchor}` after a heading."""

from __future__ import annotations

from dataclasses import replace

from vademecum.document import inlines
from vademecum.document.field_text import FieldText
from vademecum.document.inlines import Inline
from vademecum.document.markdown_frames import Frame
from vademecum.language.collation import slug
from vademecum.language.regex import regex
from vademecum.sources.meant.codes import language_named

LANG = regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
ANCHOR = regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
ATTRIBUTES = regex(r"\{(:?)([^{}\n]*)\}")
BEGINS = ("{", " {", "(", " (")  # what attributes, or what was meant for some, begin with
NEAR_LANG = regex(r"[ ]?[({]\s*lang(?:ue|uage)?\s*[=:][^(){}\n]*[)}]")
GIVEN_ID = regex(r"\s*(?:#|id\s*=\s*[\"']?)([\w-]+)")
QUOTES = "\"'“”«» :="
MARKED = (inlines.Emphasis, inlines.Strong, inlines.Struck, inlines.Span, inlines.Link)
UNKNOWN = "und"  # what BCP 47 has for a language that is not known


def with_attributes(field: FieldText, last: Inline, words: str, at: int) -> tuple[Inline, int]:
    """The node before a text with the attributes that the text begins with, and how much of it they are."""
    match = ATTRIBUTES.match(words)
    if isinstance(last, (inlines.Text, inlines.Break, inlines.NoteMark)):
        return last, 0
    if match is None:  # what was meant for attributes is told of where words are looked at
        meant = NEAR_LANG.match(words)
        return (_unspoken(last) if meant else last), 0
    old, said = match.groups()
    name, _, value = said.strip().partition("=")
    if old and name == "lang" and LANG.match(value):  # of anything else, that it is not admitted is told
        field.report("old-attributes", at, match[0], nearest="{" + said.strip() + "}")
    if name != "lang" or " " in value:
        near = language_named((value or name).strip(QUOTES).removeprefix("lang").strip(QUOTES))
        last = _unspoken(last) if said.strip().startswith("lang") or near else last
        field.report("attribute", at + 1 + len(old), said.strip(), nearest=f"lang={near}" if near else "")
    elif not LANG.match(value):
        near = language_named(value.strip(QUOTES))
        last = _unspoken(last)
        field.report(
            "bad-lang", at + match[0].index(value), value, nearest=f"{{lang={near}}}" if near else ""
        )
    elif isinstance(last, (inlines.Picture, inlines.Citation)):
        field.report("attribute", at + 1, said.strip())
    else:
        last = replace(last, lang=value)
    return last, match.end()


def _unspoken(last: Inline) -> Inline:
    """Words whose mark of language is told of: nothing else is, before it is mended."""
    return replace(last, lang=UNKNOWN) if isinstance(last, MARKED) else last


def anchor_of(field: FieldText, frame: Frame) -> str:
    """The anchor that a heading is given; "" where it has none, or none that can be taken."""
    data, words = frame.data, field.source(frame.at, frame.end)
    anchor: str = data["id"] or ""
    written = ATTRIBUTES.search(words)
    if written and written[1]:
        named = GIVEN_ID.match(written[2])
        near = f"{{#{slug(named[1])}}}" if named else ""
        field.report(
            "old-attributes", frame.at + len(words[: written.start()].encode()), written[0], nearest=near
        )
        anchor = ""
    elif written and (data["classes"] or data["attrs"]):
        field.report("attribute", frame.at + len(words[: written.start(2)].encode()), written[2].strip())
    elif anchor and not ANCHOR.match(anchor):
        at = frame.at + len(words[: words.rfind(anchor)].encode())
        field.report("bad-anchor", at, anchor, nearest=slug(anchor))
        anchor = ""
    return anchor
