"""Totals as intervals: floor, best, ceiling."""

from decimal import Decimal

import pytest

from analysis.errors import SchemaError
from analysis.money.convert import convert_pledges
from analysis.money.ledger import merge_claims
from analysis.money.totals import pledge_totals
from tests.money.ledger_help import tables


def ledger(*texts: str):
    """Give the ledger of one article a text."""
    return merge_claims(
        *tables(
            [
                {"id": str(n), "date": "2024-02-27", "outlet": "A", "story": str(n), "text": t}
                for n, t in enumerate(texts)
            ]
        )
    )


def row(table, n=0):
    """Give a row of totals as a plain mapping."""
    return table.to_dict("records")[n]


def test_sums_are_intervals():
    """Read "More than" opens the ceiling, "up to" has a floor of nothing."""
    table = pledge_totals(
        ledger("Spain will give Mali more than 10 million euros.", "Italy will give Mali up to 4 million euros.")
    )

    assert row(table) == {
        "total": "all",
        "currency": "EUR",
        "floor": Decimal(10_000_000),
        "best": Decimal(14_000_000),
        "ceiling": Decimal(4_000_000),
        "open": True,
        "n": 2,
        "n_unconverted": 0,
    }


def test_parts_are_not_added():
    """A part of a stated total is in the total already."""
    table = pledge_totals(
        ledger("Spain will give Chad 50 million euros. The package includes 10 million euros for clinics.")
    )

    assert (row(table)["best"], row(table)["n"]) == (Decimal(50_000_000), 1)


def test_cancelled_gifts_are_not_added():
    """A gift that was withdrawn is in the ledger, not in its sum."""
    table = pledge_totals(ledger("Norway withdrew the 20 million kroner it had promised Uganda."))

    assert table.empty


def test_instruments_stand_apart():
    """Loans, guarantees and grants have columns of their own."""
    table = pledge_totals(
        ledger(
            "Portugal guaranteed 50 million euros of loans to Mozambique.",
            "Spain will lend Mali 9 million euros.",
            "Spain announced a grant of 8 million euros for Chad.",
        ),
        by="instrument",
    )

    assert table[["instrument", "best"]].values.tolist() == [
        ["grant", Decimal(8_000_000)],
        ["guarantee", Decimal(50_000_000)],
        ["loan", Decimal(9_000_000)],
    ]


def test_stages_stand_apart():
    """Pledged and disbursed money stand side by side, never added."""
    table = pledge_totals(
        ledger("Spain will give Mali 9 million euros.", "Italy has transferred 6 million euros to Mali."), by="status"
    )

    assert table[["status", "best"]].values.tolist() == [
        ["disbursed", Decimal(6_000_000)],
        ["pledged", Decimal(9_000_000)],
    ]


def test_unconverted_figures_are_counted():
    """A gift without a rate is not in a converted sum, and the table says how many there are."""
    both = ledger("Spain will give Mali 9 million euros.", "Kenya donated 30 million shillings to Malawi.")
    table = pledge_totals(convert_pledges(both, "EUR"))

    assert (row(table)["best"], row(table)["n"], row(table)["n_unconverted"]) == (Decimal("9000000.00"), 1, 1)


def test_donors_sum_to_the_total():
    """However it is cut, the whole is the whole."""
    whole = ledger("Spain will give Mali 9 million euros.", "Italy will give Mali 4 million euros.")

    assert pledge_totals(whole, by="donor")["best"].sum() == row(pledge_totals(whole))["best"]


def test_unknown_grouping_is_refused():
    """A column that is no group is named in the error."""
    with pytest.raises(SchemaError, match="cannot total by `colour`"):
        pledge_totals(ledger("Spain will give Mali 9 million euros."), by="colour")
