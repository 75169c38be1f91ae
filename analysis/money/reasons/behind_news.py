"""Gifts of an earlier year that a report tells behind its news, and the old sums that gifts are raised from.

"Oslo lent the island 5 million in 2022" and "gave 5 million under a 2022 deal" say what came before, in the simple past
of a state or a public body; so does "it began in 2022, when Oslo gave 5 million", and "promised 5 million at the
conference in May". Of a firm or a person the gift of another year may be all that a report tells, and a list or a
tracker's note has dated gifts for news, as has the first paragraph of a report. Of a pledge raised "from 5 million to 8
million" the first sum is the old one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.earlier import MONTHS
from analysis.money.reasons.months_back import is_months_back
from analysis.money.reasons.raised import RAISES
from analysis.money.reasons.unmarked import sentence_around
from analysis.money.text.paragraphs import parted_by
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_PUBLIC = frozenset(["government", "multilateral"])
_GAVE = (
    r"(?:gave|lent|granted|sent|paid|pledged|promised|offered|extended|signed|approved|agreed|provided|contributed"
    r"|donated|built|committed|put|spent|bought|handed|allocated|announced|poured|deposited|awarded|released|supplied"
    r"|shipped|came\sup|set\saside|did\sthe\ssame)"
)
_YEAR = (
    rf"(?:(?:early|late|mid)[\s-])?(?:the\s)?(?:(?:{MONTHS}|spring|summer|autumn|fall|winter)\s(?:of\s)?)?"
    r"(?:19|20)\d\d\b(?![-–/])"
)
_FOUR = re.compile(r"\b(?:19|20)\d\d\b")
_PACT = r"(?:deal|agreement|decision|accord|pact|treaty|loan|programme|program|memorandum|contract|convention)"
# "gave ", but for "has pledged to give", "was to be paid"
_VERB = sparse(
    rf"(?<!\bto\s)(?<!\bhas\s)(?<!\bhave\s)(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)\b{_GAVE}\b(?P<gap>[^;.]{{0,80}})$"
)
# "was supported by a 5 million grant from Oslo in 2021", "The first phase was financed with a loan of 41 million"
_BACKED = sparse(
    r"\b(?:was|were)\s(?:\w+ly\s)?(?:supported|financed|funded|backed|paid\sfor)\s(?:by|with|through|out\sof)\b(?P<gap>[^;.]{0,60})$"
)
_PHASE = re.compile(
    r"\b(?:[Ff]irst|[Ee]arlier|[Pp]revious|[Ii]nitial|[Pp]receding)\s(?:phase|stage|round|programme|program|project)\b[^;.]*$"
)
# "Oslo's 10 million contribution was announced in June 2022"
_TOLD_IN = sparse(
    rf"^[^;.$€£¥₹\d]{{0,80}}?\b(?:was|were)\s(?:first\s)?(?:announced|pledged|approved|agreed|signed|promised|committed|made"
    rf"|granted|paid)\s(?:back\s)?in\s{_YEAR}"
)
_DATED = sparse(rf"^(?P<gap>[^;.]{{0,140}}?)\b[Ii]n\s{_YEAR}")
# "under a 2022 decision", "under the decision of 2024"
_UNDER = sparse(
    rf"^[^;.$€£¥\d]{{0,90}}?\bunder\s(?:an?|the|its|their)\s(?:(?:19|20)\d\d\s(?:\w+\s)?{_PACT}"
    rf"|{_PACT}\s(?:of|from|signed\sin|dating\sfrom)\s(?:19|20)\d\d)\b"
)
# "In 2024 the bank granted Mali ", "dates from 2022, when Oslo gave ", "in 2021 and said it would pay "
_AFTER_YEAR = sparse(
    rf"(?:(?:^|\b(?:came|dates(?:\sback)?|dated(?:\sback)?|began)\s)\W*(?:[Bb]ack\s)?(?:[Ii]n|from|to)\s{_YEAR}"
    rf"(?:,\swhen\b)?|\bin\s{_YEAR}\sand\s(?:said|agreed|announced|vowed)\b(?=[^;.]*?\bwould\b))"
    rf"(?P<gap>[^;.]*?\b(?:{_GAVE}|would)\b[^;.]{{0,110}})$"
)
# "It had pledged " with "at a conference in April", "Before the storm, Oslo had in December given "
_HAD = sparse(
    rf"(?:^|,\s|\band\s)(?:[\w’'.-]+\s){{1,6}}?had\s(?:also\s|in\s{MONTHS}\s)?(?:given|paid|sent|lent|pledged|promised"
    rf"|offered|granted|approved|committed|provided|contributed|donated)\b[^,;:.]{{0,70}}$"
)
_MONTH = re.compile(rf"\b(?:in|last)\s(?:early\s|late\s|mid-)?{MONTHS}\b")
_SAID = re.compile(r"\b(?:sa(?:id|ys)|told|noted|that|confirmed|announced|added|already|just)\b")
# "At a conference in Geneva in January", "agreed at the summit in June", "from the visit last May": another meeting
# than the one that is reported, which has its day.
_MEETING = sparse(
    rf"\b(?:the|an?|its|their|last|at)\s(?:[\w’'-]+\s){{0,3}}?(?:conference|summit|meeting|gathering|forum|visit|talks|COP\s?\d\d)"
    rf"\b[^;:.,$€£¥₹\d]{{0,30}}\s(?:in|last)\s(?:(?:early|late)\s)?{MONTHS}\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|ahead\sof|next|until|before|planned|due|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_OF_WHICH = re.compile(r"^[^.;$€£¥₹]{0,90},\sof\swhich\s$")
# What is of now, or of a day by which a report dates its news.
_NOW = re.compile(
    r"\b(?:has|have|will|is|are|can|should|to\sbe|this\s(?:year|month|week)|last\s(?:month|week)|today|now|new|yesterday"
    r"|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|additional|another|further)\b"
)
# Where another clause begins, whose year is none of the gift's, or another sum.
_OTHER = re.compile(
    r"\b(?:who|which|that|where|after|before|since|when|whose|until|by|hit|killed|struck|damaged|devastated|destroyed"
    r"|begun|started|launched|founded|on\stop|addition|compared|than|a|an)\b"
    rf"|\band\s(?:[\w’'-]+\s){{0,4}}(?:{_GAVE}|will|has|have|is|would)\b|[$€£¥₹]|\d+\s(?:million|billion)"
    r"|(?<!,)\s(?:[a-z]+ed|built|sunk|lost|bought|begun)\s$"
)

_FAR = 140  # characters behind a sum that may name the meeting at which it was promised
_NEAR = 90  # characters behind a sum that may name its month

# "raised its aid to Mali from 5 million to 8 million", "will raise a grant for dykes from 5 million to 8 million"
_FROM = sparse(
    rf"\b{RAISES}\s(?:its|his|her|their|a|the)\s[^.;,$€£¥₹\d]{{2,110}}\sfrom\s(?:an?\s(?:initial|earlier)\s|just\s|about\s)?$"
)
_TO = re.compile(r"^(?:\s?\([^)]*\))?,?\s?to\s(?:[a-z]+\s){0,3}(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s?\d|\d)")


def without_old_gifts(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with gifts of earlier years and sums raised to others left out as told before.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found: list[Claim] = []
    whole = -1  # where the last of the old gifts ends
    for claim in claims:
        part = whole >= 0 and claim.exclude_reason in _TOLD and _OF_WHICH.match(reader.text[whole : claim.start])
        old = bool(part) or _is_old(claim, reader)
        whole = claim.end if old and not part else -1
        found.append(replace(claim, exclude_reason="restatement") if old else claim)
    return found


def _is_old(claim: Claim, reader: Reader) -> bool:
    if claim.exclude_reason not in _TOLD or claim.amount is None or claim.donor is None:
        return False
    before, after = sentence_around(claim, reader.text)
    if _FROM.search(before) and _TO.match(after):
        return True
    if is_closed(before, after, reader.year):
        return True
    if claim.donor_level not in _PUBLIC or reader.text.find(parted_by(reader.text), 0, claim.start) < 0:
        return False
    if is_months_back(before, after, reader.published):
        return True
    return is_dated_back(before, after, reader.year) and reader.kind == "report"


def is_closed(before: str, after: str, year: int | None = None) -> bool:
    """Tell whether the words on both sides of a sum say that its gift was told in a year before `year`, or is used up.

    >>> is_closed("Oslo's ", "grant for dykes was announced in June 2022", 2023)
    True
    >>> is_closed("The first phase, now closed, was financed with a loan of ", "from the bank")
    True
    >>> is_closed("The second phase will be financed with a loan of ", "from the bank")
    False
    """
    told = _TOLD_IN.search(after)
    if told is not None:
        return _is_before(told, year)
    backed = _BACKED.search(before)
    return backed is not None and _PHASE.search(before[: backed.start()]) is not None


def is_dated_back(before: str, after: str, year: int | None = None) -> bool:
    """Tell whether the words on both sides of a sum date its gift to a year before `year`, or look back to a month.

    Who writes without a date means a past one.

    >>> is_dated_back("Oslo lent Mali ", "in 2022"), is_dated_back("Oslo will lend Mali ", "in 2022")
    (True, False)
    >>> is_dated_back("In 2022 Oslo gave Mali ", ""), is_dated_back("Oslo gave Mali ", "for mills built in 2022")
    (True, False)
    >>> is_dated_back("It dates from 2022, when Oslo gave ", ""), is_dated_back("Oslo gave ", "under a 2022 deal", 2022)
    (True, False)
    """
    opened = _AFTER_YEAR.search(before)
    if opened is not None and not _NOW.search(opened["gap"]):
        return _is_before(opened, year)
    under = _UNDER.search(after)
    if under is not None:
        return _is_before(under, year)
    had = _HAD.search(before)
    if had is not None and not _SAID.search(before) and (_MONTH.search(had.group()) or _MONTH.search(after[:_NEAR])):
        return True
    met = _MEETING.search(before) or _MEETING.search(after[:_FAR])
    if met and not _AHEAD.search(before) and not _AHEAD.search(after):
        return True
    backed = _BACKED.search(before)
    verb, dated = _VERB.search(before) or backed, _DATED.search(after)
    if verb is None or dated is None or _NOW.search(verb["gap"]) or _OTHER.search(dated["gap"]):
        return False
    return _is_before(dated, year)


def _is_before(dated: re.Match[str], year: int | None) -> bool:
    return year is None or max(int(one) for one in _FOUR.findall(dated.group())) < year
