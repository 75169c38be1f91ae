"""Time grows with the length of the text, not with its square, whatever the text.

Measured as the ratio of two runs on the same machine in the same minute, the
best of a few, with a wide margin: a quadratic step would quadruple or worse.
"""

import time

import pytest

from analysis.money.amounts import find_amounts

SMALL, FACTOR = 12_000, 4
WORST = 2.2 * FACTOR  # a quadratic step gives FACTOR squared, 16

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


def _seconds(text: str) -> float:
    start = time.perf_counter()
    find_amounts(text)
    return time.perf_counter() - start


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(unit: str) -> None:
    """A text four times as long takes about four times as long."""
    small, large = unit * (SMALL // len(unit)), unit * (SMALL * FACTOR // len(unit))
    find_amounts(small[:1000])
    ratios = []
    for _ in range(6):
        # A floor of a millisecond: below it, the clock is what is measured.
        ratios.append(_seconds(large) / max(_seconds(small), 0.001))
        if min(ratios) < WORST:
            break

    assert min(ratios) < WORST


def test_a_megabyte_of_nothing_is_nearly_free() -> None:
    """Text without money costs less than a hundredth of the same length of money."""
    plain = "The council met again on Tuesday and the mayor spoke at length. " * 800
    money = "It cost €5 million ($6m) a year. " * (len(plain) // 33)
    ratios = [_seconds(plain) / _seconds(money) for _ in range(3)]

    assert min(ratios) < 0.1
