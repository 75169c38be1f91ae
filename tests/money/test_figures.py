"""The table of phrases is whole: every row says where the amount stands."""

import pytest

from analysis.money.reasons.figures import by_measure, by_phrase
from analysis.money.reasons.measures_lexicon import MEASURE_ROWS
from analysis.money.reasons.sayings_lexicon import ROWS

ALL_ROWS = [*ROWS, *MEASURE_ROWS]


@pytest.mark.parametrize("row", ALL_ROWS, ids=[f"{row.reason}-{place}" for place, row in enumerate(ALL_ROWS)])
def test_row_is_tied_to_the_amount(row):
    """A row has words on one side at least, and those before the amount end where it begins."""
    left, right = row.left.pattern.strip(), row.right.pattern.strip()

    assert (bool(left or right), left == "" or left.endswith("$")) == (True, True)


def test_a_comma_before_a_word_is_no_reason():
    """What is printed without a blank behind a comma says nothing of the amount."""
    assert by_phrase("Oslo,represented by its mayor, will give ", " to Odesa", gives=True) == ""


CASES = [
    # before the amount, reason
    ("Norway increased its public debt by ", "other"),
    ("The reform will cut the deficit by about ", "other"),
    ("The law raised taxes on households by ", "other"),
    ("Norway increased its aid to Mali by ", ""),
    ("Berlin cut Somalia's debt by ", ""),
]


@pytest.mark.parametrize(("left", "reason"), CASES, ids=[case[0] for case in CASES])
def test_a_change_of_debt_or_tax_is_no_gift(left, reason):
    """What a state's own debt, deficit or taxes change by is not given; a debt cut for another may be."""
    assert by_phrase(left, "", gives=True) == reason


SIZES = [
    # before the amount, behind it, reason
    ("Oslo put 45 million dollars into Softmark's ", " Vision Fund.", "other"),
    ("Oslo put ", " into Softmark's fund.", ""),
    ("Oslo gave 5 million dollars and Malta ", " to the fund.", ""),
]


@pytest.mark.parametrize(("left", "right", "reason"), SIZES, ids=[case[0] + case[1] for case in SIZES])
def test_the_size_of_a_fund_is_not_what_is_put_in(left, right, reason):
    """What a fund holds in all is not given by whoever pays into it."""
    assert by_phrase(left, right, gives=True) == reason


def test_a_dot_that_ends_no_sentence_hides_nothing():
    """A row that reads up to the end of a sentence reads over "U.S."."""
    assert by_phrase("He falsely said that the U.S. president gave ", "", gives=True) == "denied"


MEASURES = [
    # before the amount, after it, what it measures
    ("Fishermen have been deprived of ", " a year by the ban.", "loss"),
    ("The flat set them back ", ".", "price"),
    ("The response plan is priced at ", " for six months.", "need"),
    ("The ministry can spend ", " next year.", "budget"),
    ("By Friday the collection had reached ", ".", "total_to_date"),
    ("Drivers there start on ", " a month.", "salary"),
    ("The court said so, and ", " was left.", ""),
]


@pytest.mark.parametrize(("left", "right", "reason"), MEASURES, ids=[case[0] for case in MEASURES])
def test_what_nobody_gives_measures_something(left, right, reason):
    """The words around say what an amount measures, and say nothing where they do not."""
    assert by_measure(left, right) == reason
