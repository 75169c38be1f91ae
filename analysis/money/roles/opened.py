"""Paragraphs that open with the state they tell of: what is given there to nobody named is for it.

A newsletter, a round-up of a board's loans or the report of a tour goes from land to land: "Gambia, for its part, is
to have its port", "KOSOVO | Council of Europe Development Bank, 28m", "Brazil. An equity investment of 30m". The
receiver of a sum that names none was guessed from the land told of before, or from the one the whole text names most;
where a paragraph names another first, that one is helped. A ticker opens its lines with towns that stand for their
states ("0840 GMT  KYIV: Netherlands hands over radars").
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
    r"\W{0,8}(?:\d{1,2}(?:[.):/h]?\d{0,2}(?:\s?[ap]\.?m\.?|\s?GMT)?)?\W+)?"
    r"(?:(?:in|for|as for|on|to|about|then|next|neighbouring|also|across|the)\s){0,3}",
    re.IGNORECASE,
)
# "The Chad Facility", "Chad and Mali": a longer name, or one of several; "Chad, itself ..." gives as well, and "Chad's
# health ministry" may.
_LONGER = re.compile(r"[-–](?=\w)|['’]s\b|\s+(?:and|or|&)\s|\s+[A-Z]\w|,\s+(?:itself|too|also|[A-Z$€£\d])|\s*\(")
_LABEL = re.compile(r"\**\s*[.:|]\s")  # "Brazil. ", "KOSOVO | ", which names nobody's deeds
_OPENED = re.compile(r"\W{0,8}(?:[\d:.h]{2,6}(?:\sGMT)?\W+)?[A-Z][^\n.:|]{1,40}?\**\s?[.:|]\**\s")
_FAR = 600  # characters to the lines before and behind one
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
    label = _LABEL.match(text, end)
    listed = label is not None and _is_listed(text, line)
    if not _is_told_of(party, givers, listed=listed) or _BEFORE.fullmatch(text, line, start) is None:
        return claim
    if label is None and _LONGER.match(text, end):
        return claim
    if label is not None and claim.start - label.end() <= _SUM:
        return claim
    guessed = (claim.recipient or "").split()
    if any(other.id in guessed for other, _, _ in named):
        return claim
    return replace(claim, recipient=party.id, recipient_text=text[start:end])


def _is_told_of(party: Party, givers: Collection[str], *, listed: bool) -> bool:
    """Whether a state that gives nothing may be helped; a town that opens a line alone may be its dateline."""
    named = party.form == "name" or (listed and party.form == "capital")
    return party.kind == "country" and named and party.id in oda_recipients() and party.id not in givers


def _is_listed(text: str, line: int) -> bool:
    """Whether the line before or behind one opens with a label as well ("KYIV: ...", "MANILA: ...")."""
    before = text[max(0, line - _FAR) : line - 1].rstrip().rpartition("\n")[2]
    behind = text[line : line + _FAR].partition("\n")[2].lstrip()
    return any(_OPENED.match(words) is not None for words in (before, behind))
