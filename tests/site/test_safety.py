"""Whatever happens to a build, the site of before stays until a whole new one stands in its place."""

import shutil
import signal
from pathlib import Path

import pytest
from workshop import build_py, bytes_of, differing

HERE = Path(__file__).parent
MORE = "\nUne phrase de plus.\n"


class Project:
    """A small project that stands built, and a change in it that waits to be built."""

    def __init__(self, generator, folder):
        self.generator, self.folder = generator, folder
        self.site, self.about = folder / "site", folder / "docs" / "fr" / "about.md"

    def build(self, **environment):
        return build_py(
            self.generator, "site", "--language", "en", "--project", str(self.folder), **environment
        )

    def clear(self):
        """Take away what a killed build has left, as the next one would."""
        for folder in (self.folder / ".cache").glob("build-*"):
            shutil.rmtree(folder)

    def left(self):
        """What a build has left aside."""
        return [
            path.name
            for path in (*(self.folder / ".cache").glob("build-*"), *self.folder.glob(".site-before"))
        ]


@pytest.fixture
def small(project, untranslated, tmp_path):
    """A copy of the half translated project, its site and its record included."""
    return Project(project, Path(shutil.copytree(untranslated, tmp_path / "small")))


@pytest.fixture
def old(small):
    return bytes_of(small.site)


BEGUN, TAKEN, PUT = "os.mkdir /site-fr", "os.rename /.site-before", "os.rename /small/site"


def stopped(small, step, by):
    """A build that a signal ends at one of its steps, an event with the end of its path."""
    return small.build(
        PYTHONPATH=str(HERE / "steps"), WATCHED=str(small.folder), STOP_AT=step, STOP_BY=str(int(by))
    )


def between(small, tmp_path):
    """A step of the building itself, halfway between its beginning and the taking away of the old site."""
    done = small.build(
        PYTHONPATH=str(HERE / "steps"), WATCHED=str(small.folder), STEPS=str(tmp_path / "steps")
    )
    assert done.returncode == 0, done.stderr
    steps = (tmp_path / "steps").read_text(encoding="utf-8").splitlines()
    first, last = (
        next(number for number, step in enumerate(steps) if is_step(step, wanted))
        for wanted in (BEGUN, TAKEN)
    )
    of_site = [step for step in steps[first:last] if "/site" in step.split()[-1]]
    event, *_, path = of_site[len(of_site) // 2].split()
    return f"{event} {path[path.index('/site') :]}"


def is_step(step, wanted):
    event, end = wanted.split()
    return step.startswith(event) and step.endswith(end)


def test_a_build_stopped_at_any_step_leaves_the_site_of_before_or_the_new_one(small, old, tmp_path):
    unchanged = small.about.read_text(encoding="utf-8")
    small.about.write_text(unchanged + MORE, encoding="utf-8")
    halfway = between(small, tmp_path)
    new = bytes_of(small.site)
    assert differing(old, new) != []
    small.about.write_text(unchanged, encoding="utf-8")
    assert small.build().returncode == 0
    assert differing(bytes_of(small.site), old) == []
    small.about.write_text(unchanged + MORE, encoding="utf-8")
    for by in (signal.SIGKILL, signal.SIGINT):
        for step in (BEGUN, halfway, TAKEN):
            small.clear()
            done = stopped(small, step, by)
            assert done.returncode != 0 and "Traceback" not in done.stderr, (by, step, done.stderr)
            assert differing(bytes_of(small.site), old) == [], (by, step)
            assert by == signal.SIGKILL or small.left() == [], (by, step)
    small.clear()
    stopped(small, PUT, signal.SIGKILL)
    assert not small.site.exists() and small.left() != []
    small.about.write_text("no front matter", encoding="utf-8")
    assert small.build().returncode == 1
    assert differing(bytes_of(small.site), old) == [] and small.left() == []
    small.about.write_text(unchanged + MORE, encoding="utf-8")
    assert small.build().returncode == 0
    assert differing(bytes_of(small.site), new) == [] and small.left() == []


def test_an_interruption_between_the_two_renames_brings_the_site_back(small, old, tmp_path):
    small.about.write_text(small.about.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    assert small.build().returncode == 0
    new = bytes_of(small.site)
    small.about.write_text(small.about.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    assert stopped(small, PUT, signal.SIGINT).returncode != 0
    assert differing(bytes_of(small.site), new) == [] and small.left() == []


def test_a_fault_leaves_the_site_of_before(small, old):
    (small.folder / "lexicon" / "twinning.yml").write_text("domain: nowhere\n", encoding="utf-8")
    assert small.build().returncode == 1
    assert differing(bytes_of(small.site), old) == [] and small.left() == []


def test_a_build_that_breaks_leaves_the_site_of_before(small, old, project):
    """A template of the project's own theme that cannot be read breaks the build in its middle."""
    for name in ("hooks", "vademecum", "mkdocs.yml"):
        (small.folder / name).symlink_to(project / name)
    shutil.copytree(project / "theme", small.folder / "theme")
    (small.folder / "theme" / "404.html").write_text("{% block %", encoding="utf-8")
    assert small.build().returncode != 0
    assert differing(bytes_of(small.site), old) == [] and small.left() == []


def test_nothing_changed_builds_nothing_and_says_the_same(small):
    shutil.rmtree(small.folder / ".cache")
    first = small.build()
    before = {path: path.stat().st_mtime_ns for path in small.site.rglob("*")}
    second = small.build()
    assert {path: path.stat().st_mtime_ns for path in small.site.rglob("*")} == before
    assert "nothing had changed" in second.stdout
    assert findings(first) == findings(second) != []


def test_a_site_that_moved_with_its_project_is_not_built_again(small):
    assert "nothing had changed" in small.build().stdout


def findings(done):
    return [line for line in done.stdout.splitlines() if ": " in line and " pages in " not in line]


def remove(file):
    file.unlink()


def empty(file):
    file.write_text("", encoding="utf-8")


def add_beside(file):
    file.with_name("stray.html").write_text("stray", encoding="utf-8")


@pytest.mark.parametrize("harm", [remove, empty, add_beside])
def test_a_site_that_was_tampered_with_is_built_again(small, old, harm):
    harm(small.site / "a-propos" / "index.html")
    assert small.build().returncode == 0
    assert differing(bytes_of(small.site), old) == []


@pytest.mark.parametrize("record", ["", "[]", '{"digest": 1}'])
def test_a_broken_record_only_costs_a_build(small, old, record):
    (small.folder / ".cache" / "site.json").write_text(record, encoding="utf-8")
    done = small.build()
    assert done.returncode == 0 and "nothing had changed" not in done.stdout
    assert differing(bytes_of(small.site), old) == []
