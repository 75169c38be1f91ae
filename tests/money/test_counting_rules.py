"""The fourteen rules by which pledges are counted: one test each, which fails without its rule.

The claims are made by hand, so that a rule is tested by itself, whatever is
read in a text; sets of articles with their ledgers are in tests/cases/stories.jsonl.
"""

import json
from decimal import Decimal

import pandas as pd
import pytest

from analysis.money.convert import convert_pledges, rate_on
from analysis.money.corrections import COLUMNS, apply_corrections
from analysis.money.ledger import merge_claims
from analysis.money.totals import pledge_totals
from analysis.money.years import pledges_by_year
from analysis.schemas import CLAIMS, EXCLUDE_REASONS, PLEDGES
from tests.money.ledger_help import MILLION, claim, ledger_of


def columns(rows, *names):
    """Give some columns of a ledger, rows in order."""
    return [tuple(row[name] for name in names) for row in rows]


def cells(frame, *names):
    """Give some columns of a table as rows of plain values."""
    return list(frame[list(names)].itertuples(index=False, name=None))


def table(*claims, days=None):
    """Give the ledger of claims as a table."""
    return PLEDGES.frame(ledger_of(*claims, days=days))


def amount(millions, text=None, **more):
    """Give the columns of an amount of so many million euros."""
    value = millions * MILLION
    words = text or f"{millions} million euros"
    sentence = more.pop("sentence", f"Norway will give Ukraine a grant of {words}.")
    return {"low": value, "high": value, "text": words, "sentence": sentence, **more}


def test_rule_1_pledges_are_counted_not_articles():
    """Three copies of "about 100" are one text against two that print 101: one pledge, five articles, 101."""
    copies = [claim(f"c{n}", f"a{n}", **amount(100, "about 100 million euros", qualifier="about")) for n in (1, 2, 3)]
    others = [claim(f"c{n}", f"a{n}", **amount(101)) for n in (4, 5)]
    rows = ledger_of(*copies, *others, days={"a1": "2025-03-03 a1", "a2": "2025-03-03 a1", "a3": "2025-03-04 a1"})

    assert columns(rows, "low", "articles", "independent_texts") == [(101 * MILLION, 5, 3)]


def test_rule_2_an_original_and_its_conversion_are_one_amount():
    """An outlet that prints the conversion alone reports the same gift; the original rules."""
    dollars = {"low": "108000000", "high": "108000000", "currency": "USD", "implied_rate": "1.08", "text": "$108m"}
    original = claim("c1", "a1", equivalents=json.dumps([dollars]))
    converted = claim("c2", "a2", low=108 * MILLION, high=108 * MILLION, currency="USD", text="$108 million")
    rows = ledger_of(original, converted, days={"a1": "2025-03-03", "a2": "2025-03-29"})

    assert columns(rows, "low", "currency", "articles") == [(100 * MILLION, "EUR", 2)]


def test_rule_3_a_total_counts_and_its_parts_hang_under_it():
    """A part has its parent's id and is in no sum."""
    part = claim("c2", start_char=90, exclude_reason="part", **amount(30))
    ledger = table(claim("c1"), part)

    whole, child = sorted(ledger.to_dict("records"), key=lambda row: -row["low"])
    assert (child["parent_id"], pledge_totals(ledger)["best"].tolist()) == (whole["pledge_id"], [100 * MILLION])


def test_rule_4_totals_to_date_and_restatements_make_no_pledge():
    """A total to date is a check; a restatement adds an article to the pledge it repeats."""
    again = claim("c2", "a2", exclude_reason="restatement")
    to_date = claim("c3", "a2", start_char=99, exclude_reason="total_to_date", **amount(900))

    rows = ledger_of(claim("c1"), again, to_date, days={"a2": "2025-04-10"})
    assert columns(rows, "low", "articles") == [(100 * MILLION, 2)]


def test_rule_5_stages_are_exclusive_per_euro():
    """Promised in March, paid in June: one gift, disbursed; another that is still promised stands beside it."""
    paid = claim("c2", "a2", status="disbursed")
    other = claim("c3", "a3", donor="SWE")
    ledger = table(claim("c1", "a1"), paid, other, days={"a2": "2025-06-10", "a3": "2025-06-10"})

    assert cells(pledge_totals(ledger, by="status"), "status", "best") == [
        ("disbursed", 100 * MILLION),
        ("pledged", 100 * MILLION),
    ]


def test_rule_6_a_revised_figure_replaces_the_older_one():
    """The new figure counts; both stay in the life of the pledge with their days."""
    raised = "Norway raised its pledge to Ukraine to 150 million euros."
    new = claim("c2", "a2", **amount(150, sentence=raised))
    (row,) = ledger_of(claim("c1", "a1"), new, days={"a2": "2025-03-20"})

    told = [(stage["date"], stage["text"]) for stage in json.loads(row["stages"])]
    assert (row["low"], told) == (
        150 * MILLION,
        [("2025-03-03", "100 million euros"), ("2025-03-20", "150 million euros")],
    )


def test_rule_7_the_whole_counts_on_announcement_with_a_view_by_year():
    """100 million a year for three years are 300 million on the day, and a third of that in each year."""
    ledger = table(claim("c1", per="year", years=Decimal(3)))
    by_year = pledges_by_year(ledger)

    assert (pledge_totals(ledger)["best"].tolist(), cells(by_year, "year", "low")) == (
        [300 * MILLION],
        [(2025, 100 * MILLION), (2026, 100 * MILLION), (2027, 100 * MILLION)],
    )


def test_rule_8_instruments_stand_in_separate_columns():
    """A loan, a guarantee and a grant of one size are three gifts, and three sums."""
    kinds = {"c1": "grant", "c2": "guarantee", "c3": "loan"}
    ledger = table(*(claim(key, key, instrument=kind) for key, kind in kinds.items()))

    assert cells(pledge_totals(ledger, by="instrument"), "instrument", "best") == [
        ("grant", 100 * MILLION),
        ("guarantee", 100 * MILLION),
        ("loan", 100 * MILLION),
    ]


def test_rule_9_levels_are_kept_and_a_fund_is_counted_once():
    """The EU and a member are two givers; what a fund of members pays out was counted when it was paid in."""
    union = claim("c1", "a1", donor="EU", donor_level="multilateral")
    member = claim("c2", "a2", donor="DEU")
    into = claim("c3", "a3", donor="DEU", recipient="EPF", recipient_text="the facility", **amount(90))
    out = claim("c4", "a4", donor="EPF", donor_level="multilateral", **amount(80))
    ledger = table(union, member, into, out)

    assert cells(pledge_totals(ledger, by="donor"), "donor", "best") == [
        ("DEU", 190 * MILLION),
        ("EU", 100 * MILLION),
    ]


@pytest.mark.parametrize("reason", EXCLUDE_REASONS)
def test_rule_10_what_is_no_pledge_is_kept_with_its_reason(reason):
    """Needs, losses, prices and the rest make no pledge, whatever else was read of them."""
    assert ledger_of(claim("c1", exclude_reason=reason)) == []


def test_rule_11_sums_are_intervals():
    """More than 100 million is open above; up to 40 million may be nothing."""
    more = claim("c1", "a1", high=None, qualifier="more_than")
    up_to = claim("c2", "a2", **{**amount(40), "low": Decimal(0)}, qualifier="at_most")

    assert cells(pledge_totals(table(more, up_to)), "floor", "best", "ceiling", "open") == [
        (100 * MILLION, 140 * MILLION, 40 * MILLION, True)
    ]


def test_rule_12_converts_at_the_rate_of_the_announcement():
    """The rate is of the first report's day, not of a later one; without a rate the row says so and stays."""
    first = claim("c1", "a1", currency="USD")
    later = claim("c2", "a2", currency="USD", status="disbursed")
    shillings = claim("c3", "a3", donor="KEN", currency="KES")
    days = {"a1": "2024-02-27", "a2": "2024-05-27", "a3": "2024-02-27"}
    converted = convert_pledges(table(first, later, shillings, days=days), "EUR")

    rate, _ = rate_on("USD", "EUR", pd.Timestamp("2024-02-27").date())
    dollars = converted.loc[converted["currency"] == "USD"].iloc[0]
    without = converted.loc[converted["currency"] == "KES"].iloc[0]
    assert (dollars["best_converted"], pd.isna(without["best_converted"]), without["low"], without["note"]) == (
        (100 * MILLION / rate).quantize(Decimal("0.01")),
        True,
        100 * MILLION,
        "not converted: no rate of KES to EUR near 2024-02-27",
    )


def test_rule_13_an_implied_rate_that_is_off_is_flagged():
    """A conversion printed at 1.30 when the rate is 1.08 is named; nothing is changed."""
    wrong = {"low": "130000000", "high": "130000000", "currency": "USD", "implied_rate": "1.3", "text": "$130m"}
    right = {**wrong, "implied_rate": "1.09", "text": "$109m"}
    flagged, plain = (
        convert_pledges(table(claim("c1", equivalents=json.dumps([other])), days={"a": "2024-02-27"}), "EUR").iloc[0]
        for other in (wrong, right)
    )

    assert ("implied rate of '$130m' is +20%" in flagged["note"], flagged["low"], plain["note"]) == (
        True,
        100 * MILLION,
        "",
    )


def test_rule_14_corrections_are_replayed_in_order_and_orphans_come_back():
    """The last line about a field stands, a rejected claim makes nothing, and a line for nobody is reported."""
    claims = CLAIMS.frame([claim("c1", "a1"), claim("c2", "a2", donor="SWE")])
    lines = [
        ("c1", "donor", "DNK", "misread"),
        ("c1", "donor", "FIN", "misread again"),
        ("c2", "exclude_reason", "other", "satire"),
        ("c9", "donor", "ISL", "no such claim"),
    ]
    corrections = pd.DataFrame(lines, columns=COLUMNS)
    fixed, orphans = apply_corrections(claims, corrections)
    ledger = merge_claims(fixed, corrections=corrections)

    assert (cells(ledger, "donor", "note"), orphans["claim_id"].tolist()) == (
        [("FIN", "donor corrected by hand: misread again")],
        ["c9"],
    )
