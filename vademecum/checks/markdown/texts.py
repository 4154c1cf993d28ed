"""Document -> findings: links, pictures, citations and figures that lead nowhere; marks that found nothing
to mark; too long a breath.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from vademecum.checks.markdown.anchors import no_anchor, titled
from vademecum.checks.markdown.named_authors import Authors, named_authors
from vademecum.checks.markdown.near_calls import GOOD_CALL
from vademecum.checks.markdown.near_citations import cited
from vademecum.checks.markdown.near_markdown import LOOKS
from vademecum.checks.markdown.other_files import as_entry, beside, code_of_path, elsewhere, other_file
from vademecum.checks.markdown.parts import too_many
from vademecum.checks.markdown.vague_links import vague_link
from vademecum.checks.words.outside import outside
from vademecum.checks.words.typed import TYPED
from vademecum.document import inlines, tree, walking
from vademecum.document.markdown_blocks import NAMED
from vademecum.document.origin import Origin
from vademecum.document.tree import Document
from vademecum.language.collation import slug
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.model.fields import ENTRY_KIND
from vademecum.sources.clean import Clean
from vademecum.sources.meant.suggestions import suggestion
from vademecum.sources.misplaced import entry_at, is_other_picture
from vademecum.sources.text.scanning import of_value

# What a reader takes in one breath: a paragraph, item or definition that is longer asks to be split.
MAX_WORDS = 120
NOTE = regex(r"\[\^[^\]\s]{1,100}\]")
TO_ANCHOR = regex(r"\]\(#([\w-]+)\)")
TO_ENTRY = regex(rf"\]\(({ENTRY_KIND}):([\w-]+)\)")
OLD_BOX = regex(r"^!!!\s+([\w-]+)(?![^\n]*!!!)(?:\s+\"([^\"]*)\")?", re.MULTILINE)
ATTRIBUTES = regex(r"\{(:\s*)?((?:[\w-]+=|#\w|\.\w)[^{}\n]*)\}")
OTHER_MARK = regex(r"[({]()(lang=[\w-]{2,10})[)}]?")


@dataclass(frozen=True, slots=True)
class Known:
    """What a text may refer to. `pages` are (kind, id); `anchors` gives those of one of them, which makes its
    text where nothing else did.
    """

    pages: Collection[tuple[str, str]]
    anchors: Callable[[str, str], Collection[str]]
    files: Collection[str]  # the source files, by their paths
    pictures: Collection[str]
    references: Collection[str]
    figures: Collection[str]
    named: Callable[[str, str], str] = lambda kind, name: ""  # the id of the entry of a kind with a name
    part: Callable[[str, str], str] = lambda kind, name: ""  # or with it in its own
    authors: Authors = field(default_factory=dict)
    clean: Clean = field(default_factory=Clean)


def check_text(document: Document, known: Known) -> Iterator[Finding]:
    """What is wrong with a document's texts, each finding at its place. What the generator made is not
    looked at.
    """
    check = _Check(document, known)
    nodes = walking.walk(document.blocks)
    yield from too_many(nodes)
    for note in document.notes:
        nodes += walking.walk(note.blocks)
    for node, origin in nodes:
        if origin is None:
            continue
        if look := CHECKS.get(type(node)):
            yield from look(check, node, origin)
        if look_nearer := LOOKS.get(type(node)):
            nearly = tuple(map(check.of_its_kind, look_nearer(node, origin, known.references)))
            yield from nearly
            if any(one.code == "cells" for one in nearly):
                continue  # its commas are no slips
        if look_at_words := TYPED.get(type(node)):
            yield from look_at_words(node, origin, known.clean)


class _Check:
    def __init__(self, document: Document, known: Known) -> None:
        self.document, self.known = document, known

    # -- what refers to something -------------------------------------------------------------------------

    def link(self, link: inlines.Link, origin: Origin) -> Iterator[Finding]:
        target = link.target
        yield from _strange(f"{link.title} {target.id}", link.at, origin)
        yield from other_file(link, origin, self.known.files)
        yield from vague_link(link, origin)
        if target.kind == "anchor" and target.anchor not in self.document.anchors:
            yield no_anchor(link, self.document.anchors, origin, self.document)
        # A link of ours, as to a cited work, shows what a field says: its field is told of.
        if target.kind == "outside" and link.at >= 0:
            yield from outside(link, origin)
        if target.kind == "path":
            near = self.near_file(target.id, origin)
            where = origin.location(origin.find(target.id, link.at, link.end))
            code = code_of_path(target.id, near, origin, self.known.files, self.known.pictures)
            yield Finding(code, where, {"found": target.id, "nearest": "" if near == target.id else near})
        if target.kind not in inlines.ENTRIES or link.term:
            return
        if (target.kind, target.id) not in self.known.pages:
            ids = [id_ for kind, id_ in self.known.pages if kind == target.kind]
            where = origin.location(origin.find(target.id, link.at, link.end))
            near = self.known.named(target.kind, target.id) or nearest(target.id, ids)
            near = near or self.known.part(target.kind, target.id)
            of_another_kind = "" if near else self.called(target.id)  # such as a file that lies elsewhere
            near = near or of_another_kind
            of_no_kind = target.kind == "index" or (of_another_kind and ":" not in target.written)
            code = "unknown-page" if of_no_kind else f"unknown-{target.kind}"
            written = target.written if target.kind in ("page", "index") or of_another_kind else target.id
            if target.kind == "page" and near and ":" not in near:
                near = written.replace(target.id, near)
            values = {"found": written.partition("#")[0], "id": target.id, "nearest": near.partition("#")[0]}
            yield Finding(code, where, values)
        elif target.anchor and target.anchor not in self.known.anchors(target.kind, target.id):
            yield no_anchor(link, self.known.anchors(target.kind, target.id), origin)
        elif not target.anchor:
            yield from self.called_otherwise(link, origin)

    def called(self, id_: str) -> str:
        """The entry of any kind that has an id, with its kind; "" for none."""
        return next((f"{kind}:{id_}" for kind, known in self.known.pages if known == id_), "")

    def meant_by(self, id_: str) -> str:
        """The entry of any kind with an id, or with a name that makes it; "" for none."""
        named = ((kind, self.known.named(kind, id_.replace("-", " "))) for kind in inlines.ENTRIES)
        return self.called(id_) or next((f"{kind}:{one}" for kind, one in named if one), "")

    def called_otherwise(self, link: inlines.Link, origin: Origin) -> Iterator[Finding]:
        """A link whose words are the name of another entry than the one that it leads to."""
        kind, shown = link.target.kind, walking.plain(link.content).strip()
        if not shown or slug(shown) == link.target.id:  # its own id, whoever took it for an address
            return
        if (other := self.known.named(kind, shown)) not in ("", link.target.id):
            values = {"found": f"[{shown}]({kind}:{link.target.id})", "nearest": f"{kind}:{other}"}
            yield Finding("called-otherwise", origin.location(link.at), values)

    def near_file(self, written: str, origin: Origin) -> str:
        """What was probably meant by a path to no page: an address, a picture, a file nearly so called."""
        bare = written.strip("\"'«»“”<> \u00a0\u202f").replace("\\", "/")
        if bare in self.known.references:
            return f"[@{bare}]"
        if bare != written and (bare.startswith("http") or bare in beside(origin, self.known.files)):
            return bare
        if written.startswith("http") and (address := suggestion("address", written)):
            return address
        path = posixpath.normpath(posixpath.join(posixpath.dirname(origin.file.path), written))
        if path in self.known.pictures:
            return f"![…]({written})"
        if picture := elsewhere(written, origin, self.known.pictures):
            return f"![…]({picture})"
        near = nearest(written, beside(origin, self.known.files))
        near = as_entry(near or elsewhere(written, origin, self.known.files), origin, self.known.pages)
        return near or self.meant_by(bare)

    def picture(self, picture: inlines.Picture, origin: Origin) -> Iterator[Finding]:
        yield from _strange(f"{picture.alt} {picture.title}", picture.at, origin)
        figure = picture.path.rpartition("/")[2].removesuffix(".yml")
        if picture.path.endswith(".yml") and figure in self.known.figures:
            values = {"found": f"![…]({picture.written})", "nearest": f"{{{{ figure: {figure} }}}}"}
            yield Finding("figure-call", origin.location(picture.begins), values)
        elif picture.path and picture.path not in self.known.pictures:
            written = picture.written.replace("\\", "/")
            near = nearest(written, beside(origin, self.known.pictures))
            near = near or elsewhere(written, origin, self.known.pictures)
            values = {"found": picture.written, "nearest": near}
            code = "picture-format" if not near and is_other_picture(picture.path) else "missing-picture"
            yield Finding(code, origin.location(picture.at), values)

    def citation(self, citation: inlines.Citation, origin: Origin) -> Iterator[Finding]:
        for work in citation.works:
            if work.source not in self.known.references:
                values = {"found": work.source, "nearest": nearest(work.source, self.known.references)}
                at = origin.find(work.source, citation.at, citation.end)
                yield Finding("unknown-reference", origin.location(at), values)
        yield from cited(citation, origin, self.known.references)
        yield from named_authors(citation, origin, self.known.authors)

    def figure(self, figure: tree.Figure, origin: Origin) -> Iterator[Finding]:
        if figure.id not in self.known.figures:
            id_ = figure.id.removesuffix(".yml")
            bare = id_.replace("\\", "/").rpartition("/")[2].strip("\"'«»“” ")
            near = bare if bare in self.known.figures else nearest(bare, self.known.figures)
            is_path = "/" in id_ or "\\" in id_
            if is_path and not near and (other := self.called(bare)):
                near = f"[…]({other})"
            values = {"found": figure.id if near == id_ else id_, "id": bare, "nearest": near}
            code = "figure-by-path" if is_path else "unknown-figure"
            yield Finding(code, origin.location(figure.at), values)

    def of_its_kind(self, finding: Finding) -> Finding:
        """A finding on a link that was meant, which leads to an entry that there is."""
        if finding.code == "figure-call" and not finding.values["nearest"]:
            return replace(finding, values={**finding.values, "nearest": "{{ figure: … }}"})
        near = finding.values.get("nearest", "") if finding.code == "broken-link" else ""
        if (to := TO_ANCHOR.search(near)) and (anchor := titled(to[1], self.document)):
            near = near.replace(to[0], f"](#{anchor})")
            return replace(finding, values={**finding.values, "nearest": near})
        led = TO_ENTRY.search(near)
        if led is None or (led[1], led[2]) in self.known.pages:
            return finding
        entry = self.meant_by(led[2])
        if not entry and led[1] != "chapter":
            return finding  # what somebody wrote; that they meant a chapter is a guess
        entry = entry or "…"  # a link to no chapter would be a fault again
        own = entry == ":".join(entry_at(finding.location.path) or ())  # which takes no link to itself
        near = near[1 : led.start()] if own else near.replace(led[0], f"]({entry})")
        return Finding(finding.code, finding.location, {**finding.values, "nearest": near})

    # -- words ----------------------------------------------------------------------------------------------

    def text(self, text: inlines.Text, origin: Origin) -> Iterator[Finding]:
        if text.pieces:  # the generator's own words have none
            yield from self.marks(text, origin)
        words = text.words
        if not (words.isascii() and words.isprintable()) and _may_hide(origin):
            for code, found in of_value(words, origin.text):
                yield Finding(code, _place(text, found.offset, origin), {"found": found.name})

    def marks(self, text: inlines.Text, origin: Origin) -> Iterator[Finding]:
        """Marks that found nothing to mark."""
        words = text.words
        for note in NOTE.finditer(words) if "[^" in words else ():
            near = self.near_note(words, note)
            code = "loose-citation" if note[0][2] == "@" and near else "missing-footnote"
            if near or not origin.holds(f"\n{note[0]} "):  # where its note is nearly one, that is told
                yield Finding(code, _place(text, note.start(), origin), {"found": note[0], "nearest": near})
        if "{{" in words and (call := GOOD_CALL.search(words)):
            yield Finding("figure-inline", _place(text, call.start(), origin), {"found": call[0]})
        if "!!!" in words and (box := OLD_BOX.search(words)):
            # Its title goes to a line of its own, which no proposal on one line can show.
            values = {"found": box[0], "nearest": f"> [!{NAMED.get(box[1].lower(), 'NOTE')}]"}
            yield Finding("old-box", _place(text, box.start(), origin), values)
        marks = ATTRIBUTES if "{" in words and ATTRIBUTES.search(words) else OTHER_MARK
        for loose in marks.finditer(words) if "{" in words or "(lang=" in words else ():
            values = {"found": loose[0], "nearest": _marked(loose[2].strip())}
            yield Finding("loose-attributes", _place(text, loose.start(), origin), values)

    def near_note(self, words: str, note: re.Match[str]) -> str:
        """What was probably meant by a note mark without a note: a citation, a note without its colon."""
        if (work := note[0][2:-1].removeprefix("@")) in self.known.references:
            return f"[@{work}]"
        if note[0][2] == "@" and (near := nearest(work, self.known.references)):
            return f"[@{near}]"
        begins = not note.start() or words[note.start() - 1] == "\n"
        rest = words[note.end() :].strip(" :\u00a0")
        return f"{note[0]}: {rest[:30]}{'…' if len(rest) > 30 else ''}" if begins and rest else ""

    def breath(self, node: Any, origin: Origin) -> Iterator[Finding]:
        """A text that is too long to be read in one go; citations do not count."""
        text = walking.plain(node.content)
        if len(text) < 2 * MAX_WORDS or len(words := text.split()) <= MAX_WORDS:
            return
        words = [word for word in words if any(map(str.isalnum, word))]
        if len(words) > MAX_WORDS:
            values = {"found": " ".join(words[:5]) + " …", "length": str(len(words)), "limit": str(MAX_WORDS)}
            yield Finding("long-paragraph", origin.location(node.at), values)


def _marked(said: str) -> str:
    """How an anchor or a language is written where it may stand; nothing for what may stand nowhere."""
    if said.startswith("#"):
        return f"## … {{#{slug(said)}}}"
    return f"*…*{{{language[0]}}}" if (language := re.search(r"\blang=\S+", said)) else ""


def _place(text: inlines.Text, index: int, origin: Origin) -> Any:
    return origin.location(text.offset(index))


def _strange(words: str, at: int, origin: Origin) -> Iterator[Finding]:
    """Characters that stand nowhere in the source: entities and escapes make them."""
    for code, found in of_value(words, origin.text):
        yield Finding(code, origin.location(at), {"found": found.name})


def _may_hide(origin: Origin) -> bool:
    """Whether a text's words may hold a character that its source does not: one that an entity makes."""
    return origin.holds("&")


CHECKS: dict[type, Callable[[_Check, Any, Origin], Iterator[Finding]]] = {
    inlines.Link: _Check.link,
    inlines.Picture: _Check.picture,
    inlines.Citation: _Check.citation,
    tree.Figure: _Check.figure,
    inlines.Text: _Check.text,
    tree.Paragraph: _Check.breath,
    tree.Line: _Check.breath,
}
