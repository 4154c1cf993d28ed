"""The lists that entries choose from."""

from __future__ import annotations

from vademecum.model.fields import Localised, Model, NewKey

Labels = dict[NewKey, Localised]


class Vocabularies(Model):
    """The closed lists that entries choose from: key -> label in each language."""

    domains: Labels = {}
    parts: Labels = {}
    types: Labels = {}
    populations: Labels = {}
    instruments: Labels = {}
    themes: Labels = {}
    logics: Labels = {}
    goals: Labels = {}
    tags: Labels = {}
