"""A sum that one text rounds and another prints: "nearly 2 billion", told on the day of 1.85 billion.

A rounding is wider than what makes two figures equal, so that more is asked for: the giver, a receiver that both
print, two texts of the same days, a hedge that points the right way, and one gift alone that comes nearest.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from analysis.money.merging.anew import NEWS_DAYS, is_another, share_subject
from analysis.money.merging.groups import Groups
from analysis.money.merging.merge import same_instrument
from analysis.money.merging.reports import Report, days_between

ROUNDED: Final = "rounded figure of the same days"
_WIDE: Final = Decimal("0.12")
_ONE: Final = Decimal(1)
_LOW: Final[dict[str, Decimal]] = {
    **dict.fromkeys(("about", "at_most", "less_than"), _ONE - _WIDE),
    **dict.fromkeys(("more_than", "at_least"), _ONE),
}
_HIGH: Final[dict[str, Decimal]] = {
    **dict.fromkeys(("at_most", "less_than"), _ONE),
    **dict.fromkeys(("about", "more_than", "at_least"), _ONE + _WIDE),
}
_ROUND_DIGITS: Final = 1  # of what "nearly 2 billion" rounds to
_NEARLY: Final = re.compile(r"\W*(?:nearly|almost|close\s+to|just\s+under)\b", re.IGNORECASE)
Key = tuple[str, str, str, int]


def join_rounded(reports: Sequence[Report], groups: Groups, apart: Collection[str] = ()) -> set[str]:
    """Join each hedged round figure to the one gift of its giver to its receiver, told within days, that it rounds.

    Args:
        reports: all that count and name their giver.
        groups: what the other rules have joined.
        apart: ids of claims that an analyst set apart; no rule joins them.

    Returns:
        The claims that print a rounding of their gift's figure, which has no vote on it.
    """
    rough = [r for r in reports if r.id not in apart and r.named and r.day is not None and _is_rough(r)]
    if not rough:
        return set()
    exact: dict[Key, list[tuple[Decimal, str, Report]]] = {}
    for report in reports:
        if report.id in apart or not report.named or report.day is None or report.value is None or _is_round(report):
            continue
        for receiver in report.recipients:
            key = (str(report.row["donor"]), str(report.currency), receiver, report.day.toordinal())
            exact.setdefault(key, []).append((report.value, report.id, report))
    for shelf in exact.values():
        shelf.sort(key=lambda entry: entry[:2])
    fits: dict[str, set[str]] = {}
    members: dict[str, set[str]] = {}
    for report in rough:
        near_by = {groups.find(other.id) for other in _nearest(report, exact)}
        fits.setdefault(groups.find(report.id), set()).update(near_by)
        members.setdefault(groups.find(report.id), set()).add(report.id)
    joined: set[str] = set()
    for rounded in sorted(fits):
        others = {groups.find(other) for other in fits[rounded]}
        if len(others) == 1 and groups.find(rounded) not in others:
            groups.join(rounded, others.pop(), ROUNDED)
            joined |= members[rounded]
    return joined


def _is_rough(report: Report) -> bool:
    return report.row["qualifier"] in _LOW and not report.row["per"] and _is_round(report)


def _is_round(report: Report) -> bool:
    """Whether a figure has one digit that says something: 2 billion, 300 million."""
    value = report.value
    return value is not None and len(value.normalize().as_tuple().digits) <= _ROUND_DIGITS


def _nearest(rough: Report, exact: dict[Key, list[tuple[Decimal, str, Report]]]) -> list[Report]:
    """Give the reports that a figure may round and come nearest to it."""
    found = [other for other in _near(rough, exact) if _may_round(rough, other)]
    gaps = [abs((other.value or Decimal(0)) - (rough.value or Decimal(0))) for other in found]
    return [other for other, gap in zip(found, gaps, strict=True) if gap == min(gaps)]


def _near(report: Report, exact: dict[Key, list[tuple[Decimal, str, Report]]]) -> list[Report]:
    """Give the reports of the same giver, receiver and days with a figure that one may round."""
    value, day = report.value or Decimal(0), report.day.toordinal() if report.day else 0
    low, high = value * _LOW[report.row["qualifier"]], value * _HIGH[report.row["qualifier"]]
    if _NEARLY.match(str(report.row["text"])):
        high = value
    found = []
    for receiver in report.recipients:
        for gap in range(-NEWS_DAYS, NEWS_DAYS + 1):
            shelf = exact.get((str(report.row["donor"]), str(report.currency), receiver, day + gap), [])
            found += [r for _, _, r in shelf[bisect_left(shelf, (low, "")) : bisect_right(shelf, (high, "~"))]]
    return found


def _may_round(rough: Report, exact: Report) -> bool:
    apart = days_between(rough, exact)
    told = rough.story != exact.story and apart is not None and not exact.row["per"]
    return told and same_instrument(rough, exact) and share_subject(rough, exact) and not is_another(rough, exact)
