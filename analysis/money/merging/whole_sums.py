"""Yearly sums and their whole: "4 billion a year", "12 billion over three years" are one gift.

The whole counts from the day it is announced. Where it is printed, it is taken
as printed; where only a yearly sum and the years are, it is worked out and the
row says so; where the years are not known, one year counts.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from analysis.money.merging.changes import given_by
from analysis.money.merging.gift import Gift
from analysis.money.merging.groups import Groups
from analysis.money.merging.merge import in_window, same_instrument, same_recipient
from analysis.money.merging.reports import Report

_A_YEAR = {"year": Decimal(1), "quarter": Decimal(4), "month": Decimal(12), "week": Decimal(52)}
_MOST_YEARS = 30
JOINED = "yearly sum and its whole"
_UNREAD = ("", "other", "restatement", "total_to_date", "no_donor", "conversion")


def join_wholes(counted: Sequence[Report], everything: Iterable[Report], groups: Groups, days: int) -> list[Report]:
    """Join yearly sums to their whole, and find wholes that were read as something else.

    Args:
        counted: reports that count.
        everything: every report, whatever it was read as.
        groups: joined in place.
        days: longest gap between reports of one gift in different articles.

    Returns:
        Reports of wholes that are not among `counted`, with the parties of the
        yearly sum and the number of years; they are in `groups` too.
    """
    yearly = [r for r in counted if r.row["per"] in _A_YEAR and r.value]
    known = {r.id for r in counted}
    articles: dict[str, list[Report]] = {}
    donors: dict[str, list[Report]] = {}
    for report in everything:
        if report.reason in _UNREAD and not report.row["per"] and report.value:
            articles.setdefault(report.article, []).append(report)
            if report.id in known:
                donors.setdefault(str(report.row["donor"]), []).append(report)
    found = {}
    for part in yearly:
        for whole in articles.get(part.article, []):
            years = _years(part, whole)
            if years is None or not (whole.place > part.place or whole.id in known) or not _may_be(part, whole):
                continue
            if whole.id not in known:
                found[whole.id] = given_by(whole, part, years=years)
                groups.add(whole.id)
            groups.join(part.id, whole.id, JOINED)
        for whole in donors.get(str(part.row["donor"]), []):
            told = part.row["years"] or whole.row["years"]
            if told is not None and _years(part, whole) == told and _same_gift(part, whole, days):
                groups.join(part.id, whole.id, JOINED)
    return list(found.values())


def _years(part: Report, whole: Report) -> Decimal | None:
    """How many years the whole is of the yearly sum; None where it is no whole number of at least two."""
    if part.currency != whole.currency or part.value is None or whole.value is None:
        return None
    years = whole.value / (part.value * _A_YEAR[str(part.row["per"])])
    stated = part.row["years"] or whole.row["years"]
    fits = years == years.to_integral_value() and 2 <= years <= _MOST_YEARS
    return years if fits and stated in (None, years) else None


def _may_be(part: Report, whole: Report) -> bool:
    return not whole.donors or whole.donors == part.donors


def _same_gift(part: Report, whole: Report, days: int) -> bool:
    return same_recipient(part, whole) and same_instrument(part, whole) and in_window(part, whole, days)


def count_whole(gift: Gift) -> None:
    """Let a gift count with its whole: as printed, or worked out from a yearly sum and the years."""
    ruling = gift.ruling
    per, years = ruling.row["per"], ruling.row["years"]
    if per not in _A_YEAR or ruling.value is None:
        counts = (_years(part, ruling) for part in gift.reports if part.row["per"] in _A_YEAR)
        told = next((count for count in counts if count is not None), None)
        if years is None and told is not None:
            gift.whole = ruling.having(years=told)
        return
    if years is None or years <= 1:
        gift.notes.append(f"stated per {per}; how many years is not said, one {per} is counted")
        return
    times = years * _A_YEAR[str(per)]
    bounds = {name: None if ruling.row[name] is None else ruling.row[name] * times for name in ("low", "high")}
    gift.whole = ruling.having(**bounds, per=None, equivalents="[]")
    gift.notes.append(f"stated per {per}; the whole of {years.normalize():f} years is counted")
