"""`format`: files in their customary form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from vademecum import files
from vademecum.commands import options, output
from vademecum.language.words import words

FOLDERS = ("lexicon", "case_studies", "docs")
LISTS = ("references.yml", "acronyms.yml", "vocabularies.yml")


@click.command("format")
@click.argument(
    "named", metavar="[FILES]...", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@options.PROJECT
@options.LANGUAGE
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; name what would change, and exit with 1."
)
def format_command(named: tuple[Path, ...], root: Path, language: str, only_check: bool) -> None:
    """Put keys in the model's order and wrap paragraphs, in the files named.

    No comment and no character of a value is lost, and pages stay the same. Where no file is named, nothing
    is written: what would change is told, since the date of a page is that of its file's last change.
    """
    from vademecum.editing.formatting import formatted
    from vademecum.sources.text import text_files

    commands = words(language)["commands"]
    said, changed, writes = commands["format"], 0, bool(named) and not only_check
    for path in [file.resolve() for file in named] or sorted(_all(root)):
        if not path.is_relative_to(root):
            raise click.UsageError(commands["outside"].format(path=path))
        text, wrong = text_files.read_text(root, path)
        if text is None or wrong:
            continue  # which the check tells
        made = formatted(path.relative_to(root).as_posix(), text)
        if made != text:
            changed += 1
            click.echo(path.relative_to(root).as_posix())
            if writes:
                files.write_whole(path, made.encode())
    output.tell(said["done" if writes else "would"].format(count=changed))
    if changed and not named:
        output.tell(said["name_them"])
    sys.exit(1 if only_check and changed else 0)


def _all(root: Path) -> Iterator[Path]:
    """Every file that editors write, links and hidden ones aside."""
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            if path.suffix in (".md", ".yml") and path.is_file() and not path.is_symlink():
                yield path
    yield from (root / name for name in LISTS if (root / name).is_file())
