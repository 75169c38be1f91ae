"""Sentences without what is only said in passing: "Mali -- which denies it -- pledged 5m".

An aside between dashes that holds no amount is blanked, offset by offset, so
that its verbs and names govern nothing outside it. So is what a clause tells of a
state or a body of states before its verb: "Spain, which has refused to halt its aid, will send 5m".
"""

import re

from analysis.corpus.sentences import Sentence
from analysis.money.text.reader import Reader

_DASHED = re.compile(
    r"""
    (?P<dash>\s--\s | \s?—\s? | \s–\s)
    (?P<inside>[^—–;]{3,200}?)
    (?P=dash)
    (?=[a-z])          # the sentence goes on
    """,
    re.VERBOSE,
)
_MARKS = ("--", "—", "–")
# "Spain, which once ..., said"
_RELATIVE = re.compile(
    r"""
    ,\swhich\s
    [^;:—]{3,180}?
    ,(?=\s(?:also\s|now\s|then\s|meanwhile\s)?
      (?:said|says|told|will|would|has|have|had|is|was|gave|gives|sent|sends|put|puts|made|paid|pays|lent|held|took
        |[a-z]{3,}ed)\b)
    """,
    re.VERBOSE,
)


def without_asides(sentence: Sentence, start: int, end: int, reader: Reader) -> Sentence:
    """Give `sentence` with its asides blanked, but those that hold an amount or what stands from `start` to `end`."""
    text = sentence.text
    if any(text.count(mark) >= 2 for mark in _MARKS):
        for match in _DASHED.finditer(text):
            text = _blanked(text, match, sentence.start, (start, end), reader)
    for match in _RELATIVE.finditer(text):
        before = sentence.start + match.start()
        named = next((item.party for item in reader.items(sentence) if item.end == before < start), None)
        if named is not None and named.level in ("government", "multilateral"):
            text = _blanked(text, match, sentence.start, (start, end), reader)
    return sentence if text is sentence.text else Sentence(text, sentence.start, sentence.end)


def _blanked(text: str, match: re.Match[str], offset: int, kept: tuple[int, int], reader: Reader) -> str:
    """Give `text` without what matched, unless that holds an amount or what is to be kept."""
    low, high = match.start() + offset, match.end() + offset
    if reader.overlaps(low, high) or (low < kept[1] and kept[0] < high):
        return text
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
