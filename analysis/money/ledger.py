"""Merge claims into a ledger of reported pledges, each counted once.

Claims that count become pledges (`analysis.money.merge` says which are one);
parts of a stated total hang under it; restatements add evidence to a pledge but
make none. A total of the ledger is never aid given: it is what was reported.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis.money.convert import missing_to_none
from analysis.money.merge import RANK, REVISION, Groups, Report, group, ordinals, same_amount, same_instrument
from analysis.schemas import CLAIMS, PLEDGES

WINDOW_DAYS = 14
_AMOUNT = ("low", "high", "currency", "certainty", "qualifier", "per", "years", "equivalents")
_TRANCHES = ("tranche", "instalment", "installment", "drawdown", "slice")


def merge_claims(
    claims: pd.DataFrame, articles: pd.DataFrame | None = None, *, window_days: int = WINDOW_DAYS
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

    Returns:
        `schemas.PLEDGES`, sorted by first report and id; unconverted.

    Raises:
        SchemaError: `claims` breaks its contract.
    """
    claims = CLAIMS.check(claims.drop_duplicates(subset="claim_id"))
    rows = [{str(name): missing_to_none(value) for name, value in row.items()} for row in claims.to_dict("records")]
    rows.sort(key=lambda row: (str(row["article_id"]), row["start_char"], row["claim_id"]))
    facts = _article_facts(articles)
    numbers = ordinals(rows)
    reports = [_report(row, facts, numbers) for row in rows if row["donor"] is not None]
    counted = [r for r in reports if r.row["exclude_reason"] == ""]
    parts = [r for r in reports if r.row["exclude_reason"] == "part"]
    restated = [r for r in reports if r.row["exclude_reason"] == "restatement"]
    groups = group(counted, window_days)
    replaced = _join_revisions(counted, restated, groups)
    pledges = _pledges(counted, groups, restated, replaced)
    _hang_tranches(pledges)
    _hang_members(pledges)
    _hang_parts(pledges, parts, window_days)
    ordered = sorted((p.row() for p in pledges), key=lambda row: (row["first_reported"] or "9999", row["pledge_id"]))
    return PLEDGES.frame(ordered)


class _Pledge:
    """One gift and its reports, earliest first."""

    def __init__(self, reports: Sequence[Report], rules: list[str], old: frozenset[str] = frozenset()) -> None:
        self.reports = sorted(reports, key=_when)
        self.rules = rules
        self.old = old  # claims whose figure a later one replaced
        self.evidence: list[Report] = []  # restatements
        self.parent: str | None = None

    @property
    def id(self) -> str:
        return "p-" + hashlib.blake2b(self.reports[0].id.encode(), digest_size=6).hexdigest()

    @property
    def ruling(self) -> Report:
        """The report whose figure counts: not a replaced one, told by most texts, then the earliest."""
        current = [r for r in self.reports if r.id not in self.old] or self.reports
        if "figure corrected between versions of one text" in self.rules or self.old:
            return max(current, key=lambda r: (r.day or date.min, _states(r), r.id))
        votes = Counter(
            (str(r.value), str(r.row["currency"])) for r in {(_figure(r), r.story): r for r in current}.values()
        )
        best = max(votes.values(), default=0)
        return next(r for r in current if votes[str(r.value), str(r.row["currency"])] == best)

    def row(self) -> dict[str, Any]:
        """Give the pledge as a row of `schemas.PLEDGES`."""
        ruling, everything = self.ruling, self.reports + self.evidence
        days = sorted(r.day for r in everything if r.day is not None)
        goods = next((r for r in self.reports if r.row["in_kind_item"] is not None), ruling)
        return {
            **{name: ruling.row[name] for name in ("donor", "donor_level", *_AMOUNT)},
            **{name: goods.row[name] for name in ("in_kind_count", "in_kind_item")},
            "pledge_id": self.id,
            "recipient": _most([r.row["recipient"] for r in self.reports]),
            "channel": _most([r.row["channel"] for r in self.reports]),
            "purpose": ruling.row["purpose"] or _first([r.row["purpose"] for r in self.reports]),
            "sector": _most([r.row["sector"] for r in self.reports if r.row["sector"] != "other"]) or "other",
            "instrument": _most([r.row["instrument"] for r in self.reports if r.row["instrument"] != "unknown"])
            or "unknown",
            "status": _latest_status(self.reports),
            "amount_text": ruling.row["text"],
            "first_reported": days[0].isoformat() if days else None,
            "last_reported": days[-1].isoformat() if days else None,
            "articles": len({r.row["article_id"] for r in everything}),
            "independent_texts": len({r.story for r in everything}),
            "outlets": len({r.outlet for r in everything if r.outlet}),
            "parent_id": self.parent,
            "stages": json.dumps([_stage(r) for r in self.reports], ensure_ascii=False, sort_keys=True),
            "merge_rule": "; ".join(self.rules) or "one report",
            "claim_ids": json.dumps(sorted(r.id for r in everything)),
            "note": _note(ruling),
        }


def _states(report: Report) -> bool:
    """Whether the report itself speaks of a change of figure."""
    return bool(REVISION.search(str(report.row["sentence"])))


def _figure(report: Report) -> tuple[str, str]:
    return str(report.value), str(report.row["currency"])


def _when(report: Report) -> tuple[date, str]:
    return report.day or date.max, report.id


def _stage(report: Report) -> dict[str, Any]:
    row = report.row
    return {
        "date": report.day.isoformat() if report.day else None,
        "status": row["status"],
        "low": None if row["low"] is None else str(row["low"]),
        "high": None if row["high"] is None else str(row["high"]),
        "text": row["text"],
        "article_id": row["article_id"],
    }


def _note(report: Report) -> str:
    words = []
    if report.row["certainty"] == "assumed":
        words.append(f"currency {report.row['currency']} is assumed")
    return "; ".join(words)


def _latest_status(reports: Sequence[Report]) -> str:
    """Give the furthest stage reported; a gift that was cancelled is cancelled."""
    stages = {str(r.row["status"]) for r in reports}
    for last in ("cancelled", "denied"):
        if last in stages:
            return last
    return max(stages, key=lambda stage: RANK.get(stage, -1))


def _most(values: Sequence[str | None]) -> str | None:
    """Give the most frequent value, the first in the alphabet of equals; None where there is none."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _article_facts(articles: pd.DataFrame | None) -> dict[str, tuple[date | None, str, str]]:
    """Day, story and outlet of each article."""
    if articles is None:
        return {}
    found = {}
    for row in articles[["article_id", "published_at", "story_id", "outlet"]].to_dict("records"):
        when, story, outlet = (missing_to_none(row[name]) for name in ("published_at", "story_id", "outlet"))
        found[str(row["article_id"])] = (
            when.date() if when is not None else None,
            story or str(row["article_id"]),
            outlet or "",
        )
    return found


def _report(row: dict[str, Any], facts: dict[str, tuple[date | None, str, str]], numbers: dict[str, int]) -> Report:
    said = date.fromisoformat(row["said_on"]) if row["said_on"] else None
    day, story, outlet = facts.get(str(row["article_id"]), (said, str(row["article_id"]), ""))
    return Report(row, day, story, outlet, numbers[row["claim_id"]])


def _join_revisions(counted: Sequence[Report], restated: Sequence[Report], groups: Groups) -> frozenset[str]:
    """Join a raised or corrected figure to the pledge it replaces; returns the claims replaced."""
    replaced = set()
    for new in counted:
        for old in restated:
            beside = old.row["article_id"] == new.row["article_id"] and old.row["sentence"] == new.row["sentence"]
            if not beside or not _states(new) or old.row["currency"] != new.row["currency"]:
                continue
            for earlier in counted:
                if earlier.row["donor"] == new.row["donor"] and earlier is not new and same_amount(earlier, old):
                    groups.join(earlier.id, new.id, "figure revised")
                    replaced.add(earlier.id)
    return frozenset(replaced)


def _pledges(
    counted: Sequence[Report], groups: Groups, restated: Sequence[Report], replaced: frozenset[str]
) -> list[_Pledge]:
    by_id = {report.id: report for report in counted}
    found = [
        _Pledge([by_id[key] for key in keys], groups.rules(keys[0]), frozenset(replaced & set(keys)))
        for keys in groups.sets()
    ]
    for report in restated:
        fits = [p for p in found if _restates(report, p)]
        if len(fits) == 1:
            fits[0].evidence.append(report)
    return found


def _restates(report: Report, pledge: _Pledge) -> bool:
    ruling = pledge.ruling
    return (
        report.row["donor"] == ruling.row["donor"]
        and same_amount(report, ruling)
        and same_instrument(report, ruling)
        and not (report.recipients and ruling.recipients and not report.recipients & ruling.recipients)
    )


def _hang_tranches(pledges: Sequence[_Pledge]) -> None:
    """Give a tranche is a part of the one larger gift of its donor to its recipient."""
    for small in pledges:
        words = " ".join(str(r.row["sentence"]).lower() for r in small.reports)
        if not any(word in words for word in _TRANCHES) or small.ruling.value is None:
            continue
        larger = [p for p in pledges if p is not small and _contains(p, small)]
        if len(larger) == 1:
            small.parent = larger[0].id
            small.rules = [*small.rules, "tranche of a larger gift"]


def _contains(large: _Pledge, small: _Pledge) -> bool:
    a, b = large.ruling, small.ruling
    same = a.row["donor"] == b.row["donor"] and a.row["currency"] == b.row["currency"] and same_instrument(a, b)
    recipients = not a.recipients or not b.recipients or bool(a.recipients & b.recipients)
    return same and recipients and a.value is not None and b.value is not None and a.value > b.value


def _hang_members(pledges: Sequence[_Pledge]) -> None:
    """Hang the gifts of single givers under the total of several that an article states before them.

    "Donors promised 180 million. Australia will contribute 100 million": counted
    once. Asked for: no receiver that differs, no larger sum in the same money,
    and one total alone that fits.
    """
    totals = [p for p in pledges if p.ruling.row["donor"] == "various" and p.ruling.value is not None]
    for one in pledges:
        if one.parent is not None or one.ruling.row["donor"] == "various" or one.ruling.value is None:
            continue
        fits = [total for total in totals if _has_member(total, one)]
        if len(fits) == 1:
            one.parent = fits[0].id
            one.rules = [*one.rules, "part of a total of several givers"]


def _has_member(total: _Pledge, one: _Pledge) -> bool:
    a, b = total.ruling, one.ruling
    apart = bool(a.recipients ^ b.recipients)
    larger = (
        a.row["currency"] == b.row["currency"] and a.value is not None and b.value is not None and b.value > a.value
    )
    told = {str(r.row["article_id"]): int(r.row["start_char"]) for r in reversed(total.reports)}
    places = [(str(r.row["article_id"]), int(r.row["start_char"])) for r in one.reports]
    return not apart and not larger and all(article in told and told[article] < start for article, start in places)


def _hang_parts(pledges: list[_Pledge], parts: Sequence[Report], days: int) -> None:
    """Parts hang under the last pledge told before them in their article; without one they are left out."""
    tops = list(pledges)
    hung: dict[str, tuple[_Pledge, Report]] = {}
    for part in parts:
        parent = _parent(part, tops)
        if parent is not None:
            hung[part.id] = (parent, part)
    groups = group([part for _, part in hung.values()], days)
    for keys in groups.sets():
        child = _Pledge([hung[key][1] for key in keys], [*groups.rules(keys[0]), "part of a stated total"])
        child.parent = _most([hung[key][0].id for key in keys])
        pledges.append(child)


def _parent(part: Report, tops: Sequence[_Pledge]) -> _Pledge | None:
    best: tuple[int, str] | None = None
    found = None
    for pledge in tops:
        for report in pledge.reports:
            here = (
                report.row["article_id"] == part.row["article_id"] and report.row["start_char"] < part.row["start_char"]
            )
            if not here or not _larger(report, part):
                continue
            place = (int(report.row["start_char"]), pledge.id)
            if best is None or place > best:
                best, found = place, pledge
    return found


def _larger(total: Report, part: Report) -> bool:
    if total.value is None or part.value is None:
        return part.value is None and total.value is not None
    return total.row["currency"] != part.row["currency"] or total.value >= Decimal(part.value)
