"""What the pledges of a period come to: an interval, by donor, and under other rules."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, show_figure, show_table
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import OPEN, count, day, is_none, many, millions, money, sign
from analysis.charts.style import rows_of
from analysis.charts.totals import plot_totals
from analysis.money.convert import convert_pledges
from analysis.money.totals import pledge_totals

_ZERO = Decimal(0)
_OWING = ("loan", "guarantee", "equity", "debt_relief", "swap")
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
    heads = int(pledges["parent_id"].isna().sum())
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


def show_totals(edition: Edition) -> Fragment:
    """Floor, best and ceiling of what was newly pledged in the period."""
    new = edition.new_pledges(edition.period)
    sums = totals_of(new)
    currency = edition.parameters.currency
    apart = []
    in_kind = sum(is_none(low) and is_none(high) for low, high in zip(new["low"], new["high"], strict=True))
    if in_kind:
        apart.append(f"{many(in_kind, 'pledge')} in kind or without a figure")
    if sums.unconverted:
        apart.append(f"{many(sums.unconverted, 'pledge')} in a currency without a rate")
    note = f"Not in these sums: {' and '.join(apart)}." if apart else ""
    return render_part(
        "totals",
        floor=money(sums.floor, currency) if sums.converted else OPEN,
        best=money(sums.best, currency) if sums.converted else OPEN,
        ceiling=ceiling_words(sums, currency),
        ceiling_note="at least one pledge has no upper bound" if sums.is_open else "upper bounds",
        note=note,
    )


def ceiling_words(sums: Totals, currency: str) -> str:
    """Write the ceiling as written: "open" where a pledge has no upper bound."""
    if sums.is_open or not sums.converted:
        return OPEN
    return money(sums.ceiling, currency)


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
        name=[edition.name(donor) if donor else "not named" for donor in totals["donor"]],
        is_open=totals["open"],
        words=words,
    )
    return named.assign(**{bound: named[bound].astype("float64") for bound in ("floor", "best", "ceiling")})[columns]


def show_by_donor(edition: Edition) -> Fragment:
    """Show who pledged how much as bars, bounds shown."""
    totals = by_donor(edition.new_pledges(edition.period), edition)
    currency = edition.parameters.currency
    if totals.empty:
        nothing = f"No new pledge of this {edition.span} could be stated in {currency}."
        return render_part("brief", findings=[], nothing=nothing)
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
    if len(totals) == 1:
        return f"{lead['name']} alone pledged a sum that could be converted"
    return f"{lead['name']} pledged {100 * lead['best'] / max(totals['best'].sum(), 1e-9):.0f} % of the sum"


def sensitivity(edition: Edition) -> pd.DataFrame:
    """Sum the same pledges under other rules, one row a rule: `rule`, `why`, `best`, `floor`, `n`."""
    new = edition.new_pledges(edition.period)
    end = edition.period.end.isoformat()
    late = convert_pledges(new.assign(first_reported=end, note=""), edition.parameters.currency)
    rules = [
        ("As counted", "each pledge once", new),
        ("Loans and guarantees out", "money that is not owed back", new.loc[~new["instrument"].isin(_OWING)]),
        ("Committed or further only", "firmer than a promise", new.loc[new["status"].isin(_FIRM)]),
        ("Single-source pledges out", "two or more independent texts", new.loc[new["independent_texts"] > 1]),
        (f"All at the rate of {day(end)}", "instead of each day’s own", late),
    ]
    sums = [(rule, why, totals_of(table)) for rule, why, table in rules]
    rows = [(rule, why, total.best, total.floor, total.converted) for rule, why, total in sums]
    return pd.DataFrame([*rows, _naive(new)], columns=["rule", "why", "best", "floor", "n"])


def _naive(new: pd.DataFrame) -> tuple[str, str, Decimal, Decimal, int]:
    """Add up headlines: every article that reports a pledge counts."""
    best, floor, n = _ZERO, _ZERO, 0
    for row in rows_of(new.loc[new["best_converted"].notna()]):
        best += row.best_converted * row.articles
        floor += (_ZERO if is_none(row.low_converted) else row.low_converted) * row.articles
        n += int(row.articles)
    return "Every article counted", "what adding up headlines gives", best, floor, n


def show_sensitivity(edition: Edition) -> Fragment:
    """Show how much of the total is a choice of rules."""
    unit = f"{sign(edition.parameters.currency)}m"
    heads = (
        Head("rule", "Rule"),
        Head("why", "What it counts"),
        Head("best", f"Best, {unit}", millions),
        Head("floor", f"Floor, {unit}", millions),
        Head("n", "Pledges or reports summed", count),
    )
    caption = "The same new pledges, added up under other rules."
    return show_table(sensitivity(edition), heads, name="sensitivity", caption=caption, nothing="")
