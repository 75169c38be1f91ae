"""Gifts that no word of giving tells: a giver before the sum, and somebody who gains by it.

Language has more verbs of giving than any list ("Bern laid 5m on the table for
Yemen"). Where a state, a bank of nations or a charity does what the clause says
and the sum is for somebody else, what stands between does not matter, as long
as no word near it speaks of trade, need, loss or doubt.
"""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.clauses import nearest_reason
from analysis.money.text.screen import sparse
from analysis.money.text.subjects import stands
from analysis.money.text.verbs import FIGURE_STARTS, before_verb
from analysis.money.text.words import open_nouns, word_lists

# "Oslo's newest 5m", "5m on the table", "5m a year": what may stand between a sum and whom it is for.
_FOR_WHOM = re.compile(
    r"""
    ^\W*(?:(?:more|extra|ready|apiece|each|again|on\ the\ table|aside|over\ (?:\w+\ ){1,3}years?|a\ year|this\ year
        |today|on\ \w+day|(?:from|out\ of)\ (?:its|their|the|a)\ (?:[\w-]+\ ){1,4}?)\W*){0,2}
    (?:(?:is|are|was|were|will\ be)\ )?(?:meant\ |intended\ |destined\ |bound\ |earmarked\ |reserved\ )?
    (?:for|to|towards?|into|behind|in\ support\ of|in\ aid\ of|so\ that)\b
    (?!\ (?:itself|its\ own|their\ own|\d|sale|years?\b|decades))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "threw its weight behind the mine clearance of Mali with 8m"
_BROUGHT = sparse(r"\b(?:with|by|through|on)\W+(?:(?:an?|another|further|some|about|extra)\W+){0,2}$", re.IGNORECASE)
_NEAR = 140  # characters before an amount that may say what it is
_BEHIND = 90  # and behind it


def benefits(s: Setting, has_recipient: bool) -> bool:
    """Whether a giver is named before the amount and somebody else gains by it, whatever verb stands between."""
    if not s.donates or (s.verb is not None and s.verb.cue.sense not in _OPEN_VERBS):
        return False
    left, right = s.own[0][-_NEAR:], s.own[1][:_BEHIND]
    if has_recipient and s.abroad and _AT_COST.search(left) and not _BUYS.search(left):
        return True
    behind = _OWN_POT.sub("", right)
    against = word_lists("gain", "trade", "doubt").first_in(left) or word_lists("gain", "trade").first_in(behind)
    if against is not None or nearest_reason(s.items, s.index) is not None:
        return False
    if has_recipient and (_FOR_WHOM.match(right) or _BROUGHT.search(left) or _gift_told(s)):
        return True
    if has_recipient and (_SET_OFF.search(left) or _close(s)):
        return True
    if s.told and (_BROUGHT.search(left) or _is_object(s)):
        return True
    return s.abroad and bool(_FOR_WHOM.match(right)) and word_lists("gain", "cause").first_in(right) is not None


_OPEN_VERBS = frozenset(["weak", "chain", "speech"])
_REACH = 12  # items between a gift and its sum
# "renewed the mine clearance in Mali at a cost of 5m": what is done for others is given
_AT_COST = sparse(r"\bat an? (?:\w+ )?cost of\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_BUYS = re.compile(r"\b(?:bought|buy|purchas|acquir|order|built|build)\w*\b", re.IGNORECASE)


# "moved 5m from its reserve to the clinics of Chad": where a giver has it from
_OWN_POT = re.compile(
    r"^\W*(?:from|out of) (?:its|their) (?:[\w-]+ ){0,2}(?:reserves?|fund|budget|savings|purse)\b", re.IGNORECASE
)
# "Oslo opened its purse for the people of Mali: 5m"
_SET_OFF = re.compile(r"[:–—]\s*(?:\w+\s+){0,2}$")
_CLOSE = 5  # items between a giver and its sum


def _close(s: Setting) -> bool:
    """Whether the giver opens the clause right before the amount ("Bern is behind the 5m", "Oslo made it 6m")."""
    for k in range(s.index - 1, max(s.index - 2 - _CLOSE, -1), -1):
        item = s.items[k]
        if item.kind == "party":
            return s.index - k > 1 and stands(s.items, k)
        if item.kind in ("mark", "amount") or item.low in _AWAY:
            return False
    return False


# What tells that the sum is no object, or that somebody else has it.
_AWAY = frozenset("of at among from than under over against by from and who which that when where while as per".split())


def _gift_told(s: Setting) -> bool:
    """Whether a word that can only mean a gift stands before the amount ("Seoul's package for Mali runs to 5m")."""
    for item in reversed(s.items[max(0, s.index - _REACH) : s.index]):
        if item.kind == "amount" or item.low == ";":
            return False
        if item.has("noun", "give") and not item.has("noun", "reason"):
            return item.low not in open_nouns()
    return False


def _is_object(s: Setting) -> bool:
    """Whether one verb, of whatever kind, stands between a subject and the amount ("Canada confirmed a further 5m")."""
    k = s.index - 1
    while k > 0 and s.items[k].low in FIGURE_STARTS:
        k -= 1
    word = s.items[k]
    if word.kind != "word" or not word.text.islower() or not word.low.endswith(("ed", "s", "ing")):
        return False
    before = before_verb(s.items, k)
    return before >= 0 and stands(s.items, before)
