"""Whether a debt of the sum is let off: forgiven, written off, put off or turned over, by words beside it.

"Norway forgave 5m", "rescheduled 74m that Sudan was to have repaid", "agreed to forgo repayment of 5m".
What is cancelled or dropped is a debt only where a word of owing stands by: an order may be cancelled too.
"""

import re

from analysis.money.text.screen import sparse

_FORGIVES = sparse(r"\b(?:forgiv(?:e|es|en|ing)|forgave)\b[^.;,$€£¥₹]{0,60}$", re.IGNORECASE)
_LETS_OFF = sparse(
    r"\b(?:cancel\w*|wr[io]t\w*\soff|waiv\w*|wip\w+\s(?:out|off)|forgo(?:es|ne|ing)?|forwent|struck|strikes?|drop\w*"
    r"|resched\w*|roll(?:s|ed|ing)?\sover|rollover|defer\w*|moratorium\son)\b(?!\sby\b)(?P<of>[^.;,$€£¥₹]{0,60})$",
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


_DEBT = re.compile(r"\b(?:ow(?:e|es|ed|ing)|debts?|arrears|repayments?)\b", re.IGNORECASE)
_FEES = re.compile(r"\b(?:fees?|charges?|tolls?|dut(?:y|ies)|tariffs?|interest)\b", re.IGNORECASE)


def owed(around: str) -> bool:
    """Whether words tell of a debt; a fee that is waived is none."""
    return bool(_DEBT.search(around))


def forgives(verb: str, around: str) -> bool:
    """Whether a verb of cancelling lets go of a debt.

    >>> forgives("cancel", "5m that Zambia owes"), forgives("cancel", "5m promised to Zambia")
    (True, False)
    """
    lets_go = verb.startswith(_LETS_GO) and (
        _DEBT.search(around) or (verb.startswith(_GIVES_UP) and _CLAIMS.search(around))
    )
    written = verb.startswith(("writ", "wrote")) and _LENT.search(around)
    return bool(lets_go or written) or (verb.startswith("waiv") and bool(_FEES.search(around)))


_GIVES_UP = (
    "renounc", "relinquish", "give up", "gives up", "gave up", "given up", "giving up", "let go of", "lets go of",
    "letting go of", "strike off", "strikes off", "struck off", "striking off", "drop",
)  # fmt: skip
_LETS_GO = ("cancel", "writ", "wrote", "forgiv", "forgav", "waiv", "wipe", "wiping", *_GIVES_UP)
_CLAIMS = re.compile(r"\bclaims?\b", re.IGNORECASE)
_LENT = re.compile(r"\b(?:loans?|credits?|interest|principal)\b", re.IGNORECASE)
