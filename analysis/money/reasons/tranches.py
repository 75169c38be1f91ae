"""Programmes of which a payment is told beside them.

"Paid 2 million, the third instalment of a 9-million loan", "a review of the 9 million programme lets Chad draw 2m":
the payment is the news; the programme is older, and would be counted beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.sizes import currency_of, size_of
from analysis.records import Claim

_GIFTS = frozenset(["", "part"])
_UNSURE = frozenset(["other", "budget", "conditional", "proposed", "restatement", "need"])
_WHOSE = r"(?:the|an?|its|his|her|their|our|this|that|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}['’]s?)"
# What a programme is called, behind its sum: "18-billion-euro loan programme", "$9 million Extended Fund Facility".
_NOUN = re.compile(
    r"[\s-](?:[\w-]+\s){0,4}?(?:programme|program|package|facility|loan|scheme|credit\sline|line\sof\scredit|arrangement|deal"
    r"|instrument|agreement|envelope|bail-?out|plan|fund|mechanism)\b",
    re.IGNORECASE,
)
_PAYMENT = r"(?:instal?lment|tranche|slice|payment|disbursement|portion|part|share)s?"
# "2 million to Chad, the third instalment of a "; "2 million to Chad under its "
_OF = re.compile(
    rf"[^;.$€£¥₹\d]{{0,80}}?\b(?:{_PAYMENT}\s(?:of|under|from|in)|under|as\spart\sof|out\sof)\s{_WHOSE}\s(?:[a-z-]+\s){{0,3}}?"
)
# "The 50 million Facility for Mali paid out 5 million"
_PAYS = re.compile(
    r"""\s(?:[A-Z][\w-]*\s){0,3}(?:[Ff]acility|[Ff]und|[Pp]rogram(?:me)?|[Ii]nstrument|[Mm]echanism|[Pp]ackage)
        (?:\sfor\s(?:[A-Z]\w+\s?){1,3})?\s(?:has\s|had\s)?(?:already\s|also\s|now\s)?
        (?:paid(?:\sout)?|disbursed|released|transferred|provided|gave|given|lent)\s[^.;$€£\d]{0,30}""",
    re.VERBOSE,
)
_REVIEW = re.compile(rf"\breviews?\s(?:of|under|for)\s(?:{_WHOSE}\s)?(?:[\w-]+\s){{0,3}}?$", re.IGNORECASE)
_LETS = re.compile(
    r"\b(?:allow|enabl|unlock|releas|disburs|pav|clear|trigger|mak)(?:s|es|e|ed|d|ing|es\savailable|ing\savailable)?\b|\bdraw\b"
    r"|\baccess\sto\b|\bavailable\b",
    re.IGNORECASE,
)


def with_tranches(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with programmes left out as told before, and with what a review of one lets be paid.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    found = list(claims)
    for at in range(1, len(found)):
        first, second = found[at - 1], found[at]
        if first.sentence != second.sentence or first.amount is None or second.amount is None:
            continue
        if currency_of(first) != currency_of(second) or _NOUN.match(text, _larger(first, second).end) is None:
            continue
        between = text[first.end : second.start]
        if size_of(second) > size_of(first) > 0:
            if first.exclude_reason in _GIFTS and second.exclude_reason in _GIFTS and _OF.fullmatch(between):
                found[at] = _told_before(second)
        elif _PAYS.fullmatch(between) and not second.exclude_reason:
            found[at - 1] = _told_before(first)
        elif _REVIEW.search(text[max(0, first.start - 90) : first.start]) and _LETS.search(between):
            found[at - 1] = _told_before(first)
            found[at] = _paid(second, first)
    return found


def _larger(one: Claim, two: Claim) -> Claim:
    return max(one, two, key=size_of)


def _told_before(whole: Claim) -> Claim:
    if whole.exclude_reason not in _GIFTS:
        return whole
    paid = whole.status in ("disbursed", "delivered")
    return replace(whole, exclude_reason="restatement", status="committed" if paid else whole.status)


def _paid(part: Claim, whole: Claim) -> Claim:
    """Give what a review lets be paid as a gift, of who gives the programme if nobody else does."""
    if part.exclude_reason not in _UNSURE:
        return part
    told = replace(part, exclude_reason="", status="approved")
    if part.donor is not None:
        return told
    return replace(told, donor=whole.donor, donor_text=whole.donor_text, donor_level=whole.donor_level)
