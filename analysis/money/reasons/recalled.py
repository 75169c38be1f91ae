"""Sums that the words at them take for known: wholes that are divided, announcements looked back on, years summed up.

"Of the 10 million, 3 million will go to schools" divides what was given, "they discussed the recent announcement of 5
million" comes back to it, "aid includes over 5 million this year alone" sums it up. So does what somebody's life tells:
"under her leadership, the office provided 5 million".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.unmarked import sentence_around
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

_TOLD = frozenset(["", "part", "no_donor"])
_ASKED = _TOLD | {"other"}
_SIZE = r"(?:(?:more\sthan|over|nearly|almost|about|roughly|some|approximately|total|full|initial)\s)?"
# "Of the 10 million", "out of the 10 million", "besides the 10 million", "as part of the 10 million".
_DIVIDED = sparse(rf"\b(?:of|besides|within)\sthe\s{_SIZE}$", re.IGNORECASE)
_NEW = sparse(r"\bthe\snew\s$", re.IGNORECASE)  # "noted that the new 5 million will buy"
# "welcomed the historic 5 million", "through implementation of the 5 million partnership"
_PRAISED = sparse(
    r"\b(?:the\s(?:historic|landmark)|through\s(?:the\s)?implementation\sof\s(?:the|our|its))\s$", re.IGNORECASE
)
# "including the recent announcement of 5 million", "yesterday's announcement of 5 million"
_ANNOUNCED = sparse(
    r"\b(?:(?:recent|earlier|previous)|yesterday[’']s|last\s(?:week|month|year)[’']s)\sannouncements?\sof\s"
    rf"(?:an?\s|the\s)?{_SIZE}$",
    re.IGNORECASE,
)
# "has already made a 5 million investment"
_MADE = sparse(rf"\b(?:has|have|had)\salready\smade\s(?:an?\s|its\s)?(?:\w+\s)?{_SIZE}$", re.IGNORECASE)
# "the 5 million that the President recently signed into law", "5 million that we announced during"
_SIGNED = sparse(
    r"^[^.;,]{0,60}\sthat\s(?:we|I|he|she|they|(?:[A-Z]\w+|the)\s[A-Z]\w+)\s(?:recently\s(?:signed|announced|approved)"
    r"|(?:had\s)?announced\s(?:during|at|in|last)\b|signed\sinto\slaw)"
)
# "Aid includes over 5 million this year alone": of a gift it would be said who gives it.
_INCLUDES = sparse(
    r"\b(?:funding|assistance|aid|support|help|contributions?)\b[^.;]{0,80}"
    r"\b(?:includes?|is|are|totals?|reached|stands\sat|amounts?\sto)\s$"
)
_ALONE = sparse(r"^[^.;]{0,130}\bthis\s(?:fiscal\s)?year\salone\b")
_LED = sparse(
    r"\b(?:[Uu]nder\s(?:his|her)\s(?:leadership|direction|guidance)|[Dd]uring\s(?:his|her)\s(?:tenure|time\s(?:as|at|in)))\b"
    r"[^.;]*$"
)
_DEAL = sparse(
    r"^\s(?:[\w-]+\s){0,2}?(?:deals?|agreements?|contracts?|orders?)\sbetween\s(?![^.;]{0,60}\b(?:government|state)s?\b)"
)


def with_recalled(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with those left out that the words at them recall.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    return [_read(c, reader) if c.amount is not None and c.exclude_reason in _ASKED else c for c in claims]


def _read(claim: Claim, reader: Reader) -> Claim:
    before, after = sentence_around(claim, reader.text)
    before, after = f"{before.rstrip()} ", f" {after.lstrip()}"
    if claim.exclude_reason not in _TOLD:  # left out for want of words that tell why
        told_before = claim.donor is not None and (_ANNOUNCED.search(before) or _SIGNED.match(after)) is not None
        return replace(claim, exclude_reason="restatement") if told_before else claim
    if _DEAL.match(after):
        return replace(claim, exclude_reason="price")
    if _LED.search(before) or (_INCLUDES.search(before) and _ALONE.match(after)):
        return replace(claim, exclude_reason="total_to_date", polarity="historical")
    told = _DIVIDED.search(before) or _NEW.search(before)
    known = told is not None and reader.kind == "paper" and reader.house is not None
    if known or any(said.search(before) for said in (_PRAISED, _ANNOUNCED, _MADE)) or _SIGNED.match(after):
        return replace(claim, exclude_reason="restatement")
    return claim
