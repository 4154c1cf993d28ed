"""Addresses that stand bare in a text, which a forge makes links of: so do we.

Source: GitHub Flavored Markdown, https://github.github.com/gfm/#autolinks-extension-; those of the web only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vademecum.document.inlines import Inline, Link, Text
from vademecum.document.targets import target_of
from vademecum.language.regex import regex

# Where one may begin: not within a word, nor behind what looks like a link that lacks something.
_BEGINS = r"(?<![^\s*_~(])(?<!\]\()(?<!\][ \t]\()"
_DOMAIN = r"(?:[\w-]++\.)+[^\W_]++(?:-++[^\W_]++)*+"
_ADDRESS = regex(rf"{_BEGINS}(https?://|www\.(?=\w)){_DOMAIN}[^\s<]*", re.IGNORECASE)
# What ends the sentence that an address stands in is no part of it.
_ENDS = frozenset("?!.,:;*_~'\"’”»…")


def with_links(text: Text, file: str) -> Iterable[Inline]:
    """A text of a file with its bare addresses as links; where an escape stands in their beginning, as
    `https\\://`, their author wants none. Linear in the length of the text.
    """
    if "://" in text.words or "www." in text.words.lower():
        return _with_links(text, file)
    return (text,)  # as nearly every text


def _with_links(text: Text, file: str) -> Iterator[Inline]:
    done = 0
    for found in _ADDRESS.finditer(text.words):
        start, scheme = found.start(), found[1]
        if text.offset(start + len(scheme)) - text.offset(start) != len(scheme):
            continue
        end = start + _length(found[0])
        if start > done:
            yield text.part(done, start)
        address = text.words[start:end] if "/" in scheme else f"http://{text.words[start:end]}"
        target, _ = target_of(address, file)
        last = text.offset(end - 1) + len(text.words[end - 1].encode())
        yield Link(target, (text.part(start, end),), at=text.offset(start), end=last)
        done = end
    if done < len(text.words):
        yield text.part(done, len(text.words)) if done else text


def _length(address: str) -> int:
    """How much of it an address is: without the signs that end a sentence, and without a closing bracket
    whose opening one stands before it.
    """
    end, over = len(address), address.count(")") - address.count("(")
    while address[end - 1] in _ENDS or (over > 0 and address[end - 1] == ")"):
        over -= address[end - 1] == ")"
        end -= 1
    return end
