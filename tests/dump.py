"""A page as plain text, to compare: a line for each block, indented as boxes and lists hold one another."""

from __future__ import annotations

from html.parser import HTMLParser

from vademecum.hosts.rendering import RenderedPage

SIGNS = {"h2": "## ", "h3": "### ", "li": "- ", "dt": "", "dd": ": ", "p": "", "blockquote": "> ", "tr": "| "}
SIGNS |= {"figcaption": "~ ", "desc": "~ ", "text": "~ "}  # what a drawing says
VOID = ("br", "hr", "img")


class Dump(HTMLParser):
    """Blocks as lines; links as [text](address), linked terms as [text](concept), another language as
    {language: text}.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[list[str]] = [[""]]
        self.ends: list[str] = []
        self.depth = 0
        self.marked = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        lang, end = values.get("lang"), ""
        marked = tag == "a" and values.get("class") == "mark"  # of a drawing: its words are one line
        if marked or (tag in SIGNS and not (tag == "text" and self.marked)):
            self.line(SIGNS.get(tag, "~ "))
        self.marked = marked or (self.marked and tag != "a")
        if tag == "div":
            self.line(f"[{values.get('class', '').removeprefix('admonition ')}]")
            self.line("")
        if lang:
            self.write(f"{{{lang}: ")
            end = "}"
        if tag == "a":
            self.write("[")
            end = f"]({values.get('data-term') or values['href']})" + end
        if tag not in VOID:
            self.ends.append(end)
        self.depth += tag in ("div", "li", "dd", "blockquote")

    def handle_endtag(self, tag: str) -> None:
        self.write(self.ends.pop())
        self.marked = self.marked and tag != "a"
        self.depth -= tag in ("div", "li", "dd", "blockquote")

    def handle_data(self, data: str) -> None:
        self.write(data)

    def line(self, sign: str) -> None:
        if self.lines[-1][1:] or not self.lines[-1][0].strip() or sign:
            self.lines.append(["  " * self.depth + sign])

    def write(self, text: str) -> None:
        if text.strip() or self.lines[-1][1:]:
            self.lines[-1].append(text)

    def __str__(self) -> str:
        texts = (" ".join("".join(line).split(" ")).replace("\n", " ").rstrip() for line in self.lines)
        return "".join(f"{text}\n" for text in texts if text.strip())


def dump(ready: RenderedPage) -> str:
    """A page's title, lead, notice and text."""
    view = ready.view
    head = [
        f"# {view['title']}",
        view["eyebrow"],
        view["lead"],
        f"! {view['notice']}" if view["notice"] else None,
    ]
    terms = [
        f"* {term['label']}: {term['summary']}" + (f" {{{term['lang']}}}" if term["lang"] else "")
        for term in view["terms"]
    ]
    return (
        "".join(f"{line}\n" for line in head if line)
        + str(Dump(ready.html))
        + "".join(f"{term}\n" for term in terms)
    )
