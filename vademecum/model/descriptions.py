"""What a field is called, what it is for, and what is written in it, in both languages: `fields.yml`, read
when first asked for.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vademecum.language.collation import folded
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model.shapes import Shape

LEAVES = ("text", "choice", "integer", "number", "boolean", "date")
DERIVED = "Translation"
TEXT = "tag:yaml.org,2002:str"
# An id or a code: no word that begins with a capital, as names do.
BARE = regex(r"(?![A-Z]+[a-z])[A-Za-z0-9][A-Za-z0-9_./+-]*|…")


@dataclass(frozen=True)
class Description:
    """A field's label, help and example, each by language; an example is what stands under the key, as data.

    `one` is one of several values, with its article, by language: "a partner".
    `examples_where` has others where another field of the model has some value: its key -> value -> example.
    """

    label: dict[str, str]
    help: dict[str, str]
    examples: dict[str, Any]
    examples_where: dict[str, dict[str, Any]] = field(default_factory=dict)
    one: dict[str, str] = field(default_factory=dict)

    def example(self, language: str, values: Mapping[str, Any]) -> Any:
        """The example beside these values of other fields; "" where there is none."""
        for key, by_value in self.examples_where.items():
            if (value := values.get(key)) in by_value:
                return by_value[value]
        return self.examples.get(language, "")


@functools.cache
def catalogue() -> dict[str, dict[str, Any]]:
    """fields.yml: model -> key -> label, help and example; ours, so trusted."""
    words: dict[str, dict[str, Any]] = data_in(Path(__file__).with_name("fields.yml"))
    return words


@functools.cache
def description(of: str) -> Description:
    """The description of a field such as "Case.themes"; a derived model's are its original's where it has
    none of its own.

    A field that is not described is called by its key.
    """
    model, _, key = of.partition(".")
    words = catalogue()
    found = words.get(model, {}).get(key) or words.get(model.removesuffix(DERIVED), {}).get(key) or {}
    same = {"label": dict.fromkeys(LANGUAGES, key), "help": dict.fromkeys(LANGUAGES, "")}
    examples = found.get("examples") or dict.fromkeys(LANGUAGES, found.get("example", ""))
    label, help_ = found.get("label", same["label"]), found.get("help", same["help"])
    return Description(label, help_, examples, found.get("examples-where", {}), found.get("one", {}))


def key_called(found: str, valid: Collection[str]) -> str:
    """The key that a word of everyday use stands for, "date" for `issued`; "" for none of the valid ones."""
    wanted = folded(found.replace("_", " "))
    return next((key for key in _called().get(wanted, ()) if key in valid), "")


@functools.cache
def _called() -> dict[str, list[str]]:
    """The keys that each word of called.yml may stand for."""
    found: dict[str, list[str]] = {}
    names: dict[str, list[str]] = data_in(Path(__file__).with_name("called.yml"))
    for key, words in names.items():
        for word in words:
            found.setdefault(word, []).append(key)
    return found


def example(shape: Shape, whole: bool = False) -> dict[str, str]:
    """An example of a value for a message, as {"example.fr": …, "example.en": …}; `whole` shows its field as
    it is written.
    """
    _, _, key = shape.of.partition(".")
    examples = description(shape.of).examples
    return {
        f"example.{language}": flow({key: value})[1:-1] if whole else _one(shape, value)
        for language, value in examples.items()
    }


def _one(shape: Shape, value: Any) -> str:
    """The first value of this shape inside a field's example; of a pair, the part that this shape is of."""
    if shape.is_key and isinstance(value, dict):
        return str(next(iter(value)))
    if shape.nth and isinstance(value, list) and shape.nth < len(value):
        value = value[shape.nth]
    while shape.kind in LEAVES and isinstance(value, (list, dict)) and value:
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return value if isinstance(value, str) else flow(value)


def flow(value: Any) -> str:
    """Data as YAML on one line, as short lists and mappings are written.

    Words stand in double quotation marks, so that what an editor writes in their place may hold an
    apostrophe, a comma or a colon; ids, codes and dates stand as they are.
    """
    text: str = yaml.dump(
        value, Dumper=_Quoting, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False
    )
    return text.removesuffix("\n").removesuffix("\n...")


class _Quoting(yaml.SafeDumper):
    """YAML whose words stand in double quotation marks."""

    def ignore_aliases(self, data: Any) -> bool:
        """A value that stands twice is written twice."""
        return True


def _quoted(dumper: _Quoting, value: str) -> yaml.ScalarNode:
    """A text as a node: bare where it is a name of signs alone, and YAML reads it as a text too."""
    bare = BARE.fullmatch(value) and isinstance(yaml.safe_load(value), str)
    return dumper.represent_scalar(TEXT, value, style=None if bare else '"')


_Quoting.add_representer(str, _quoted)
