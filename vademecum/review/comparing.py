"""Two trees -> a review: the project as it is, and its content as a branch had it when the project left it.

Both are read by the generator that runs, on one cache, so that what is the same in both is read, parsed and
linked once.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vademecum.checks import messages
from vademecum.checks.unused import unused
from vademecum.checks.words.spelling import misspelt_words
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.parallel import in_parallel
from vademecum.pages.project import Project, read_project, without_collecting
from vademecum.review.changes import FormClash, LinkChange, NewFact, PageChange, Review, StalePart
from vademecum.review.completeness import completeness
from vademecum.review.facts import facts
from vademecum.review.links import clashes, links
from vademecum.review.pages import changes, pairs
from vademecum.sources.base import base_commit as base_commit
from vademecum.sources.base import base_tree as base_tree
from vademecum.sources.cache import Cache
from vademecum.translations import record, states
from vademecum.translations.passages import Unit, units

# What one language gives: pages, links, clashes, facts, and for each tree its findings and what it uses.
Found = tuple[
    list[PageChange],
    list[LinkChange],
    list[FormClash],
    list[NewFact],
    tuple[list[Finding], set[tuple[str, str]]],
    tuple[list[Finding], set[tuple[str, str]]],
]


@without_collecting()
def review(root: Path, base: str, language: str) -> Review:
    """What the project's content means for readers against a branch's; `language` is that of its labels.

    Raises NoBase where there is nothing to compare with.
    """
    with base_tree(root, base) as folder:
        cache = Cache()
        after = read_project(root, cache)
        before = read_project(folder, cache)
        languages = [(_language, before, after, one, cache) for one in LANGUAGES]
        *found, stale = in_parallel(operator.call, [*languages, (_stale, before, after, folder, cache)])
        old, new = (_findings(before, found, 4), _findings(after, found, 5))
        titles = _edition(after, language, cache).here
        return Review(
            base,
            tuple(change for one in found for change in one[0]),
            tuple(change for one in found for change in one[1]),
            tuple(clash for one in found for clash in one[2]),
            tuple(_without(new, old)),
            tuple(_without(old, new)),
            tuple(stale),
            tuple(fact for one in found for fact in one[3]),
            tuple(completeness(before.library, after.library, titles)),
        )


def _language(before: Project, after: Project, language: str, cache: Cache) -> Found:
    """What changed in one language."""
    new = _edition(after, language, cache)
    for page in new.pages:  # before the other edition's pages take their places on the cache
        new.linked(page)
    found_new = _of_edition(after, new)
    old = _edition(before, language, cache)
    found = pairs(old, new)
    return (
        list(changes(found)),
        list(links(found, old, new)),
        list(clashes(old, new)),
        list(facts(found)),
        _of_edition(before, old),  # its pages are linked by now, and what they use is known
        found_new,
    )


def _edition(project: Project, language: str, cache: Cache) -> Edition:
    """An edition without notes of what is older, which is told by itself."""
    return Edition(
        project.library, project.addresses, language, project.matching, Setting("", draws=False), cache
    )


def _of_edition(project: Project, made: Edition) -> tuple[list[Finding], set[tuple[str, str]]]:
    wrong = misspelt_words(project.library, project.words, made.language, made.here.parsed)
    return [*made.findings.of_pages(), *made.findings.of_loose_files(), *wrong], made.used()


def _findings(project: Project, found: Iterable[Any], place: int) -> list[Finding]:
    """Every finding of one of the trees."""
    told, used = list(project.findings), set()
    for one in found:
        findings, uses = one[place]
        told += findings
        used |= uses
    return messages.ordered([*told, *unused(project.library, used)])


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that others do not hold, wherever in their files these stand."""
    left = Counter(map(_identity, others))
    for finding in findings:
        if left[_identity(finding)]:
            left[_identity(finding)] -= 1
        else:
            yield finding


def _identity(finding: Finding) -> tuple[Any, ...]:
    values = {
        name: value for name, value in finding.values.items() if name not in ("choices", "nearest", "line")
    }
    return finding.code, finding.location.path, tuple(sorted(values.items()))


# -- translations ------------------------------------------------------------------------------------------


def _stale(before: Project, after: Project, folder: Path, cache: Cache) -> list[StalePart]:
    """The passages whose original says something else than in the base, and that say the same as there."""
    recorded, _ = record.read(folder)
    old_units = list(units(before.library, cache))
    old = states.compared(old_units, recorded)
    noted = states.recorded_anew(old, recorded)
    already = {(state.unit.key, state.part.name) for state in old.of("stale")}
    now = states.compared(units(after.library, cache), noted)
    words = dict(_words(old_units, noted))
    found: list[StalePart] = []
    for state in now.of("stale"):
        key = now.names[state.unit.key] or state.unit.key
        if (key, state.part.name) in already or state.of is None:
            continue
        file = state.unit.files.get(state.language) or state.unit.files[state.original]
        was = words.get((key, state.original, state.recorded[state.original].digest), "")
        part = StalePart(file.path, state.part.name, state.original, state.language, was, state.of.words)
        found.append(part)
    return found


def _words(found: Iterable[Unit], noted: record.Record) -> Iterator[tuple[tuple[str, str, str], str]]:
    """(unit, language, digest) -> the words of each passage."""
    for unit in found:
        for part in (*unit.parts, *states.section_parts(unit, noted.get(unit.key, {}).values())):
            for language, passage in part.said.items():
                yield (unit.key, language, passage.digest), passage.words
