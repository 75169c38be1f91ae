"""What things told before are worth, whatever they are called: "She sent rice and oil. They are worth 300,000 dollars".

`worth` knows goods that are counted ("400 tonnes of maize"). Here a verb of handing over stands before, and a word
that goes back to what was handed over stands at the sum: "they", "their worth", "the shipment cost", "for which it
paid".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.screen import sparse
from analysis.records import Claim

_OPEN = frozenset(["price", "other", "no_donor", "market_rate", "budget", "restatement"])
_BEFORE = 380  # characters of the paragraph before a sum that are read
_HEDGE = r"(?:(?:about|some|around|nearly|over|up\sto|perhaps|almost|roughly|more\sthan|a\slittle\sover)\s){0,2}$"
_WORTH = sparse(
    r"""(?:
        \bthey(?:\s(?:are|were|had|have|would)|['’](?:re|d|ve))?\s(?:all\s|together\s)?
            (?:worth|valued\sat|cost|sell\sat|sold\sat)
      | (?<=[.;]\s)It(?:\s(?:is|was|had|has)|['’]s)?\s(?:worth|valued\sat|cost)
      | \b(?:their|its)\s(?:\w+\s)?(?:worth|value)\b[^.;]{0,40}?\s(?:at|is|was|as)(?:,[^,.;]{2,30},\s(?:was|is))?
      | \btheir\sworth,[^,.;]{2,30},\s(?:was|is)
      | \bthe\s(?:shipment|consignment|cargo|load|lot|delivery|goods|equipment|kit)\s(?:had\s)?
            (?:cost|is\sput\sat|was\sput\sat|is\sworth|was\sworth|were\sworth|is\svalued\sat|was\svalued\sat)
      | \bfor\swhich\s(?:[\w’']+\s){1,6}?paid
    )\s"""
    + _HEDGE,
    re.VERBOSE | re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:(?P<coming>will\s|would\s|to\s|be\s)?(?:hand(?:ed|ing|s)?\s(?:over|out)|donat\w+|gave|give[ns]?|giving|sent|send(?:ing|s)?"
    r"|ship(?:ped|s|ping)?\b|deliver(?:ed|ing|s)?|unload\w+|suppl(?:ied|ies|ying)|turned\sover|presented|dropped\soff|trucked|flew\sin"
    r"|made\sover)|(?P<noun>a\sgift|presents?|convoy))\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:million|billion|trillion|crore|lakh|m|bn)\b", re.IGNORECASE)


def with_told_worth(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, those counted that tell what things handed over just before are worth."""
    return [_worth(claim, text) if claim.exclude_reason in _OPEN and claim.amount else claim for claim in claims]


def _worth(claim: Claim, text: str) -> Claim:
    left = text[max(0, claim.start - _BEFORE) : claim.start].rpartition("\n")[2]
    told = _WORTH.search(left)
    if told is None:
        return claim
    handed = max(_HANDED.finditer(left, 0, told.start()), key=lambda found: found.start(), default=None)
    if handed is None or _SUM.search(left, handed.end(), told.start()):
        return claim
    status = "pledged" if handed["coming"] else claim.status if handed["noun"] else "delivered"
    return replace(claim, exclude_reason="", instrument="in_kind", modality="goods", status=status, polarity="actual")
