"""What the writers of HTML ask of the page that they write for, and what they give: they know no library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from vademecum.document import inlines, tree
from vademecum.document.inlines import Cited, Target

Html = Markup  # what is HTML already: everything else is escaped where it is written


@dataclass(frozen=True, slots=True)
class Web:
    """What the writer asks of the page that it writes for.

    `language` is that of the text. `address` gives the way from the page to an entry or list, `picture` to a
    picture by its path from the project's root; `citation` the words of one work cited ("Ciedel-CUF 2019,
    3.2"), "" for an unknown one; `figure` a figure as HTML; `case` what a list shows of the case that a link
    leads to, in brief or not. `words` holds `table`, `table_under`, `note_back` and `done`, as the
    interface's words of a page do.
    """

    language: str
    address: Callable[[Target], str]
    picture: Callable[[str], str]
    citation: Callable[[Cited], str]
    figure: Callable[[tree.Figure], Html]
    case: Callable[[inlines.Link, bool], Html]
    words: Mapping[str, str]
