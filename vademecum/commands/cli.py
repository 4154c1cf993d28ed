"""The command line.

Exit status: 0 no fault, 1 faults or trouble, 2 usage; 128 and its number after a signal.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from vademecum.commands import output
from vademecum.commands.check import check
from vademecum.commands.export import export
from vademecum.commands.formatting import format_command
from vademecum.commands.import_ import import_command
from vademecum.commands.links import links
from vademecum.commands.locales import language_of
from vademecum.commands.new import new
from vademecum.commands.print import print_command
from vademecum.commands.published import published
from vademecum.commands.review import review
from vademecum.commands.serve import serve
from vademecum.commands.site import site
from vademecum.commands.status import status
from vademecum.commands.test import test
from vademecum.commands.translated import translated
from vademecum.hosts.trouble import Trouble, system_sentence


class Commands(click.Group):
    """A group whose command `site` runs where none is named, so that `build.py` is `build.py site`.

    What stops a command though no text is at fault is told in one sentence.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "-h")):
            args = ["site", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly: whoever read the output has enough
        except Trouble as trouble:
            output.tell(trouble.sentence(language_of(sys.argv)), "red")
        except OSError as error:
            output.tell(system_sentence(error, language_of(sys.argv)), "red")
        sys.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Build, check and preview the Vade-mecum. Without a command: site."""


for command in (
    site,
    check,
    new,
    format_command,
    serve,
    links,
    print_command,
    review,
    status,
    translated,
    export,
    published,
    import_command,
    test,
):
    cli.add_command(command)
