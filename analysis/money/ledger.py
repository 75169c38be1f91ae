"""Merge claims into a ledger of reported pledges, each counted once.

The counting rules of the ledger in the order in which they act: `under_totals` reads lists, `merge` joins
reports of one gift, `changes` lets a new figure replace an old one, `whole_sums`
puts yearly sums under their whole, `unnamed` joins reports that do not say who gives,
`restated` adds evidence, `parts`, `added_up` and `pools` hang what is counted elsewhere, `by_hand`
replays what an analyst decided. A total of the ledger is never aid given: it is what was reported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.money.merging.added_up import hang_sums
from analysis.money.merging.by_hand import ByHand, forced_apart, join_by_hand, read_by_hand, settle_by_hand
from analysis.money.merging.changes import NOTICED, join_revisions, read_notices, read_revisions, without_old
from analysis.money.merging.cues import is_share, is_tranche, states_change, whole_of
from analysis.money.merging.gift import Gift
from analysis.money.merging.groups import Groups
from analysis.money.merging.merge import group, same_amount
from analysis.money.merging.parts import hang_members, hang_parts, hang_tranches, settle_tranches
from analysis.money.merging.pools import hang_pools
from analysis.money.merging.reports import Report, read_reports
from analysis.money.merging.restated import add_evidence, add_worth
from analysis.money.merging.rounded import join_rounded
from analysis.money.merging.under_totals import under_totals
from analysis.money.merging.unnamed import join_unnamed
from analysis.money.merging.whole_sums import count_whole, join_wholes
from analysis.schemas import CLAIMS, PLEDGES

WINDOW_DAYS = 30


def merge_claims(
    claims: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    *,
    window_days: int = WINDOW_DAYS,
    corrections: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Merge claims of the same gift into pledges.

    Two claims are one gift where donor, recipient, amount (or goods) and
    instrument agree and the reports are at most `window_days` apart, or four
    times that where the stage moved on. A revised figure replaces the older
    one; both stay in `stages`. The order of rows changes nothing.

    Args:
        claims: `schemas.CLAIMS`; claims with an `exclude_reason` make no pledge.
        articles: `schemas.ARTICLES`, for dates, outlets and copies. Without it a
            claim's `said_on` is its date and every article is its own text.
        window_days: longest gap between two reports of one gift, in days.
        corrections: as `load_corrections` returns them, for those that join or
            part claims; those of fields are `apply_corrections`'s.

    Returns:
        `schemas.PLEDGES`, sorted by first report and id; unconverted.

    Raises:
        SchemaError: `claims` breaks its contract.
    """
    reports = read_reports(CLAIMS.check(claims.drop_duplicates(subset="claim_id")), articles)
    hand = read_by_hand(corrections)
    reports, told = under_totals(reports, hand.changed)
    found = _grouped(reports, window_days, hand, frozenset())
    apart = forced_apart(found.groups, hand)
    if apart:
        found = _grouped(reports, window_days, hand, apart)
    gifts = _gifts(found, reports, window_days, hand)
    for gift in gifts:
        gift.rules += sorted({told[report.id] for report in gift.reports if report.id in told})
    settle_by_hand(gifts, hand)
    for gift in gifts:
        count_whole(gift)
    hang_pools(gifts)
    ordered = sorted(
        (gift.row() for gift in gifts), key=lambda row: (row["first_reported"] or "9999", row["pledge_id"])
    )
    return PLEDGES.frame(ordered)


@dataclass(slots=True)
class _Found:
    """The reports that make pledges, which of them are one, and what repeats them."""

    counted: list[Report]
    groups: Groups
    replaced: set[str] = field(default_factory=set)
    repeats: dict[str, list[tuple[Report, str]]] = field(default_factory=dict)  # by a claim of the gift, and the rule


def _grouped(reports: Sequence[Report], days: int, hand: ByHand, apart: frozenset[str]) -> _Found:
    """Group the reports that count, by every rule that joins, and by hand."""
    revised = {r.id: r for r in read_revisions(reports)}
    reports = [_as_payment(revised.get(r.id, r)) for r in reports]
    standing, old = without_old([r for r in reports if r.donors and r.reason in ("", "part")])
    notices = read_notices(reports, standing)
    noticed = {r.id for right, _, others in notices for r in (right, *others)}
    standing = [r for r in standing if r.id not in noticed]
    found = _Found(standing, group(standing, days, apart))
    found.replaced |= join_rounded(standing, found.groups, apart)
    told = [r for r in standing if not r.reason]
    again = (r for r in reports if r.reason in ("restatement", "denied") or (r.reason == "other" and states_change(r)))
    restated = [*old, *again]
    found.replaced |= join_revisions(told, restated, found.groups)
    for right, printed, others in notices:
        found.groups.add(right.id)
        found.counted.append(right)
        for report in printed:
            found.groups.join(report.id, right.id, NOTICED)
        found.replaced |= {report.id for report in printed}
        found.repeats.setdefault(right.id, []).extend((report, NOTICED) for report in others)
    found.counted += join_wholes(told, reports, found.groups, days)
    found.counted += [r for r in reports if not r.donors and not r.reason]
    join_unnamed(found.counted, found.groups, days, apart)
    by_id = {report.id: report for report in reports}
    for (one, two), because in hand.together.items():  # what an analyst joined need not have counted before
        for claim, partner in ((one, two), (two, one)):
            if claim in by_id and claim not in found.groups:
                found.repeats.setdefault(partner, []).append((by_id[claim], f"joined by hand: {because}"))
    join_by_hand(found.groups, hand)
    return found


def _as_payment(report: Report) -> Report:
    """Read "the first 100 million of the 250 million announced in March" as a part: only the whole was told before."""
    told = report.reason in ("restatement", "other") and report.donors
    paid = told and whole_of(report) is not None and (is_share(report) or is_tranche(report))
    return report.having(exclude_reason="part") if paid else report


def _outdated(keys: Sequence[str], by_id: dict[str, Report], replaced: set[str]) -> frozenset[str]:
    """Give the claims of a gift that print a figure which was replaced, also those that print it still."""
    old = [by_id[key] for key in keys if key in replaced]
    return frozenset(key for key in keys if any(same_amount(by_id[key], one) for one in old))


def _gifts(found: _Found, reports: Sequence[Report], days: int, hand: ByHand) -> list[Gift]:
    """Make the gifts, add what repeats them, and hang parts under their wholes."""
    by_id = {report.id: report for report in found.counted}
    gifts = [
        Gift([by_id[key] for key in keys], found.groups.rules(keys[0]), _outdated(keys, by_id, found.replaced))
        for keys in found.groups.sets()
    ]
    givers: dict[str, frozenset[str]] = {}
    for report in found.counted:
        givers[report.article] = givers.get(report.article, frozenset()) | report.donors
    for gift in gifts:
        gift.pass_over(givers)
        for report in gift.reports:
            for other, rule in found.repeats.get(report.id, ()):
                gift.repeat(other, rule)
    taken = {report.id for gift in gifts for report in gift.everything} | {claim for claim, _ in hand.apart}
    left = [report for report in reports if report.id not in taken]
    add_evidence(gifts, left, days)
    add_worth(gifts, left)
    hang_tranches(gifts)
    gifts = hang_parts(gifts)
    hang_members(gifts)
    hang_sums(gifts)
    settle_tranches(gifts)
    return gifts
