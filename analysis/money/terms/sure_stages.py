"""Stages that the words before a sum settle, whatever else they weigh: who "will commit" 5 million still promises it.

"Commits to provide", "to commit" tell of a commitment that is to come; what a law that is the subject gives was voted.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.around import beside
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_LEFT = 200  # characters of the paragraph before a sum that are read
_MARKS = re.compile(r"[*_\s]+")
_TO_COME = re.compile(
    r"\b(?:commits?|committing|commit\sthemselves)\sto\s(?:\w+\s)?(?:\w+ing|provide|contribute|invest|give|mobili[sz]e)\b"
    r"[^.;$€£]*$|\b(?:will|to)\scommit\s(?:\w+\s){0,5}$"
)
_PROMISED = re.compile(r"\bpromised\sto\s\w+[^.;,$€£]*$")
_LAW = re.compile(
    r"\b[A-Z]\w+\s(?:Act|Law|Rescue\sPlan)\s(?:(?:will|would|also|has)\s)*"
    r"(?:provid|devot|includ|invest|deliver|allocat|dedicat|appropriat|secur)\w*\b[^.;]*$"
)


def with_sure_stages(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text with the stage of gifts that are to be committed, or that a law gives."""
    return [_staged(c, text) if c.exclude_reason in _COUNTED and c.amount is not None else c for c in claims]


def _staged(claim: Claim, text: str) -> Claim:
    if claim.status not in ("pledged", "committed", "allocated"):
        return claim
    before = _MARKS.sub(" ", beside(claim, text, _LEFT)[0])
    if claim.status != "pledged" and (_TO_COME.search(before) or _PROMISED.search(before)):
        return replace(claim, status="pledged")
    return replace(claim, status="approved") if _LAW.search(before) else claim
