"""Descriptions of givers: which words make one, and what id it has."""

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges
from analysis.money.roles.described import description_id, phrases
from analysis.money.text.items import phrase_text
from analysis.money.text.reader import Reader


def told(text: str) -> list[str]:
    """Give the words of each description of the first sentence of a text, without what stands behind its head."""
    reader = Reader(text, find_amounts(text))
    sentence = reader.first()
    assert sentence is not None
    items = reader.items(sentence)
    return [phrase_text(items, phrase.start, phrase.head) for phrase in phrases(items)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A retired bus driver from Lund sang.", ["retired bus driver"]),
        ("The dockers' union will meet.", ["dockers' union"]),
        ("Its school fees rose.", []),
        ("The union leader spoke.", []),
        ("No parishioner came.", []),
        ("The bakery closed.", []),
        ("Two bakeries closed.", ["Two bakeries"]),
        ("People came.", []),
        ("People of Kenmare came.", ["People"]),
    ],
)
def test_a_head_tells_somebody_apart(text: str, found: list[str]):
    """A noun that describes another, that stands for a name or for anybody is no description."""
    assert told(text) == found


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("Salmark's employees", "salmark-employees"),
        ("the chorister's father", "choristers-father"),
        ("women's league", "womens-league"),
        ("Lund's own school", "lund-school"),
    ],
)
def test_the_id_is_made_of_the_words(words: str, ident: str):
    """The mark of an owner goes, but for one person's kin and in what a body is called."""
    assert description_id(words) == ident


def test_a_description_is_nobodys_sole_giver():
    """A gift that leaves its giver open is not given to somebody who is only described."""
    text = "Norway told of 5 million euros in aid for Chad. A baker in Lund gave 500 euros to a club."
    assert [claim.donor for claim in find_pledges(text)][1] == "baker-in-lund"
    assert find_pledges(text)[0].donor != "baker-in-lund"
