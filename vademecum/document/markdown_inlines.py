"""Frames -> inlines: emphasis, links, citations and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vademecum.document import inlines, walking
from vademecum.document.field_text import FieldText
from vademecum.document.inlines import Inline, Inlines
from vademecum.document.markdown_frames import Frame, Maker
from vademecum.document.targets import picture_here, picture_meant, picture_path, target_of, whole_address
from vademecum.language.collation import slug
from vademecum.language.regex import regex

EMPTY = regex(r"\s*(?:(?:mailto|https?):/*)?\s*")
CITED = regex(r"@([\w-]+)\s*(?:,\s*+(?!@)((?:(?!@\w).)+))?\Z", re.DOTALL)
WORK = regex(r"^[\s@]*([\w-]+)[\s,:]*(.*)$", re.DOTALL)  # one that is not written so, for a suggestion
NOTED = regex(r"(\^[^\]\s]{1,100})\]\[(@[^\[\]]+)")  # a note's mark right before a citation
# What parts works, and what people put there.
# Where in a work, in words: p. 3, chap. 2, annexe 1.
PLACED = regex(r"\s*(?:pp?|pages?|chap|ch|art|sect|section|fig|figure|tableau|table|annexe?|note)\b[. ]*\d")
NAMED = regex(
    r"(?<=@)([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}),? \(?((?:19|20)\d\d)\)?(?=[,;]|\Z)"
)  # Reed 2019
OF_FILE = regex(r"(?<=[a-z\d])\.(?:ya?ml|md)\b")  # the ending of a file, behind an id
APART = regex(r"\s*;[\s;]*|\s*(?:,|&|\+|/|\|+|\bet\b|\band\b|\]\s*\[|\s)\s*(?=@)")
HYPHENS = regex("(?<=\\w)[\u2010-\u2015\u2212](?=\\w)")  # what programs set for one
# What says nothing of a picture: the name of its file, what it is.
NO_ALT = regex(
    r"(?:[\w -]+\.(?:png|jpe?g|webp|gif)|(?:image|photo|picture|figure|fig\.?)\s*\d*|(?:img|dsc)[\w-]*"
    r"|(?:graphique|graphe|diagramme|schéma|dessin|illustration|visuel|histogramme|camembert|barre|courbe"
    r"|chart|graph|diagram|drawing|bar|curve|pie)s?"
    r"|sans titre|untitled|alt(?: text)?|texte? alternatif|description"
    r"|(?:capture d['’]écran|screenshot)[\w .:-]*)[ \u00a0]?\.?",
    re.IGNORECASE,
)
OVER_LINES = regex(r"(?<=[a-z])-\s+(?=\d{4}\b)")  # an id that the end of a line parted
MARKED: dict[str, Callable[[Inlines], Inline]] = {
    "Emphasis": inlines.Emphasis,
    "Strong": inlines.Strong,
    "Strikethrough": inlines.Struck,
}


def _marked(field: FieldText, frame: Frame) -> Iterator[Inline]:
    yield MARKED[frame.name](tuple(frame.inlines))


def _link(field: FieldText, frame: Frame) -> Iterator[Inline]:
    data, content = frame.data, tuple(frame.inlines)
    kind, written = data["link_type"], data["dest_url"]
    if kind.endswith("Unknown"):
        yield from _citation(field, frame)
        return
    address = f"mailto:{written}" if kind == "Email" else written
    if EMPTY.fullmatch(address) or not (walking.plain(content).strip() or any(map(_is_picture, content))):
        field.report("empty-link", frame.at, field.source(frame.at, frame.end))
        yield from content
        return
    target, code = target_of(address, field.origin.file.path)
    if code:
        field.report(code, _within(field, frame, written), target.id, nearest=whole_address(target.id, code))
    title = data["title"]
    yield inlines.Link(target, content, title=title, at=_within(field, frame, written), end=frame.end)


def _within(field: FieldText, frame: Frame, written: str) -> int:
    """Where in a link's own words its address stands, the last place of several; else where the link
    begins.
    """
    found = field.bytes.rfind(written.encode(), frame.at, frame.end)
    return found if found >= 0 else frame.at


def _citation(field: FieldText, frame: Frame) -> Iterator[Inline]:
    written = field.source(frame.at + 1, frame.end).rpartition("]")[0].removesuffix("][")
    works = []
    for part in re.split(r";\s*(?=@)", " ".join(written.split())):
        if (match := CITED.match(part.strip())) is None:
            noted = NOTED.fullmatch(written)
            near = f"{noted[2]}][{noted[1]}" if noted else well_cited(written)
            field.report(
                "bad-citation",
                frame.at,
                f"[{written}]",
                nearest=f"[{near}]" if near and near != written else "",
            )
            yield from frame.inlines
            return
        works.append(inlines.Cited(match[1], match[2] or ""))
    yield inlines.Citation(tuple(works), at=frame.at, end=frame.end)


def _picture(field: FieldText, frame: Frame) -> Iterator[Inline]:
    written, alt = frame.data["dest_url"], " ".join(walking.plain(frame.inlines).split())
    at = _within(field, frame, written)
    path, code = picture_path(written, field.origin.file.path)
    if code == "outside-project" and (near := picture_meant(written, field.origin.file.path)):
        field.report("picture-outside", at, written, nearest=near)
    elif code == "local-picture":
        field.report(code, at, written, nearest=picture_here(written, field.origin.file.path))
    elif code:
        field.report(code, at, written)
    if not alt or NO_ALT.fullmatch(alt):
        field.report("picture-without-text", at, alt or written)
    title = frame.data["title"]
    for cited in frame.inlines:
        if isinstance(cited, inlines.Citation):  # which no reader would see
            field.report("citation-in-picture", cited.at, field.source(cited.at, cited.end))
    yield inlines.Picture(path, alt, title, written, at, frame.end, frame.at)


def well_cited(written: str) -> str:
    """Works as a citation has them, from one that is not written so: a @ each, a hyphen, a comma."""
    works: list[str] = []
    written = NAMED.sub(lambda found: f"{slug(found[1])}-{found[2]}", OF_FILE.sub("", written))
    for part in APART.split(OVER_LINES.sub("-", HYPHENS.sub("-", written))):
        if works and (PLACED.match(part) or not re.search("[a-z]", part)):
            works[-1] += f", {part}"  # a place in the work before
        elif part.strip():
            works.append(WORK.sub(r"@\1, \2", part).rstrip(", "))
    return "; ".join(dict.fromkeys(works))


def _is_picture(node: Inline) -> bool:
    return isinstance(node, inlines.Picture)


MAKERS: dict[str, Maker] = {
    "Emphasis": _marked,
    "Strong": _marked,
    "Strikethrough": _marked,
    "Link": _link,
    "Image": _picture,
}
