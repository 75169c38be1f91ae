"""Split text into sentences, keeping the offsets.

Written here because the libraries at hand either lose offsets, need data that
has to be downloaded, or break inside "US$", "Rs. 2 lakh", "U.S." and quotes,
which is where this project's sentences are. One pass over the candidates, so
time is linear in the text.
"""

import re
from dataclasses import dataclass

# A break needs an end mark (with closing quotes or brackets) before white space
# and something that can open a sentence after it; a line break always breaks.
_CANDIDATE = re.compile(
    r"""
    [.!?…\r\n]                         # one set in front of both ways: found without trying either
    (?: (?<![\r\n]) [\"'”’»)\]]*        # what closes with an end mark
        (?P<gap>[ \t\u00a0]+)
        (?=[\"'“‘«(\[]*[A-Z0-9À-ÖØ-Þ$€£¥₹])  # what opens a sentence
      | (?<=[\r\n]) \s* )
    """,
    re.VERBOSE,
)

_OPENING = frozenset("\"'“‘«([")

# Abbreviations that a capital or a figure follows within a sentence.
_NEVER_ENDS = frozenset(
    """
    mr mrs ms dr prof sen rep gov gen col lt capt sgt maj adm rev hon pres amb st ste mt ft
    rs re no nos art sec vol fig approx est ca cf vs viz al messrs mme mlle
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
# These end a sentence only where a word that is not a name goes on.
_MAY_END = frozenset(["inc", "corp", "ltd", "co", "plc", "jr", "sr", "bros", "etc"])
_LONGER = 1 + max(map(len, _NEVER_ENDS | _MAY_END))  # letters of a word that is no abbreviation
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+$")
_OPENS_ANEW = re.compile(
    r"[\"'“‘«(\[]*(?:The|A|An|In|On|At|It|He|She|They|We|I|But|And|This|That|These|Those|There|His|Her|Its|Their|"
    r"For|From|With|After|Before|As|If|When|While|By|To|Also|However|Meanwhile|Last|Since|So|Our|You|My)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands: `text` is cut from `start` to `end`."""

    text: str
    start: int
    end: int


def split_sentences(text: str, base: int = 0) -> list[Sentence]:
    """Split `text`, which stands at `base`, into sentences, in order, without surrounding white space.

    >>> [s.text for s in split_sentences("Mr. Lund gave US$2.5 million. It was for Kyiv.")]
    ['Mr. Lund gave US$2.5 million.', 'It was for Kyiv.']

    Every character that is not white space is in exactly one sentence:

    >>> split_sentences(" ")
    []
    """
    found: list[Sentence] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        stop = match.start("gap")
        if stop < 0:  # a line break, which has no gap
            stop = match.start()
        elif not _ends(text, start, match.start(), match.end()):
            continue
        _add(found, text, start, stop, base)
        start = match.end()
    _add(found, text, start, len(text), base)
    return found


def _add(found: list[Sentence], text: str, start: int, stop: int, base: int) -> None:
    piece = text[start:stop].lstrip()
    first = base + stop - len(piece)
    piece = piece.rstrip()
    if piece:
        found.append(Sentence(piece, first, first + len(piece)))


def _ends(text: str, start: int, mark: int, after: int) -> bool:
    """Whether the mark at `mark` ends the sentence that began at `start`."""
    if text[mark] != "." or (mark - start >= _LONGER and text[mark - _LONGER : mark].isalpha()):
        return True
    # Sixty characters hold any abbreviation, and keep the look-back constant.
    first, lowest = mark, max(start, mark - 60)
    while first > lowest and not text[first - 1].isspace() and text[first - 1] not in _OPENING:
        first -= 1
    word = text[first:mark]
    bare = word.lower().strip(".")
    if bare in _NEVER_ENDS:
        return bool(bare == "no" and _OPENS_ANEW.match(text, after))
    if bare in _MAY_END or _INITIALS.match(word + "."):
        return _OPENS_ANEW.match(text, after) is not None
    return True
