#!/usr/bin/env python3
"""List every number and every name in the content beside the passage of the source that it comes from.

    python3 tools/fidelity.py SOURCES [--missing] [FILE ...]

SOURCES is a folder with the source documents as text, one `<reference id>.txt` each; FILEs default to the
chapters, cases, figures and
concepts. Each number, date and name of two letters or more is looked up in the sources that its paragraph
cites (else those of the whole
file), whatever its spelling: in figures or in words, with or without accents, in either language. A line a
fact:
`file:line  fact  source: …passage…`, or `NOT FOUND` for a person to read: a fact of ours, a reference datum,
or a mistake. `--missing`
prints these alone. It finds where to look and judges nothing, so it is no test: its exit status is always 0.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
CONTENT = ("docs/*/handbook/*.md", "case_studies/*.md", "docs/figures/*.yml", "lexicon/*.yml")
CITED = re.compile(r"(?:@|source: )([a-z][a-z0-9-]+)")
CITATION = re.compile(r"\[@[^\]]*\]|\]\([a-z]+:[^)]*\)|\{[^}]*\}|https?://\S+")
NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f,]\d{3})*(?:[.,]\d+)?")
NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Ý][\w’-]+(?:[ -](?:de |du |la |le |d’|sur )?[A-ZÀ-ÖØ-Ý][\w’-]+)*")
OPENS = re.compile(r"(?:(?:^|[.!?:…]|\|)[\s\d.)«“\"*>|\[(-]*|[«“‘]\s*)$")
KEYS = (
    "slug|order|part|reviewed|verified|source|locator|position|links|wording|year|domain|cited_in|"
    "reference_data|never"
)
STRUCTURE = re.compile(rf"^\s*(?:(?:{KEYS})\b|- \[|#)")
AROUND = 70
SPELT = (
    "deux/two/second/deuxième trois/three quatre/four cinq/five six sept/seven huit/eight neuf/nine dix/ten "
    "onze/eleven douze/twelve treize/thirteen "
    "quatorze/fourteen quinze/fifteen seize/sixteen dix-sept/seventeen dix-huit/eighteen "
    "dix-neuf/nineteen vingt/twenty"
)
WORDS = dict(enumerate(SPELT.split(), 2)) | {
    30: "trente/thirty",
    40: "quarante/forty",
    50: "cinquante/cinquantaine/fifty",
    60: "soixante/sixty",
    95: "quatre-vingt-quinze/ninety-five",
    1990: "annees quatre-vingt-dix",
}
# What English, or our spelling, calls otherwise than the sources do: a name and the stems that stand for it.
OTHERWISE = {
    name: stems.split(" | ")
    for name, _, stems in (
        line.partition(" = ")
        for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
}


def plain(text: str) -> str:
    """Text without case, accents, words broken over lines or typographic signs, for looking up."""
    text = re.sub(r"-\s*\n\s*", "", text.replace("\u00ad", ""))
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return " ".join(text.replace("’", "'").split())


def value(number: str) -> str:
    """A written number without its separators of thousands, its decimals behind a point."""
    number = re.sub(r"[ \u00a0\u202f]", "", number)
    number = re.sub(r",(?=\d{3}(?!\d))", "", number)
    return number.replace(",", ".")


def patterns(fact: str) -> list[str]:
    """The regular expressions under which a fact may stand in a source."""
    if not fact[0].isdigit():
        known = [*OTHERWISE.get(plain(fact), []), plain(fact)]
        spelt = [way for name in known for way in (name, name.replace("-", " "), name.rstrip("s"))]
        # The longer may go on (a plural, an adjective); an acronym is a whole word.
        return [rf"\b{re.escape(way)}" + r"\b" * (len(way) < 4) for way in dict.fromkeys(spelt)]
    whole, _, decimals = value(fact).partition(".")
    spaced = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", r"[ .]?", whole)
    found = [rf"(?<![\d.,]){spaced}" + (f"[.,]{decimals}" if decimals else "") + r"(?!\d)"]
    return found + [
        rf"\b{plain(word)}\b" for word in WORDS.get(int(whole), "").split("/") if word and not decimals
    ]


def passage(fact: str, near: str, source: str) -> str:
    """The passage of a source that holds a fact and most of the words near it; empty where none does."""
    wanted = {word for word in re.findall(r"\w{5,}", plain(near))}
    best = (-1, "")
    for pattern in patterns(fact):
        for match in re.finditer(pattern, source):
            around = source[max(match.start() - AROUND, 0) : match.end() + AROUND]
            score = sum(word[:5] in around for word in wanted)
            best = max(best, (score, around), key=lambda pair: pair[0])
        if best[1]:
            break
    return best[1]


def known(texts: Collection[str]) -> set[str]:
    """The names that texts write amid a sentence and never small; and those of `OTHERWISE`."""
    small = {plain(word) for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    return OTHERWISE.keys() | {
        name
        for text in texts
        for match in NAME.finditer(text)
        if not OPENS.search(text[max(match.start() - AROUND, 0) : match.start()])
        and (name := plain(match[0])) not in small
    }


def after_opening(name: str, names: set[str]) -> str:
    """A name that opens a sentence, where a capital tells nothing: all of it where it is one of `names`,
    else the name that follows its first word, or nothing.
    """
    rest = re.search(r" ((?!(?:de|du|la|le) )\S.*)", name)
    return name if plain(name) in names else rest[1] if rest else ""


def facts(text: str, names: set[str]) -> Iterator[str]:
    """The numbers and names of a paragraph, each once; `names` are those known amid a sentence."""
    words = {
        plain(word): str(number) for number, names in WORDS.items() for word in names.split("/") if number > 2
    }
    spelt = [words[word] for word in re.findall(r"[\w-]+", plain(text)) if word in words]
    text = re.sub(r"^\s*(?:[\w.-]+: (?=\S)|\d+\. )", "", text)
    named = [
        name
        for match in NAME.finditer(text)
        if (name := after_opening(match[0], names) if OPENS.search(text[: match.start()]) else match[0])
    ]
    yield from dict.fromkeys([*NUMBER.findall(text), *spelt, *named])


def paragraphs(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """(line, text, reference ids) of each line that says something, in its paragraph's or else its file's
    citations.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    whole = list(dict.fromkeys(CITED.findall("\n".join(lines))))
    for number, line in enumerate(lines, 1):
        if line.strip() and not STRUCTURE.match(line):
            near = (
                CITED.findall(" ".join(lines[max(number - 1, 0) : number + 3]))
                if path.suffix == ".yml"
                else CITED.findall(line)
            )
            yield number, CITATION.sub("", line), list(dict.fromkeys([*near, *whole]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description="List every number and name in the content beside the passage of its source."
    )
    parser.add_argument("sources", type=Path)
    parser.add_argument("--missing", action="store_true", help="Print only what no cited source holds.")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_intermixed_args()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in given.sources.glob("*.txt")}
    if not texts:
        parser.error(f"{given.sources} holds no text of a source, such as ciedel-2019-colloque.txt")
    sources = {id_: plain(text) for id_, text in texts.items()}
    names = known(texts.values())
    files = given.files or [path for pattern in CONTENT for path in sorted(HOUSE.glob(pattern))]
    count = lost = 0
    for path in files:
        for line, text, ids in paragraphs(path):
            for fact in facts(text, names):
                found = next(
                    (
                        (id_, said)
                        for id_ in ids
                        if id_ in sources and (said := passage(fact, text, sources[id_]))
                    ),
                    None,
                )
                count, lost = count + 1, lost + (not found)
                if not (found and given.missing):
                    name = path.relative_to(HOUSE) if path.is_absolute() else path
                    print(
                        f"{name}:{line}\t{fact}\t"
                        + (f"{found[0]}: …{found[1]}…" if found else f"NOT FOUND\t{text.strip()[:120]}")
                    )
    print(f"{count} facts, {lost} found in no source that is cited there")


if __name__ == "__main__":
    main()
