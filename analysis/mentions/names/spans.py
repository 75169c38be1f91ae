"""From what the model says of each word to the spans of names.

The model marks where a name begins and goes on; here that becomes spans that do
not overlap, that do not end in a sign, and that leave articles, titles and
possessives outside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

KINDS: Final = ("person", "organization", "place", "group")
OTHER: Final = "other"  # events, products, buildings, laws: learned beside the rest, and not returned
LABELS: Final = ("O", *(f"{mark}-{kind}" for kind in (*KINDS, OTHER) for mark in "BI"))

_INITIALS: Final = re.compile(r"(?:\b[A-Z]\.){2,}$")  # whose last dot is theirs: "U.S."

Logits = npt.NDArray[np.float32]
Word = tuple[int, int]

_BEFORE: Final = re.compile(
    r"""
    (?: [^\w(]+                                 # quotes and dashes
    | (?:[Tt]he|THE)\s+(?!Hague\b)              # "The" belongs to few names, and readers do not miss it
    | (?:Mr|Mrs|Ms|Dr|Mx)(?:\.\s*|\s+)          # courtesies
    )+
    """,
    re.VERBOSE,
)
_BEHIND: Final = re.compile(r"(?:['’][sS]|[^\w.)]+|(?<![A-Z])\.|(?<=[A-Z]{2})\.)+$")


@dataclass(frozen=True, slots=True)
class Span:
    """A name as the model found it; `probability` is the mean over its words."""

    start: int
    end: int
    kind: str
    probability: float


def spans_of(text: str, words: Sequence[Word], logits: Logits) -> list[Span]:
    """Join labelled words to names, in order.

    Args:
        text: what was labelled.
        words: start and end of each word.
        logits: one row a word, one column a label of `LABELS`.
    """
    shares = probabilities(logits)
    found = []
    for kind, first, last in _lines(text, words, _runs(shares.argmax(axis=1).tolist())):
        start, end = bare(text, words[first][0], words[last - 1][1])
        if start < end:
            found.append(Span(start, end, kind, float(_of_kind(shares[first:last], kind).mean())))
    return found


def probabilities(logits: Logits) -> Logits:
    """Turn logits into probabilities, row by row."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True)) if len(logits) else logits
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def _of_kind(shares: Logits, kind: str) -> Logits:
    place = LABELS.index(f"B-{kind}")
    return np.asarray(shares[:, place] + shares[:, place + 1])


def _runs(labels: list[int]) -> Iterator[tuple[str, int, int]]:
    """Kind, first word and word after the last; a name that goes on without a beginning begins there."""
    kind, first = "", 0
    for place, label in enumerate([*labels, 0]):
        mark, _, said = LABELS[label].partition("-")
        if kind and (mark != "I" or said != kind):
            yield kind, first, place
            kind = ""
        if said and not kind:
            kind, first = said, place


def _lines(text: str, words: Sequence[Word], runs: Iterator[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Cut runs at the end of a line: no name goes on in the next paragraph."""
    for kind, first, last in runs:
        begin = first
        for word in range(first + 1, last):
            if "\n" in text[words[word - 1][1] : words[word][0]]:
                yield kind, begin, word
                begin = word
        yield kind, begin, last


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave signs, articles, courtesies and possessives outside a span.

    >>> text = "the Mr. Okello's"
    >>> text[slice(*bare(text, 0, len(text)))]
    'Okello'

    The dot of initials stays:

    >>> text = "U.S."
    >>> text[slice(*bare(text, 0, len(text)))]
    'U.S.'
    """
    before = _BEFORE.match(text, start, end)
    if before:
        start = before.end()
    behind = _BEHIND.search(text, start, end)
    end = behind.start() if behind else end
    initials = _INITIALS.search(text, start, end + 1)
    return start, initials.end() if initials else end
