"""Words that are nearly the call of a figure, or the call of something else: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex
from vademecum.model.fields import ENTRY_KIND

CALL = regex(
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*\bfigure\b[^{}\n]*%\}"
    r"|\{[ \t]*figure[^{}\n]*\}\}?|\{\{[ \t]*figure[^{}\n]*\}?",
    re.IGNORECASE,
)
# A call in other brackets, by an id that no words make; a call of something else than a figure.
BRACKETED = regex(r"[(<\[]figure[ \u00a0]?:[ \u00a0]?([a-z0-9]+(?:-[a-z0-9]+)+)(?:\.yml)?[)>\]](?!\()")
OTHER_CALL = regex(
    rf"\{{\{{[ \t]*(?:({ENTRY_KIND})[ \t]*:[ \t]*([a-z0-9-]+)"
    r"|(?:image|picture)[ \t]*:[ \t]*([^{}\s]+\.\w{3,4}))[ \t]*\}\}"
)
# A link to what is named, in words.
OF_LINK = regex(r"\{\{[ \t]*(?:lien|link)(?:[ ](?:vers|to))?[ :]([^{}\n|=]{1,80})\}\}", re.IGNORECASE)
# What a wiki asks of whoever knows better.
OF_WIKI = regex(
    r"\{\{[ \t]*(?:citation needed|cn|fact|clarify|who|when|which|why|sic|to ?do|source ?\?|quand|qui|lequel"
    r"|réf(?:érence)?\.? ?(?:nécessaire|souhaitée)|refnec|à vérifier|précision nécessaire)"
    r"(?:[ \t]*\|[^{}\n]*)?[ \t]*\}\}",
    re.IGNORECASE,
)
# What a template works out: config.items(), page.title, x | upper.
OF_TEMPLATE = regex(r"[()|*+=<>\[\]]|\w\.\w")
CALLED = regex(r"[{%\s]*(?:figures?|fig\.?|image|tableau|table|\w+(?=\s*[:=]))?[\s:.=]*", re.IGNORECASE)
GOOD_CALL = regex(r"\{\{[ \t]*figure:[^{}\n]*\}\}")


def calls(words: str) -> Iterator[Slip]:
    """Calls of figures that are written in another way."""
    for found in BRACKETED.finditer(words):
        yield "figure-call", found.start(), {"found": found[0], "nearest": f"{{{{ figure: {found[1]} }}}}"}
    for found in CALL.finditer(words):
        if other := OTHER_CALL.fullmatch(found[0]):
            near = f"[…]({other[1]}:{other[2]})" if other[1] else f"![…](../../assets/{other[3]})"
            yield "figure-call", found.start(), {"found": found[0], "nearest": near}
            continue
        if to := OF_LINK.fullmatch(found[0]):
            yield "broken-link", found.start(), {"found": found[0], "nearest": f"[{to[1].strip()}](…)"}
            continue
        if OF_WIKI.fullmatch(found[0]):
            yield "left-over", found.start(), {"found": found[0]}
            continue
        # Braces without a word between them call nothing: they are shown as typed.
        if any(map(str.isalpha, found[0])) and not GOOD_CALL.fullmatch(found[0]):
            id_ = CALLED.sub("", found[0], count=1)
            id_ = id_.rstrip("}% \t").removesuffix(".yml").strip("\"'«»“” ")
            if OF_TEMPLATE.search(id_):
                yield "other-program", found.start(), {"found": found[0], "nearest": ""}
                continue
            near = f"{{{{ figure: {id_} }}}}" if id_ else ""
            yield "figure-call", found.start(), {"found": found[0], "nearest": near}
