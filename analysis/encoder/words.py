"""Cut a text into the words and pieces that the encoders of names and amounts read; say how words are written."""

import re
from collections.abc import Sequence
from typing import Any, Final

_WORD_PIECES: Final = 12  # a longer word is read by its beginning
WORD_CHARS: Final = 64
_BROKEN: Final = re.compile("[\ud800-\udfff]")  # half a character, which no tokenizer reads
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


def unbroken(text: str) -> str:
    r"""Put a mark in place of each half character, which nothing that reads UTF-8 can take; offsets stay.

    >>> unbroken("so\ud83d!") == "so\ufffd!"
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _BROKEN.sub("\ufffd", text)
    return text


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


Cut = tuple[list[int], int]  # the pieces of a word, and how it is written

_KEPT: Final = 32_768  # words whose pieces are remembered: some ten megabytes


class Pieces:
    """The pieces of words by a tokenizer, no more than twelve a word; as most words recur, each is cut once.

    `first` and `last` are the marks that stand at the ends of what a model reads.
    """

    def __init__(self, tokenizer: Any) -> None:
        self.first, self.last = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self._unknown = tokenizer.token_to_id("[UNK]")
        self._tokenizer = tokenizer
        self._known: dict[str, Cut] = {}

    def __call__(self, printed: Sequence[str]) -> list[Cut]:
        """Give the pieces of each word, and its shape; they are shared, not to be changed."""
        known = self._known
        new = [*dict.fromkeys(word for word in printed if word not in known)]
        if new:
            if len(known) + len(new) > _KEPT:
                known = self._known = {}  # not emptied: another thread may be reading the old one
                new = [*dict.fromkeys(printed)]
            encoded = self._tokenizer.encode(new, is_pretokenized=True, add_special_tokens=False)
            pieces: list[list[int]] = [[] for _ in new]
            for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
                pieces[word].append(piece)
            for word, own in zip(new, pieces, strict=True):
                known[word] = own[:_WORD_PIECES] or [self._unknown], shape_of(word)
        return [known[word] for word in printed]
