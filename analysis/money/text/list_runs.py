"""Runs of lines that pair names with sums, and what stands over them: whether those named get the sums or give them.

"Among the grants:", then "Lund Choir: 6,400", "Berga Rovers (Berga): 18,500", "- 9,900 to Mora Library", and rows of a
table "Mill | Lund | 4,000": lines of one run are of one kind, and their heading says of which.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from analysis.money.text.list_givers import names_givers
from analysis.money.text.list_items import MARK, without_marks
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.records import Amount

_LONGEST = 170  # characters of a line
_SUBHEAD = 60  # of a line that names a part of a list ("Adair County")
_HEADS = 3  # lines that stand over a list
_ABOVE = 2000  # characters above a list in which they stand
_HEADING = 160  # of a line that is a heading, or of a sentence that leads to a list
_FEWEST = 2  # lines of a run
_MARK = re.compile(rf"^\s*(?:{MARK}|…|\.\.\.|■)\s*")
# What stands between a name and its sum: a mark, the end of an aside, or words on what it is for behind a mark.
_LABEL = re.compile(r"^[“\"'‘]?[^\W_][^|]{1,90}?(?:\s?[:,–—(]|\s-|\))[^|]{0,60}$|^[“\"'‘]?[^\W_].{1,110}\|\s*$")
# "9,900 to Mora Library", "9,900: Mora Library", "9,900 toward the roof"
_OPENS = re.compile(r"\s?(?::|[–—-]\s|to\s|for\s|towards?\s|in\s)")
_FULL_STOP = re.compile(r"[a-z\d)][.?!][”\"’]?\s+[A-Z“\"]")
_CLOSES = (".", "!", "?", "”", '"', "’")
_SENTENCE = re.compile(r"(?<=[a-z\d)][.!?])[”\"’]?\s+(?=[\"“(]?[A-Z\d])")

_GIVEN = r"(?:awarded|made|approved|given|granted|allocated|funded|paid|handed\sout|presented|announced|distributed)"
_SHARES = (
    r"(?:grants?|awards?|allocations?|allotments?|bursar(?:y|ies)|scholarships?|funding|sums?|donations?|money|funds)"
)
# Who gets the sums of a list:
_TAKERS: Final = re.compile(
    rf"""\b(?:
        (?:grants?|awards?|allocations?|bursar(?:y|ies)|scholarships?|grantees|recipients?|beneficiar(?:y|ies))\b
      | successful\s(?:groups?|applicants?|projects?|clubs?|bodies|organi[sz]ations?)\b
      | {_SHARES}\s(?:\w+\s){{0,3}}?(?:were|was|are|have\sbeen|has\sbeen)\s{_GIVEN}
      | {_GIVEN}\s(?:to(?!\sdate\b)|as\sfollows|the\sfollowing)
      | (?:to|for)\swhom\b
      | where\s(?:the|your|our|this|that|its|all\sthe)\s(?:\w+\s)?
        (?:money|funds?|funding|cash|grants?|gifts?|donations?)\s(?:is\s|will\s)?(?:go(?:es|ing)?|went)\b
      | (?:be|is|are|was|were|been)\s(?:\w+ly\s)?(?:directed|allocated|distributed|divided|used|split|shared
        |apportioned|spent|broken\sdown)\sas\sfollows
      | (?:it|this|that|money|gifts?|funds|funding|donation|grant)\s(?:will|is\sto|would)\s(?:\w+\s)?
        (?:go|pay|support|fund|cover|help|provide)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# who gives them,
_GIVERS: Final = re.compile(
    r"""\b(?:
        donors? | contributors? | contributions | benefactors? | benefactions? | fund-?raisers | supporters | sponsors
      | backers | bequests | legacies | subscribers
      | (?:gifts|donations|grants|cheques|checks|pledges)\s
        (?:that|which|from|received|since|so\sfar|came|announced|pledged)
      | thank(?:s|\syou)?\s(?:\w+\s){0,3}?to | received\s(?:with\sthanks\s)?from
      | who\s(?:gave|helped|has\sbacked|gives)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# and what goes on with those told before: "Among the others:", "Also on the list:".
_OTHERS: Final = re.compile(r"\b(?:among\sthe\s)?(?:the\s)?(?:others?|rest)\b[^.;]{0,30}:?$|^also\b", re.IGNORECASE)
# What is asked for, owed, earned or paid for is neither.
_OTHERWISE: Final = re.compile(
    r"""\b(?:prices?|fees?|fines?|penalt\w+|cost(?:s|ed)?|pa(?:id|y)|salar\w+|wages?|earn\w*|spen(?:t|ding|ders?)|budgets?
    |expen[sd]\w+|purses?|prizes?|winn(?:ers?|ings)|jackpots?|deals|sales|sold|lots?|auction\w*|bail|bids?|appl(?:y|ied|ications?)
    |request\w*|sought|asks?|needs?|wants?|owe[sd]?|debts?|rich\w*|wealth\w*|transfers?|contracts|loss(?:es)?|damages?|tickets?
    |targets?|goals?|eligible|maximum|rates?|verdicts?|settlements?|reject\w+|declin\w+|refus\w+|denied|unsuccessful)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that pairs a name with a sum or more."""

    low: int
    high: int
    sums: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of one list, and what stands over them, the nearest first."""

    lines: tuple[Line, ...]
    heads: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Who is named in the lines: "takers" or "givers" of the sums, "others" than told before; else empty."""
        for head in self.heads:
            if _OTHERWISE.search(head):
                return ""
            if _GIVERS.search(head) or names_givers(head):
                return "givers"
            if _TAKERS.search(head):
                return "takers"
            if _OTHERS.search(head):
                return "others"
        return ""


def list_runs(reader: Reader) -> Iterator[Run]:
    """Give the runs of lines with sums of a text, in order."""
    text = reader.text
    run: list[Line] = []
    for line in _lines(reader):
        if run and not _is_next(run[-1], line, text):
            yield from _made(run, reader)
            run = []
        run.append(line)
    yield from _made(run, reader)


def _made(run: Sequence[Line], reader: Reader) -> Iterator[Run]:
    if len(run) < _FEWEST:
        return
    made = Run(tuple(run), tuple(_heads(run[0].low, reader)))
    if made.kind in ("takers", "others"):
        made = replace(made, lines=tuple(line for line in run if not hands_on(line.low, line.sums[0], reader.text)))
    if made.lines:
        yield made


def hands_on(low: int, amount: Amount, text: str) -> bool:
    """Read "Lund Endowment: 5,000 to Mora College", a line from `low` on: who opens it gives, whatever stands above."""
    return text[low : amount.start].rstrip().endswith(":") and _TO_OTHER.match(text, amount.end) is not None


_TO_OTHER = re.compile(r"\s?to\s(?:the\s)?[A-ZÀ-Þ]")


def _lines(reader: Reader) -> Iterator[Line]:
    """Give the lines of a text that pair a name with a sum, in order."""
    text, at = reader.text, 0
    amounts = reader.amounts
    while at < len(amounts):
        low = text.rfind("\n", 0, amounts[at].start) + 1
        high = text.find("\n", amounts[at].start)
        high = len(text) if high < 0 else high
        sums = list[Amount]()
        while at < len(amounts) and amounts[at].start < high:
            sums.append(amounts[at])
            at += 1
        if _is_entry(low, high, sums[0], text):
            yield Line(low, high, tuple(sums))


def _is_entry(low: int, high: int, amount: Amount, text: str) -> bool:
    words = text[low:high]
    if low == 0 or len(words) > _LONGEST or words.rstrip().endswith(":"):
        return False
    mark = _MARK.match(words)
    label = text[low + (mark.end() if mark is not None else 0) : amount.start]
    stops = words.rstrip().endswith(_CLOSES) and not label.rstrip().endswith(":")
    if _FULL_STOP.search(label) or (mark is None and stops):
        return False
    if not label.strip():
        return _OPENS.match(text, amount.end) is not None or mark is not None
    return _LABEL.match(label) is not None


def _is_next(last: Line, line: Line, text: str) -> bool:
    """Whether two lines are of one run: nothing, or one line that names a part of the list, stands between them."""
    between = [words for words in text[last.high : line.low].split("\n") if words.strip()]
    if len(between) > 1:
        return False
    return not between or (len(between[0]) <= _SUBHEAD and not between[0].rstrip().endswith((*_CLOSES, ":")))


def _heads(low: int, reader: Reader) -> Iterator[str]:
    """Give the headings above an offset, and the sentence that leads to the list, the nearest first."""
    text, at, told = reader.text, low, 0
    while told < _HEADS and low - at < _ABOVE:
        end = len(text[:at].rstrip())
        if not end:
            return
        at = text.rfind("\n", 0, end) + 1
        words = without_marks(text[at:end])
        if _is_other_line(words):
            continue
        told += 1
        last = _SENTENCE.split(words)[-1]
        if words.endswith((*_CLOSES, ":")) or len(words) > _HEADING:
            if len(last) <= _HEADING:
                yield last
            return
        yield words


def _is_other_line(words: str) -> bool:
    """Read "Norway: a rescue team, and tents": a line of the list, though it has no sum, or one of another form."""
    label, colon, rest = words.partition(": ")
    return bool(colon and rest) and not words.endswith(":") and party_named(label.removeprefix("The ")) is not None
