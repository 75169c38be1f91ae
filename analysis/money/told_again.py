"""Sums that a text comes back to: "The 12 million euros will buy pumps" speaks of the gift told before.

A sum with an article or a possessive is one that the reader knows. Where the same figure is read as a gift
elsewhere in the text, it is that gift, whatever is now said of it: how it will be paid, what somebody thinks of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.standing import Place
from analysis.money.verbs import before_verb
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
# Reasons that come of what is said of a known sum; that it was called off or denied is news of its own.
_OPEN = frozenset(["other", "no_donor", "conditional", "request", "price", "total_to_date", "restatement", "budget"])
# Those of a first mention that a later one corrects: a clause that names no giver, or seems to look back.
_UNSURE = frozenset(["no_donor", "restatement", "conditional"])
_KNOWN = re.compile(
    r"""
    (?: \b(?:the|this|that|these|those|all|his|her|its|their|our|my|whose)
      | (?!\b(?:it|he|she|that|there|here|what|who|let)[’'])\b[\w.-]+(?:[’']s|s[’']) )
    \s+ (?: (?!(?:remaining|other|rest|second|third|further|additional|extra|next|previous)\b) [\w’'-]+\s+ )?
    (?: (?:loan|credit|grant|gift|donation|aid|sum|pledge|commitment|contribution|package|guarantee)\s+ (?:of\s+)? )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR = 40  # characters before a sum that hold what makes it a known one
# "the 5m that Sweden will give" is another sum.
_TO_COME = re.compile(r"^[^.;,]{0,30}?\b(?:that|which)\b[^.;,]{0,30}?\b(?:will|would|is\sto|are\sto)\b")
# Words at the sum that name its form: "the 5m grant".
_OWN_FORM = re.compile(
    r"^\s(?:[\w-]+\s){0,2}?(?:grants?|gifts?|donations?|loans?|credits?|guarantees?)\b", re.IGNORECASE
)
Figure = tuple[object, ...]


def with_told_again(claims: Sequence[Claim], places: Mapping[str, Place], text: str) -> list[Claim]:
    """Count every mention of a sum that is a gift where it is told, and read the gift the same way at each.

    Args:
        claims: those of the text, in order.
        places: those of amounts, by claim id.
        text: the text that they were found in.
    """
    found = list(claims)
    first: dict[Figure, int] = {}
    gifts: dict[Figure, int] = {}
    for at, claim in enumerate(claims):
        if claim.amount is None:
            continue
        figure = (claim.amount.low, claim.amount.high, claim.amount.currency)
        again = first.setdefault(figure, at) != at and _is_known(claim, text)
        if figure in gifts:
            gift = found[gifts[figure]]
            if again and not _names_giver(claim, gift, places.get(claim.claim_id)):
                found[at] = _again(claim, gift, text)
        elif claim.exclude_reason in _TOLD:
            gifts[figure] = at
            before = found[first[figure]]
            if again and before.exclude_reason in _UNSURE:
                found[first[figure]] = _as(before, claim, text)
    return found


def _is_known(claim: Claim, text: str) -> bool:
    """Whether an article or a possessive before the sum says that it was told ("the bank's 5 million")."""
    known = _KNOWN.search(text[max(0, claim.start - _NEAR) : claim.start]) is not None
    return known and _TO_COME.match(text[claim.end : claim.end + 2 * _NEAR]) is None


def _names_giver(claim: Claim, gift: Claim, place: Place | None) -> bool:
    """Whether the clause of a sum names another giver: its owner, the subject of a verb of giving, or one more."""
    if claim.donor is None or gift.donor is None or claim.donor == gift.donor or place is None:
        return False
    if set(gift.donor.split()) < set(claim.donor.split()):
        return True
    items, a = place.items, place.index
    owner = items[a - 2].party if a > 1 and items[a - 1].low in ("'s", "'") else None
    if owner is not None:
        return owner.id == claim.donor  # "Norway's 5 million"
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give" or claim.donor_text is None:
        return False
    subject, between = before_verb(items, verb.head), items[verb.head : a]
    if any(item.low in ("that", "which", "if") for item in between):  # "he promised that the 5 million would be spent"
        return False
    return subject >= 0 and items[subject].text == claim.donor_text


def _again(claim: Claim, gift: Claim, text: str) -> Claim:
    if claim.exclude_reason not in _TOLD:
        return _as(claim, gift, text) if claim.exclude_reason in _OPEN else claim
    others = claim.donor != gift.donor and claim.recipient != gift.recipient
    return claim if others and claim.donor and claim.recipient else _as(claim, gift, text)


def _as(claim: Claim, gift: Claim, text: str) -> Claim:
    """Give the claim of one mention what was read at another; roles that only it has it keeps, and a form it names."""
    if gift.donor is not None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    if gift.recipient is not None:
        claim = replace(claim, recipient=gift.recipient, recipient_text=gift.recipient_text)
    own = _OWN_FORM.match(text[claim.end : claim.end + _NEAR]) is not None
    return replace(
        claim,
        purpose=claim.purpose or gift.purpose,
        sector=gift.sector,
        instrument=claim.instrument if own else gift.instrument,
        status=gift.status,
        polarity=gift.polarity,
        exclude_reason=gift.exclude_reason,
    )
