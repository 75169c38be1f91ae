"""Whether a debt of the sum is let off: forgiven, written off, put off or turned over, by words beside it.

"Norway forgave 5m", "rescheduled 74m that Sudan was to have repaid", "agreed to forgo repayment of 5m".
What is cancelled or dropped is a debt only where a word of owing stands by: an order may be cancelled too.
"""

import re

from analysis.money.screen import sparse

_FORGIVES = sparse(r"\b(?:forgiv(?:e|es|en|ing)|forgave)\b[^.;,$€£¥₹]{0,60}$", re.IGNORECASE)
_LETS_OFF = sparse(
    r"\b(?:cancel\w*|wr[io]t\w*\soff|waiv\w*|wip\w+\s(?:out|off)|forgo(?:es|ne|ing)?|forwent|struck|strikes?|drop\w*"
    r"|resched\w*|roll(?:s|ed|ing)?\sover|rollover|defer\w*)\b(?!\sby\b)(?P<of>[^.;,$€£¥₹]{0,60})$",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"^[^.;$€£¥₹]{0,70}?\b(?:loans?|credits?|instalments?|debts?|owe[sd]?|owing|arrears|lent|borrowed"
    r"|repa(?:y|id|yment)\w*|principal|balance|interest|due)\b",
    re.IGNORECASE,
)
# "cancelled the 40m loan it pledged": the loan is called off, and nobody owes it
_CALLED_OFF = re.compile(
    r"^\s(?!of\b|in\b)(?:[\w-]+\s){0,2}?(?:loan|credit)\b|^[^.;$€£¥₹]{0,60}?\b(?:pledged|promised|planned|announced|offered)\b",
    re.IGNORECASE,
)
_OF_DEBT = re.compile(r"\b(?:debts?|repayments?|instalments?|quota|arrears|owed|payments)\b", re.IGNORECASE)
_IS_FORGIVEN = sparse(
    r"^[^.;$€£¥₹]{0,60}?\b(?:is|are|was|were|been|be)\s(?:forgiven|written\soff|waived|cancelled)\b", re.IGNORECASE
)


def is_let_off(left: str, right: str) -> bool:
    """Whether the words on either side of a sum say that its debt is let off.

    >>> is_let_off("Japan waives ", " that Accra borrowed for bridges")
    True
    >>> is_let_off("Japan cancelled ", " of orders for buses")
    False
    >>> is_let_off("Japan cancelled the ", " loan it pledged")
    False
    """
    if _FORGIVES.search(left):
        return True
    told = _LETS_OFF.search(left) if _CALLED_OFF.match(right) is None else None
    owed = _OWED.match(right)
    if told is not None and (owed or _OF_DEBT.search(told["of"])):
        return True
    return owed is not None and _IS_FORGIVEN.search(right) is not None
