"""Gifts whose giver nobody names: which of them count, and which givers were read off a receiver's name.

What the words around a sum and the encoder of amounts say alone (`second.given`) decides whether it is given;
who gives stays open then.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from analysis.money.roles.candidates import Cast
from analysis.money.roles.home_money import pays_in
from analysis.money.roles.standing import Place
from analysis.money.text.items import Item
from analysis.money.text.parties import countries
from analysis.money.text.scenes import OPENING
from analysis.money.text.subjects import stands
from analysis.money.text.words import dac_members, oda_recipients
from analysis.money.weighing.ranker import likeliest
from analysis.money.weighing.second import given
from analysis.money.weighing.second_givers import may_give, options
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_LIKELY = 0.6  # how likely an amount is given, from which it counts though nobody is named who gives it
_UNLIKELY = 0.4  # and below which a part that nobody gives is none
_UNSURE = 0.5  # highest score of such a claim
_OFFICER = re.compile(
    r"\b(?:Minister|President|Premier|Chancellor|King|Queen|Governor)\s[A-ZÀ-Þ]"
)  # who is named with it
_BEHIND = 8  # words behind a sum in which whom it comes from is named
_OTHERS = 1  # how often others may be named in a text whose one giver is guessed


def with_unnamed(claims: Sequence[Claim], places: Mapping[str, Place], cast: Cast) -> list[Claim]:
    """Count amounts that are likely given though their giver is not named: "The school got 5,000 pounds on Friday".

    They have no giver. One that was guessed from the rest of the text, without a word of the clause, is kept
    where hardly anybody else is named: there it was right in 16 of 29 gifts of the passages, elsewhere in 13 of 76.
    """
    return [
        _counted(claim, places[claim.claim_id], cast)
        if _is_likely(claim, places, cast)
        else _without_odd_part(claim, places, cast)
        for claim in claims
    ]


def _is_likely(claim: Claim, places: Mapping[str, Place], cast: Cast) -> bool:
    place = places.get(claim.claim_id) if claim.exclude_reason == "no_donor" else None
    return place is not None and given(place, cast.reader.in_context) >= _LIKELY


def _without_odd_part(claim: Claim, places: Mapping[str, Place], cast: Cast) -> Claim:
    """Leave out a part of a total that nobody gives, where the words speak against a gift ("including 8 dollars")."""
    place = places.get(claim.claim_id) if claim.exclude_reason == "part" and claim.donor is None else None
    odd = place is not None and given(place, cast.reader.in_context) < _UNLIKELY
    return replace(claim, exclude_reason="other") if odd else claim


def _counted(claim: Claim, place: Place, cast: Cast) -> Claim:
    nameless = _unnamed(claim)
    if claim.donor is None or not _is_alone(claim, place, cast):
        return nameless
    return replace(nameless, donor=claim.donor, donor_text=claim.donor_text, donor_level=claim.donor_level)


def _unnamed(claim: Claim) -> Claim:
    score = min(claim.confidence, _UNSURE)
    return replace(claim, donor=None, donor_text=None, donor_level=None, exclude_reason="", confidence=score)


def _is_alone(claim: Claim, place: Place, cast: Cast) -> bool:
    """Whether nobody but the two of a gift is named in its sentence, and in the text at most once."""
    two = {claim.donor, *(claim.recipient or "").split()}
    if cast.here(place).keys() - two:
        return False
    named = (item for sentence in cast.reader.sentences() for item in cast.reader.items(sentence))
    others = (item for item in named if item.kind == "party" and not item.anaphor and _id(item) not in two)
    return len(list(islice(others, _OTHERS + 1))) <= _OTHERS


def _id(item: Item) -> str | None:
    """Give the id of a party of the register; "" of one that no register lists."""
    return item.party.id if item.party is not None else ""


def without_own_gifts(claims: Sequence[Claim], places: Mapping[str, Place], cast: Cast) -> list[Claim]:
    """Mend the claims in which a state gives to itself, as both roles were read off one name or guessed.

    Another giver of the sentence takes its place where there is one. Where there is none, and the words around the
    sum make it likely that it is given, the state receives from somebody unnamed, or gives at home if it is a donor
    of the OECD's committee and the sentence names nobody who may be helped; else it spends its own.
    """
    found: list[Claim] = []
    for claim in claims:
        place = places.get(claim.claim_id) if _gives_itself(claim) else None
        found.append(_given_by_another(claim, place, found, cast) if place is not None else claim)
    return found


def _gives_itself(claim: Claim) -> bool:
    own = claim.donor is not None and claim.donor in (claim.recipient or "").split()
    return own and claim.donor_level == "government" and claim.exclude_reason in _COUNTED


def _given_by_another(claim: Claim, place: Place, before: Sequence[Claim], cast: Cast) -> Claim:
    house = cast.reader.house
    paper = cast.reader.kind == "paper"
    own = house is not None and house.id == claim.donor
    once = paper and claim.recipient_text in (None, claim.donor_text)  # one name was read as both
    done = _is_done_by(claim, place)
    if done and _adds_its_own(claim, before):
        return replace(claim, exclude_reason="budget", recipient=None, recipient_text=None)
    guessed = claim.recipient_text is None and claim.amount is not None and claim.amount.certainty == "stated"
    pays = guessed and claim.amount is not None and claim.donor is not None and pays_in(claim.donor, claim.amount)
    done = done and paper and (own or once)
    if (
        (own and done)
        or _is_told_of(claim, place)
        or (once and _is_from(claim, place))
        or (pays and len(cast.reader.text) <= OPENING)
    ):
        return replace(claim, recipient=None, recipient_text=None)
    known = {key: one for key, one in may_give(place, cast).items() if key != claim.donor}
    nameless = _unnamed(claim)
    best = likeliest("giver", options(nameless, None, place, before, known), None, 0.0) if known else None
    one = known.get(best or "")
    if one is not None and one.item is not None:
        party = one.party
        return replace(nameless, donor=party.id, donor_text=one.item.text, donor_level=party.level)
    if done:
        return replace(claim, recipient=None, recipient_text=None)
    if given(place, cast.reader.in_context) < _LIKELY:
        return replace(claim, exclude_reason="budget")
    if claim.donor not in dac_members():
        return nameless
    abroad = not oda_recipients().isdisjoint(cast.here(place))  # who may be helped instead
    return replace(claim, exclude_reason="budget") if abroad else replace(claim, recipient=None, recipient_text=None)


_NEAR = 700  # characters to a loan that a state adds its own money to


def _adds_its_own(claim: Claim, before: Sequence[Claim]) -> bool:
    """Read "The Bank lends Lund 5m. The government will contribute 1m": who is lent to puts in money of its own."""
    if claim.exclude_reason or claim.amount is None or not _is_state(claim):
        return False
    return any(
        claim.start - one.end < _NEAR and one.donor_level == "multilateral" and one.recipient == claim.donor
        for one in before
        if one.exclude_reason in _COUNTED and one.donor != claim.donor
    )


_STATE = re.compile(
    r"\b(?:government|state|municipal\w*|ministry|council|authorit\w+|province|district|county|agency|republic)\b",
    re.IGNORECASE,
)


def _is_state(claim: Claim) -> bool:
    """Whether the words for the giver name a state or an authority of it, and no people from there."""
    named = claim.donor_text or ""
    return _STATE.search(named) is not None or (claim.donor in countries() and countries()[claim.donor].name == named)


def _is_told_of(claim: Claim, place: Place) -> bool:
    """Whether its head, by name, does the giving ("Prime Minister Lund announced 5m"), or somebody for it does."""
    named = claim.donor_text or ""
    if re.search(rf"\bon\s+behalf\s+of\s+(?:the\s+)?{re.escape(named or '-')}", claim.sentence) is not None:
        return True
    return _OFFICER.search(named) is not None and _is_done_by(claim, place)


def _is_from(claim: Claim, place: Place) -> bool:
    """Whether the giver stands behind the sum as whom it comes from ("a 5 million gift from the Indian embassy")."""
    behind = place.items[place.index + 1 : place.index + 1 + _BEHIND]
    ends = next((k for k, item in enumerate(behind) if item.kind == "amount" or item.low == ";"), len(behind))
    named = next((k for k, item in enumerate(behind[:ends]) if item.text == claim.donor_text), 0)
    return named > 0 and any(item.low == "from" for item in behind[max(0, named - 2) : named])


def _is_done_by(claim: Claim, place: Place) -> bool:
    """Whether the giver stands in its sentence as who does what the verb of giving says."""
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give" or verb.index > place.index:
        return False
    return any(
        stands(place.items, k) and item.text == claim.donor_text for k, item in enumerate(place.items[: verb.head])
    )
