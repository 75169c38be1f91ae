"""Totals as intervals: floor, best, ceiling."""

from datetime import date
from decimal import Decimal

import pytest

from analysis.errors import SchemaError
from analysis.money.convert import convert_pledges, rate_on
from analysis.money.ledger import merge_claims
from analysis.money.totals import pledge_totals
from analysis.schemas import PLEDGES
from tests.money.ledger_help import MILLION, claim, ledger_of, tables


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


# Five gifts and a part of one, in two currencies; sums are worked out by hand below.
GIFTS = PLEDGES.frame(
    ledger_of(
        claim("c1", "a1", low=100 * MILLION, high=100 * MILLION, sector="military"),
        claim("c2", "a2", donor="SWE", low=40 * MILLION, high=None, qualifier="more_than", instrument="loan"),
        claim("c3", "a3", recipient="MDA", low=Decimal(0), high=30 * MILLION, qualifier="at_most", sector="military"),
        claim("c4", "a4", donor="SWE", low=10 * MILLION, high=20 * MILLION, qualifier="range", currency="USD"),
        claim("c5", "a5", donor="SWE", low=7 * MILLION, high=7 * MILLION, status="cancelled", currency="USD"),
        claim("c6", "a1", low=60 * MILLION, high=60 * MILLION, exclude_reason="part", start_char=90),
        days={f"a{n}": f"2025-0{3 if n < 4 else 4}-03" for n in range(1, 6)},
    )
)
M = 10**6
NATIVE = {
    # by: (group, currency, floor, best, ceiling, open), in millions
    "donor": [
        ("NOR", "EUR", 100, 130, 130, False),
        ("SWE", "EUR", 40, 40, 0, True),
        ("SWE", "USD", 10, 15, 20, False),
    ],
    "recipient": [
        ("MDA", "EUR", 0, 30, 30, False),
        ("UKR", "EUR", 140, 140, 100, True),
        ("UKR", "USD", 10, 15, 20, False),
    ],
    "sector": [
        ("military", "EUR", 100, 130, 130, False),
        ("other", "EUR", 40, 40, 0, True),
        ("other", "USD", 10, 15, 20, False),
    ],
    "instrument": [
        ("grant", "EUR", 100, 130, 130, False),
        ("grant", "USD", 10, 15, 20, False),
        ("loan", "EUR", 40, 40, 0, True),
    ],
    "month": [
        ("2025-03", "EUR", 140, 170, 130, True),
        ("2025-04", "USD", 10, 15, 20, False),
    ],
}


@pytest.mark.parametrize("by", NATIVE)
def test_native_totals_are_those_worked_out_by_hand(by):
    """Floor, best and ceiling by group, each currency by itself; the part and the cancelled gift are in none."""
    table = pledge_totals(GIFTS, by=by)

    found = [
        (group, code, floor / M, best / M, ceiling / M, is_open)
        for group, code, floor, best, ceiling, is_open, *_ in table.itertuples(index=False, name=None)
    ]
    assert found == NATIVE[by]


@pytest.mark.parametrize("by", NATIVE)
def test_converted_totals_are_those_worked_out_by_hand(by):
    """In euros the dollars of 3 April 2025 are divided by that day's rate, and the groups are the same."""
    rate, _ = rate_on("USD", "EUR", date(2025, 4, 3))
    wanted: dict[str, list] = {}
    for group, code, *bounds, is_open in NATIVE[by]:
        euros = [(Decimal(b * M) / (rate if code == "USD" else 1)).quantize(Decimal("0.01")) for b in bounds]
        before = wanted.get(group, [0, 0, 0, False])
        wanted[group] = [*(a + b for a, b in zip(before[:3], euros, strict=True)), before[3] or is_open]
    table = pledge_totals(convert_pledges(GIFTS, "EUR"), by=by)

    found = {row[0]: list(row[2:6]) for row in table.itertuples(index=False, name=None)}
    assert (found, set(table["currency"])) == (wanted, {"EUR"})
