"""From labels to spans: edges, mending, settling; on labels made by hand."""

import numpy as np
import pytest

from analysis.mentions.names.mend import mended
from analysis.mentions.names.settle import settled
from analysis.mentions.names.spans import LABELS, Span, bare, spans_of
from analysis.mentions.names.words import cut_words


def logits(*labels):
    """Make logits that are sure of these labels."""
    rows = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, label in zip(rows, labels, strict=True):
        row[LABELS.index(label)] = 9
    return rows


def spans(text, *found):
    """Make spans of (words, kind) or (words, kind, probability) in order."""
    made, after = [], 0
    for words, kind, *probability in found:
        start = text.index(words, after)
        after = start + len(words)
        made.append(Span(start, after, kind, probability[0] if probability else 0.9))
    return made


def read(text, made):
    """Give spans as their words and kinds."""
    return [(text[span.start : span.end], span.kind) for span in made]


def test_labels_become_spans():
    """A name begins at its mark and ends where another begins or nothing is said."""
    text = "Ada Lund Oslo said UN"
    found = spans_of(text, cut_words(text), logits("B-person", "I-person", "B-place", "O", "I-organization"))

    assert read(text, found) == [("Ada Lund", "person"), ("Oslo", "place"), ("UN", "organization")]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("the Mr. Okello's", "Okello"),
        ("“Oslo”", "Oslo"),
        ("U.S.", "U.S."),
        ("Oslo.", "Oslo"),
        ("Tesla Inc.", "Tesla Inc"),
        ("UN.", "UN"),
        ("The Hague", "The Hague"),
        ("The Herald", "Herald"),
        ("Bank (Asia)", "Bank (Asia)"),
        ("— ", ""),
    ],
)
def test_edges_are_bare(words, kept):
    """Signs, articles, courtesies and possessives stay outside; dots of initials stay inside."""
    assert words[slice(*bare(words, 0, len(words)))] == kept


MENDED = [
    ("Kenya Fund came", [("Kenya", "place"), ("Fund", "organization")], [("Kenya Fund", "organization")]),
    ("Aziza Karimova came", [("Aziza", "person"), ("Karimova", "person")], [("Aziza Karimova", "person")]),
    ("the Free Party and others", [("Free Party and", "organization")], [("Free Party", "organization")]),
    ("the Court of Appeal said", [("Court of", "organization")], [("Court of Appeal", "organization")]),
    ("the Court of old men", [("Court of", "organization")], [("Court", "organization")]),
    ("Oslo, UNX", [("Oslo", "place"), ("UNX", "organization")], [("Oslo", "place"), ("UNX", "organization")]),
    ("Bank of Oslo", [("Bank of", "organization"), ("Oslo", "place")], [("Bank", "organization"), ("Oslo", "place")]),
    ("Hope came", [("Hope", "person", 0.3)], []),
    ("a Dockers' Pot", [("Dockers", "organization"), ("Pot", "organization")], [("Dockers' Pot", "organization")]),
    ("the Gulf of Oman", [("Gulf", "place"), ("Oman", "place")], [("Gulf of Oman", "place")]),
    ("Lagos of Nigeria", [("Lagos", "place"), ("Nigeria", "place")], [("Lagos", "place"), ("Nigeria", "place")]),
    ("Bread and Peace", [("and Peace", "organization")], [("Peace", "organization")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "wanted"), MENDED, ids=[case[0] for case in MENDED])
def test_mends(text, found, wanted):
    """Halves are joined, hanging words cut, open ends finished, weak names dropped."""
    assert read(text, mended(text, spans(text, *found))) == wanted


def test_one_name_has_one_kind():
    """The kind that most of its occurrences say is every occurrence's."""
    text = "Boca won. Boca lost. Boca drew."
    found = spans(text, ("Boca", "organization"), ("Boca", "place", 0.5), ("Boca", "organization"))

    assert read(text, settled(text, found)) == [("Boca", "organization")] * 3


def test_two_weighty_kinds_both_stand():
    """Where the text says two kinds with like weight, both stay: the person and the town."""
    text = "Paris left Paris."
    found = spans(text, ("Paris", "person"), ("Paris", "place", 0.7))

    assert read(text, settled(text, found)) == [("Paris", "person"), ("Paris", "place")]


def test_an_overlooked_name_is_found_again():
    """A sure name is a name wherever it is printed as a whole word, and nowhere inside one."""
    text = "Lund spoke. Then Lund left for Lunden, and Ada-Lund stayed."

    assert read(text, settled(text, spans(text, ("Lund", "person")))) == [("Lund", "person")] * 2


def test_a_doubtful_or_short_name_is_not_looked_for():
    """An unsure name, and one of three letters, is left where the model saw it."""
    text = "Hope came. Hope is all. Ada left. Ada?"
    found = spans(text, ("Hope", "person", 0.5), ("Ada", "person"))

    assert read(text, settled(text, found)) == [("Hope", "person"), ("Ada", "person")]
