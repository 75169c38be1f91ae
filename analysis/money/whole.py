"""What the whole text adds to a claim: the only giver, the total before, the receiver told nearby.

`analysis.money.pledges` reads each clause by itself; what a clause leaves open
is filled in here from the other claims and from what the text is about. No
word is read again, and a role that is printed is never replaced.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reader import Reader
from analysis.money.resolve import home
from analysis.records import Claim

# Reasons of amounts that are, or were, gifts; only these look for giver and receiver beyond their sentence.
GIFT_REASONS = frozenset(
    ["", "no_donor", "part", "restatement", "total_to_date", "proposed", "conditional", "blocked", "denied", "request"]
)


_GIFT_WORDS = re.compile(
    r"\b(?:aid|assistance|support|package|contribut\w+|donat\w+|grants?|funding|pledge\w*|help)\b", re.IGNORECASE
)


def with_sole_giver(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Where a text tells of one giver alone, gifts without a giver are that one's."""
    givers = {
        (c.donor, c.donor_level) for c in claims if c.donor not in (None, "various") and c.donor_level != "person"
    }
    if not givers:
        others = set(reader.topics) - {reader.topic()}
        givers = {(key, "government") for key in others} if len(others) == 1 else set()
    if len(givers) != 1:
        return list(claims)
    ((donor, level),) = givers
    return [_given_by(claim, donor, level) for claim in claims]


def _given_by(claim: Claim, donor: str | None, level: str | None) -> Claim:
    gift = claim.exclude_reason in GIFT_REASONS or (
        claim.exclude_reason == "other" and bool(_GIFT_WORDS.search(claim.sentence))
    )
    if claim.donor is not None or not gift:
        return claim
    reason = "" if claim.exclude_reason == "no_donor" and claim.recipient is not None else claim.exclude_reason
    return replace(claim, donor=donor, donor_level=level, exclude_reason=reason, confidence=min(claim.confidence, 0.4))


def with_total(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a part or a tranche takes what it does not say from the gift told before it."""
    gift = next((c for c in reversed(before[-4:]) if c.donor is not None and not c.exclude_reason), None)
    if gift is None:
        return claim
    if claim.exclude_reason == "part" and claim.donor is None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    tranche = any(word in claim.sentence.lower() for word in ("tranche", "instalment", "installment"))
    if (tranche or claim.exclude_reason == "part") and claim.donor == gift.donor:
        told = claim.instrument if claim.instrument not in ("unknown", "grant") else gift.instrument
        claim = replace(claim, instrument=told)
    return claim


def with_receivers(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Gifts without a receiver take that of the gift before them, else the country the article is about."""
    givers = {claim.donor for claim in claims if claim.donor is not None and not claim.exclude_reason}
    filled: list[Claim] = []
    earlier: Claim | None = None
    for claim in claims:
        gift = claim.exclude_reason in GIFT_REASONS and claim.donor is not None
        if gift and claim.donor is not None and claim.recipient in (None, claim.donor):
            known = (
                _still_told(claim, earlier)
                or reader.topic(givers)
                or reader.topic({claim.donor})
                or _scene(claim, reader)
            )
            filled.append(replace(claim, recipient=_if_near(known, claim, reader)))
            continue
        if gift and not claim.exclude_reason:
            earlier = claim
        filled.append(claim)
    return filled


def _still_told(claim: Claim, earlier: Claim | None) -> str | None:
    """Give the receiver of the gift told before, unless it is the giver of this one."""
    told = earlier.recipient if earlier is not None else None
    return told if told is not None and claim.donor not in told.split() else None


def _scene(claim: Claim, reader: Reader) -> str | None:
    """Give the country of the dateline, where what comes there from abroad stays there."""
    known = home(reader)
    if known is None or known.id == claim.donor or claim.donor_level not in ("foundation", "company", "multilateral"):
        return None
    return known.id


def _if_near(known: str | None, claim: Claim, reader: Reader) -> str | None:
    """Give a receiver that was looked up, if the text still speaks of it where the gift is told."""
    if known is None:
        return None
    number, index = reader.at(claim.start)
    near = reader.near(reader.paragraph(number)[index])
    return known if near is None or near & set(known.split()) else None
