"""Why an amount was read but not counted, in words for the reader.

The keys are `schemas.EXCLUDE_REASONS`; a test keeps them complete. Counting
rules are in METHODOLOGY.md, section "Claims and pledges".
"""

from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    "need": ("Need", "what something would take, not what anyone gives"),
    "request": ("Request", "asked for, not promised"),
    "loss": ("Loss", "money lost"),
    "damage": ("Damage", "what destruction is put at"),
    "fine": ("Fine or penalty", "taken, not given"),
    "price": ("Price or cost", "what something is bought for"),
    "revenue": ("Revenue or turnover", "earned, not given"),
    "salary": ("Pay", "wages, pensions and fees"),
    "budget": ("Budget", "what a body spends on itself"),
    "total_to_date": ("Total to date", "sums up earlier pledges; adding it would count them twice"),
    "restatement": ("Restatement", "repeats a pledge that the same text calls earlier"),
    "part": ("Part of a total", "inside a sum that is counted"),
    "denied": ("Denied", "said not to be so"),
    "conditional": ("Conditional", "depends on something that has not happened"),
    "blocked": ("Blocked", "held up before it could be given"),
    "cancelled": ("Called off", "was to be given, and is not any more"),
    "market_rate": ("Market figure", "a rate, a price of shares, a size of a market"),
    "no_donor": ("No giver named", "may be given, but the text does not say by whom"),
    "proposed": ("Proposed", "suggested or planned, not promised"),
    "conversion": ("Conversion", "the same sum in another currency"),
    "other": ("No giving stated", "an amount in the news for another reason"),
}


def reason_words(reason: str) -> tuple[str, str]:
    """Write the title of a reason, and why it does not count.

    >>> reason_words("fine")
    ('Fine or penalty', 'taken, not given')
    >>> reason_words("new_reason")
    ('new reason', '')
    """
    return REASONS.get(reason, (reason.replace("_", " "), ""))
