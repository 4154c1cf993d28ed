"""What calls MkDocs: each language is a build of its own, the first at the site's root, the others in their folder below it.

`mkdocs build` makes one half after the other; `build.py` makes both at once, each in a process of its own.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import history
import printing
from half import Half
from vademecum import messages
from vademecum.addresses import ROOTS
from vademecum.checks import unused
from vademecum.edition import Edition, Setting, Stock, take_stock
from vademecum.library import HOUSE
from vademecum.model import LANGUAGES, Finding, Location
from vademecum.shelf import Shelf

log = logging.getLogger("mkdocs.vademecum")


def half_of(config: MkDocsConfig) -> Half:
    """The half that a build is of; where MkDocs runs by itself, the first, made here."""
    if "half" not in config.extra:
        root = Path(config.config_file_path).parent
        dates, why = history.dates(root)
        setting, stock = setting_of(config, dates), take_stock(root)
        first, *others = [edition(stock, language, setting) for language in LANGUAGES]
        read = [finding for made in (first, *others) for finding in made.findings()]
        report(messages.ordered([*undated(why), *stock.findings, *read]))
        config.extra["half"] = Half(first, stock, others)
    return config.extra["half"]


def build_others(config: MkDocsConfig) -> None:
    """Build the languages that nobody else does, each below the site that `config` is of."""
    half: Half = config.extra["half"]
    for made in (half.edition, *half.others) if half.others else ():
        report(printing.print_language(made, Path(config.site_dir, printing.FOLDER)))
    for other in half.others:
        build_half(Half(other, half.stock), Path(config.config_file_path), Path(config.docs_dir), Path(config.site_dir, ROOTS[other.language]))


def undated(why: str) -> list[Finding]:
    """The remark that pages carry no dates, where there is a reason why not."""
    return [Finding("no-dates", Location("."), {"found": why})] if why else []


def report(findings: list[Finding]) -> None:
    """Tell MkDocs's log of findings, and stop the build at a fault."""
    for finding in findings:
        log.log(logging.ERROR if messages.is_fault(finding) else logging.INFO, messages.line(finding, "en"))
    if any(map(messages.is_fault, findings)):
        raise Abort(messages.summary(findings, "en"))


def edition(stock: Stock, language: str, setting: Setting, shelf: Shelf | None = None) -> Edition:
    """One language of a stock; a shelf carries what was read from one edition to the next."""
    return Edition(stock.library, stock.addresses, language, stock.matching, setting, shelf)


def setting_of(config: MkDocsConfig, dates: dict[str, Any], prints: bool = True) -> Setting:
    """What mkdocs.yml says of the site's address and its repository, and whether to print."""
    edit = f"{config.repo_url.rstrip('/')}/{(config.edit_uri or '').lstrip('/')}" if config.repo_url and config.edit_uri else ""
    return Setting((config.site_url or "/").rstrip("/") + "/", edit, dates, prints)


# -- building both ------------------------------------------------------------------------------------------------------


def configuration(root: Path) -> tuple[Path, Path]:
    """The mkdocs.yml that a project builds with, its own or else the house's, and its docs folder."""
    own = root / "mkdocs.yml"
    return (own if own.exists() else HOUSE / "mkdocs.yml"), root / "docs"


def build_half(half: Half, config_file: Path, docs: Path, site: Path) -> None:
    """Build one language into `site` with MkDocs."""
    config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(site))
    config.extra["half"] = half
    mkdocs_build(config)


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for garbage while a project is read and built: nearly all that is made is kept, and looking it through takes a sixth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@without_collecting()
def build_site(root: Path, site: Path, log: history.Dates, prints: bool = True) -> list[Finding]:
    """Build the whole site into the folder `site`, all languages at once. With a fault among the findings, nothing there is whole."""
    config_file, docs = configuration(root)
    dates, why = log
    setting = setting_of(load_config(str(config_file), docs_dir=str(docs)), dates, prints)
    stock = take_stock(root)
    findings = list(stock.findings)
    findings += undated(why)
    printed = site.with_name(f"{site.name}-{printing.FOLDER}")
    pieces = [(stock, language, setting, config_file, docs, printed, site.with_name(f"{site.name}-{language}")) for language in LANGUAGES]
    used: set[tuple[str, str]] = set()
    for found, uses in in_parallel(build_language, pieces):
        findings += found
        used |= uses
    findings += unused(stock.library, used)
    if not any(map(messages.is_fault, findings)):
        first, *others = pieces
        first[-1].rename(site)
        for piece in others:
            piece[-1].rename(site / ROOTS[piece[1]])
        if prints:
            printed.rename(site / printing.FOLDER)
    return messages.ordered(findings)


def build_language(
    stock: Stock, language: str, setting: Setting, config_file: Path, docs: Path, printed: Path, site: Path
) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Read one language, then print and build it where nothing is at fault; its findings and the concepts and figures that it uses."""
    made = edition(stock, language, setting)
    findings = made.findings()
    if not any(map(messages.is_fault, [*stock.findings, *findings])):
        findings += printing.print_language(made, printed)
        build_half(Half(made, stock), config_file, docs, site)
    return findings, made.used()


def print_chosen(root: Path, language: str, booklet: str, keys: list[tuple[str, str]], output: Path) -> list[Finding]:
    """Print what is named into one file, unless something in the project is at fault. Unknown where there is none of a name."""
    config_file, docs = configuration(root)
    stock = take_stock(root)
    dates, _ = history.dates(root)
    made = edition(stock, language, setting_of(load_config(str(config_file), docs_dir=str(docs)), dates))
    faults = [finding for finding in (*stock.findings, *made.findings()) if messages.is_fault(finding)]
    return messages.ordered(faults) or printing.print_chosen(made, booklet, keys, output)


def check_language(stock: Stock, language: str) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Read one language; its findings and the concepts and figures that it uses."""
    made = edition(stock, language, Setting(""))
    return made.findings(), made.used()


@without_collecting()
def check_project(root: Path) -> list[Finding]:
    """Every finding of a project, without building it."""
    stock = take_stock(root)
    findings, used = list(stock.findings), set()
    for found, uses in in_parallel(check_language, [(stock, language) for language in LANGUAGES]):
        findings += found
        used |= uses
    return messages.ordered([*findings, *unused(stock.library, used)])


def in_parallel(work: Any, pieces: list[tuple[Any, ...]]) -> list[Any]:
    """The results of `work` for each piece, the first here and each other in a process of its own.

    Raises RuntimeError where another process ended without a result; what it had to say went to the terminal.
    """
    context = multiprocessing.get_context()
    others: list[tuple[Any, Any]] = []
    try:
        for piece in pieces[1:]:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(sender, work, piece))
            others.append((process, receiver))
            process.start()
            sender.close()
        results = [work(*pieces[0])]
        for process, receiver in others:
            try:
                results.append(receiver.recv())
            except EOFError:
                raise RuntimeError("a build process ended without a result") from None
            process.join()
        return results
    finally:
        for process, _ in others:
            if process.is_alive():
                process.terminate()
                process.join()


def _send(sender: Any, work: Any, piece: tuple[Any, ...]) -> None:
    sender.send(work(*piece))
    sender.close()
