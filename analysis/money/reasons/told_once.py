"""Sums that a speaker or a fact sheet comes back to: the gift is told once, where it is news.

Who speaks for the giver announces a gift once. What is asked of it, what is said of "that 800 million", a day on
which it was announced, and the item behind a heading that gave the figure tell it again. News is read otherwise
(`told_again`): there each sentence may be the one that a reader keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from analysis.money.reasons.told_again import Figure, as_told, figure_of, is_same_money
from analysis.money.reasons.unmarked import is_built_upon, is_recalled, is_unmarked, sentence_around
from analysis.money.text.around import beside, to_end
from analysis.money.text.paragraphs import parted_by
from analysis.money.text.turns import turns_of
from analysis.money.text.voice import speaks
from analysis.records import Amount, Claim

_TOLD = frozenset(["", "part"])
# Reasons of a figure in a heading, which has no room for who gives.
_UNREAD = frozenset(["other", "no_donor", "price", "budget", "total_to_date", "restatement"])
# A turn of a transcript ("Q    And the money?", "MS. LUND:", "THE PRESIDENT:"), behind the break of a line, by which
# it is found soonest.
_TURN = re.compile(
    r"""
    \n[ \t\xa0]*
    (?: (?P<asks>Q)[ \t\xa0]+(?=[^\s:])
      | (?:[A-Z][A-Z.’'-]*[ \xa0]){0,5}[A-Z][A-Z.’'-]+(?:[ ]\([A-Z]+\))?:(?=\s) )
    """,
    re.VERBOSE,
)
_HEARD = re.compile(r"\((?:Applause|Laughter|Laughs|Inaudible|Cross-?talk)\b", re.IGNORECASE)
# Where one who speaks off the page begins anew: "we — we sent it", "and that's the — a good day".
_BROKEN_OFF = re.compile(
    r"\b([A-Za-z][\w’']*) — \1\b|\b(?:the|an?|to|of|and|that|you|our|my|their|we|I|they|in|for|with|is|are|was) — "
)
_DASHES = 4  # in a text that has such a place
_TITLED = re.compile(
    r"^[ \t\xa0]*(?:Q[ \t\xa0]+[^\s:]|(?:THE[ ](?:VICE[ ])?PRESIDENT|M[RS]S?\.[ ][A-Z’'-]+(?:[ ][A-Z’'-]+)?"
    r"|(?:SENIOR[ ])?ADMINISTRATION[ ]OFFICIAL|SECRETARY[ ][A-Z’'-]+|PRESIDENT[ ][A-Z’'-]+):)",
    re.MULTILINE,
)
# Before a sum that the hearers know: "the 5 million", "of that new 5 million".
_KNOWN = re.compile(
    r"(?:\b(?:the|this|these|those)|\b(?:of|for|from|to|with|in|on|about|and|but|as|than)\sthat|(?:^|[.?!—:]\s+)that)\s+"
    r"(?:(?:new|first|initial|same|historic|over|nearly|almost|more|than|roughly|about|approximately|up|to|further"
    r"|full|entire|total|whole)\s+){0,3}$",
    re.IGNORECASE,
)
# "We have sent 5 million", "my administration provided 5 million": what was done, which the speaker counts up.
_DONE = re.compile(
    r"\b(?:(?:we|i)(?:\s(?:have|has)|[’']ve)|(?:my|our|this)\s+administration(?:\s+(?:has|have))?(?![^;.—]*\badditional\b))\s+"
    r"(?:\w+ly\s+(?:and\s+\w+ly\s+)?|also\s+|already\s+)?"
    r"(?:(?!pledged)[a-z]+ed|sent|given|made|put|spent|lent|brought)\b(?:(?!\bannouncing\b)[^,;.—]){0,50}$",
    re.IGNORECASE,
)
_NEAR = 90  # characters before a sum
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
# A day before that of the text: "last month", "two weeks ago", "on Friday night", "in April", "on April 5th".
_PAST = re.compile(
    rf"""
    \b(?: (?:last|this\ past|the\ past)\ (?:week|month|year|spring|summer|fall|autumn|winter|night|{_WEEKDAY}|{_MONTH})
      | in\ (?:just\ )?(?:the|recent)\ (?:last|past)\ (?:few|several|two|three|couple\ of)\ (?:days|weeks|months)
      | (?:days?|weeks?|months?|years?)\ ago | earlier\ (?:this\ (?:week|month|year|spring|summer|fall|autumn)|in)
      | (?:back\ )?in\ (?:early\ |late\ |mid-)?(?:{_MONTH}) | back\ in
      | on\ (?:{_WEEKDAY}|(?:{_MONTH})\ \d{{1,2}}(?:st|nd|rd|th)?)
      | yesterday | recently | previously )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FRESH = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
# Who speaks, or those spoken for, with a word of announcing: "my administration authorized", "we just announced".
_ANNOUNCED = re.compile(
    r"""
    (?: \b(?:I|[Ww]e|[Aa]dministration|President|United\ States(?:[’']s?)?|U\.S\.)
      | \b(?:[A-Z][\w.’'-]+\ )*[A-Z][\w.’'-]+ )
    \ (?:(?:has|have|also|then|just|\w+ly)\ ){0,2}
    (?:announced|announcement|authori[sz]ed|unveiled|launched|released)\b
    """,
    re.VERBOSE,
)
_AHEAD = 170  # characters before a sum that may say who announced it
_BEHIND = 120  # characters behind a sum that may date it
_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-•*]|\d+\.|\*\*)[ \t\xa0*]")


def with_told_once(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims with sums that their speaker tells again, or a heading told before, as restatements.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    if not any(claim.exclude_reason in _TOLD and claim.amount is not None for claim in claims):
        return list(claims)
    found, transcript = _under_heads(claims, text), is_transcript(text)
    found = _in_turns(found, text) if transcript else found
    # Whether the giver's own speak, and count up what they did; who answers questions tells what is new by its day.
    own = transcript or (speaks(text) and not turns_of(text))
    return [
        replace(claim, exclude_reason="restatement")
        if _is_announced_before(claim, text, own=own) or (transcript and _is_counted_up(claim, text))
        else claim
        for claim in found
    ]


@lru_cache(maxsize=4)  # asked several times of one text
def is_transcript(text: str) -> bool:
    """Whether a text takes down what speakers said.

    Told by turns of questions or titles, by what was heard between, or by dashes where a speaker breaks off.
    """
    heard = _HEARD.search(text)
    if _TITLED.search(text) is not None or (heard is not None and _HEARD.search(text, heard.end()) is not None):
        return True
    return text.count(" — ") >= _DASHES and (heard is not None or _BROKEN_OFF.search(text) is not None)


def _in_turns(claims: Sequence[Claim], text: str) -> list[Claim]:
    turns = [(turn.start(), turn["asks"] is not None) for turn in _TURN.finditer(f"\n{text}")]
    starts = [start for start, _ in turns]
    found: list[Claim] = []
    told: dict[Figure, Claim] = {}
    for claim in claims:
        if claim.amount is None or claim.exclude_reason not in _TOLD:
            found.append(claim)
            continue
        turn = bisect_right(starts, claim.start) - 1
        if _is_household(claim.amount) and not _GAVE.search(text[max(0, claim.start - _NEAR) : claim.start]):
            found.append(replace(claim, exclude_reason="other"))
            continue
        asked = turn >= 0 and turns[turn][1]
        before = claim if asked else told.setdefault(figure_of(claim.amount), claim)
        same = before is not claim and is_same_money(before, claim) and not _is_another(before, claim, text)
        again = asked or same or _is_recalled(claim, text)
        again = again or is_unmarked(claim, text)
        found.append(replace(claim, exclude_reason="restatement") if again else claim)
    return found


# "Alder Bank will receive 5 million. Birch Fund will receive 5 million": one size, and two that get it.
_GETS = re.compile(r"\b(?:receiv(?:es?|ing)|gets?|getting)\s(?:\w+\s){0,2}$")


def _is_another(before: Claim, claim: Claim, text: str) -> bool:
    """Whether a sum goes to another than the one of the same size told before."""
    if before.recipient and claim.recipient and before.recipient != claim.recipient:
        return before.recipient_text is not None and claim.recipient_text is not None
    told = before.sentence != claim.sentence
    return told and all(_GETS.search(text, max(0, one.start - _NEAR), one.start) for one in (before, claim))


def _is_household(amount: Amount) -> bool:
    """Whether a sum is one that a family pays, earns or gets ("that is 2,400 dollars off your premiums")."""
    size = amount.high or amount.low
    return size is not None and size < _HOUSEHOLD and amount.currency in _STRONG


def _is_recalled(claim: Claim, text: str) -> bool:
    return is_known(text[max(0, claim.start - _NEAR) : claim.start])


def is_known(before: str) -> bool:
    """Tell whether the words before a sum speak of it as one that the hearers know.

    >>> is_known("We thank them for that new "), is_known("We will give that country ")
    (True, False)
    """
    return _KNOWN.search(before) is not None


def _is_announced_before(claim: Claim, text: str, *, own: bool) -> bool:
    """Whether the speaker of a text counts up what was done, or dates the announcement of a sum to a day before.

    In a list of what was done, a dated item is news.
    """
    if claim.exclude_reason not in _TOLD or claim.amount is None:
        return False
    if is_built_upon(claim, text) or is_recalled(claim, text):
        return True
    if not own:
        return False
    if _DONE.search(text[max(0, claim.start - _NEAR) : claim.start]):
        return True
    at = claim.sentence.find(claim.text)
    before, after = claim.sentence[: max(at, 0)], beside(claim, text, 0, _BEHIND)[1]
    before, after = " ".join(before.split()), " ".join(after.split())
    after = to_end(after)
    said = _ANNOUNCED.search(before, max(0, len(before) - _AHEAD))
    if said is None or _FRESH.search(before) or _FRESH.search(after):
        return False
    if not (_PAST.search(before) or _PAST.search(after)):
        return False
    start = text.rfind(parted_by(text), 0, claim.start) + 1
    return _ITEM.search(text, max(0, start - 1), claim.start) is None


def _is_counted_up(claim: Claim, text: str) -> bool:
    """Whether a speaker tells what was done besides, or in a time before the day on which is spoken."""
    if claim.exclude_reason not in _TOLD or claim.amount is None:
        return False
    before, after = sentence_around(claim, text)
    if _FRESH.search(before) or _FRESH.search(after[:_BEHIND]):
        return False
    if any(_LATELY.search(words) for words in (before, after[:_BEHIND])) or _ALSO.search(before) is not None:
        return True
    return _ROUND.match(claim.text) is not None and _SO_FAR.search(before) is not None and not _ADDED.match(after)


# A time before the day of a speech, by weeks and more: what was done a day ago may still be its news.
_LATELY = re.compile(
    r"\b(?:(?:last|this\spast|the\spast|just\sthis|earlier\sthis)\s(?:week|month|year|spring|summer|fall|winter)"
    r"|(?:weeks|months)\sago|back\sin)\b",
    re.IGNORECASE,
)
# "The agency has awarded more than 5 million": a round sum of what was done until now.
_SO_FAR = re.compile(
    r"\b(?:has|have)\s(?:\w+ly\s)?(?:awarded|committed|provided|delivered|approved|invested|allocated|disbursed|sent"
    r"|donated|contributed|pledged|given)\s$"
)
_ROUND = re.compile(r"(?:well\s)?(?:more\sthan|over|upwards\sof|nearly|almost|roughly|about)\b", re.IGNORECASE)
_ADDED = re.compile(r"\s(?:in\s)?(?:new|additional|further|more)\b")
# "The Department has also made 5 million available": one more of what was done.
_ALSO = re.compile(
    r"\b(?:(?:has|have)\s(?:\w+ly\s)?also|also\s(?:has|have))\s(?:\w+ly\s)?"
    r"(?:(?!pledged)[a-z]+ed|sent|given|made|put|spent|lent|brought)\b(?:(?!\b(?:new|additional|announced)\b)[^;.—]){0,150}$"
)
_HOUSEHOLD = 50_000
_GAVE = re.compile(r"\b(?:sent|donated|contributed|raised|committed)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_STRONG = frozenset(["USD", "EUR", "GBP", "CAD", "AUD", "NZD"])  # of which such a sum is no public gift


# What is set off as a heading: a run in bold, the words of a link, a paragraph in italics.
_SET_OFF = re.compile(
    r"\*\*(?!\s)[^*]{3,400}?\*\*|\[[^\[\]]{3,400}\]\(|^\*(?![\s*])(?:[^*\n]|\n(?!\n)){3,400}\*[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_BODY = 3000  # characters behind a heading that tell of what it says


def _under_heads(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Count a figure of a heading there, read as the words behind it tell, and not again in them."""
    heads: list[tuple[int, int]] = []
    if "*" in text or "](" in text:
        heads = [match.span() for match in _SET_OFF.finditer(text)]
    if not heads:
        return list(claims)
    starts = [start for start, _ in heads]
    found = list(claims)
    first: dict[Figure, int] = {}
    set_off: set[int] = set()
    for at, claim in enumerate(claims):
        if claim.amount is None:
            continue
        head = bisect_right(starts, claim.start) - 1
        if head >= 0 and claim.start < heads[head][1]:
            set_off.add(at)
        told = first.setdefault(figure_of(claim.amount), at)
        if at in set_off and told not in set_off and found[told].exclude_reason not in _TOLD:
            told = first[figure_of(claim.amount)] = at
        if told == at or claim.exclude_reason not in _TOLD or not {told, at} & set_off:
            continue
        top = found[told]
        if claim.start - top.end > _BODY or not is_same_money(top, claim):
            continue
        if told in set_off and _is_better_told(top):
            top = found[told] = as_told(top, claim, text)
        if top.exclude_reason in _TOLD:
            found[at] = replace(claim, exclude_reason="restatement")
    return found


def _is_better_told(top: Claim) -> bool:
    """Whether a heading lacks what the words behind it may tell: that it is a gift, or whose."""
    return top.exclude_reason in _UNREAD or (top.exclude_reason in _TOLD and top.donor is None)
