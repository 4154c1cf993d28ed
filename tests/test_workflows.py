"""The workflows hold no more rights than they need, and run what is trusted, on GitHub and on GitLab."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

HOUSE = Path(__file__).resolve().parents[1]
WORKFLOWS = HOUSE / ".github" / "workflows"
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
# Each workflow, and the rights of its one job.
RIGHTS = {"check": "read", "content": "read", "publish": "write"}


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


def job(name: str) -> dict[str, Any]:
    return dict(read(WORKFLOWS / f"{name}.yml")["jobs"][name])


GITLAB = read(HOUSE / ".gitlab-ci.yml")


def test_both_check_with_the_same_script_on_the_same_pythons() -> None:
    github, gitlab = job("check"), GITLAB["check"]
    assert [step["run"] for step in github["steps"] if "run" in step] == gitlab["script"] == ["bash .ci/run"]
    assert github["strategy"]["matrix"]["python"] == gitlab["parallel"]["matrix"][0]["PYTHON"] == PYTHONS
    project = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={PYTHONS[0]}"' in project


def test_there_is_no_other_workflow() -> None:
    assert {path.stem for path in WORKFLOWS.iterdir()} == RIGHTS.keys()


@pytest.mark.parametrize(("name", "right"), RIGHTS.items())
def test_a_workflow_has_the_rights_that_it_needs_and_no_secret(name: str, right: str) -> None:
    workflow = read(WORKFLOWS / f"{name}.yml")
    assert (workflow["permissions"], job(name)["permissions"]) == ({}, {"contents": right})
    assert "pull_request_target" not in workflow["on"] and "workflow_run" not in workflow["on"]
    assert ("pull_request" in workflow["on"]) == (right == "read")
    text = (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8")
    assert "${{ secrets" not in text and ("github.token" in text) == (right == "write")


@pytest.mark.parametrize("name", RIGHTS)
def test_actions_are_pinned_and_keep_no_credentials(name: str) -> None:
    uses = [step for step in job(name)["steps"] if "uses" in step]
    assert uses and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"]) for step in uses)
    checkouts = [step["with"] for step in uses if "checkout" in step["uses"]]
    assert all(given["persist-credentials"] == "false" for given in checkouts)


def test_code_of_forks_is_not_run() -> None:
    assert "head.repo.full_name == github.repository" in job("check")["if"]
    conditions = [rule["if"] for rule in GITLAB["check"]["rules"]]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID" in conditions
    assert [rule["if"] for rule in GITLAB["publish"]["rules"]] == ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"]


def test_what_runs_on_content_comes_from_the_base_branch() -> None:
    checkouts = [step["with"] for step in job("content")["steps"] if "checkout" in step.get("uses", "")]
    places = {given["path"]: given["ref"] for given in checkouts}
    assert places["trusted"].endswith("pull_request.base.sha }}")
    assert places["content"].endswith("pull_request.head.sha }}")
    commands = [step["run"] for step in job("content")["steps"] if "run" in step]
    assert commands[0].startswith("bash trusted/.ci/content content ")
    assert all("content/" not in command.replace(".ci/content", "") for command in commands)
    gitlab = GITLAB["content"]["script"]
    assert "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" in gitlab[0] and gitlab[0].endswith("/tmp/trusted")
    assert gitlab[-1].startswith("bash /tmp/trusted/.ci/content ")


def test_a_text_of_a_stranger_is_no_part_of_a_command() -> None:
    for name in RIGHTS:
        for step in job(name)["steps"]:
            assert "${{" not in step.get("run", ""), step


def program(name: str) -> str | None:
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def test_zizmor_finds_nothing() -> None:
    found = program("zizmor")
    assert found, "zizmor is not installed"
    command = [found, "--offline", "--persona", "pedantic", "--quiet", str(WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(
    program("actionlint") is None, reason="actionlint is not installed: it has no pinned package"
)
def test_actionlint_finds_nothing() -> None:
    command = [str(program("actionlint")), *map(str, sorted(WORKFLOWS.glob("*.yml")))]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
