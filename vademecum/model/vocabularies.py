"""The lists that entries choose from."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from vademecum.model.fields import Localised, Model

Labels = dict[Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")], Localised]


class Vocabularies(Model):
    """The closed lists that entries choose from: key -> label in each language."""

    domains: Labels = {}
    parts: Labels = {}
    types: Labels = {}
    populations: Labels = {}
    instruments: Labels = {}
    themes: Labels = {}
    logics: Labels = {}
