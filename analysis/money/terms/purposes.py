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
# Where another clause begins, whose aim is none of the sum: "5 million and the IMF is expected to release".
_ELSE = re.compile(
    r",?\s(?:and|while|but)\s(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}\s(?:is|are|was|were|will|would|has|have|had|plans|said)\b"
)
# On to the end of the sentence or a semicolon, over the points of "1.4 million" and "U.N. schools".
_ON = r"(?:[^.;]|\.(?=\d)|(?<=(?-i:[A-Z]))\.(?=\S|\s\w))*"
_TO_DO = re.compile(
    r"(?<!\bup )(?<!\brelation )(?<!\bregard )\bto\s+"
    r"(?!(?:the|a|an|any|all|its|his|her|their|our|be|have|date|about|at|more|some|around"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)"
    rf"(?-i:[a-z]+)\b{_ON}",  # a verb: "to Ukraine" is whither
    re.IGNORECASE,
)
_FOR_IT = re.compile(
    r"(?:\b(?:for|towards?|aimed at|in support of|intended for|earmarked for)"
    r"|^\W*on(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| condition| top| the table| behalf| its own"
    r"| (?:\w+ )?terms\b| \d"
    r"| (?:its|the|their) (?:first|second|last|same|final|opening|eve|day|spot)\b"
    rf"| (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)\w*\b))\s+{_ON}",
    re.IGNORECASE,
)
_NO_AIM = re.compile(r"^(?:for|to|towards?)\s+(?:the|a|its)\s+(?:total|sum|amount|target|first time)\b", re.IGNORECASE)
_SAME = re.compile(
    r"^(?:for|to|towards?)\s+(?:that|this|the same|the|it)\b\s*"
    r"(?:purpose|end|initiative|scheme|effort|plan|programme|program|cause)?\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+at\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:conference|meeting|summit|event|ceremony)\b.*|"
    r",?\s+(?:(?:(?:von|van|der|den|de|al|bin)\s+|[A-Z][\w’'.-]+\s+){0,5}(?:said|says|told|announced|confirmed|added)\b.*|"
    r"(?:he|she|they|it|officials|the \w+)\s+(?:said|says|told|announced|added)\b.*|"
    r"according to\b.*|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*|,\s+(?:the|which|who|while|but|after|as)\b.*)$",
    re.DOTALL,
)


def find_purpose(sentence: Sentence, end: int, limit: int, reader: Reader) -> str | None:
    """Give what it is for, as printed, from the words after `end` and before `limit`; "that purpose" is looked up."""
    rest = sentence.text[end - sentence.start : max(limit - sentence.start, 0)]
    part = _PARTS.search(rest)
    rest = rest if part is None else rest[: part.start()]
    clause = _ELSE.search(rest)
    rest = rest if clause is None else rest[: clause.start()]
    match = _aim(rest)
    if match is None:
        return None
    words = _MAIN_VERB.sub(r"\g<aim>", _clean(match.group()))
    if _BROKEN_OFF.fullmatch(words) and limit < sentence.end:
        return None
    if _NO_AIM.match(words) or " " not in words:
        return None
    if _SAME.match(words) or re.match(r"^for (?:that|this) (?:purpose|end)\b", words, re.IGNORECASE):
        return _earlier_purpose(sentence, reader) or words
    return words or None


# "Some 9 billion of the money for Ukraine is economic aid": behind the aim, the clause goes on.
_MAIN_VERB = re.compile(
    r"^(?P<aim>(?:for|towards?)\s(?:(?!\b(?:who|whom|whose|that|which|what|where|when|how|as|if|so)\b)[^,;]){2,60}?)"
    r"\s(?:is|are|was|were|will|would|has|have|had)\s.*$",
    re.DOTALL,
)
# "which are meant to bring 6 billion": the aim of another sum
_BROKEN_OFF = re.compile(r"to [a-z]+")


# "5 million, the minister said on Friday, the first such move since the funds for Mali ran out"
_SAID = re.compile(r",\s[^.;,]{2,110}?\b(?:said|says|told|announced|confirmed|added)\b[^.;,]{0,60}(?:,|\.?\s*$)")
_FOR = re.compile(rf"(?:for|towards?)\s+{_ON}")
# "worked there for 31 years", "for a third time"
_LASTING = re.compile(
    r"for\s(?:the\s)?(?:(?:last|past|next|about|over|more|than|nearly|almost|another)\s)*(?:\d+|an?|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|several|many|some)\s(?:more\s)?(?:years?|months?|weeks?|days?|hours?|decades?|second|third|fourth)\b"
)
_NAMED = re.compile(r"[A-Z][\w’'-]*\s$")


def _aim(words: str) -> re.Match[str] | None:
    """Find the aim in the words behind an amount: before who says so, or at once behind it; none inside a name."""
    said = _SAID.search(words)
    before = words if said is None else words[: said.start()]
    found = _first(_outside(_TO_DO, before), _outside(_FOR_IT, before))
    if found is not None or said is None:
        return found
    behind = words[said.end() :].lstrip()
    return _TO_DO.match(behind) or _FOR.match(behind)


def _outside(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Find a pattern where it opens no part of a name ("the Lund Fund for Better Schools")."""
    for match in pattern.finditer(words):
        behind = match.group().split(None, 2)[1:2]
        named = _NAMED.search(words, 0, match.start()) and behind and behind[0][:1].isupper()
        if not named and _LASTING.match(match.group()) is None:
            return match
    return None


def _first(one: re.Match[str] | None, two: re.Match[str] | None) -> re.Match[str] | None:
    found = [match for match in (one, two) if match is not None]
    return min(found, key=lambda match: match.start()) if found else None


_ASIDE = re.compile(
    r",\s+(?:the|which|who|while|but|after|as|with|and|about|some|nearly|almost|half|its|his|her|their|more|less"
    r"|one|each|both|most|(?:to|towards?|of|for|in|with|from|by|at|under) which"
    r"|adding|bringing|making|calling|raising|taking|doubling|ending|brushing"
    r"|\w+\s+(?:days?|weeks?|months?|years?))\b|\s+[–—-]\s+"
)


# What a purpose does not end with: the next gift begins behind it ("for boats and a further 5m for nets").
_NEXT = re.compile(
    r"(?:,|\s)*\s(?:and|plus|while|as well as)"
    r"(?:(?-i:\s(?:[A-Z][\w’'-]*\s)*[A-Z][\w’'-]*['’]s)"
    r"|\s(?:another|an? (?:further|additional|extra|second))(?:\s[\d$€£].*)?|\s(?:some|about|nearly)?\s?[\d$€£].*)?$",
    re.DOTALL | re.IGNORECASE,
)


_WORTH = re.compile(r",?\s(?:worth|valued at|totall?ing)$")  # whose sum is the next amount


def _clean(words: str) -> str:
    cut = _TAIL.sub("", words)
    cut = _NEXT.sub("", _ASIDE.split(cut)[0].rstrip())
    return _WORTH.sub("", cut.partition(": ")[0]).strip(" ,;:\"“”'’)(")


def _earlier_purpose(sentence: Sentence, reader: Reader) -> str | None:
    """Give the aim stated in the sentences before: "an initiative ... to buy shells outside the EU"."""
    for earlier in reader.before(sentence, limit=3):
        match = re.search(r"\bto\s+(?!the\b|a\b|an\b)[a-z]+\b[^.;]*", earlier.text)
        if match is not None:
            return _clean(match.group())
    return None
