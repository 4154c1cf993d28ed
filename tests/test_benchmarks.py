"""What benchmarks are made with keeps up with what pages are made of; no time is taken here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import yaml
from projects import HERE, findings
from proving import full

BENCHMARKS = HERE.parent / "benchmarks"


def test_every_page_is_written_for_plain_mkdocs(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "plain.py"), str(full(tmp_path)), str(tmp_path / "plain")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    made = sorted(path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*.md"))
    assert f"{len(made)} pages" in done.stdout and Path("docs/en/index.md") in made
    settings = json.loads((tmp_path / "plain" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["theme"]["name"] == "material"


def test_a_synthetic_project_is_the_same_each_time_and_nothing_is_found_in_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        command = [sys.executable, str(BENCHMARKS / "synthetic.py"), str(tmp_path / name), "--concepts", "12"]
        subprocess.run([*command, "--cases", "4", "--chapters", "2"], capture_output=True, check=True)
    texts = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("a", "b")
    ]
    assert texts[0] == texts[1] and len(texts[0]) > 20
    assert [one for one in findings(tmp_path / "a") if one.code != "unused-concept"] == []
    assert yaml.safe_load(next(text for path, text in texts[0].items() if path.parent.name == "lexicon"))


def test_all_that_is_watched_is_there() -> None:
    """In a process of its own: what is watched stays so."""
    command = [sys.executable, "-c", "import views; print(len(views.watches().seconds))"]
    done = subprocess.run(command, cwd=BENCHMARKS, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
