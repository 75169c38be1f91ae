"""Bodies of nations that a text calls by what decides for them ("the Board") or by where they are ("the Asian lender").

A board gives nothing of its own, and no continent does: the bank or union gives that the text names.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.money.roles.pools import with_pools
from analysis.money.terms.instruments import LENDERS
from analysis.money.text.parties import CONTINENTS, Party, name_index, party_named
from analysis.money.text.reader import Reader
from analysis.records import Claim

# What decides for a body, where nothing else of its name is known.
_ORGANS = frozenset(
    """board board-of-directors board-of-governors executive-board executive-directors directors governors college
    board-members management-board""".split()
)
# What stands behind the name of a body, where one of it decides or speaks for it.
_OFFICES = frozenset(
    """board council directors director president chief country regional resident representative governors chairman
    chair head secretary administrator executive""".split()
)
_UNLISTED = frozenset(["company", "foundation", "person"])
_NAME = 9  # words of a name, and the office behind it
_OF_CONTINENTS = {"AFRICA": "Africa", "ASIA": "Asia", "EUROPE": "Europe", "LATAM": "Latin America"}


def with_bodies(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give gifts of a board or a continent to the body of nations that the text is about.

    "The African Development Bank met in Abidjan. The Board approved 30 million euros for Mali": the bank gives.
    """
    claims = [_of_body(claim) for claim in with_pools(claims)]
    if not any(claim.donor in CONTINENTS or claim.donor in _ORGANS for claim in claims):
        return claims
    named = _named(reader.text)
    return [_with_body(claim, named) for claim in claims]


def _of_body(claim: Claim) -> Claim:
    """Give what "the EBRD Board" or "JICA Chief Representative Ida Lund" is said to give to the body named there."""
    words = (claim.donor_text or "").split()
    if claim.donor is None or claim.donor_level not in _UNLISTED or len(words) < 2:
        return claim
    at = next((k for k in range(1, min(len(words), _NAME)) if words[k].lower() in _OFFICES), None)
    body = party_named(" ".join(words[:at]).removesuffix("'s").removesuffix("’s")) if at is not None else None
    if body is None or body.kind not in ("agency", "body"):
        return claim
    return replace(claim, donor=body.id, donor_level=body.level)


def _with_body(claim: Claim, named: Counter[Party]) -> Claim:
    if claim.donor not in CONTINENTS and claim.donor not in _ORGANS:
        return claim
    place = _OF_CONTINENTS.get(claim.donor or "", "")
    fitting = [(party, often) for party, often in named.most_common() if party.name.startswith(place)]
    if not fitting and claim.donor == "EUROPE":
        return replace(claim, donor="EU", donor_level="multilateral")  # no other of Europe's gives as "Europe"
    if not fitting or (len(fitting) > 1 and fitting[0][1] == fitting[1][1]):
        return claim
    body = fitting[0][0]
    return replace(claim, donor=body.id, donor_level=body.level)


def _named(text: str) -> Counter[Party]:
    """Count how often a text names each bank of nations, and the EU."""
    scanner, parties = _scanner()
    found: Counter[Party] = Counter()
    for number, start, end in scanner.find_matches_as_indexes(text):
        if not text[end : end + 1].isalnum() and not (start and text[start - 1].isalnum()):
            found[parties[number]] += 1
    return found


@cache
def _scanner() -> tuple[AhoCorasick, list[Party]]:
    """Give every name of a bank of nations and of the EU and its institutions."""
    first: dict[str, Party] = {}
    names: dict[str, Party] = {}
    for known in name_index().values():
        for words, party in known:
            bank = party is not None and party.kind == "body" and (party.id in LENDERS or party.id in ("EU", "IADB"))
            if party is not None and bank and party.form == "name":
                names[" ".join(words)] = first.setdefault(party.id, party)
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest), list(names.values())
