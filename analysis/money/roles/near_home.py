"""Gifts of firms, clubs and people that stay where they are: the country a text is about does not receive them.

"Closer to home, the brewery gave 5,000 pounds for the school roof" follows gifts to far away; so does what goes to
a lifeboat or a food bank, which people have among themselves. Where they are is told by `home_receivers.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_FAR = frozenset(["government", "multilateral"])  # who gives abroad
_TURN = 2000  # characters before a gift in which its paragraph has turned homeward
# What turns a paragraph homeward.
_HOMEWARD = sparse(
    r"\b(?:(?:closer|nearer)\s(?:to\s)?home|back\shome|here\sat\shome|on\sthe\shome\sfront|at\s(?:the|a)\slocal\slevel|locally)\b",
    re.IGNORECASE,
)
# In its sentence, who is near or has no need of a country.
_NEAR = sparse(
    r"\b(?:lifeboats?|food\s(?:banks?|pantry|pantries|shelf|shelves)|air\sambulances?|animal\s(?:shelters?|rescue)"
    r"|brass\sband|(?:village|parish)\shall|blood\sbank|stadium|across\sthe\sstreet|(?:a)?round\sthe\scorner"
    r"|up\sthe\sroad|down\sthe\sroad|in\s(?-i:[A-Z])\w+\sitself)\b",
    re.IGNORECASE,
)


def with_gifts_near_home(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims without the receivers that were guessed of gifts that go nowhere."""
    found: list[Claim] = []
    last: Claim | None = None  # the gift before, where it was found to go nowhere
    for claim in claims:
        made = claim
        if _is_guessed(claim) and (_is_near(claim, reader) or _follows(claim, last, reader)):
            made = replace(claim, recipient=None)
        if claim.exclude_reason in _COUNTED:
            last = made if made is not claim else None
        found.append(made)
    return found


def _follows(claim: Claim, last: Claim | None, reader: Reader) -> bool:
    """Whether the gift told before in the paragraph, of another such giver, goes nowhere either."""
    if last is None:
        return False
    high = claim.start + len(claim.sentence)  # and no further than a sentence behind it
    return reader.around(claim.start)[0] <= last.start and not _names(claim, last.end, high, reader)


def _is_guessed(claim: Claim) -> bool:
    """Whether a receiver was taken from elsewhere, for what nobody gives who gives to states."""
    counted = claim.exclude_reason in _COUNTED and claim.donor_level not in _FAR
    return counted and claim.recipient is not None and claim.recipient_text is None


def _is_near(claim: Claim, reader: Reader) -> bool:
    """Whether a paragraph has turned homeward before a gift, or its sentence names somebody near and no receiver."""
    number, index = reader.at(claim.start)
    sentences = reader.paragraph(number)
    opens = sentences[0].start
    opens = max(opens, claim.start - _TURN)
    turn = _HOMEWARD.search(reader.text[opens : claim.start])
    sentence = sentences[index]
    if turn is None and _NEAR.search(sentence.text) is None:
        return False
    low = sentence.start if turn is None else opens + turn.start()
    high = sentence.end if turn is None else claim.start
    return not _names(claim, low, high, reader)


def _names(claim: Claim, low: int, high: int, reader: Reader) -> bool:
    """Whether the receiver that was guessed is named between two offsets."""
    own = (claim.recipient or "").split()
    return any(party.id in own for party, _, _ in reader.countries_in(low, high))
