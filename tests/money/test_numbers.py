"""Numbers are read from digits, words and both."""

from decimal import Decimal

import pytest

from analysis.money.notation.numbers import read_number
from analysis.money.notation.tokens import read_digits, tokenize

READ = [
    # printed, low, high
    ("12", "12", "12"),
    ("1,234,567.8", "1234567.8", "1234567.8"),
    ("12,34,567", "1234567", "1234567"),
    ("13 009", "13009", "13009"),
    ("1'200", "1200", "1200"),
    ("2,25", "2.25", "2.25"),
    ("2.5 bn", "2500000000", "2500000000"),
    ("2 lakh crore", "2000000000000", "2000000000000"),
    ("3½", "3.5", "3.5"),
    ("twenty-eight thousand six hundred forty-two", "28642", "28642"),
    ("a hundred and one", "101", "101"),
    ("one hundred thousand million", "100000000000", "100000000000"),
    ("one point three", "1.3", "1.3"),
    ("two and a half million", "2500000", "2500000"),
    ("2 and a half million", "2500000", "2500000"),
    ("a million and a half", "1500000", "1500000"),
    ("half-a-million", "500000", "500000"),
    ("three quarters of a billion", "750000000", "750000000"),
    ("a couple of thousand", "2000", "2000"),
    ("tens of millions", "10000000", "100000000"),
    ("several hundred thousand", "200000", "1000000"),
]


@pytest.mark.parametrize(("printed", "low", "high"), READ, ids=[row[0] for row in READ])
def test_reads(printed: str, low: str, high: str) -> None:
    """A number is read whole, to its last word."""
    tokens = tokenize(printed, 0, len(printed))
    number = read_number(tokens, 0)

    assert number is not None
    assert (number.low, number.high, number.end) == (Decimal(low), Decimal(high), len(tokens))


@pytest.mark.parametrize("printed", ["quarter results", "multi talent", "point five", "of two", "euros", "-"])
def test_reads_no_number(printed: str) -> None:
    """Words that only begin like a number are none."""
    assert read_number(tokenize(printed, 0, len(printed)), 0) is None


@pytest.mark.parametrize("printed", ["12.5.24", "1.2.3.4", "1,2,3", "9" * 30])
def test_reads_no_digits(printed: str) -> None:
    """Dates, versions, lists and serial numbers are no numbers."""
    assert read_digits(printed) is None
