"""Pages -> the files of a search index, by Pagefind's program (https://pagefind.app/docs/).

It runs as the service that its packages for Node and Python speak to: messages are JSON in base64, each ended
by a comma, on its standard input and output. No page is written to disk for it, no answer read from there.
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import IO, Any

from pagefind_bin import get_executable

from vademecum.hosts.trouble import Trouble

# Bytes that are read or written at once: for each time, a thread waits until another lets it go on.
AT_ONCE = 1 << 20
Message = dict[str, Any]


def begun(pages: Iterable[tuple[str, str]], language: str) -> Future[dict[str, str]]:
    """The files of an index, which the program makes while this process goes on."""
    files: Future[dict[str, str]] = Future()

    def make() -> None:
        try:
            files.set_result(indexed(pages, language))
        except BaseException as error:  # for whoever waits
            files.set_exception(error)

    # Nobody waits for it where a build is stopped: its end is the end of what the program reads.
    threading.Thread(target=make, daemon=True).start()
    return files


def indexed(pages: Iterable[tuple[str, str]], language: str) -> dict[str, str]:
    """The files of an index by their paths, in base64, of pages given as (path, HTML).

    The same pages in the same order give the same bytes. Raises Trouble where the program fails.
    """
    asked: list[Message] = [{"type": "NewIndex", "config": {"force_language": language}}]
    asked += (
        {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": html} for path, html in pages
    )
    asked.append({"type": "GetFiles", "index_id": 0})
    command, pipe = [str(get_executable()), "--service"], subprocess.PIPE
    try:
        program = subprocess.Popen(command, AT_ONCE, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise Trouble("search", reason=error.strerror) from None
    with program:
        try:
            return _files(program, asked)
        finally:
            program.kill()  # it waits for more to do


def _files(program: subprocess.Popen[bytes], asked: Iterable[Message]) -> dict[str, str]:
    assert program.stdin is not None and program.stdout is not None
    # It answers while it is asked: whoever asked all first would wait for ever.
    threading.Thread(target=_ask, args=(program.stdin, asked), daemon=True).start()
    for answer in _answers(program.stdout):
        if answer["type"] == "Error":
            raise Trouble("search", reason=" ".join(answer["message"].split())[-300:])
        if answer["type"] == "GetFiles":
            return {file["path"]: file["content"] for file in answer["files"]}
    raise Trouble("search", reason=f"{program.args!r}: {program.wait()}")


def _ask(program: IO[bytes], asked: Iterable[Message]) -> None:
    """Send messages; one that ended early is noticed by whoever waits for its answers."""
    with contextlib.suppress(OSError, ValueError):
        for number, payload in enumerate(asked):
            message = json.dumps({"message_id": number, "payload": payload})
            program.write(base64.b64encode(message.encode()) + b",")
        program.flush()


def _answers(program: IO[bytes]) -> Iterator[Message]:
    """What the program says, in the order in which it was asked, until it ends."""
    parts: list[bytes] = []
    while read := program.read1(AT_ONCE):  # type: ignore[attr-defined]
        *ended, rest = read.split(b",")
        for last in ended:
            payload: Message = json.loads(base64.b64decode(b"".join((*parts, last))))["payload"]
            yield payload
            parts.clear()
        parts.append(rest)
