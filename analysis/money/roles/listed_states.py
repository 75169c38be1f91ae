"""Countries that a text lists: who stands in a list of three or more receives together with the rest of it.

"5 million for Fiji, Kiribati, the Solomon Islands, and Vanuatu" is read by words around one of them; a gift that
goes on after such a list, and names nobody, is for all of it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from analysis.money.text.reader import Reader
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_LEAST = 3  # countries of a list: two may be of two clauses ("in Mali, and Chad gave 2m")
_BACK = 500  # characters before a gift in which the list stands that is meant
# Between two countries of a list: the last comes behind "and", or behind what those that follow are.
_STYLE = r"(?:the\s+)?(?:(?:Kingdom|Republic|Independent\s+State|Commonwealth|State)\s+of\s+(?:the\s+)?)?"
_GAP = re.compile(
    rf",?\s*(?P<closes>(?:and|or|&|as\s+well\s+as)\s+)?(?:{_STYLE}|(?:the\s+)?(?:[\w-]+\s+){{0,4}}?(?P<again>countries|nations|states)\s+of\s+)"
)
_OWNS = re.compile(r"['’]s?\s")


def with_listed_states(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the gifts for one country of a list, or a part of it, to the whole list."""
    return [_with_list(claim, reader) for claim in claims]


def _with_list(claim: Claim, reader: Reader) -> Claim:
    if claim.recipient is None or claim.exclude_reason not in _COUNTED or claim.amount is None:
        return claim
    own = set(claim.recipient.split())
    low, high = _own_words(claim, reader)
    if claim.recipient_text is None:
        low, high = max(0, low - _BACK), claim.start
    meant, ends = None, high
    for listed, end in _lists(reader, low, high):
        if own <= set(listed):
            meant, ends = listed, end
    if meant is None or any(party.id in own for party, _, _ in reader.places(ends, high)):
        return claim  # it is named alone behind the list
    if set(meant) & set((claim.donor or "").split()):
        return claim
    if claim.recipient_text is None and not _are_alike(own, meant, reader):
        return claim
    return replace(claim, recipient=" ".join(dict.fromkeys(meant)))


def _are_alike(own: Collection[str], listed: Collection[str], reader: Reader) -> bool:
    """Whether a text speaks of some countries about as often as of all that it lists them with."""
    least = min(reader.times_named(one) for one in listed)
    return max(reader.times_named(one) for one in own) <= _ALIKE * max(least, 1)


_ALIKE = 2


def _own_words(claim: Claim, reader: Reader) -> tuple[int, int]:
    """Give from where to where the sentence of a claim tells of it: from the amount before to the one behind."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    others = [one for one in reader.amounts_in(sentence) if one.start != claim.start]
    low = max((one.end for one in others if one.end <= claim.start), default=sentence.start)
    return low, min((one.start for one in others if one.start >= claim.end), default=sentence.end)


def _lists(reader: Reader, low: int, high: int) -> Iterator[tuple[list[str], int]]:
    """Give the lists of countries between two offsets, in order, and where each ends."""
    if reader.text.count(",", low, high) < _LEAST - 2:  # "Mali, Chad and Niger"
        return
    found: list[str] = []
    last, closed = -1, False
    for party, start, end in reader.places(low, high):
        if party.form != "name" or party.kind != "country":
            continue
        gap = _GAP.fullmatch(reader.plain, last, start) if found and 0 < start - last < _LONGEST else None
        if gap is None or (closed and not gap["again"]) or gap.start() == gap.end():
            if closed and len(found) >= _LEAST:
                yield found, last
            found, closed = [], False
        elif gap["closes"] and not gap["again"]:
            closed = True
        if _OWNS.match(reader.plain, end):  # "Mali, Chad, and Niger's army"
            found, closed = [], False
            last = end
            continue
        found.append(party.id)
        last = end
    if closed and len(found) >= _LEAST:
        yield found, last


_LONGEST = 60  # characters between two countries of a list
