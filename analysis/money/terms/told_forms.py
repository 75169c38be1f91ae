"""The instrument that the text tells of a gift, where its own sentence names none.

A part has the form of its whole, and a sum has the form that is told of it elsewhere;
a whole whose parts differ in form has none. What is drawn down is goods, as is assistance for another's
security; a state's bank for development lends, insures or buys shares, so its "financing" has no form of itself.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.money.terms.owing import with_owing
from analysis.records import Claim

_FORM_WORD = re.compile(
    r"\b(?:grants?|gifts?|donat\w+|loans?|lend\w*|lent|credits?|repa\w+|guarante\w+|insur\w+|equity|stakes?|in[ -]kind"
    r"|cash|worth|give\w*|gave|provid\w+|contribut\w+|pa(?:y|id|ys)|aid|relief)\b",
    re.IGNORECASE,
)
_BESIDE = 45  # characters on either side of a sum in which a word of its form may stand
_BY = 400  # characters between the same sum told twice at once, as in a headline and below it
_NEAR = 700  # characters from a whole to its parts
_NAMED = frozenset(["loan", "guarantee", "equity", "debt_relief"])
_COUNTED = frozenset(["", "part"])
_OPEN = frozenset(["grant", "unknown"])  # what a sum is taken for where no word tells
# "A drawdown of 5m in commodities", "a 5m security assistance package": out of stores.
_STORES = re.compile(
    r"\bdraw-?downs?\b|(?<!food )\bsecurity assistance\b(?![^.;]{0,30}\b(?:training|funds|funding|financing)\b)",
    re.IGNORECASE,
)
# "5 million in military aid", "military support worth 5 million": arms, where no word says money.
_ARMS = re.compile(
    r"^\s(?:package\s)?(?:in|of|for)\s(?:(?!non-)[\w-]+\s){0,3}?(?:military|defen[cs]e|lethal)\s(?:aid|assistance|support)\b"
    r"(?!\sgrants?\b)"
)
_ARMS_BEFORE = re.compile(
    r"(?<!non-)\b(?:military|lethal)\s(?:aid|assistance|support)\s(?:package\s)?(?:to\s\w+\s)?(?:of|for|worth|amounts?\sto)"
    r"\s(?:(?:about|around|over|nearly|up\sto|more\sthan)\s)?$"
)
# "Placed 5 million with the central bank of Chad": a deposit is to be paid back.
_DEPOSITS = re.compile(
    r"\b(?:deposit|plac|park)(?:s|es|ed|e|ing)?\b(?:\s(?:an?|the|up\sto|of|another|deposit|about))*\s?$"
)
_AT_BANK = re.compile(
    r"^\s(?:\(.{1,30}\)\s)?(?:with|in|at)\s(?:the\s)?(?:account\sof\s)?[^.;,]{0,40}?\b(?:[Cc]entral\s[Bb]ank|State\sBank)\b"
)
_PROMISED = frozenset(["pledged", "committed"])
# "Whether to furnish 5 million in assistance": who holds that power chooses the form.
_POWER = re.compile(r"\bto\sfurnish\s(?:up\sto\s|approximately\s)?$")
_AID = re.compile(r"^\sin\sassistance\b")
# What is not: other aid, and the money that is drawn of a loan.
_NO_STORES = re.compile(
    r"\b(?:humanitarian|economic|loans?|credits?|facility|tranches?|lending|lines?\sof|reserves?)\b", re.IGNORECASE
)
# Banks of a state that gives, which stands for them.
_BANK = re.compile(
    r"\b(?:DFC|EXIM|(?:Development|International) Finance (?:Corporation|Institution)|Export[-–]Import Bank)\b"
    r"(?!['’]s board)"
)
_BANK_FORMS = (
    ("grant", re.compile(r"\b(?:grants?|technical assistance|feasibility)\b", re.IGNORECASE)),
    ("guarantee", re.compile(r"\b(?:insurance|guarant\w+|re-?insur\w+)\b", re.IGNORECASE)),
    ("equity", re.compile(r"\bequity\b", re.IGNORECASE)),
    ("loan", re.compile(r"\b(?:loans?|lend\w*|lent|credit)\b", re.IGNORECASE)),
)
_MIXED = re.compile(r"\b(?:debt|financing|loans?|equity)\s(?:and|or)\s", re.IGNORECASE)
_BEFORE = 170  # characters before a sum in which a bank is named as who pays
_BEHIND = 90  # and behind it, in which the form is told
_CLAUSE = re.compile(r"[.;:]\s|[$€£¥]\s?\d")
# Funds of many, which are paid into and owe nothing.
_FUNDS = frozenset(["CEPI", "FRLD", "GAVI", "GFATM", "PANDEMIC-FUND", "UNRWA", "ADAPTATION-FUND", "CERF"])
_INTO_POOL = re.compile(r"^\s(?:pledge|contribution|commitment)?\s?to\s(?:the\s)?(?:COVAX|Global Fund)\b")


def with_forms(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims with the instrument that their words, or other claims of the text, tell of the same sum."""
    told_as: Counter[tuple[str, str]] = Counter()  # how often each sum was told before in its sentence
    worded = list[Claim]()
    for claim in claims:
        worded.append(_worded(claim, told_as[claim.sentence, claim.text]))
        told_as[claim.sentence, claim.text] += 1
    claims = worded
    if sum(not claim.exclude_reason or claim.exclude_reason == "part" for claim in claims) < 2:
        return claims
    told = [_of_whole(claim, claims[:place]) for place, claim in enumerate(claims)]
    told = [_of_parts(claim, told[place + 1 : place + 5]) for place, claim in enumerate(told)]
    named = {key: claim for claim in told if (key := _sum_of(claim)) and claim.instrument in _NAMED}
    return [_as_named(claim, named) for claim in told] if named else told


def _worded(claim: Claim, earlier: int) -> Claim:
    """Give a gift of money the form that the words around the sum tell.

    Its sentence may print it `earlier` times before.
    """
    if claim.exclude_reason not in _COUNTED or claim.amount is None:
        return claim
    pieces = claim.sentence.split(claim.text)
    if len(pieces) < earlier + 2 or not claim.text:
        return claim
    left, right = claim.text.join(pieces[: earlier + 1]), claim.text.join(pieces[earlier + 1 :])
    claim = with_owing(claim, left, right)
    return claim if claim.instrument not in _OPEN or claim.donor is None else _opened(claim, left, right)


def _opened(claim: Claim, left: str, right: str) -> Claim:
    """Give a gift whose form is open the one that the words on either side tell."""
    before = " ".join(_CLAUSE.split(left[-_BEFORE:])[-1].split())
    behind = " ".join(_CLAUSE.split(f"{right[:_BEHIND]} ")[0].split())
    form = ""
    if claim.donor_level == "government":
        form = _of_stores(before, behind) or _of_arms(claim, before, behind) or _of_bank(before, behind)
        if not form and _DEPOSITS.search(before) and _AT_BANK.match(f" {behind}"):
            form = "loan"
        if not form and _POWER.search(f"{before} ") and _AID.match(f" {behind}"):
            form = "unknown"
    if not form and claim.instrument == "unknown":
        into = _INTO_POOL.match(f" {behind}") or not _FUNDS.isdisjoint((claim.recipient or "").split())
        form = "grant" if into else ""
    if not form:
        return claim
    return replace(claim, instrument=form, modality="goods" if form == "in_kind" else claim.modality)


def _of_stores(before: str, behind: str) -> str:
    near = f"{before[-70:]} # {behind}"
    return "in_kind" if _STORES.search(near) and not _NO_STORES.search(near) else ""


def _of_arms(claim: Claim, before: str, behind: str) -> str:
    """Read military aid that is promised as arms; what a parliament votes or a treasury releases for it is money."""
    arms = _ARMS.match(f" {behind}") or _ARMS_BEFORE.search(f"{before} ")
    return "in_kind" if arms and claim.status in _PROMISED else ""


def _of_bank(before: str, behind: str) -> str:
    """Give the form of what a state's bank pays: that which is named, else none."""
    bank = _BANK.search(before)
    if bank is None:
        return ""
    near = f"{before[bank.end() :]} # {behind}"
    if _MIXED.search(near):
        return "unknown"
    return next((form for form, told in _BANK_FORMS if told.search(near)), "unknown")


def _of_whole(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a part the form of the sum it is of."""
    if claim.exclude_reason != "part" or claim.instrument not in ("unknown", "grant") or _says_form(claim):
        return claim
    whole = next((c for c in reversed(before[-4:]) if not c.exclude_reason and c.amount is not None), None)
    near = whole is not None and claim.start - whole.end < _NEAR and whole.instrument != "in_kind"
    return replace(claim, instrument=whole.instrument) if whole is not None and near else claim


def _says_form(claim: Claim) -> bool:
    at = claim.sentence.find(claim.text)
    end = at + len(claim.text)
    return bool(
        _FORM_WORD.search(claim.sentence[max(0, at - _BESIDE) : at] + " # " + claim.sentence[end : end + _BESIDE])
    )


def _of_parts(claim: Claim, after: Sequence[Claim]) -> Claim:
    """Give a whole whose parts are of different forms none."""
    if claim.exclude_reason or claim.instrument in ("in_kind", "unknown") or claim.amount is None:
        return claim
    low, currency, said = claim.amount.low, claim.amount.currency, _says_form(claim)
    near = [c for c in after if c.amount is not None and c.amount.currency == currency and c.start - claim.end < _NEAR]
    for first, second in pairwise(near):
        sums = (first.amount, second.amount)
        parts = [amount.low for amount in sums if amount is not None and amount.low is not None]
        if len(parts) == 2 and low and sum(parts) == low and first.instrument != second.instrument:
            if said and any(one.instrument in _OPEN and not _says_form(one) for one in (first, second)):
                return claim  # "a loan of 5m. 3m is for roads, while 2m was earmarked for schools"
            return replace(claim, instrument="unknown")
    return claim


def _sum_of(claim: Claim) -> tuple[object, ...] | None:
    amount = claim.amount
    if claim.exclude_reason not in ("", "part") or claim.donor is None or amount is None or not amount.low:
        return None
    return (claim.donor, amount.currency, amount.low)


def _as_named(claim: Claim, named: dict[tuple[object, ...], Claim]) -> Claim:
    """Give a sum without a form the one that is named elsewhere, and what passes for a grant the one named nearby."""
    if claim.instrument not in _OPEN:
        return claim
    same = named.get(_sum_of(claim) or ())
    if same is None:
        return claim
    taken = claim.instrument == "grant" and (abs(same.start - claim.start) > _BY or _says_form(claim))
    return claim if taken else replace(claim, instrument=same.instrument)
