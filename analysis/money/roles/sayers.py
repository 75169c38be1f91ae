"""Givers who say themselves what they give: "Harbour Savings said on Sunday that it would give 5m".

"It" is whoever says so in the same sentence, not a person whom that sentence or the one before names besides.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.corpus.sentences import Sentence
from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, slug
from analysis.records import Claim

_MAY_SPEAK = frozenset(["company", "foundation", "person"])
_PRONOUNS = frozenset(["it", "they", "its"])
_WORD = r"[A-ZÀ-Þ][\w’'&.-]*"
_NAME = rf"{_WORD}(?:,? (?:(?:of|for|the|and|&|de|der|van) (?:the )?)*{_WORD}){{0,7}}"
_SAYS = r"(?:said|says|announced|announces|confirmed|told [^,;]{2,40}|stated|revealed|disclosed|promised|declared)"
_SAYER = re.compile(
    rf"(?P<name>{_NAME})(?:, [^;:.]{{2,90}},)? (?:has |have |also |since |later |meanwhile )*{_SAYS}"
    r"(?: (?:on|last|this|in) \w+(?: \w+)?| [A-Z]\w+day| \w+ly| yesterday| today)?,?(?: that)? (?:it|they)\b[^;:]*$"
)
# "Ida Lund, head of Vask Oil, said that her company would give 5m", "the bishop announced that the church would".
_HEADS = (
    r"(?:chairman|chairwoman|chairperson|chair|ceo|chief-executive|chief-executive-officer|managing-director|president|"
    r"director|head|owner|founder|manager|general-manager|proprietor|leader)"
)
_HEAD_OF = re.compile(rf"(?:the-)?(?:[a-z]+-)?{_HEADS}-of-(?:the-)?(?P<body>.+)")
_OWN_BODY = re.compile(
    r"\b(?:his|her|their|the)\s(?:company|firm|group|bank|business|conglomerate|foundation|lender|organi[sz]ation)\b",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"(?:that-)?(?:his|her|their)-(?:company|firm|group|bank|business|conglomerate|foundation|lender)"
)
_TITLE = (
    r"(?:[Cc]hair(?:man|woman|person)?|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Mm]anaging [Dd]irector|[Pp]resident|"
    r"[Oo]wner|[Ff]ounder|[Hh]ead)"
)
_BODY = rf"{_WORD}(?: (?:(?:of|for|and|&) )?{_WORD}){{0,5}}"
_OF_BODY = re.compile(rf"\b{_TITLE} of (?:the )?(?P<body>{_BODY})|(?P<named>{_BODY})(?:'s|’s)? {_TITLE} [A-ZÀ-Þ]")
# "The director told reporters that 5m had been earmarked": who says what is done with a sum need not give it.
_TELLS = re.compile(
    r"\b(?:said|says|added|explained|noted|told\s[^.;:,]{2,30}|disclosed|stated|revealed)\s(?:that\s)?(?:an?\s|the\s|of\sthis\s|"
    r"another\s|some\s|about\s|over\s|nearly\s|more\sthan\s|around\s)*$"
)
_IS_DONE = re.compile(
    r"\s(?:of\s[^,;.]{2,30}\s)?(?:had\sbeen|has\sbeen|have\sbeen|was|were|is|are|would\sbe|will\sbe)\s(?:also\s|already\s|being\s)*"
    r"(?:earmarked|distributed|allocated|set\saside|disbursed|handed|given|awarded|released|paid|sent|reserved|granted|donated|"
    r"spent|shared)\b"
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def of_heads(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with what a person of a body says of its money given to that body."""
    found: list[Claim] = []
    for claim in claims:
        made = claim
        if claim.exclude_reason in ("", "part") and claim.donor_level in _MAY_SPEAK and claim.amount is not None:
            made = _of_head(claim) or _of_teller(claim, found, reader)
        found.append(made)
    return found


def _of_head(claim: Claim) -> Claim | None:
    """Read "the chairman of Vask Oil said that his company would give 5m": Vask Oil gives."""
    head = _HEAD_OF.fullmatch(claim.donor or "")
    if _ITS_OWN.fullmatch(claim.donor or "") is not None:
        known = _OF_BODY.search(claim.sentence.split(claim.text, maxsplit=1)[0])
        name = bare_name(known["body"] or known["named"]) if known is not None else ""
        return replace(claim, donor=slug(name), donor_text=name) if name and party_named(name) is None else None
    if head is None or _OWN_BODY.search(claim.sentence) is None:
        return None
    return replace(claim, donor=head["body"], donor_level="company")


def _of_teller(claim: Claim, before: Sequence[Claim], reader: Reader) -> Claim:
    """Read "The director told reporters that 5m had been earmarked for Lund": the body gives that gave before."""
    if claim.donor_level != "person" or not (claim.donor or "").islower():
        return claim
    last = next((one for one in reversed(before) if one.exclude_reason in ("", "part") and one.donor), None)
    if last is None or last.donor_level == "person":
        return claim
    low, _ = reader.around(claim.start)
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    tells = _TELLS.search(reader.plain, sentence.start, claim.start) and _IS_DONE.match(reader.plain, claim.end)
    first = next((one for one in before if one.sentence == claim.sentence and one.start >= low), None)
    goes_on = first is not None and first.donor == last.donor and _tells_first(first, reader)
    if not tells and not goes_on:
        return claim
    return replace(claim, donor=last.donor, donor_text=last.donor_text, donor_level=last.donor_level)


def _tells_first(claim: Claim, reader: Reader) -> bool:
    """Whether a sum is what a sentence says is handed out ("5m had been earmarked for Lund and 2m for Berga")."""
    told = _TELLS.search(reader.plain, max(0, claim.start - 120), claim.start)
    return told is not None and _IS_DONE.match(reader.plain, claim.end) is not None


def _last_sayer(claim: Claim, sentence: Sentence, reader: Reader) -> re.Match[str] | None:
    """Give who says something of "it": behind the sum before in the sentence, else from its beginning."""
    before = [one.end for one in reader.amounts_in(sentence) if one.end <= claim.start]
    found = _SAYER.search(reader.plain, before[-1], claim.start) if before else None
    return found or _SAYER.search(reader.plain, sentence.start, claim.start)


def of_sayer(claim: Claim, reader: Reader) -> Claim:
    """Give what "it" gives to whoever says so in the sentence, where another of no register was taken for it."""
    donor = claim.donor or ""
    if claim.amount is None or (claim.donor_text or "").lower() not in _PRONOUNS:
        return claim
    if not donor.islower() or " " in donor:
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    found = _last_sayer(claim, sentence, reader)
    if found is None:
        return claim
    name = bare_name(found["name"])
    cut = "," not in name and slug(name).endswith(f"-and-{donor}")  # "Lund Drywall and Insulation said it"
    if not cut and not set(slug(found["name"]).split("-")).isdisjoint(donor.split("-")):
        return claim
    if name.lower() in NOT_NAMES or name.lower() in _DAYS:
        return claim
    party = party_named(name)
    if party is not None:
        return replace(claim, donor=party.id, donor_text=name, donor_level=party.level)
    return replace(claim, donor=slug(name), donor_text=name, donor_level="company")
