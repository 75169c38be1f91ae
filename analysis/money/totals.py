"""Sums of pledges as intervals: floor, best, ceiling.

Parts of a stated total are not added, nor cancelled gifts. Stages and
instruments are kept apart by grouping, never summed into one figure of "aid":
ask `by="status"` or `by="instrument"`.
"""

from decimal import Decimal

import pandas as pd

from analysis.errors import SchemaError
from analysis.money.convert import best

GROUPS = ("donor", "recipient", "sector", "instrument", "status", "currency", "month", "donor_level")
_NOT_ADDED = frozenset(["cancelled", "denied"])


def pledge_totals(pledges: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Sum pledges by one column, as an interval.

    Converted figures are summed where the ledger was converted; a ledger that
    was not is summed in its own currencies, one row a currency.

    Args:
        pledges: `schemas.PLEDGES`, converted or not.
        by: one of `GROUPS`; None for one total.

    Returns:
        One row per group and currency, sorted by both: `by` (or "total"),
        `currency`, `floor`, `best` and `ceiling` (Decimal; the ceiling leaves
        out pledges without an upper bound), `open` (whether it left out any),
        `n` (pledges summed), `n_unconverted` (with a figure, but no rate).

    Raises:
        SchemaError: `by` is no column to group by.
    """
    if by is not None and by not in GROUPS:
        raise SchemaError("pledges", [f"cannot total by `{by}`; expected one of {', '.join(GROUPS)}"])
    counted = pledges[pledges["parent_id"].isna() & ~pledges["status"].isin(_NOT_ADDED)]
    converted = bool(counted["converted_currency"].notna().any())
    sums: dict[tuple[str, str], list[tuple[Decimal, Decimal, Decimal | None]]] = {}
    lacking: dict[tuple[str, str], int] = {}
    target = str(counted["converted_currency"].dropna().iloc[0]) if converted else ""
    for record in counted.to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        group = _group(row, by)
        figures = _figures(row, converted=converted)
        if figures is None:
            if isinstance(row["low"], Decimal) or isinstance(row["high"], Decimal):
                lacking[group, target] = lacking.get((group, target), 0) + 1
            continue
        key = (group, target or str(row["currency"]))
        sums.setdefault(key, []).append(figures)
    rows = [_total(key, sums.get(key, []), lacking.get(key, 0), by or "total") for key in sorted({*sums, *lacking})]
    columns = [by or "total", "currency", "floor", "best", "ceiling", "open", "n", "n_unconverted"]
    return pd.DataFrame(rows, columns=columns)


def _group(row: dict[str, object], by: str | None) -> str:
    if by is None:
        return "all"
    if by == "month":
        day = row["first_reported"]
        return day[:7] if isinstance(day, str) else ""
    value = row[by]
    return value if isinstance(value, str) else ""


def _figures(row: dict[str, object], *, converted: bool) -> tuple[Decimal, Decimal, Decimal | None] | None:
    """Floor, best and ceiling of one pledge; None where it has no figure to add."""
    names = ("low_converted", "high_converted") if converted else ("low", "high")
    low, high = (value if isinstance(value, Decimal) else None for value in (row[name] for name in names))
    qualifier = row["qualifier"]
    stated = best(low, high, qualifier if isinstance(qualifier, str) else None)
    if stated is None:
        return None
    return (low if low is not None else Decimal(0)), stated, high


def _total(
    key: tuple[str, str], figures: list[tuple[Decimal, Decimal, Decimal | None]], lacking: int, by: str
) -> dict[str, object]:
    group, currency = key
    highs = [high for _, _, high in figures if high is not None]
    return {
        by: group,
        "currency": currency,
        "floor": sum((low for low, _, _ in figures), Decimal(0)),
        "best": sum((middle for _, middle, _ in figures), Decimal(0)),
        "ceiling": sum(highs, Decimal(0)),
        "open": len(highs) < len(figures),
        "n": len(figures),
        "n_unconverted": lacking,
    }
