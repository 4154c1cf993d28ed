"""A project read and checked: its library, the addresses of its pages, what links in each language, and
every finding about it.
"""

from __future__ import annotations

import functools
import gc
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vademecum.checks import messages
from vademecum.checks.together import seen_together
from vademecum.checks.unused import unused
from vademecum.checks.words.spelling import Known, known_words, misspelt_words
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.pages.ahead import read_ahead
from vademecum.pages.common.addresses import Addresses, assign
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.own_links import own_links
from vademecum.pages.parallel import in_parallel
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.sources.loading import load
from vademecum.terms.matchers import Matchers
from vademecum.terms.matching import Matcher
from vademecum.translations import record
from vademecum.translations.older import recorded_survey
from vademecum.translations.states import Survey


@dataclass(frozen=True)
class Project:
    """A library with what every language needs of it, and the findings about it as a whole."""

    library: Library
    addresses: Addresses
    matching: Mapping[str, Matcher]
    findings: list[Finding]
    cache: Cache = field(default_factory=Cache, repr=False, compare=False)

    @functools.cached_property
    def words(self) -> Known:
        """The words that are no mistakes, whatever dictionaries say."""
        return known_words(self.library, self.cache)

    @functools.cached_property
    def survey(self) -> Survey:
        """How the translations stand, for those who show it."""
        return recorded_survey(self.library, self.cache)


def opened(root: Path, cache: Cache | None = None) -> Project:
    """A project with what was found in reading it; its entries are not looked at together yet."""
    cache = cache or read_ahead(root)
    return _of(*load(root, cache), cache)


def read_project(root: Path, cache: Cache | None = None) -> Project:
    """Read and check a project, short of reading its texts."""
    project = opened(root, cache)
    found = [*_check_entries(project), *_check_comparisons(project)]
    return replace(project, findings=[*project.findings, *found])


def read_project_to_build(root: Path, cache: Cache) -> Project:
    """Read and check a project whose pages will be made: how its translations stand is worked out, once for
    all languages, and what else they need, while other processes check the entries.
    """
    library, findings = load(root, cache)
    pieces = [
        (_surveyed, library, findings, cache),
        (_found_of_entries, library, cache),
        (_found_of_comparisons, library, cache),
    ]
    made: tuple[Project, list[Finding]]
    made, *others = with_met(cache, in_parallel, operator.call, pieces)
    project, found = made
    project.findings.extend(library.founded([*found, *itertools.chain.from_iterable(others)]))
    return project


def _surveyed(library: Library, findings: list[Finding], cache: Cache) -> tuple[Project, list[Finding]]:
    project = _of(library, findings, cache)
    _ = project.survey  # kept by the project
    from vademecum.checks.checks import check_whole

    return project, check_whole(library)


def _found_of_entries(library: Library, cache: Cache) -> list[Finding]:
    # A third of all rules: loaded in the processes that look at entries, while others read the texts.
    from vademecum.checks.checks import check_entries

    return check_entries(library, cache)


def _found_of_comparisons(library: Library, cache: Cache) -> list[Finding]:
    from vademecum.checks.comparisons import compare_languages

    return compare_languages(library, cache)


def _of(library: Library, findings: list[Finding], cache: Cache) -> Project:
    addresses, taken = assign(library)
    acronyms = tuple(id_ for id_, acronym in library.acronyms.items() if acronym.meanings())
    terms = acronyms, tuple((id_, concept.terms) for id_, concept in library.concepts.items())
    matching = cache.made("matching", terms, lambda: Matchers(library))
    _, damaged = record.read(library.root)
    return Project(library, addresses, matching, [*findings, *taken, *damaged], cache)


def _check_entries(project: Project) -> list[Finding]:
    from vademecum.checks.checks import check_whole

    found = [*check_whole(project.library), *_found_of_entries(project.library, project.cache)]
    return project.library.founded(found)


def _check_comparisons(project: Project) -> list[Finding]:
    return project.library.founded(_found_of_comparisons(project.library, project.cache))


def edition(project: Project, language: str, setting: Setting, cache: Cache | None = None) -> Edition:
    """One language of a project; a cache carries what was read from one edition to the next, and is the
    project's own where none is given.
    """
    survey, cache = project.survey, cache or project.cache
    return Edition(project.library, project.addresses, language, project.matching, setting, cache, survey)


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for garbage while a project is read and built: nearly all that is made is kept, and looking
    it through takes a sixth of the time.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


# The parts of a check that are of no language.
OF_NO_LANGUAGE = {"comparisons": _check_comparisons, "entries": _check_entries}


def with_met(
    cache: Cache,
    each: Callable[..., Iterable[Any]],
    work: Callable[..., Any],
    pieces: Iterable[tuple[Any, ...]],
) -> Iterator[Any]:
    """What `each` makes of some work on pieces, such as in_parallel; the cache comes to know what all of
    them met and found clean, in whichever process.
    """
    for made, met in each(_met_beside, [(cache, work, *piece) for piece in pieces]):
        cache.clean.met |= met
        yield made


def _met_beside(cache: Cache, work: Callable[..., Any], *piece: Any) -> tuple[Any, set[bytes]]:
    return work(*piece), cache.clean.met


def _check_part(project: Project, known: Known, part: str) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Check the entries, what they say in their languages, or the texts of one language; what is found, and
    what is used.
    """
    check = OF_NO_LANGUAGE.get(part)
    return (check(project), set()) if check else check_language(project, known, part)


def check_language(
    project: Project, known: Known, language: str
) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Read one language; its findings and the concepts and figures that it uses."""
    # Nobody reads these pages: what is older in them is not looked for.
    setting, cache = Setting("", draws=False), project.cache
    made = Edition(project.library, project.addresses, language, project.matching, setting, cache)
    wrong = misspelt_words(project.library, known, language, made.here.parsed, cache)
    return [*made.findings.of_pages(), *made.findings.of_loose_files(), *wrong], made.used()


def check_project(root: Path, cache: Cache | None = None, site: str = "") -> list[Finding]:
    """Every finding of a project, without building it; `site` is where it lives, if that is known, and the
    cache knows what was read ahead.
    """
    return _checked(root, cache, site, in_parallel)


def check_again(root: Path, cache: Cache, site: str = "") -> list[Finding]:
    """The same with a cache that is kept from one check to the next: only what a change touches is read
    again, in this process alone, where the cache is.
    """
    return _checked(root, cache, site, itertools.starmap)


@without_collecting()
def _checked(root: Path, cache: Cache | None, site: str, each: Callable[..., Iterable[Any]]) -> list[Finding]:
    project = opened(root, cache)
    findings, used = list(project.findings), set[tuple[str, str]]()
    known = project.cache.made("known words", (project.words,), lambda: project.words)
    pieces = [(project, known, part) for part in (*LANGUAGES, *OF_NO_LANGUAGE)]
    for found, uses in with_met(project.cache, each, _check_part, pieces):
        findings += found
        used |= uses
    findings = seen_together(project.library, [*findings, *unused(project.library, used)])
    findings += own_links(project.library, project.addresses, site)
    return messages.ordered(findings)
