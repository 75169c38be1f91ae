"""Mend names that the model cut in the wrong place, and drop those it hardly believes in.

Each rule is about how English writes names, whatever the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.mentions.names.spans import Span

LEAST: Final = 0.4  # probability under which a name is dropped
# A first word read as somebody else: "Kenya [Red Cross]", "Harland [Mining Plc]", "Aziza [Karimova]".
_JOINED: Final = {
    ("place", "organization"): "organization",
    ("person", "organization"): "organization",
    ("person", "person"): "person",
}
_WATERS: Final = frozenset(
    "Strait Straits Gulf Bay Sea Cape Horn Isle Isles Valley Port".split()
)  # "Strait of [Hormuz]"
_HANGING: Final = re.compile(r"\s+(?:and|or|in|at|to|the|&)$")  # "Democratic Alliance and"
_LEADING: Final = re.compile(r"(?:and|or|of|in|at|by|from|to)\s+")  # "and Peace"
_OPEN: Final = re.compile(r"\s(?:of|for)(?:\sthe)?$")  # "Court of"
_NEXT: Final = re.compile(r"\s+[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]*)*")


def mended(text: str, spans: Sequence[Span]) -> list[Span]:
    """Mend the edges of names and join halves.

    Args:
        text: what the spans were found in.
        spans: in order, without overlaps.

    Returns:
        Spans in order, without overlaps.
    """
    kept = _joined(text, [span for span in spans if span.probability >= LEAST])
    limits = [span.start for span in kept[1:]] + [len(text)]
    return [_mended(text, span, limit) for span, limit in zip(kept, limits, strict=False)]


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        whole = _whole(text, found[-1], span) if found else None
        if whole:
            found[-1] = Span(found[-1].start, span.end, whole, min(found[-1].probability, span.probability))
        else:
            found.append(span)
    return found


def _whole(text: str, before: Span, span: Span) -> str | None:
    """Kind of the one name that two neighbours are; None where they are two."""
    between = text[before.end : span.start]
    first = text[before.start : before.end]
    if between == " " and " " not in first:
        return _JOINED.get((before.kind, span.kind))
    kinds = before.kind, span.kind
    if between in ("' ", "’ ") and kinds == ("organization", "organization"):  # "Workers' Party"
        return "organization"
    return "place" if between == " of " and kinds == ("place", "place") and first in _WATERS else None


def _mended(text: str, span: Span, limit: int) -> Span:
    """Cut hanging words off, and finish what ends in "of"; `limit` is where the next name begins."""
    leading = _LEADING.match(text, span.start, span.end)
    if leading:
        span = replace(span, start=leading.end())
    hanging = _HANGING.search(text, span.start, span.end)
    if hanging:
        span = replace(span, end=hanging.start())
    unfinished = _OPEN.search(text, span.start, span.end)
    if unfinished is None:
        return span
    more = _NEXT.match(text, span.end, limit)
    return replace(span, end=more.end() if more else unfinished.start())
