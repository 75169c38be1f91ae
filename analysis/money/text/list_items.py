"""Items of a list, and what stands above them: its heading and the items that they are parts of.

A list goes from one matter to the next. What an item names holds for that item, and for those below it alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from analysis.money.text.reader import Reader

MARK: Final = r"(?:[•*·▪●◦–—-]|\(?\d{1,2}[.)])"  # what an item opens with: a dash, a bullet, a number
LINE: Final = re.compile(rf"[^\S\n]*{MARK}\s")  # where a line is an item
# Links, what is left of one where words are cut off in it, tags and stress.
_MARKS = re.compile(r"\]\([^)\s]*\)?|^[^\s(]*/[^\s(]*\)|<[^>]{1,80}>|[*_\[\]\\]")
_MARK = re.compile(r"[\]/<*_\[\\]")  # one of these is in each
_ITEM = re.compile(rf"^(?P<indent>[ \t]*){MARK}[ \t]+\S", re.MULTILINE)
_NEXT = re.compile(rf"\n[ \t]*{MARK}[ \t]+\S")  # and one behind a line, which "^" would be slow to find
_ABOVE = 3000  # characters above an item in which what it is part of stands
_HEADING = 160  # characters of the longest heading
_LEADS = (":", "including", "*", "_", ">")  # how a heading and what leads to a list end


def without_marks(words: str) -> str:
    """Give words without marks of layout, parted by single spaces.

    >>> without_marks("a **first** [grant](http://x.org)")
    'a first grant'
    """
    if _MARK.search(words) is not None:  # few words have any
        words = _MARKS.sub(" ", words)
    return " ".join(words.split())


def has_items(reader: Reader) -> bool:
    """Whether a text has an item of a list."""
    return _ITEM.match(reader.text) is not None or _NEXT.search(reader.text) is not None


def item_at(offset: int, reader: Reader) -> tuple[int, int] | None:
    """Give from where to where the item of a list at an offset goes; None outside lists."""
    opens, ends = reader.around(offset)
    opens = reader.text.rfind("\n", 0, max(opens, offset - _ABOVE)) + 1
    low: int | None = None
    for match in _ITEM.finditer(reader.text, opens, ends):
        if match.start() > offset:
            return (low, match.start()) if low is not None else None
        low = match.start()
    return (low, ends) if low is not None else None


def above(start: int, reader: Reader) -> Iterator[tuple[int, int]]:
    """Give what the item of a list that begins at `start` is part of: items above it, and the heading."""
    text = reader.text
    first = max(0, start - _ABOVE)
    lines = list(_ITEM.finditer(text, text.rfind("\n", 0, first) + 1, start + 1))
    own = _ITEM.match(text, start)
    depth = _depth(own["indent"]) if own is not None else 0
    top = start
    for match in reversed(lines):
        if match.start() >= start:
            continue
        if _depth(match["indent"]) < depth:
            depth = _depth(match["indent"])
            yield match.start(), _end(match.start(), reader)
    for low, high in _blocks(top, reader):
        words = text[low:high].strip()
        if not words or words.startswith("<!--") or _ITEM.match(text, text.rfind("\n", 0, low) + 1):
            continue
        if len(words) <= _HEADING or words.endswith(_LEADS):
            yield low, high
        return


def before_lists(reader: Reader) -> tuple[int, int]:
    """Give from where to where a text goes before the first item of its lists: what it says there, it is about."""
    first = _ITEM.search(reader.text, 0, _ABOVE)
    return 0, first.start() if first is not None else min(_ABOVE, len(reader.text))


def _depth(indent: str) -> int:
    return len(indent.expandtabs(4))


def _end(start: int, reader: Reader) -> int:
    known = item_at(start, reader)
    return known[1] if known is not None else start


def _blocks(start: int, reader: Reader) -> Iterator[tuple[int, int]]:
    """Give the paragraphs above an offset, the nearest first."""
    at = start
    while at > max(0, start - _ABOVE):
        low, high = reader.around(at - 1)
        if low >= at:
            return
        if low < at < high:  # the item's own paragraph, of which something stands above it
            yield low, at
        elif high <= start:
            yield low, high
        at = low
