"""The generator as a wheel: installed in an environment of its own, it builds a project anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from commands import HOUSE
from projects import SOUND

UNCHANGED = "nothing had changed"
# The suite runs with the checkout on Python's path, where the installed command would find that code.
ALONE = {"PYTHONPATH": ""}


def run(*command: object, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=os.environ | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def output_of(*command: object, folder: Path, **variables: str) -> str:
    """Standard output of a command that must end well."""
    done = run(*command, folder=folder, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left here."""
    folder = tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns(
        ".git", ".venv*", ".cache", ".*_cache", "site", "tests", "docs", "__pycache__"
    )
    source = shutil.copytree(HOUSE, folder / "source", ignore=ignored)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    output_of(*pip, "--wheel-dir", folder, source, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that holds the wheel and sees the packages that the tests run with."""
    folder = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(folder)
    site = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(folder), "platbase": str(folder)}))
    (site / "packages.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet", "--no-deps", "--no-index"]
    output_of(*pip, wheel, folder=folder)
    return folder / "bin" / "vademecum"


def test_the_wheel_holds_what_a_site_is_made_with_and_no_content(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"vademecum"}
    installed = {name.split("/")[2] for name in names if name.startswith("vademecum/installed/")}
    assert installed == {"hooks", "print", "theme", "mkdocs.yml", "vocabularies.yml"}
    metadata = zipfile.ZipFile(wheel).read(next(name for name in names if name.endswith("METADATA"))).decode()
    asked = {line.split(": ")[1] for line in metadata.splitlines() if line.startswith("Requires-Dist: ")}
    listed = (HOUSE / "requirements.in").read_text(encoding="utf-8").split()
    assert {"".join(sorted(line)) for line in asked} == {"".join(sorted(line)) for line in listed}


def test_it_builds_a_project_from_another_folder(program: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    done = output_of(program, "site", "--project", project, "--language", "en", folder=tmp_path, **ALONE)
    assert " pages in project/site/, in " in done
    assert (project / "site" / "en" / "handbook" / "opening" / "index.html").is_file()
    assert (project / "site" / "pdf" / "en" / "handbook" / "opening.pdf").read_bytes().startswith(b"%PDF")
    # In the project's folder it needs no option; the checkout's own generator makes the same site.
    assert UNCHANGED in output_of(program, "--language", "en", folder=project, **ALONE)
    other = Path(shutil.copytree(SOUND, tmp_path / "other"))
    output_of(sys.executable, "-m", "vademecum", "site", "--project", other, folder=HOUSE)
    assert {path: data for path, data in files_of(other / "site")} == dict(files_of(project / "site"))


def files_of(site: Path) -> list[tuple[str, bytes]]:
    return [
        (path.relative_to(site).as_posix(), path.read_bytes())
        for path in sorted(site.rglob("*"))
        if path.is_file()
    ]


def test_its_tests_are_in_the_repository(program: Path, tmp_path: Path) -> None:
    done = run(program, "test", folder=tmp_path, **ALONE)
    assert done.returncode == 2 and "repository" in done.stderr
