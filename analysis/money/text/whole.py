"""What the whole text adds to a claim: the only giver, the total before, the receiver told nearby.

`analysis.money.pledges` reads each clause by itself; what a clause leaves open
is filled in here from the other claims and from what the text is about. No
word is read again, and a role that is printed is never replaced.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.records import Claim

# Reasons of amounts that are, or were, gifts; only these look for giver and receiver beyond their sentence.
GIFT_REASONS = frozenset(
    ["", "no_donor", "part", "restatement", "total_to_date", "proposed", "conditional", "blocked", "denied", "request"]
)


_SAYS_GRANT = re.compile(r"\b(?:grants?|gifts?|donations?|non-repayable)\b", re.IGNORECASE)


# "This includes 20 million for ...": a sentence that goes on about the sum before it.
_GOES_ON = re.compile(
    r"^\W*(?:And\s+|It\s+also\s+)?(?:This|That|It|These|The\s+(?:request|proposal|plan|bill|budget))\s+(?:(?:also|would|will)\s+)*"
    r"(?:includ|compris|cover|contain|reserv|set)\w*\b",
    re.IGNORECASE,
)
_PLANS = frozenset(["budget", "request", "proposed", "conditional", "need"])
_FOLLOWS = 900  # characters between a plan and the sentence that goes on about it
_SMALL = 1000  # units of money that no government pledges to another
_SMALL_EACH = 10_000  # what it pays to every one of many
_EACH = re.compile(
    r"\b(?:each|every|eligible|apiece|per\s+(?:person|head|child|family|household|worker))\b", re.IGNORECASE
)
_SMALL_DEBT = 100_000  # what is forgiven to one borrower
_STATES = ("government", "multilateral")


_SUM = re.compile(r"^\W*(?:That|This|It)\s+(?:makes|comes\s+to|adds\s+up\s+to|amounts\s+to)\b")


def with_total(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a claim with what the claims before it add: a plan's parts are plans, a part has its total's giver."""
    return _with_gift(_of_plan(without_petty(claim), before), before)


def without_petty(claim: Claim) -> Claim:
    """Give a government's few coins their reason: what it pays to one person, or a figure of speech."""
    if claim.exclude_reason or claim.amount is None or claim.donor_level not in _STATES:
        return claim
    most = claim.amount.high if claim.amount.high is not None else claim.amount.low
    least = _SMALL_EACH if _EACH.search(claim.sentence) else _SMALL
    least = _SMALL_DEBT if claim.instrument == "debt_relief" else least
    return replace(claim, exclude_reason="other") if most is not None and most <= least else claim


def _of_plan(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give the parts of a budget or a bill its reason."""
    lone = claim.exclude_reason == "part" and claim.donor is None  # "the total also includes 5m"
    if claim.exclude_reason not in ("", "part", "no_donor", "other") or not (lone or _GOES_ON.match(claim.sentence)):
        return claim
    plan = next((c for c in reversed(before) if c.sentence != claim.sentence), None)
    if plan is None or plan.exclude_reason not in _PLANS or claim.start - plan.end > _FOLLOWS:
        return claim
    return replace(claim, exclude_reason=plan.exclude_reason, status=plan.status, polarity=plan.polarity)


def _with_gift(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a part or a tranche takes what it does not say from the gift told before it."""
    gift = next((c for c in reversed(before[-4:]) if c.donor is not None and not c.exclude_reason), None)
    if gift is None:
        return claim
    sums_up = claim.exclude_reason in ("", "no_donor") and _SUM.match(claim.sentence) is not None
    if sums_up and claim.donor in (None, gift.donor):
        given = replace(claim, donor=gift.donor, donor_level=gift.donor_level, exclude_reason="")
        return replace(given, status=gift.status, instrument=gift.instrument, recipient=gift.recipient)
    if claim.exclude_reason == "part" and claim.donor is None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    tranche = any(word in claim.sentence.lower() for word in ("tranche", "instalment", "installment"))
    if (tranche or claim.exclude_reason == "part") and claim.donor == gift.donor:
        own = claim.instrument not in ("unknown", "grant") or _SAYS_GRANT.search(claim.sentence)
        told = claim.instrument if own else gift.instrument
        claim = replace(claim, instrument=told)
    return claim


def is_rare(figure: Iterable[object]) -> bool:
    """Whether a figure hardly comes twice by chance: all its bounds have two digits or more before their noughts."""
    return all(len(str(int(bound)).rstrip("0")) > 1 for bound in figure if isinstance(bound, Decimal) and bound >= 1)
