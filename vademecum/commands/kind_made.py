"""The kinds of entries that `new` makes and `import` reads, and where to begin with any other."""

from __future__ import annotations

import sys
from typing import Any

import click

from vademecum.commands.locales import language_of, speak
from vademecum.language.collation import folded
from vademecum.language.nearest import nearest
from vademecum.language.words import words

# What French speakers may type for a kind.
FRENCH = {
    **dict.fromkeys(("cas", "etude", "etude de cas", "etudes de cas", "fiche"), "case"),
    **dict.fromkeys(("terme", "notion", "definition"), "concept"),
    **{"chapitre": "chapter", "graphique": "figure", "schema": "figure"},
}


class KindMade(click.Choice[str]):
    """A choice that says how what it does not offer is begun: by an example of the guide."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind given, refused where no file is made for it."""
        if value in self.choices:
            return str(value)
        language = language_of(sys.argv)
        speak(language)  # what stands around the sentence is click's own
        said = words(language)["commands"]["new"]
        typed = folded(str(value)).replace("-", " ").replace("_", " ")
        meant = FRENCH.get(typed) or nearest(str(value), self.choices)
        told = said["no_kind"].format(found=value, known=", ".join(self.choices))
        raise click.UsageError(said["kind_meant"].format(found=value, meant=meant) if meant else told, ctx)


class KindRead(click.Choice[str]):
    """What a table holds, said before its file."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind given; a file in its place is refused in words that say where it goes."""
        if value in self.choices:
            return str(value)
        language = language_of(sys.argv)
        speak(language)
        said = words(language)["commands"]["imported"]
        raise click.UsageError(said["no_kind"].format(found=value, known=self.choices[0]), ctx)
