"""Gifts to a union of states: in a text about one, what goes to no country of it goes to all of it together.

"The United States and ASEAN ... 40 million dollars for U.S.-ASEAN health cooperation": the union is helped.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.money.text.reader import Reader
from analysis.money.text.screen import Begun
from analysis.money.text.words import oda_recipients
from analysis.records import Claim
from analysis.reference import load_entities

_COUNTED = frozenset(["", "part"])
_OFTEN = 4  # times that a text names the union which it is about
_BACK = 600  # characters of the paragraph before a gift in which the union is named
_UNION = "multilateral: union of"
_SHORT = 3  # letters of an acronym that may be another's
# "across Southeast Asia": it is for a part of the world, of which not all may be in the union.
_WIDER = re.compile(r"\b(?:in|across|throughout|to|for|of)\s+(?:South-?[Ee]ast|South|East)\s+Asian?\b")
_REGIONS = frozenset(["ASIA", "AFRICA", "CARIBBEAN", "PACIFIC", "LATAM"])


def with_unions(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the gifts that name no country to the union of states that the text is about, where it is named there."""
    if not any(_is_open(claim) for claim in claims):
        return list(claims)
    union, often = _most_named(reader.text)
    if often < _OFTEN:
        return list(claims)
    return [_given_to(union, claim) if _is_for(union, claim, reader) else claim for claim in claims]


def handed_to_union(claim: Claim, reader: Reader) -> Claim:
    """Give a gift to the union that the words behind it lead to ("to strengthen the Pacific Islands Forum")."""
    if claim.donor_level != "government":
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    ends = min((one.start for one in reader.amounts_in(sentence) if one.start >= claim.end), default=sentence.end)
    for match in _with_initials().finditer(reader.plain, claim.end, ends):
        union = _union(" ".join(match[0].split()), reader.text)
        if union is None or union in (claim.donor or "").split() or _ELSE.match(reader.plain, match.end()):
            continue
        if not _LEADS_TO.search(reader.plain, max(claim.end, match.start() - _LEAD), match.start()):
            continue
        named = reader.places(claim.end, ends)
        if any(party.id in oda_recipients() and party.id not in (claim.donor or "") for party, _, _ in named):
            return claim
        return replace(claim, recipient=union, recipient_text=match[0])
    return claim


def _most_named(text: str) -> tuple[str, int]:
    """Give the union that a text names most, and how often; none, never, where it names none."""
    named = Counter(_ids()[match[0]] for match in _scanner().finditer(text))
    return next(iter(named.most_common(1)), ("", 0))


# "to the Arab League", "to strengthen its forum, the PIF", "across the ASEAN region"
_LEADS_TO = re.compile(
    r"\b(?:to|for|with|of|across|throughout|strengthen(?:s|ing)?|support(?:s|ing)?|help(?:s|ing)?|assist(?:s|ing)?)"
    r"\s+(?:the\s+|its\s+)?$"
)
_LEAD = 40  # characters before the name of a union
# "the U.S. mission to ASEAN", "the ASEAN-U.S. Forum", "an ASEAN Summit": no union gets anything.
_ELSE = re.compile(
    r"[-–]|['’]?s?\s+(?:[A-Z]\w+\s+){0,3}?(?:[Ss]ummit|[Mm]inisterial|[Mm]eeting|[Hh]eads|[Ll]eaders|Fund|Facility|Bank|Cent(?:er|re))\b"
)


def names_union(text: str) -> bool:
    """Whether a text prints the whole name of a union."""
    return bool(_scanner().starts(text))


def _union(name: str, text: str) -> str | None:
    """Give the union that a name stands for; initials do where the text prints the name whole."""
    known = _ids().get(name)
    if known is None:
        known = next((_ids()[whole] for whole in _initials().get(name, ()) if whole in text), None)
    return known


@cache
def _initials() -> dict[str, list[str]]:
    """Give the whole names of unions by their initials ("PIF")."""
    found: dict[str, list[str]] = {}
    for name in _ids():
        if " " in name:
            found.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), []).append(name)
    return found


@cache
def _with_initials() -> re.Pattern[str]:
    names = sorted([*_ids(), *_initials()], key=len, reverse=True)
    either = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in names)
    return re.compile(rf"\b(?:{either})\b")


def _given_to(union: str, claim: Claim) -> Claim:
    reason = "" if claim.exclude_reason == "budget" else claim.exclude_reason
    return replace(claim, recipient=union, recipient_text=None, exclude_reason=reason)


def _is_open(claim: Claim) -> bool:
    """Whether a sum counts, or would but for a receiver that was guessed to be the giver."""
    own = claim.exclude_reason == "budget" and claim.recipient is not None and claim.recipient == claim.donor
    return claim.amount is not None and (claim.exclude_reason in _COUNTED or own)


def _is_for(union: str, claim: Claim, reader: Reader) -> bool:
    """Whether a gift of a state is for a union: it is named there, and no country but the giver is."""
    if not _is_open(claim) or claim.donor_level != "government":
        return False
    if claim.recipient_text is not None and claim.recipient not in _REGIONS and claim.recipient != claim.donor:
        return False
    number, index = reader.at(claim.start)
    sentences = reader.paragraph(number)
    low = max(sentences[0].start, claim.start - _BACK)
    around = reader.text[low : sentences[index].end]
    if not any(_ids()[match[0]] == union for match in _scanner().finditer(around)):
        return False
    own = reader.places(sentences[index].start, sentences[index].end)
    if _WIDER.search(reader.text, claim.end, min(sentences[index].end, claim.end + _BACK // 3)):
        return False
    return not any(party.id in oda_recipients() and party.id not in (claim.donor or "") for party, _, _ in own)


def is_union(ident: str) -> bool:
    """Tell whether an id of the register is that of a union of states."""
    return ident in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(_ids().values())


@cache
def _ids() -> dict[str, str]:
    """Give the ids of the unions of states by their names."""
    unions = [one for one in load_entities() if one.note.startswith(_UNION)]
    return {name: one.id for one in unions for name in one.names if len(name) > _SHORT}


@cache
def _scanner() -> Begun:
    names = sorted(_ids(), key=len, reverse=True)
    return Begun(re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b"), names)
