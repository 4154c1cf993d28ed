"""Documents printed for the tests, with the web pages that they stand for."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from lxml import html
from tagged import Tagged

from vademecum.hosts.rendering import render
from vademecum.pages.edition import Edition
from vademecum.print import press
from vademecum.print.documents import PrintedDocument

# White space, soft hyphens and joiners: what lines do to words.
UNSEEN = re.compile(r"[\s\u00ad\u200b\u2060]+")


def squeezed(text: str) -> str:
    """A text without what setting it in lines adds or takes."""
    return UNSEEN.sub("", text)


@dataclass(frozen=True)
class Pressed:
    """A document, its file, the remarks on it, and the edition that it was made from."""

    document: Any
    path: Path
    remarks: list[Any]
    edition: Edition

    @functools.cached_property
    def tagged(self) -> Tagged:
        return Tagged(self.path)

    @property
    def pages(self) -> list[Any]:
        """The web pages of the texts that the document holds, parsed anew."""
        texts = (
            [self.document.text]
            if hasattr(self.document, "text")
            else [text for section in self.document.sections for text in section.texts]
        )
        keys = {text.key for text in texts}
        found = [page for page in self.edition.pages if f"{page.kind}:{page.id}" in keys]
        return [_own(render(self.edition, page).html) for page in found]

    def codes(self) -> list[str]:
        """What the QR codes on the first page say."""
        grey = pypdfium2.PdfDocument(self.path)[0].render(scale=2.5, grayscale=True)
        rows = memoryview(bytes(grey.buffer)).cast("B", (grey.height, grey.stride))
        return [code.text for code in zxingcpp.read_barcodes(rows)]


# What the screen has beside a text: on paper the index has a concept's uses, a case's table its outcomes.
BESIDE = ("uses", "cited-by", "similar")


def _own(body: str) -> Any:
    """A page's text as it is printed, without what only the screen has beside it."""
    page = html.fragment_fromstring(body, create_parent="div")
    for heading in page.xpath("//h2[@id]"):
        if heading.get("id") in BESIDE:
            while (after := heading.getnext()) is not None and after.tag != "h2":
                after.drop_tree()
            heading.drop_tree()
    for glance in page.xpath("//*[contains(@class, 'glance')]"):
        glance.drop_tree()
    return page


def printed(
    edition: Edition, documents: list[PrintedDocument], folder: Path, cache: Path | None = None
) -> list[Pressed]:
    """Print documents into a folder; a cache may hold some already."""
    remarks = press.publish(documents, edition.library.root, folder / "pdf", cache or folder / "cache")
    return [
        Pressed(
            document,
            folder / "pdf" / document.file,
            [r for r in remarks if r.location.path == getattr(document, "source", "")],
            edition,
        )
        for document in documents
    ]
