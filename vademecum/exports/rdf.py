"""Triples, and how they are written: Turtle (https://www.w3.org/TR/turtle/) and JSON-LD 1.1
(https://www.w3.org/TR/json-ld11/).

A subject or object is a whole address or a name with a prefix, such as skos:Concept. rdflib would write the
same in ten times as long, which a build has no time for; it reads both back in the tests.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from vademecum.exports.plain import listed
from vademecum.language.regex import regex

# What an IRIREF may not hold, by the grammar of Turtle.
FORBIDDEN = regex(r"[\x00-\x20<>\"{}|^`\\]")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = regex(r'[\\"\n\r\t]')
PREFIXED = regex(r"[a-z]+:[A-Za-z][A-Za-z0-9]*")


class Literal(NamedTuple):
    """Words in a language, or a value of a type named with its prefix."""

    value: str
    lang: str = ""
    type: str = ""


class Iri(str):
    """A whole address, or a name with a prefix."""

    __slots__ = ()


Object = Iri | Literal


class Graph:
    """Triples by their subjects, in the order in which they were told; each once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(prefixes)
        self.subjects: dict[str, dict[str, dict[Object, None]]] = {}

    def add(self, subject: str, predicate: str, *objects: Object) -> None:
        """Say something of a subject; nothing where there is no object."""
        if objects:
            known = self.subjects.setdefault(subject, {}).setdefault(predicate, {})
            known.update(dict.fromkeys(objects))


def iri(address: str) -> Iri:
    """An address as RDF has it, with percent signs for what it may not hold."""
    return Iri(FORBIDDEN.sub(lambda sign: f"%{ord(sign[0]):02X}", address))


def turtle(graph: Graph) -> str:
    """A graph in Turtle."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in graph.prefixes.items()]
    for subject, told in graph.subjects.items():
        parts = (f"{_verb(verb)} {', '.join(map(_object, objects))}" for verb, objects in told.items())
        lines.append(f"\n{_name(subject)} " + " ;\n    ".join(parts) + " .")
    return "\n".join(lines) + "\n"


def _verb(name: str) -> str:
    return "a" if name == "rdf:type" else name


@functools.lru_cache(4096)
def _name(name: str) -> str:
    return name if PREFIXED.fullmatch(name) else f"<{name}>"


def _object(node: Object) -> str:
    if isinstance(node, Iri):
        return _name(node)
    value = node.value
    if ESCAPED.search(value):
        value = ESCAPED.sub(lambda sign: ESCAPES[sign[0]], value)
    return f'"{value}"' + (f"@{node.lang}" if node.lang else f"^^{node.type}" if node.type else "")


def jsonld(graph: Graph) -> str:
    """A graph in JSON-LD, its subjects side by side."""
    told = (
        {"@id": subject} | {_key(verb): _values(verb, objects) for verb, objects in of.items()}
        for subject, of in graph.subjects.items()
    )
    return listed(told, f'{{"@context": {json.dumps(graph.prefixes)}, "@graph": ', "}")


def _key(verb: str) -> str:
    return "@type" if verb == "rdf:type" else verb


def _values(verb: str, objects: Mapping[Object, None]) -> Any:
    """The objects of a verb, alone or in a list."""
    made = [str(node) if verb == "rdf:type" else _value(node) for node in objects]
    return made[0] if len(made) == 1 else made


def _value(node: Object) -> dict[str, str]:
    if isinstance(node, Iri):
        return {"@id": node}
    more = {"@language": node.lang} if node.lang else {"@type": node.type} if node.type else {}
    return {"@value": node.value, **more}
