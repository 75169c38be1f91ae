"""Mend names that the model cut in the wrong place, and drop those it hardly believes in.

Each rule is about how English writes names, whatever the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.mentions.ambiguous import FIRST_NAMES
from analysis.mentions.names.spans import Span

LEAST: Final = 0.4  # probability under which a name is dropped
# A first word read as somebody else: "Kenya [Red Cross]", "Harland [Mining Plc]", "Aziza [Karimova]".
_JOINED: Final = {
    ("place", "organization"): "organization",
    ("person", "organization"): "organization",
    ("person", "person"): "person",
}
_WATERS: Final = frozenset(
    "Strait Straits Gulf Bay Sea Cape Horn Isle Isles Valley Port".split()
)  # "Strait of [Hormuz]"
_INITIALS: Final = re.compile(r"(?:[A-Z]\. ?)*[A-Z]")  # "E. J" before ". Okello"
# Offices and ranks, outside the name of whoever holds them. Those of royals and clergy go with one name, and stay.
_TITLES: Final = re.compile(
    r"""
    (?: (?:Vice[ -])? (?:Prime[ ])? (?: President | Minister | Premier | Chancellor ) | Senator | Sen\.? | Rep\.?
      | Gov\.? | Governor | Gen\.? | General | Col\.? | Colonel | Lt\.? | Capt\.? | Captain | Sgt\.? | Sergeant | Maj\.?
      | Brigadier | Brig\.? | Admiral | Commander | Judge | Professor | Prof\.? | Sir | Ayatollah | Mayor | Ambassador
      | Congressman | Congresswoman | Secretary | Speaker | Chairman | Chairwoman | Coach | Attorney | Madam
      | Lord | Lady (?![ ]Gaga\b)
    ) [ ] (?= [A-ZÀ-Þ] )
    """,
    re.VERBOSE,
)
# In a line of capitalised words these are no part of a name: "Okello She Never Saw".
_CLOSED: Final = (
    # Not "May", "Will", "He", "You", "Do" or "So", which are names too.
    "She|They|We|His|Him|Its|Their|Our|Your|This|That|These|Those|Who|What|When|Where|Why|How|Is|Are|Was|Were|Has|Have"
    "|Had|Would|Could|Should|Does|Did|Not|Never|Just|If|But|Because|While|After|Before|During|Since|Says|Said"
)
_CLOSED_BEHIND: Final = re.compile(rf"(?:[ ](?:{_CLOSED}))+\Z")
_CLOSED_AHEAD: Final = re.compile(rf"(?:(?:{_CLOSED})(?:[ ]|\Z))+")
_WORD_BEFORE: Final = re.compile(r"(?<![\w'’-])(?P<word>[A-ZÀ-Þ][^\W\d_]+) \Z")
_HYPHENED: Final = re.compile(
    r"-(?:on|upon|sur|sous|le|la|les|de|am|an|in|by|next|under|auf|en|aux?)\Z"
)  # "Stratford-on"
_PARTY_OF: Final = re.compile(r"(?:R|D|I|Ind|Dem|Rep)-(?=[A-Z])")  # "(D-Ohio)"
_INITIALS_BEFORE: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.)+\Z")
_INITIALS_BEHIND: Final = re.compile(r"(?:\.[A-Z])+(?![\w])\.?")
# An office or a thing that stands with a capital, and names nobody.
_NOBODY: Final = frozenset(
    "Taoiseach TAOISEACH Tánaiste President PRESIDENT Chancellor Minister Premier Senator EDT EST GMT BST UTC ET "
    "MP MPs MEP MEPs MLA MLAs QC KC CEO CEOs CFO CTO PM VP TD TDs AI IT HR PR TV GDP VAT NGO NGOs PhD MBA DNA".split()
)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’]) ")
_HANGING: Final = re.compile(r"\s+(?:and|or|in|at|to|the|&)$")  # "Democratic Alliance and"
_LEADING: Final = re.compile(r"(?:and|or|of|in|at|by|from|to)\s+")  # "and Peace"
_OPEN: Final = re.compile(r"\s(?:of|for)(?:\sthe)?$")  # "Court of"
_NEXT: Final = re.compile(r"\s+[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]*)*")


def mended(text: str, spans: Sequence[Span]) -> list[Span]:
    """Mend the edges of names and join halves.

    Args:
        text: what the spans were found in.
        spans: in order, without overlaps.

    Returns:
        Spans in order, without overlaps.
    """
    kept = _joined(text, [span for span in spans if span.probability >= LEAST])
    limits = [span.start for span in kept[1:]] + [len(text)]
    cut = [_mended(text, span, limit) for span, limit in zip(kept, limits, strict=False)]
    whole: list[Span] = []
    for span in cut:
        if _is_no_name(text, span):
            continue
        if span.start < span.end and (not whole or whole[-1].end <= span.start):  # two halves of initials are one
            whole.append(span)
    taken = [0, *(span.end for span in whole)]
    return [_with_first_name(text, span, end) for span, end in zip(whole, taken, strict=False)]


def _is_no_name(text: str, span: Span) -> bool:
    """Whether the whole span is a party's letter before a state, or an office or a thing by its letters."""
    word = text[span.start : span.end]
    return word in _NOBODY or (word in ("R", "D", "I") and text[span.end : span.end + 1] == "-")


def _with_first_name(text: str, span: Span, taken: int) -> Span:
    """Add the first name that opens a sentence before a surname, where the model took it for a word."""
    if span.kind != "person" or " " in text[span.start : span.end]:
        return span
    before = _WORD_BEFORE.search(text, max(taken, span.start - 20), span.start)
    return replace(span, start=before.start("word")) if before and before["word"] in FIRST_NAMES else span


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if _bridges(text, found, span):  # "Museum of African [American] History"
            found[-2:] = [Span(found[-2].start, span.end, span.kind, min(found[-2].probability, span.probability))]
            continue
        whole = _whole(text, found[-1], span) if found else None
        if whole:
            found[-1] = Span(found[-1].start, span.end, whole, min(found[-1].probability, span.probability))
        else:
            found.append(span)
    return found


def _bridges(text: str, found: Sequence[Span], span: Span) -> bool:
    """Whether a people or a place stands inside the name of an organisation, which goes on behind it."""
    if len(found) < 2 or span.kind != "organization" or found[-2].kind != "organization":
        return False
    inside = found[-1].kind in ("group", "place")
    return inside and text[found[-2].end : found[-1].start] == " " == text[found[-1].end : span.start]


def _whole(text: str, before: Span, span: Span) -> str | None:
    """Kind of the one name that two neighbours are; None where they are two."""
    between = text[before.end : span.start]
    first = text[before.start : before.end]
    kinds = before.kind, span.kind
    if between == ". " and (before.kind, span.kind) == ("person", "person") and _INITIALS.fullmatch(first):
        return "person"
    if between == " " and kinds == ("place", "place") and first.endswith(" of") and first[:-3] in _WATERS:
        return "place"
    if between == " " and " " not in first:
        return _JOINED.get((before.kind, span.kind))
    if between == "-" and kinds == ("place", "place") and _HYPHENED.search(first):
        return "place"
    if between in ("' ", "’ ") and kinds == ("organization", "organization"):  # "Workers' Party"
        return "organization"
    return "place" if between == " of " and kinds == ("place", "place") and first in _WATERS else None


def _mended(text: str, span: Span, limit: int) -> Span:
    """Cut hanging words off, and finish what ends in "of"; `limit` is where the next name begins."""
    leading = _LEADING.match(text, span.start, span.end) or _PARTY_OF.match(text, span.start, span.end)
    if leading:
        span = replace(span, start=leading.end())
    span = _with_initials(text, span)
    if span.kind == "person":
        span = _without_closed(text, span)
    while span.kind == "person" and (title := _TITLES.match(text, span.start, span.end)):
        span = replace(span, start=title.end())
    owner = _POSSESSIVE.search(text, span.start, span.end) if span.kind == "person" else None
    if owner:  # "Ada Holm's Verses"
        span = _until(text, span, owner.start())
    closing = text.find(")", span.start, span.end)
    if closing >= 0 and text.find("(", span.start, closing) < 0:  # half of "Ana (Bo) Holm"
        span = _until(text, span, closing)
    hanging = _HANGING.search(text, span.start, span.end)
    if hanging:
        span = replace(span, end=hanging.start())
    unfinished = _OPEN.search(text, span.start, span.end)
    if unfinished is None:
        return span
    more = _NEXT.match(text, span.end, limit)
    return replace(span, end=more.end() if more else unfinished.start())


def _until(text: str, span: Span, end: int) -> Span:
    """Give a name up to `end`, without the blanks before that."""
    return replace(span, end=span.start + len(text[span.start : end].rstrip()))


def _with_initials(text: str, span: Span) -> Span:
    """Take in the rest of initials that the model cut: "B." of "B.C."."""
    before = _INITIALS_BEFORE.search(text, max(0, span.start - 8), span.start)
    start = before.start() if before else span.start
    end = span.end
    last = end - 1 - (text[end - 1] == ".")
    if text[last : last + 1].isupper() and not text[last - 1 : last].isalnum():
        behind = _INITIALS_BEHIND.match(text, last + 1)
        end = behind.end() if behind else end
    return replace(span, start=start, end=end)


def _without_closed(text: str, span: Span) -> Span:
    """Leave pronouns and the like outside, which a heading prints with a capital; acronyms are in capitals."""
    ahead = _CLOSED_AHEAD.match(text, span.start, span.end)
    start = ahead.end() if ahead else span.start
    behind = _CLOSED_BEHIND.search(text, start, span.end)
    return replace(span, start=start, end=behind.start() if behind else span.end)
