"""What goods told before are worth: "The maize is valued at 19 million shillings", after 400 tonnes were sent.

A price is no gift, but the price of a gift in kind is its worth. It goes to the
claim of the goods; the amount keeps its own claim, read as that of the goods, and the
ledger makes one gift of both.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.told_worth import with_told_worth
from analysis.money.text.screen import sparse
from analysis.records import Claim

_BEFORE = 8  # claims before an amount in which the goods may stand
_REASONS = frozenset(["price", "other", "no_donor", "conversion", ""])
_VALUES = sparse(
    r"""
    \b(?: worth | valued? | values | valuing | estimated | cost(?:s|ing)? | put(?:s)?
        | (?:spen[dt]|pa(?:id|ys?)) )\b
    [^;.]{0,60}$                              # up to the amount
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAID = re.compile(r"\b(?:spen[dt]|pa(?:id|ys?))\b[^;.]{0,20}$", re.IGNORECASE)
# What a gift of goods may be called when it is spoken of again.
_AGAIN = (
    "shipment|consignment|cargo|delivery|donation|gift|lot|load|convoy|goods|supplies|equipment|machines|vehicles|kit"
)
_THEIR_WORTH = sparse(r"\b(?:their|its)\s+(?:\w+\s+)?(?:worth|value|price|cost)\b", re.IGNORECASE)
_DETERMINED = r"\b(?:the|these|those|this|that|their|its|his|her|both|all|[\w]+['’]s)\s+(?:\w+\s+){0,2}?"
_NO_HEADS = frozenset(
    ["tonnes", "tons", "tonne", "ton", "bags", "sacks", "litres", "liters", "doses", "boxes", "crates"]
)


def with_worth(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with the worth of goods moved to the claim of the goods.

    Args:
        claims: the claims of one text, in order.
        text: the text that they were found in.

    Returns:
        As many claims in the same order; the amount that states the worth is the gift
        of the goods told again, the claim of the goods has the amount. What goods that nobody
        counts are worth is a gift of its own.
    """
    told = list(claims)
    for place, claim in enumerate(told):
        goods = _goods_of(claim, told[max(0, place - _BEFORE) : place])
        if goods is None:
            continue
        at = max(k for k in range(place) if told[k] is goods)
        told[at] = replace(goods, amount=claim.amount)
        told[place] = replace(
            claim,
            donor=claim.donor if claim.donor in (goods.donor or "").split() else goods.donor,  # of several, one paid
            donor_level=goods.donor_level,
            recipient=goods.recipient,
            instrument="in_kind",
            modality="goods",
            sector=goods.sector,
            exclude_reason=goods.exclude_reason,
            status=goods.status,
            polarity=goods.polarity,
        )
    return with_told_worth(told, text)


def _goods_of(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """Give the claim of the goods whose worth `claim` states; None where it states none."""
    if claim.amount is None or claim.in_kind is not None or claim.exclude_reason not in _REASONS:
        return None
    left = claim.sentence[: max(0, claim.sentence.find(claim.text))]
    if not _VALUES.search(left) or claim.amount.per is not None:
        return None
    for goods in reversed(before):
        open_still = goods.in_kind is not None and goods.amount is None and not goods.exclude_reason
        if open_still and goods.start < claim.start - len(left) and _means(claim.sentence, left, goods):
            same = claim.donor is None or goods.donor is None or claim.donor in goods.donor.split()
            return goods if same or not _PAID.search(left) else None
    return None


def _means(sentence: str, left: str, goods: Claim) -> bool:
    """Whether a sentence speaks of goods again, by their name or by what goods are called."""
    assert goods.in_kind is not None
    words = [word for word in re.findall(r"[a-z]+", goods.in_kind[1].lower()) if len(word) > 2]
    heads = "|".join(re.escape(word.rstrip("s")) + "s?" for word in words if word not in _NO_HEADS and word != "and")
    named = re.compile(
        rf"{_DETERMINED}(?:{heads}|{_AGAIN})\b" if heads else rf"{_DETERMINED}(?:{_AGAIN})\b", re.IGNORECASE
    )
    after = sentence[len(left) :] if _PAID.search(left) else ""
    pronoun = not _PAID.search(left) and (re.match(r"\W*(?:They|These|It)\b", left) or _THEIR_WORTH.search(left))
    return bool(named.search(left) or named.search(after) or pronoun)
