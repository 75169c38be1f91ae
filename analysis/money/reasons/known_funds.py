"""Money at home that a paper of a state tells of as known or as won: what a law or a programme holds.

"Awards from the 10 million Lund Fund", "through the 5 million provided in the Relief Plan" are of a fund that is
there; of "I secured 4 million for clinics" nobody has any yet, and "the RRP provided 5 million" is what a law holds.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.handed_out import HEDGE
from analysis.money.text.around import beside, of_sentence
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_NEAR = 160  # characters before a sum that are read
# "from the", "leveraging the"
_OF_THE = re.compile(
    r"\b(?:of|for|from|through|with|under|by|in|on|via|and|leveraging|using)\sthe\s(?:(?:full|entire|total|remaining)\s)?$",
    re.IGNORECASE,
)
# "Lund Fund", "provided in", "commitment from"
_IS_THERE = re.compile(
    r"^\s(?:(?-i:[A-Z])[\w’'-]+|provided|included|appropriated|allocated|set\saside"
    r"|(?:[\w-]+\s){0,2}(?:programs?|programmes?|fund|initiative|commitment))\b",
    re.IGNORECASE,
)
_WON = sparse(rf"\bsecur(?:ed|es|ing)\s{HEDGE}$", re.IGNORECASE)
_LETTERS = re.compile(
    rf"(?:^|[\s(])(?P<law>[A-Z]{{3,6}})\s(?:(?:also|will|has)\s)*(?:provid|allocat|invest|includ|deliver|dedicat)\w*\s{HEDGE}$"
)
_AS_LAW = r"\b(?:Act|Law|Plan|Bill)\b\W{0,6}\(\W{0,4}"


def without_known_funds(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text, as `budget` those of funds at home that are there or only won.

    Args:
        claims: those of the text, in order.
        reader: of the text.
    """
    if reader.kind != "paper" or reader.house is None:
        return list(claims)
    return [replace(c, exclude_reason="budget") if _is_known(c, reader.text) else c for c in claims]


def _is_known(claim: Claim, text: str) -> bool:
    if claim.exclude_reason not in _TOLD or claim.amount is None:
        return False
    before, after = beside(claim, text, _NEAR, 60)
    before, after = f"{of_sentence(without_marks(before))} ", f" {without_marks(after)}"
    if _WON.search(before) or (_OF_THE.search(before) and _IS_THERE.match(after)):
        return True
    letters = _LETTERS.search(before)
    return letters is not None and re.search(rf"{_AS_LAW}{letters['law']}\b", text) is not None
