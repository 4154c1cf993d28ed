"""What calls MkDocs: each language is a build of its own, the first at the site's root, the others in their
folder below it.

`mkdocs build` makes one language after the other; `build.py` makes both at once, each in a process of its
own.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from vademecum import files
from vademecum.checks import messages
from vademecum.checks.unused import unused
from vademecum.exports import opendata
from vademecum.hosts import settings
from vademecum.hosts.mkdocs.language_build import LanguageBuild, language_build_in
from vademecum.hosts.publishing import CACHE
from vademecum.hosts.terminal import plain
from vademecum.hosts.trouble import Trouble
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Location
from vademecum.pages.common.addresses import ROOTS
from vademecum.pages.common.setting import Setting
from vademecum.pages.parallel import in_parallel
from vademecum.pages.project import (
    Project,
    edition,
    read_project,
    with_met,
    without_collecting,
)
from vademecum.print import printing
from vademecum.sources import history

log = logging.getLogger("mkdocs.vademecum")
# Told each long step when it begins, "printing" or "pages", and the language that it is done in.
Telling = Callable[[str, str], None]


def language_build_of(config: MkDocsConfig) -> LanguageBuild:
    """The language build that a build is of; where MkDocs runs by itself, the first, made here."""
    if "language_build" not in config.extra:
        file = Path(config.config_file_path)
        dates, why = history.dates(file.parent)
        try:
            setting, project = settings.read(file).setting(dates), read_project(file.parent)
        except Trouble as trouble:
            raise Abort(trouble.sentence("en")) from None
        first, *others = [edition(project, language, setting) for language in LANGUAGES]
        for one in (first, *others):
            one.here.shelf = opendata.Store(one)
        read = [finding for one in (first, *others) for finding in one.findings.of_pages()]
        report(messages.ordered([*undated(why), *project.findings, *read]))
        config.extra["printed"] = folder = TemporaryDirectory(prefix="vademecum-print-")
        printed = Path(folder.name, printing.FOLDER)
        for one in (first, *others):
            report(printing.print_language(one, printed))
        config.extra["language_build"] = LanguageBuild(first, project, printed, others)
    return language_build_in(config)


def build_others(config: MkDocsConfig) -> None:
    """Put what is printed into the site that `config` is of; build the languages that nobody else does."""
    build: LanguageBuild = config.extra["language_build"]
    if build.others and build.printed and build.printed.exists():
        shutil.move(build.printed, Path(config.site_dir, printing.FOLDER))
        build.printed = Path(config.site_dir, printing.FOLDER)
    for other in build.others:
        build_language_with_mkdocs(
            LanguageBuild(other, build.project, build.printed),
            Path(config.config_file_path),
            Path(config.docs_dir),
            Path(config.site_dir, ROOTS[other.language]),
        )


def undated(why: str) -> list[Finding]:
    """The remark that pages carry no dates, where there is a reason why not."""
    return [Finding("no-dates", Location("."), {"found": why})] if why else []


def report(findings: list[Finding]) -> None:
    """Tell MkDocs's log of findings, and stop the build at a fault."""
    for finding in findings:
        level = logging.ERROR if messages.is_fault(finding) else logging.INFO
        log.log(level, "%s", plain(messages.line(finding, "en")))
    if any(map(messages.is_fault, findings)):
        raise Abort(messages.summary(findings, "en"))


# -- building both
# ----------------------------------------------------------------------------------------------------


def configuration(file: Path, docs: Path, site: Path | None = None) -> MkDocsConfig:
    """MkDocs's configuration from a mkdocs.yml, which may stand in another project than the texts do.

    Raises Trouble where MkDocs refuses it.
    """
    folders = {"docs_dir": str(docs)} | ({"site_dir": str(site)} if site else {})
    try:
        return load_config(str(file), **folders)
    except (MkDocsException, ImportError, OSError) as error:
        raise Trouble("settings", file=file, reason=" ".join(str(error).split()).rstrip(".!")) from None


def build_language_with_mkdocs(build: LanguageBuild, config_file: Path, docs: Path, site: Path) -> None:
    """Build one language into `site` with MkDocs.

    Raises Trouble where a template cannot be read or filled.
    """
    config = configuration(config_file, docs, site)
    config.extra["language_build"] = build
    try:
        mkdocs_build(config)
    except TemplateError as error:
        place = getattr(error, "filename", None) or getattr(error, "name", None) or "?"
        reason = f"{place}:{getattr(error, 'lineno', None) or 1}: {error.message or type(error).__name__}"
        raise Trouble("build", reason=reason) from None


@without_collecting()
def build_site(
    root: Path,
    project: Project,
    site: Path,
    log: history.Dates,
    prints: bool,
    config_file: Path,
    tell: Telling,
) -> list[Finding]:
    """Build the whole site of a project into the folder `site`, all languages at once.

    With a fault among the findings, nothing there is whole. Raises Trouble where something else than a text
    stops it.
    """
    docs, (dates, why) = root / "docs", log
    kept = files.own_folder(root, CACHE, opendata.FOLDER)
    setting = settings.read(config_file).setting(dates, prints)
    findings = [*project.findings, *undated(why)]
    printed = site.with_name(f"{site.name}-{printing.FOLDER}")
    folders = {language: site.with_name(f"{site.name}-{language}") for language in LANGUAGES}
    pieces = [
        (project, language, setting, config_file, docs, printed, kept, folder, tell)
        for language, folder in folders.items()
    ]
    used: set[tuple[str, str]] = set()
    for of_language, uses in with_met(project.cache, in_parallel, build_language, pieces):
        findings += of_language
        used |= uses
    findings += unused(project.library, used)
    if not any(map(messages.is_fault, findings)):
        _put_together(site, folders, printed if prints else None)
    return messages.ordered(findings)


def _put_together(site: Path, halves: Mapping[str, Path], printed: Path | None) -> None:
    """Move the folder of each language, and that of what is printed, to its place in the site."""
    for language in sorted(halves, key=lambda one: len(ROOTS[one])):  # the root first, as others go into it
        halves[language].rename(site / ROOTS[language])
    if printed:
        printed.rename(site / printing.FOLDER)


def build_language(
    project: Project,
    language: str,
    setting: Setting,
    config_file: Path,
    docs: Path,
    printed: Path,
    kept: Path,
    site: Path,
    tell: Telling,
) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Read one language, then print and build it where nothing is at fault.

    Returns its findings, and the concepts and figures that it uses as (kind, id).
    """
    of_language = edition(project, language, setting)
    of_language.here.shelf = store = opendata.Store(of_language, kept)
    if not any(map(messages.is_fault, project.findings)):
        store.make(opendata.SHARES[language])
    findings = of_language.findings.of_pages()
    if not any(map(messages.is_fault, [*project.findings, *findings])):
        if setting.prints:
            tell("printing", language)
        findings += printing.print_language(of_language, printed)
    if not any(map(messages.is_fault, [*project.findings, *findings])):
        tell("pages", language)
        build = LanguageBuild(of_language, project, printed)
        build_language_with_mkdocs(build, config_file, docs, site)
    return findings, of_language.used()
