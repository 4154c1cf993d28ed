"""The front matter of chapters and other pages, and the booklets that print them together."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from vademecum.model.fields import (
    EntryKey,
    FormerIds,
    Id,
    LocalisedOrSame,
    Model,
    PartKey,
    Prose,
    Summary,
    Words,
)
from vademecum.model.markers import EachFile, Translated

MAX_ORDER = 9_999
PLACE = ("part", "order")  # where a chapter stands among the others
# The fields that a page shows above its text.
ABOVE = ("title", "summary", "audience")


def in_order(value: int) -> int:
    """A chapter's place, of which its page shows every digit."""
    if value > MAX_ORDER:
        raise PydanticCustomError("less_than_equal", "too large", {"le": MAX_ORDER})
    return value


class Chapter(Model):
    """The front matter of a chapter of the handbook."""

    id: str
    title: Annotated[Words, Translated()]
    slug: Annotated[Id, EachFile()] | None = None
    part: PartKey
    order: Annotated[int, Field(ge=0), AfterValidator(in_order)]
    audience: Annotated[Words, Translated()] | None = None
    summary: Annotated[Summary, Translated()] | None = None
    key_points: tuple[Annotated[Prose, Translated()], ...] = ()
    formerly: Annotated[FormerIds, EachFile()] = ()


class FrontMatter(Model):
    """The front matter of any other page."""

    id: str
    title: Annotated[Words, Translated()]
    slug: Annotated[Id, EachFile()] | None = None
    summary: Annotated[Summary, Translated()] | None = None
    formerly: Annotated[FormerIds, EachFile()] = ()


class Booklet(Model):
    """A booklet to print: `contents` names chapters, concepts and cases in order, as "chapter:id"; `line`
    stands on its cover.
    """

    id: Id
    title: LocalisedOrSame
    line: LocalisedOrSame | None = None
    contents: Annotated[tuple[EntryKey, ...], Field(min_length=1)]

    def keys(self) -> list[tuple[str, str]]:
        """The contents as (kind, id)."""
        return [(kind, id_) for kind, _, id_ in (entry.partition(":") for entry in self.contents)]
