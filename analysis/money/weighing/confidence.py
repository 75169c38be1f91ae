"""Turn the score of a claim into the share of such claims that were right.

The score is how far a reading rests on words of its own sentence, and how likely these
make it a gift (`pledges`). What that is worth was counted on annotated text that neither
rules nor weights had seen: `data/reference/confidence.toml`
holds, for claims that count, the share that was right at each score, drawn as
a line between two scores and never falling where the score rises: one line where
the register knows who gives, and one where nobody does or a name of no register,
which is more often cut short or another's. An amount that is left out has no
such score (signs of giving speak against leaving it out): for those the share
goes by the reason. `python tests/gold/calibrate.py --write` counts anew.
"""

import re
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
GIVERS: Final = ("listed", "other")  # whether the register knows all who give
_OF_NO_REGISTER: Final = re.compile(r"(?:^|\s)(?!various$)[^\sA-Z]+(?:\s|$)")  # an id in small letters


@dataclass(frozen=True, slots=True)
class _Shares:
    """The table: by giver the scores and their shares, both rising, and the share of each reason."""

    lines: dict[str, tuple[tuple[float, ...], tuple[float, ...]]]
    reasons: dict[str, float]


def with_chance(claim: Claim) -> Claim:
    """Give the claim with the share of such claims that were right in place of its score."""
    values = list(_VALUES(claim))  # asked of every claim: `dataclasses.replace` takes three times as long
    values[_CONFIDENCE] = chance(claim.confidence, claim.exclude_reason, giver_of(claim.donor))
    return Claim(*values)


_FIELDS = [field.name for field in fields(Claim)]
_VALUES = attrgetter(*_FIELDS)
_CONFIDENCE = _FIELDS.index("confidence")


def giver_of(donor: str | None) -> str:
    """Tell which line of the table holds for a giver.

    >>> giver_of("NOR SWE"), giver_of("various"), giver_of("NOR lund-oil"), giver_of(None)
    ('listed', 'listed', 'other', 'other')
    """
    return "other" if donor is None or _OF_NO_REGISTER.search(donor) else "listed"


def chance(score: float, reason: str, giver: str = "listed") -> float:
    """Read off the share of such claims that were right.

    Args:
        score: what the rules make of a claim, 0 to 1; matters where it counts.
        reason: why the claim does not count; empty or "part" where it does.
        giver: one of `GIVERS`; matters where it counts.

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
    scores, shares = table.lines[giver]
    at = bisect_right(scores, score)
    if at in (0, len(scores)):
        return round(shares[max(at - 1, 0)], 2)
    part = (score - scores[at - 1]) / (scores[at] - scores[at - 1])
    return round(shares[at - 1] + part * (shares[at] - shares[at - 1]), 2)


@cache
def _table() -> _Shares:
    """Read the table.

    Raises:
        ReferenceFileError: a line is empty or falls, or there is no row for the rest.
    """
    listed = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    lines, faults = {}, []
    for giver in GIVERS:
        rows = [row for row in listed.get("counted", []) if row.get("giver") == giver]
        scores, shares = tuple(row["score"] for row in rows), tuple(row["share"] for row in rows)
        lines[giver] = (scores, shares)
        if not rows or list(scores) != sorted(set(scores)) or list(shares) != sorted(shares):
            faults.append(f"[[counted]] of giver {giver!r} needs rows whose score rises and whose share does not fall")
    reasons = {row["reason"]: row["share"] for row in listed.get("left_out", [])}
    if _REST not in reasons:
        faults.append(f"[[left_out]] needs a row for reason {_REST!r}")
    if faults:
        raise ReferenceFileError(TABLE, faults)
    return _Shares(lines, reasons)
