"""Find the stretches of a text that may hold money, at a cost close to nothing.

One Aho-Corasick pass finds every sign, code and name of a currency; a look at
the neighbours drops those inside words and those with no number near. What is
left is widened to the words around it. The grammar reads nothing else.
"""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.money.currencies import load_lexicon
from analysis.money.lexicon import SCALE_PREFIXES, SCALE_WORDS, TENS, UNITS

BEFORE, AFTER = 110, 150  # characters read on either side: hedge, number words; conversion, duration
_NUMBER_REACH = 60

_NUMBER = re.compile(
    r"[0-9½¼¾]|\b(?:"
    + "|".join(
        sorted([*UNITS, *TENS, *SCALE_WORDS, "half", "an?", "several", "few", "tens", "dozens"], key=len, reverse=True)
    )
    + r")|illions?|(?:hundred|thousand|crore|lakh)s",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9½¼¾]|illions?\b|illion[ -]|thousand|hundred|crore|lakh|dozen", re.IGNORECASE)


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    """The patterns, and for each how its neighbours are checked: name, sign or mark."""
    lexicon = load_lexicon()
    kinds: dict[str, str] = {}
    for text in lexicon.signs:
        if not any(char.isalpha() for char in text):
            kinds[text] = "mark"
        elif len(text) == 1:
            for digit in "0123456789":
                for pattern in (text + digit, text + " " + digit, digit + text, digit + " " + text):
                    kinds.setdefault(pattern, "letter")
        elif text[-1].isalpha() or text[0].isalpha():
            kinds.setdefault(text, "sign")
    for code in lexicon.codes:
        for prefix in SCALE_PREFIXES:
            kinds.setdefault(prefix + code, "sign")
    for found in lexicon.names.values():
        for words, _ in found:
            noun = words[-1]
            for pattern in (noun, noun.title(), noun.upper()):
                kinds.setdefault(pattern, "name")
    patterns = list(kinds)
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest), [kinds[pattern] for pattern in patterns]


def _holds(text: str, kind: str, start: int, end: int) -> bool:
    """Whether a match stands on its own, with a number where the grammar needs one."""
    if kind == "mark":
        return _FIGURE.search(text, max(0, start - 14), end + 6) is not None
    before, after = text[start - 1 : start], text[end : end + 1]
    if kind == "letter":
        return not (before.isalpha() and text[start].isalpha()) and not (after.isalpha() and text[end - 1].isalpha())
    if after.isalpha() or (before.isalpha() and kind == "name"):
        return False
    if kind == "sign":
        return not before.isalpha() and _FIGURE.search(text, max(0, start - 18), end + 14) is not None
    if _NUMBER.search(text, max(0, start - _NUMBER_REACH), start) is not None:
        return True
    return text[end : end + 3].strip()[:1].isdigit()


def windows(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that may hold money: (start, stop) offsets, in order, apart.

    >>> windows("Nothing here but 12 people.")
    []
    >>> windows("It cost $5.")
    [(0, 11)]
    """
    automaton, kinds = _automaton()
    found: list[tuple[int, int]] = []
    for pattern, start, end in automaton.find_matches_as_indexes(text):
        if not _holds(text, kinds[pattern], start, end):
            continue
        begin, stop = max(0, start - BEFORE), min(len(text), end + AFTER)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((begin, stop))
    return [_whole_words(text, begin, stop) for begin, stop in found]


def _whole_words(text: str, begin: int, stop: int) -> tuple[int, int]:
    """Move the borders inward to the nearest white space, so that no token is cut in two."""
    if begin:
        for spot in range(begin, min(begin + 40, stop)):
            if text[spot].isspace():
                begin = spot
                break
    if stop < len(text):
        for spot in range(stop, max(stop - 40, begin), -1):
            if text[spot - 1].isspace():
                stop = spot
                break
    return begin, stop
