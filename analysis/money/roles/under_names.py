"""Givers that head the items of a round-up: "NORWAY" on a line of its own, and below it "Another 5 million euros".

A round-up of what donors do goes from one to the next, each under its name. Whether those names give is told by the
items: those where the one who heads gives in so many words or in its own money, against those where it receives, and
by what stands above the first of them ("What donors pledged"). Only what names no giver of its own takes the name.
A list of grants goes on so from "Lund Ocean Trust" to the next, with "Mora Harbour School, 45,000" below it: a name of
that kind, which no register holds, gives where such lines follow it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from analysis.money.text.list_items import without_marks
from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import Party, home_of_currency, name_index, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import slug
from analysis.money.text.words import TOKEN
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_UNGIVEN = frozenset(["no_donor", "other"])  # as what a gift under a name may have been left out
_LEAST = 2  # names that make a round-up
_LONGEST = 5  # words of a heading
_GIVERS = frozenset(["government", "multilateral", "foundation"])
_LINE: Final = re.compile(r"\n\n(?P<words>[^\n]{2,60})(?=\n)")  # behind an empty line
_FIRST: Final = re.compile(r"(?P<words>[^\n]{2,60})(?=\n)")  # at the head of the text
# What the text says above the first name, where the names give.
_OF_GIVERS: Final = re.compile(
    r"\b(?:donors?|contributors?|pledge[sd]?|promised?|offer(?:s|ed)|aid\s(?:to|for)|help\s(?:for|offered)"
    r"|who\s(?:gave|gives|has\sgiven|is\s(?:sending|giving))|support\sfor|funding|contributions?)\b",
    re.IGNORECASE,
)
# What may stand before a sum that opens an item: "Another", "Nineteenth package,", "Grant agreement of".
_OPENS: Final = re.compile(
    r"^\W*(?:(?:an?|the|another|some|about|around|over|up\sto|extra|further|additional|new|fresh|more|first|second|third"
    r"|\w+th|grants?|loans?|credits?|agreements?|packages?|pledges?|contributions?|donations?|tranches?|payments?|aid"
    r"|of|worth|for|initial|humanitarian|military|emergency|soft)\b[\s,:–—-]*)*$",
    re.IGNORECASE,
)
# "Mora Harbour School, ", "- Lund Choir: ": who gets the sum, under the name of who shares it out.
_TAKER: Final = re.compile(r"\n[ \t]*(?:[-–•*·]\s)?[A-ZÀ-Þ][^\n.;$€£¥₹|]{2,80}?(?:,|:|\s[–—-]|\()\s?$")
# What the text says above the first name, where those in the lines below get its money.
_OF_GRANTS: Final = re.compile(r"\b(?:grants?|awards?|grant-?making|funders?)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?:The\s)?[A-ZÀ-Þ][\w’'.-]*(?:\s(?:of|the|for|and|&|[A-ZÀ-Þ][\w’'.-]*)){1,6}")
_OPENING: Final = re.compile(r"^(?:(?:The|A|An|Its|His|Her|Their)\s|(?:It|He|She|They)$)")
_NOT_YET: Final = re.compile(r"\b(?:no|not|yet|vote|would|could|may|if|deficit|needs?|costs?|cut)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Headed:
    """What stands under a name: from where to where."""

    party: Party | None
    low: int
    high: int


def with_names_above(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the givers that head the items of a round-up of what donors do."""
    headed = _headed(reader)
    if not headed or not _give(headed, claims, reader):
        return list(claims)
    return [_under(claim, headed, reader) for claim in claims]


def _headed(reader: Reader) -> list[_Headed]:
    """Give the items of a round-up, each with whom its heading names; none where fewer than two are named."""
    first = _FIRST.match(reader.text)
    matches = [*([first] if first is not None else []), *_LINE.finditer(reader.text)]
    lines = [match for match in matches if _is_heading(match, reader.text)]
    ends = [*(match.start("words") for match in lines), len(reader.text)][1:]
    found = [_Headed(_named(match["words"]), match.end(), end) for match, end in zip(lines, ends, strict=True)]
    return found if len({one.party.id for one in found if one.party is not None}) >= _LEAST else []


def _is_heading(line: re.Match[str], text: str) -> bool:
    """Whether a line is a heading: a few words, without an end mark or a figure, and something under it."""
    return bool(text[line.end() : line.end() + 9].strip()) and _is_short(without_marks(line["words"]))


def _is_short(words: str) -> bool:
    return 0 < len(words.split()) <= _LONGEST and words[-1] not in ".!?,;" and not re.search(r"\d", words)


def _named(line: str) -> Party | None:
    """Give whom a heading names, in capitals or not, if all its words are one name."""
    words = without_marks(line).strip(" #:")
    known = party_named(words) or (_in_capitals().get(tuple(TOKEN.findall(words))) if words.isupper() else None)
    return known or (_unlisted(words) if _NAME.fullmatch(words) is not None else None)


def _unlisted(name: str) -> Party | None:
    """Give a charity by its name where no register has it ("Lund Ocean Trust")."""
    if level_of(name) != "foundation" or level_of(name.rsplit(" ", 1)[-1]) != "foundation":
        return None
    return Party(slug(name), "", "body", "name", "foundation", name)


@cache
def _in_capitals() -> dict[tuple[str, ...], Party]:
    """Give who is named by names of the register as capitals write them."""
    known = [pair for entries in name_index().values() for pair in entries]
    return {tuple(word.upper() for word in key): party for key, party in known if party is not None}


def _give(headed: Sequence[_Headed], claims: Sequence[Claim], reader: Reader) -> bool:
    """Whether the names that head the items give, and do not receive."""
    votes = takers = 0
    for one in headed:
        if one.party is None:
            continue
        for claim in claims:
            if claim.exclude_reason not in _COUNTED or not one.low <= claim.start < one.high:
                continue
            takers += not one.party.entity_id and _is_of_taker(claim, reader)
            told = claim.donor_text is not None and claim.donor_text in reader.text[one.low : one.high]
            home = home_of_currency(claim.amount.currency or "") if claim.amount is not None else None
            votes += (claim.donor == one.party.id and told) or home == one.party.id
            votes -= one.party.id in (claim.recipient or "").split()
    above = reader.text[: headed[0].low] + reader.text[headed[0].low : headed[0].high] * (headed[0].party is None)
    if votes > 0 and (votes >= _LEAST or _OF_GIVERS.search(above) is not None):
        return True
    return votes == 0 < takers and _OF_GRANTS.search(above) is not None


def _under(claim: Claim, headed: Sequence[_Headed], reader: Reader) -> Claim:
    """Give a claim with whom the heading of its item names, where its item names no other giver."""
    one = next((one for one in headed if one.low <= claim.start < one.high), None)
    if one is None or one.party is None or one.party.level not in _GIVERS or claim.amount is None:
        return claim
    if one.party.id in (claim.donor or "").split() or one.party.id in (claim.recipient or "").split():
        opened = claim.donor == one.party.id and claim.exclude_reason in _UNGIVEN
        if not opened:
            return claim
    lead = reader.text[one.low : claim.start]
    gift = claim.exclude_reason in _COUNTED
    taker = not one.party.entity_id and _is_of_taker(claim, reader)
    opens = taker or _OPENS.match(lead) is not None
    if not gift and (claim.exclude_reason not in _UNGIVEN or not opens):
        return claim
    if not gift and _NOT_YET.search(claim.sentence) is not None:
        return claim
    told = claim.donor is not None and _is_told(claim, lead)
    if gift and told and not taker:
        return claim
    words = claim.donor_text if taker and told and claim.recipient_text is None else claim.recipient_text
    return replace(
        claim,
        donor=one.party.id,
        donor_text=one.party.name if one.party.name in reader.text else None,
        donor_level=one.party.level,
        recipient_text=words,
        exclude_reason=claim.exclude_reason if gift else "",
        instrument="grant" if claim.instrument == "unknown" and not one.party.entity_id else claim.instrument,
    )


def _is_of_taker(claim: Claim, reader: Reader) -> bool:
    """Whether a sum stands behind the name that opens its line."""
    return _TAKER.search(reader.text, reader.text.rfind("\n", 0, claim.start), claim.start) is not None


def _is_told(claim: Claim, lead: str) -> bool:
    """Whether the item itself names who gives, by a name of its own: "the lender" is who heads it."""
    told = claim.donor_text
    if told is None or (told not in claim.sentence and told not in lead):
        return False
    return _OPENING.sub("", told)[:1].isupper() or re.search(r"\s[A-ZÀ-Þ]", told) is not None
