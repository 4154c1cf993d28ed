"""What text editors are told is what the model says; a real YAML server completes and explains by it."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from projects import SOUND, command

from vademecum.editing import editor_files
from vademecum.model.kinds import KINDS
from vademecum.sources.reading import read_markdown

HOUSE = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", editor_files.files())
def test_a_file_is_the_one_that_the_model_gives(name: str) -> None:
    text = (HOUSE / ".vscode" / name).read_text(encoding="utf-8")
    assert text == editor_files.files()[name], "run python -m vademecum.editing.editor_files"


def test_every_yaml_file_has_one_schema() -> None:
    globs = json.loads(editor_files.files()["settings.json"])["yaml.schemas"]
    for path in HOUSE.glob("lexicon/*.yml"), HOUSE.glob("docs/**/*.yml"), HOUSE.glob("[rav]*.yml"):
        for file in path:
            name = file.relative_to(HOUSE).as_posix()
            found = [schema for schema, glob in globs.items() if fnmatch.fnmatch(name, glob)]
            assert len(found) == 1, (name, found)


def test_a_snippet_is_a_file_of_its_kind() -> None:
    made = json.loads(editor_files.files()["vade-mecum.code-snippets"])
    assert len(made) == 2 * len([kind for kind in KINDS if kind.holds != "many"])
    case = "\n".join(made["A case, the original (en)"]["body"])
    plain = re.sub(r"\$\d+", "x", case).replace("\\}", "}").replace("\\$", "$")
    assert read_markdown("case_studies/x.en.md", plain + "\n")[0].data == {
        "title": "x",
        "summary": "x",
        "authorities": "x",
    }


# -- a real server ------------------------------------------------------------------------------------------

SERVER = "yaml-language-server@2.0.0"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The YAML language server, by npm into a folder of its own; skipped where there is none to be had."""
    if not shutil.which("npm") or not shutil.which("node"):
        pytest.skip("npm is not there: completion and hover are not tried")
    folder = tmp_path_factory.mktemp("server")
    install = [
        "npm",
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
        SERVER,
    ]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm could not install {SERVER}: {done.stderr.strip()[-200:]}")
    return folder / "node_modules" / ".bin" / "yaml-language-server"


class Client:
    """Speaks the Language Server Protocol to a server, one request after another."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.process = subprocess.Popen(
            [str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.number = 0
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def messages(self) -> Iterator[dict[str, Any]]:
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            length = int(line.split(b":")[1])
            while self.process.stdout.readline().strip():
                pass
            yield json.loads(self.process.stdout.read(length))

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        for message in self.messages():
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            if "id" in message:  # the server asks for settings: it has its own
                empty = [None] * len(message.get("params", {}).get("items", []))
                self.send({"id": message["id"], "result": empty or None})
        raise AssertionError(f"no answer to {method}")

    def opened(self, path: Path, text: str) -> str:
        path.write_text(text, encoding="utf-8")
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return path.as_uri()


def test_a_real_server_completes_and_explains(server: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    done = command("new", "concept", "--project", str(project), "--language", "en", "--title", "Fame")
    assert done.returncode == 0, done.stderr
    path = project / "lexicon" / "fame.yml"
    text = path.read_text(encoding="utf-8").replace("domain:\n", "domain: strategy\n")
    client = Client(server, project)
    try:
        uri = client.opened(path, text + "rel")
        lines = (text + "rel").split("\n")
        at = {"textDocument": {"uri": uri}, "position": {"line": len(lines) - 1, "character": 3}}
        offered = client.ask("textDocument/completion", at)["items"]
        assert "relations" in {one["label"] for one in offered}
        line = lines.index("domain: strategy")
        told = client.ask("textDocument/hover", {**at, "position": {"line": line, "character": 2}})
        assert "where it stands in the lexicon by domain" in json.dumps(told, ensure_ascii=False)
        value = {**at, "position": {"line": line, "character": len("domain: ")}}
        domains = {one["label"] for one in client.ask("textDocument/completion", value)["items"]}
        assert {"strategy", "cooperation"} <= domains
    finally:
        client.process.kill()
        client.process.communicate()


def test_the_files_are_written_where_one_says(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "vademecum.editing.editor_files", str(tmp_path)]
    subprocess.run(line, check=True, cwd=HOUSE)
    assert sorted(path.name for path in (tmp_path / ".vscode").iterdir()) == sorted(editor_files.files())
