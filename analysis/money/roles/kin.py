"""Couples and families that give, by their names: "a couple have pledged 5m" is Ida and Jon Lund's, whom a text names.

Who gives together may be told by what they are ("the couple", "husband and wife", "the family") long before or after
the text names them ("the gift from Ida and Jon Lund", "the Lund family, who grow potatoes"); and whose family gives
may be told with what he was ("the family of the late grower Ida Lund").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.money.roles.whole_names import KIN, is_body
from analysis.money.roles.whole_names import with_kin as both_named
from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, slug
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_CAP = r"[A-ZÀ-Þ][a-zà-ÿ’'-]+"
_PAIR = re.compile(rf"(?<!\w)(?P<one>{_CAP}) (?:and|&) (?P<two>{_CAP}(?: [A-Z]\.)?(?: {_CAP}){{1,2}})\b")
_SIBLINGS = r"(?:two\s|twin\s)(?:brothers|sisters|siblings|cousins|friends)|siblings|twins"
_TOGETHER = re.compile(
    rf"\b(?:couple|{_SIBLINGS}|husband\sand\swife|(?:his|her)\s(?:late\s)?(?:wife|husband))\b", re.IGNORECASE
)
# How a clause tells that such people give: "A couple from Lund", "the couple's", "the two of them".
_COUPLE = re.compile(rf"\b(?:couples?|{_SIBLINGS}|husband\sand\swife|(?:his|her)\s(?:wife|husband))\b", re.IGNORECASE)
_GIFT_OF = re.compile(
    r"\b(?:gifts?|money|donations?|commitment|pledge|contribution|bequest|cheque|check|estate)\s(?:from|by|of)\s$"
)
_OTHER = re.compile(r"\ban?\s(?:\w+\s){0,3}couple\b", re.IGNORECASE)  # none that was named before
_SECRET = re.compile(r"\b(?:anonymous|anonymity|unnamed|not\s(?:to\s)?be\s(?:named|identified))\b")
_TOWNS = re.compile(r"\b(?:universities|counties|cities|towns|dioceses|people|councils)\s(?:of|in|at)\s$")
_FAMILY = re.compile(rf"\b[Tt]he (?P<name>{_CAP}(?:[- ]{_CAP})?) family\b")
_A_FAMILY = re.compile(rf"\b(?:an?|the)\s(?:{_CAP}\s)?family\b", re.IGNORECASE)
# "Ida and Jon Lund of Berga, who farm there, have given ": the two as the subject of the verb.
_GIVE = r"(?:gave|giv|commit|pledg|donat|contribut|provid|promis|left|leav|mak|made|endow|sent|put|offer|present)"
_GIVING = re.compile(
    rf"(?<!of ){_PAIR.pattern}(?:\sof\s{_CAP}(?:,?\s{_CAP})*)?(?:,[^,;:.]{{2,80}},|,)?\s"
    rf"(?:(?:have|has|had|will|would|are|also|each|together|jointly|recently)\s)*{_GIVE}\w*\b[^;:.]*$"
)
# "the alumnus Jon Berg and his wife, Ida, have given "
_AND_KIN = re.compile(
    rf"(?P<one>{_CAP}(?:\s[A-Z]\.)?(?:\s{_CAP}){{1,2}}) and (?:his|her) {KIN}"
    rf"(?:,?\s{_CAP}(?:\s[A-Z]\.)?(?:\s{_CAP}){{0,2}},?)?\s"
    rf"(?:(?:have|has|had|will|would|are|also|each|together|jointly|recently)\s)*{_GIVE}\w*\b[^;:.]*$"
)
_FORENAME = re.compile(rf"{_CAP} $")
_BY_COUPLE = re.compile(r"\s(?:that\s|which\s)?(?:an?|the)\s(?:[a-z-]+\s){0,2}couple\b")
_KIN_OF = re.compile(
    rf"\b(?P<kin>family|children|sons|daughters|parents|heirs|grandchildren)\sof\s(?:the\s)?"
    rf"(?P<was>(?:[a-z-]+\s)+)(?P<name>{_CAP}(?:\s[A-Z]\.)?(?:\s{_CAP}){{0,3}})"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A couple, and where a text first names it."""

    id: str
    start: int
    members: frozenset[str]


def with_kin(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with couples and families under the names that the text prints."""
    # States are most givers, and no couple: a text of theirs is not looked through.
    if all(claim.exclude_reason not in _COUNTED or claim.donor_level == "government" for claim in claims):
        return list(claims)
    givers = {claim.claim_id: found for claim in claims if (found := _giving(claim, reader)) is not None}
    pair, family = _pair(reader.text), _family(reader.text)
    if pair is None and len({one.id for one in givers.values()}) == 1:
        pair = next(iter(givers.values()))
    claims = [
        replace(claim, donor=givers[claim.claim_id].id, donor_level="person") if claim.claim_id in givers else claim
        for claim in claims
    ]
    return [_of_kin(claim, pair, family, reader) if claim.exclude_reason in _COUNTED else claim for claim in claims]


def _of_kin(claim: Claim, pair: _Pair | None, family: str | None, reader: Reader) -> Claim:
    lead = _lead(claim, reader)
    of = next((m for m in _KIN_OF.finditer(claim.sentence) if _is_name_of(m, claim)), None)
    if of is not None:
        name = f"{of['kin']}-of-{slug(bare_name(of['name']))}"
        return replace(claim, donor=name, donor_level="foundation")
    told = claim.donor_text or ""
    unnamed = claim.donor is None or _COUPLE.search(told) is not None or told.lower() in ("they", "he", "she")
    if pair is not None and _names_couple(claim, pair, reader):
        return replace(claim, donor=pair.id, donor_level="person")
    if pair is not None and unnamed and _is_pair(claim, pair, lead):
        return replace(claim, donor=pair.id, donor_level="person")
    if pair is not None and claim.donor in pair.members and (claim.exclude_reason == "part" or _COUPLE.search(lead)):
        return replace(claim, donor=pair.id)
    if family is not None and _A_FAMILY.search(lead) and not _FAMILY.search(lead):
        return replace(claim, donor=family, donor_level="person")
    return claim


def _giving(claim: Claim, reader: Reader) -> _Pair | None:
    """Give the two of one surname who are the subject of a verb of giving before a sum, or were read with an "&"."""
    if claim.exclude_reason not in _COUNTED or (claim.donor is not None and not claim.donor.islower()):
        return None
    told = claim.donor_text or ""
    whole = _PAIR.fullmatch(told) if " & " in told and "’" not in told and "'" not in told else None
    lead = _lead(claim, reader)
    kin = next(reversed(list(_AND_KIN.finditer(lead))), None)
    if kin is not None and whole is None and party_named(kin["one"]) is None:
        return _with_kin(kin, lead)
    found = whole or next(reversed(list(_GIVING.finditer(lead))), None)
    if found is None or is_body(found["two"]):
        return None
    if _FORENAME.search(lead, 0, found.start()) is not None and found is not whole:
        return None  # "Ida Lund and Jon Berg"
    return _as_pair(found) if _is_couple(found, told if found is whole else lead) else None


def _names_couple(claim: Claim, pair: _Pair, reader: Reader) -> bool:
    """Whether a giver is told by the couple's surname ("the Lunds"), or by a town that a couple is from."""
    told, surname = claim.donor_text or "", pair.id.rsplit("-", maxsplit=1)[-1]
    if told and f"{slug(told)}-".startswith(f"{surname}s-"):
        return True
    if claim.donor is not None and not claim.donor.islower():
        return False
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    of = rf"\b(?:couple|husband and wife) (?:from|of|in) {re.escape(told)}\b"
    return _BY_COUPLE.match(reader.plain, claim.end) is not None or (
        bool(told) and re.search(of, sentence.text) is not None
    )


def _is_pair(claim: Claim, pair: _Pair, lead: str) -> bool:
    """Whether a clause that names no giver tells of the couple of the text, and not of another or of one unnamed."""
    if _SECRET.search(claim.sentence) or (_OTHER.search(lead) and pair.start < claim.start):
        return False
    return claim.donor is None or _COUPLE.search(f"{claim.donor_text} {lead}") is not None


def _is_name_of(match: re.Match[str], claim: Claim) -> bool:
    """Whether whose kin is told was read as the giver, or the whole phrase was."""
    told = claim.donor_text
    return told is not None and (told in match[0] or match[0] in told or match["name"].endswith(told))


def _lead(claim: Claim, reader: Reader) -> str:
    """Give the sentence of an amount up to it, from the amount before on."""
    return reader.plain[reader.around_sum(claim.start, claim.end)[0] : claim.start]


def _pair(text: str) -> _Pair | None:
    """Give the couple whose gift a text tells of, or the one that it names, if it speaks of a couple."""
    if _TOGETHER.search(text) is None:
        return None
    named = [match for match in _PAIR.finditer(text) if _is_couple(match, text)]
    given = [match for match in named if _GIFT_OF.search(text, max(0, match.start() - 60), match.start())]
    found = [_as_pair(match) for match in given or named]
    return found[0] if len({one.id for one in found}) == 1 else None


def _as_pair(match: re.Match[str]) -> _Pair:
    both = (f"{match['one']} {match['two'].rsplit(maxsplit=1)[-1]}", match["two"])
    return _Pair(f"{slug(match['one'])}-and-{slug(match['two'])}", match.start(), frozenset(map(slug, both)))


def _with_kin(match: re.Match[str], lead: str) -> _Pair:
    """Give somebody and whom of the family a text names beside."""
    one = bare_name(match["one"])
    both = [slug(bare_name(name)) for name in both_named(match["one"], match.start("one"), lead) or (one,)]
    return _Pair(" ".join(both), match.start(), frozenset(both))


def _is_couple(match: re.Match[str], text: str) -> bool:
    """Whether two names are of people: no places, and no towns that a body is of."""
    words = (match["one"], *match["two"].split())
    if "St" in words or _TOWNS.search(text, max(0, match.start() - 30), match.start()):
        return False
    return match["one"].lower() not in NOT_NAMES and not any(party_named(word) for word in words)


def _family(text: str) -> str | None:
    """Give the family that a text names, where it names one alone."""
    found = {f"{slug(match['name'])}-family" for match in _FAMILY.finditer(text) if party_named(match["name"]) is None}
    return found.pop() if len(found) == 1 else None
