"""Receivers that the last reading settles by the words of a gift: lands of the giver's own, and places that are none.

What a state gives to a land of its own ("Puerto Rico", "Greenland") stays in the state; what "African" innovators or
"the Pacific Islands Cultural Initiative" get goes to no one part of the world; and a gift whose sentence says in which
region of the giver's it goes is for no country that was guessed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.roles.for_many import in_region, is_of_next_sum
from analysis.money.roles.handed import handed
from analysis.money.roles.remote import is_remote
from analysis.money.roles.unions import handed_to_union, names_union
from analysis.money.text.parties import CONTINENTS, countries, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.words import dac_members
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
# How names of people from a part of the world end, and of it as an adjective; "Pacific Islanders" live there.
_ADJECTIVE = re.compile(r"Africans?|Asians?|Caribbean|Latin Americans?|Pacific|Central Americans?")
# Of whom a state speaks that has states and departments of its own.
_OFFICE = re.compile(r"(?:the\s)?(?:states|Department(?:\sof\s(?:the\s)?[A-Z]\w+)?)")
_WAR = re.compile(r"\b(?:war|wars|attacks?|attacked|invasion|invaded?|aggression|assault|unprovoked)\b")
_NEAR = 60  # characters behind a country in which its war is told
_AROUND = 150  # characters behind a sum in which those are named that get it
_LAW_OR_LAND = re.compile(r"^(?:the|our)\s(?:country|nation)$|\b(?:Act|Law|Plan)$")
_TOWN = frozenset(["town", "capital"])


def settled(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with the receivers that the words of each settle."""
    claims = _not_of_foes(claims, reader)
    asked = [_is_asked(claim) for claim in claims]
    union = any(asked) and names_union(reader.text)
    return [
        _settled(claim, reader, union=union) if counts else claim for claim, counts in zip(claims, asked, strict=True)
    ]


def _not_of_foes(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give what "we" give, where that was read as a country at war, to the donor country that the text names most."""
    if not any(map(_is_unnamed_state, claims)):
        return list(claims)
    named = list(reader.between(0, len(reader.text)))
    at_war = {party.id for party, _, end in named if _WAR.search(reader.text, end, end + _NEAR)}
    donors = Counter(party.id for party, _, _ in named if party.id in dac_members())
    return [_of_most_named(c, donors) if c.donor in at_war and _is_unnamed_state(c) else c for c in claims]


def _is_unnamed_state(claim: Claim) -> bool:
    """Whether a country that is no donor gives to another by words that do not name it."""
    if claim.donor is None or claim.donor in dac_members() or claim.donor not in countries():
        return False
    if claim.recipient in (None, claim.donor) or claim.exclude_reason not in _COUNTED:
        return False
    return all(party_named(word) is None for word in (claim.donor_text or "").split())


def _of_most_named(claim: Claim, donors: Counter[str]) -> Claim:
    """Give a gift to the donor country that is named most, its receiver aside, if one is."""
    others = [(one, times) for one, times in donors.most_common(3) if one != claim.recipient]
    (first, most), (_, less) = [*others, ("", 0), ("", 0)][:2]
    giver = countries().get(first) if most > less else None
    return replace(claim, donor=giver.id, donor_level=giver.level, donor_text=None) if giver is not None else claim


def _is_own_office(claim: Claim, reader: Reader) -> bool:
    """Whether "states" or "Department of the Interior" were read as another country's than the one that speaks."""
    house = reader.house
    own = house is not None and claim.donor == house.id != claim.recipient
    return own and _OFFICE.fullmatch(claim.recipient_text or "") is not None


def _is_beside_own(claim: Claim, reader: Reader) -> bool:
    """Whether a receiver is one half of "U.S. and Canadian companies", who are at home as well."""
    if claim.recipient_text is None or claim.donor is None:
        return False
    beside = re.search(
        rf"(?P<own>[A-Z][\w.]*)\s+and\s+{re.escape(claim.recipient_text)}\s+(?:compan|firm|business|worker|industr)",
        reader.text[claim.end : claim.end + _AROUND],
    )
    own = party_named(beside["own"]) if beside is not None else None
    return own is not None and own.id == claim.donor


def _is_giver_by_name(claim: Claim, reader: Reader) -> bool:
    """Whether the state that speaks was read as who receives off its own name, a law of its, or "the country"."""
    house, words = reader.house, claim.recipient_text
    if house is None or words is None or not claim.donor == house.id == claim.recipient:
        return False
    named = party_named(words)
    return _LAW_OR_LAND.search(words) is not None or (named is not None and named.id == house.id)


def _is_asked(claim: Claim) -> bool:
    return claim.exclude_reason in _COUNTED and claim.amount is not None


def _settled(claim: Claim, reader: Reader, *, union: bool) -> Claim:
    house = reader.house
    if house is not None and claim.donor == house.id and _is_own_land(claim, reader):
        return replace(claim, recipient=claim.donor)
    claim = handed_to_union(claim, reader) if union else claim
    away = claim.recipient is not None and (
        _is_adjective(claim)
        or _is_at_home(claim, reader)
        or is_remote(claim, reader)
        or _is_own_office(claim, reader)
        or _is_beside_own(claim, reader)
        or is_of_next_sum(claim, reader)
        or _is_giver_by_name(claim, reader)
    )
    return handed(replace(claim, recipient=None, recipient_text=None) if away else claim, reader)


def _is_own_land(claim: Claim, reader: Reader) -> bool:
    """Whether the sentence of a gift names a land of the giver's, and no other country that is no giver."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    own = False
    for party, _, _ in reader.places(sentence.start, sentence.end):
        if party.id != claim.donor:
            return False
        own = own or (party.kind == "place" and party.form == "name")
    return own


def _is_adjective(claim: Claim) -> bool:
    """Whether a part of the world was read off an adjective ("African entrepreneurs")."""
    return claim.recipient in CONTINENTS and bool(_ADJECTIVE.fullmatch(claim.recipient_text or ""))


def _is_at_home(claim: Claim, reader: Reader) -> bool:
    """Whether a sentence of the state that speaks names a region of it, and no receiver but by a town of that name."""
    house = reader.house
    if house is None or claim.donor != house.id or claim.recipient == claim.donor:
        return False
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    region = in_region(house.id)
    if region is None or region.search(reader.text, sentence.start, sentence.end) is None:
        return False
    own = (claim.recipient or "").split()
    if claim.recipient_text is not None:
        named = [party for party, _, _ in reader.places(0, len(reader.text)) if party.id in own]
        return all(party.form in _TOWN for party in named)
    return not any(party.id in own for party, _, _ in reader.places(sentence.start, sentence.end))
