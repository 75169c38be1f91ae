"""Cut the text around amounts into the windows that the encoder of amounts reads.

A window is some two sentences before an amount and one behind; amounts that stand close are
read in one. Windows depend on the text and its amounts alone, not on which of them is asked for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.encoder.words import SHAPES as PRINTED_SHAPES
from analysis.encoder.words import WORD_CHARS, Pieces, Span, cut_words, unbroken

MAX_PIECES: Final = 160  # of one window, both marks included; the model has places for no more
SHAPES: Final = 2 * PRINTED_SHAPES  # how a word is written, outside of amounts and within them
_BEFORE: Final = 280  # characters before the first amount
_BEHIND: Final = 200  # and behind the last
_ROOM: Final = 640  # of a window of several amounts
_LONGEST: Final = 200  # characters of an amount


@dataclass(frozen=True, slots=True)
class Window:
    """What the model reads at once: one number a piece, marks included, and where its amounts begin.

    `words` gives the offsets in the text of the word that each piece is of, an empty span for marks;
    `places` the piece of each amount by the offset of its first character in the text.
    """

    ids: list[int]
    shapes: list[int]
    words: list[Span]
    places: dict[int, int]


def groups(amounts: Sequence[Span], length: int) -> Iterator[list[Span]]:
    """Put amounts that stand close to each other together, as many as a window has room for.

    Args:
        amounts: their offsets, in order.
        length: of the text.

    >>> [len(group) for group in groups([(10, 20), (100, 110), (900, 910)], 2000)]
    [2, 1]
    """
    held: list[Span] = []
    for amount in amounts:
        if held and min(length, amount[1] + _BEHIND) - max(0, held[0][0] - _BEFORE) > _ROOM:
            yield held
            held = []
        held.append(amount)
    if held:
        yield held


def near(amounts: Sequence[Span], starts: Sequence[int], group: Sequence[Span]) -> Sequence[Span]:
    """Give the amounts that may stand in the window of a group, by where they all start."""
    low = bisect_left(starts, group[0][0] - 2 * _BEFORE - _LONGEST)
    return amounts[low : bisect_right(starts, group[-1][1] + 2 * _BEHIND)]


def _reach(text: str, group: Sequence[Span]) -> Span:
    """Give the offsets of the window of a group; a run of white space, as a blanked address is, counts once."""
    start, end = group[0][0], group[-1][1]
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    low, high = start - _BEFORE - _blank(before), end + _BEHIND + _blank(behind)
    return max(0, low), min(len(text), high)


def _blank(text: str) -> int:
    return len(text) - len(" ".join(text.split()))


def window(text: str, group: Sequence[Span], amounts: Sequence[Span], pieces: Pieces) -> Window:
    """Cut the window of a group of `groups` out of a text; an amount behind its last piece has no place in it.

    Args:
        text: the whole text, links blanked (`links.without_links`).
        group: the amounts that the window is for.
        amounts: those of the text, or those that are `near`; they are marked.
        pieces: how the model's tokenizer cuts words.
    """
    low, high = _reach(text, group)
    whole = unbroken(text[low:high])
    spans = cut_words(whole)[low > 0 and text[low - 1 : low + 1].isalnum() :]  # the rest of a word is none
    printed = [whole[a:b][:WORD_CHARS] for a, b in spans]
    words = [(low + a, low + b) for a, b in spans]
    marked = [span for span in amounts if span[1] > low and span[0] < high]
    ids, shapes, own = [pieces.first], [0], [(low, low)]
    places: dict[int, int] = {}
    passed, held = 0, 1  # amounts that end before the word, and pieces so far
    for span, (cut, shape) in zip(words, pieces(printed), strict=True):
        size, look = len(cut), shape
        if held + size >= MAX_PIECES:
            break
        start, end = span
        while passed < len(marked) and marked[passed][1] <= start:
            passed += 1
        if passed < len(marked) and marked[passed][0] < end:
            if marked[passed] in group:
                places.setdefault(marked[passed][0], held)
            look += PRINTED_SHAPES
        held += size
        ids += cut
        if size == 1:  # as most are
            shapes.append(look)
            own.append(span)
        else:
            shapes += [look] * size
            own += [span] * size
    return Window([*ids, pieces.last], [*shapes, 0], [*own, (high, high)], places)
