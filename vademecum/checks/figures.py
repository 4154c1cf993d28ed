"""What is wrong with a figure's rows and numbers, and with a picture's format."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.model import Figure, Finding, Location
from vademecum.sources.library import FIGURES, Library
from vademecum.sources.source_file import Document


def figures(library: Library) -> Iterator[Finding]:
    """What is wrong with the rows of each figure."""
    for id_, figure in library.figures.items():
        document = library.documents[f"{FIGURES}{id_}.yml"]
        for key in figure.rows:
            yield from _row(figure, key, document)


def _row(figure: Figure, key: str, document: Document) -> Iterator[Finding]:
    """A row's name, and its numbers within the scale."""
    row = figure.rows[key]
    if figure.kind != "typology" and not row.label:
        yield Finding("missing-field", document.where("rows", key, key=True), {"key": "label"})
    for series, value in row.values.items():
        drawn = series in figure.series and figure.series[series].drawn
        if drawn and value is not None and figure.scale is not None and value > figure.scale:
            values = {
                "key": f"rows.{key}.values.{series}",
                "found": f"{value:f}",
                "limit": f"{figure.scale:f}",
            }
            yield Finding("out-of-range", document.where("rows", key, "values", series), values)


SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": (".png",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
    b"GIF8": (".gif",),
    b"RIFF": (".webp",),
}


def pictures(library: Library) -> Iterator[Finding]:
    """Pictures that cannot be printed: those that are not what their names say, and those in a format that
    paper does not know.
    """
    for path in sorted(library.pictures):
        with (library.root / path).open("rb") as file:
            start = file.read(8)
        if not any(
            start.startswith(mark) and path.lower().endswith(endings) for mark, endings in SIGNATURES.items()
        ):
            yield Finding("unprintable-picture", Location(path), {"found": path.rpartition("/")[2]})
