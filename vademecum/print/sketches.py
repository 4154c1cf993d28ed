"""A drawing of the tree -> SVG as a file of its own for paper, its classes turned into colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document.drawing import SIGN_BOX, number
from vademecum.document.escaping import attributes, escaped
from vademecum.document.shapes import Label, Mark, Shape, Sign, Stroke
from vademecum.document.tree import Block, Drawing, Heading
from vademecum.figures.sheet import HAIR, INK, SOFT, SVG, TINT, WHITE
from vademecum.language.typography import typeset

FAINT = "#8a90a0"  # of lines that run below words: 3:1 on paper
HALO = {"paint-order": "stroke", "stroke": WHITE, "stroke-width": "2.5", "stroke-linejoin": "round"}
# What each class is on paper, where nothing may depend on colour.
PAPER = {
    "land": {"fill": TINT, "stroke": HAIR, "stroke-width": "0.8"},
    "border": {"fill": "none", "stroke": HAIR, "stroke-width": "0.9"},
    "ground": {"fill": WHITE},
    "tie": {"fill": "none", "stroke": INK, "stroke-width": "0.9"},
    "lead": {"fill": "none", "stroke": SOFT, "stroke-width": "0.7"},
    "thick": {"stroke-width": "2.2"},
    "sign": {"fill": INK, "stroke": INK, "stroke-width": "1.3"},
    "hollow": {"fill": WHITE},
    "words": {"fill": INK} | HALO,
    "line": {"fill": "none", "stroke": FAINT, "stroke-width": "0.7"},
    "broader": {"stroke": SOFT, "stroke-width": "1"},
    "narrower": {"stroke": SOFT, "stroke-width": "1"},
    "related": {"stroke-dasharray": "5 3"},
    "contrasts": {"stroke-dasharray": "0.1 3.6", "stroke-linecap": "round", "stroke-width": "1.4"},
    "frame": {"fill": WHITE, "stroke": INK, "stroke-width": "1.2"},
    "axis": {"fill": "none", "stroke": HAIR, "stroke-width": "4"},
    "own": {"font-weight": "600"},
    "relation": {"font-style": "italic"},
    "quiet": {"fill": SOFT},
    "inverse": {"fill": WHITE, "font-weight": "600"},
}
UNPRINTED = ("hit", "asked")  # what a pointer hits, and words that only a pointer brings up


def on_paper(blocks: Iterable[Block]) -> list[Block]:
    """Blocks without the graphs of a concept's neighbours: of links on paper the words are enough.

    A heading over nothing but such a graph goes with it.
    """
    kept: list[Block] = []
    bare = False
    for block in (*blocks, None):
        if isinstance(block, Drawing) and "neighbours" in block.kind:
            bare = bool(kept) and isinstance(kept[-1], Heading)
            continue
        if bare and (block is None or isinstance(block, Heading)):
            kept.pop()
        bare = False
        if block is not None:
            kept.append(block)
    return kept


def sketch(drawing: Drawing, language: str) -> str:
    """A drawing for the press; its links are left out, since the words beside it lead to the same places."""
    box = f"0 0 {number(drawing.width)} {number(drawing.height)}"
    named = ("xmlns", SVG), ("viewBox", box), ("font-family", "Vade Sans")
    return f"<svg{attributes(*named)}>{''.join(_shapes(drawing.shapes, language))}</svg>"


def legend(drawing: Drawing, language: str) -> list[dict[str, str]]:
    """Its signs, each likewise, with the words that stand for it and those that say what it means."""
    return [
        {
            "svg": _sign(sign, language),
            "alt": typeset(sign.alt, language),
            "words": typeset(sign.words, language),
        }
        for sign in drawing.legend
    ]


def _sign(sign: Sign, language: str) -> str:
    named = ("xmlns", SVG), ("viewBox", SIGN_BOX), ("font-family", "Vade Sans")
    return f"<svg{attributes(*named)}>{''.join(_shapes(sign.shapes, language))}</svg>"


def _shapes(shapes: tuple[Shape, ...], language: str) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Mark):
            yield from _shapes(shape.shapes, shape.lang or language)
        elif any(name in UNPRINTED for name in shape.name.split()):
            continue
        elif isinstance(shape, Label):
            place = {"x": number(shape.x), "y": number(shape.y), "font-size": number(shape.size)}
            place |= {"text-anchor": shape.side} if shape.side != "start" else {}
            words = escaped(typeset(shape.words, shape.lang or language))
            yield f"<text{attributes(*(place | _look(shape)).items())}>{words}</text>"
        else:
            scale = {"transform": f"scale({number(1 / shape.steps)})"} if shape.steps != 1 else {}
            yield f"<path{attributes(*({'d': shape.path} | scale | _look(shape)).items())}/>"


def _look(shape: Stroke | Label) -> dict[str, str]:
    look: dict[str, str] = {}
    for name in shape.name.split():
        look |= PAPER[name]
    return look
