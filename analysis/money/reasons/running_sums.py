"""Running sums: what was given in a stretch of time up to the day of the report, told in one figure.

"Since taking office, the President has committed 1.2 billion", "we have donated, thus far, a billion": a stretch of
time that reaches to now, and the perfect tense. Who says "we have sent 300 million" without saying that it is new sums
up, too. What such a figure includes, and what the list that it opens goes on with, is of its kind. Announced or
additional sums are news, and so is a single one ("to date it has made a 5 million loan").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.money.text.around import beside, of_sentence
from analysis.money.text.list_items import without_marks
from analysis.money.text.screen import sparse
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_LEFT, _RIGHT = 420, 170  # characters of the paragraph around a sum that are read

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LENGTH = r"(?:[\w-]+\s){0,2}?(?:years?|decades?|months|weeks)"
_SINCE = (
    rf"since\s(?:(?:the\s)?(?:very\s)?(?:{_MONTH}\s(?:\d|of\s)|(?:FY|[Ff]iscal\s[Yy]ear)|(?:19|20)\d\d"
    r"|(?:beginning|start|outbreak|onset|launch|first|last|\w+\sSummit|Summit|invasion|war)\b)"
    r"|(?:its|their|his|her|our|the)\s(?:\w+\s)?(?:inception|founding|creation|inauguration|launch)"
    r"|(?:taking|coming\s(?:in)?to|entering|announcing|launching|establishing)\b"
    r"|(?:he|she|I|we|they|the\s(?:\w+\s){1,2})\s?(?:took|came\sinto|entered)\soffice)"
)
_STRETCH = rf"(?:over|in|during|for|within)\s(?:just\s)?(?:the\s)?(?:last|past|previous)\s{_LENGTH}"
_FIRST = (
    r"in\s(?:its|his|her|our|their|my|the\sAdministration[’']s)\sfirst\s(?:\d+|hundred|two|three|four|year|months?)\b"
)
_SO_FAR = r"(?:thus\sfar|(?:up\s)?to\sdate)"
_SPAN = rf"\b(?:{_SINCE}|{_STRETCH}|{_SO_FAR})"
_PERFECT = r"(?:\b(?:has|have|had)|[’']ve)\b"
_NEWS = r"(?!(?:new|additional|announc\w+|further|another|today|latest|extra|just|also\sannounc\w+)\b)"
_ON = rf"(?:{_NEWS}[^.;$€£]){{0,%d}}?"

# "Since 2002, the United States has provided", "even up to date now, since taking office, the President has"
_SPAN_BEFORE = re.compile(
    rf"(?:^\W*|[,—–]\s)(?:\w+\s){{0,3}}?{_SPAN}{_ON % 170},[^.;$€£]{{0,110}}?{_PERFECT}{_ON % 120}$"
    rf"|^\W*{_SPAN}{_ON % 60}{_PERFECT}{_ON % 120}$",
    re.IGNORECASE,
)
# "has, since 2015, provided", "we have donated, thus far,"
_SPAN_BETWEEN = re.compile(
    rf"(?<!which\s)(?<!who\s)(?<!that\s){_PERFECT},?\s(?!been\b)(?:[\w’']+,?\s){{0,3}}?{_SPAN}{_ON % 60}$",
    re.IGNORECASE,
)
# "in its first 100 days, the Administration approved"
_FIRST_DAYS = re.compile(rf"\b{_FIRST}{_ON % 60},{_ON % 110}$", re.IGNORECASE)
# "Since the beginning of the war, with gifts of": whatever its tense
_OPENS = re.compile(rf"^\W*(?:\d+\.\s)?(?:(?:So|And|But|Now),?\s)?{_SINCE}{_ON % 90},{_ON % 120}$", re.IGNORECASE)
_IN_TOTAL = re.compile(r"^\W*In\stotal,\s*$")
_BEEN = re.compile(r"^[^.;,]{0,60}\b(?:has|have)\sbeen\b")
_TOLD = re.compile(rf"{_PERFECT}{_ON % 110}$", re.IGNORECASE)
_SPAN_AFTER = re.compile(
    rf"^(?:{_NEWS}(?!\b(?:that|which|who|whose|owed|largest|biggest|first)\b)[^.;,$€£]){{0,100}}?{_SPAN}", re.IGNORECASE
)
_SINCE_AFTER = re.compile(
    r"^[^.;,$€£]{0,100}\bsince\sthe\s(?:very\s)?(?:beginning|start|outbreak|onset)\sof\b", re.IGNORECASE
)
_BROUGHT = re.compile(
    r"\b(?:bring(?:s|ing)?|brought)\s[^.;$€£]{0,30}\b(?:total|overall|cumulative)\b[^.;$€£]{0,110}\bto\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# "bringing Britain's contribution to", "raised its aid by 8 million, to"
_RAISED = re.compile(
    r"\bbringing\s[^.;$€£]{0,30}\b(?:contribution|aid|support|assistance|commitment|pledge|funding)\s(?:\w+\s){0,3}?to\s(?:\w+\s){0,2}$"
    r"|\b(?:rais|increas|lift|boost)\w*\s[^.;]{0,50}\b(?:contribution|aid|support|assistance|commitment|pledge|funding)\s"
    r"by\s[^.;\d]{0,10}\d[^.;]{0,30},\sto\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# "The appeal had collected 5 million by Monday noon", "has received 5 million in donations", "the public has now given"
_DAY = (
    r"(?:noon|midday|midnight|midweek|(?:the\s)?(?:evening|morning|afternoon|weekend)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_TAKEN_IN = re.compile(
    rf"{_PERFECT}\s(?:now\s|already\s)?(?:collected|taken\sin|received|raised|gathered|brought\sin|drawn|distributed)"
    r"\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_BY_NOW = re.compile(rf"^(?:[^.;,]{{0,30}}\bby\s(?:\w+\s)?{_DAY}\b(?!\sfor\b)|\s*(?:in|of)\sdonations\b)")
_SO_MANY = re.compile(
    r"\b(?:public|people|readers|viewers|donors)\s(?:has|have|had)\s(?:now|so\sfar)\sgiven\s(?:\w+\s){0,2}$"
    r"|\b(?:page|appeal|campaign|collection|drive|fundraiser)\b[^.;]{0,60}\s(?:has|have|had)\s(?:now\s)?passed\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# "Donations to the fund have exceeded 5 million", "Pledges for Chad top 5 million": what many gave passes a mark.
_PASSED = (
    r"(?:(?:has|have)\s(?:now\s|already\s)?(?:exceeded|topped|passed|surpassed|reached|crossed|hit|climbed\sto|risen\sto)"
    r"|exceeds?|tops?|nears?|surpass(?:es)?|hits?|now\sstands?\sat|stands?\sat)"
)
_MANY = (
    r"(?:donations|contributions|pledges|gifts|fundraiser|campaign|appeal|collection"
    r"|(?:relief|support|aid|solidarity)\s[Ff]und|[Ff]oreign\said)"
)
_PASSES = re.compile(
    rf"\b{_MANY}\b(?!\s(?:that|which|from)\b)[^;.$€£\d]{{0,50}}?"
    rf"\s{_PASSED}\s(?:(?:about|over|nearly|almost|a|some)\s)*$",
    re.IGNORECASE,
)
_PASSED_AT_ALL = sparse(rf"\b{_PASSED}\s")
_MAY_PASS = frozenset(["", "part", "no_donor", "other", "total_to_date"])
_HANDED = r"(?:provided|delivered|sent|donated|given|contributed|surged|spent|shipped)"
# "We have provided 300 million in aid": of new sums it would be said that they are. What somebody is quoted for
# in a report is its news.
_WE = re.compile(
    rf"^[^\"“]*\bwe(?:\shave|[’']ve)\s{_NEWS}(?:\w+\s){{0,3}}?{_HANDED}\s(?:(?:about|some|already|up\sto)\s)?$",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(
    rf"{_PERFECT}\salready\s(?:\w+\s){{0,2}}?(?:{_HANDED}|approved|committed|awarded|allocated|invested)\s{_ON % 20}$",
    re.IGNORECASE,
)
# "The United States has committed 7 million to train the police": a state that does something new is said to do so
# today, or to announce it. An office of it has fewer gifts to sum up, and an exact figure that is committed is one.
_STATE_HAS = re.compile(
    r"^(?:(?!\b(?:announc\w+|today|new(?:ly)?|that|additional|further|another|latest|just|recently|following|when|after"
    r"|last|this)\b)[^.;$€£])*?(?-i:\b(?:United\s(?:States|Kingdom)|U\.S\.|USG|(?:U\.S\.|U\.K\.|States|Federal)\sGovernment"
    r"|Government\sof\s(?:[A-Z]\w+\s?){1,3}))\s(?:has|have)\s(?:also\s|already\s|now\s|thus\sfar\s|since\s)?"
    rf"(?:(?P<done>{_HANDED}|disbursed|invested|obligated)|committed|awarded|allocated|approved|dedicated)\s(?:a\stotal\sof\s)?$",
    re.IGNORECASE,
)
# "Under the Vale Administration, the state obligated 7 million"
_UNDER = re.compile(
    rf"^\W*Under\s(?:President\s\w+|(?:the|this|his|her|my|our)\s(?:[\w–-]+\s)?(?:administration|presidency))"
    rf"(?:[’']s\sleadership)?,{_ON % 120}\b(?:{_HANDED}|approved|committed|awarded|allocated|disbursed|invested"
    r"|obligated|distributed|made)\s(?:\w+\s){0,4}?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[a-z]+\s)+")
_ROUND = re.compile(r"(?:well\s)?(?:more\sthan|over|upwards\sof|in\sexcess\sof|nearly|almost)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|the)\s+\W*$", re.IGNORECASE)  # "a 5 million loan", "the 5 million announced on Tuesday"
_NEW_AFTER = re.compile(r"^\W*(?:in|of)?\s*(?:new|additional|further|extra|more)\b", re.IGNORECASE)

_FRESH_AFTER = re.compile(r"^[^.;,$€£]{0,90}\b(?:new|additional|further|today|announced)\b", re.IGNORECASE)

# From a running sum to the next of its list, in one sentence.
_LISTED = re.compile(
    r"^(?:(?!\b(?:announc\w+|today|additional|latest|said|will|would)\b)[^.$€£])*?"
    r"(?:\binclud\w+\b[^.$€£]*|[,;]\s+(?:and\s+|as\swell\sas\s)?|\band\s+(?:also\s\w+ed\s)?)\W*$",
    re.IGNORECASE,
)
# What a sentence holds in which a sum that counts as nothing may be the first of such a list.
_HINT = sparse(rf"\b(?:since|to date|thus far|already|in total)\b|{_STRETCH}", re.IGNORECASE)
_LEAD = 300  # characters in which a text begins to tell its news
_FAR = 260  # characters between two of a list
# "It also includes 20 million for": the sentence after goes on about it
_GOES_ON = re.compile(
    r"^\W*(?:And\s+)?(?:This|That|It|These)\s+(?:also\s+)?(?:includ|compris|cover|contain)\w*\b[^.$€£]*$", re.IGNORECASE
)


def with_running_sums(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text with those left out that sum up what was given up to now.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    found: list[Claim] = []
    last: Claim | None = None  # the running sum told last
    marks = _marks_passed(claims, text)
    for claim in claims:
        marked = claim.exclude_reason in _MAY_PASS and _mark(claim) in marks
        running = claim.amount is not None and (marked or _is_running(claim, last, text))
        last = claim if running else last
        if running and (marked or claim.exclude_reason in _COUNTED):
            found.append(replace(claim, exclude_reason="total_to_date", polarity="historical"))
        else:
            found.append(claim)
    return found


def _is_running(claim: Claim, last: Claim | None, text: str) -> bool:
    if claim.exclude_reason == "total_to_date":
        return True
    if claim.exclude_reason not in _COUNTED and _HINT.search(claim.sentence) is None:
        return False
    before, after = _around(claim, text)
    if _ONE.search(before) or _NEW_AFTER.match(after):
        return False
    if last is not None and claim.start - last.end < _FAR:
        between = _plain(text[last.end : claim.start])
        same = last.sentence == claim.sentence
        if (same and _LISTED.match(between)) or (not same and _GOES_ON.match(before)):
            return True
    taken_in = _BY_NOW.match(after) and _TAKEN_IN.search(before)
    if taken_in or any(
        pattern.search(before)
        for pattern in (_SPAN_BEFORE, _SPAN_BETWEEN, _FIRST_DAYS, _OPENS, _BROUGHT, _RAISED, _SO_MANY, _WE, _UNDER)
    ):
        return True
    told_since = _SINCE_AFTER.match(after) or (_TOLD.search(before) and _SPAN_AFTER.match(after))
    if told_since or _is_done_by_state(claim, before, after, text):
        return True
    if _IN_TOTAL.match(before):
        return bool(_BEEN.match(after))
    return bool(_ROUND.match(claim.text) and _SO_MUCH.search(before))


def _marks_passed(claims: Sequence[Claim], text: str) -> set[tuple[str, Decimal]]:
    """Give the sums that what many gave is said to have passed: told again, they are what many gave, too."""
    if _PASSED_AT_ALL.search(text) is None:
        return set()
    found = (c for c in claims if c.exclude_reason in _MAY_PASS)
    return {mark for c in found if (mark := _mark(c)) and _PASSES.search(_around(c, text)[0] + _lead(c.text))}


def _mark(claim: Claim) -> tuple[str, Decimal] | None:
    low = claim.amount.low if claim.amount is not None else None
    return None if claim.amount is None or low is None else (claim.amount.currency or "", low)


def _lead(printed: str) -> str:
    """Give the words that open a sum as it is printed ("exceeded " of "exceeded EUR 5 million")."""
    words = _OPENING.match(printed)
    return words.group() if words is not None else ""


def _is_done_by_state(claim: Claim, before: str, after: str, text: str) -> bool:
    """Whether a state is said to have done what the sum tells, or to have committed a round one, and not as news."""
    if claim.start < _LEAD and "\n" in text[: claim.start].strip() and not _HINT.search(claim.sentence):
        return False  # what stands under a title is the news
    state = _STATE_HAS.search(before)
    if state is None or _FRESH_AFTER.match(after) is not None:
        return False
    return state["done"] is not None or _ROUND.match(claim.text) is not None


def _around(claim: Claim, text: str) -> tuple[str, str]:
    """Give the words of the sentence before a sum and those after it, without marks of layout."""
    before, after = beside(claim, text, _LEFT, _RIGHT)
    return of_sentence(_plain(before)), _plain(after)


def _plain(words: str) -> str:
    return f" {without_marks(words)} "
