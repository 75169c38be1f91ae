"""The stage that the text tells of a gift, where its own sentence only says that it will be given.

A part is as firm as its whole; "a further 200 million will be lent on the same
terms" as the sum before; what a government will hand over after it "approved a
package" is approved. A headline's "to lend 5 million" is as far as the body says,
and goods are there when a later sentence says that they arrived.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.corpus.sentences import Sentence
from analysis.money.terms.stage_leads import with_leads
from analysis.money.terms.stage_sayings import RANK, stage_by_phrase
from analysis.money.terms.stages import FUTURE
from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import verb_at
from analysis.money.text.whole import is_rare
from analysis.records import Claim

_FIRM = frozenset(["committed", "approved", "allocated"])
_NEAR = 500  # characters from a sum to the one that goes on about it
_FURTHER = re.compile(r"^\W*(?:A\s+further|Another|An\s+(?:additional|extra)|The\s+(?:rest|remaining|other))\b")
_BACK = 2  # sentences before a gift in which a decision on it may be told
# "The programme is financed by a credit of 5m", "Both loans are covered by a guarantee"
_FINANCED = sparse(
    r"\b(?:is|are|will\s+be|to\s+be)\s+(?:\w+\s+){0,2}?(?:financed|funded|covered|backed|insured|guaranteed|co-?financed)"
    r"\s+(?:by|with|through|from)\b",
    re.IGNORECASE,
)
# "Of this, 5m is reserved for": how a sum is cut up, not how far it has come.
_CUT_UP = sparse(
    r"\b(?:is|are|will\s+be)\s+(?:reserved|set\s+aside|earmarked|ring-?fenced|meant|intended)\b", re.IGNORECASE
)
# A sentence about an agreement that was told: "It provides for 5m", "Under the deal, ..."
_OF_DEAL = re.compile(
    r"^\W*(?:(?:Under|With|In)\s+(?:it|this|that|the|both)\b|It\s|This\s|They\s|Both\s|"
    r"The\s(?:\w+\s)?(?:agreement|deal|accord|memorandum|contract|loan|credit|grant|facility|guarantee|package|money|funds?"
    r"|programme|program|project|financing|funding)\b)"
)
_ARRIVED = re.compile(
    r"[;.]\s+(?:They|It|These|All|Both|The\s(?:\w+\s){0,2}\w+)\s(?:\w+\s){0,4}?"
    r"(?:arrived|landed|docked|reached|unloaded|handed\sover|delivered|are\s(?:now\s)?in\suse)\b",
    re.IGNORECASE,
)
# "Documents were signed in Tashkent on Monday", after the sums
_SIGNED_AFTER = sparse(
    r"[.;]\s+(?:The\s|Both\s|Two\s|All\s)?(?:\w+\s){0,2}?"
    r"(?:documents?|papers|notes|agreements?|contracts?|accords?|deals?|memorand(?:um|a))\s"
    r"(?:was|were|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:signed|exchanged|initiall?ed|concluded|sealed)\b",
    re.IGNORECASE,
)
_AFTER = 420  # characters after a sum in which its signature may be told
_LEAD = 240  # characters after goods in which their arrival may be told


def with_firmness(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the stage of those that are only promised, where the text tells a firmer one."""
    if not any(_is_told(claim) for claim in claims):
        return list(claims)
    firm: list[Claim] = []
    for claim in claims:
        stage = _stage(claim, firm, reader) if _is_told(claim) else None
        firm.append(replace(claim, status=stage) if stage is not None else claim)
    return _as_told_elsewhere(with_leads(firm, reader), tells_much=len(reader.text) > OPENING)


def _is_told(claim: Claim) -> bool:
    return claim.exclude_reason in ("", "part") and claim.donor is not None


def _stage(claim: Claim, before: Sequence[Claim], reader: Reader) -> str | None:
    last = next((c for c in reversed(before[-3:]) if c.donor == claim.donor and not c.exclude_reason), None)
    if claim.in_kind is not None and claim.status in ("pledged", "disbursed") and claim.polarity != "future":
        return "delivered" if _ARRIVED.search(reader.text[claim.end : claim.end + _LEAD]) else None
    if claim.exclude_reason == "part" and last is not None and claim.status == "allocated" and _is_cut(claim):
        return last.status
    if claim.status != "pledged":
        return None
    near = last is not None and claim.start - last.end < _NEAR and last.status in _FIRM
    if last is not None and near and (claim.exclude_reason == "part" or _FURTHER.match(claim.sentence)):
        return last.status
    told = next((c for c in reversed(before[-3:]) if not c.exclude_reason), None)
    if told is not None and told.status in _FIRM and claim.start - told.end < _NEAR and _goes_on(claim):
        return told.status
    if _SIGNED_AFTER.search(reader.text[claim.end : claim.end + _AFTER]):
        return "committed"
    about = claim.polarity == "future" or _OF_DEAL.match(claim.sentence)
    return _decided(claim, reader) if about else None


def _is_cut(claim: Claim) -> bool:
    return _CUT_UP.search(claim.sentence[claim.sentence.find(claim.text) :]) is not None


def _goes_on(claim: Claim) -> bool:
    """Whether a sentence says who else pays for what was told before."""
    same = "same terms" in claim.sentence and _FURTHER.match(claim.sentence)
    return bool(same) or _FINANCED.search(claim.sentence) is not None


def _decided(claim: Claim, reader: Reader) -> str | None:
    """Give the stage of the decision that the sentences before tell of, without a sum, by the same giver."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    for earlier in reader.before(sentence, limit=_BACK):
        if reader.amounts_in(earlier):
            return None
        items = reader.items(earlier)
        if not any(item.party is not None and item.party.id == claim.donor for item in items):
            continue
        for k, item in enumerate(items):
            if not item.cues:
                continue
            verb = verb_at(items, k)
            done = verb is not None and verb.cue.sense == "give" and not verb.aux & (FUTURE | {"to", "not"})
            gift = any(word.has("noun", "give") for word in items[k + 1 : k + 9])
            if verb is not None and done and gift and verb.cue.value in ("approved", "committed"):
                return verb.cue.value
        told = stage_by_phrase("pledged", _words(earlier), "")
        if told in _FIRM:
            return told
    return None


def _words(sentence: Sentence) -> str:
    return f"{sentence.text.rstrip(' .!')} "


def _as_told_elsewhere(claims: list[Claim], *, tells_much: bool) -> list[Claim]:
    """Give each promise the stage that the text tells of the same sum by the same giver elsewhere.

    A text that `tells_much` may tell of 5 million twice by chance: there it takes a figure that hardly comes twice.
    """
    furthest: dict[tuple[str | None, str, Decimal], str] = {}
    for claim in claims:
        sum_of = _sum_of(claim)
        if sum_of is not None and tells_much and not is_rare(sum_of):
            continue
        if sum_of is not None and RANK.get(claim.status, 0) > RANK[furthest.get(sum_of, "pledged")]:
            furthest[sum_of] = claim.status
    if not furthest:
        return claims
    return [_furthest(claim, furthest) for claim in claims]


def _furthest(claim: Claim, furthest: dict[tuple[str | None, str, Decimal], str]) -> Claim:
    sum_of = _sum_of(claim) if claim.status == "pledged" else None
    stage = furthest.get(sum_of) if sum_of is not None else None
    return replace(claim, status=stage) if stage is not None else claim


def _sum_of(claim: Claim) -> tuple[str | None, str, Decimal] | None:
    amount = claim.amount
    if not _is_told(claim) or amount is None or amount.currency is None:
        return None
    figure = amount.low if amount.low else amount.high
    return (claim.donor, amount.currency, figure) if figure is not None else None
