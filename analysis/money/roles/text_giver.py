"""Gifts whose clause has nobody who gives, in a text that tells of one public giver: they are that one's.

"A package of 60 million euros goes to wages" in a report of what a state gives is the state's. Somebody of no
register who was taken for want of another yields too, where the sum was handed over and no "by" names them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.standing import Place
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_PUBLIC = frozenset(["government", "multilateral"])
_PRIVATE = frozenset(["person", "company", "foundation"])
_LEAST = 2  # other gifts that a text has to tell of the giver, and more than of any other
_SHARE_NONE, _SHARE_OTHER = 0.5, 0.33  # of the other gifts, where nobody was found, and where somebody was
_FROM = frozenset(["by", "from"])


def with_text_giver(claims: Sequence[Claim], places: Mapping[str, Place]) -> list[Claim]:
    """Give the claims with the giver of the text for gifts that leave theirs open; `places` are by claim id."""
    gifts = [claim for claim in claims if claim.exclude_reason in _COUNTED and claim.donor is not None]
    if len(gifts) < _LEAST:
        return list(claims)
    public = Counter((gift.donor, gift.donor_level) for gift in gifts if gift.donor_level in _PUBLIC)
    if not public:
        return list(claims)
    ((giver, level), often), *rest = public.most_common(2)
    if giver is None or often - (rest[0][1] if rest else 0) < _LEAST:
        return list(claims)
    found: list[Claim] = []
    for claim in claims:
        place = places.get(claim.claim_id) if claim.exclude_reason in _COUNTED else None
        share = (
            _share_needed(claim, place) if place is not None else None
        )  # of the other gifts: its own giver is not public
        others = len(gifts) - (claim.donor is not None)
        leads = share is not None and often >= share * others and giver not in (claim.recipient or "").split()
        found.append(replace(claim, donor=giver, donor_text=None, donor_level=level) if leads else claim)
    return found


def _share_needed(claim: Claim, place: Place) -> float | None:
    """Give the share of a text's gifts that are to be one giver's; None where the clause has a giver of its own."""
    verb = place.verb
    if claim.donor is None:
        return None if verb is not None and not verb.passive and verb.cue.sense == "give" else _SHARE_NONE
    if any(item.anaphor.removeprefix("own ") in ("firm", "body") for item in place.items[: place.index]):
        return None  # "The company said that another 5m would be given"
    unlisted = claim.donor_level in _PRIVATE and claim.donor.islower() and claim.donor != "anonymous"
    if not unlisted or verb is None or not claim.donor_text:
        return None
    if not verb.passive or verb.cue.sense != "give":
        return None
    return None if _is_named(claim.donor_text, place) else _SHARE_OTHER


def _is_named(name: str, place: Place) -> bool:
    """Whether a giver stands in the sentence as who it comes from, or as its subject."""
    text = place.sentence.text
    at = text.find(name)
    before = text[:at].split()
    led = "by" in before or any(word.lower() in _FROM for word in before[-2:])
    return at >= 0 and (not before or led)
