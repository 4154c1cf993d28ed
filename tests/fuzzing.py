"""Inputs that nobody meant: files of a sound project with something cut, doubled, moved or put into them.

    python tests/fuzzing.py --count 100000 --seed 1 --press 1000

Each is checked; where no fault is found, the whole project is made, and printed for as many as are asked
for: each document that reads otherwise than the sound project's. What is told at the end: how many had a
fault, how many were made and printed; every traceback, every one that took more than two seconds of the
processor, and the memory that all took at most.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from proving import Proof, full, proved
from test_sources import MARKS

from vademecum.print import press
from vademecum.sources.cache import Cache

SECONDS, MEGABYTES = 2.0, 500
FRESH = 500  # after so many inputs the cache is made anew: what it keeps of them is not what is measured
CHARACTERS = "\u00a0\u00ad\u200b\u202e\u2028\ufeff\x00\x1b\x85é\u0301œﬁ🙂北\ud800«»’–…\U0001f1eb\U000e0041\t"
NUMBERS = (
    "0",
    "-1",
    "1e9999",
    "9" * 40,
    "nan",
    "0x10",
    "1_0",
    "٣",
    "null",
    "true",
    "~",
    "[]",
    "{}",
    "''",
    '"\\u202e"',
)


@dataclass
class Told:
    """What came of all inputs; `wrong` holds (number of the input, what went wrong)."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0

    def __str__(self) -> str:
        memory = most_memory()
        counts = ", ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))
        lines = [
            f"{counts}; slowest {self.slowest:.2f} s, memory {memory} MB",
            *(f"{n}: {w}" for n, w in self.wrong),
        ]
        return "\n".join(lines)


class Mutator:
    """Changes one file of a project, and puts it back."""

    def __init__(self, project: Path) -> None:
        paths = [path for path in sorted(project.rglob("*")) if path.suffix in (".yml", ".md")]
        self.texts = {path: path.read_text(encoding="utf-8") for path in paths}
        self.everything = "".join(self.texts.values())

    def change(self, chance: random.Random) -> Path:
        path = chance.choice(list(self.texts))
        text = self.texts[path]
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            text = chance.choice(CHANGES)(text, chance, self)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return path

    def restore(self, path: Path) -> None:
        path.write_text(self.texts[path], encoding="utf-8")


def span(text: str, chance: random.Random, longest: int = 40) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(longest + 1))


def put_in(text: str, chance: random.Random, _: Mutator) -> str:
    start, end = span(text, chance, 3)
    return text[:start] + "".join(chance.choices(MARKS, k=chance.randrange(1, 5))) + text[end:]


def put_in_strange(text: str, chance: random.Random, _: Mutator) -> str:
    start, _end = span(text, chance)
    return text[:start] + chance.choice(CHARACTERS) + text[start:]


def put_in_number(text: str, chance: random.Random, _: Mutator) -> str:
    """Another value in place of what follows a colon."""
    colons = [at for at, sign in enumerate(text) if sign == ":"]
    if not colons:
        return text
    start = chance.choice(colons) + 1
    end = min((at for at in (text.find(sign, start) for sign in ",}\n") if at >= 0), default=len(text))
    return f"{text[:start]} {chance.choice(NUMBERS)}{text[end:]}"


def cut(text: str, chance: random.Random, _: Mutator) -> str:
    start, end = span(text, chance)
    return text[:start] + text[end:]


def double(text: str, chance: random.Random, _: Mutator) -> str:
    start, end = span(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 2, 50)) + text[end:]


def move(text: str, chance: random.Random, _: Mutator) -> str:
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(("", "  ", "- ", "> ")) + line)
    return "\n".join(lines)


def borrow(text: str, chance: random.Random, mutator: Mutator) -> str:
    start, end = span(mutator.everything, chance, 200)
    at, _end = span(text, chance)
    return text[:at] + mutator.everything[start:end] + text[at:]


CHANGES = (put_in, put_in, put_in_strange, put_in_number, cut, double, move, borrow)


def fuzz(count: int, seed: int, printed: int | None = None) -> Told:
    """Try `count` inputs; of those that are made, `printed` are printed as well, or all."""
    told = Told()
    with tempfile.TemporaryDirectory(prefix="fuzzing-") as folder:
        project = full(Path(folder))
        mutator, cache = Mutator(project), Cache()
        paper = Paper(project, Path(folder, "pdf"))
        for number in range(count):
            if number % FRESH == 0:
                told.wrong += paper.press()
                cache = Cache()
            path = mutator.change(random.Random(seed * 1_000_003 + number))
            proof = tried(project, cache, number, told)
            if proof and not proof.faults and (printed is None or told.counts["printed"] < printed):
                told.counts["printed"] += 1
                paper.take(number, proof)
            mutator.restore(path)
        told.wrong += paper.press()
    if most_memory() > MEGABYTES:
        told.wrong.append((count, "memory"))
    return told


def most_memory() -> int:
    """The most memory that this process had, in megabytes.

    Linux hands `ru_maxrss` down from the process that began this one, even to another program; its own stands
    in /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class Paper:
    """What is to be printed: documents that no input before had, many at a time, since the press is a process
    of its own.
    """

    def __init__(self, project: Path, folder: Path) -> None:
        self.project, self.folder = project, folder
        self.known = set(proved(project).data)
        self.waiting: list[tuple[int, Any, str]] = []

    def take(self, number: int, proof: Proof) -> None:
        for document, data in zip(proof.documents, proof.data, strict=True):
            if data not in self.known:
                self.known.add(data)
                self.waiting.append((number, document, data))

    def press(self) -> list[tuple[int, str]]:
        """Print what waits; the inputs that the press refuses, with what it says."""
        jobs = {
            str(self.folder / f"{place}"): (number, document, data)
            for place, (number, document, data) in enumerate(self.waiting)
        }
        self.waiting = []
        told = press.run(
            [press.job(document, data, Path(out)) for out, (_, document, data) in jobs.items()], self.project
        )
        shutil.rmtree(self.folder, ignore_errors=True)
        return [(jobs[out][0], f"refused: {reason}") for out, reason in told.items()]


def tried(project: Path, cache: Cache, number: int, told: Told) -> Proof | None:
    start = time.process_time()
    proof = None
    try:
        proof = proved(project, cache)
        told.counts["faults" if proof.faults else "made"] += 1
    except Exception:
        told.counts["tracebacks"] += 1
        told.wrong.append((number, traceback.format_exc(limit=-4)))
    seconds = time.process_time() - start
    told.slowest = max(told.slowest, seconds)
    if seconds > SECONDS:
        told.wrong.append((number, f"{seconds:.1f} s"))
    return proof


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--press", type=int, help="print so many, not all")
    given = parser.parse_args()
    told = fuzz(given.count, given.seed, given.press)
    print(told)
    sys.exit(bool(told.wrong))


if __name__ == "__main__":
    main()
