"""A fork's pull request, run as the workflow runs it: what it brings is read, and nothing of it is run.

The script of the trusted branch works on a made-up fork, which changes all that could run, each to leave a
trace.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from projects import SOUND
from repositories import ALONE, commit, edit, git, repository

from vademecum.hosts.offline import named, pack

HOUSE = Path(__file__).resolve().parents[1]
CODE = ("vademecum", "hooks", "theme", "print", ".ci", "build.py", "mkdocs.yml", "pyproject.toml")
LISTS = ("requirements.txt", "requirements-test.txt", "vocabularies.yml")
TRACE = "import os, pathlib; pathlib.Path(os.environ['TRACE']).write_text(__file__)\n"
SCRIPT = 'echo "$0" >"$TRACE"\n'
# What a fork could bring to be run.
EVIL = {
    "build.py": TRACE,
    "sitecustomize.py": TRACE,
    "yaml.py": TRACE,
    "click.py": TRACE,
    "conftest.py": TRACE,
    "vademecum/__init__.py": TRACE,
    "vademecum/__main__.py": TRACE,
    "hooks/mkdocs_hooks.py": TRACE,
    "theme/main.html": "<p>theme of the fork</p>\n",
    "print/page.typ": "#panic()\n",
    "mkdocs.yml": (
        "site_name: !!python/object/apply:os.system [touch trace]\nhooks: [hooks/mkdocs_hooks.py]\n"
    ),
    ".ci/content": SCRIPT,
    ".ci/publish": SCRIPT,
    ".gitattributes": "* filter=evil diff=evil merge=evil\n",
    ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% trace\n',
    "requirements.txt": "evil @ file:///nowhere\n",
    ".venv/bin/python": f"#!/bin/sh\n{SCRIPT}",
}


@pytest.fixture(scope="module")
def clones(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The trusted branch, and a fork of it with a change to a text and to all of EVIL."""
    folder = tmp_path_factory.mktemp("ci")
    trusted = folder / "trusted"
    for name in (*CODE, *LISTS):
        source = HOUSE / name
        (trusted / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, trusted / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, trusted / name)
    repository(trusted, SOUND)
    git(folder, "clone", "--quiet", str(trusted), "fork")
    fork = folder / "fork"
    edit(fork, EVIL)
    edit(fork, {"lexicon/influence.yml": ["What is seen from afar.", "What @someone sees from afar."]})
    (fork / ".venv/bin/python").chmod(0o755)
    for hook in ("post-checkout", "pre-commit", "post-index-change"):
        (fork / "hooks" / hook).write_text(f"#!/bin/sh\n{SCRIPT}", encoding="utf-8")
    commit(fork)
    return trusted, fork


def content(clones: tuple[Path, Path], out: Path, base: str = "origin/main") -> tuple[int, str]:
    """What the workflow runs, from inside the fork; its exit status and what it says."""
    trusted, fork = clones
    variables = (
        os.environ | ALONE | {"PYTHON": sys.executable, "TRACE": str(out / "trace"), "LANG": "en_GB.UTF-8"}
    )
    done = subprocess.run(
        ["bash", str(trusted / ".ci" / "content"), str(fork), base, str(out)],
        cwd=fork,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_nothing_that_a_fork_brings_is_run(clones: tuple[Path, Path], tmp_path: Path) -> None:
    status, said = content(clones, tmp_path)
    assert status == 0, said
    assert not (tmp_path / "trace").exists(), (tmp_path / "trace").read_text(encoding="utf-8")
    assert not (clones[1] / "trace").exists() and not (clones[0] / "trace").exists()
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "## The check" in summary and "## What this change means for readers" in summary
    assert "influence" in summary and "@someone" not in summary
    assert json.loads((tmp_path / "code-quality.json").read_text(encoding="utf-8")) is not None
    with zipfile.ZipFile(tmp_path / "preview.zip") as packed:
        page = packed.read("preview/en/lexicon/influence/index.html").decode()
        assert dead_ends(packed) == []
    assert "sees from afar" in page and "theme of the fork" not in page


def dead_ends(packed: zipfile.ZipFile) -> list[str]:
    """The links of a packed site that lead to no file in it."""
    names = set(packed.namelist())
    found = []
    for name in names:
        if name.endswith("/404.html") or not name.endswith(".html"):
            continue
        for href in re.findall(r'\shref="([^"#?]+)', packed.read(name).decode()):
            if not re.match(r"[a-z]+:", href):
                path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(href)))
                found += [] if path in names else [f"{name}: {href}"]
    return found


def test_a_fault_is_marked_and_ends_without_a_preview(clones: tuple[Path, Path], tmp_path: Path) -> None:
    text = clones[1] / "lexicon" / "influence.yml"
    kept = text.read_bytes()
    text.write_bytes(kept.replace(b"domain: strategy", b"domain: nowhere"))
    try:
        status, said = content(clones, tmp_path)
    finally:
        text.write_bytes(kept)
    assert status == 1 and "::error file=lexicon/influence.yml,line=1," in said
    report = json.loads((tmp_path / "code-quality.json").read_text(encoding="utf-8"))
    assert {"path": "lexicon/influence.yml", "lines": {"begin": 1}} in [one["location"] for one in report]
    assert len({one["fingerprint"] for one in report}) == len(report)
    assert not (tmp_path / "preview.zip").exists()
    assert "nowhere" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_publishing_records_new_pairs_once(clones: tuple[Path, Path], tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(clones[0]), "main")
    main = tmp_path / "main"
    command = ["bash", str(main / ".ci" / "publish"), "record"]
    variables = os.environ | ALONE | {"PYTHON": sys.executable}
    variables.pop("PYTHONPATH", None)
    for _ in range(2):
        subprocess.run(command, env=variables, check=True, capture_output=True)
        assert git(main, "log", "--format=%s", "origin/main..") == "Note what translations were made from"
    assert git(main, "show", "--name-only", "--format=").split() == ["translations.lock.json"]


LINKS = {
    '<a href="../../lexique/">': '<a href="../../lexique/index.html">',
    '<a class="x" href="../a-b/#c">': '<a class="x" href="../a-b/index.html#c">',
    '<a href="..">': '<a href="../index.html">',
    '<a href="../..">': '<a href="../../index.html">',
    '<a href="../a/?b=c/#d">': '<a href="../a/index.html?b=c/#d">',
    '<a href="./">': '<a href="./index.html">',
    '<a href="#here">': '<a href="#here">',
    '<a href="https://example.org/">': '<a href="https://example.org/">',
    '<a href="//example.org/a/">': '<a href="//example.org/a/">',
    '<a href="../pdf/a.pdf">': '<a href="../pdf/a.pdf">',
    '<a href="mailto:a@example.org">': '<a href="mailto:a@example.org">',
    '<link href="../assets/a.css">': '<link href="../assets/a.css">',
    "a text that says href=../x/": "a text that says href=../x/",
}


@pytest.mark.parametrize(("html", "expected"), LINKS.items())
def test_links_to_folders_name_their_page(html: str, expected: str) -> None:
    assert named(html) == expected


def test_the_same_site_is_packed_into_the_same_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text('<a href="../">', encoding="utf-8")
    (site / "x.png").write_bytes(b"\x89PNG")
    (site / "out").symlink_to("/etc/passwd")
    assert pack(site, tmp_path / "one.zip") == pack(site, tmp_path / "two.zip") == 2
    contents = [
        {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
        for packed in (zipfile.ZipFile(tmp_path / f"{name}.zip") for name in ("one", "two"))
    ]
    assert contents[0] == contents[1] == {"a/index.html": b'<a href="../index.html">', "x.png": b"\x89PNG"}
