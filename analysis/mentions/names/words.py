"""Put the words of a text into the passages that the model of names reads.

A passage is whole paragraphs, as many as fit; a paragraph that does not fit is
cut behind a sentence. Nothing here knows what a name is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.encoder.words import WORD_CHARS, Cut, Pieces, Span

MAX_PIECES: Final = 128  # of one passage, both marks included; the model has places for no more
_ENDS: Final = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Passage:
    """What the model reads at once.

    `ids` and `shapes` have one number a piece, marks included; `heads` are the
    places among them where a word begins, `words` the numbers of those words.
    """

    ids: list[int]
    shapes: list[int]
    heads: list[int]
    words: list[int]


def passages(text: str, words: Sequence[Span], pieces: Pieces) -> Iterator[Passage]:
    """Yield the passages of a text in order; each word is in one, or in none if it has no capital near.

    Args:
        text: the text that was cut.
        words: what `cut_words` returned.
        pieces: how the model's tokenizer cuts words.
    """
    printed = [text[start : min(end, start + WORD_CHARS)] for start, end in words]
    cuts = pieces(printed)
    ends = pieces.first, pieces.last
    room = MAX_PIECES - 2
    held: list[int] = []
    size = 0
    for block in _blocks(text, words, printed, cuts, room):
        cost = sum(len(cuts[i][0]) for i in block)
        if held and size + cost > room:
            yield _passage(held, cuts, ends)
            held, size = [], 0
        held += block
        size += cost
    if held:
        yield _passage(held, cuts, ends)


def _blocks(text: str, words: Sequence[Span], printed: list[str], cuts: list[Cut], room: int) -> Iterator[list[int]]:
    """Paragraphs, cut where they are too long; those without any capital are left out."""
    for paragraph in _paragraphs(text, words):
        if not any(printed[i][0].isupper() for i in paragraph):
            continue
        rest = paragraph
        while rest:
            taken = _fitting(rest, printed, cuts, room)
            yield rest[:taken]
            rest = rest[taken:]


def _paragraphs(text: str, words: Sequence[Span]) -> Iterator[list[int]]:
    paragraph: list[int] = []
    before = 0
    for number, (start, end) in enumerate(words):
        if paragraph and "\n" in text[before:start]:
            yield paragraph
            paragraph = []
        paragraph.append(number)
        before = end
    if paragraph:
        yield paragraph


def _fitting(block: list[int], printed: list[str], cuts: list[Cut], room: int) -> int:
    """How many words of a block to take: all, or up to the last sentence end that fits."""
    size = 0
    sentence = 0
    for taken, number in enumerate(block):
        size += len(cuts[number][0])
        if size > room:
            return sentence or max(1, taken)
        if printed[number] in _ENDS:
            sentence = taken + 1
    return len(block)


def _passage(words: list[int], cuts: list[Cut], ends: tuple[int, int]) -> Passage:
    ids, shapes, heads = [ends[0]], [0], []
    for number in words:
        own, shape = cuts[number]
        heads.append(len(ids))
        ids += own
        shapes += [shape] * len(own)
    return Passage([*ids, ends[1]], [*shapes, 0], heads, words)
