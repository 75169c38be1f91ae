"""What an amount measures that nobody gives: a need, a loss, a price, a budget, a sum to date.

Asked last. The table of `measures_lexicon` is tried first, then the nearest word of a reason.
"""

import re

from analysis.money.reasons.earlier import is_since, looks_back
from analysis.money.reasons.figures import by_measure
from analysis.money.reasons.given import is_gift
from analysis.money.reasons.withdrawn import was_promised
from analysis.money.terms.stages import Setting
from analysis.money.text.clauses import nearest_reason

# "The 5m announced by the minister": told before, whoever gave it.
_TOLD = re.compile(r"^\W*(?:\w+\s){0,2}?(?:announced|pledged|promised|agreed|offered|approved)\b", re.IGNORECASE)
_NOT_BY_NEARNESS = frozenset(["cancelled", "denied", "blocked", "conditional"])


def some_reason(s: Setting) -> str:
    """Give the nearest reason word of the clause, for an amount that nothing gives."""
    measure = measured(s)
    if measure:
        return measure
    cue = nearest_reason(s.items, s.index)
    return "other" if cue is None or cue.value in _NOT_BY_NEARNESS else cue.value


def refined(s: Setting, found: str, *, has_recipient: bool) -> str:
    """Give a reason with what it leaves open: "last year" makes a restatement only of a gift."""
    if found in _LOOSE:
        measure = measured(s)
        if measure in _LOOSE[found]:
            return measure
    if found == "other":
        return "total_to_date" if is_since(s) else measured(s) or found
    told = was_promised(s) or looks_back(s) or bool(_TOLD.match(s.right))
    if found in ("restatement", "part") and not told and not is_gift(s, has_recipient):
        return some_reason(s) if found == "restatement" else measured(s) or found
    return found


# What a word says loosely, a phrase around the amount may say more narrowly.
_LOOSE = {
    "denied": frozenset(["loss"]),
    "price": frozenset(["loss", "conditional"]),
    "need": frozenset(["budget"]),
    "conditional": frozenset(["request", "budget"]),
    "salary": frozenset(["request"]),
    "market_rate": frozenset(["price"]),
    "restatement": frozenset(["total_to_date"]),
}


def measured(s: Setting) -> str:
    """Give what the amount measures, as the words around it say."""
    amount = s.items[s.index].amount
    rate = f" a {amount.per}" if amount is not None and amount.per is not None else ""
    return by_measure(s.left, f"{rate}{s.right}")
