"""A page of the site in one language, without its text; and the text that it gets."""

from __future__ import annotations

from dataclasses import dataclass, field

from vademecum.document.tree import Blocks
from vademecum.model import Finding

Step = tuple[str, str]  # a breadcrumb's title and address


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language, without its text.

    `spoken` is the language its text is in: the other where no translation stands. `source` is the file to
    edit; `links` says whether terms link by themselves; `order` is a chapter's place; `styles` and
    `scripts` are the files below theme/assets/styles and theme/assets/scripts that this page loads beside
    what all pages do, in the order in which they are read.
    """

    kind: str
    id: str
    language: str
    spoken: str
    title: str
    address: str
    lead: str | None = None
    eyebrow: str | None = None
    audience: str | None = None
    breadcrumb: tuple[Step, ...] = ()
    source: str | None = None
    links: bool = True
    order: tuple[int, int] = (0, 0)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """The page as a link names it: the home page is an index."""
        return ("index" if self.kind == "home" else self.kind), self.id


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page is made from: its blocks, the notes of its fields by key, what is wrong with these."""

    blocks: Blocks
    notes: dict[str, Blocks] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
