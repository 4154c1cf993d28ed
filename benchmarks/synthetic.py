"""A bilingual project of any size, from a seed: the same arguments give the same bytes.

python3 benchmarks/synthetic.py DIR --size M
python3 benchmarks/synthetic.py DIR --concepts 300 --cases 500 --chapters 12 --seed 1
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import entries
from prose import Prose
from words import LANGUAGES, concepts

SIZES = {"S": (30, 50, 4), "M": (300, 500, 12), "L": (1000, 2500, 12)}


def project(concept_count: int, case_count: int, chapter_count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Every file of the project: its path and its text."""
    rng = Random(seed)
    terms = concepts(rng, concept_count)
    prose = {language: Prose(rng, language) for language in LANGUAGES}
    cases = entries.case_ids(rng, case_count)
    yield "references.yml", entries.references(prose)
    for number, concept in enumerate(terms):
        yield f"lexicon/{concept.id}.yml", entries.concept(rng, prose, terms, number)
    for case in cases:
        for language, text in entries.case(rng, prose, terms, case).items():
            yield f"case_studies/{case}.{language}.md", text
    for order in range(chapter_count):
        for language, text in entries.chapter(rng, prose, terms, cases, order).items():
            yield f"docs/{language}/handbook/{entries.chapter_name(order)}.md", text
    for language in LANGUAGES:
        yield f"words.{language}.txt", entries.known_words(prose[language], terms, cases)
        for name in entries.PAGES:
            yield f"docs/{language}/{name}.md", entries.plain_page(prose[language], name)


def write(folder: Path, files: Iterator[tuple[str, str]]) -> int:
    """Write the files into an empty or new folder; returns how many."""
    count = 0
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help="a folder that is empty or does not exist yet"
    )
    parser.add_argument("--size", choices=SIZES, default="M", help="S, M or L, unless the numbers are given")
    for name in ("concepts", "cases", "chapters"):
        parser.add_argument(f"--{name}", type=int)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"{options.folder} is not empty", file=sys.stderr)
        return 2
    asked = (options.concepts, options.cases, options.chapters)
    concept_count, case_count, chapter_count = (
        default if given is None else given for given, default in zip(asked, SIZES[options.size], strict=True)
    )
    count = write(options.folder, project(concept_count, case_count, chapter_count, options.seed))
    print(f"{count} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
