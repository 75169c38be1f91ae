"""How words are cut into the pieces that encoders read, and that a word is cut once."""

from typing import Any

import pytest

from analysis.encoder import words
from analysis.encoder.words import Pieces, shape_of
from analysis.money.in_context.read import model


class Counting:
    """A tokenizer that keeps what it was asked to cut."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self.asked: list[list[str]] = []

    def token_to_id(self, mark: str) -> int:
        """Give the number of a mark."""
        return int(self._tokenizer.token_to_id(mark))

    def encode(self, printed: list[str], **settings: bool) -> Any:
        """Cut words, as the tokenizer does."""
        self.asked.append(printed)
        return self._tokenizer.encode(printed, **settings)


@pytest.fixture
def tokenizer() -> Counting:
    """Give the tokenizer of the encoder of amounts."""
    return Counting(model().tokenizer)


def test_a_word_is_cut_as_the_tokenizer_cuts_it(tokenizer: Counting) -> None:
    """Its pieces and its shape do not hang on the words beside it."""
    printed = ["Oslo", "gave", "Zaporizhzhia", "€", "5", "€"]
    for word, (own, shape) in zip(printed, Pieces(tokenizer)(printed), strict=True):
        assert own == model().tokenizer.encode(word, add_special_tokens=False).ids
        assert shape == shape_of(word)


def test_a_word_is_cut_once(tokenizer: Counting) -> None:
    """What was cut before is not asked of the tokenizer again."""
    pieces = Pieces(tokenizer)
    first = pieces(["aid", "for", "aid"])
    assert pieces(["for", "aid", "relief"]) == [first[1], first[0], pieces(["relief"])[0]]
    assert tokenizer.asked == [["aid", "for"], ["relief"]]


def test_what_is_remembered_has_a_bound(tokenizer: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it everything is forgotten, and what is asked for is cut anew."""
    monkeypatch.setattr(words, "_KEPT", 3)
    pieces = Pieces(tokenizer)
    first = pieces(["aid", "for", "Mali"])
    assert pieces(["aid", "to", "Mali"]) == [first[0], pieces(["to"])[0], first[2]]
    assert tokenizer.asked == [["aid", "for", "Mali"], ["aid", "to", "Mali"]]
    assert len(pieces(["one", "two", "three", "four", "five"])) == 5


def test_a_word_that_is_no_word_and_one_too_long_are_read(tokenizer: Counting) -> None:
    """The first is unknown, the second read by its beginning."""
    odd, long = Pieces(tokenizer)(["\u200d", "x7" * 40])
    assert odd[0] == [tokenizer.token_to_id("[UNK]")]
    assert len(long[0]) == 12
