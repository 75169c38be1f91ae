"""What a gift is for, as printed: an aim behind the amount, or one told before."""

import re

from analysis.corpus.sentences import Sentence
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse

# What follows is the aim of a part: "2 billion euros, including 300 million for drones".
_PARTS = sparse(
    r",?\s+(?:including|of which|of that|among (?:it|them|which))\b"
    r"|,\s+\d[\d.,]*\s+(?:\w+illion\s+)?of (?:it|which|that|them)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"(?<!\bup )(?<!\brelation )(?<!\bregard )\bto\s+"
    r"(?!(?:the|a|an|any|all|its|his|her|their|our|be|have|date|about|at|more|some|around)\b)"
    r"(?-i:[a-z]+)\b[^.;]*",  # a verb: "to Ukraine" is whither
    re.IGNORECASE,
)
_FOR_IT = re.compile(
    r"(?:\b(?:for|towards?|aimed at|in support of|intended for|earmarked for)"
    r"|^\W*on(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| condition| top))\s+[^.;]*",
    re.IGNORECASE,
)
_NO_AIM = re.compile(r"^(?:for|to|towards?)\s+(?:the|a|its)\s+(?:total|sum|amount|target|first time)\b", re.IGNORECASE)
_SAME = re.compile(
    r"^(?:for|to|towards?)\s+(?:that|this|the same|the|it)\b\s*"
    r"(?:purpose|end|initiative|scheme|effort|plan|programme|program|cause)?\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s+(?:(?:[A-Z][\w’'.-]+\s+){0,4}(?:said|says|told|announced|confirmed|added)\b.*|"
    r"(?:he|she|they|it|officials|the \w+)\s+(?:said|says|told|announced|added)\b.*|"
    r"according to\b.*|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*|,\s+(?:the|which|who|while|but|after|as)\b.*)$",
    re.DOTALL,
)


def find_purpose(sentence: Sentence, end: int, limit: int, reader: Reader) -> str | None:
    """Give what it is for, as printed, from the words after `end` and before `limit`; "that purpose" is looked up."""
    rest = sentence.text[end - sentence.start : max(limit - sentence.start, 0)]
    part = _PARTS.search(rest)
    rest = rest if part is None else rest[: part.start()]
    match = _first(_TO_DO.search(rest), _FOR_IT.search(rest))
    if match is None:
        return None
    words = _clean(match.group())
    if _NO_AIM.match(words):
        return None
    if _SAME.match(words) or re.match(r"^for (?:that|this) (?:purpose|end)\b", words, re.IGNORECASE):
        return _earlier_purpose(sentence, reader) or words
    return words or None


def _first(one: re.Match[str] | None, two: re.Match[str] | None) -> re.Match[str] | None:
    found = [match for match in (one, two) if match is not None]
    return min(found, key=lambda match: match.start()) if found else None


_ASIDE = re.compile(
    r",\s+(?:the|which|who|while|but|after|as|with|and|about|some|nearly|almost|half|its|his|her|their|more|less"
    r"|adding|bringing|making|calling|raising|taking|doubling|ending|brushing"
    r"|\w+\s+(?:days?|weeks?|months?|years?))\b|\s+[–—-]\s+"
)


# What a purpose does not end with: the next gift begins behind it ("for boats and a further 5m for nets").
_NEXT = re.compile(
    r"(?:,|\s)*\s(?:and|plus|while|as well as)"
    r"(?:\s(?:another|an? (?:further|additional|extra|second))(?:\s[\d$€£].*)?|\s(?:some|about|nearly)?\s?[\d$€£].*)?$",
    re.DOTALL | re.IGNORECASE,
)


def _clean(words: str) -> str:
    cut = _TAIL.sub("", words)
    cut = _NEXT.sub("", _ASIDE.split(cut)[0].rstrip())
    return cut.strip(" ,;:\"“”'’)(")


def _earlier_purpose(sentence: Sentence, reader: Reader) -> str | None:
    """Give the aim stated in the sentences before: "an initiative ... to buy shells outside the EU"."""
    for earlier in reader.before(sentence, limit=3):
        match = re.search(r"\bto\s+(?!the\b|a\b|an\b)[a-z]+\b[^.;]*", earlier.text)
        if match is not None:
            return _clean(match.group())
    return None
