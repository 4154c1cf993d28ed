"""Where something is drawn from: a work, and the place in it."""

from __future__ import annotations

from vademecum.model.fields import LocalisedOrSame, Model, ReferenceId


class Passage(Model):
    """A work, and the place in it that something is drawn from."""

    source: ReferenceId
    locator: LocalisedOrSame | None = None
