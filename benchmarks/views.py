"""What the library of cases, the drawings and the open data cost a build, of the processor's time.

python3 benchmarks/views.py --size M

Both languages are built one after the other in this process, from nothing, with what makes these under a
watch: their own pages with their templates, what they put on the pages of cases and concepts, what pages tell
programs, the files of the open data, the addresses that last. What one calls of another counts once.
"""

from __future__ import annotations

import argparse
import functools
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import GeneratorType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the generator of this checkout

import mkdocs.commands.build
import synthetic
from timing import machine

from vademecum.document import html_blocks, tree, web
from vademecum.exports import citing, feed, redirects
from vademecum.exports.opendata import Store
from vademecum.hosts import case_pages, rendering, settings, view
from vademecum.hosts.mkdocs import engine
from vademecum.language.languages import LANGUAGES
from vademecum.pages import identifiers
from vademecum.pages.cases import case_facts
from vademecum.pages.common import addresses
from vademecum.pages.lexicon import concepts
from vademecum.pages.project import read_project, without_collecting
from vademecum.sources import history, library

PAGES = {"map", "lexicon-map", "outcomes", "compare", "data", "cases"}  # and one for what cases share
Function = Callable[..., Any]


class Watch:
    """Seconds of the processor by what they were spent on; what runs inside another counts for that alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self.running = False

    def over(self, name: str, function: Function, wanted: Function = lambda *_: True) -> Function:
        """The function, its time counted where it is wanted; what it yields is made at once."""

        @functools.wraps(function)
        def watched(*arguments: Any, **named: Any) -> Any:
            if self.running or not wanted(*arguments):
                return function(*arguments, **named)
            self.running, start = True, time.process_time()
            try:
                made = function(*arguments, **named)
                return iter(list(made)) if isinstance(made, GeneratorType) else made
            finally:
                self.running = False
                self.seconds[name] += time.process_time() - start
                self.calls[name] += 1

        return watched

    def put(self, name: str, *places: tuple[Any, str], wanted: Function = lambda *_: True) -> None:
        """Watch functions, each in the place from which it is called."""
        for place, function in places:
            setattr(place, function, self.over(name, getattr(place, function), wanted))


def is_view(mkdocs_page: Any, *_: Any) -> bool:
    """Whether a page is one of these views."""
    kind, _, name = str(mkdocs_page.file.src_uri).removesuffix(".md").partition("/")
    return kind == "index" and (name in PAGES or "/" in name)


def of_cases(watched: Function, plain: Function) -> Function:
    """What writes blocks, watched for those that these views put on a case's page, and for no others."""

    def html_of(blocks: tree.Blocks, page: web.Web) -> web.Html:
        at = next((n for n, one in enumerate(blocks) if getattr(one, "anchor", "") == "sources"), len(blocks))
        own, rest = blocks[:at], blocks[at:]
        ours = any(isinstance(one, tree.CaseList) or getattr(one, "kind", "") == "glance" for one in own)
        made: web.Html = (watched if ours else plain)(own, page) + plain(rest, page)
        return made

    return html_of


def watches() -> Watch:
    """A watch over all of it."""
    watch = Watch()
    build = mkdocs.commands.build
    watch.put("pages of views", (build, "_populate_page"), (build, "_build_page"), wanted=is_view)
    watch.put("facets and selections", (library, "parts_of"), (library, "facets"), (addresses, "_shared"))
    watch.put("maps on case pages", (case_facts, "locator"))
    watch.put("graphs on concept pages", (concepts.neighbours, "drawn"))
    watch.put("drawings as SVG", (html_blocks, "drawn"))
    watch.put("at a glance, like it", (case_pages, "glance"), (case_pages, "near"))
    rendering.html_of = of_cases(watch.over("at a glance, like it", rendering.html_of), rendering.html_of)
    watch.put("what pages tell programs", (view, "linked_data"), (view, "open_graph"), (view, "_cite"))
    watch.put("files to cite, feed", (citing, "ris"), (feed, "feed"))
    watch.put("addresses that last", (redirects, "page"), (identifiers, "redirects"))
    watch.put("open data", (Store, "make"), (Store, "get"))
    return watch


@without_collecting()
def built(root: Path, prints: bool) -> float:
    """The processor's seconds of a build of both languages."""
    start = spent()
    file = settings.file_of(root)
    project, setting = read_project(root), settings.read(file).setting(history.dates(root)[0], prints)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "kept").mkdir()
        for language in LANGUAGES:
            engine.build_language(
                project,
                language,
                setting,
                file,
                root / "docs",
                place / "pdf",
                place / "kept",
                place / language,
                lambda *_: None,
            )
    return spent() - start


def spent() -> float:
    """The processor's seconds of this process and those that it started: the press, the search's program."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", choices=synthetic.SIZES, default="M")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--print", action="store_true", help="with all PDFs, as `build.py site` makes them")
    options = parser.parse_args()
    watch = watches()
    with tempfile.TemporaryDirectory(prefix="vademecum-") as folder:
        root = Path(folder) / "project"
        synthetic.write(root, synthetic.project(*synthetic.SIZES[options.size], options.seed))
        whole = built(root, options.print)
    print(machine())
    for name, seconds in sorted(watch.seconds.items(), key=lambda one: -one[1]):
        print(f"{name:<28} {seconds:7.2f} s  {seconds / whole:6.1%}  {watch.calls[name]:6} calls")
    views = sum(watch.seconds.values())
    print(f"{'all of it':<28} {views:7.2f} s  {views / whole:6.1%}  of {whole:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
