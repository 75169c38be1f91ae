"""Givers and their sums in pairs behind words of who gives: "Top donors: Norway 5 million; Fiji 2 million; ...".

A sentence without a verb of giving for each pair leaves most of them untold; that they stand in one list, each name
at once before its sum, says that each gives its sum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from analysis.money.roles.table_labels import giver_of
from analysis.money.text.reader import Reader
from analysis.records import Claim

_FEWEST: Final = 3  # pairs of a list: two may be of two clauses
_APART: Final = 120  # characters between the sums of a list, each behind its name
_BEFORE: Final = 260  # and before the first of them, that what leads the list stands in
_OPEN: Final = frozenset(["", "part", "other", "no_donor", "total_to_date"])
_LEAD = re.compile(
    r"""\b(?:
        (?:donors?|contributors?|funders?)\b[^.:;\n]{0,60}?(?::|\b(?:are|were|remain|included?)\b)
      | (?:contributions|donations|pledges|announcements|gifts|offers)\b[^.:;\n]{0,80}?
        (?::|\b(?:came|come|coming)\s(?:so\sfar\s)?from\b|\b(?:were|are)\s(?:those\sof|from)\b|\bincluded?\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PAIR = re.compile(
    r"""[\s);,]*(?:(?:and|then|followed\sby)\s)?(?:from\s|by\s)?(?:the\s)?(?:those\sof\s(?:the\s)?)?
    (?P<who>[A-ZÀ-Þ][\w’'.&-]*(?:\s(?:of|the|for|and|&|[A-ZÀ-Þ][\w’'.&-]*))*)\s?(?:[,(:–-]\s?)?(?:with\s|at\s)?""",
    re.VERBOSE,
)
_PROMISED = re.compile(r"\b(?:pledg|promis|announc|offer)", re.IGNORECASE)


def with_pairs(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the sums of such lists given by who stands before each.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found = list(claims)
    if len(found) < _FEWEST:
        return found
    at = {claim.start: k for k, claim in enumerate(found) if claim.amount is not None}
    for lead in _leads(reader):
        pairs = [(at[start], *giver_of(who)) for who, start in _pairs(lead.end(), reader) if start in at]
        if len(pairs) < _FEWEST or any(giver is None for _, giver, _, _ in pairs):
            continue
        named = {party.id for party, _, _ in reader.places(lead.end(), found[pairs[-1][0]].start)}
        stage = "pledged" if _PROMISED.search(lead[0]) else "disbursed"
        for k, giver, words, level in pairs:
            claim = found[k]
            if claim.exclude_reason not in _OPEN:
                continue
            found[k] = replace(
                claim,
                exclude_reason="part" if claim.exclude_reason == "part" else "",
                donor=giver,
                donor_text=words,
                donor_level=level,
                recipient=claim.recipient if claim.recipient not in named else None,
                status=stage if claim.exclude_reason or claim.status in ("pledged", "committed") else claim.status,
                instrument="grant" if claim.exclude_reason and claim.instrument == "unknown" else claim.instrument,
                polarity="actual",
            )
    return found


def _leads(reader: Reader) -> Iterator[re.Match[str]]:
    """Give the words of who gives that stand before sums enough, close to one another."""
    amounts, at = reader.amounts, 0
    while at < len(amounts):
        end = at + 1
        while end < len(amounts) and amounts[end].start - amounts[end - 1].end <= _APART:
            end += 1
        if end - at >= _FEWEST:
            yield from _LEAD.finditer(reader.plain, max(0, amounts[at].start - _BEFORE), amounts[end - 1].start)
        at = end


def _pairs(low: int, reader: Reader) -> Iterator[tuple[str, int]]:
    """Give the names that stand at once before sums from an offset on, with where the sums begin."""
    stop = reader.plain.find("\n", low)
    for amount in reader.amounts:
        if amount.start < low:
            continue
        match = _PAIR.fullmatch(reader.plain, low, amount.start)
        if match is None or (0 <= stop < amount.start):
            return
        yield match["who"], amount.start
        low = amount.end
