"""Money that a state puts up for others, though the word for it is of business or of plans.

"The Department of Energy is investing 5m in clinics", "USAID plans to provide 5m": of a firm the first is no gift, and
of a parliament the second is only a plan; a department's fact sheet tells by both what it gives.
"""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.parties import Party
from analysis.money.text.screen import sparse

_PUBLIC = frozenset(["government", "multilateral"])
_FILL = (
    r"(?:\W+(?:in|an?|the|another|additional|initial|further|total|of|up|to|than|more|over|nearly|about|new|it|roughly"
    r"|at|least)\b){0,6}\W*$"
)
_SOON = r"(?:also\s|now\s|currently\s|today\s|further\s)?"
_INVESTS = sparse(
    rf"(?:\b(?:is|are|am)|[’'](?:re|m|s))\s{_SOON}investing{_FILL}|\b(?:will|[’']ll)\s{_SOON}invest{_FILL}"
    rf"|(?<!\bhas\s)(?<!\bhave\s)(?<!\band\s)(?<!\bbeen\s)\binvested{_FILL}",
    re.IGNORECASE,
)
_PLANS = sparse(
    rf"\b(?:plan(?:s|ned)?|intend(?:s|ed)?)\sto\s{_SOON}"
    rf"(?:invest|provide|make\savailable|deploy|contribute|commit|give|deliver){_FILL}",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:Act|Law|Plan|Bill|Budget|Agenda|Deal|bill|law|package)\W+(?:is|has|also|will|alone|\w+ing)\b")
_UNDECIDED = re.compile(r"\b(?:work(?:s|ing)?\swith\scongress\sto|if\s|ask(?:s|ed|ing)?\s|request)", re.IGNORECASE)


def puts_up(s: Setting, donor: Party | None) -> bool:
    """Whether a body of a state, or of states, says what it invests, or what it plans to give, in so many figures."""
    amount = s.items[s.index].amount
    if donor is None or donor.level not in _PUBLIC or amount is None or amount.qualifier == "vague":
        return False
    if not (s.donates or _WE.search(s.left)) or _UNDECIDED.search(s.left):
        return False
    plans = _PLANS.search(s.left)
    if plans is not None:  # a country that plans to has not decided; its agency says so of what it has
        return donor.kind != "country" or plans[0].lower().startswith("intend")
    # A bank of nations invests for profit, too.
    return donor.level == "government" and bool(_INVESTS.search(s.left)) and not _LAW.search(s.left)


_WE = re.compile(r"\bwe\b[^,;.]{0,40}$", re.IGNORECASE)
