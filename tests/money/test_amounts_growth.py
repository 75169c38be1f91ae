"""Work grows with the length of the text, not with its square, whatever the text.

Measured in calls, of Python's functions and of C's, which are the same on every
machine; what one call of C costs is timed by `python -m tests.bench.amounts_growth`.
"""

import sys
from types import FrameType

import pytest

from analysis.money.amounts import find_amounts

SMALL, FACTOR = 12_000, 4
WORST = 1.3 * FACTOR  # a quadratic step gives FACTOR squared, 16
FEW = 2_000  # calls that a text may cost whatever its length, so that a ratio of next to nothing says nothing

HOSTILE = {
    "digits": "1",
    "digits with commas": "1,",
    "dollar signs": "$",
    "dollars with figures": "$1 ",
    "open brackets": "$1 (",
    "nested brackets": "€5m (",
    "brackets": "()",
    "scale words": "million ",
    "scale words with money": "$5 million million ",
    "hedges": "more than ",
    "hedges with money": "up to about nearly $5 ",
    "ranges": "$1-",
    "ranges to": "$1 to ",
    "between": "between $1 and ",
    "hyphens": "-5-dollar",
    "number words": "twenty-one hundred ",
    "number words with money": "one hundred and one dollars ",
    "spaces": " ",
    "dollar and spaces": "$1" + " " * 400,
    "letters": "a",
    "codes": "EUR",
    "codes with figures": "EUR 5 ",
    "points": "1.",
    "short signs": "R5",
    "ambiguous": "5 million crowns, ",
    "line breaks": "$5\n\n",
    "conversions": "€5 ($6) ",
    "elided": "€5 and another 20 ",
    "fractions": "½",
    "vague": "hundreds of millions of ",
    "apostrophes": "1'000",
    "spaced thousands": "$100 000 ",
}


def _calls(text: str) -> int:
    """Count the calls that finding the amounts of a text makes."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        find_amounts(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_is_linear(unit: str) -> None:
    """A text four times as long makes about four times as many calls."""
    small, large = unit * (SMALL // len(unit)), unit * (SMALL * FACTOR // len(unit))
    find_amounts(small[:1000])  # what is loaded once is no work of this text

    assert _calls(large) <= WORST * max(_calls(small), FEW)


def test_text_without_money_is_nearly_free() -> None:
    """It makes less than a hundredth of the calls of the same length of money."""
    plain = "The council met again on Tuesday and the mayor spoke at length. " * 800
    money = "It cost €5 million ($6m) a year. " * (len(plain) // 33)
    find_amounts(money[:1000])

    assert _calls(plain) < _calls(money) / 100
