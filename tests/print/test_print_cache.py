"""What was printed before is used only as it was written; what Typst refuses is a fault at its place."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pressed import printed
from projects import SOUND, editions

from vademecum.checks import messages
from vademecum.pages.edition import Edition
from vademecum.print import composing, press, press_process, printing


def cut(pdf: Path, record: Path) -> None:
    pdf.write_bytes(pdf.read_bytes()[:100])


def changed(pdf: Path, record: Path) -> None:
    """Other bytes, as many, at the very same moment."""
    moment = pdf.stat().st_mtime_ns
    pdf.write_bytes(pdf.read_bytes()[:-1] + b"!")
    os.utime(pdf, ns=(moment, moment))


def foreign(pdf: Path, record: Path) -> None:
    """A whole document of somebody else, with a record of its own, as a pull request could bring it."""
    pdf.write_bytes(b"%PDF-1.7 theirs")
    press_process.record(pdf.with_name("made"), b"%PDF-1.7 theirs", [1.0, 1.0])
    shutil.copyfile(pdf.with_name("made.json"), record)
    for made in pdf.parent.glob("made.*"):
        made.unlink()


def empty_record(pdf: Path, record: Path) -> None:
    record.write_text("", encoding="utf-8")


def other_record(pdf: Path, record: Path) -> None:
    record.write_text(json.dumps([1, 2]), encoding="utf-8")


def folder_in_its_place(pdf: Path, record: Path) -> None:
    pdf.unlink()
    pdf.mkdir()
    (pdf / "within").write_text("", encoding="utf-8")


def missing(pdf: Path, record: Path) -> None:
    pdf.unlink()


HARMS = [cut, changed, foreign, empty_record, other_record, folder_in_its_place, missing]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return editions(Path(shutil.copytree(SOUND, tmp_path / "project")))[1]


def documents(edition: Edition) -> list[composing.Document]:
    return [document for document in composing.documents(edition) if document.template == "chapter"]


def pdfs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "pdf").rglob("*.pdf")
    }


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_harmed_document_is_made_anew(
    edition: Edition, tmp_path: Path, harm: Callable[[Path, Path], None]
) -> None:
    printed(edition, documents(edition), tmp_path)
    before = pdfs(tmp_path)
    shutil.rmtree(tmp_path / "pdf")
    (record,) = (tmp_path / "cache").glob("*.json")
    harm(record.with_suffix(".pdf"), record)
    printed(edition, documents(edition), tmp_path)
    assert pdfs(tmp_path) == before != {}
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_what_is_no_document_of_ours_stays_in_the_cache(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "notes.txt").write_text("mine", encoding="utf-8")
    printed(edition, documents(edition), tmp_path)
    assert (tmp_path / "cache" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_refusal_is_a_fault_at_its_file_and_the_rest_is_printed(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(press.TEMPLATES, tmp_path / "print"))
    (templates / "chapter.typ").write_text('#panic("too much")', encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    findings = printing.print_language(edition, tmp_path / "pdf")
    assert [messages.line(finding, "en").split("; take")[0] for finding in findings] == [
        "docs/en/handbook/opening.md:1:1: this document cannot be printed; "
        "handbook/opening.pdf: panicked with: too much (chapter.typ:1:1)"
    ]
    assert messages.is_fault(findings[0])
    made = [
        path.relative_to(tmp_path / "pdf" / "en").as_posix() for path in (tmp_path / "pdf").rglob("*.pdf")
    ]
    assert "handbook/opening.pdf" not in made and len(made) > 2


def test_a_refusal_of_several_texts_names_the_text(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that takes no text with a certain word stands for what Typst may have against one."""
    templates = Path(shutil.copytree(press.TEMPLATES, tmp_path / "print"))
    book = templates / "book.typ"
    guard = '#if sys.inputs.data.contains("Being known afar") { panic("not this") }\n'
    book.write_text(guard + book.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    findings = printing.print_language(edition, tmp_path / "pdf")
    assert {finding.location.path for finding in findings} == {"lexicon/influence.yml"}
    assert "vade-mecum.pdf" in {finding.values["found"] for finding in findings}


def test_a_press_that_dies_costs_the_document_that_it_was_at(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it may when memory runs out: the process kills itself at one of the documents."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "typst.py").write_text(
        "import os\n"
        "class TypstError(Exception): pass\n"
        "class Compiler:\n"
        "    def __init__(self, **_): pass\n"
        "    def query(self, *_, **__): return '[1, 1]'\n"
        "    def compile(self, template, **_):\n"
        f"        if template.endswith('chapter.typ'): os.kill(os.getpid(), {int(signal.SIGKILL)})\n"
        "        return b'%PDF'\n",
        encoding="utf-8",
    )
    findings = printing.print_language(edition, tmp_path / "pdf")
    assert [(finding.code, finding.location.path) for finding in findings] == [
        ("unprintable-document", "docs/en/handbook/opening.md")
    ]
    assert "-9" in findings[0].values["reason"]
    assert len(list((tmp_path / "pdf").rglob("*.pdf"))) > 2


def test_a_template_that_is_missing_is_told(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(press.TEMPLATES, tmp_path / "print"))
    (templates / "page.typ").unlink()
    monkeypatch.setattr(press, "TEMPLATES", templates)
    findings = printing.print_language(edition, tmp_path / "pdf")
    assert findings and {finding.code for finding in findings} == {"unprintable-document"}
    assert all("file not found" in finding.values["reason"] for finding in findings)
