"""The pages of one language before and after: which are made, changed or dropped, and where they changed."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.linked_page import LinkedPage
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.review.changes import PageChange
from vademecum.review.texts import Line, lines_of

FOLLOWING = ("home", "index")  # pages that are lists of others


@dataclass(frozen=True)
class Pair:
    """A page before and after; either may be missing. `alike` says that its words are the same in both."""

    before: LinkedPage | None
    after: LinkedPage | None
    editions: tuple[Edition, Edition]
    alike: bool = False

    @functools.cached_property
    def old(self) -> list[Line]:
        """What the page said."""
        return lines(self.editions[0], self.before)

    @functools.cached_property
    def new(self) -> list[Line]:
        """What it says now."""
        return self.old if self.alike else lines(self.editions[1], self.after)

    @property
    def page(self) -> Page:
        """The page as it is now, else as it was."""
        linked = self.after or self.before
        assert linked is not None
        return linked.page


def pairs(before: Edition, after: Edition) -> list[Pair]:
    """The pages of two editions that are not the same in both, in the order of the site."""
    found = []
    both = before, after
    for page in after.pages:
        now, old = after.linked(page), before.by_key.get(page.key)
        if old is None:
            found.append(Pair(None, now, both))
            continue
        then = before.linked(old)
        if then.document != now.document or old != page:
            found.append(Pair(then, now, both, before.document(old) is after.document(page) and old == page))
    gone = [page for page in before.pages if page.key not in after.by_key]
    return [*found, *(Pair(before.linked(page), None, both) for page in gone)]


def lines(edition: Edition, linked: LinkedPage | None) -> list[Line]:
    """What a page says: its title, its lead, its text."""
    if linked is None:
        return []
    page = linked.page
    above = [Line(words, "", (), None, 0) for words in (page.title, page.lead, page.audience) if words]
    return [*above, *lines_of(linked.document, edition.cited_in(page.spoken))]


def changes(found: Iterable[Pair]) -> Iterator[PageChange]:
    """What happened to each page that a reader would see."""
    for pair in found:
        if pair.alike:
            continue  # its links alone are others, which are told by themselves
        page = pair.page
        moved = ""
        if pair.before and pair.after and pair.before.page.address != page.address:
            moved = "/" + absolute(pair.before.page.address, page.language)
        added, removed = different(pair.new, pair.old), different(pair.old, pair.new)
        if pair.before and pair.after and not (added or removed or moved):
            continue
        yield PageChange(
            "dropped" if pair.after is None else "changed" if pair.before else "made",
            page.kind,
            page.id,
            page.language,
            page.spoken,
            page.title,
            "/" + absolute(page.address, page.language),
            moved,
            _sections([*added, *removed]) if pair.before and pair.after else (),
            (_words(added) - _words(removed)).total(),
            (_words(removed) - _words(added)).total(),
            page.kind in FOLLOWING,
        )


def different(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines that do not stand among others, each as often as it has no counterpart."""
    left = Counter(line.words for line in others)
    found = []
    for line in lines:
        if left[line.words]:
            left[line.words] -= 1
        else:
            found.append(line)
    return found


def _words(lines: Iterable[Line]) -> Counter[str]:
    return Counter(word for line in lines for word in line.words.split())


def _sections(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.section for line in lines if line.section))
