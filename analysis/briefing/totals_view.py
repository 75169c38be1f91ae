"""What the pledges of a period come to: an interval, by donor, and under other rules."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, show_figure
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import (
    GLUE,
    OPEN,
    count,
    day,
    first_upper,
    is_none,
    many,
    millions,
    money,
    percent,
    sign,
    with_article,
)
from analysis.charts.style import rows_of
from analysis.charts.totals import plot_totals
from analysis.money.convert import convert_pledges
from analysis.money.merging.reports import SEVERAL
from analysis.money.totals import pledge_totals

_ZERO = Decimal(0)
_OWING = ("loan", "guarantee", "equity", "debt_relief", "swap")
_VOID = ("cancelled", "denied")
_TOLD = {"loan": "is to be paid back", "guarantee": "is guarantees, which are no cash"}
_FIRM = ("committed", "allocated", "approved", "disbursed", "delivered")


@dataclass(frozen=True, slots=True)
class Totals:
    """The sum of some pledges as an interval, in the currency of the briefing."""

    pledges: int  # reported, in kind and unconverted ones included
    converted: int  # summed
    unconverted: int  # with a figure, but no rate
    floor: Decimal
    best: Decimal
    ceiling: Decimal  # of those with an upper bound
    is_open: bool  # whether an upper bound is missing


def totals_of(pledges: pd.DataFrame) -> Totals:
    """Sum converted pledges; parts of a sum, cancelled and denied ones are not added."""
    heads = len(counted(pledges))
    if not pledges["converted_currency"].notna().any():
        stated = int((pledges["low"].notna() | pledges["high"].notna()).sum())
        return Totals(heads, 0, stated, _ZERO, _ZERO, _ZERO, is_open=False)
    rows = pledge_totals(pledges)
    if rows.empty:
        return Totals(heads, 0, 0, _ZERO, _ZERO, _ZERO, is_open=False)
    row = rows.iloc[0]
    # The known part of the ceiling leaves open pledges out; their floor is the least they add.
    return Totals(
        heads,
        int(row["n"]),
        int(row["n_unconverted"]),
        row["floor"],
        row["best"],
        row["ceiling"],
        is_open=bool(row["open"]),
    )


def counted(pledges: pd.DataFrame) -> pd.DataFrame:
    """Pledges that are no part of another, and neither cancelled nor denied: those a total is about."""
    return pledges.loc[pledges["parent_id"].isna() & ~pledges["status"].isin(_VOID)]


def givers_of(pledges: pd.DataFrame) -> tuple[int, bool]:
    """Count who gives the pledges that are counted, each once, and say whether some are "several donors".

    The givers of parts are not among them: their sum is under its whole's
    giver. Joint givers are each one.
    """
    named = counted(pledges)["donor"].dropna()
    givers = {code for codes in named for code in str(codes).split()}
    return len(givers - {SEVERAL}), SEVERAL in givers


def owed_words(pledges: pd.DataFrame, currency: str) -> str:
    """Say how much of the best figure is lent or only guaranteed; empty where nothing is."""
    if not pledges["converted_currency"].notna().any():
        return ""
    sums = pledge_totals(pledges, by="instrument").set_index("instrument")["best"]
    told = [f"{money(sums[kind], currency)} {words}" for kind, words in _TOLD.items() if sums.get(kind, _ZERO)]
    return f"Of the best figure, {' and '.join(told)}." if told else ""


def show_totals(edition: Edition) -> Fragment:
    """Floor, best and ceiling of what was newly pledged in the period."""
    new = edition.new_pledges(edition.period)
    sums = totals_of(new)
    currency = edition.parameters.currency
    if not sums.converted:
        # Nothing to add up is no interval: an empty ledger is not open.
        told = many(sums.pledges, "new pledge") if sums.pledges else "No new pledge"
        nothing = f"{told} of this {edition.span}, and no sum that could be stated in {currency}."
        return render_part("brief", findings=[], nothing=nothing if sums.pledges else f"{told} this {edition.span}.")
    apart = []
    heads = counted(new)
    in_kind = sum(is_none(low) and is_none(high) for low, high in zip(heads["low"], heads["high"], strict=True))
    if in_kind:
        apart.append(f"{many(in_kind, 'pledge')} in kind or without a figure")
    if sums.unconverted:
        apart.append(f"{many(sums.unconverted, 'pledge')} in a currency without a rate")
    note = " ".join(
        part
        for part in (owed_words(new, currency), f"Not in these sums: {' and '.join(apart)}." if apart else "")
        if part
    )
    return render_part(
        "totals",
        floor=money(sums.floor, currency),
        best=money(sums.best, currency),
        ceiling=ceiling_words(sums, currency),
        ceiling_note="at least one pledge has no upper bound" if sums.is_open else "the most that is stated",
        note=note,
    )


def ceiling_words(sums: Totals, currency: str) -> str:
    """Write the ceiling as written: "open" where a pledge has no upper bound."""
    return OPEN if sums.is_open else money(sums.ceiling, currency)


def by_donor(pledges: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Totals by donor, largest first: `name`, `floor`, `best`, `ceiling` (floats), `is_open`, `n`, `words`."""
    columns = ["name", "floor", "best", "ceiling", "is_open", "n", "words"]
    if not pledges["converted_currency"].notna().any():
        return pd.DataFrame(columns=columns)
    totals = pledge_totals(pledges, by="donor")
    totals = totals.loc[totals["n"] > 0].sort_values(["best", "donor"], ascending=[False, True], ignore_index=True)
    currency = edition.parameters.currency
    words = [
        money(best, currency) + (" or more" if is_open else "")
        for best, is_open in zip(totals["best"], totals["open"], strict=True)
    ]
    named = totals.assign(
        name=[first_upper(edition.name(donor)) if donor else "Not named" for donor in totals["donor"]],
        is_open=totals["open"],
        words=words,
    )
    return named.assign(**{bound: named[bound].astype("float64") for bound in ("floor", "best", "ceiling")})[columns]


def show_by_donor(edition: Edition) -> Fragment:
    """Show who pledged how much as bars, bounds shown."""
    totals = by_donor(edition.new_pledges(edition.period), edition)
    currency = edition.parameters.currency
    if totals.empty:
        return Fragment("")  # what there is not, the totals say
    top = totals.head(edition.parameters.top)
    left = len(totals) - len(top)
    heads = (
        Head("name", "Donor"),
        Head("floor", f"Floor, {sign(currency)}m", _in_millions),
        Head("best", f"Best, {sign(currency)}m", _in_millions),
        Head("n", "Pledges", count),
    )
    return show_figure(
        plot_totals,
        top,
        heads,
        name="by-donor",
        finding=_finding(totals),
        description="One bar a donor: full colour to the floor, faint to the ceiling, a tick at the best figure.",
        caption=(
            f"New pledges of the {edition.span} by donor, in {currency} at the ECB rate of the day of first report. "
            f"Full colour: floor; faint: ceiling; tick: best; arrow: no upper bound. "
            f"n = {many(int(totals['n'].sum()), 'pledge')} with a figure."
            + (f" {many(left, 'more donor')} pledged less." if left else "")
        ),
    )


def _in_millions(value: object) -> str:
    return millions(value)


def _finding(totals: pd.DataFrame) -> str:
    lead = totals.iloc[0]
    name = first_upper(with_article(lead["name"]))
    if len(totals) == 1:
        return f"{name} alone pledged a sum that could be converted"
    return f"{name} pledged {percent(lead['best'] / max(totals['best'].sum(), 1e-9))} of the sum"


def sensitivity(edition: Edition) -> pd.DataFrame:
    """Sum the same pledges under other rules, one row a rule.

    Returns:
        Columns `name` of the rule, `why`, `floor`, `best`, `ceiling` (floats, in
        the currency of the briefing), `is_open`, `n` (pledges or reports summed)
        and `words` (the best figure as it is written).
    """
    new = edition.new_pledges(edition.period)
    late = convert_pledges(new.assign(first_reported=edition.period.end.isoformat(), note=""), _currency(edition))
    whole = totals_of(new)
    confirmed = new.loc[new["independent_texts"] > 1]
    lowest = replace(whole, best=whole.floor, ceiling=whole.floor, is_open=False)
    rules = [
        ("As counted", "each pledge once", whole),
        ("Copies counted too", "every article that reports a pledge, as adding up headlines would", _naive(new)),
        ("Loans left out", "what is not owed back", totals_of(new.loc[~new["instrument"].isin(_OWING)])),
        ("Lower bounds only", "what is certain, as in the floor", lowest),
        ("Firm stages only", "committed, allocated, approved or paid", totals_of(new.loc[new["status"].isin(_FIRM)])),
        ("Single sources out", "reported by two or more independent texts", totals_of(confirmed)),
        ("Rate at the end", f"all at the rate of {day(edition.period.end)}", totals_of(late)),
    ]
    rows = [
        (name, why, float(sums.floor), float(sums.best), float(sums.ceiling), sums.is_open, sums.converted)
        for name, why, sums in rules
    ]
    table = pd.DataFrame(rows, columns=["name", "why", "floor", "best", "ceiling", "is_open", "n"])
    written = [_against(sums, whole, _currency(edition)) for _, _, sums in rules]
    return table.assign(words=written)


def _against(sums: Totals, whole: Totals, currency: str) -> str:
    """Write a total with how far it is from the one that is counted."""
    words = money(sums.best, currency) + (" or more" if sums.is_open else "")
    if sums is whole or not whole.best or sums.best == whole.best:
        return words
    apart = round(100 * float(sums.best / whole.best - 1))
    if not apart:
        return words
    return f"{words} ({'+' if apart > 0 else '−'}{abs(apart)}{GLUE}%)"


def _currency(edition: Edition) -> str:
    return edition.parameters.currency


def _naive(new: pd.DataFrame) -> Totals:
    """Add up headlines: every article that reports a pledge counts."""
    rows = rows_of(new.loc[new["best_converted"].notna()])
    floor = sum(((_ZERO if is_none(row.low_converted) else row.low_converted) * row.articles for row in rows), _ZERO)
    best = sum((row.best_converted * row.articles for row in rows), _ZERO)
    known = [row.best_converted if is_none(row.high_converted) else row.high_converted for row in rows]
    ceiling = sum((high * row.articles for high, row in zip(known, rows, strict=True)), _ZERO)
    reports = sum(int(row.articles) for row in rows)
    is_open = any(is_none(row.high_converted) for row in rows)
    return Totals(len(new), reports, 0, floor, best, ceiling, is_open)


def show_sensitivity(edition: Edition) -> Fragment:
    """Show how much of the total is a choice of rules: a strip of the same total under each."""
    table = sensitivity(edition)
    if not table["n"].iloc[0]:
        return render_part("brief", findings=[], nothing="There is no total that other rules could change.")
    unit = f"{sign(_currency(edition))}m"
    heads = (
        Head("name", "Rule"),
        Head("why", "What it counts"),
        Head("best", f"Best, {unit}", _in_millions),
        Head("floor", f"Floor, {unit}", _in_millions),
        Head("n", "Pledges or reports summed", count),
    )
    told = "; ".join(f"{row.name}: {row.why}" for row in rows_of(table))
    return show_figure(
        plot_totals,
        table,
        heads,
        name="sensitivity",
        finding=_strip_finding(table, _currency(edition)),
        description=f"One bar a rule, as above. {told}.",
        caption=f"The same new pledges under other rules, each alone; in brackets, how far from the total that is "
        f"counted. What each rule counts is in the table. n = {many(int(table['n'].iloc[0]), 'pledge')}.",
    )


def _strip_finding(table: pd.DataFrame, currency: str) -> str:
    # Of equal totals the first: the one that is counted leads the table.
    least, most = (table.iloc[int(place)] for place in (table["best"].argmin(), table["best"].argmax()))
    if least["best"] == most["best"]:
        return "Every rule gives the same total"
    low, high = money(least["best"], currency), money(most["best"], currency)
    least_said, most_said = least["name"].lower(), most["name"].lower()
    return f"The same pledges come to between {low} ({least_said}) and {high} ({most_said})"
