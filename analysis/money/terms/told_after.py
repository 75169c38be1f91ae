"""How far a gift has come, as the words after it tell: "It was cleared by directors", "The papers were signed".

What is told so moves a gift on, never back: up to the next sum, and to the end of the paragraph. The same
words may tell its form ("Repayment will be over 22 years"), where its own sentence names none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.terms.lexicon_told_after import (
    AFTER,
    AGREED_BY_BODY,
    BEFORE,
    BOUND_AFTER,
    BOUND_BEFORE,
    GRANT_AFTER,
    LOAN_AFTER,
    TO_COME_AFTER,
    TO_COME_BEFORE,
    TOLD_BEHIND,
    UNPAID_AFTER,
    UNSIGNED,
)
from analysis.money.terms.stage_sayings import RANK
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_UNVOTED = frozenset(["committed", "allocated"])  # what a body's approval tops
_OPEN = frozenset(["grant", "unknown"])
_LOAN = re.compile(r"\b(?:loans?|credits?|len[dt]\w*|borrow\w*)\b", re.IGNORECASE)
_REACH = 400  # characters after a sum that are read
_SUM = re.compile(r"[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:million|billion|trillion|crore|lakh|m|bn)\b", re.IGNORECASE)
_START = re.compile(r"[.;!?:”\"),—–]\s+|(?=,\s)")  # where a sentence or a clause may begin


def with_told_after(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the stage and the form that the words after them tell."""
    return [_told(claim, text) if claim.exclude_reason in _TOLD else claim for claim in claims]


def _told(claim: Claim, text: str) -> Claim:
    after = text[claim.end : claim.end + _REACH].partition("\n")[0]
    other = _SUM.search(after)
    starts = [0, *(start.end() for start in _START.finditer(after if other is None else after[: other.start()]))]
    form = _form(claim, after, starts)
    before = claim.sentence[: max(claim.sentence.find(claim.text), 0)]
    stage = _stage(_by_lead(claim.status, before, after), after, starts, goods=form == "in_kind")
    if stage in _UNVOTED and AGREED_BY_BODY.search(before):
        stage = "approved"
    if stage in ("pledged", "disbursed") and form != "in_kind" and _is_bound(claim, after):
        stage = "committed"
    if _is_to_come(claim, stage, after) and not _is_told_delivered(before, after, starts):
        stage = "pledged"
    return claim if (form, stage) == (claim.instrument, claim.status) else replace(claim, instrument=form, status=stage)


def _by_lead(stage: str, before: str, after: str) -> str:
    """Give the later stage that the words before a gift end in, or those that follow it say, or `stage`."""
    rank = RANK.get(stage, 9)
    told = next((one.stage for one in BEFORE if RANK[one.stage] > rank and one.words.search(before)), None)
    return told or next((one.stage for one in TOLD_BEHIND if RANK[one.stage] > rank and one.words.search(after)), stage)


def _is_told_delivered(before: str, after: str, starts: Sequence[int]) -> bool:
    """Whether the words around say that goods were handed over, whatever the weights make of them."""
    return _stage(_by_lead("pledged", before, after), after, starts, goods=True) == "delivered"


def _is_bound(claim: Claim, after: str) -> bool:
    """Whether the verb of a gift binds who gives, and hands nothing over ("has signed over 5m to the school")."""
    before = claim.sentence[: max(claim.sentence.find(claim.text), 0)]
    return BOUND_BEFORE.search(before) is not None or BOUND_AFTER.search(after) is not None


def _is_to_come(claim: Claim, stage: str, after: str) -> bool:
    """Whether the words around a gift say that its paper is not signed, it is not paid or its goods are not there."""
    before = claim.sentence[: max(claim.sentence.find(claim.text), 0)]
    if stage == "committed":
        return UNSIGNED.search(claim.sentence) is not None
    if stage == "delivered" == claim.status:  # and not told behind it
        return TO_COME_BEFORE.search(before) is not None or TO_COME_AFTER.search(after) is not None
    return stage == "disbursed" and UNPAID_AFTER.search(after) is not None


def _form(claim: Claim, after: str, starts: Sequence[int]) -> str:
    """Give the form that the words after a gift tell, where none or a grant was read, or a lender's loan."""
    if claim.instrument in _OPEN and any(LOAN_AFTER.match(after, start) for start in starts):
        return "loan"
    lent = claim.instrument == "loan" and not _LOAN.search(claim.sentence)
    granted = (lent or claim.instrument == "unknown") and any(GRANT_AFTER.match(after, start) for start in starts)
    return "grant" if granted else claim.instrument


def _stage(stage: str, after: str, starts: Sequence[int], *, goods: bool) -> str:
    """Give the later stage that the words after a gift tell, or `stage`; a body's approval tops a commitment."""
    rank = RANK.get(stage, 9)
    ahead = [one for one in AFTER if one.goods in (None, goods) and RANK[one.stage] > rank]
    ahead += [one for one in AFTER if stage in _UNVOTED and one.stage == "approved"]
    return next((one.stage for start in starts for one in ahead if one.words.match(after, start)), stage)
