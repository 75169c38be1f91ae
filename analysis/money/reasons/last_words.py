"""What is left out for want of a gift, and whose words say what it is: a total, a gift of then, one that is called off.

"Since 2002 the Fund has put 219 million into clinics", "its active portfolio in the country stands at 8 billion",
"which takes payouts under the programme to 1.5 billion"; "a loan of 66 million, agreed in 2022"; "scrapped 2 billion
for dams". Asked last, of what is "other" to every rule, so that no gift is lost by it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.around import beside, of_sentence
from analysis.records import Claim

_BEFORE, _BEHIND = 300, 110  # characters around a sum
_ABOUT = r"(?:(?:about|almost|nearly|over|more|than|some|a|total|of|now|up|just|well)\s)*$"
_GIVEN = (
    r"(?:support|aid|assistance|total|lending|contributions?|cooperation|disbursements?|commitments?|help|payouts?"
    r"|payments?|financing|funding|pledges|donations|portfolio)"
)
# No other sum stands between, no clause that tells of one day ("since 2015, when it paid"), and none of its own
# ("has lost 2 billion since 2022 and has to pay").
_ON = r"(?:(?!\b(?:when|where|without|which|who|that|first|(?:and|but)\s(?:has|have|is|are|must|will|now))\b)[^;])*?"
_SINCE = re.compile(
    r"\bsince\s(?:the\s)?(?:(?:start|beginning|outbreak|onset|launch|first|full|Russian|invasion|war|flood|quake|campaign)\b"
    rf"|(?:\w+\s)?(?:19|20)\d\d\b|its\b|it\s){_ON}\s{_ABOUT}",
    re.IGNORECASE,
)
_LENT = re.compile(
    r"\b(?:active|outstanding|current|total|bank['’]s|lending)\s(?:\w+\s)?(?:portfolio|exposure|commitments|loans|lending)\b"
    rf"[^.;$€£]{{0,60}}\s(?:stands?|stood|amount\w*|com(?:es?|ing)|is|was|totals?|totalled|of|worth)\s(?:(?:at|to)\s)?{_ABOUT}"
    rf"|\b(?:portfolio|operations)\b[^.;$€£]{{0,50}}\bworth\s{_ABOUT}"
)
_BROUGHT = re.compile(
    rf"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took)\b[^.;$€£]{{0,60}}\b{_GIVEN}\b[^.;$€£]{{0,50}}\sto\s{_ABOUT}"
)
_REACHED = re.compile(
    rf"\b{_GIVEN}\b[^.;$€£]{{0,50}}\s(?:reach(?:es|ed)?|rises?|rose|grows?|grew|exceed(?:s|ed)?|pass(?:es|ed)|adds(?:\sup)?"
    rf"|becomes?|comes|came|amounts?|amounted)\s(?:to\s)?{_ABOUT}"
)
_RAISED = re.compile(
    r"(?<!\bto\s)(?<!\bthat\s)\b(?:has|have)\s(?:(?:now|since|already|so\sfar)\s)?"
    rf"(?:raised|collected|accumulated|attracted|brought\sin|taken\sin|banked|gathered|garnered)\s{_ABOUT}"
)
_NOW = re.compile(
    rf"\b(?:has|have)\snow\s(?:lent|given|paid|spent|received|provided|put|sent)\b[^.;$€£]{{0,40}}\s{_ABOUT}"
)
# Money that is raised in a market, or the sum of one year that is over.
_EARNED = re.compile(
    r"[^.;,]{0,25}\b(?:investors?|on\sthe\smarkets?|exploration|bonds?|shareholders|in\s(?:19|20)\d\d)\b"
)


# "a patrol boat worth 19 million, dates from 2021", "a facility of 5 million agreed in 2022"
_OF_THEN = re.compile(
    r"[^.;$€£]{0,50}\b(?:dates?|dated|dating)\s(?:back\s)?(?:from|to)\b"
    r"|[^.;$€£]{0,40}\b(?:agreed|decided|announced|unveiled|promised|made|granted|voted|approved|launched|earmarked)"
    r"\s(?:in|on|at)\s(?:\w+\s)?(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|(?:19|20)\d\d)\b"
)
_CALLED_OFF = re.compile(
    rf"\b(?:scrapp(?:ed|ing)|cancell?(?:ed|ing|s)|axed|axing|shelved|rescinded|revoked)\s(?:\w+\s){{0,2}}{_ABOUT}"
)
_IS_OFF = re.compile(r"[^.;,$€£]{0,50}\b(?:was|were|been|be)\s(?:scrapped|cancell?ed|axed|shelved|rescinded|revoked)\b")
_BILLS = re.compile(
    r"[^.;,]{0,30}\b(?:owed|owes|invoices|bills|debts?|arrears|projects|orders?|shares)\b"
)  # nobody gave those


def with_last_words(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, those that are "other" with what the words at them say that they are.

    Args:
        claims: those of the text, each with its reason.
        text: the text that they were found in.
    """
    return [_with_last_words(claim, text) for claim in claims]


def _with_last_words(claim: Claim, text: str) -> Claim:
    if claim.exclude_reason != "other" or claim.amount is None:
        return claim
    before, behind = beside(claim, text, _BEFORE, _BEHIND)
    before = f" {of_sentence(before)}"
    if _is_summed_up(before, behind):
        return replace(claim, exclude_reason="total_to_date", polarity="historical")
    if _OF_THEN.match(behind):
        return replace(claim, exclude_reason="restatement", polarity="historical")
    if _IS_OFF.match(behind) or (_CALLED_OFF.search(before) and not _BILLS.match(behind)):
        return replace(claim, exclude_reason="cancelled", status="cancelled", polarity="actual")
    return claim


def _is_summed_up(before: str, behind: str) -> bool:
    if any(pattern.search(before) for pattern in (_SINCE, _LENT, _BROUGHT, _REACHED, _NOW)):
        return True
    return _RAISED.search(before) is not None and _EARNED.match(behind) is None
