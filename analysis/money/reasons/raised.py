"""Gifts that are made bigger: "Norway raised its contribution to 5m", "doubled its aid to 5m".

What the gift comes to now is given, though it is worded like a sum of years; nothing of it need be paid yet. What
somebody "had" doubled is told back, and by how much ("by 2m, to 5m") the new gift is the step alone.
"""

import re
from dataclasses import replace

from analysis.money.text.screen import sparse
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_MISREAD = frozenset(["other", "total_to_date"])
_APPROX = (
    r"(?:(?:an?|at\sleast|almost|nearly|more\sthan|over|about|around|roughly|up\sto|total\sof|some|as\smuch\sas)\s)*"
)
RAISES = (
    r"(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|(?:doubl|tripl|quadrupl)(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|step(?:s|ped)?\sup|top(?:s|ped)?\sup)"
)  # of a sum that is told before, or "from" one
_GIFT = (
    r"(?:contributions?|commitments?|pledges?|offers?|gifts?|donations?|aid|assistance|support|help|share|part|loans?|grants?"
    r"|credits?|package|response)"
)
_THIS = r"(?:the|that|this)\s(?:sum|amount|offer|pledge|contribution|commitment|donation|gift|loan|grant)"
_BIGGER = sparse(
    rf"(?<!\bhad\s)\b{RAISES}\s(?:(?:(?:its|his|her|their)\s(?:own\s)?(?:[a-z-]+\s){{0,2}}?|a\s){_GIFT}|(?:its|his|her|their)\sown(?=\s(?:from|to)\b)|{_THIS})\b"
    rf"(?!\s(?:budget|spending|bill))(?:[^.;,$€£¥₹\d]{{0,70}}?|\sfrom\s[^;,]{{1,24}}?)\sto\s{_APPROX}$",
    re.IGNORECASE,
)
_UNSURE = sparse(
    rf"\b(?:aims?|wants?|hopes?|plans?|asked|urged|called\son|could|should|may|might|not|whether|if|refus\w+|promised\sin)\b"
    rf"[^.;]{{0,60}}?\b{RAISES}\b",
    re.IGNORECASE,
)


def with_raised(claim: Claim, before: str) -> Claim:
    """Give a claim with a giver that the words `before` its sum tell as a gift made bigger."""
    if claim.amount is None or not is_raised(before):
        return claim
    if claim.exclude_reason in _MISREAD:
        return replace(claim, exclude_reason="", status="committed" if claim.instrument == "loan" else "pledged")
    paid = claim.exclude_reason in _TOLD and claim.status == "disbursed"
    return replace(claim, status="pledged") if paid else claim


def is_raised(before: str) -> bool:
    """Whether words tell that a gift is raised to the sum behind them.

    >>> is_raised("Norway raised its own contribution to almost "), is_raised("Norway had doubled its help to ")
    (True, False)
    >>> is_raised("on Friday Norway raised the sum to ")
    True
    >>> is_raised("Norway aims to raise its support to ")
    False
    """
    return bool(_BIGGER.search(before)) and not _UNSURE.search(before)
