"""Givers told by what they are of: "the UN agency" is the one named before, and a warship its navy's country.

"UNHCR appealed. The UN agency itself gave 3 million": the words name the United Nations, whose other money it is
not. A ship that brings goods gives nothing of its own, nor does the Union where it lets a member pay state aid.
"""

import re
from dataclasses import replace
from functools import cache

from analysis.money.text.parties import Party, party_named
from analysis.money.text.reader import Reader
from analysis.records import Claim
from analysis.reference import load_entities

_UN = "UN"
_AGENCY = re.compile(
    r"\b[Tt]he\s(?:UN|U\.N\.|United\sNations)(?:['’]s)?\s(?:agency|body|organi[sz]ation|programme|fund)\b(?!\s(?:for|of)\b)"
)
_BACK = 1_500  # characters before such words in which the agency is named
# "cleared 54 million euros in German state support": the Union approves what its member gives
_STATE_AID = re.compile(
    r"\s(?:in|of|worth\sof)\s(?P<whose>[A-Z][a-z]+)\s(?:state|government|public|federal)\s"
    r"(?:aid|support|subsid(?:y|ies)|help|assistance|guarantees?|loans?|grants?)\b"
)
_NAVIES = {
    "HMS": "GBR", "RFA": "GBR", "HMNZS": "NZL", "HMAS": "AUS", "HMCS": "CAN", "USS": "USA", "USNS": "USA",
    "USCGC": "USA", "INS": "IND", "BRP": "PHL", "KRI": "IDN", "ROKS": "KOR", "TCG": "TUR",
}  # fmt: skip
_SHIP = re.compile(rf"(?P<navy>{'|'.join(sorted(_NAVIES, key=len, reverse=True))})\s(?!Group\b)[A-Z][a-z]")


def of_agency(claim: Claim, reader: Reader) -> Claim:
    """Give a claim of "the UN agency", a warship or the Union to that agency, the ship's state, the member who pays."""
    name = claim.donor_text or ""
    ship = _SHIP.match(name)
    if ship is not None and claim.donor is not None and claim.donor.islower():
        return replace(claim, donor=_NAVIES[ship["navy"]], donor_level="government")
    aid = _STATE_AID.match(reader.text, claim.end) if claim.donor == "EU" else None
    state = party_named(aid["whose"]) if aid is not None else None
    if state is not None and state.kind == "country":
        return replace(claim, donor=state.id, donor_level=state.level)
    if claim.donor != _UN:
        return claim
    at = reader.text.find(claim.sentence, max(0, claim.start - len(claim.sentence)))
    told = next((m for m in _AGENCY.finditer(claim.sentence) if at >= 0 and at + m.start() < claim.start), None)
    if told is None or name.removeprefix("the ") not in told.group():
        return claim
    known = _last_agency(reader.text[max(0, at + told.start() - _BACK) : at + told.start()])
    return replace(claim, donor=known.id, donor_level=known.level) if known is not None else claim


def _last_agency(text: str) -> Party | None:
    """Give the agency of the United Nations that a text names last.

    >>> _last_agency("Unlike UNICEF, UNHCR has no depot there. ").id
    'UNHCR'
    """
    last = max(_agencies().finditer(text), key=lambda match: match.start(), default=None)
    return party_named(last.group()) if last is not None else None


@cache
def _agencies() -> re.Pattern[str]:
    names = (name for entity in load_entities() if "UN agency" in entity.note for name in entity.names)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")
