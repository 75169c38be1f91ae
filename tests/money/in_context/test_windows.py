"""The windows that the encoder of amounts reads: what is in them, which amounts share one, and hostile text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.money.amounts import find_amounts
from analysis.money.in_context.read import model
from analysis.money.in_context.windows import MAX_PIECES, SHAPES, groups, near, window
from analysis.money.notation.links import without_links

TEXT = "Norway gives Mali 5 million euros. Its farmers had asked for 9 million euros. " + "Rain fell. " * 100
TEXTS = st.lists(st.sampled_from(["5 million euros", "$3", "a loan of", "\n", "(((", "É", "x" * 90]), max_size=60)


def spans(text: str) -> list[tuple[int, int]]:
    """Give where the amounts of a text are."""
    return [(amount.start, amount.end) for amount in find_amounts(text)]


def test_amounts_that_stand_close_are_read_at_once_and_marked():
    """One window holds both, each at its first piece, and nothing from far behind them."""
    amounts = spans(TEXT)
    (group,) = groups(amounts, len(TEXT))
    cut = window(TEXT, group, amounts, model().pieces)
    words = [model().tokenizer.id_to_token(piece) for piece in cut.ids]

    assert [words[place] for place in cut.places.values()] == ["5", "9"]
    assert [word for word, shape in zip(words, cut.shapes, strict=True) if shape >= SHAPES // 2] == [
        *("5", "million", "euros"),
        *("9", "million", "euros"),
    ]
    assert words.count("rain") < 30


def test_a_window_begins_with_a_whole_word():
    """Half of a word is none."""
    text = "x" * 30 + "y" * 400 + " Norway gives Mali 5 million euros."
    cut = window(text, spans(text), spans(text), model().pieces)

    assert model().tokenizer.id_to_token(cut.ids[1]) == "norway"


def test_the_address_of_a_link_takes_no_room():
    """A window reaches over it to the words that a reader sees."""
    opening = "The lake council said on Friday that it "
    shown = f"{opening}[will give Mali](https://example.org/{'a-long-way/' * 20}) 5 million euros."
    text = without_links(shown)
    cut = window(text, spans(text), spans(text), model().pieces)
    words = [model().tokenizer.id_to_token(piece) for piece in cut.ids]

    assert words[1:4] == ["the", "lake", "council"]
    assert "example" not in words


def test_amounts_far_apart_are_read_apart():
    """Neither is in the window of the other."""
    text = f"{TEXT} Sweden gives Chad 7 million euros."
    amounts = spans(text)
    starts = [start for start, _ in amounts]
    first, second = groups(amounts, len(text))

    assert [len(first), len(second)] == [2, 1]
    assert near(amounts, starts, second) == second


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_every_amount_is_in_one_group_and_every_window_has_room(parts):
    """Whatever the text; marks included no window is too long."""
    text = " ".join(parts)
    amounts = spans(text)
    found = list(groups(amounts, len(text)))

    assert [span for group in found for span in group] == amounts
    for group in found:
        cut = window(text, group, amounts, model().pieces)
        assert len(cut.ids) == len(cut.shapes) <= MAX_PIECES
        assert set(cut.places) <= {start for start, _ in group}


def test_half_a_character_is_read():
    """As a mark that stands for it."""
    text = "\ud800 Norway gives Mali 5 million euros."
    cut = window(text, [(20, 35)], [(20, 35)], model().pieces)

    assert list(cut.places) == [20]


@pytest.mark.parametrize("text", ["", "no money at all"])
def test_a_text_without_amounts_has_no_window(text):
    """There is nothing to read."""
    assert not list(groups(spans(text), len(text)))
