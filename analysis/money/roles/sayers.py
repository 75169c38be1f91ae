"""Givers who say themselves what they give: "Harbour Savings said on Sunday that it would give 5m".

"It" is whoever says so in the same sentence, not a person whom that sentence or the one before names besides.
"""

import re
from dataclasses import replace

from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, slug
from analysis.records import Claim

_PRONOUNS = frozenset(["it", "they", "its"])
_WORD = r"[A-ZÀ-Þ][\w’'&.-]*"
_NAME = rf"{_WORD}(?:,? (?:(?:of|for|the|and|&|de|der|van) (?:the )?)*{_WORD}){{0,7}}"
_SAYS = r"(?:said|says|announced|announces|confirmed|told [^,;]{2,40}|stated|revealed|disclosed|promised|declared)"
_SAYER = re.compile(
    rf"(?P<name>{_NAME})(?:, [^;:.]{{2,90}},)? (?:has |have |also |since |later |meanwhile )*{_SAYS}"
    r"(?: (?:on|last|this|in) \w+(?: \w+)?| [A-Z]\w+day| \w+ly| yesterday| today)?,?(?: that)? (?:it|they)\b[^;:]*$"
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def of_sayer(claim: Claim, reader: Reader) -> Claim:
    """Give what "it" gives to whoever says so in the sentence, where another of no register was taken for it."""
    donor = claim.donor or ""
    if claim.amount is None or (claim.donor_text or "").lower() not in _PRONOUNS:
        return claim
    if not donor.islower() or " " in donor:
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    found = _SAYER.search(reader.plain, sentence.start, claim.start)
    if found is None or not set(slug(found["name"]).split("-")).isdisjoint(donor.split("-")):
        return claim
    name = bare_name(found["name"])
    if name.lower() in NOT_NAMES or name.lower() in _DAYS:
        return claim
    party = party_named(name)
    if party is not None:
        return replace(claim, donor=party.id, donor_text=name, donor_level=party.level)
    return replace(claim, donor=slug(name), donor_text=name, donor_level="company")
