"""The arithmetic of the scorer of rows, on claims made up for it."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from tests.gold.score_rows import Tally, tally

ROW = {
    "id": "t1",
    "text": "Norway gives NOK 50 million (USD 4.8 million).",
    "announced": "2024-05-02",
    "donor": "NOR",
    "donor_named": True,
    "amount": 50e6,
    "currency": "NOK",
    "kind": "Military",
}


def figure(value, currency, text, equivalents=()):
    """Make an amount of one value."""
    return SimpleNamespace(
        low=Decimal(value), high=Decimal(value), currency=currency, text=text, equivalents=equivalents
    )


def claim(value=50_000_000, currency="NOK", donor="NOR", text="NOK 50 million", equivalents=()):
    """Make a claim with an amount."""
    amount = figure(value, currency, text, equivalents)
    return SimpleNamespace(donor=donor, amount=amount, exclude_reason="")


def judged(*claims, **changes):
    """Score one row on the claims given."""
    return tally([{**ROW, **changes}], lambda text, published: claims)


@pytest.mark.parametrize(
    ("claims", "found", "right"),
    [
        ([claim()], 1, 1),
        ([claim(50_240_000)], 1, 1),
        ([claim(50_260_000)], 0, 0),
        ([claim(currency="SEK")], 0, 0),
        ([claim(donor="SWE")], 1, 0),
        ([claim(donor="SWE"), claim()], 1, 1),
        ([claim(donor="SWE"), claim(4_800_000)], 1, 0),
        ([claim(4_800_000, "USD", equivalents=(figure(50_000_000, "NOK", "NOK 50 million"),))], 1, 1),
        ([SimpleNamespace(donor="NOR", amount=None)], 0, 0),
        ([], 0, 0),
    ],
)
def test_a_claim_needs_amount_currency_and_a_named_donor(claims, found, right):
    """Half a per cent is near enough; the donor has to stand in a claim with the right amount."""
    result = judged(*claims)

    assert (result.found, result.named_found, result.named_right) == (found, found, right)


def test_a_donor_that_is_not_named_is_not_asked_for():
    """Such a row counts for the amount alone."""
    result = judged(claim(donor=None), donor_named=False)

    assert (result.found, result.named, result.named_right, result.misses) == (1, 0, 0, [])


def test_a_figure_that_the_text_has_not_is_counted():
    """One of two claims has words that stand nowhere in the row."""
    assert judged(claim(), claim(text="NOK 55 million")).invented == 1


def test_an_open_end_is_judged_by_the_other_bound():
    """Of "more than", only the low bound is there."""
    open_ended = claim()
    open_ended.amount.high = None

    assert judged(open_ended).found == 1


def test_the_reader_is_given_the_date():
    """A row without a date has none."""
    asked = []
    rows = [ROW, {**ROW, "announced": None}]

    tally(rows, lambda text, published: asked.append(published) or [])

    assert asked == [date(2024, 5, 2), None]


def test_shares_are_of_what_totals_say():
    """Each share times its total is the number of right ones."""
    result = Tally(rows=8, found=6, named=5, named_found=4, named_right=3, claims=10, invented=1)

    assert result.shares() == {
        "amount_recall": 0.75,
        "named_recall": 0.6,
        "named_donor": 0.75,
        "invented_wrong": 0.1,
    }
    assert set(result.totals()) == set(result.shares())
