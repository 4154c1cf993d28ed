"""The command line.

Exit status: 0 no fault, 1 faults or trouble, 2 usage; 128 and its number after a signal.
"""

from __future__ import annotations

import inspect
import re
import sys
from gettext import gettext
from importlib import import_module
from typing import Any

import click

from vademecum.commands import output
from vademecum.commands.locales import language_of
from vademecum.commands.version import version
from vademecum.hosts.trouble import Trouble, system_sentence
from vademecum.language.collation import folded
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.language.words import words

# A command is the function of its name in the module of its name, but for names that Python keeps for itself;
# its module is loaded where it is asked for.
NAMES = "check export format import links new print published review serve site status test translated"
OTHERWISE = {
    "format": ("formatting", "format_command"),
    "import": ("import_", "import_command"),
    "print": ("print", "print_command"),
}
# What French speakers may type for a command, without accents; and anybody for the help.
FRENCH = {
    "nouveau": "new", "nouvelle": "new", "verifier": "check", "verifie": "check", "verification": "check",
    "controler": "check", "controle": "check",
    "imprimer": "print", "importer": "import", "exporter": "export", "liens": "links",
    "publier": "published", "relire": "review", "voir": "serve", "servir": "serve", "construire": "site",
    "statut": "status", "etat": "status", "tester": "test", "traduit": "translated",
    "aide": "--help", "help": "--help", "version": "--version",
}  # fmt: skip
HELP = ("-h", "--help")
VERSION = "--version"
# A name as click quotes it, of an option, a choice or what stands for a value: no word of a text.
QUOTED = regex(r"(?<!\w)'([\w./|-]+)'(?!\w)")
WHOLE = 500  # characters: more than the first sentence of any command's help
COMMANDS = {name: OTHERWISE.get(name, (name, name)) for name in NAMES.split()}


class Commands(click.Group):
    """A group whose command `site` runs where none is named, so that `build.py` is `build.py site`.

    What stops a command though no text is at fault is told in one sentence.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"vademecum.commands.{module}"), name)
        return spoken(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; one that is not there is told with what was probably meant."""
        if args and args[0] not in COMMANDS:
            meant = FRENCH.get(folded(args[0])) or nearest(args[0], COMMANDS)
            told = gettext("No such command {name!r}.").format(name=args[0])
            possibility = gettext("'{name}'").format(name=meant)
            hint = gettext("Did you mean {possibility}?").format(possibility=possibility)
            raise click.UsageError(f"{told} {hint}" if meant else told, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with the whole first sentence of its help, wrapped: click would cut it."""
        rows = []
        for name in self.list_commands(ctx):
            if command := self.get_command(ctx, name):
                rows.append((name, command.get_short_help_str(limit=WHOLE)))
        with formatter.section(gettext("Commands")):
            formatter.write_dl(rows)

    def get_help(self, ctx: click.Context) -> str:
        spoken(self)
        return super().get_help(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        spoken(self)  # what is told of a misuse shows how the group is used
        if args and args[0] in (*HELP, VERSION):
            args = args[:1]  # a language behind it is what help is given in
        elif not args or args[0].startswith("-"):
            args = ["site", *args]
        return super().parse_args(ctx, args)

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*args, **more)
        except click.UsageError as error:
            raise quoted(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise quoted(error) from error
        except BrokenPipeError:
            raise  # click ends quietly: whoever read the output has enough
        except click.Abort:  # an answer was asked for, and none came
            output.tell("\n" + words(language_of(sys.argv))["commands"]["new"]["unanswered"], "red")
        except Trouble as trouble:
            output.tell(trouble.sentence(language_of(sys.argv)), "red")
        except OSError as error:
            output.tell(system_sentence(error, language_of(sys.argv)), "red")
        except Exception as error:
            from vademecum.pages.parallel import LostProcess  # which help needs nothing of

            if not isinstance(error, LostProcess):
                raise
            output.tell(words(language_of(sys.argv))["troubles"]["broken_process"], "red")
        sys.exit(1)


def quoted(error: click.UsageError) -> click.UsageError:
    """What click tells of a misuse, its names in the quotation marks of the language that gettext speaks."""

    def marked(name: re.Match[str]) -> str:
        return gettext("'{name}'").format(name=name[1])

    return click.UsageError(QUOTED.sub(marked, error.format_message()), error.ctx)


def spoken(command: click.Command) -> click.Command:
    """A command whose help is in the language that gettext speaks."""
    command.help = gettext(inspect.cleandoc(command.help)) if command.help else None
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = gettext(parameter.help)
        parameter.metavar = gettext(parameter.metavar) if parameter.metavar else None
    if isinstance(command, click.Group):
        command.subcommand_metavar = gettext(command.subcommand_metavar)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": list(HELP)})
@click.version_option(version(), VERSION, message="Vade-mecum %(version)s")
def cli() -> None:
    """Build, check and preview the Vade-mecum. Without a command: site."""
