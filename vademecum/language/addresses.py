"""Addresses, names of files and of programs, tags and paths: their words are no running text."""

from __future__ import annotations

from vademecum.language.regex import regex

# What tells that the word around it is a name: a scheme, an @, a tag, a folder, a dot inside a word.
_MARK = regex(
    r"[@#:/.\\](?=\S)(?:"
    r"(?<=:)(?<=\w:)//"
    r"|(?<=@)(?=\w)"
    r"|(?<=#)(?<![\w&#]#)(?=[^\W\d])"  # #tag, but neither C# nor &#38;
    # /folder, ./folder, ~/folder, where a word may begin
    r"|(?<=/)(?:(?<![^\s(\[{<«“\"'=]/)|(?<=[\s(\[]\./)|(?<=[\s(\[]\.\./)|(?<=[\s(\[]~/)|(?<=^~/)|(?<=^\./))(?=[\w.])"
    r"|(?<=\\)(?<=[\w:]\\)(?=\w)"
    # Node.js, list.pdf, example.org, LIST.PDF; not 3.5, nor a full stop without its space (a capital follows)
    r"|(?<=\.)(?<=\w\.)(?=[^\W\dA-ZÀ-Þ]|\d{1,9}[^\W\d]|(?:PDF|DOCX?|XLSX?|PPTX?|OD[TSP]|CSV|ZIP|JPE?G|PNG)(?!\w))"
    r")"
)
_BOUNDS = r"\s\x00-\x1f<>()\[\]{}«»“”\"‘"
_BEFORE = regex(rf"[{_BOUNDS},;|]")
_AFTER = regex(rf"[{_BOUNDS}]|(?<![.,;:!?’'…])[.,;:!?’'…]++(?=[{_BOUNDS}]|$)")


def unlinkable(text: str) -> list[tuple[int, int]]:
    """The spans (start, end) of a text that are addresses, names of files or programs, tags and paths.

    In order, none overlapping. `https://example.org/term`, `name@example.org`, `term.pdf`, `#term`,
    `/usr/term`, `Node.js`. Linear in the length of the text.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    while mark := _MARK.search(text, at):
        start = mark.start()
        while start > at and not _BEFORE.match(text[start - 1]):
            start -= 1
        after = _AFTER.search(text, mark.end())
        at = after.start() if after else len(text)
        spans.append((start, at))
    return spans
