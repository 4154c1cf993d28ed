"""What calls MkDocs: each language is a build of its own, the first at the site's root, the others in their folder below it.

`mkdocs build` makes one language after the other; `build.py` makes both at once, each in a process of its own.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from vademecum.checks import messages
from vademecum.checks.checks import unused
from vademecum.hosts.mkdocs.language_build import LanguageBuild
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Location
from vademecum.pages.addresses import ROOTS
from vademecum.pages.edition import Setting
from vademecum.pages.parallel import in_parallel
from vademecum.pages.project import Project, edition, read_project, without_collecting
from vademecum.print import printing
from vademecum.sources import history
from vademecum.sources.library import HOUSE

log = logging.getLogger("mkdocs.vademecum")


def language_build_of(config: MkDocsConfig) -> LanguageBuild:
    """The language build that a build is of; where MkDocs runs by itself, the first, made here."""
    if "language_build" not in config.extra:
        root = Path(config.config_file_path).parent
        dates, why = history.dates(root)
        setting, project = setting_of(config, dates), read_project(root)
        first, *others = [edition(project, language, setting) for language in LANGUAGES]
        read = [finding for made in (first, *others) for finding in made.findings()]
        report(messages.ordered([*undated(why), *project.findings, *read]))
        config.extra["language_build"] = LanguageBuild(first, project, others)
    return config.extra["language_build"]


def build_others(config: MkDocsConfig) -> None:
    """Build the languages that nobody else does, each below the site that `config` is of."""
    build: LanguageBuild = config.extra["language_build"]
    for made in (build.edition, *build.others) if build.others else ():
        report(printing.print_language(made, Path(config.site_dir, printing.FOLDER)))
    for other in build.others:
        build_language_with_mkdocs(
            LanguageBuild(other, build.project),
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
        log.log(logging.ERROR if messages.is_fault(finding) else logging.INFO, messages.line(finding, "en"))
    if any(map(messages.is_fault, findings)):
        raise Abort(messages.summary(findings, "en"))


def setting_of(config: MkDocsConfig, dates: dict[str, Any], prints: bool = True) -> Setting:
    """What mkdocs.yml says of the site's address and its repository, and whether to print."""
    edit = (
        f"{config.repo_url.rstrip('/')}/{(config.edit_uri or '').lstrip('/')}"
        if config.repo_url and config.edit_uri
        else ""
    )
    return Setting((config.site_url or "/").rstrip("/") + "/", edit, dates, prints)


# -- building both ------------------------------------------------------------------------------------------------------


def configuration(root: Path) -> tuple[Path, Path]:
    """The mkdocs.yml that a project builds with, its own or else the house's, and its docs folder."""
    own = root / "mkdocs.yml"
    return (own if own.exists() else HOUSE / "mkdocs.yml"), root / "docs"


def build_language_with_mkdocs(build: LanguageBuild, config_file: Path, docs: Path, site: Path) -> None:
    """Build one language into `site` with MkDocs."""
    config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(site))
    config.extra["language_build"] = build
    mkdocs_build(config)


@without_collecting()
def build_site(root: Path, site: Path, log: history.Dates, prints: bool = True) -> list[Finding]:
    """Build the whole site into the folder `site`, all languages at once. With a fault among the findings, nothing there is whole."""
    config_file, docs = configuration(root)
    dates, why = log
    setting = setting_of(load_config(str(config_file), docs_dir=str(docs)), dates, prints)
    project = read_project(root)
    findings = list(project.findings)
    findings += undated(why)
    printed = site.with_name(f"{site.name}-{printing.FOLDER}")
    pieces = [
        (project, language, setting, config_file, docs, printed, site.with_name(f"{site.name}-{language}"))
        for language in LANGUAGES
    ]
    used: set[tuple[str, str]] = set()
    for found, uses in in_parallel(build_language, pieces):
        findings += found
        used |= uses
    findings += unused(project.library, used)
    if not any(map(messages.is_fault, findings)):
        first, *others = pieces
        first[-1].rename(site)
        for piece in others:
            piece[-1].rename(site / ROOTS[piece[1]])
        if prints:
            printed.rename(site / printing.FOLDER)
    return messages.ordered(findings)


def build_language(
    project: Project,
    language: str,
    setting: Setting,
    config_file: Path,
    docs: Path,
    printed: Path,
    site: Path,
) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Read one language, then print and build it where nothing is at fault; its findings and the concepts and figures that it uses."""
    made = edition(project, language, setting)
    findings = made.findings()
    if not any(map(messages.is_fault, [*project.findings, *findings])):
        findings += printing.print_language(made, printed)
        build_language_with_mkdocs(LanguageBuild(made, project), config_file, docs, site)
    return findings, made.used()


def print_chosen(
    root: Path, language: str, booklet: str, keys: list[tuple[str, str]], output: Path
) -> list[Finding]:
    """Print what is named into one file, unless something in the project is at fault. Unknown where there is none of a name."""
    config_file, docs = configuration(root)
    project = read_project(root)
    dates, _ = history.dates(root)
    made = edition(project, language, setting_of(load_config(str(config_file), docs_dir=str(docs)), dates))
    faults = [finding for finding in (*project.findings, *made.findings()) if messages.is_fault(finding)]
    return messages.ordered(faults) or printing.print_chosen(made, booklet, keys, output)
