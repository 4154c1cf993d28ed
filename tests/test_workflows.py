"""The workflows run .ci/run on every Python we promise, with no more rights than reading."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

HOUSE = Path(__file__).resolve().parents[1]
GITHUB, GITLAB = HOUSE / ".github" / "workflows" / "check.yml", HOUSE / ".gitlab-ci.yml"
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


def test_both_run_the_same_script_on_the_same_pythons() -> None:
    github, gitlab = read(GITHUB)["jobs"]["check"], read(GITLAB)["check"]
    assert [step["run"] for step in github["steps"] if "run" in step] == gitlab["script"] == ["bash .ci/run"]
    assert github["strategy"]["matrix"]["python"] == gitlab["parallel"]["matrix"][0]["PYTHON"] == PYTHONS
    project = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={PYTHONS[0]}"' in project


def test_a_workflow_reads_and_holds_no_secret() -> None:
    workflow = read(GITHUB)
    assert (workflow["permissions"], workflow["jobs"]["check"]["permissions"]) == ({}, {"contents": "read"})
    assert "pull_request_target" not in workflow["on"]
    assert "secrets" not in GITHUB.read_text(encoding="utf-8").split("jobs:")[1]
    uses = [step["uses"] for step in workflow["jobs"]["check"]["steps"] if "uses" in step]
    assert uses and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in uses)


def test_zizmor_finds_nothing() -> None:
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    assert program, "zizmor is not installed"
    command = [program, "--offline", "--persona", "pedantic", "--quiet", str(GITHUB.parent)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
