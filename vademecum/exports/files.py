"""The files of one language that are no pages: what each is called below its root, and what makes it.

A build writes all of them, a preview makes the one that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from vademecum.exports import citing, feed, redirects, wellknown
from vademecum.exports.opendata import Store
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.common.addresses import ROOTS
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.datasets import FORMATS

Files = dict[str, Callable[[], bytes]]


def files(edition: Edition) -> Files:
    """The files of an edition, by their paths below the language's root."""
    found: Files = {}
    if not ROOTS[edition.language]:
        shelf = edition.here.shelf or Store(edition)
        found |= {one.file: partial(shelf.get, one.file) for one in FORMATS}
    found[feed.FILE] = partial(feed.feed, edition)
    for page in edition.pages:
        if page.kind in ENTRY_KINDS:
            found[citing.file(page)] = partial(citing.ris, edition, page)
    for address, key in redirects.redirects(edition).items():
        found[f"{address}index.html"] = partial(redirects.page, edition, address, key)
    found["manifest.webmanifest"] = partial(wellknown.manifest, edition)
    if wellknown.is_root(edition):
        found["robots.txt"] = partial(wellknown.robots, edition)
        if edition.setting.contact and edition.setting.dates:
            found[".well-known/security.txt"] = partial(wellknown.security, edition)
    return found
