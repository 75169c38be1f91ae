"""Which claims report the same gift.

Claims are joined pair by pair and the groups are the connected parts, so the
order of articles cannot matter. A claim without a recipient joins a group only
where exactly one fits. Every join names its rule.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

# A hedge ("about", "upwards of") may round; an exact figure may not.
HEDGED = Decimal("0.02")
EXACT = Decimal("0.001")
CONVERTED = Decimal("0.03")
# A later stage of a gift may be reported long after it was announced.
STAGE_WINDOWS = 4
RANK = {
    name: rank
    for rank, name in enumerate(
        ["requested", "proposed", "pledged", "committed", "allocated", "approved", "disbursed", "delivered"]
    )
}
REVISION = re.compile(
    r"\b(?:rais\w+|increas\w+|lift\w*|boost\w*|doubl\w+|top\w* up|correct\w*|revis\w+|up from|down from|instead of|"
    r"cut|reduc\w+|lower\w*|now says|wrong|earlier (?:version|report)s?|rather than)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Report:
    """A claim with what merging needs of its article."""

    row: dict[str, Any]
    day: date | None
    story: str
    outlet: str
    ordinal: int  # which of several equal claims of one sentence

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.row["claim_id"])

    @property
    def value(self) -> Decimal | None:
        """The figure that names the amount: its stated bound."""
        low: Decimal | None = self.row["low"]
        high: Decimal | None = self.row["high"]
        return high if low is None or low == 0 else low

    @property
    def recipients(self) -> frozenset[str]:
        """Codes of the recipients; empty where none is known."""
        return frozenset((self.row["recipient"] or "").split())


class Groups:
    """Disjoint sets of claims, with the rules that joined them."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {key: key for key in ids}
        self._rules: dict[str, set[str]] = {key: set() for key in self._parent}

    def find(self, key: str) -> str:
        """Give the set's representative: its smallest id."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: str, two: str, rule: str) -> None:
        """Make one set of two, and remember why."""
        first, second = sorted((self.find(one), self.find(two)))
        self._rules[first].add(rule)
        if first != second:
            self._parent[second] = first
            self._rules[first] |= self._rules[second]

    def rules(self, key: str) -> list[str]:
        """Give the rules that joined the set of `key`, sorted."""
        return sorted(self._rules[self.find(key)])

    def sets(self) -> list[list[str]]:
        """Every set, its members sorted."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.find(key), []).append(key)
        return list(found.values())


def same_amount(a: Report, b: Report) -> bool:
    """Whether two reports state the same gift: money within its hedges, or the same count of things.

    A conversion printed beside one of the amounts may be the other's figure.
    """
    if a.row["currency"] is None or b.row["currency"] is None:
        return _same_goods(a, b)
    if (a.row["per"] or None) != (b.row["per"] or None):
        return False
    if a.row["currency"] == b.row["currency"]:
        hedged = any(r.row["qualifier"] not in ("exact", "range") for r in (a, b))
        return _near(a.value, b.value, HEDGED if hedged else EXACT)
    return _converted(a, b) or _converted(b, a)


def _near(one: Decimal | None, two: Decimal | None, tolerance: Decimal) -> bool:
    if one is None or two is None:
        return one is two
    return abs(one - two) <= tolerance * max(abs(one), abs(two))


def _converted(a: Report, b: Report) -> bool:
    for other in json.loads(a.row["equivalents"] or "[]"):
        figure = other.get("low") or other.get("high")
        if other["currency"] == b.row["currency"] and figure and _near(Decimal(str(figure)), b.value, CONVERTED):
            return True
    return False


def _same_goods(a: Report, b: Report) -> bool:
    if a.row["in_kind_item"] is None or b.row["in_kind_item"] is None:
        return False
    words = [set(re.findall(r"\w+", str(r.row["in_kind_item"]).lower().rstrip("s"))) for r in (a, b)]
    heads = [str(r.row["in_kind_item"]).lower().split(" of ")[-1].split()[-1].rstrip("s") for r in (a, b)]
    return a.row["in_kind_count"] == b.row["in_kind_count"] and (heads[0] == heads[1] or bool(words[0] & words[1]))


def same_instrument(a: Report, b: Report) -> bool:
    """Whether the instruments do not exclude each other; a loan is no grant."""
    one, two = a.row["instrument"], b.row["instrument"]
    soft = {"unknown", "grant", "in_kind"}
    return one == two or "unknown" in (one, two) or {one, two} <= soft


def in_window(a: Report, b: Report, days: int) -> bool:
    """Whether the reports are near enough in time; a later stage may come later. No date is no obstacle."""
    if a.day is None or b.day is None:
        return True
    wide = days * STAGE_WINDOWS if a.row["status"] != b.row["status"] else days
    return abs((a.day - b.day).days) <= wide


def group(reports: Sequence[Report], days: int) -> Groups:
    """Join reports of the same gift."""
    groups = Groups(report.id for report in reports)
    donors: dict[str, list[Report]] = {}
    for report in reports:
        donors.setdefault(str(report.row["donor"]), []).append(report)
    for mine in donors.values():
        _join_equal(mine, groups, days)
        _join_corrected(mine, groups)
        _join_without_recipient(mine, groups, days)
    return groups


def _match(a: Report, b: Report, days: int) -> bool:
    return a.ordinal == b.ordinal and same_instrument(a, b) and same_amount(a, b) and in_window(a, b, days)


def _join_equal(mine: Sequence[Report], groups: Groups, days: int) -> None:
    for a, b in combinations(mine, 2):
        shared = a.recipients & b.recipients or a.recipients == b.recipients
        if shared and _match(a, b, days):
            rule = "same donor, recipient and amount"
            groups.join(a.id, b.id, f"{rule}, later stage" if a.row["status"] != b.row["status"] else rule)


def _join_corrected(mine: Sequence[Report], groups: Groups) -> None:
    """Versions of one text whose sentences differ in the figure alone: a correction."""
    for a, b in combinations(mine, 2):
        versions = a.story == b.story and a.row["article_id"] != b.row["article_id"]
        if versions and not same_amount(a, b) and _frame(a) == _frame(b):
            groups.join(a.id, b.id, "figure corrected between versions of one text")


def _frame(report: Report) -> str:
    sentence, words = str(report.row["sentence"]), str(report.row["text"])
    return " ".join(sentence.replace(words, "#").split()) if words in sentence else sentence


def _join_without_recipient(mine: Sequence[Report], groups: Groups, days: int) -> None:
    known = [r for r in mine if r.recipients]
    for report in (r for r in mine if not r.recipients):
        fits = {groups.find(r.id) for r in known if _match(report, r, days)}
        if len(fits) == 1:
            groups.join(report.id, fits.pop(), "same donor and amount, recipient not repeated")


def ordinals(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """For each claim, how many claims of equal donor, recipient and figure its sentence holds before it.

    "500 million for arms and 500 million for schools" are two gifts.
    """
    found: dict[str, int] = {}
    key_of = [
        (str(r["article_id"]), str(r["sentence"]), _key(r), int(r["start_char"]), str(r["claim_id"])) for r in rows
    ]
    counts: dict[tuple[str, str, str], int] = {}
    for article, sentence, key, _, claim_id in sorted(key_of):
        place = (article, sentence, key)
        found[claim_id] = counts.get(place, 0)
        counts[place] = found[claim_id] + 1
    return found


def _key(row: dict[str, Any]) -> str:
    return "|".join(str(row[name]) for name in ("donor", "recipient", "low", "high", "currency", "in_kind_count"))


def span_days(reports: Sequence[Report]) -> int:
    """Days between the first and last dated report."""
    days = sorted(report.day for report in reports if report.day is not None)
    return sum((b - a).days for a, b in pairwise(days))
