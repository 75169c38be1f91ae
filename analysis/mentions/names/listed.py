"""Say which names of a text the register lists, as `find_mentions` reads them there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from analysis.mentions.names.spans import Span
from analysis.records import Mention

_LETTERS: Final = re.compile(r"[^\W\d_]+")
# What stands before a place and makes it no other place: "Southern Lebanon", "Greater London".
_SIDES: Final = frozenset(
    """
    north northern south southern east eastern west western northeast northeastern northwest northwestern southeast
    southeastern southwest southwestern central upper lower inner outer greater mainland the
    """.split()
)


def with_register(text: str, spans: Sequence[Span], mentions: Sequence[Mention]) -> list[Span]:
    """Let the register have the word on whom it lists: where they stand, and of what kind they are.

    A name that covers only part of an entity's ("US" of "US Congress") gives
    way to it, and an entity that the model overlooked is added. One that is
    part of a longer name ("Bank of Ghana") is left there, but not in a heading in
    capitals, where any two words look like one name.

    Args:
        text: what was read.
        spans: its names, in order.
        mentions: what `find_mentions` found in it.
    """
    found = list(spans)
    for mention in mentions:
        start = mention.start + len("mainland ") * mention.text.startswith("mainland ")
        first, last = _touching(found, start, mention.end)
        if (
            first < last
            and not _in_capitals(text, found[first:last])
            and (found[first].start < start or found[last - 1].end > mention.end)
        ):
            continue
        sure = max((span.probability for span in found[first:last]), default=1.0)
        found[first:last] = [Span(start, mention.end, _kind_of(mention), sure)]
    return found


def _in_capitals(text: str, spans: Sequence[Span]) -> bool:
    """Whether names stand in a line of capitals; an acronym alone is no such line."""
    start, end = spans[0].start, spans[-1].end
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[start:end] + text[end:].partition("\n")[0]
    words = [word for word in _LETTERS.findall(line) if len(word) > 1]
    return len(words) > 3 and sum(word.isupper() for word in words) > 0.8 * len(words)


def _touching(spans: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    """Place of the first span that reaches past `start`, and of the first that begins at `end` or later."""
    return bisect_right(spans, start, key=lambda span: span.end), bisect_left(spans, end, key=lambda span: span.start)


def _kind_of(mention: Mention) -> str:
    if mention.form == "demonym":
        return "group"
    return "place" if mention.kind == "country" else mention.kind


def listed_ids(text: str, spans: Sequence[Span], mentions: Sequence[Mention]) -> list[str | None]:
    """Give the register's id for each span, or None for those that nobody listed.

    A name is listed where the register's names cover every word of it that
    begins with a capital ("Southern Lebanon"), or where both are people. "UN
    Mission in Lebanon" is not the UN, and is not listed for Lebanon's sake.

    Args:
        text: what was read.
        spans: its names, in order.
        mentions: what `find_mentions` found in it.
    """
    ends = [mention.end for mention in mentions]
    found = []
    for span in spans:
        first = bisect_left(ends, span.start + 1)
        inside = []
        while first < len(mentions) and mentions[first].start < span.end:
            inside.append(mentions[first])
            first += 1
        found.append(_listed(text, span, inside))
    return found


def _listed(text: str, span: Span, inside: Sequence[Mention]) -> str | None:
    if not inside:
        return None
    last = inside[-1]
    if span.kind == "person":
        return last.entity_id if last.kind == "person" else None
    covered = all(
        any(mention.start <= word.start() < mention.end for mention in inside)
        for word in _LETTERS.finditer(text, span.start, span.end)
        if word.group()[0].isupper() and word.group().lower() not in _SIDES
    )
    return last.entity_id if covered else None
