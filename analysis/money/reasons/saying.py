"""A fixed way of speaking, and the pieces that several of them are made of.

The tables are `analysis.money.reasons.sayings_ungiven`, `sayings_business`, `sayings_before`
and `sayings_lexicon`, which joins them.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A way of speaking."""

    reason: str
    left: re.Pattern[str]  # searched in the clause before the amount
    right: re.Pattern[str]  # matched in the clause after it
    gift: bool = False  # holds of gifts too; otherwise a word of giving beside the amount wins


def row(reason: str, left: str = "", right: str = "", *, gift: bool = True) -> Row:
    """Make a row of verbose patterns; an empty one asks nothing of its side."""
    return Row(reason, re.compile(left, re.VERBOSE), re.compile(right, re.VERBOSE), gift)


# How far: "about", "more than the", "up to another".
HEDGE = r"\W*(?:\w+\W+){0,3}$"
MANY = r"(?:companies|firms|businesses|corporations|manufacturers|employers|investors|industry|industries)"
