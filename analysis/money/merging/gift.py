"""One gift of the ledger: its reports, which of them rules, and the row they make."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from analysis.money.merging.cues import gives_unknown, is_fraction, states_change
from analysis.money.merging.merge import CORRECTED, is_person
from analysis.money.merging.other_receivers import names_own
from analysis.money.merging.reports import RANK, Report, most

_PAID = frozenset(["disbursed", "delivered"])
_REPEATS = frozenset(["restatement", "other"])
_AMOUNT = ("low", "high", "currency", "certainty", "qualifier", "per", "years", "equivalents")
_VOID = ("cancelled", "denied")
_PLANS = ("proposed", "conditional")
_FIRM = RANK["committed"]
_DECIDED = ("committed", "allocated", "approved")  # and not yet paid


class Gift:
    """One gift and its reports, earliest first.

    `evidence` are reports that repeat it and have no vote on what it is; `old`
    are the claims whose figure a later one replaced; `worth` is the report that
    states what goods are worth, and `whole` the one that sums up a yearly figure.
    """

    def __init__(self, reports: Sequence[Report], rules: Iterable[str], old: frozenset[str] = frozenset()) -> None:
        self.reports = sorted(reports, key=told_on)
        self.rules = list(rules)
        self.old = old
        self.evidence: list[Report] = []
        self.parent: Gift | None = None
        self.worth: Report | None = None
        self.whole: Report | None = None
        self.recipient: str | None = most(r.row["recipient"] for r in self.reports if r.named) or most(
            r.row["recipient"] for r in self.reports
        )
        self.channel: str | None = most(r.row["channel"] for r in self.reports)
        self.instrument: str | None = most(r.instrument for r in self.reports) or most(
            r.row["instrument"] for r in self.reports if r.row["instrument"] != "unknown"
        )
        self.notes: list[str] = []

    @property
    def id(self) -> str:
        """The pledge's id: a digest of its earliest claim."""
        return pledge_id(self.reports[0].id)

    @property
    def recipients(self) -> frozenset[str]:
        """Codes of the recipients."""
        return frozenset((self.recipient or "").split())

    @property
    def donors(self) -> frozenset[str]:
        """Codes of those who give."""
        return self.ruling.donors

    @property
    def everything(self) -> list[Report]:
        """Every report that speaks of the gift, earliest first."""
        known = {report.id: report for report in [*self.reports, *self.evidence]}
        return sorted(known.values(), key=told_on)

    @property
    def status(self) -> str:
        """The stage it is at; a promised part is as firm as the whole of the same giver, though not paid with it."""
        denied = [r.having(status="denied") for r in self.evidence if r.reason == "denied"]
        first = min((r.day for r in self.reports if r.day is not None), default=date.max)
        # "Norway gave Malawi 8 million", told later of what was promised, is no gift of its own, but says this.
        paid = [r for r in self.evidence if r.status in _PAID and r.reason in _REPEATS and (r.day or date.min) > first]
        own = _latest_status([*self.reports, *denied, *paid])
        whole = self.top
        if own != "pledged" or whole is self or whole.donors != self.donors:
            return own
        return whole.status if whole.status in _DECIDED else own

    @property
    def top(self) -> "Gift":
        """The gift that this one is a part of, at any depth; itself where it is none."""
        found, seen = self, {id(self)}
        while found.parent is not None and id(found.parent) not in seen:
            found = found.parent
            seen.add(id(found))
        return found

    @cached_property
    def ruling(self) -> Report:
        """The report whose figure counts: not a replaced one, told by most texts, then the earliest.

        A figure replaces another where a text says so, or a version of one text
        corrects it; then the latest rules. Money rules over goods without a worth, a whole over its
        yearly sum, a body over the person who announced its gift, a report that names the giver over others.
        """
        current = [r for r in self.reports if r.id not in self.old] or self.reports
        current = [r for r in current if r.currency is not None] or current
        current = [r for r in current if not r.row["per"]] or current
        current = [r for r in current if not is_person(r)] or current
        current = [r for r in current if r.donors] or current
        if CORRECTED in self.rules or self.old:
            return max(current, key=lambda r: (r.day or date.min, states_change(r), r.id))
        texts = {(figure_of(r), r.story): r for r in current}
        votes = Counter(figure for figure, _ in texts)
        best = max(votes.values(), default=0)
        return next(r for r in current if votes[figure_of(r)] == best)

    def repeat(self, report: Report, rule: str) -> None:
        """Add a report that speaks of the gift and has no vote on what it is."""
        self.evidence.append(report)
        self.rules.append(rule)

    def pass_over(self, givers: dict[str, frozenset[str]]) -> None:
        """Where reports disagree about the receiver, pass over one that gives in the same articles: it passes money on.

        Args:
            givers: who gives, by article.
        """
        told = [r for r in self.reports if r.recipients]
        giving = frozenset[str]().union(*(givers.get(r.article, frozenset()) for r in told)) - self.donors
        left = [r for r in told if not r.recipients <= giving]
        if left and len(left) < len(told):
            passed = most(r.row["recipient"] for r in told if r.recipients <= giving and r.named)
            self.recipient = most(r.row["recipient"] for r in left if r.named) or most(r.row["recipient"] for r in left)
            self.channel = self.channel or passed

    def hang(self, parent: "Gift", rule: str) -> None:
        """Make it a part of another gift; nothing is ever a part of itself."""
        if parent.top is not self.top and self.parent is None:
            self.parent = parent.top
            self.rules.append(rule)

    def row(self) -> dict[str, Any]:
        """Give the gift as a row of `schemas.PLEDGES`."""
        ruling, everything = self.ruling, self.everything
        money = self.whole or self.worth or ruling
        days = sorted(r.day for r in everything if r.day is not None)
        goods = next((r for r in self.reports if r.row["in_kind_item"] is not None), ruling)
        sector = most(r.row["sector"] for r in self.reports if r.row["sector"] != "other")
        return {
            **{name: ruling.row[name] for name in ("donor", "donor_level")},
            **{name: money.row[name] for name in _AMOUNT},
            **{name: goods.row[name] for name in ("in_kind_count", "in_kind_item")},
            "pledge_id": self.id,
            "recipient": self.recipient,
            "recipient_text": most(r.row["recipient_text"] for r in self.reports if not self.recipient or names_own(r)),
            "channel": self.channel,
            "purpose": ruling.row["purpose"]
            or next((r.row["purpose"] for r in self.reports if r.row["purpose"]), None),
            "sector": sector or "other",
            "instrument": self.instrument or "unknown",
            "status": self.status,
            "amount_text": money.row["text"],
            "first_reported": days[0].isoformat() if days else None,
            "last_reported": days[-1].isoformat() if days else None,
            "articles": len({r.article for r in everything}),
            "independent_texts": len({r.story for r in everything}),
            "outlets": len({r.outlet for r in everything if r.outlet}),
            "parent_id": None if self.top is self else self.top.id,
            "stages": json.dumps([_stage(r) for r in _told(everything, self)], ensure_ascii=False, sort_keys=True),
            "merge_rule": "; ".join(dict.fromkeys(self.rules)) or "one report",
            "claim_ids": json.dumps(sorted(r.id for r in everything)),
            "note": "; ".join([*_assumed(money), *self.notes]),
        }


def pledge_id(claim_id: str) -> str:
    """Give the id of the pledge whose earliest claim this is."""
    return "p-" + hashlib.blake2b(claim_id.encode(), digest_size=6).hexdigest()


def told_on(report: Report) -> tuple[date, str]:
    """Sort key of reports: by day, those without one last."""
    return report.day or date.max, report.id


def figure_of(report: Report) -> tuple[str, str]:
    """Give the figure a report votes for."""
    return str(report.value), str(report.currency)


def _told(everything: Sequence[Report], gift: Gift) -> list[Report]:
    """Give the reports that are stages of its life: those that count, the plans before, the denials after."""
    counted = {report.id for report in gift.reports}
    return [r for r in everything if r.id in counted or r.reason in (*_PLANS, "denied")]


def _stage(report: Report) -> dict[str, Any]:
    row = report.row
    return {
        "date": report.day.isoformat() if report.day else None,
        "status": "proposed" if report.reason in _PLANS else row["status"],
        "low": None if row["low"] is None else str(row["low"]),
        "high": None if row["high"] is None else str(row["high"]),
        "text": row["text"],
        "article_id": row["article_id"],
    }


def _assumed(report: Report) -> list[str]:
    return [f"currency {report.currency} is assumed"] if report.row["certainty"] == "assumed" else []


def _latest_status(reports: Sequence[Report]) -> str:
    """Give the furthest stage reported; a gift that was cancelled is cancelled, unless it went on later."""
    ended = [r for r in reports if r.status in _VOID]
    if ended:
        last = max((r.day or date.min for r in ended), default=date.min)
        after = [r for r in reports if RANK.get(r.status, -1) >= _FIRM and r.day is not None and r.day > last]
        if not after:
            return "cancelled" if any(r.status == "cancelled" for r in ended) else "denied"
        reports = after
    whole = [r for r in reports if not is_fraction(r)] or reports
    told = [r for r in whole if r.donors or not gives_unknown(r.sentence)] or whole  # hearsay is no witness
    return max((r.status for r in told), key=lambda stage: RANK.get(stage, -1))
