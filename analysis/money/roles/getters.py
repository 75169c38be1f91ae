"""The country that a clause says gets a sum, where none or another was guessed: "Kiribati 28.6 million", "Togo:".

Who gets the sums of a round is told as the subject of a verb of receiving, or as a name alone that goes on from one.
Where that is a country, or a place in one, nothing that was guessed from other sentences holds against it.
"""

import re
from dataclasses import replace

from analysis.money.text.reader import Reader
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
# What may stand between the name and its sum: words that lead to a verb, marks, and an aside.
_TO_SUM = re.compile(
    r"(?:,[^,;]{3,80},)?(?:[\s,;:(|–—-]|\b(?:has|have|had|will|would|is|are|was|were|each|also|alone|both|to|with)\b)*"
)


def of_getter(claim: Claim, who: str, reader: Reader) -> Claim:
    """Give a sum of which `who` are the words for who gets it to the country that ends them, if none is told."""
    if claim.exclude_reason not in _COUNTED or _is_told(claim, reader):
        return claim
    low = reader.plain.rfind(who, 0, claim.start)
    named = list(reader.places(low, low + len(who))) if low >= 0 else []
    if not named:
        return claim
    party, start, end = named[-1]
    own = party.form in ("name", "town", "capital") and party.id not in (claim.donor or "").split()
    if not own or party.id == claim.recipient or _TO_SUM.fullmatch(reader.plain, end, low + len(who)) is None:
        return claim
    if len({other.id for other, _, _ in named}) > 1 or (claim.recipient or "").split()[1:]:
        return claim
    return replace(claim, recipient=party.id, recipient_text=reader.text[start:end])


def _is_told(claim: Claim, reader: Reader) -> bool:
    """Whether the words of a sum name the receiver it has, not those of a sum before it nor an "it"."""
    if claim.recipient is None or claim.recipient_text is None or claim.recipient_text.islower():
        return False
    low, high = reader.around_sum(claim.start, claim.end)
    return claim.recipient_text in reader.plain[low:high]
