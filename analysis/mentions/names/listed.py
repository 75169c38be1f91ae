"""Say which names of a text the register lists, as `find_mentions` reads them there."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
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


def with_countries(spans: Sequence[Span], mentions: Sequence[Mention]) -> list[Span]:
    """Let the register have the word on countries: they are places, and their peoples groups.

    A country that the model overlooked is added; one that is part of a longer
    name ("Bank of Ghana") is left there.
    """
    kinds = {(m.start, m.end): _kind_of(m) for m in mentions if m.kind == "country"}
    agreed = [replace(span, kind=kinds.get((span.start, span.end), span.kind)) for span in spans]
    starts = [span.start for span in agreed]
    added = [
        Span(start, end, kind, 1.0)
        for (start, end), kind in kinds.items()
        if not (behind := bisect_left(starts, end)) or agreed[behind - 1].end <= start
    ]
    return sorted([*agreed, *added], key=lambda span: span.start)


def _kind_of(mention: Mention) -> str:
    return "group" if mention.form == "demonym" else "place"


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
