"""The package of a book: its parts, its contents, what is said of it, in one file (EPUB 3.3, OCF 3.3)."""

from __future__ import annotations

import datetime
import io
import mimetypes
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import resources

from vademecum.hosts.epub_text import Inside
from vademecum.hosts.offline import DATE

STYLE = "book.css"
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
# How a book can be read: https://www.w3.org/TR/epub-a11y-11/ . No conformance is claimed: none was assessed.
ACCESS = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book: `level` is its depth in the contents, from 1."""

    name: str
    title: str
    language: str
    level: int
    body: Inside

    @property
    def file(self) -> str:
        return f"{self.name}.xhtml"

    def xhtml(self) -> str:
        """The file's content."""
        return _document(self.language, self.title, f"<body>{self.body.xml}</body>")


@dataclass(frozen=True, slots=True)
class Resource:
    """A picture or a font of the book."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """What a package holds and says of itself."""

    identifier: str
    language: str
    title: str
    licence: str
    summary: str
    contents: str
    modified: datetime.date
    parts: tuple[Part, ...]
    resources: tuple[Resource, ...]


def packed(book: Book) -> bytes:
    """The book as one file; `mimetype` comes first and is not compressed, as the format asks."""
    style = resources.files(__package__).joinpath(STYLE).read_text(encoding="utf-8")
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "book/package.opf": package(book),
        "book/nav.xhtml": navigation(book),
        f"book/{STYLE}": style,
    }
    files |= {f"book/{part.file}": part.xhtml() for part in book.parts}
    files |= {f"book/{one.name}": one.content for one in book.resources}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", DATE), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def package(book: Book) -> str:
    """The package document: what is said of the book, its files and their order."""
    said = "".join(
        f'<meta property="schema:{name}">{escape(value)}</meta>'
        for name, value in (*ACCESS, ("accessibilitySummary", book.summary))
    )
    first, *others = [f'<itemref idref="{part.name}"/>' for part in book.parts]
    spine = "".join((first, '<itemref idref="nav"/>', *others))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{book.language}" prefix="schema: http://schema.org/">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>'
        f"<dc:title>{escape(book.title)}</dc:title><dc:language>{book.language}</dc:language>"
        f"<dc:rights>{escape(book.licence)}</dc:rights><dc:date>{book.modified.isoformat()}</dc:date>"
        f'<meta property="dcterms:modified">{book.modified.isoformat()}T00:00:00Z</meta>{said}</metadata>'
        f"<manifest>{''.join(_manifest(book))}</manifest><spine>{spine}</spine></package>\n"
    )


def _manifest(book: Book) -> Iterator[str]:
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    yield f'<item id="style" href="{STYLE}" media-type="text/css"/>'
    for part in book.parts:
        drawn = ' properties="svg"' if part.body.drawn else ""
        yield f'<item id="{part.name}" href="{part.file}" media-type="application/xhtml+xml"{drawn}/>'
    for number, one in enumerate(book.resources):
        kind = mimetypes.guess_type(one.name)[0]
        yield f'<item id="resource-{number}" href="{escape(one.name)}" media-type="{kind}"/>'


def navigation(book: Book) -> str:
    """The contents, as readers see them and as reading systems use them."""
    first = book.parts[0]
    contents = (
        f'<nav epub:type="toc" role="doc-toc"><h1>{escape(book.contents)}</h1>{_nested(book.parts)}</nav>'
    )
    marks = (
        f'<nav epub:type="landmarks" hidden=""><ol><li><a epub:type="titlepage" href="{first.file}">'
        f"{escape(first.title)}</a></li>"
        f'<li><a epub:type="toc" href="nav.xhtml">{escape(book.contents)}</a></li>'
        "</ol></nav>"
    )
    return _document(book.language, book.contents, f"<body>{contents}{marks}</body>")


def _nested(parts: tuple[Part, ...]) -> str:
    """The contents as lists: those of a deeper level stand below the one before them."""
    out, deep = ["<ol>"], False
    for number, part in enumerate(parts):
        if part.level > 1 and not deep:
            out.append("<ol>")
        elif part.level == 1 and deep:
            out.append("</ol></li>")
        deep = part.level > 1
        out.append(
            f'<li><a href="{part.file}" xml:lang="{part.language}" lang="{part.language}">'
            f"{escape(part.title)}</a>"
        )
        followed = number + 1 < len(parts) and parts[number + 1].level > part.level
        out.append("" if followed else "</li>")
    return "".join([*out, "</ol></li>" if deep else "", "</ol>"])


def _document(language: str, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xml:lang="{language}" lang="{language}"><head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="{STYLE}"/></head>{body}</html>\n'
    )
