"""Our whole build against plain MkDocs + Material on the very Markdown that our `pages` stage writes, in
turn; and what print adds.

python3 benchmarks/site.py --size M --runs 3
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import synthetic
from timing import Run, differences, machine, ratios, run, summary

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build.py"


def rounds(project: Path, bare: Path, count: int, python: str, prints: bool) -> dict[str, list[Run]]:
    """Time cold, plain and unchanged builds in turn, `count` times, and the same with print where it is
    wanted.
    """
    printed = [python, str(BUILD), "site", "--project", str(project)]
    ours = [*printed, "--no-print"]
    steps: dict[str, tuple[Callable[[], None], list[str], Path]] = {
        "cold": (lambda: clean(project), ours, project),
        "plain": (lambda: clean(bare), [python, "-m", "mkdocs", "build", "--quiet"], bare),
        "unchanged": (lambda: None, ours, project),
    }
    if prints:
        steps |= {
            "printed": (lambda: clean(project), printed, project),
            "printed, unchanged": (lambda: None, printed, project),
        }
    runs: dict[str, list[Run]] = {name: [] for name in steps}
    for number in range(1, count + 1):
        for name, (before, command, folder) in steps.items():
            before()
            runs[name].append(run(command, folder))
            print(f"{number}/{count} {name}: {runs[name][-1].seconds:.2f} s", file=sys.stderr, flush=True)
    return runs


def prepare(project: Path, bare: Path, options: argparse.Namespace) -> None:
    """Make the project and its plain twin, each in a process of its own: what this one holds would count as
    its children's memory.
    """
    size = ["--size", options.size, "--seed", str(options.seed)]
    run([options.python, str(HERE / "synthetic.py"), str(project), *size], HERE)
    run([options.python, str(HERE / "plain.py"), str(project), str(bare)], HERE)


def clean(project: Path) -> None:
    """Put aside what a build leaves behind.

    Deleted, it would cost the next build up to a quarter of its time: ext4 passes over each place in its
    tables of which a file was deleted in the last minute.
    """
    for name in ("site", ".cache"):
        if (project / name).exists():
            (project / name).rename(Path(tempfile.mkdtemp(dir=project.parent, prefix="aside-"), name))


def counts(site: Path) -> str:
    """Pages, links, linked uses of terms and printed documents in a built site."""
    pages = [page.read_bytes() for page in site.rglob("*.html")]
    links = sum(page.count(b"<a ") for page in pages)
    uses = sum(page.count(b'class="term"') for page in pages)
    documents = sum(1 for _ in site.rglob("*.pdf"))
    return f"{len(pages)} pages, {links} links, {uses} of them terms in running text, {documents} PDFs"


def report(runs: dict[str, list[Run]], project: Path, bare: Path) -> None:
    for name, title in (
        ("cold", "ours, from nothing"),
        ("plain", "plain MkDocs + Material"),
        ("unchanged", "ours, nothing changed"),
        ("printed", "with its PDFs, from nothing"),
        ("printed, unchanged", "with its PDFs, nothing changed"),
    ):
        if name in runs:
            print(summary(title, runs[name]))
    for name, title in (("cold", "from nothing"), ("unchanged", "nothing changed")):
        median, least, most = ratios(runs[name], runs["plain"])
        print(f"ratio {title + ' to plain':<28} {median:7.3f}    ({least:.3f}–{most:.3f})")
    for name, without in (("printed", "cold"), ("printed, unchanged", "unchanged")):
        if name not in runs:
            continue
        median, least, most = differences(runs[name], runs[without])
        print(f"seconds that print adds, {name + ':':<22} {median:7.2f}    ({least:.2f}–{most:.2f})")
    print("ours: ", counts(project / "site"))
    print("plain:", counts(bare / "site"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", choices=synthetic.SIZES, default="M")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--python", default=sys.executable, help="the interpreter of both builds; default: this one"
    )
    parser.add_argument(
        "--no-print", action="store_true", help="leave the PDFs out, which a large project has a thousand of"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="work in this folder, which must be empty, and leave it"
    )
    return parser.parse_args()


def main() -> int:
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="vademecum-") as temporary:
        work = options.keep or Path(temporary)
        project, bare = (work / "project").resolve(), (work / "plain").resolve()
        prepare(project, bare, options)
        print("before:", machine())
        report(rounds(project, bare, options.runs, options.python, not options.no_print), project, bare)
        print("after: ", machine())
    return 0


if __name__ == "__main__":
    sys.exit(main())
