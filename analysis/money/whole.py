"""What the whole text adds to a claim: the only giver, the total before, the receiver told nearby.

`analysis.money.pledges` reads each clause by itself; what a clause leaves open
is filled in here from the other claims and from what the text is about. No
word is read again, and a role that is printed is never replaced.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.records import Claim

# Reasons of amounts that are, or were, gifts; only these look for giver and receiver beyond their sentence.
GIFT_REASONS = frozenset(
    ["", "no_donor", "part", "restatement", "total_to_date", "proposed", "conditional", "blocked", "denied", "request"]
)


_SAYS_GRANT = re.compile(r"\b(?:grants?|gifts?|donations?|non-repayable)\b", re.IGNORECASE)


def with_total(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a part or a tranche takes what it does not say from the gift told before it."""
    gift = next((c for c in reversed(before[-4:]) if c.donor is not None and not c.exclude_reason), None)
    if gift is None:
        return claim
    if claim.exclude_reason == "part" and claim.donor is None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    tranche = any(word in claim.sentence.lower() for word in ("tranche", "instalment", "installment"))
    if (tranche or claim.exclude_reason == "part") and claim.donor == gift.donor:
        own = claim.instrument not in ("unknown", "grant") or _SAYS_GRANT.search(claim.sentence)
        told = claim.instrument if own else gift.instrument
        claim = replace(claim, instrument=told)
    return claim
