"""Settle the names of one article against each other.

A name that stands five times is one thing five times: its kind is the one that
all its occurrences together say, and where the model overlooked one of them, it
is a name there too. Only what is printed alike is compared.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from analysis.mentions.names.spans import Span

_SURE: Final = 0.6  # probability from which a name is looked for where it was overlooked
_LEAST: Final = 4  # letters of such a name; shorter ones are words too


def settled(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give alike names one kind, and add the occurrences that were overlooked.

    Args:
        text: what the spans were found in.
        spans: in order, without overlaps.

    Returns:
        Spans in order, without overlaps; none is dropped.
    """
    kinds = _kinds(text, spans)
    agreed = [
        Span(span.start, span.end, kinds.get((text[span.start : span.end], span.kind), span.kind), span.probability)
        for span in spans
    ]
    return sorted([*agreed, *_overlooked(text, agreed)], key=lambda span: span.start)


def _kinds(text: str, spans: Sequence[Span]) -> dict[tuple[str, str], str]:
    """Find the kind that the occurrences of one printed name say together, for those that say another."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        weights[text[span.start : span.end]][span.kind] += span.probability
    changed = {}
    for name, said in weights.items():
        most = max(sorted(said), key=lambda kind: said[kind])
        for kind in said:
            if kind != most and said[kind] < said[most] / 2:
                changed[name, kind] = most
    return changed


def _overlooked(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Occurrences of a sure name of the text that no span touches."""
    known: dict[str, Span] = {}
    for span in spans:
        name = text[span.start : span.end]
        if span.probability >= _SURE and len(name) >= _LEAST and name[0].isupper():
            known.setdefault(name, span)
    if not known:
        return
    starts = [span.start for span in spans]
    # The longest first, so that a full name is not found as its surname.
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w&'’-])(?:{names})(?![\w&-])", text):
        behind = bisect_left(starts, match.end())
        if behind == 0 or spans[behind - 1].end <= match.start():
            like = known[match.group()]
            yield Span(match.start(), match.end(), like.kind, like.probability)
