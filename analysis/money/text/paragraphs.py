"""What parts the paragraphs of a text: an empty line, or in a cleaned body the end of a line."""

import re
from functools import lru_cache
from itertools import pairwise

_EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE = re.compile(r"\n[ \t]*")
_ITEM = re.compile(r"(?:[-*•–#]|\d{1,2}[.)])[ \t]")
_ENDS = (".", "!", "?", "”", '"', "’", "'", ")", ":", ";")
_LONG = 160  # characters that few lines have which were broken to fit a page
_MANY = 5  # one line of so many is broken in a text that was


def breaks(text: str) -> list[int]:
    r"""Give where the paragraphs of a text begin, and where it ends.

    >>> breaks("Oslo gave 5m.\nLima gave 2m."), breaks("Oslo gave\n5m.\n\nLima gave 2m.")
    ([0, 14, 27], [0, 15, 28])
    """
    between = _EMPTY_LINE if parted_by(text) == "\n\n" else _LINE
    return [0, *(match.end() for match in between.finditer(text)), len(text)]


@lru_cache(maxsize=4)  # asked again for each sum of a text
def parted_by(text: str) -> str:
    r"""Give the line breaks between two paragraphs of a text: one in a cleaned body, two where empty lines stand.

    A text without an empty line has a paragraph a line, unless its lines were broken to fit a page: then few are
    long, and many end within a sentence where the next word would have been too much.
    """
    if "\n" not in text or _EMPTY_LINE.search(text) is not None:
        return "\n\n"
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if 2 * sum(len(line) for line in lines if len(line) > _LONG) > len(text):
        return "\n"
    width = sorted(map(len, lines))[len(lines) * 9 // 10]  # some stick out: an address is not broken
    broken = sum(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
        and not line.endswith(_ENDS)
        and _ITEM.match(after) is None
        for line, after in pairwise(lines)
    )
    return "\n" if _MANY * broken < len(lines) else "\n\n"
