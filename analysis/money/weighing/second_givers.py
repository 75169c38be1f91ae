"""Ask `ranker` who gives, beside the rules, and let it choose another where it is sure.

The rules take the first party that stands as a giver does. Everybody in the sentence, and whom the encoder
of amounts points at elsewhere, is weighed against their choice, and where they found nobody against nobody,
so that an amount left out for want of a giver may count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.candidates import Candidate, Cast
from analysis.money.roles.donors import Found
from analysis.money.roles.own_money import own_money
from analysis.money.roles.pointed import pointed, share_class, with_pointed
from analysis.money.roles.standing import Place, verb_sense
from analysis.money.text.coordination import gapped_receiver, gives_another
from analysis.money.text.items import Item
from analysis.money.text.parties import countries, home_of_currency
from analysis.money.text.subjects import given_to, only_handles
from analysis.money.text.whole import without_petty
from analysis.money.weighing.ranker import NOBODY, likeliest
from analysis.money.weighing.second import given
from analysis.records import Claim

_TOLD = frozenset(["", "part", "restatement"])  # reasons of sums that somebody gives, or gave
_MARGIN = 0.8  # how much likelier another than the rules' own giver has to be, in log odds
_MARGIN_NOBODY = 1.2  # and how much likelier than nobody
_CLASSES = 6  # of how likely an amount is given
_BACK = 8  # claims before
_UNSURE = 0.5  # the rules' score of a claim whose giver they did not find


def likely_giver(claim: Claim, chosen: Found | None, place: Place, before: Sequence[Claim], cast: Cast) -> Found | None:
    """Give who most likely gives an amount that counts: `chosen` by the rules, or another of its sentence.

    Args:
        claim: what the rules read.
        chosen: whom they found.
        place: the amount of the claim in its sentence.
        before: the claims of the text before this one.
        cast: who is named in the text.

    Returns:
        `chosen` itself where it stays.
    """
    if claim.exclude_reason or claim.donor is None or (chosen is not None and chosen.how in ("table", "listed")):
        return chosen  # who speaks of a sum that many pledged together does not give it alone; lists go together
    if gapped_receiver(place.items, place.index) is not None:
        return chosen  # those that a list names receive
    known = may_give(place, cast)
    if known.keys() <= {claim.donor}:
        return chosen
    best = likeliest("giver", options(claim, chosen, place, before, known), claim.donor, _MARGIN)
    one = known.get(best or "")
    if one is None or one.item is None or best == claim.donor:
        return chosen
    if chosen is not None and best in claim.donor.split() and not (one.item.anaphor or one.item.text in chosen.text):
        return chosen  # one of several, named elsewhere, gives with the others
    if _is_sure(place, chosen) or gives_another(place.items, place.index, one.item):
        return chosen
    return Found(one.party, one.item, "likely", one.item.text)


def _is_sure(place: Place, chosen: Found | None) -> bool:
    """Whether the words at once before a sum leave no doubt: "Norway's 45 million"."""
    if chosen is None or chosen.item is None or chosen.item.party is None:
        return False
    items, a = place.items, place.index
    return a > 1 and items[a - 1].low == "'s" and items[a - 2] is chosen.item


def with_likely_givers(claims: Sequence[Claim], places: Mapping[str, Place], cast: Cast) -> list[Claim]:
    """Give the claims of a text with a giver, if one is likely, for amounts left out for want of one.

    `places` are those of amounts, by claim id.
    """
    found: list[Claim] = []
    for claim in claims:
        place = places.get(claim.claim_id) if claim.exclude_reason == "no_donor" else None
        found.append(_with_giver(claim, place, found, cast) if place is not None and claim.donor is None else claim)
    return found


def _with_giver(claim: Claim, place: Place, before: Sequence[Claim], cast: Cast) -> Claim:
    known = may_give(place, cast)
    if not known:
        return claim
    best = likeliest("giver", options(claim, None, place, before, known), None, _MARGIN_NOBODY)
    one = known.get(best or "")
    if one is None or one.item is None:
        return claim
    party, score = one.party, min(claim.confidence, _UNSURE)
    told = replace(claim, donor=party.id, donor_text=one.item.text, donor_level=party.level, confidence=score)
    return without_petty(replace(told, exclude_reason="", amount=own_money(claim.amount, party)))


def may_give(place: Place, cast: Cast) -> dict[str, Candidate]:
    """Give the parties of a sentence, and those that the encoder of amounts points at, there or elsewhere."""
    items = place.items
    taker = given_to(items, place.index, place.verb)
    here = {key: one for key, one in cast.here(place).items() if not _is_carrier(one, items)}
    found = with_pointed(here, pointed("giver", items[place.index].start, cast.reader))
    return {key: one for key, one in found.items() if taker is None or one.item is not taker}


def _is_carrier(one: Candidate, items: list[Item]) -> bool:
    at = next((k for k, item in enumerate(items) if item is one.item), 0)
    return only_handles(items, at)


def _own(claim: Claim) -> str | None:
    """Give the country whose own money the amount is in, where its words say so."""
    if claim.amount is None or claim.amount.currency is None or claim.amount.certainty != "stated":
        return None
    own = home_of_currency(claim.amount.currency)
    return own if own in countries() else None


def options(
    claim: Claim, chosen: Found | None, place: Place, before: Sequence[Claim], known: Mapping[str, Candidate]
) -> dict[str | None, set[str]]:
    """Give the signs of all who may give an amount, of the rules' choice, and of nobody if they found none."""
    told = [one for one in before[-_BACK:] if one.exclude_reason in _TOLD]
    found: dict[str | None, set[str]] = {key: set(one.signs) for key, one in known.items()}
    if claim.donor is not None and claim.donor not in found:  # several together, or one of further away
        found[claim.donor] = {"joint"}.union(*(found[one] for one in claim.donor.split() if one in found))
    receivers = set((claim.recipient or "").split())
    for key, signs in found.items():
        if key is not None:
            signs.update(_by_others(key, told))
            one = known.get(key)
            signs.add(f"pointed:{share_class(one.share if one is not None else 0.0)}")
            if one is not None and key != claim.donor and _is_within(one, claim):
                signs.add("pointed within")
            if not receivers.isdisjoint(key.split()):
                signs.add("receiver")
    own = _own(claim)
    if own in found:
        found[own].add("own money")
    if claim.donor is None:
        found[None] = set(_of_nobody(claim, place, known))
    found[claim.donor].update(_of_choice(claim, chosen))
    return found


def _is_within(one: Candidate, claim: Claim) -> bool:
    """Whether the words of a party are among those of the rules' choice ("Rotary" in "the Rotary Club of Wuse")."""
    return one.item is not None and claim.donor_text is not None and one.item.text in claim.donor_text


def _by_others(one: str, told: Sequence[Claim]) -> Iterator[str]:
    """Give the signs of a party by what is told of the sums before."""
    if told and told[-1].donor == one:
        yield "gave last"
    if any(claim.donor == one for claim in told):
        yield "gave"
    if any(claim.recipient == one for claim in told):
        yield "received"


def _of_nobody(claim: Claim, place: Place, known: Mapping[str, Candidate]) -> Iterator[str]:
    """Give the signs that nobody gives."""
    yield NOBODY
    yield f"{NOBODY}/given:{int(given(place) * _CLASSES)}"
    yield f"{NOBODY}/v:{verb_sense(place)}"
    yield f"{NOBODY}/n:{place.noun.cue.sense if place.noun is not None else ''}"
    yield f"{NOBODY}/{'receiver' if claim.recipient is not None else 'no receiver'}"
    yield f"{NOBODY}/{'choice' if len(known) > 1 else 'no choice'}"
    yield f"pointed nobody:{share_class(max((one.share for one in known.values()), default=0.0))}"


def _of_choice(claim: Claim, chosen: Found | None) -> Iterator[str]:
    """Give the signs of whom the rules chose."""
    yield "rules"
    if chosen is None or claim.donor is None:
        yield f"rules:{NOBODY}"
        return
    yield f"rules:{chosen.how}"
    item = chosen.item
    kind = item.anaphor or ("various" if claim.donor == "various" else item.head or "named")
    yield f"rules:{chosen.how}/{kind}"
