"""What a later mention of a sum takes from its first telling: its stage and its form.

"The board approved 18 million dollars for the villages. ... The 18 million dollars will move eleven of them":
the second sentence says what the money does, and the article before it says that it was told of.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.stage_sayings import RANK
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_NAMED = frozenset(["loan", "guarantee", "equity", "debt_relief", "swap", "in_kind"])
_OPEN = frozenset(["grant", "unknown"])
_NEAR = 40  # characters before a sum in which its article stands
# "the 5m", "her 5m", "the trust's 5m", "the first 5m"
_POINTS_BACK = re.compile(
    r"(?:\b(?:the|that|this|those|these|his|her|their|its|our|my)|[’']s|s[’'])\s+"
    r"(?:(?:whole|full|entire|same|first|promised|said)\s+)?$",
    re.IGNORECASE,
)
# Words at the sum that name its form: "the 5m grant".
_OWN_FORM = re.compile(
    r"^\s(?:[\w-]+\s){0,2}?(?:grants?|gifts?|donations?|loans?|credits?|guarantees?)\b", re.IGNORECASE
)
# "the 5m that Sweden will give" is another sum, or says its stage itself.
_TO_COME = re.compile(r"^[^.;,]{0,30}?\b(?:that|which)\b[^.;,]{0,30}?\b(?:will|would|is\sto|are\sto)\b")


def with_first_told(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with what their first telling says of those that only point back to it.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    told: dict[tuple[str, object], list[Claim]] = {}
    found = []
    for claim in claims:
        key = _sum_of(claim)
        first = _first(claim, told.get(key, ()), text) if key is not None else None
        found.append(claim if first is None else _as_first(claim, first, text))
        if key is not None:
            told.setdefault(key, []).append(found[-1])
    return found


def _sum_of(claim: Claim) -> tuple[str, object] | None:
    amount = claim.amount
    if claim.exclude_reason not in _TOLD or amount is None or amount.currency is None or not amount.low:
        return None
    return amount.currency, amount.low


def _first(claim: Claim, before: Sequence[Claim], text: str) -> Claim | None:
    """Give the first telling of the sum; None where it points to none, or may point to another's like sum."""
    if not before or _POINTS_BACK.search(text[max(0, claim.start - _NEAR) : claim.start]) is None:
        return None
    if _TO_COME.match(text[claim.end : claim.end + 2 * _NEAR]):
        return None
    if len({earlier.donor for earlier in before}) == 1:
        return before[0]
    return next((earlier for earlier in before if earlier.donor == claim.donor), None)


def _as_first(claim: Claim, first: Claim, text: str) -> Claim:
    further = RANK.get(first.status, 0) > RANK.get(claim.status, 9)
    named = first.instrument in _NAMED and claim.instrument in _OPEN and not _OWN_FORM.match(text[claim.end :][:_NEAR])
    return replace(
        claim,
        status=first.status if further else claim.status,
        instrument=first.instrument if named else claim.instrument,
    )
