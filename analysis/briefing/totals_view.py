"""What the pledges of a period come to: an interval, by donor, and under other rules."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, show_figure, show_table
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import OPEN, count, day, is_none, many, millions, money
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
    """The ceiling as written: "open" where a pledge has no upper bound."""
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
    """The bars: who pledged how much, bounds shown."""
    new = edition.new_pledges(edition.period)
    totals = by_donor(new, edition)
    if totals.empty:
        return render_part(
            "brief",
            findings=[],
            nothing=f"No new pledge of this {edition.span} could be stated in {edition.parameters.currency}.",
        )
    top = totals.head(edition.parameters.top)
    share = 100 * top["best"].iloc[0] / max(totals["best"].sum(), 1e-9)
    left = len(totals) - len(top)
    heads = (
        Head("name", "Donor"),
        Head("floor", f"Floor, {edition.parameters.currency} m", millions),
        Head("best", f"Best, {edition.parameters.currency} m", millions),
        Head("n", "Pledges", count),
    )
    return show_figure(
        plot_totals,
        top,
        heads,
        id="by-donor",
        finding=f"{top['name'].iloc[0]} pledged {share:.0f} % of the best figure"
        if len(totals) > 1
        else f"{top['name'].iloc[0]} alone pledged a sum that could be converted",
        description="One bar a donor: the dark part is the floor, the light part reaches the ceiling, a tick marks the best figure; the table holds the figures.",
        caption=(
            f"New pledges of the {edition.span} by donor, in {edition.parameters.currency} at the ECB rate of the day of the first report. Dark: floor; light: "
            f"ceiling; tick: best; an arrow has no upper bound. n = {many(int(totals['n'].sum()), 'pledge')} with a figure."
            + (f" {many(left, 'more donor')} not drawn." if left else "")
        ),
        csv="pledges",
    )


def sensitivity(edition: Edition) -> pd.DataFrame:
    """The same total under other rules, one row a rule: `rule`, `why`, `best`, `floor`, `n`."""
    new = edition.new_pledges(edition.period)
    everything = new.loc[new["parent_id"].isna()]
    end = edition.period.end.isoformat()
    late = convert_pledges(new.assign(first_reported=end, note=""), edition.parameters.currency)
    rules = [
        ("As counted", "each pledge once", new),
        ("Loans, guarantees and the like out", "money that is not owed back", new.loc[~new["instrument"].isin(_OWING)]),
        ("Committed or further only", "firmer than a promise", new.loc[new["status"].isin(_FIRM)]),
        ("Single-source pledges out", "two or more independent texts", new.loc[new["independent_texts"] > 1]),
        (f"All at the rate of {day(end)}", "instead of each day’s own", late),
    ]
    rows = [(rule, why, totals_of(table)) for rule, why, table in rules]
    table = [(rule, why, sums.best, sums.floor, sums.converted) for rule, why, sums in rows]
    copied = [
        (_worth(row.best_converted), _worth(row.low_converted), int(row.articles))
        for row in everything.itertuples(index=False)
    ]
    table.append(
        (
            "Every article counted",
            "what adding up headlines gives",
            sum((best * times for best, _, times in copied), _ZERO),
            sum((low * times for _, low, times in copied), _ZERO),
            sum(times for best, _, times in copied if best),
        )
    )
    return pd.DataFrame(table, columns=["rule", "why", "best", "floor", "n"])


def _worth(value: object) -> Decimal:
    return _ZERO if is_none(value) else Decimal(str(value))


def show_sensitivity(edition: Edition) -> Fragment:
    """The strip that says how much of the total is a choice of rules."""
    currency = edition.parameters.currency
    heads = (
        Head("rule", "Rule"),
        Head("why", "What it counts"),
        Head("best", f"Best, {currency} m", millions),
        Head("floor", f"Floor, {currency} m", millions),
        Head("n", "Reports or pledges summed", count),
    )
    return show_table(
        sensitivity(edition),
        heads,
        id="sensitivity",
        caption="The same new pledges, added up under other rules.",
        nothing="",
    )
