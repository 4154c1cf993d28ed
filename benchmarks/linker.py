"""How long linking a page takes, and how much the prefix tree saves against a plain alternation.

    python3 benchmarks/linker.py [--concepts 1000] [--pages 50] [--seed 1]

Synthetic French-looking pages of 600 words from a seed: sections of three paragraphs, emphasis, lists, about
25 uses of terms a page, plurals, elisions and typographic apostrophes. Parsing is not counted.
"""

import argparse
import gc
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from vademecum.document.inlines import Inlines, Strong, Text
from vademecum.document.tree import Block, Document, Heading, Item, Items, Line, Paragraph
from vademecum.document.walking import parts, plain
from vademecum.language.inflection import variants
from vademecum.terms.linking import link
from vademecum.terms.matching import Matcher, Term

SYLLABLES = "ta re mi co lo de va ni per tra gou li sé té lan mar bou cli on ri sa pu"
SMALL = "le la les des un une de du et à en pour par sur dans avec que qui est sont ont"


class Writer:
    """Makes terms and pages from a seed."""

    def __init__(self, seed: int, concepts: int) -> None:
        self.random = random.Random(seed)
        self.syllables, self.small = SYLLABLES.split(), SMALL.split()
        self.words = [self.word() for _ in range(4000)]
        self.terms = [Term(f"concept-{i}", self.forms()) for i in range(concepts)]

    def word(self) -> str:
        """A pronounceable word of two to four syllables."""
        return "".join(self.random.choices(self.syllables, k=self.random.choice((2, 2, 3, 4))))

    def forms(self) -> tuple[str, ...]:
        """One to three labels of one to three words."""
        counts = self.random.choices((1, 2, 3), k=self.random.choice((1, 2, 3)))
        return tuple(" ".join(self.word() + "n" for _ in range(count)) for count in counts)

    def run(self, words: int) -> str:
        """Running text: ordinary words, one in two of them small, and a term every 24 words or so."""
        made: list[str] = []
        while len(made) < words:
            if self.random.random() < 0.03:
                made += self.used()
            else:
                made.append(self.random.choice(self.small if self.random.random() < 0.5 else self.words))
            if self.random.random() < 0.06:
                made[-1] += ". L’"
        return " ".join(made).replace("L’ ", "L’").capitalize()

    def used(self) -> list[str]:
        """A term as a text has it: singular or plural, elided or not."""
        form = self.random.choice(self.random.choice(self.terms).forms)
        plural = self.random.random() < 0.3
        words = [word + "s" if plural else word for word in form.split()]
        return ["l’" + words[0], *words[1:]] if self.random.random() < 0.2 else words

    def page(self) -> Document:
        """A parsed page of 600 words: four sections of a heading, two paragraphs and a list."""
        blocks: list[Block] = []
        for section in range(4):
            blocks.append(Heading(2, self.text(4), f"s{section}"))
            blocks += [self.paragraph(), self.paragraph()]
            blocks.append(Items(tuple(Item((Line(self.text(15)),)) for _ in range(3))))
        return Document(tuple(blocks))

    def text(self, words: int) -> Inlines:
        return (Text(self.run(words)),)

    def paragraph(self) -> Paragraph:
        before, strong, after = self.run(30), self.text(2), self.run(18)
        return Paragraph((Text(before + " "), Strong(strong), Text(" " + after)))


def texts(page: Document) -> list[str]:
    """The words of each paragraph and item, for what looks for terms without linking them."""
    return [plain(node.content) for node in parts(page.blocks) if isinstance(node, (Paragraph, Line))]


def seconds(work: Callable[[Document], object], pages: list[Document], runs: int = 15) -> float:
    """The quickest of several runs, in processor time a page.

    The quickest is what the work itself takes: everything that disturbs a run only adds to it.
    """
    times = []
    for _ in range(runs):
        gc.collect()
        gc.freeze()  # the pages are ours, not the linker's: the collector need not walk them
        start = time.process_time()
        for page in pages:
            work(page)
        times.append((time.process_time() - start) / len(pages))
        gc.unfreeze()
    return min(times)


def alternation(terms: list[Term]) -> re.Pattern[str]:
    """All forms of all terms side by side, the longest first, as one would write it at first."""
    forms = {made for term in terms for form in term.forms for made in variants(form, "fr")}
    ordered = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b", re.IGNORECASE)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("concepts", 1000), ("pages", 50), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    wanted = parser.parse_args()
    writer = Writer(wanted.seed, wanted.concepts)
    pages = [writer.page() for _ in range(wanted.pages)]
    start = time.process_time()
    matcher = Matcher(writer.terms, "fr")
    ready = time.process_time() - start
    uses = [len(link(page, matcher)[1]) for page in pages]
    words = sum(len(text.split()) for page in pages for text in texts(page)) / len(pages)
    linked = seconds(lambda page: link(page, matcher), pages)
    found = seconds(lambda page: [matcher.find(text) for text in texts(page)], pages)
    plain_alternation = alternation(writer.terms)
    slow = seconds(lambda page: [plain_alternation.findall(text) for text in texts(page)], pages[:2], 1)
    print(f"{wanted.concepts} concepts, {words:.0f} words and {statistics.mean(uses):.1f} uses a page")
    print(f"matcher ready in   {ready * 1000:8.1f} ms")
    print(f"linking a page     {linked * 1000:8.3f} ms")
    print(f"  of it finding    {found * 1000:8.3f} ms")
    print(f"plain alternation  {slow * 1000:8.3f} ms to find: {slow / found:.0f} times slower")


if __name__ == "__main__":
    main()
