"""Turn the score of a claim into the share of such claims that were right.

The score is how far a reading rests on words of its own sentence, and how likely these
make it a gift (`pledges`). What that is worth was counted on annotated text that neither
rules nor weights had seen: `data/reference/confidence.toml`
holds, for claims that count, the share that was right at each score, drawn as
a line between two scores and never falling where the score rises. An amount
that is left out has no such score (signs of giving speak against leaving it
out): for those the share goes by the reason. `python tests/gold/calibrate.py
--write` counts anew.
"""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Final

from analysis.config import REFERENCE
from analysis.errors import ReferenceFileError
from analysis.records import Claim

TABLE: Final = REFERENCE / "confidence.toml"
COUNTED: Final = frozenset(["", "part"])  # a gift that adds to a total, or hangs under one
_REST: Final = "rest"  # reasons too rare for a row of their own


@dataclass(frozen=True, slots=True)
class _Shares:
    """The table: scores and their shares, both rising, and the share of each reason."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]
    reasons: dict[str, float]


def with_chance(claim: Claim) -> Claim:
    """Give the claim with the share of such claims that were right in place of its score."""
    values = list(_VALUES(claim))  # asked of every claim: `dataclasses.replace` takes three times as long
    values[_CONFIDENCE] = chance(claim.confidence, claim.exclude_reason)
    return Claim(*values)


_FIELDS = [field.name for field in fields(Claim)]
_VALUES = attrgetter(*_FIELDS)
_CONFIDENCE = _FIELDS.index("confidence")


def chance(score: float, reason: str) -> float:
    """Read off the share of such claims that were right.

    Args:
        score: what the rules make of a claim, 0 to 1; matters where it counts.
        reason: why the claim does not count; empty or "part" where it does.

    Returns:
        0 to 1, to two places.

    >>> chance(0.95, "") >= chance(0.5, "")
    True

    A score beyond the last one that was seen promises no more than that one:

    >>> chance(2.0, "") == chance(1.0, "") <= 1
    True

    The score says nothing of an amount left out; the reason does:

    >>> chance(0.1, "fine") == chance(0.9, "fine") > chance(0.9, "other")
    True
    """
    table = _table()
    if reason not in COUNTED:
        return round(table.reasons.get(reason, table.reasons[_REST]), 2)
    at = bisect_right(table.scores, score)
    if at in (0, len(table.scores)):
        return round(table.shares[max(at - 1, 0)], 2)
    part = (score - table.scores[at - 1]) / (table.scores[at] - table.scores[at - 1])
    return round(table.shares[at - 1] + part * (table.shares[at] - table.shares[at - 1]), 2)


@cache
def _table() -> _Shares:
    """Read the table.

    Raises:
        ReferenceFileError: the line is empty or falls, or there is no row for the rest.
    """
    listed = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    rows = listed.get("counted", [])
    scores, shares = tuple(row["score"] for row in rows), tuple(row["share"] for row in rows)
    reasons = {row["reason"]: row["share"] for row in listed.get("left_out", [])}
    faults = []
    if not rows or list(scores) != sorted(set(scores)) or list(shares) != sorted(shares):
        faults.append("[[counted]] needs rows whose score rises and whose share does not fall")
    if _REST not in reasons:
        faults.append(f"[[left_out]] needs a row for reason {_REST!r}")
    if faults:
        raise ReferenceFileError(TABLE, faults)
    return _Shares(scores, shares, reasons)
