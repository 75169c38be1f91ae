"""Sums in brackets behind names: "for five countries: Benin (5 million), Chad (9 million) and Mali (2 million)".

Each sum is that of the name before its bracket, whoever stands elsewhere in the sentence. Countries that live on aid,
three or more of them, get what stands behind them where no word before says that they give; and where the others of
a list give theirs ("followed by the Harbour Bank, the Mill Bank (2 million) and Norway (1 million)"), each does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.text.parties import Party, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.sizes import currency_of, size_of
from analysis.money.text.words import oda_recipients
from analysis.records import Claim

_COUNTED: Final = frozenset(["", "part"])
_FEWEST: Final = 3  # countries of a list that gets something
_LONGEST: Final = 90  # characters between the sums of two brackets
_NEAR: Final = 500  # characters from a gift to a list of its parts
_GIVERS: Final = frozenset(["government", "multilateral", "foundation"])
_WORD = r"[A-ZÀ-Þ][\w’'.&-]*"
_NAME = re.compile(
    rf"(?:(?:^|[\s,;:])(?:and|the|in|for|to|by|of|from|with|help)\s|[,;:]\s|^)"
    rf"(?P<who>{_WORD}(?:\s(?:(?:of|and|for)\s(?:the\s)?)?{_WORD}){{0,5}})\s\($"
)
# Between two sums: the end of one bracket, and the name before the next.
_NEXT = re.compile(r"[^()\n;:]{0,40}\)[,;]?\s(?:and\s)?[^()\n.:]{1,80}\($")
# What says that those named in a list give.
_OF_GIVERS = re.compile(
    r"\b(?:donors?|contribut\w+|funders?|givers|from|by|partners|thank\w*|grateful|pledge[sd]?|gave|offers?|lenders?)\b"
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
    for run in _runs(reader):
        places = {at[start]: party for start, party in run if start in at}
        places = {k: party for k, party in places.items() if found[k].exclude_reason in _COUNTED}
        if places and 2 * len(places) > len(run):
            _read(found, places, {party.id for _, party in run}, reader)
    return found


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
                made = replace(made, donor=giver.donor, donor_text=giver.donor_text, donor_level=giver.donor_level)
            found[k] = replace(made, exclude_reason="part") if whole else made
        return
    own = [found[k].donor == party.id for k, party in places.items()]
    gets = any(party.id in (found[k].recipient or "").split() for k, party in places.items())
    if not any(own) or gets or any(party.level not in _GIVERS for party in places.values()):
        return
    for k, party in places.items():
        if found[k].donor != party.id:
            found[k] = replace(found[k], donor=party.id, donor_text=party.name, donor_level=party.level)


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


def _runs(reader: Reader) -> Iterator[list[tuple[int, Party]]]:
    """Give the lists: where each sum begins, and who stands before its bracket."""
    text = reader.plain
    run: list[tuple[int, Party]] = []
    last = 0
    for amount in reader.amounts:
        opens = text[amount.start - 1 : amount.start] == "("
        named = _NAME.search(text, max(0, amount.start - _LONGEST), amount.start) if opens else None
        party = party_named(named["who"]) if named is not None else None
        if run and (
            party is None or amount.start - last > _LONGEST or _NEXT.fullmatch(text, last, amount.start) is None
        ):
            if len(run) > 1:
                yield run
            run = []
        if party is not None:
            run.append((amount.start, party))
            last = amount.end
    if len(run) > 1:
        yield run
