"""The stage that the heading or the first words of a list tell of all its gifts, and a whole sum of its parts.

"Also cleared:" approves each line under it, "What was agreed" commits what its section tells, "New deposits this
month: Norway 5 million, Malta 1 million" were paid. "Of this sum, 2 million is for pumps" is as far as the sum is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.terms.stage_sayings import RANK
from analysis.money.text.list_items import LINE
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_HEADING = 70  # characters that a heading has at most
_SECTION = 1500  # characters before a gift in which the heading of its section stands
_LINES = 12  # lines of a list at most between its lead and a gift
NO_HEADING = (".", "?", "!", "”", '"', ";", ",")
_PAPERS = r"(?:agreements?|contracts?|deals?|accords?|grants?|loans?|credits?|documents?|papers|projects?|notes)"
_NOT_YET = sparse(
    r"\b(?:not|no|yet|to\sbe|will|would|could|should|must|may|if|asks?|asked|want\w*|wait\w*|pending|needs?|due|plan\w*|who)\b",
    re.IGNORECASE,
)
# Of each stage, what a lead in one line says, and what one in a sentence does.
_LEADS = (
    (
        "approved",
        re.compile(
            r"^\W*(?:(?:also|newly|just|now|what\s(?:was|they|it|the\sboard))\s)*(?:approved|cleared|adopted|passed|voted"
            r"|approvals?)\b|\b(?:was|were|have|has|have\sbeen|has\sbeen|board|directors|cabinet|parliament|it|they)\s(?:also\s)?"
            r"(?:approved|cleared|adopted|passed(?!\son))\b|\b(?:approval|green\slight|go-ahead|nod)\sto\b",
            re.IGNORECASE,
        ),
    ),
    (
        "disbursed",
        re.compile(
            r"^\W*(?:(?:new|latest|recent|fresh|also|already|so\sfar|what|has|have|was|in)\s){0,3}(?:deposits?|payments?"
            r"|transfers?|receipts|received|paid(?:\s(?:in|out))?|arrived|came\sin|hand)\b(?!\s(?:to|for|by|on)\b)"
            r"|\b(?:has|have|were|was)\s(?:already\s)?(?:been\s)?(?:received|paid|transferred|wired)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "committed",
        re.compile(
            r"^\W*(?:(?:also|newly|just|what|was|were|they|we|has|been)\s){0,4}(?:agreed|signed|concluded|contracted)\b"
            rf"|\b(?:signed|concluded|exchanged|initiall?ed)\s(?:the\s|these\s)?(?:[\w-]+\s){{0,3}}?{_PAPERS}\b"
            rf"|\b{_PAPERS}\b[^.;]{{0,60}}\b(?:was|were|have\sbeen|has\sbeen)\s(?:also\s)?"
            r"(?:agreed|signed|concluded|exchanged|initiall?ed)\b"
            r"|\b(?:awardees|grantees|awards?|grants?)\b[^.;]{0,40}\b(?:includes?|go(?:es)?\sto|were|made)\W*$"
            r"|\b(?:awardees|grantees|winners|(?:grant|award)\srecipients)\W*$"
            r"|\b(?:is|are|was|were|has|have)\s(?:also\s)?(?:been\s)?award(?:ed|ing)\b"
            r"|\b(?:awarded|funded|selected)\s(?:\w+\s)?(?:projects?|proposals?)\b"
            r"|\bprojects?\b[^.;]{0,60}\b(?:awarded|funded|selected)\b"
            r"|\b(?:investments?|funds|funding|money|[mb]illion)\scommitted\sto\b",
            re.IGNORECASE,
        ),
    ),
    (
        "allocated",  # "The budgetary provision for aid is as under:"
        re.compile(
            r"\b(?:provisions?|allocations?|allotments?|(?:funds|money|sums?)\s(?:\w+\s)?(?:allocated|earmarked"
            r"|set\saside))\b[^.;]{0,90}\b(?:is|are|was|were|as)\s(?:as\s)?(?:under|follows|below)\W*$",
            re.IGNORECASE,
        ),
    ),
)
_STANDS_IN = re.compile(rf"^\W*(?:The|These|They|Those)\b(?:\s(?:\w+\s)?{_PAPERS})?\s(?:are|is)$")
# The stages that a lead may tell of a gift that is read as less.
TOPS = {"pledged": frozenset(["committed", "approved", "disbursed", "allocated"]), "committed": frozenset(["approved"])}
# "Of this sum, 5m is for pumps", "Of the 12m, 5m is a loan"
_PART = re.compile(
    r"^\W*(?:Of|Out\sof|From)\s(?:this|that|it|these|the|which)\b(?:\s(?:sum|amount|money|total|grant|loan|credit|package"
    r"|funding|funds|financing))?(?:\s(?:[$€£¥₹]|[A-Z]+\$?\s?)?\d[\d.,]*(?:\s?(?:million|billion|trillion|crore|lakh"
    r"|m|bn))?(?:\s\w+)?)?,?(?:\s[^,$€£¥₹\d]{0,30},?)?\s?(?:some\s|about\s|up\sto\s|as\smuch\sas\s)?$"
)
_GONE = frozenset(["disbursed", "delivered"])
_DECIDED = frozenset(["allocated", "approved", "committed"])


def with_leads(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the stage that a lead tells of its list, and a sum of its parts."""
    found: list[Claim] = []
    for claim in claims:
        told = claim
        if claim.exclude_reason in _COUNTED and claim.amount is not None and claim.in_kind is None:
            stage = _as_whole(claim, found) or _as_lead(claim, reader) or _as_sum_above(claim, found, reader.text)
            told = replace(claim, status=stage) if stage is not None else claim
        found.append(told)
    return found


def _as_whole(claim: Claim, before: Sequence[Claim]) -> str | None:
    """Give the stage of the sum before, where a gift is "of" it and tells no later one."""
    if not _PART.match(claim.sentence[: max(claim.sentence.find(claim.text), 0)]):
        return None
    whole = next((one for one in reversed(before[-3:]) if one.exclude_reason in _COUNTED), None)
    if whole is None or claim.status in _GONE or whole.status in _GONE:
        return None
    return whole.status if RANK.get(whole.status, 0) >= RANK.get(claim.status, 9) else None


# "- 3 million will support people in need": what a line's money is to do, behind the sum that it is of.
_TO_DO = re.compile(r"^\s(?:will|is\sto|are\sto|would|to|for|towards?)\s")


def _as_sum_above(claim: Claim, before: Sequence[Claim], text: str) -> str | None:
    """Give the stage of the sum that stands over a list, for a line that opens with a sum and says what it is to do."""
    low = text.rfind("\n", 0, claim.start) + 1
    line = LINE.match(text, low)
    if claim.status != "pledged" or line is None or text[line.end() : claim.start].strip(" *"):
        return None
    if not _TO_DO.match(text[claim.end : claim.end + 12]):
        return None
    above = next(
        (c for c in reversed(before[-_LINES:]) if not LINE.match(text, text.rfind("\n", 0, c.start) + 1)), None
    )
    if above is None or above.exclude_reason or above.donor != claim.donor or above.status not in _DECIDED:
        return None
    return above.status if _only_lines(text[above.end : low]) else None


def _only_lines(between: str) -> bool:
    """Whether behind the rest of a sentence only lines of a list follow."""
    _, _, rest = between.partition("\n")
    return all(LINE.match(line) for line in rest.splitlines() if line.strip())


def _as_lead(claim: Claim, reader: Reader) -> str | None:
    """Give the stage that the lead of a list tells, where it tops that of a gift in it."""
    tops = TOPS.get(claim.status)
    if tops is None:
        return None
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    text = reader.text
    own = text[sentence.start : claim.start]
    words, colon, _ = own.partition(": ")
    if colon and len(words) <= 2 * _HEADING and (stage := lead_stage(words, tops)) is not None:
        return stage
    if colon and _STANDS_IN.match(words) and index:
        return lead_stage(reader.paragraph(number)[index - 1].text, tops)
    low = text.rfind("\n", 0, sentence.start) + 1
    return _of_list(low, text, tops) if LINE.match(text, low) else _of_section(low, text, tops)


def _of_list(low: int, text: str, tops: frozenset[str]) -> str | None:
    """Give the stage that the line above a list of lines tells."""
    for _ in range(_LINES):
        high = low - 1
        low = text.rfind("\n", 0, max(high, 0)) + 1
        line = text[low:high].strip()
        if high <= 0:
            return None
        if line and not LINE.match(text, low):
            last = re.split(r"(?<=[.!?])\s", line)[-1]
            return lead_stage(last, tops) if line.endswith(":") or is_heading(line) else None
    return None


def _of_section(low: int, text: str, tops: frozenset[str]) -> str | None:
    """Give the stage that the heading of the paragraphs around a gift tells."""
    least = max(0, low - _SECTION)
    while low > least:
        high = low - 1
        low = text.rfind("\n", 0, max(high, 0)) + 1
        line = text[low:high].strip()
        if line and is_heading(line):
            return lead_stage(line, tops) if low else None  # what a text is called tells of more than its sums
    return None


def is_heading(line: str) -> bool:
    """Whether a line is short and ends no sentence."""
    return len(line) <= _HEADING and not line.endswith(NO_HEADING)


def lead_stage(words: str, tops: frozenset[str]) -> str | None:
    """Give the stage that the words over a list tell, if it is one of those that top what was read.

    >>> lead_stage("These are the winners:", TOPS["pledged"])
    'committed'
    """
    if _NOT_YET.search(words):
        return None
    return next((stage for stage, told in _LEADS if stage in tops and told.search(words)), None)
