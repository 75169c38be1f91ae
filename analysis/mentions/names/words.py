"""Cut a text into words, and words into the passages that the model of names reads.

A passage is whole paragraphs, as many as fit; a paragraph that does not fit is
cut behind a sentence. Nothing here knows what a name is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

MAX_PIECES: Final = 128  # of one passage, both marks included; the model has places for no more
_WORD_PIECES: Final = 12  # a longer word is read by its beginning
_WORD_CHARS: Final = 64
_ENDS: Final = frozenset(".!?")
_WORD: Final = re.compile(
    r"""
    [^\W\d_]+   # letters of any script: hyphens and apostrophes stand alone, "Al-Bashir's" is five words
    | \d+
    | [^\w\s]   # each sign alone
    | _
    """,
    re.VERBOSE,
)

Span = tuple[int, int]


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


def cut_words(text: str) -> list[Span]:
    """Cut `text` into words and signs; white space is in none.

    >>> text = "Mr. al-Amin's"
    >>> [text[a:b] for a, b in cut_words(text)]
    ['Mr', '.', 'al', '-', 'Amin', "'", 's']
    """
    return [match.span() for match in _WORD.finditer(text)]


def shape_of(word: str) -> int:
    """Say how a word is written, because the model's own pieces have no capitals.

    >>> [shape_of(word) for word in ("2024", ".", "city", "A", "UN", "Oslo", "McKay", "eBay")]
    [1, 2, 3, 4, 5, 6, 7, 8]
    """
    if word.isdigit():
        return 1
    if not word.isalpha():
        return 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) == 1 else 5
    if word.istitle():
        return 6
    return 7 if word[0].isupper() else 8


SHAPES: Final = 9  # 0 is a mark of the passage's ends


def passages(text: str, words: Sequence[Span], tokenizer: Any) -> Iterator[Passage]:
    """Yield the passages of a text in order; each word is in one, or in none if it has no capital near.

    Args:
        text: the text that was cut.
        words: what `cut_words` returned.
        tokenizer: of the model; has `[CLS]` and `[SEP]`.
    """
    printed = [text[start : min(end, start + _WORD_CHARS)] for start, end in words]
    pieces = _pieces(printed, tokenizer)
    ends = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    room = MAX_PIECES - 2
    held: list[int] = []
    size = 0
    for block in _blocks(text, words, printed, pieces, room):
        cost = sum(len(pieces[i]) for i in block)
        if held and size + cost > room:
            yield _passage(held, printed, pieces, ends)
            held, size = [], 0
        held += block
        size += cost
    if held:
        yield _passage(held, printed, pieces, ends)


def _pieces(printed: list[str], tokenizer: Any) -> list[list[int]]:
    unknown = tokenizer.token_to_id("[UNK]")
    encoded = tokenizer.encode(printed, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in printed]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        pieces[word].append(piece)
    return [own[:_WORD_PIECES] or [unknown] for own in pieces]


def _blocks(
    text: str, words: Sequence[Span], printed: list[str], pieces: list[list[int]], room: int
) -> Iterator[list[int]]:
    """Paragraphs, cut where they are too long; those without any capital are left out."""
    for paragraph in _paragraphs(text, words):
        if not any(printed[i][0].isupper() for i in paragraph):
            continue
        rest = paragraph
        while rest:
            taken = _fitting(rest, printed, pieces, room)
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


def _fitting(block: list[int], printed: list[str], pieces: list[list[int]], room: int) -> int:
    """How many words of a block to take: all, or up to the last sentence end that fits."""
    size = 0
    sentence = 0
    for taken, number in enumerate(block):
        size += len(pieces[number])
        if size > room:
            return sentence or max(1, taken)
        if printed[number] in _ENDS:
            sentence = taken + 1
    return len(block)


def _passage(words: list[int], printed: list[str], pieces: list[list[int]], ends: tuple[int, int]) -> Passage:
    ids, shapes, heads = [ends[0]], [0], []
    for number in words:
        heads.append(len(ids))
        ids += pieces[number]
        shapes += [shape_of(printed[number])] * len(pieces[number])
    return Passage([*ids, ends[1]], [*shapes, 0], heads, words)
