"""Sums that a text lists to denounce them: "Here is some of the waste and fraud: 2 million for a play in Ruritania".

What somebody calls waste was given by others before, and is to be stopped: no item of such a list is a new gift.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.money.reasons.told_again import Figure, figure_of
from analysis.money.text.screen import Begun
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_CALLED = re.compile(
    r"\b(?:(?P<waste>wast(?:e|ed|eful)(?![ -](?:water|management|disposal|treatment|recycling|collection)))"
    r"|(?P<fraud>fraud(?:ulent|sters?)?)|(?P<kickbacks>kickbacks?|scams?|rip-?offs?|boondoggles?)"
    r"|(?P<payers>taxpayers?)|(?P<savers>DOGE|[Gg]overnment\sEfficiency))\b",
    re.IGNORECASE,
)
_CALLING = ("wast", "fraud", "kickback", "scam", "rip", "boondoggle", "taxpayer", "doge", "government")
_BLAMES = frozenset(["waste", "fraud"])
_AROUND = 3000  # characters around a sum in which it is denounced
# A sum that opens its sentence or its item: "- $2 million for", "Including 2 million for".
_OPENS = re.compile(r"(?:^|\n\s*|[.!?:;–—-]\s+)[\W_]*(?:and\s|including\s|over\s|more\sthan\s|nearly\s)?[\W_]*$", re.I)


def with_denounced(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with sums that a list denounces as cancelled.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    if not any(claim.exclude_reason in _TOLD and claim.amount is not None and _opens(claim, text) for claim in claims):
        return list(claims)
    called = [(match.start(), match.lastgroup or "") for match in _named().finditer(text)]
    if len({name for _, name in called}) < 2:
        return list(claims)
    found: list[Claim] = []
    figures: set[Figure] = set()
    for claim in claims:
        figure = figure_of(claim.amount) if claim.amount is not None and claim.exclude_reason in _TOLD else None
        out = figure is not None and (figure in figures or _is_denounced(claim, called, text))
        if figure is not None and out:
            figures.add(figure)
        ended = replace(claim, exclude_reason="other", status="cancelled", polarity="historical")
        found.append(ended if out else claim)
    return found


@cache
def _named() -> Begun:
    return Begun(_CALLED, _CALLING)


def _opens(claim: Claim, text: str) -> bool:
    return _OPENS.search(text[max(0, claim.start - 40) : claim.start]) is not None


def _is_denounced(claim: Claim, called: Sequence[tuple[int, str]], text: str) -> bool:
    if not _opens(claim, text):
        return False
    near = {name for at, name in called if abs(at - claim.start) < _AROUND}
    return len(near) > 1 and bool(near & _BLAMES)
