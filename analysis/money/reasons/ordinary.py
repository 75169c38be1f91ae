"""Sums that words of giving stand at, and that are ordinary money all the same.

What a household gets of its state's rules ("$1,400 checks", "a $6,000 tax credit for every child", "$25,000 in
down payment assistance"); what a gift is to draw in from others ("will mobilize $20 million"); what a law sets
aside, recalled ("the Act provides $50 billion for roads"); what a firm builds, buys or sells ("an $11 billion
chip plant"); what is paid for information on a wanted man.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.text.around import beside
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.money.text.words import dac_members
from analysis.records import Claim

_GIFTS = frozenset(["", "part", "no_donor"])
_BEFORE, _AFTER = 160, 120  # characters of the paragraph around a sum that are read
_FAR = 400  # and before it, where a law may be told of
_PURSE: Final = Decimal(50_000)  # what a household may get at once
_GIVERS = frozenset(["multilateral", "foundation", "person"])  # who gives to one household
_PUBLIC = frozenset(["government", "multilateral", "foundation"])  # whose word of building is of what others get
# What only a state's rules give a household,
_BY_RULE = re.compile(
    r"""\b(?:
        tax(?:es)?\s(?:credit|cut|deduction|rebate|refund|break) | (?:stimulus|relief|rebate|refund)\schecks?
      | refundable | down[\s-]{1,3}payment | home\s?buyer | pell\b | student\s(?:debt|loan) | borrower | medicare
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# and what it may get from anybody, where it is not a government that speaks.
_HOUSEHOLD = re.compile(
    r"""\b(?:
        checks?\b | deduct | rebate | home\s?owner | coupon | groceries | premium | prescription | drugs?\b | insulin
      | hearing\said | furnace | heat\spump | HVAC | pockets?\b | kids\b | families
      | a\smonth | per\smonth | fill-?up | rent\b
      | (?:per|each|every|a|one|your|the)\s(?:child|kid|person|family|household|taxpayer|worker|couple|senior)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CHARITY = re.compile(
    r"\b(?:donat|scholarship|charit|granted|awarded|wired|parish|gave\s(?:a|the|him|her|them)\b|lent\b|raised)",
    re.IGNORECASE,
)
_FILL = (
    r"(?:\W*(?:an?|the|some|another|additional|historic|new|more|up|to|than|over|nearly|about|roughly|total|of|estimated"
    r"|further|initial)\b){0,5}\W*$"
)
# "will help mobilize $20 million", "to unlock 1bn of financing": others give it, if they do.
_DRAWS_IN = sparse(
    rf"\b(?:unlock|leverage|catalyze|catalyse|mobili[sz]e|attract|crowd\sin|spur)\b(?:\s(?:in|as|much|at|least)\b){{0,4}}{_FILL}",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\W*(?:\w+\s){0,3}?from\b", re.IGNORECASE)
_FOR_COUNTRY = re.compile(r"^\W*for\s[A-Z]")  # "will mobilise 12m for Chad" is a gift of who says so
_HOLDING = (
    r"(?:includes?|included|provides?|provided|invests?|invested|dedicates?|allocates?|contains?|authorizes?"
    r"|secured|directs?)"
)
_LAWS = r"(?:Act|Law|Plan|Bill|bill|legislation|Deal|law|omnibus|supplemental)"
_LAW = re.compile(rf"\b{_LAWS}\b")
_HOLDS = re.compile(rf"\b{_HOLDING}{_FILL}", re.IGNORECASE)
# "The Act provides $50 billion", "The bill, which includes"
_LAW_HOLDS = re.compile(
    rf"\b{_LAWS}(?:\s\([^)]*\))?(?:,?\s(?:which|that))?\s(?:(?:also|will|would|already|alone)\s)?{_HOLDING}{_FILL}"
)
_IT_HOLDS = re.compile(rf"(?:^|[.!?:]\W{{1,4}})(?:It|This|That)\s(?:also\s|will\s|would\s)?{_HOLDING}{_FILL}")
# "a new, $11 billion chip plant", "a $90 million yacht"
_BUILT = re.compile(
    r"^[\s*\]-]*(?:(?!(?:of|in|for|to|and|from|by|under|as|an?|the|at|on|with|through)\b)[\w-]+\s){0,3}?"
    r"(?:plants?|factor(?:y|ies)|fabs?|yacht|compan(?:y|ies)|expansion|mega-?port|bridge|agreements?\s(?:with|for)|deals?"
    r"|pipeline|manufactur\w+|in\sorders)\b",
    re.IGNORECASE,
)
_BUILDS = re.compile(
    r"\b(?:build|building|construct)\b[^.;]{0,60}\b(?:plant|factor|fabs?\b|facilit|chips?\b|manufactur|data\scent|semiconductor)"
    r"[^.;]{0,50}$|\bpurchased?\b[^.;]{0,40}\b(?:aircraft|planes?|jets?|vessels?)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# What a town or a state spends at home: "Springfield, Ohio will use", "the county has allocated".
_AT_HOME = re.compile(
    r"(?:^|[.;:]\s|\b[Aa]nd\s|,\s)(?:[Tt]he\s(?:city|county|state|town|district)\b"
    r"|(?:[A-Z][\w.’'-]+\s){1,4}(?:County|City|School\sDistrict)\b"
    r"|(?:[A-Z][\w.’'-]+\s?){1,3},\s(?:[A-Z][\w.]+\s?){1,2})"
    r"[^.;$]{0,40}\b(?:allocat|us(?:e|ed|ing)|spend|spent|dedicat|budget|obligat)\w*\b[^.;$]{0,40}$"
)
_SEIZED = re.compile(r"\bseiz\w+\b[^.;]{0,40}$", re.IGNORECASE)
_REWARD = re.compile(r"\brewards?\b[^.#]*#[^.]*\bfor\sinformation\b", re.IGNORECASE)


def without_ordinary(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text, those as `other` that words at the sum tell to be money of everyday business.

    What is told of a household once ("a $25,000 credit for buyers") is so wherever the text says that figure again.
    """
    purses = {_size(claim) for claim in claims if _is_small(claim) and _is_purse(claim, reader)}
    return [
        replace(c, exclude_reason="other") if c.exclude_reason in _GIFTS and _is_ordinary(c, reader, purses) else c
        for c in claims
    ]


def _is_ordinary(claim: Claim, reader: Reader, purses: Set[Decimal]) -> bool:
    if claim.amount is None:
        return False
    if _is_small(claim):
        return _size(claim) in purses
    before, after = _around(claim, reader.text)
    if _DRAWS_IN.search(before):
        return claim.donor_level != "multilateral" and not _FROM.match(after) and not _FOR_COUNTRY.match(after)
    if _HOLDS.search(before) and not _names_foreigner(claim, after):
        return bool(_LAW_HOLDS.search(before)) or (bool(_IT_HOLDS.search(before)) and _tells_of_law(claim, reader.text))
    if _REWARD.search(f"{before}# {after}") or (_SEIZED.search(before) and _BUILT.match(after)):
        return True
    if reader.kind == "paper" and not _is_abroad(claim) and _AT_HOME.search(before):
        return True
    if claim.donor_level in _PUBLIC:
        return False
    return bool(_BUILT.match(after)) or bool(_BUILDS.search(before))


def _tells_of_law(claim: Claim, text: str) -> bool:
    """Whether a law is told of in the words before a sentence about "it"."""
    return bool(_LAW.search(beside(claim, text, _FAR)[0]))


def _names_foreigner(claim: Claim, after: str) -> bool:
    """Whether a receiver abroad is named behind the sum ("5m in support for Jordan"), or gets the whole of it."""
    if not _is_abroad(claim):
        return False
    return claim.exclude_reason == "part" or (claim.recipient_text is not None and claim.recipient_text in after)


def _around(claim: Claim, text: str) -> tuple[str, str]:
    before, after = beside(claim, text, _BEFORE, _AFTER)
    return f"{without_marks(before)} ", without_marks(after)


def _size(claim: Claim) -> Decimal:
    amount = claim.amount
    return (amount.high or amount.low or Decimal(0)) if amount is not None else Decimal(0)


def _is_small(claim: Claim) -> bool:
    """Whether a state, or nobody, pays a sum of the size of a household's, and to nobody abroad."""
    return 0 < _size(claim) <= _PURSE and claim.donor_level not in _GIVERS and not _is_abroad(claim)


def _is_abroad(claim: Claim) -> bool:
    """Whether a receiver is told, and not one of the rich states alone."""
    return not dac_members().issuperset((claim.recipient or "").split())


def _is_purse(claim: Claim, reader: Reader) -> bool:
    """Whether the words around speak of a household's money, and of no charity."""
    before, after = _around(claim, reader.text)
    around = f"{before[-120:]} # {after}"
    if _CHARITY.search(around):
        return False
    if _BY_RULE.search(around):
        return True
    voice = reader.voice(claim.start)
    return voice is not None and voice.id in dac_members() and bool(_HOUSEHOLD.search(around))
