"""Files of other programs under the name of a text: Word's, LibreOffice's, a PDF, a picture."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
# What the files of programs begin with: none of it begins a text.
PROGRAMS = {
    ZIP: "ZIP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Word, Excel (.doc, .xls)",
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}
BEGINNINGS = tuple(PROGRAMS)
# What the files within an archive are called, or say that they are.
WITHIN = {
    b"word/": "Word (.docx)",
    b"opendocument.text": "LibreOffice (.odt)",
    b"opendocument.": "LibreOffice",
    b"xl/": "Excel (.xlsx)",
    b"ppt/": "PowerPoint (.pptx)",
    b"epub+zip": "EPUB",
}


def program_of(raw: bytes) -> str:
    """The program, or the kind of file, that some bytes begin as."""
    if raw.startswith(ZIP):
        return next((name for sign, name in WITHIN.items() if sign in raw), PROGRAMS[ZIP])
    return next(name for sign, name in PROGRAMS.items() if raw.startswith(sign))
