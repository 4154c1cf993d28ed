"""What HTML shows, told in a line: the elements that a reader sees, one within another, and the words."""

from __future__ import annotations

from html.parser import HTMLParser

# Elements that say nothing of what is shown, and what others are called here.
PASSED_OVER = frozenset(("thead", "tbody", "div", "span", "section", "svg", "path"))
NAMES = {"blockquote": "quote", "del": "s", "img": "picture", "pre": "code-block", "sup": "note-mark"}
CLASSES = {
    "citations": "citation",
    "footnote": "notes",
    "admonition note": "box",
    "admonition example": "box",
    "admonition warning": "box",
    "admonition-title": "title",
    "markdown-alert markdown-alert-note": "box",
    "markdown-alert markdown-alert-tip": "box",
    "markdown-alert markdown-alert-warning": "box",
    "markdown-alert-title": "title",
}
# What is told as a whole: a mark of a note is a link inside, a note a list.
WHOLE = frozenset(("note-mark", "notes", "code-block", "citation", "figure"))
EMPTY = frozenset(("br", "hr", "img", "input"))
SCHEMES = ("http:", "https:", "mailto:")


class Skeleton(HTMLParser):
    """The elements of a piece of HTML and its words; `str()` tells them as `p(em) ul(li li)`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, list[str]]] = [("", [])]
        self.written: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((_name(tag, dict(attrs)), []))
        if tag in EMPTY:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        name, inside = self.open.pop()
        if not name:
            self.open[-1][1].extend(inside)
        else:
            held = f"({' '.join(inside)})" if inside and name not in WHOLE else ""
            self.open[-1][1].append(name + held)

    def handle_data(self, data: str) -> None:
        self.written.append(data)

    def __str__(self) -> str:
        return " ".join(self.open[0][1])

    @property
    def words(self) -> str:
        return " ".join("".join(self.written).split())


def _name(tag: str, attributes: dict[str, str | None]) -> str:
    name = CLASSES.get((attributes.get("class") or "").strip(), NAMES.get(tag, tag))
    if name in PASSED_OVER:
        return ""
    if tag == "input":
        return "tick"
    if tag == "ol" and attributes.get("start"):
        return f"ol:{attributes['start']}"
    if tag == "a" and not _leads_somewhere(attributes.get("href") or ""):
        return "a:nowhere"
    if tag in ("th", "td") and (attributes.get("style") or attributes.get("class")):
        return f"{tag}:aligned"
    return f"{name}:{attributes['lang']}" if attributes.get("lang") and tag != "ol" else name


def _leads_somewhere(address: str) -> bool:
    """Whether a forge follows an address: it knows those of the web, and places in the repository."""
    return address.startswith(SCHEMES) or ":" not in address.partition("/")[0]
