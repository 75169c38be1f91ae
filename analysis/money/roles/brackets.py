"""Sums in brackets behind names: "for five countries: Benin (5 million), Chad (9 million) and Mali (2 million)".

Each sum is that of the name before its bracket, whoever stands elsewhere in the sentence. Countries that live on aid,
three or more of them, get what stands behind them where no word before says that they give; and where the others of
a list give theirs ("followed by the Harbour Bank, the Mill Bank (2 million) and Norway (1 million)"), each does.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.text.parties import Party, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.runs_of_names import runs_of_names
from analysis.money.text.sizes import currency_of, size_of
from analysis.money.text.words import oda_recipients
from analysis.records import Claim

_COUNTED: Final = frozenset(["", "part"])
_FEWEST: Final = 3  # countries of a list that gets something
_NEAR: Final = 500  # characters from a gift to a list of its parts
_GIVERS: Final = frozenset(["government", "multilateral", "foundation"])
# What says that those named in a list give.
_OF_GIVERS = re.compile(
    r"\b(?:donors?|contribut\w+|funders?|givers|from|by|partners|thank\w*|grateful|pledge[sd]?|gave|offers?|lenders?)\b"
)
# What says that they get something.
_OF_TAKERS = re.compile(
    r"\b(?:grants?|awards?|recipients?|beneficiar(?:y|ies)|shared?|bursar(?:y|ies)|winners|awarded|gave|given)\b[^.]*?"
    r"\b(?:to|among|between|are|were|includ(?:e[ds]?|ing))(?: the)? [^,;.(]*\($",
    re.IGNORECASE,
)
# "Others made pledges, including Norway (5 million)", "the largest contributions came from Norway (5 million)"
_NAMES_GIVERS = re.compile(
    r"\b(?:pledges|contributions|donations|commitments|donors|contributors|participants|funders|givers)\b[^.;:(]*?"
    r"\b(?:includ(?:e[ds]?|ing)|from|by|were|are)(?: the)? [^,;.(]*\($",
    re.IGNORECASE,
)
_LEAD: Final = 120  # characters before the first name in which that stands


def with_bracketed(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the sums of such lists given, or got, by the name before each.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found = list(claims)
    at = {claim.start: k for k, claim in enumerate(found) if claim.amount is not None}
    for run in runs_of_names(reader):
        names = {at[one.amount.start]: one.who for one in run if one.amount.start in at}
        if len(names) < len(run):
            continue
        known = {k: party for k, name in names.items() if (party := party_named(name)) is not None}
        if len(known) < len(names):
            _share(found, names, reader)
            continue
        places = {k: party for k, party in known.items() if found[k].exclude_reason in _COUNTED}
        if places and 2 * len(places) > len(run):
            _read(found, places, {party.id for party in known.values()}, reader)
    return found


def _share(found: list[Claim], names: Mapping[int, str], reader: Reader) -> None:
    """Read the sums behind names of no register as shares of the gift before them, or by what leads to them, in place.

    The gift holds them all; without one, the words before the first name say that those named get something.
    """
    first = min(names)
    whole = next((claim for claim in reversed(found[:first]) if claim.amount is not None), None)
    held = whole is not None and len(names) >= _FEWEST and _holds(whole, [found[k] for k in names])
    low = reader.around_sum(found[first].start, found[first].end)[0]
    lead = reader.plain[max(low, whole.end if whole is not None and held else low) : found[first].start]
    if _OF_GIVERS.search(lead) is not None or not (held or _OF_TAKERS.search(lead)):
        return
    counted = [found[k] for k in names if found[k].exclude_reason in _COUNTED]
    outside = [claim for claim in counted if claim.donor_text is not None and claim.donor_text not in names.values()]
    giver = whole if held else next(iter(outside), None)
    if not held and not counted:
        return
    for k, name in names.items():
        made = replace(found[k], recipient_text=name, exclude_reason="part" if held else counted[0].exclude_reason)
        if giver is not None:
            made = replace(_by(giver, made), recipient=giver.recipient, status=giver.status)
        elif made.donor_text in names.values():
            made = replace(made, donor=None, donor_text=None, donor_level=None)
        found[k] = made


def _read(found: list[Claim], places: Mapping[int, Party], ids: set[str], reader: Reader) -> None:
    """Read the sums of a list alike, in place."""
    first = min(places)
    sentence = reader.around_sum(found[first].start, found[first].end)
    lead = reader.plain[max(sentence[0], found[first].start - _LEAD) : found[first].start]
    helped = len(ids) >= _FEWEST and ids <= oda_recipients() and _OF_GIVERS.search(lead) is None
    if helped:
        giver = _giver(found, places, ids)
        whole = giver is not None and _holds(giver, [found[k] for k in places])
        for k, party in places.items():
            made = replace(found[k], recipient=party.id, recipient_text=party.name)
            if giver is not None and (made.donor is None or made.donor in ids):
                made = _by(giver, made)
            found[k] = replace(made, exclude_reason="part") if whole else made
        return
    own = [found[k].donor == party.id for k, party in places.items()]
    gets = any(party.id in (found[k].recipient or "").split() for k, party in places.items())
    told = _NAMES_GIVERS.search(lead) is not None
    if not told and (not any(own) or gets or any(party.level not in _GIVERS for party in places.values())):
        return
    for k, party in places.items():
        made = replace(found[k], exclude_reason="") if told else found[k]  # no part of what another gives
        if made.donor != party.id:
            made = replace(made, donor=party.id, donor_text=party.name, donor_level=party.level)
        named = party.id in (made.recipient or "").split()
        found[k] = replace(made, recipient=None, recipient_text=None) if named else made


def _by(giver: Claim, claim: Claim) -> Claim:
    return replace(claim, donor=giver.donor, donor_text=giver.donor_text, donor_level=giver.donor_level)


def _giver(found: Sequence[Claim], places: Mapping[int, Party], ids: set[str]) -> Claim | None:
    """Give a claim with the giver of a list of those that get: of the last gift before it, else of a sum of it."""
    first = min(places)
    before = (claim for claim in reversed(found[:first]) if claim.exclude_reason in _COUNTED)
    near = (*before, *(found[k] for k in places))
    return next((claim for claim in near if claim.donor is not None and claim.donor not in ids), None)


def _holds(giver: Claim, sums: Sequence[Claim]) -> bool:
    """Whether the gift told before a list is at least what its sums come to: they are its parts."""
    near = giver.end <= sums[0].start <= giver.end + _NEAR and not giver.exclude_reason
    alike = {currency_of(claim) for claim in sums} == {currency_of(giver)}
    return near and alike and sum(map(size_of, sums), Decimal()) <= size_of(giver)
