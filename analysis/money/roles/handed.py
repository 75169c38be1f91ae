"""Gifts that the words behind their sum hand to a body of nations or to a part of the world.

"100 million euros to UNICEF, and 70 million for hospitals in Chad": the first sum is UNICEF's, whoever else the
sentence helps, and so is that of "gave UNICEF 100 million"; and what goes to "clinics across Africa" is Africa's, where
no country is named.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.roles.unions import is_union
from analysis.money.terms.instruments import LENDERS
from analysis.money.text.items import Item
from analysis.money.text.reader import Reader
from analysis.money.text.verbs import is_verb
from analysis.records import Claim

_INTO = frozenset(["to", "into", "for", "towards", "toward"])
_HELPING = frozenset(["support", "help", "fund", "finance", "replenish"])
_HANDS = frozenset(
    """give gives gave given giving award awards awarded awarding grant grants granted pay pays paid paying promise
    promised promises offer offered offers hand handed hands pledge pledged send sent sends""".split()
)
_BETWEEN = 12  # words from a sum to the body that gets it
_INSIDE = frozenset(["(", ")", "-", "'s", "’s", '"', "*", "–"])
# "the World Bank's Harbour Fund", "the UNICEF-Chad Partnership": another than the body gets it.
_BANKS = LENDERS | {"IADB"}
_POOL = " Facility"  # how the names end of what states pay out of together
_OWNS = re.compile(r"['’]s?\s|\s\([A-Z]\w+\)['’]s\s")
_OTHER = re.compile(
    r"[-–][A-Z]|['’]s\s(?:[a-z][\w-]*\s){0,5}?(?:fund|facility)\b|\s+(?:\([A-Z]\w+\)\s+)?(?:(?:[A-Z][\w’'-]*|and|for|of|on)\s+){0,8}?"
    r"(?:Fund|Facility|Partnership|Program(?:me)?|Window|Initiative|Mechanism|Account|Office|Cent(?:er|re)|Representative)\b"
)
_REGIONS = {
    "Africa": "AFRICA",
    "Caribbean": "CARIBBEAN",
    "Pacific Islands": "PACIFIC",
    "Pacific Island countries": "PACIFIC",
    "Pacific Island nations": "PACIFIC",
}
_PLACE = rf"(?P<place>{'|'.join(_REGIONS)})"
_REGION = re.compile(
    r"(?<!including\s)\b(?:in|across|throughout|for|to|around|with)\s+(?:the\s+)?(?:(?:entire|whole|wider|broader)\s+)?"
    rf"(?:[Ss]ub-Saharan\s+)?{_PLACE}\b(?!['’-]|\s+(?:and|or)\s+(?:the\s+)?[A-Z]|,\s+(?:and\s+)?(?:the\s+)?[A-Z]|\s+[A-Z])"
)
_OPENS = re.compile(rf"(?:[-•*–]\s+)?(?:In|Across|Throughout)\s+(?:the\s+)?(?:[Ss]ub-Saharan\s+)?{_PLACE},")


def handed(claim: Claim, reader: Reader) -> Claim:
    """Give a counted claim to the body or the part of the world that the words behind its sum lead to."""
    if claim.recipient is not None and claim.recipient_text is None and not is_union(claim.recipient):
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    items = reader.items(sentence)
    at = next((k for k, item in enumerate(items) if item.kind == "amount" and item.start == claim.start), None)
    if at is None:
        return claim
    given = _given(items, at)
    ends = next((item.start for item in items[at + 1 :] if item.kind == "amount" or item.low == ";"), sentence.end)
    named = {party.id for party, _, _ in reader.places(claim.end, ends)}
    if claim.recipient is not None and not named.isdisjoint(claim.recipient.split()):
        return claim
    body = given or _body(items, at, reader.text)
    if body is not None and body.party is not None and body.party.id not in (claim.donor or "").split():
        return replace(claim, recipient=body.party.id, recipient_text=body.text)
    if claim.recipient_text is not None or not named <= set(_REGIONS.values()):
        return claim
    opens = _OPENS.match(reader.text, sentence.start)
    place = _REGION.search(reader.text, claim.end, ends) or opens
    if place is None:
        return claim
    return replace(claim, recipient=_REGIONS[" ".join(place["place"].split())], recipient_text=place["place"])


def _body(items: Sequence[Item], at: int, text: str) -> Item | None:
    """Give the body of nations that the words at once behind the amount at `at` lead to."""
    if at > 1 and items[at - 1].low == "of" and items[at - 2].low in ("debt", "debts", "arrears"):
        return None  # "its debt of 5m to the Bank was paid off by Norway"
    for k in range(at + 1, min(at + _BETWEEN, len(items))):
        item = items[k]
        if item.kind == "amount" or (item.kind == "mark" and item.low not in _INSIDE):
            return None
        if item.kind != "party" or item.party is None:
            continue
        if item.party.kind != "body":
            return None
        if item.party.level != "multilateral" or item.party.name.endswith(_POOL) or not _leads(items, k, at):
            return None
        bank = item.party.id in _BANKS and _OWNS.match(text, item.end) is not None
        return None if bank or _OTHER.match(text, item.end) is not None else item
    return None


def _given(items: list[Item], at: int) -> Item | None:
    """Give the body that stands between a verb of giving and the amount at `at` ("gave the Red Cross 5m")."""
    k = at - 1
    body = items[k].party if k > 1 and items[k].kind == "party" and not items[k].head else None
    if body is None or body.kind != "body" or body.level not in ("multilateral", "foundation"):
        return None
    verb = k - 1 if items[k - 1].low != "the" else k - 2
    return items[k] if verb > 0 and items[verb].low in _HANDS and is_verb(items, verb) else None


def _leads(items: Sequence[Item], k: int, at: int) -> bool:
    """Whether "to", "for" or "to support" leads from the amount at `at` to the party at `k`."""
    j = k - 1
    while j > at and items[j].low in ("the", "un", "u.n."):
        j -= 1
    return j > at and (items[j].low in _INTO or (items[j].low in _HELPING and items[j - 1].low == "to"))
