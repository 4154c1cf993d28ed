"""The kinds of entries that `new` writes a file for, and where to begin with any other."""

from __future__ import annotations

from typing import Any

import click

from vademecum.commands.locales import language_of_locale
from vademecum.language.words import words


class KindMade(click.Choice[str]):
    """A choice that says how what it does not offer is begun: by an example of the guide."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind given, refused where no file is made for it."""
        if value in self.choices:
            return str(value)
        said = words(language_of_locale())["commands"]["new"]["no_kind"]
        raise click.UsageError(said.format(found=value, known=", ".join(self.choices)), ctx)
