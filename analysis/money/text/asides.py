"""Sentences without what is only said in passing: "Mali -- which denies it -- pledged 5m".

An aside between dashes that holds no amount is blanked, offset by offset, so
that its verbs and names govern nothing outside it.
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


def without_asides(sentence: Sentence, start: int, end: int, reader: Reader) -> Sentence:
    """Give `sentence` with its asides blanked, but those that hold an amount or what stands from `start` to `end`."""
    if all(sentence.text.count(mark) < 2 for mark in _MARKS):
        return sentence
    text = sentence.text
    for match in _DASHED.finditer(text):
        low, high = match.start() + sentence.start, match.end() + sentence.start
        if not reader.overlaps(low, high) and not (low < end and start < high):
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return sentence if text is sentence.text else Sentence(text, sentence.start, sentence.end)
