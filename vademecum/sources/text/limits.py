"""How much one file or text may hold. Each limit is far above what an editor writes, and far below what would
keep the machine of whoever checks it busy; what is beyond it is told with the number found.
"""

from __future__ import annotations

# A file of text, in bytes: a thick book has one million; reading takes some sixty times as much memory.
TEXT_BYTES = 4_000_000
# A line, in characters: some three thousand words. A browser, a terminal and a review show no longer one.
LINE = 20_000
# A picture as a file and on the page: what a telephone takes; the press unpacks four bytes a pixel.
PICTURE_BYTES = 10_000_000
PICTURE_PIXELS = 30_000_000
# How deep folders may lie in one another: ours lie two deep.
FOLDERS = 6
# A page's name in its address and its files: systems take 255 bytes with an ending, readers far less.
NAME = 120
# What one text may hold: a reader's list of contents, the foot of a page and the press have an end.
PARTS = {"headings": 500, "notes": 500, "pictures": 200, "rows": 2_000, "figures": 100}
