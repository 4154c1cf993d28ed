"""What reading a page gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from vademecum.model import Finding
from vademecum.pages.scene import Page, Text
from vademecum.terms.linking import Use

Heading = tuple[int, str, str]  # level, anchor, words


@dataclass(slots=True)
class Reading:
    """A page as read. `tree` is kept until its HTML is asked for; `anchored` are its links into other pages' anchors, by element;
    `figures` those it shows.
    """

    page: Page
    text: Text
    tree: Element
    headings: list[Heading]
    anchors: set[str]
    uses: list[Use]
    findings: list[Finding] = field(default_factory=list)
    anchored: list[tuple[tuple[str, str], str, int]] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
