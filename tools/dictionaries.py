"""Make the lists of words that spelling is checked against, from Hunspell's dictionaries.

    python tools/dictionaries.py UNPACKED vademecum/language/dictionaries

UNPACKED holds the npm packages `dictionary-fr` and `dictionary-en-gb` and the Debian package
`hunspell-fr-revised` (the spelling of 1990), each unpacked in a folder of its name. Writes `fr.marisa` and
`en.marisa`: every word with every ending that its affix rules give it
(https://man.archlinux.org/man/hunspell.5.en); and the licences beside them.
Words that everybody writes and no dictionary has stand beside them, in `more.fr.txt` and `more.en.txt`.
Elided articles (l', d', qu') are left out: spelling takes them off.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from marisa_trie import Trie

# The files of each language's dictionaries, without their endings; the licence lies beside the first.
FILES = {
    "fr": ("dictionary-fr/index", "hunspell-fr-revised/usr/share/hunspell/fr"),
    "en": ("dictionary-en-gb/index",),
}
# The form before an inverted "je" that 1990 gave each verb would hide a wrong accent: assurè, invitè.
INVERTED = "è"


@dataclass(frozen=True, slots=True)
class Affix:
    """A rule: what is taken off, what is put there, and what the word must be like."""

    strip: str
    add: str
    condition: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of an .aff file, by flag."""

    long: bool  # flags of two letters
    suffixes: dict[str, list[Affix]]
    prefixes: dict[str, list[Affix]]
    virtual: str  # the flag of a stem that is no word by itself
    refused: frozenset[str]  # flags of what is no word or only a part of one

    def flags(self, text: str) -> list[str]:
        """The flags of a word."""
        return [text[at : at + 2] for at in range(0, len(text), 2)] if self.long else list(text)


def rules_of(path: Path) -> Rules:
    """Read an .aff file; what it says for suggestions and for compounds is passed over."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    single = {line[0]: line[1] for line in lines if len(line) == 2}
    affixes: dict[str, dict[str, list[Affix]]] = {"SFX": {}, "PFX": {}}
    for kind, flag, *rest in (line for line in lines if line and line[0] in affixes and len(line) > 4):
        strip, add, condition = (part.partition("/")[0].replace("0", "") for part in rest[:3])
        if "'" not in add:
            pattern = f"{condition}$" if kind == "SFX" else f"^{condition}"
            affixes[kind].setdefault(flag, []).append(Affix(strip, add, re.compile(pattern)))
    refused = frozenset(single[key] for key in ("FORBIDDENWORD", "ONLYINCOMPOUND") if key in single)
    return Rules(
        single.get("FLAG") == "long",
        affixes["SFX"],
        affixes["PFX"],
        single.get("NEEDAFFIX", ""),
        refused,
    )


def forms(line: str, rules: Rules) -> Iterator[str]:
    """Every form of the word of one line of a .dic file."""
    word, _, written = line.split("\t")[0].split(" ")[0].partition("/")
    flags = rules.flags(written)
    if rules.refused.intersection(flags):
        return
    made = [] if rules.virtual in flags else [word]
    for flag in flags:
        for affix in rules.suffixes.get(flag, ()):
            if word.endswith(affix.strip) and affix.condition.search(word):
                made.append(word[: len(word) - len(affix.strip)] + affix.add)
    yield from made
    for flag in flags:
        for affix in rules.prefixes.get(flag, ()):
            yield from (affix.add + form[len(affix.strip) :] for form in made if affix.condition.search(form))


def words_of(files: Path) -> set[str]:
    """Every form of every word of a dictionary, whose two files have these names but for their endings."""
    rules = rules_of(files.with_suffix(".aff"))
    lines = files.with_suffix(".dic").read_text(encoding="utf-8").splitlines()[1:]
    words = {form for line in lines if line.strip() for form in forms(line, rules)}
    return {word for word in words if len(word) > 1 and not re.search(r"[\d.]", word)}


def main(unpacked: Path, target: Path) -> None:
    """Write the lists and their licences."""
    for language, (first, *more) in FILES.items():
        words = words_of(unpacked / first)
        for files in more:
            words |= {word for word in words_of(unpacked / files) if not word.endswith(INVERTED)}
        words |= set((target / f"more.{language}.txt").read_text(encoding="utf-8").split())
        Trie(sorted(words)).save(str(target / f"{language}.marisa"))
        shutil.copyfile((unpacked / first).with_name("license"), target / f"LICENSE-{language}.txt")
        print(f"{language}: {len(words)} words")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
