"""Gifts whose clause has nobody who gives, in a text that tells of one public giver: they are that one's.

"A package of 60 million euros goes to wages" in a report of what a state gives is the state's. Somebody of no
register who was taken for want of another yields too, where the sum was handed over and no "by" names them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.standing import Place
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
    return [_with_giver(claim, places.get(claim.claim_id), gifts) for claim in claims]


def _with_giver(claim: Claim, place: Place | None, gifts: Sequence[Claim]) -> Claim:
    if claim.exclude_reason not in _COUNTED or place is None:
        return claim
    share = _share_needed(claim, place)
    if share is None:
        return claim
    others = [one for one in gifts if one is not claim]
    public = Counter((one.donor, one.donor_level) for one in others if one.donor_level in _PUBLIC)
    if not public:
        return claim
    ((giver, level), often), *rest = public.most_common(2)
    leads = often - (rest[0][1] if rest else 0) >= _LEAST and often >= share * len(others)
    if not leads or giver is None or giver in (claim.recipient or "").split():
        return claim
    return replace(claim, donor=giver, donor_text=None, donor_level=level)


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
