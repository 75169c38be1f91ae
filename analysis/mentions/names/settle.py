"""Settle the names of one article against each other.

A name that stands five times is one thing five times: its kind is the one that
all its occurrences together say, and where the model overlooked one of them, it
is a name there too. Only what is printed alike is compared.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from analysis.mentions.names.spans import Span

_INHABITANTS: Final = re.compile(r"(?P<stem>[A-ZÀ-Þ]\w{3,}?)(?:i?ans?|i?ners?|e?rs|ites|ese|is)")
_SURE: Final = 0.6  # probability from which a name is looked for where it was overlooked
_TITLED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}")
# Words of which some papers print a capital, as names of the one that their country has.
_INSTITUTIONS: Final = frozenset(
    "Government Army Navy Police Parliament Cabinet Treasury Senate Congress Court Council Assembly Church".split()
)
_SENTENCE: Final = re.compile(r"(?:\A|[.!?…:;\n\"“‘(—]\s*)\Z")
_DOUBTFUL: Final = 0.85  # under which a surname of the text outweighs another kind
_LEAST: Final = 4  # letters of such a name; shorter ones are words too


def settled(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give alike names one kind, and add the occurrences that were overlooked.

    Args:
        text: what the spans were found in.
        spans: in order, without overlaps.

    Returns:
        Spans in order, without overlaps.
    """
    kinds = _kinds(text, spans)
    agreed = [
        Span(span.start, span.end, kinds.get((text[span.start : span.end], span.kind), span.kind), span.probability)
        for span in spans
    ]
    agreed = _widened(text, _inhabitants(text, agreed))
    agreed = _without_words(text, _surnames(text, agreed))
    return sorted([*agreed, *_overlooked(text, agreed)], key=lambda span: span.start)


def _without_words(text: str, spans: Sequence[Span]) -> list[Span]:
    """Drop a word that only opens a sentence with a capital, and stands in small letters elsewhere in the text."""
    within = {text[span.start : span.end] for span in spans if not _opens(text, span)}

    def is_word(span: Span) -> bool:
        name = text[span.start : span.end]
        if name in _INSTITUTIONS or name in within or not _TITLED.fullmatch(name) or not _opens(text, span):
            return False
        return re.search(rf"(?<![\w'’-]){name.lower()}(?![\w-])", text) is not None

    return [span for span in spans if not is_word(span)]


def _opens(text: str, span: Span) -> bool:
    return _SENTENCE.search(text, max(0, span.start - 4), span.start) is not None


def _surnames(text: str, spans: Sequence[Span]) -> list[Span]:
    """Make a person of a doubtful one-word name that is the surname of somebody in the text."""
    full = [text[s.start : s.end] for s in spans if s.kind == "person" and s.probability >= _SURE]
    surnames = {name.rpartition(" ")[2] for name in full if " " in name}

    def bears(span: Span) -> bool:
        doubtful = span.kind in ("organization", "place") and span.probability < _DOUBTFUL
        return doubtful and text[span.start : span.end] in surnames

    return [replace(span, kind="person") if bears(span) else span for span in spans]


def _widened(text: str, spans: Sequence[Span]) -> list[Span]:
    """Widen a part of a name to the whole that stands there and is sure elsewhere: "Garten" of "Ina Garten"."""
    whole: dict[tuple[str, str], list[str]] = defaultdict(list)
    for span in spans:
        name = text[span.start : span.end]
        words = name.split(" ")
        if span.probability >= _SURE and len(words) > 1:
            whole[span.kind, words[-1]].append(name)
            whole[span.kind, words[0]].append(name)
    found = []
    for place, span in enumerate(spans):
        least = spans[place - 1].end if place else 0
        most = spans[place + 1].start if place + 1 < len(spans) else len(text)
        found.append(_whole_of(text, span, whole, least, most))
    return found


def _whole_of(text: str, span: Span, whole: dict[tuple[str, str], list[str]], least: int, most: int) -> Span:
    """Return the name that stands around a span between its neighbours, or the span."""
    part = text[span.start : span.end]
    words = part.split(" ")
    for name in (*whole.get((span.kind, words[-1]), ()), *whole.get((span.kind, words[0]), ())):
        if len(name) <= len(part):
            continue
        start = span.end - len(name) if name.endswith(f" {part}") else span.start
        end = start + len(name)
        clear = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        great = all(word[:1].isupper() for word in name.split(" "))
        if great and start >= least and end <= most and clear and text[start:end] == name:
            return replace(span, start=start, end=end)
    return span


def _inhabitants(text: str, spans: Sequence[Span]) -> list[Span]:
    """Make groups of those who are called after a place of the text: "Floridians" beside "Florida"."""
    places = {text[span.start : span.end] for span in spans if span.kind == "place"}

    def lives(word: str) -> bool:
        ending = _INHABITANTS.fullmatch(word)
        return ending is not None and any(place.startswith(ending["stem"]) and place != word for place in places)

    told = ("place", "organization")
    return [
        replace(span, kind="group") if span.kind in told and lives(text[span.start : span.end]) else span
        for span in spans
    ]


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
