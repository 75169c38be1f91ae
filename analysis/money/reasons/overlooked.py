"""Gifts that were overlooked: promised with a reserve, told by who receives them, or beside one that was read.

"The United States plans to invest 5 million over two years, subject to the availability of funds" promises it, as such
papers word it; only what a parliament is still to be won over to is a plan. "Tribes will receive 5 million" tells of a
gift by its receiver. And of "4 million for schools and 6 million for wells" the one is what the other is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from analysis.money.reasons.by_neighbours import like
from analysis.money.reasons.handed_out import hands_out, releases, sets_up, was_given
from analysis.money.reasons.invested_for import invests_for_others
from analysis.money.reasons.list_heads import with_list_heads
from analysis.money.reasons.raised import with_raised
from analysis.money.reasons.told_once import is_transcript
from analysis.money.text.around import around, of_sentence, to_end
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_UNREAD = frozenset(["other", "no_donor", "price", "budget"])  # reasons that stand for want of a word of giving
_HELD = frozenset(["other", "no_donor", "conditional", "proposed"])
_SPENT = frozenset(["other", "no_donor", "budget"])
_PRIVATE = frozenset(["company", "person"])
_PUBLIC = frozenset(["government", "multilateral"])
_LEFT, _RIGHT = 420, 260  # characters of a paragraph around a sum that are read
_GIVING = r"(?:invest|provid|deploy|mak|commit|support|contribut|offer|dedicat|allocat|grant|award|lend)\w*"
# "plans to invest", "intends to make available"
_PLANS = re.compile(
    rf"\b(?:(?:plans?|intends?|(?:is|are)\splanning)\sto\s(?:also\s)?{_GIVING}|plans?\sto\sannounce)\b[^.;$€£]{{0,50}}$",
    re.IGNORECASE,
)
# "We also plan to announce", "the Department of Lakes plans to": who speaks for a state, or an office of it.
_OFFICE_PLANS = re.compile(
    r"\b[Ww]e\s(?:also\s)?plan\b|\b(?:[A-Z]{3,6}|Agency|Bureau|Office|(?:Department|Ministry)\sof(?:\s[A-Z]\w+)+)\s(?:also\s)?plans\b"
)
_WILL = re.compile(rf"\b(?:will|is|are)\s(?:also\s)?{_GIVING}\b[^.;$€£]{{0,50}}$", re.IGNORECASE)
_RESERVED = re.compile(
    r"\b(?:subject\sto|pending)\s(?:the\s)?(?:availab|approp|congress|parliament|engag)", re.IGNORECASE
)
# Who is still to be won over; what a firm builds for itself.
_UNSURE = re.compile(
    r"\b(?:working\swith\s(?:the\s)?(?:[\w.]+\s){0,2}(?:Congress|Parliament)|would|if)\b", re.IGNORECASE
)
_BUILT = re.compile(
    r"\b(?:plants?|factor(?:y|ies)|fabs?|manufactur\w+|semiconductors?|jobs|data\scent(?:er|re)s?"
    r"|in\sthe\sUnited\sStates|in\s(?:the\sU\.S|America))\b",
    re.IGNORECASE,
)
_APPROX = r"(?:(?:a|an|up|to|over|more|than|nearly|almost|about|some|around|at|least|another|additional|total|of)\s)*"
# "Tribes will receive", "Nevada is set to get"
_RECEIVES = re.compile(
    rf"\b(?:will|(?:is|are)\s(?:set|slated|due)\sto|to)\s(?:each\s|also\s)?(?:receive|get)\s{_APPROX}$", re.IGNORECASE
)
# Whose business it is to lend and to give: "the Export-Import Bank is investing 5 million".
_FINANCIER = re.compile(
    r"\b(?:Development\s(?:Finance|Bank|Agency)|Export[-\s]Import\sBank|Investment\sBank|International\sDevelopment"
    rf"|Finance\sCorporation|Challenge\sCorporation|DFC|EXIM|MCC|USAID|USTDA)\b[^.;,$€£]{{0,30}}?"
    rf"\b(?:(?:is|are|will|to)\s(?:also\s)?(?:investing|providing|committing|lending|invest|provide|commit|lend)"
    rf"|committed|invested|provided|lent)\s{_APPROX}$"
)
_MEANT = re.compile(r"^\s(?:in|to|from|for|through|over)\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had)\s(?:\w+\s){0,2}?(?:committed|invested|provided|lent)\s[^.;,$€£]*$")
_PURSE = 50_000  # what a household may get

# From one sum of a list to the next: "for schools and", "in 2023; "
_JOINED = re.compile(
    r"""^\s(?P<by>in|for|to|from|through|toward|towards)\b
    (?:(?!\b(?:has|have|had|will|would|which|who|that|is|are|was|were|said|announc\w+|pledg\w+|includ\w+|leverag\w+
      |mobili[sz]\w+|unlock\w+|attract\w+)\b)[^.$€£]){1,140}?
    (?:;|,|\band\b)(?:\sand\b|\splus\b|\sas\swell\sas\b)?
    (?:\s(?:another|an\sadditional|a\sfurther|up\sto|more\sthan|over|nearly|about|roughly|some|also))*\s$""",
    re.VERBOSE | re.IGNORECASE,
)
_REACH = 240  # characters between two sums of a list


def with_overlooked(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with gifts that only such words tell.

    Args:
        claims: those of the text, in order.
        reader: of the text.
    """
    paper = reader.kind == "paper" and not is_transcript(reader.text)
    house = reader.house is not None
    official = house and reader.kind == "paper"
    found = [
        claim if claim.donor is None else with_raised(claim, _around(claim.start, claim.end, reader.text)[0])
        for claim in claims
    ]
    found = [
        _as_handed_out(_as_promised(claim, reader.text, paper=paper, official=official), reader, house=house)
        for claim in found
    ]
    for at in (*range(1, len(found)), *range(len(found) - 1, 0, -1)):
        first, second = found[at - 1], found[at]
        if (first.exclude_reason in _TOLD) == (second.exclude_reason in _TOLD):
            continue
        given, other = (first, second) if first.exclude_reason in _TOLD else (second, first)
        if other.exclude_reason in _UNREAD and _is_beside(first, second, reader.text):
            found[at if other is second else at - 1] = like(other, given)
    return with_list_heads(found, reader.text)


def _as_promised(claim: Claim, text: str, *, paper: bool, official: bool) -> Claim:
    if claim.amount is None or claim.exclude_reason not in _HELD or claim.donor_level in _PRIVATE:
        return claim
    before, after = _around(claim.start, claim.end, text)
    whole = f"{before}{claim.text}{after}"
    plans = (paper and _PLANS.search(before)) or (
        _RESERVED.search(whole) and (_PLANS.search(before) or _WILL.search(before))
    )
    own = official and _OFFICE_PLANS.search(before) and _PLANS.search(before) and "Congress" not in whole
    if (own or (plans and claim.donor_level is not None)) and not _UNSURE.search(whole) and not _BUILT.search(whole):
        return replace(claim, exclude_reason="", status="pledged", polarity="future")
    if claim.exclude_reason == "other" and _FINANCIER.search(before) and not _PERFECT.search(before):
        return replace(claim, exclude_reason="")
    size = claim.amount.high or claim.amount.low
    if paper and size is not None and size > _PURSE and _RECEIVES.search(before) and _MEANT.match(after):
        return replace(claim, exclude_reason="", status="pledged", polarity="future")
    return claim


def _as_handed_out(claim: Claim, reader: Reader, *, house: bool) -> Claim:
    """Give the claim as a gift where its verb and its receiver tell one."""
    if (
        claim.amount is None
        or claim.amount.qualifier == "vague"
        or claim.exclude_reason not in (*_SPENT, "conditional")
    ):
        return claim
    before, after = _around(claim.start, claim.end, reader.text)
    if claim.donor_level == "government" and releases(before, after):
        return replace(claim, exclude_reason="", status="approved", polarity="actual")
    public = claim.donor_level in _PUBLIC
    size = claim.amount.high or claim.amount.low
    private = claim.donor_level in _PRIVATE
    if claim.exclude_reason in ("other", "conditional") and invests_for_others(
        before, after, size, public=public, private=private, house=house
    ):
        return replace(claim, exclude_reason="", status="pledged", polarity="actual")
    if claim.exclude_reason == "conditional" or reader.kind != "paper":
        return claim
    if (
        hands_out(before, after, public=claim.donor_level == "government", house=house)
        or (house and claim.exclude_reason == "no_donor" and was_given(before, after))
        or (claim.exclude_reason == "other" and sets_up(before, after, public=public))
    ):
        return replace(claim, exclude_reason="")
    return claim


def with_handed_out(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with what a state hands out at home as gifts, where it was taken for its own spending."""
    if reader.kind != "paper" or reader.house is None:
        return list(claims)
    return [_as_handed_out(c, reader, house=True) if c.exclude_reason == "budget" else c for c in claims]


def _is_beside(first: Claim, second: Claim, text: str) -> bool:
    """Whether two sums stand in one list, each with the same preposition behind it."""
    if first.sentence != second.sentence or not 0 < second.start - first.end < _REACH:
        return False
    if first.amount is None or second.amount is None or first.amount.currency != second.amount.currency:
        return False
    joined = _JOINED.match(f" {without_marks(text[first.end : second.start])} ")
    if joined is None:
        return False
    return without_marks(text[second.end : second.end + 20]).lower().startswith(f"{joined['by'].lower()} ")


@lru_cache(maxsize=2)  # asked for a promise and for what is handed out
def _around(start: int, end: int, text: str) -> tuple[str, str]:
    """Give the words of the sentence before a sum and those after it, without marks of layout."""
    before, after = around(start, end, text, _LEFT, _RIGHT)
    return f"{of_sentence(without_marks(before))} ", f" {to_end(without_marks(after))}"
