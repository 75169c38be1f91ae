"""Lines in capitals, as they would stand in a sentence: "NORWAY TO GIVE CHAD $5 MLN" as "Norway to give Chad $5 mln".

News flashes and headlines may be in capitals alone, which tell no name from another word. Names of the register, and
words that the rest of the text prints with a capital, keep one; so does what stands before the first verb, where the
subject of a flash is. Every character keeps its place, and what is printed is not changed: only rules read this.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from analysis.money.notation.currencies import load_lexicon
from analysis.money.notation.scan import windows
from analysis.money.text.parties import name_index, surnames
from analysis.money.text.words import cue_index

_WORD: Final = re.compile(r"[^\W\d_]+")
_PIECE: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+|\d(?:[\d.,]*\d)?|[^\w\s]")
# A line that holds no small letter of English but at a figure: all but lines in capitals break off at their first word.
_IN_CAPITALS: Final = re.compile(r"\n(?P<line>[^a-z\n]{8,}(?:(?<=\d)[a-z]+[^a-z\n]*)*)(?=\n|\Z)")
_LEAST = 4  # words of the shortest line that is a sentence
_SMALL: Final = frozenset(
    """a an the of to for in on at by with from as and or but if not no is are was were be been being has have had will
    would may might can could should must do does did it its he his she her they their them we our who which
    that this these those than then over under up down out off about after before against between during into
    through towards until via per more most less least another still yet donors donor partners leaders countries
    nations other also all both each first second new last next due says said say tells told mln bln mn bn tn
    pct day week month year years today tomorrow ministers officials""".split()
)
_DATES: Final = frozenset(
    """january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_ANEW: Final = frozenset([":", ";", "•", "*", "|"])  # behind these another subject may stand
_CLOSE: Final = frozenset(
    "to will has have had is are was were says no we for of in on as".split()
)  # no subject goes on
_TITLES: Final = frozenset("president minister pm chancellor premier king queen prince secretary envoy chief".split())
_LABEL = 7  # words of the longest name and office before a colon
_VOWELS: Final = frozenset("aeiouy")


def recased(text: str) -> str:
    r"""Write lines in capitals that hold money in small letters but for names, offset by offset.

    >>> recased("NORWAY'S LUND FUND TO GIVE CHAD $5 MLN FOR WELLS - MINISTRY")
    "Norway's Lund fund to give Chad $5 mln for wells - ministry"
    >>> recased("A list\nWORLD BANK: $5 MLN FOR ROADS OF BERGA\n\nBerga has mills.")
    'A list\nWorld Bank: $5 mln for roads of Berga\n\nBerga has mills.'
    >>> recased("CHAD\nNorway gives $5m for UNICEF.")
    'CHAD\nNorway gives $5m for UNICEF.'
    """
    if not any(_is_in_capitals(match["line"]) for match in _IN_CAPITALS.finditer(f"\n{text}")):  # "^" would be slow
        return text
    lines = text.split("\n")
    flags = [_is_in_capitals(line) for line in lines]
    told = {match[0] for line, flag in zip(lines, flags, strict=True) if not flag for match in _WORD.finditer(line)}
    names = {word.upper() for word in told if word.istitle() and word.lower() not in told}
    return "\n".join(_line(line, names) if flag else line for line, flag in zip(lines, flags, strict=True))


def _is_in_capitals(line: str) -> bool:
    """Whether a line is a sentence in capitals: what touches a figure may be small ("30m")."""
    words = [match[0] for match in _WORD.finditer(line) if not line[match.start() - 1 : match.start()].isdigit()]
    if len(words) < _LEAST or not all(map(str.isupper, words)):
        return False
    return len(line.lower()) == len(line) and bool(windows(line))


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Give the names of the register in capitals, by the first word, longest first, each as it is printed."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    known = [key for entries in name_index().values() for key, party in entries if party is not None]
    for key in sorted([*known, *((name,) for name in surnames())], key=lambda words: (-len(words), words)):
        upper = tuple(word.upper() for word in key)
        if len(key) == 1 and len(key[0]) > 2 and (key[0].lower() in _SMALL or key[0].lower() in cue_index()):
            continue  # "WHO GIVES", "AID"
        found.setdefault(upper[0], {}).setdefault(upper, key)
    return {first: list(entries.items()) for first, entries in found.items()}


def _line(line: str, names: set[str]) -> str:
    pieces = list(_PIECE.finditer(line))
    words = [piece[0] for piece in pieces]
    written = list(words)
    at, opens = 0, True
    while at < len(words):
        found = next((pair for pair in _names().get(words[at], ()) if _stands(pair[0], words, at)), None)
        if found is not None:
            written[at : at + len(found[1])] = found[1]
            at += len(found[1])
            continue
        opens = words[at] in _ANEW or ":" in words[at : at + _LABEL] or (opens and not _closes(words[at].lower()))
        written[at] = _written(words, at, names, opens=opens)
        at += 1
    gaps = [line[a.end() : b.start()] for a, b in pairwise(pieces)]
    body = "".join(word + gap for word, gap in zip(written, [*gaps, ""], strict=True))
    return line[: pieces[0].start()] + body + line[pieces[-1].end() :]


def _written(words: list[str], at: int, names: set[str], *, opens: bool) -> str:
    """Give a word that begins no listed name as a sentence would have it."""
    word, low = words[at], words[at].lower()
    if word in load_lexicon().codes or (len(low) > 1 and ("." in low or not _VOWELS & {*low})):
        return word if low not in _SMALL else low  # "EUR", "U.S.", "PM"
    if low in _DATES:
        return word.capitalize()
    if low in _SMALL or low in cue_index() or len(low) == 1 or low.endswith("ed"):
        return low
    named = word in names or opens or (at > 0 and words[at - 1].lower() in _TITLES)
    return word.capitalize() if named else low


def _stands(key: tuple[str, ...], words: list[str], at: int) -> bool:
    return tuple(words[at : at + len(key)]) == key


def _closes(word: str) -> bool:
    """Whether a subject ends before a word: a figure, a verb that is no noun too, or one as "it" has it."""
    if word in _CLOSE or word[0].isdigit() or word.endswith("ed"):
        return True
    cues = [cue for key, found in cue_index().get(word, ()) if len(key) == 1 for cue in found]
    verbs = [cue.form for cue in cues if cue.pos == "verb"]
    return bool(verbs) and (len(verbs) == len(cues) or "third" in verbs)
