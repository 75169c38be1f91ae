"""Countries that a text lists: who stands in a list of three or more receives together with the rest of it.

"5 million for Fiji, Kiribati, the Solomon Islands, and Vanuatu" is read by words around one of them; a gift that
goes on after such a list, and names nobody, is for all of it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
    both = _opening_pair(reader) if any(map(_is_guessed, claims)) else []
    return [_with_both(_with_list(claim, reader), both, reader) for claim in claims]


def _is_guessed(claim: Claim) -> bool:
    """Whether a gift goes to one country that its words do not name."""
    counts = claim.exclude_reason in _COUNTED and claim.amount is not None and claim.recipient_text is None
    return counts and claim.recipient is not None and " " not in claim.recipient


def _opening_pair(reader: Reader) -> list[str]:
    """Give the two countries for which a text says at first that something is done ("for victims in Chad and Mali")."""
    named = [one for one in reader.places(0, min(_OPENING, len(reader.text))) if one[0].kind == "country"]
    for (first, start, end), (second, begin, stop) in pairwise(named):
        joined = (
            first.form == second.form == "name" and first.id != second.id and _AND.fullmatch(reader.plain, end, begin)
        )
        if joined and not _GOES_ON.match(reader.plain, stop):
            return [first.id, second.id] if _LEADS_TO.search(reader.plain, max(0, start - _LEAD), start) else []
    return []


def _with_both(claim: Claim, both: Sequence[str], reader: Reader) -> Claim:
    """Give what was guessed to be for one of two countries that a text is about to both, unless one is named there."""
    if (
        not both
        or not _is_guessed(claim)
        or claim.recipient not in both
        or set(both) & set((claim.donor or "").split())
    ):
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    before = next(iter(reader.before(sentence, limit=1)), sentence)  # "5m for wells in Chad. It lends 2m": to Chad
    named = [{p.id for p, _, _ in reader.places(s.start, s.end)} & set(both) for s in (sentence, before)]
    return replace(claim, recipient=" ".join(both)) if all(len(one) != 1 for one in named) else claim


_OPENING = 400  # characters in which a text says what it is about


def _with_list(claim: Claim, reader: Reader) -> Claim:
    if claim.exclude_reason not in _COUNTED or claim.amount is None:
        return claim
    told = _told_next(claim, reader) if claim.recipient_text is None else None
    if told is not None:
        return told
    if claim.recipient is None:
        return claim
    own = set(claim.recipient.split())
    pair = _pair(claim, reader) if claim.recipient_text is not None and len(own) == 1 else None
    if pair is not None:
        return replace(claim, recipient=" ".join(pair))
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


def _told_next(claim: Claim, reader: Reader) -> Claim | None:
    """Give a claim to the countries that the next sentence says it is for ("These countries include ...")."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    these = _THESE.match(reader.plain, sentence.end)
    if these is None or _SEVERAL.search(reader.plain, claim.end, sentence.end) is None:
        return None
    listed = next(_lists(reader, these.end(), min(these.end() + _BACK, len(reader.plain))), None)
    if listed is None or set(listed[0]) & set((claim.donor or "").split()):
        return None
    return replace(
        claim, recipient=" ".join(dict.fromkeys(listed[0])), recipient_text=reader.text[these.end() : listed[1]]
    )


_SEVERAL = re.compile(r"\b(?:countries|nations|states|partners)\b")
_THESE = re.compile(
    r"\s*(?:These|Such|The)\s(?:\w+\s)?(?:countries|nations|states|partners)\s(?:include|are|comprise)\s"
)


def _pair(claim: Claim, reader: Reader) -> list[str] | None:
    """Give the two countries of "in Mali and Niger", of which a claim has one, in the words behind a sum or before."""
    low, high = _own_words(claim, reader)
    named = [one for one in reader.places(low, high) if one[0].form == "name" and one[0].kind == "country"]
    starts = {start for _, start, _ in named}
    for (first, start, end), (second, begin, stop) in pairwise(named):
        both = [first.id, second.id]
        if claim.recipient not in both or first.id == second.id or set(both) & set((claim.donor or "").split()):
            continue
        if not _AND.fullmatch(reader.plain, end, begin) or _GOES_ON.match(reader.plain, stop):
            continue
        if stop + 2 in starts:  # "for Mali and Niger, Chad gave"
            continue
        if _LEADS_TO.search(reader.plain, max(0, start - _LEAD), start):
            return both
    return None


# "in Mali and Niger"; not "from Mali and Niger", "for Mali and Niger's army", "for Mali and Niger will ..."
_AND = re.compile(rf"\s+and\s+{_STYLE}")
_LEADS_TO = re.compile(
    r"\b(?:to|for|in|of|with|across|between|both|help|support|including)\s+(?:both\s+)?(?:the\s+)?"
    r"(?:(?:[Gg]overnments?|people|[Rr]epublic|[Kk]ingdom)\s+of\s+(?:the\s+)?)?$"
)
_LEAD = 40  # characters before the first country that lead to both
_GOES_ON = re.compile(
    r"['’]s?\s|\s*,\s+and\s|\s+(?:and|or)\s+[A-Z]"
    r"|\s+(?:is|are|was|were|has|have|had|will|would|also|can|gave|gives?|contribut\w+|pledg\w+|offer\w+|agree\w+|announc\w+)\b"
)


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
