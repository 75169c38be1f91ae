"""Sums that a text speaks of again ("the 22 million", "all 14 million of it"): of the gift that it told first.

What stands around such a sum tells what becomes of it, seldom who gives it. Its giver and its receiver are
those of the claim with the same figure before, unless the clause itself names others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.money.reader import Reader
from analysis.money.standing import Place
from analysis.money.verbs import before_verb
from analysis.records import Claim

_COUNTED = ("", "part")
_SPAN = 40  # characters before a sum in which what makes it a known one stands
# "the 5 million", "her promised 5 million", "the club's 5 million", "all 5 million", "the new commitment of 5 million"
_KNOWN = re.compile(
    r"(?:(?:\b(?:the|that|this|those|these|his|her|its|their|our|my|all)|\w['’]s|s['’])"
    r"(?:\s+(?:full|whole|entire|same|original|promised|pledged|donated))?"
    r"|\bthe\s+(?:new\s+)?(?:commitment|pledge|gift|sum|donation|contribution|grant)\s+of)\s+$",
    re.IGNORECASE,
)

Figure = tuple[str, Decimal | None, Decimal | None]


def with_givers_told(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give the sums that are spoken of again the giver of whom the text told first.

    "Norway gave Fiji 7 million euros. ... The 7 million euros will be spent by the ministry in Suva": Norway
    gives. `places` are those of amounts, by claim id.
    """
    told: dict[Figure, Claim | None] = {}
    found: list[Claim] = []
    for claim in claims:
        figure = _figure(claim)
        if figure is None or claim.exclude_reason not in _COUNTED:
            found.append(claim)
            continue
        first = told.get(figure)
        again = first is not None and _is_known(claim, reader)
        if first is not None and again and not _names_giver(claim, first, places.get(claim.claim_id)):
            found.append(_given_as(claim, first))
            continue
        if claim.donor is not None:
            # two gifts of one size by two givers: nobody can tell which one is meant
            told[figure] = claim if figure not in told or (first is not None and first.donor == claim.donor) else None
        found.append(claim)
    return found


def _figure(claim: Claim) -> Figure | None:
    """Give what a sum comes to; None for a gift in kind."""
    amount = claim.amount
    return (amount.currency, amount.low, amount.high) if amount is not None else None


def _is_known(claim: Claim, reader: Reader) -> bool:
    """Whether a sum stands as one that the reader has met."""
    return _KNOWN.search(reader.text[max(0, claim.start - _SPAN) : claim.start]) is not None


def _names_giver(claim: Claim, first: Claim, place: Place | None) -> bool:
    """Whether the clause of a sum names who gives it: its owner, the subject of a verb of giving, or one giver more."""
    if claim.donor is None or first.donor is None or place is None:
        return claim.donor is not None
    if set(first.donor.split()) < set(claim.donor.split()):
        return True
    items, a = place.items, place.index
    owner = items[a - 2].party if a > 1 and items[a - 1].low in ("'s", "'") else None
    if owner is not None:
        return owner.id == claim.donor  # "Norway's 5 million"
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give" or claim.donor_text is None:
        return False
    subject, between = before_verb(items, verb.head), items[verb.head : a]
    if any(item.low in ("that", "which", "if") for item in between):  # "he promised that the 5 million would be spent"
        return False
    return subject >= 0 and items[subject].text == claim.donor_text


def _given_as(claim: Claim, first: Claim) -> Claim:
    """Give a claim the giver of another, and its receiver unless the clause names one."""
    receiver = claim.recipient if claim.recipient_text else first.recipient or claim.recipient
    given = replace(claim, donor=first.donor, donor_text=first.donor_text, donor_level=first.donor_level)
    return replace(given, recipient=receiver)


_NEAR = 900  # characters between a gift and a sentence that goes on about its giver
_LEAST = 1_000_000  # units that a state or a bank of nations gives
_GIVING = ("government", "multilateral")


def with_givers_before(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give large gifts of nobody, in a sentence that names nobody, to the state or bank of the gift before.

    "Italy will pay Lebanon 15 million euros for its army. ... Schools receive 5 million more": Italy pays both.
    `places` are those of amounts, by claim id.
    """
    found: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        known = claim
        place = places.get(claim.claim_id)
        if last is not None and place is not None and _goes_on(claim, last, place, reader):
            known = replace(claim, donor=last.donor, donor_text=last.donor_text, donor_level=last.donor_level)
        if known.exclude_reason in _COUNTED and known.donor is not None:
            last = known
        found.append(known)
    return found


def _goes_on(claim: Claim, last: Claim, place: Place, reader: Reader) -> bool:
    """Whether a gift of nobody is told of as one more of the state or bank that gave the last one."""
    if claim.exclude_reason not in _COUNTED or claim.donor is not None or claim.start - last.end > _NEAR:
        return False
    if last.donor_level not in _GIVING or last.donor == "various" or not _is_large(claim):
        return False
    ours = {*(last.donor or "").split(), *(claim.recipient or "").split(), *(last.recipient or "").split()}
    between = {party.id for party, _, _ in reader.countries_in(last.end, place.sentence.start)}
    return between <= ours and _names_nobody(claim, place)


def _is_large(claim: Claim) -> bool:
    """Whether no private person gives a sum whom the text has not named."""
    return claim.amount is not None and claim.amount.low is not None and claim.amount.low >= _LEAST


def _names_nobody(claim: Claim, place: Place) -> bool:
    """Whether a sentence names nobody beside who gets the money, and does not say who brings it together."""
    receivers = (claim.recipient or "").split()
    for item in place.items:
        if item.kind != "party" or item.anaphor:
            continue
        if item.party is None or (item.party.id not in receivers and item.party.kind != "place"):
            return False
    return not any(item.low in ("raised", "collected", "we", "i") for item in place.items)
