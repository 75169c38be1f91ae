"""Find the stretches of a text that may hold money, at a cost close to nothing.

One Aho-Corasick pass finds every sign, code and name of a currency; a look at
the neighbours drops those inside words and those with no number near. What is
left is widened to the words around it. The grammar reads nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from analysis.money.notation.currencies import load_lexicon
from analysis.money.notation.lexicon import (
    AFTER_ONLY,
    BEFORE_ONLY,
    SCALE_PLURALS,
    SCALE_PREFIXES,
    SCALE_WORDS,
    TENS,
    UNITS,
    VAGUE_COUNTS,
)

# Characters read on either side: hedge and, before a name, number words; then conversion and duration.
BEFORE = {"mark": 60, "short": 60, "sign": 80, "name": 80}
AFTER = 110
_FROM, _FAR = "from ", 130  # before a sum: a verb far off may tell a change "from" it, and no range
_NUMBER_REACH = 40

_NUMBER = re.compile(
    r"[0-9½¼¾]|illion|\b(?:"
    + "|".join(
        sorted([*UNITS, *TENS, *SCALE_WORDS, *SCALE_PLURALS, *VAGUE_COUNTS, "half", "dozen"], key=len, reverse=True)
    )
    + r")\b",
    re.IGNORECASE,
)
# "USD three billion": behind a code, words are a figure if a scale follows
_WORDS_AFTER = re.compile(
    rf"\s(?:{'|'.join(sorted([*UNITS, *TENS], key=len, reverse=True))})(?:[- ]\w+)?\s"
    r"(?:(?:hundred|thousand)\s)?(?:[mbtr]\w*illion|lakh|crore|thousand)\b",
    re.IGNORECASE,
)
_SHORT = 2  # letters up to which a sign is looked for beside a figure only
_DIGITS = frozenset("0123456789")
_SCALED = ("illion ", "thousand ", "lakh ", "crore ", "bn ", "mn ", "m ", "k ")


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    """Return the patterns, and for each how its neighbours are checked: mark, short, sign or name."""
    lexicon = load_lexicon()
    kinds: dict[str, str] = {}
    for text in lexicon.signs:
        if not text[0].isalpha() or not text[-1].isalpha():
            kinds[text] = "mark"
        elif len(text) <= _SHORT and text.isascii():
            kinds.update(dict.fromkeys(_beside(text), "short"))
        else:
            kinds[text] = "sign"
    for code in lexicon.codes:
        kinds.update((prefix + code, "sign") for prefix in SCALE_PREFIXES)
    alone = {words[0] for found in lexicon.names.values() for words, _ in found if len(words) == 1}
    for found in lexicon.names.values():
        for words, _ in found:
            printed = [words[-1]] if words[-1] in alone else [mark.join(words[-2:]) for mark in " '’"]  # "pa'anga"
            for noun in printed:
                kinds.update(dict.fromkeys((noun, noun.title(), noun.upper(), noun.capitalize()), "name"))
    patterns = list(kinds)
    # A DFA takes 40 MB and a tenth of a second more, and finds in half the time: every text goes through it.
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    return automaton, [kinds[pattern] for pattern in patterns]


def _beside(sign: str) -> Iterator[str]:
    """Return a short sign with the figure or scale word that it touches, dots between its letters allowed."""
    if len(sign) > 1 and sign.isalpha():
        yield from _beside(f"{sign[0]}.{sign[1]}")
    for digit in "0123456789":
        if sign not in BEFORE_ONLY:
            yield from (f"{digit}{sign}", f"{digit} {sign}")
        if sign not in AFTER_ONLY:
            yield from (f"{sign}{digit}", f"{sign} {digit}", f"{sign}.{digit}", f"{sign}. {digit}")
    yield from (scaled + sign for scaled in _SCALED if len(sign) > 1)


def _holds(text: str, kind: str, start: int, end: int) -> bool:
    """Whether a match stands on its own, with a number where the grammar needs one."""
    if kind == "mark":
        return text[end : end + 1] in _DIGITS or _NUMBER.search(text, max(0, start - 16), end + 10) is not None
    if kind == "short":
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (before.isalpha() and text[start].isalpha()) and not (after.isalpha() and text[end - 1].isalpha())
    if text[end : end + 1].isalpha() or text[start - 1 : start].isalpha():
        return False
    if _NUMBER.search(text, max(0, start - _NUMBER_REACH), start) is not None:
        return True
    return text[end : end + 3].strip()[:1].isdigit() or (
        _WORDS_AFTER.match(text, end) is not None if kind == "sign" else text[max(0, start - 2) : start] in ("a ", "A ")
    )


def windows(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` that may hold money: (start, stop) offsets, in order, apart.

    >>> windows("Nothing here but 12 people.")
    []
    >>> windows("It cost $5.")
    [(0, 11)]
    """
    automaton, kinds = _automaton()
    found: list[tuple[int, int]] = []
    for pattern, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        kind = kinds[pattern]
        if not _holds(text, kind, start, end):
            continue
        reach = _FAR if text.endswith(_FROM, 0, start) else BEFORE[kind]
        begin, stop = max(0, start - reach), min(len(text), end + AFTER)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((begin, stop))
    return [_whole_words(text, begin, stop) for begin, stop in found]


def _whole_words(text: str, begin: int, stop: int) -> tuple[int, int]:
    """Move the borders inward to the nearest white space, so that no token is cut in two."""
    if begin:
        begin = next((spot for spot in range(begin, min(begin + 40, stop)) if text[spot].isspace()), begin)
    if stop < len(text):
        stop = next((spot for spot in range(stop, max(stop - 40, begin), -1) if text[spot - 1].isspace()), stop)
    return begin, stop
