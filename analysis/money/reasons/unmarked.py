"""Sums that a speaker comes back to: said as known, or named as what is built upon.

Who speaks off the page recalls many sums, and says of a gift that is news that it is: "today", "announce", "new",
"will", "a pledge of". A sum in a transcript that no such word stands by is recalled. So is, in any text, what
something new builds upon, delivers on or goes beyond: "This builds on the $5 million that we gave in March".
"""

import re

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.records import Claim

# What marks a gift as news, or as an act of giving of its own.
_NEWS = re.compile(
    r"""\b(?:
        today | tonight | tomorrow | yesterday | last\ night | this\ (?:morning|afternoon|week) | announc\w+
      | new | additional | another | further | now | will | going\ to | intends? | plans? | increas\w+ | launch\w*
      | grants? | pledg\w+ | commitment | committ(?:ed|ing) | donat\w+ | lend\w* | lent | loan | award\w*
      | help\w*\ with
      | investing | receiving | providing | sending | giving | g[ai]ven? | sent | deliver\w+ | transfer\w+
      | add(?:ed|ing) | establish\w* | distribut\w* | contribut\w+ | offer\w*
      | turn(?:ed|ing)\ over | hand(?:ed|ing)\ over
      | sign(?:ed|ing) | decid\w+ | conclud\w+ | chipp\w+
    )\b | [’']ll\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LEFT, _RIGHT = 420, 300  # characters of a paragraph around a sum that are read
# "This builds on the 5 million", "has already surpassed its commitment of 5 million"
_UPON = re.compile(
    r"\b(?:(?<!capacity )(?<!capacity-)(?<!team )(?<!institution )buil(?:d|ds|ding|t)\s(?:up)?on|surpass\w*"
    r"|deliver\w*\son|reaffirm\w*)\b(?P<gap>[^,;:.$]{0,90})$",
    re.IGNORECASE,
)
# "These actions build on steps that the state has taken, including by signing a bill and providing 5 million"
_STEPS = re.compile(
    r"\b(?:This|These)\s(?:[\w-]+\s){0,3}builds?\s(?:up)?on\b[^.;]{0,260}\b(?:including|and\sthe)\b(?P<gap>[^.;]{0,160})$"
)
_SURPASSED = re.compile(r"(?:surpass|exceed)\w*\s(?:its|their|our|his|her|the|a)\b", re.IGNORECASE)
# Words of a gift as one that others heard of: "the May 9 announcement of 5 million", "a summit, where she launched
# 5 million", "building on the sums announced in Oslo, including 5 million", "earlier awards, including 5 million",
# "Oslo's recently announced 5 million"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_RECALLED = re.compile(
    rf"""
    (?: \b(?:{_MONTH})\ \d{{1,2}}(?:st|nd|rd|th)?\ announcements?\ of\b
      | \b(?:commitment|pledge|promise)s?\ (?:that\ )?(?:it|they|we|he|she|the\ [A-Z][\w. ]{{1,40}}?)\ (?:had\ )?made\b
      | \bannouncements?\ (?:at|during)\ (?:the|last|our|his|her|their)\b(?:\ [\w’'.-]+){{1,6}}\ (?:of|to)\b
      | ,\ where\ (?:[\w’'-]+\ ){{1,4}}?(?:announced|launched|unveiled|pledged|committed)\b
      | \b[Bb]uilding\ (?:up)?on\b[^.;]{{0,160}}\b(?:announced|pledged|made)\b[^.;]{{0,160}}\bincluding\b
      | \b(?:earlier|previous|prior)\ (?:\w+\ ){{0,2}}(?:awards|grants|packages|pledges|announcements),\ including\b
      | \b(?:previously|already)[ -]announced\b
      | (?:\b(?:the|this|its|his|her|their|our|of)|[’']s?)\ (?:\w+\ )?(?:recently|newly)[ -]announced\b
    )[^.;]{{0,90}}$""",
    re.VERBOSE,
)
_FRESH = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
_DESPITE = re.compile(r"\b(?:[Aa]fter|[Dd]espite)\s(?:\w+\s)?$")  # "Despite 5 million in aid, few have rebuilt"
_ADDED = re.compile(r"\b(?:new|additional|another|further|with)\b", re.IGNORECASE)
_BY_GIVING = re.compile(r"\bby\s\w+ing\b")  # "will build on its support by giving 5 million"


def is_unmarked(claim: Claim, text: str) -> bool:
    """Tell whether no word of the sentence of a sum in a transcript says that it is news."""
    return _NEWS.search(" ".join(sentence_around(claim, text))) is None


def is_built_upon(claim: Claim, text: str) -> bool:
    """Tell whether a sum is named as what something new builds upon or goes beyond."""
    before = sentence_around(claim, text)[0]
    upon = _UPON.search(before)
    built = upon or _STEPS.search(before)
    if _SURPASSED.match(claim.text):
        return True
    if upon is not None and _BY_GIVING.search(upon["gap"]) is not None:
        return False
    return built is not None and _ADDED.search(built["gap"]) is None


def is_recalled(claim: Claim, text: str) -> bool:
    """Tell whether a sum is named as one that was announced on another day or at another meeting, or came before."""
    before, _ = sentence_around(claim, text)
    if _DESPITE.search(before):
        return True
    return _RECALLED.search(before) is not None and _FRESH.search(before) is None


def sentence_around(claim: Claim, text: str) -> tuple[str, str]:
    """Give the words of the sentence of a sum before it and behind it, each with single blanks."""
    before, after = (" ".join(words.split()) for words in beside(claim, text, _LEFT, _RIGHT))
    return of_sentence(f"{before} "), to_end(after)
