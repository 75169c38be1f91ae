"""Which reports of gifts whose giver is not named tell of a gift that another report tells of.

"The school got 5,000 pounds on Friday" and "The Rotary Club gave the school 5,000 pounds" are one gift, and
so are two reports that name nobody. Asked for are the sum, the time, and a receiver or the text of both. A
report that fits two gifts of known givers is joined to neither: it stands alone, its giver not named.
"""

from collections.abc import Collection, Sequence

from analysis.money.merging.anew import is_another
from analysis.money.merging.groups import Groups
from analysis.money.merging.merge import alike, in_window, same_amount, same_instrument
from analysis.money.merging.reports import Report

NAMED_ELSEWHERE = "same recipient and amount, giver named elsewhere"
UNNAMED = "same recipient and amount, giver not named"


def join_unnamed(reports: Sequence[Report], groups: Groups, days: int, apart: Collection[str] = ()) -> None:
    """Join the reports that count and name no giver to each other, and to the one gift that each of them fits.

    Args:
        reports: all that count, with and without a giver.
        groups: what the other rules have joined; those without a giver are added.
        days: longest gap between two reports of one gift.
        apart: ids of claims that an analyst set apart; no rule joins them.
    """
    for report in reports:
        groups.add(report.id)
    open_ids = {report.id for report in reports if not report.donors}
    fits: dict[str, list[str]] = {}
    pairs = _pairs([report for report in reports if report.id not in apart], days)
    for one, two in (pair for pair in pairs if is_another(*pair)):  # before any is joined, as the last may part them
        groups.part(one.id, two.id)
    for one, two in (pair for pair in pairs if not is_another(*pair)):
        if one.id in open_ids and two.id in open_ids:
            groups.join(one.id, two.id, UNNAMED)
        else:
            nameless, named = (one, two) if one.id in open_ids else (two, one)
            fits.setdefault(nameless.id, []).append(named.id)
    wanted: dict[str, set[str]] = {}
    for nameless_id, others in fits.items():
        wanted.setdefault(groups.find(nameless_id), set()).update(groups.find(other) for other in others)
    for nameless_id, found in sorted(wanted.items()):
        if len(found) == 1:
            groups.join(nameless_id, found.pop(), NAMED_ELSEWHERE)


def _pairs(reports: Sequence[Report], days: int) -> list[tuple[Report, Report]]:
    """Give every pair that may be one gift and of which one at least names no giver, once, sorted by id."""
    keys = {key for report in reports if not report.donors for key in _keys(report)}
    near = [report for report in reports if not keys.isdisjoint(_keys(report))]
    found = (pair for pair in alike(near, days, shelves=_keys) if _fit(*pair, days))
    return sorted(found, key=lambda pair: (pair[0].id, pair[1].id))


def _keys(report: Report) -> frozenset[str]:
    """Where a report is looked for: with those of its receivers, or of its text where it names none."""
    return report.recipients | {report.story}


def _fit(one: Report, two: Report, days: int) -> bool:
    if (one.donors and two.donors) or one.ordinal != two.ordinal:
        return False
    told = bool(one.recipients & two.recipients) or (one.story == two.story and not (one.recipients and two.recipients))
    return told and same_instrument(one, two) and same_amount(one, two) and in_window(one, two, days)
