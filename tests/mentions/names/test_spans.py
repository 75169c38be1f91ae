"""From labels to spans: edges, mending, settling; on labels made by hand."""

import numpy as np
import pytest

from analysis.encoder.words import cut_words
from analysis.mentions.names.mend import mended
from analysis.mentions.names.settle import settled
from analysis.mentions.names.spans import LABELS, Span, bare, spans_of


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
    ("the Strait of Oman", [("Strait of", "place"), ("Oman", "place")], [("Strait of Oman", "place")]),
    ("Lady Ek came", [("Lady Ek", "person")], [("Ek", "person")]),
    ("Lady Gaga came", [("Lady Gaga", "person")], [("Lady Gaga", "person")]),
    ("Lagos of Nigeria", [("Lagos", "place"), ("Nigeria", "place")], [("Lagos", "place"), ("Nigeria", "place")]),
    ("E. J. Holm came", [("E. J", "person"), ("Holm", "person")], [("E. J. Holm", "person")]),
    ("Colonel Bo Ek came", [("Colonel Bo Ek", "person")], [("Bo Ek", "person")]),
    ("King Bo came", [("King Bo", "person")], [("King Bo", "person")]),
    ("Okello She Never Saw", [("Okello She Never", "person")], [("Okello", "person")]),
    ("Theresa May came", [("Theresa May", "person")], [("Theresa May", "person")]),
    ("Ada Lund (D-Iowa) came", [("D-Iowa", "place")], [("Iowa", "place")]),
    ("in B.C. today", [("C.", "place")], [("B.C.", "place")]),
    ("the W.T.O. said", [("W.T", "organization"), ("O.", "place")], [("W.T.O.", "organization")]),
    ("Carrick-on-Holm lost", [("Carrick-on", "place"), ("Holm", "place")], [("Carrick-on-Holm", "place")]),
    ("Oslo-Bergen lost", [("Oslo", "place"), ("Bergen", "place")], [("Oslo", "place"), ("Bergen", "place")]),
    ("Sen. Ek (R-N.C.) came", [("R", "person"), ("N.C.", "place")], [("N.C.", "place")]),
    ("Ada Holm’s Verses sold", [("Ada Holm’s Verses", "person")], [("Ada Holm", "person")]),
    ("the Taoiseach came", [("Taoiseach", "organization")], []),
    ("the new MP came", [("MP", "organization")], []),
    ("Ana (Bo) Holm came", [("Bo) Holm", "person")], [("Bo", "person")]),
    (
        "Museum of Old Norse Letters",
        [("Museum of Old", "organization"), ("Norse", "group"), ("Letters", "organization")],
        [("Museum of Old Norse Letters", "organization")],
    ),
    ("Mark Holm came", [("Holm", "person")], [("Mark Holm", "person")]),
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


def test_no_name_goes_on_in_the_next_line():
    """What the model read as one name over a line end is two."""
    text = "Ada Lund\nOslo"
    found = spans_of(text, cut_words(text), logits("B-person", "I-person", "I-person"))

    assert read(text, found) == [("Ada Lund", "person"), ("Oslo", "person")]


def test_a_part_is_widened_to_the_name_that_stands_there():
    """The surname alone is the whole name where the text knows it; never over words in small letters."""
    text = "Ina Garten cooks. Ina Garten eats Greek orzo. Greek orzo."
    found = spans(text, ("Ina Garten", "person"), ("Garten", "person"), ("Greek orzo", "group"), ("Greek", "group"))

    assert read(text, settled(text, found)) == [
        ("Ina Garten", "person"),
        ("Ina Garten", "person"),
        ("Greek orzo", "group"),
        ("Greek", "group"),
    ]


def test_a_doubtful_kind_gives_way_to_a_surname():
    """A surname is a person, unless the text is sure of something else."""
    text = "Ada Lund spoke. Lund left. Bo Ford came by Ford."
    found = spans(
        text, ("Ada Lund", "person"), ("Lund", "place", 0.6), ("Bo Ford", "person"), ("Ford", "organization", 0.95)
    )

    assert [kind for _, kind in read(text, settled(text, found))] == ["person", "person", "person", "organization"]


def test_a_word_that_only_opens_a_sentence_is_no_name():
    """It stands in small letters elsewhere, and nowhere within a sentence as a name."""
    text = "Banks closed, and the banks fell. Hope fell with hope. Then Hope spoke. Lund fell."
    found = spans(text, ("Banks", "organization"), ("Hope", "person"), ("Hope", "person"), ("Lund", "person"))

    assert read(text, settled(text, found)) == [("Hope", "person"), ("Hope", "person"), ("Lund", "person")]


def test_those_called_after_a_place_of_the_text_are_a_group():
    """Inhabitants are told by their ending and the place; a place with such an ending stays."""
    text = "Floridians left Florida for Texas and Milan."
    found = spans(text, ("Floridians", "place"), ("Florida", "place"), ("Texas", "place"), ("Milan", "place"))

    assert [kind for _, kind in read(text, settled(text, found))] == ["group", "place", "place", "place"]


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
