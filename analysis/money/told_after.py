"""How far a gift has come, as the words after it tell: "It was cleared by directors", "The papers were signed".

What is told so moves a gift on, never back: up to the next sum, and to the end of the paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.lexicon_told_after import AFTER, Telling
from analysis.money.stage_sayings import RANK
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_REACH = 400  # characters after a sum that are read
_SUM = re.compile(r"[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:million|billion|trillion|crore|lakh|m|bn)\b", re.IGNORECASE)
_START = re.compile(r"[.;!?:”\"),—–]\s+|\n|(?=,\s)")  # where a sentence or a clause may begin


def with_told_after(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the stage of those of which the words after them tell a later one."""
    return [_told(claim, text) if claim.exclude_reason in _TOLD else claim for claim in claims]


def _told(claim: Claim, text: str) -> Claim:
    rank = RANK.get(claim.status, 9)
    kind = claim.instrument == "in_kind"
    ahead = [one for one in AFTER if one.goods in (None, kind) and _moves_on(claim.status, rank, one.stage)]
    if not ahead:
        return claim
    after = text[claim.end : claim.end + _REACH].partition("\n\n")[0]
    other = _SUM.search(after)
    after = after[: other.start()] if other is not None else after
    stage = _stage(after, ahead)
    return replace(claim, status=stage) if stage is not None else claim


def _moves_on(stage: str, rank: int, told: str) -> bool:
    """Whether a stage is later than that of a gift; a body's approval tops a commitment."""
    return RANK[told] > rank or (told == "approved" and stage in ("committed", "allocated"))


def _stage(after: str, ahead: Sequence[Telling]) -> str | None:
    for start in _START.finditer(after):
        for one in ahead:
            if one.words.match(after, start.end()):
                return one.stage
    return None
