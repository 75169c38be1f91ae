"""Paragraphs that open with the state they tell of: what is given there to nobody named is for it.

A newsletter, a round-up of a board's loans or the report of a tour goes from land to land: "Gambia, for its part, is
to have its port", "KOSOVO | Council of Europe Development Bank, 28m", "Brazil. An equity investment of 30m". The
receiver of a sum that names none was guessed from the land told of before, or from the one the whole text names most;
where a paragraph names another first, that one is helped.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.words import oda_recipients
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_GAVE = frozenset(["", "part", "restatement"])  # reasons of what somebody gives, or gave
# What may stand before the name: marks of a list, a number or the time, and a word that leads to it.
_BEFORE = re.compile(
    r"\W{0,8}(?:\d{1,2}(?:[.):/h]\d{0,2}(?:\s?[ap]\.?m\.?)?)?\W+)?"
    r"(?:(?:in|for|as for|on|to|about|then|next|neighbouring|also|across|the)\s){0,3}",
    re.IGNORECASE,
)
# "The Chad Facility", "Chad and Mali": a longer name, or one of several; "Chad, itself ..." gives as well, and "Chad's
# health ministry" may.
_LONGER = re.compile(r"[-–](?=\w)|['’]s\b|\s+(?:and|or|&)\s|\s+[A-Z]\w|,\s+(?:itself|too|also|[A-Z$€£\d])|\s*\(")
_LABEL = re.compile(r"\**\s*[.:|]\s")  # "Brazil. ", "KOSOVO | ", which names nobody's deeds
_SUM = 3  # characters between a label and a sum that is all it says: "Chad: 5m", which it may give


def with_opened(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give what was guessed to be for another state to the one that opens the paragraph."""
    if not any(map(_is_asked, claims)):
        return list(claims)
    givers = {one for claim in claims if claim.exclude_reason in _GAVE for one in (claim.donor or "").split()}
    return [_of_opening(claim, givers, reader) if _is_asked(claim) else claim for claim in claims]


def _is_asked(claim: Claim) -> bool:
    guessed = claim.recipient_text is None and claim.recipient is not None
    return guessed and claim.exclude_reason in _COUNTED and claim.amount is not None


def _of_opening(claim: Claim, givers: Collection[str], reader: Reader) -> Claim:
    text = reader.text
    line = text.rfind("\n", 0, claim.start) + 1
    named = list(reader.places(line, claim.start))
    if not line or not named:
        return claim
    party, start, end = named[0]
    if not _is_told_of(party, givers) or _BEFORE.fullmatch(text, line, start) is None:
        return claim
    label = _LABEL.match(text, end)
    if label is None and _LONGER.match(text, end):
        return claim
    if label is not None and claim.start - label.end() <= _SUM:
        return claim
    guessed = (claim.recipient or "").split()
    if any(other.id in guessed for other, _, _ in named):
        return claim
    return replace(claim, recipient=party.id, recipient_text=text[start:end])


def _is_told_of(party: Party, givers: Collection[str]) -> bool:
    """Whether a state that gives nothing may be helped; a town that opens a line may be its dateline."""
    return party.kind == "country" and party.form == "name" and party.id in oda_recipients() and party.id not in givers
