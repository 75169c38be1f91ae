"""What a state puts into a project of its own that others give to: its share is no gift.

"The bank will lend Mali 40 million euros for the road, and the government of Mali will put in 8 million" tells of one
gift. Who spends on itself is told by the gift beside it: the state was its receiver.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.reader import Reader
from analysis.money.text.words import oda_recipients
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_BEFORE, _BEHIND = 200, 120  # characters of a sentence around a sum
_REACH = 1500  # characters before a sum in which the gift to its giver is told
_APPROX = r"(?:up to|about|around|some|nearly|almost|a further|another|an additional|the remaining|the other|the last)"
# "will put in", "is to bear", "is contributing a local counterpart of"
_PUTS_IN = re.compile(
    rf"""
    (?: \s(?:will|would|is|are|has|have|to|also|itself|in\ turn|for\ its\ part))*
    \s (?: put(?:s|ting)?\ (?:in|up) | contribut(?:e|es|ed|ing) | bear(?:s|ing)? | cover(?:s|ed|ing)? | add(?:s|ed|ing)?
         | (?:co-?)?financ(?:e|es|ed|ing) | shoulder(?:s|ed|ing)? | invest(?:s|ed|ing)? )
    (?: \ (?:an?\ |its\ )?(?:own\ |local\ |national\ )*(?:counterpart|share|contribution)(?:\ funding)?(?:\ of)? )?
    (?: \ {_APPROX} )? \s $""",
    re.VERBOSE | re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:['’]s)?(?:\s(?:(?:federal|national|central|provincial|state|regional)\s)?"
    r"(?:governments?|state|treasury|authorities|side|ministry(?:\sof\s\w+)?))?"
)
_TO_ANOTHER = re.compile(r"\s(?:\w+\s){0,4}?to\s(?:the\s)?[A-Z]")


def without_own_shares(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with what a receiver of others' gifts puts in itself left out, as `budget`.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    return [
        replace(claim, exclude_reason="budget") if _is_own_share(claim, claims[:at], reader) else claim
        for at, claim in enumerate(claims)
    ]


def _is_own_share(claim: Claim, told: Sequence[Claim], reader: Reader) -> bool:
    if claim.exclude_reason not in _TOLD or claim.amount is None or not told:
        return False
    before, after = beside(claim, reader.text, _BEFORE, _BEHIND)
    before = of_sentence(before)
    puts = _PUTS_IN.search(before)
    if puts is None or _TO_ANOTHER.match(to_end(after)) is not None:
        return False
    starts = claim.start - len(before)
    said = starts + puts.start()
    named = [place for place in reader.places(starts, said) if place[0].kind == "country"]
    if not named or _STATE.fullmatch(reader.text, named[-1][2], said) is None:
        return False
    state = named[-1][0].id
    if state not in oda_recipients() or claim.recipient not in (None, state):
        return False  # a rich state gives at home
    return any(
        one.exclude_reason in _TOLD and state in (one.recipient or "").split() and one.donor != state
        for one in told[-8:]
        if claim.start - one.end < _REACH
    )
