"""Reports of gifts whose giver is not named: what they are joined to, and what they leave alone."""

from itertools import permutations

import pytest

from analysis.money.merging.unnamed import NAMED_ELSEWHERE, UNNAMED
from analysis.money.totals import pledge_totals
from analysis.schemas import PLEDGES
from tests.money.ledger_help import MILLION, claim, ledger_of

DAYS = {"a": "2025-03-03", "b": "2025-03-05", "c": "2025-03-06", "d": "2025-09-01"}
NOBODY = {"donor": None, "donor_text": None, "donor_level": None}
NOWHERE = {"recipient": None, "recipient_text": None}


def nameless(key, article, **more):
    """Give a claim of 100 million euros that Ukraine got, nobody says from whom."""
    return claim(key, article, sentence="Ukraine was given 100 million euros.", start_char=18, **{**NOBODY, **more})


CASES = [
    # name, claims, donor and articles of each pledge
    ("alone it is a gift", [nameless("1", "a")], [(None, 1)]),
    ("told twice it is one", [nameless("1", "a"), nameless("2", "b")], [(None, 2)]),
    ("another names who gives", [nameless("1", "a"), claim("2", "b")], [("NOR", 2)]),
    ("months later it is another", [nameless("1", "a"), claim("2", "d")], [(None, 1), ("NOR", 1)]),
    ("another receiver", [nameless("1", "a"), claim("2", "b", recipient="MDA")], [(None, 1), ("NOR", 1)]),
    (
        "another sum",
        [nameless("1", "a", low=90 * MILLION, high=90 * MILLION), claim("2", "b")],
        [(None, 1), ("NOR", 1)],
    ),
    (
        "another form",
        [nameless("1", "a", instrument="loan"), claim("2", "b", instrument="swap")],
        [(None, 1), ("NOR", 1)],
    ),
    (
        "two givers fit",
        [nameless("1", "a"), claim("2", "b"), claim("3", "c", donor="SWE")],
        [(None, 1), ("NOR", 1), ("SWE", 1)],
    ),
    ("its own text names the giver", [nameless("1", "a", **NOWHERE), claim("2", "a")], [("NOR", 1)]),
    ("another text need not mean it", [nameless("1", "a", **NOWHERE), claim("2", "b")], [(None, 1), ("NOR", 1)]),
    ("of two nameless ones one fits", [nameless("1", "a"), nameless("2", "b"), claim("3", "c")], [("NOR", 3)]),
]


@pytest.mark.parametrize(("claims", "ledger"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_which_gift_it_is(claims, ledger):
    """Sum, time and receiver, or the text, tell; the order in which claims come does not."""
    for order in permutations(claims):
        rows = ledger_of(*order, days=DAYS)
        assert sorted(((row["donor"], row["articles"]) for row in rows), key=str) == sorted(ledger, key=str)


def test_the_row_says_how_it_was_joined():
    """And has the giver, however many reports do not name it."""
    (row,) = ledger_of(nameless("1", "a"), nameless("2", "b"), claim("3", "c"), days=DAYS)
    assert (row["donor"], row["donor_level"]) == ("NOR", "government")
    assert set(row["merge_rule"].split("; ")) == {UNNAMED, NAMED_ELSEWHERE}


def test_another_of_the_same_size_stays_apart():
    """What a text calls "another", days later, is no report of the gift before."""
    again = nameless("2", "c") | {"sentence": "Ukraine was given another 100 million euros.", "start_char": 26}
    assert len(ledger_of(nameless("1", "a"), again, days=DAYS)) == 2


def test_it_is_no_member_of_those_who_gave_together():
    """A total of named givers holds no gift of nobody."""
    total = claim("1", "a", donor="NOR SWE", low=300 * MILLION, high=300 * MILLION, text="300 million euros")
    rows = ledger_of(total, nameless("2", "a") | {"start_char": 500}, days=DAYS)
    assert [row["parent_id"] for row in rows] == [None, None]


def test_totals_keep_it_under_no_name():
    """It is added to the total, and by giver stands under none."""
    rows = ledger_of(nameless("1", "a"), claim("2", "d"), days=DAYS)
    totals = pledge_totals(PLEDGES.frame(rows), by="donor")
    assert dict(zip(totals["donor"], totals["best"] / MILLION, strict=True)) == {"": 100, "NOR": 100}
