"""`new`: a file to fill in, with comments that help."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from vademecum.commands import options, output
from vademecum.commands.kind_made import KindMade
from vademecum.language.collation import folded, slug
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model.kinds import KINDS, Kind
from vademecum.model.markers import Vocabulary
from vademecum.model.shapes import Shape, fields
from vademecum.sources.meant.keys_meant import key_meant
from vademecum.sources.meant.labels_meant import meant
from vademecum.sources.meant.suggestions import choice_meant

if TYPE_CHECKING:
    from vademecum.editing.skeleton import Known

MADE = ("case", "concept", "chapter", "figure")
OF_IDS = "en"  # the language that ids are in
OF_AN_ID = regex("[a-z0-9]")  # without one, words make no id
LEAVES = ("text", "choice", "integer")


@click.command(context_settings={"allow_extra_args": True})
@click.argument("what", type=KindMade(MADE), metavar="|".join(MADE))
@options.PROJECT
@options.in_language("The language to write in, comments and questions too; else the locale's.")
@click.option("--title", metavar="TEXT", help="What it is called, in the language given; else asked for.")
@click.option(
    "--id",
    "id_",
    metavar="ID",
    help="The file's name without its ending, in English; else made from the title.",
)
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="A value that is known already (of a list: themes=culture,water), as often as you like; "
    "required ones are else asked for.",
)
@click.pass_context
def new(
    context: click.Context,
    what: str,
    root: Path,
    language: str,
    title: str | None,
    id_: str | None,
    given: tuple[str, ...],
) -> None:
    """Write a new case, concept, chapter or figure to be filled in, and say what to do next."""
    from vademecum.editing import counterpart, namesakes, schemas, skeleton
    from vademecum.sources.loading import load

    said = words(language)["commands"]["new"]
    kind = next(kind for kind in KINDS if kind.name == what)
    asks = sys.stdin.isatty()
    title, of_title = _title(kind, said, context.args, title, asks=asks), not (id_ or asks)
    if of_title and not OF_AN_ID.search(folded(title)):
        raise click.UsageError(said["no_id"].format(title=title))
    library, _ = load(root)
    if not id_ and (there := namesakes.namesake(library, kind, title, language)):
        _stopped(said["called_so"].format(title=title, path=there))
    titles, id_ = _identified(kind, title, id_, language, said, asks=asks)
    original = counterpart.original_of(kind, id_, language, library.documents)
    kind = counterpart.kind_of(kind, original)
    known = counterpart.taken_over(kind, original) | _given(given, kind, said, library.vocabularies)
    known |= titles
    beside = skeleton.Known(library.vocabularies, counterpart.examples(kind, library))
    if asks:
        known |= _answers(kind, language, said, beside, known)
    name = kind.path.replace("<id>", id_).replace("<language>", language)
    path = _free(root, name, said)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(counterpart.text(kind, original, language, known, name, beside))
    schemas.write(root / skeleton.SCHEMAS, library.vocabularies)
    click.echo(name)
    output.tell(said["next"].format(path=output.shown(path)), "green")
    if of_title and language != OF_IDS:
        output.tell(said["in_english"].format(id=id_), "yellow")


def _identified(
    kind: Kind, title: str, id_: str | None, language: str, said: Mapping[str, str], *, asks: bool
) -> tuple[dict[str, Any], str]:
    """The title as the file has it, and the id: the one given, else asked for, else made from the title."""
    titles = _titled(kind, title, language)
    if asks and not id_:
        titles, of_ids = _in_both(kind, title, language, said)
        id_ = _asked_id(said, of_ids)
    id_ = id_ or slug(title)
    if slug(id_) != id_:
        raise click.UsageError(said["bad_id"].format(id=id_, meant=slug(id_)))
    return titles, id_


def _free(root: Path, name: str, said: Mapping[str, str]) -> Path:
    """Where a file of the project may be written; exit status 1 where one stands, or outside the project."""
    from vademecum.sources.text.text_files import is_within

    path = root / name
    if path.exists():
        _stopped(said["there"].format(path=output.shown(path)))
    if not is_within(path.parent, root):
        _stopped(said["outside"].format(path=output.shown(path.parent)))
    return path


def _stopped(sentence: str) -> NoReturn:
    output.tell(sentence, "red")
    sys.exit(1)


def _title(
    kind: Kind, said: Mapping[str, str], beside: Sequence[str], title: str | None, *, asks: bool
) -> str:
    """The title given, else asked for; one without its option, or of no words, is told."""
    if beside:
        raise click.UsageError(said["beside"].format(title=" ".join(beside)))
    title = title or (_asked_title(kind, said) if asks else "")
    if not any(map(str.isalnum, title)):
        raise click.UsageError(said["wordless" if title.strip() else "unnamed"].format(title=title))
    return title


def _asked_title(kind: Kind, said: Mapping[str, str]) -> str:
    """The title that somebody gives, or a concept's term, asked for until there is one."""
    question = said["title" if any(field.key == "title" for field in fields(kind.model)) else "term"]
    while True:
        answer: str = click.prompt(
            question, default="", show_default=False, prompt_suffix=said["suffix"], err=True
        ).strip()
        if answer:
            return answer
        output.tell(said["untitled"], "red")


def _asked_id(said: Mapping[str, str], of_ids: str) -> str:
    """The id that somebody gives, asked for until it is one; a title in the language of ids offers it, and
    words that are none offer the id that they make.
    """
    while True:
        offered = slug(of_ids) if OF_AN_ID.search(folded(of_ids)) else None
        answer: str = click.prompt(said["id"], default=offered, prompt_suffix=said["suffix"], err=True)
        if slug(answer) == answer:
            return answer
        of_ids = answer
        output.tell(said["bad_id"].format(id=answer, meant=slug(answer)), "red")


def _given(pairs: tuple[str, ...], kind: Kind, said: Mapping[str, str], vocabularies: Any) -> dict[str, Any]:
    """The values that options give, by their keys; of a list, with commas between its items."""
    every = {field.key: field.shape for field in fields(kind.model)}
    shapes = {key: shape for key, shape in every.items() if _is_written_in_a_line(shape)}
    given: dict[str, Any] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if sign and key in every and key not in shapes:
            raise click.UsageError(said["no_value"].format(key=key))
        if not sign or key not in shapes:
            meant = key_meant(key.strip(), shapes, kind.model)
            told = "no_key" if not sign else "key_meant" if meant else "unknown_key"
            values = {"found": pair, "key": key.strip(), "value": value, "known": ", ".join(shapes)}
            raise click.UsageError(said[told].format(**values, meant=meant or "…"))
        inside = shapes[key].items if shapes[key].kind == "list" else None
        items = [item.strip() for item in value.split(",")] if inside else [value]
        for item in items:
            _refused(item, key, inside or shapes[key], said, vocabularies)
        given[key] = items if inside else value
    return given


def _is_written_in_a_line(shape: Shape) -> bool:
    """Whether a field is one value, or a list of such."""
    items = shape.items if shape.kind == "list" else None
    return (items or shape).kind in (*LEAVES, "number", "boolean", "date")


def _refused(value: str, key: str, shape: Shape, said: Mapping[str, str], vocabularies: Any) -> None:
    """Tell of a value that a field does not take."""
    valid = _choices(shape, vocabularies)
    if valid and value not in valid:
        values = {"found": value, "key": key, "known": ", ".join(valid), "meant": _near(value, valid) or "…"}
        raise click.UsageError(said["no_choice"].format(**values))
    if shape.kind == "integer" and not value.isdecimal():
        raise click.UsageError(said["no_number"].format(found=value))


def _choices(shape: Shape, vocabularies: Any) -> Mapping[str, Any]:
    """The values that a field takes, with their labels where they have some; nothing where it takes any."""
    marker = shape.mark(Vocabulary)
    return getattr(vocabularies, marker.name) if marker else dict.fromkeys(shape.choices)


def _near(found: str, valid: Mapping[str, Any]) -> str:
    """The value that was probably meant; "" where none is near."""
    return meant(found, valid) if all(valid.values()) else choice_meant(found, valid)


def _titled(kind: Kind, title: str, language: str) -> dict[str, Any]:
    """The title where a kind has it: a concept's is the preferred term of a language."""
    field = next((field for field in fields(kind.model) if field.key == "title"), None)
    if field is None:
        return {"terms": {language: {"preferred": title}}}
    return {"title": {language: title} if field.shape.by_language else title}


def _in_both(kind: Kind, title: str, language: str, said: Mapping[str, str]) -> tuple[dict[str, Any], str]:
    """The title as the file has it, and as ids are made of it: of a file that holds both languages it is
    asked for in theirs too.
    """
    titled = _titled(kind, title, language)
    (key, own), *_ = titled.items()
    if language == OF_IDS or isinstance(own, str):
        return titled, title if language == OF_IDS else ""
    of_ids: str = click.prompt(
        said["of_ids"], default="", show_default=False, prompt_suffix=said["suffix"], err=True
    ).strip()
    return ({key: own | _titled(kind, of_ids, OF_IDS)[key]} if of_ids else titled), of_ids


def _leaves(kind: Kind, language: str) -> Iterator[tuple[str, Shape, str]]:
    """The required fields of one value each: key, shape and what it is called."""
    from vademecum.model.descriptions import description

    for field in fields(kind.model):
        if field.required and field.shape.kind in LEAVES:
            yield field.key, field.shape, description(field.shape.of).label[language]


def _answers(
    kind: Kind, language: str, said: Mapping[str, str], beside: Known, known: Mapping[str, Any]
) -> dict[str, str]:
    """What somebody answers of the fields that are not known yet."""
    asked = (
        (key, _asked(said, label, shape, beside.vocabularies, beside.examples.get(key, "")))
        for key, shape, label in _leaves(kind, language)
        if key not in known
    )
    return {key: answer for key, answer in asked if answer}


def _asked(said: Mapping[str, str], label: str, shape: Shape, vocabularies: Any, offered: Any) -> str:
    """What somebody answers; "" leaves the field to be filled in."""
    valid = _choices(shape, vocabularies)
    question = f"{label} [{', '.join(valid)}]" if valid else label
    while True:
        answer: str = click.prompt(
            question,
            default=str(offered),
            show_default=bool(offered),
            prompt_suffix=said["suffix"],
            err=True,
        ).strip()
        if shape.kind == "integer" and answer and not answer.isdecimal():
            output.tell(said["no_number"].format(found=answer), "red")
            continue
        if not valid or not answer or answer in valid:
            return answer
        if near := _near(answer, valid):
            return near
