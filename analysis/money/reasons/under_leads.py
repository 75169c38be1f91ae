"""Sums of a lead that the words behind it tell again: the gift is counted where the lead tells it.

A fact sheet opens an item with what is given, and says then who gives it: "$5 million for Schools: The Ministry will
provide $5 million". So does a headline with the paragraph under it. What is read of the second mention holds for the
first, which has little room, and the gift is counted once. Reports are read otherwise (`told_again`), and so is talk.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.told_again import Figure, as_told, figure_of, is_same_money
from analysis.money.reasons.told_once import is_transcript
from analysis.money.text.paragraphs import parted_by
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_UNREAD = frozenset(["other", "no_donor", "price", "need", "loss"])  # of a lead, which may not say who gives
_OLD = frozenset(["total_to_date", "restatement", "budget", "proposed"])  # of a lead, that hold behind it
_FAR = 350  # characters from the figure of a lead to that of the words behind it
_LEAD = 170  # characters before the figure of a lead, at most
# What ends a lead: a full stop or a colon before a word in capitals, or a dash.
_ENDS = re.compile(r"(?<=[\w)%\]”\"’*])[.:][*”\"’\])]*\s+(?=[\"“(]?[A-Z])|\s[–—-]{1,2}\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
# What tells of one more of that size: "Norway will also give 5 million to Chad"
_MORE = re.compile(r"\b(?:also|additional|another|second|further|each|matching|same)\b[^.;]{0,60}$", re.IGNORECASE)
_TITLE = 190  # characters of a headline, which no mark ends
_SHARED = 2  # words of a headline that the paragraph under it has, too


def with_leads(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with each gift counted in the lead of its item, and not again in the words behind it.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found = list(claims)
    last: dict[Figure, int] = {}
    plain: bool | None = None  # whether only what opens a line is a lead; asked where a figure comes back soon
    for at, claim in enumerate(claims):
        if claim.amount is None:
            continue
        figure = figure_of(claim.amount)
        told = last.get(figure)
        lead = _lead_of(found[told], claim, reader.text) if told is not None and claim.exclude_reason in _TOLD else None
        if told is None or lead is None:
            last[figure] = at
            continue
        if plain is None:
            plain = reader.kind != "paper" or is_transcript(reader.text)
        if plain and lead:
            last[figure] = at
            continue
        top = found[told]
        if top.exclude_reason in _UNREAD or (top.exclude_reason in _TOLD and top.donor is None):
            top = found[told] = as_told(top, claim, reader.text)
        if top.exclude_reason in _TOLD or top.exclude_reason in _OLD:
            reason = "restatement" if top.exclude_reason in _TOLD else top.exclude_reason
            found[at] = replace(claim, exclude_reason=reason)
    return found


def _lead_of(top: Claim, claim: Claim, text: str) -> str | None:
    """Give what stands before a sum in the lead of an item, or in a headline, that a later sum tells again.

    None where it is not in such a place, or the later one is another sum.
    """
    if claim.start - top.end > _FAR or not is_same_money(top, claim):
        return None
    if top.exclude_reason in _TOLD and top.recipient and claim.recipient and top.recipient != claim.recipient:
        return None
    gap = text[top.end : claim.start]
    if _MORE.search(_ENDS.split(gap)[-1]):
        return None
    low = max(0, top.start - 2 * _TITLE)  # what goes on for longer is no lead
    before = text[max(text.rfind("\n", low, top.start) + 1, low) : top.start].lstrip(" -•*\t")
    if "\n" not in gap:
        leads = (
            len(before) <= _LEAD
            and _ENDS.search(before) is None
            and _ENDS.search(text, top.end, claim.start) is not None
        )
        return before if leads else None
    if text.find("\n", 0, top.start) < 0:
        return None  # the headline of the whole text, which a report tells again
    title, _, under = gap.partition(parted_by(text))
    title, under = f"{before} {title}".rstrip(), under.strip()
    if "\n" in under or under.startswith(("-", "•", "*")) or title.endswith((".", ":", ";", ",")):
        return None
    words = {word.lower() for word in _WORD.findall(f"{under} {text[claim.end : claim.end + _LEAD]}")}
    shared = words & {word.lower() for word in _WORD.findall(title)}
    return title if len(title) <= _TITLE and len(shared) >= _SHARED else None
