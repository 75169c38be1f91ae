import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.sentences import split_sentences

SPLIT = [
    ["Oslo gives US$2.5 million.", "It is for Kyiv."],
    ["Mr. Lund of the U.S. Senate gave Rs. 2 lakh crore.", "He left."],
    ["“It is over,” she said.", "“We go.”", "They went."],
    ["Did they go?", "Yes!", "At 5 p.m. it rained."],
    ["It cost €1.5bn, i.e. more than in Jan. 2024.", "That was no. 3."],
    ["He works for Fjord Inc. in Bergen.", "The firm gave 3 pumps."],
]


@pytest.mark.parametrize("sentences", SPLIT, ids=[case[0][:40] for case in SPLIT])
def test_splits_where_sentences_end(sentences):
    """Abbreviations, initials, amounts and quotes do not end a sentence; full stops do."""
    assert [s.text for s in split_sentences(" ".join(sentences))] == sentences


def test_a_line_break_ends_a_sentence():
    """A headline without a full stop is a sentence of its own."""
    assert [s.text for s in split_sentences("Aid grows\nOslo gives.")] == ["Aid grows", "Oslo gives."]


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_every_character_is_in_one_sentence(text):
    """Spans cut their text, come in order, and leave out white space alone."""
    found = split_sentences(text)

    assert all(text[s.start : s.end] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


def test_offsets_are_those_of_the_text_a_piece_stands_in():
    """A paragraph is split where it stands."""
    text = "Before. \n\n Oslo gives. \n Kyiv thanks. "
    found = split_sentences(text[9:], 9)

    assert [s.text for s in found] == ["Oslo gives.", "Kyiv thanks."]
    assert all(text[s.start : s.end] == s.text for s in found)
