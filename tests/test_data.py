"""A data file of ours that a translator breaks ends any command with its place, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from vademecum.language.data import Slip, data_in


def test_a_broken_data_file_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "words.yml"
    file.write_text("title: {fr: Titre}\nquestion: {fr: Questions : à débattre}\n", encoding="utf-8")
    with pytest.raises(Slip) as slip:
        data_in(file)
    french, english = str(slip.value).splitlines()
    assert french.startswith("words.yml:2:26: YAML illisible ; question: {fr: Questions : à débattre} ;")
    assert english.startswith("words.yml:2:26: unreadable YAML; question:")
