"""Whether two reports of one size speak of two gifts: "another 5 million euros".

Reports of one news day are one gift however they word it. Days later, a report
that calls the sum another, further or second one is a gift of its own; so is
one of a round sum for another sector whose purpose shares no word with the
first. The second tranche is never the third. Conversely a report that speaks of
"the 188 million", or of a figure too odd to be promised twice, recalls a gift
that was told long before.
"""

import re
from decimal import Decimal
from functools import lru_cache

from analysis.money.merging.reports import Report, after_words, before_words, days_between

NEWS_DAYS = 2  # an announcement is still told as news on the second day after it

_ANOTHER = re.compile(
    r"""
    (?<!\bthe\s)(?<!\bthis\s)(?<!\bthat\s)(?<!\bthese\s)(?<!\bits\s)   # "the extra money" was told before
    \b(?:another|additional|further|extra|fresh|new|yet\s+more)\b
    (?:\W+(?!and\b|or\b|but\b)\w+){0,2} [\s,(]* $                        # "a new package of"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W{0,2}(?:more\b(?!\s+than)|extra\b|on\s+top\b|in\s+(?:additional|new|fresh|extra|further)\b)", re.IGNORECASE
)
_TODAY = re.compile(
    r"""
    \b today \b .{0,60}? \b (?: announc\w+ | sign(?:ed|ing) | approv\w+ | authoriz\w+ | direct(?:ed|ing) ) \b
    | \b announc\w+ \s+ today \b | \b hereby \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SECOND = re.compile(
    r"""
    \b(?:a|its|their|his|her) \s+ (?:second|third|fourth) \s+ (?:such\s+)?
        (?:\w+\s+)? (?:grant|loan|gift|package|donation|contribution|payment|pledge|credit|\d) |
    \bfor \s+ (?:a|the) \s+ (?:second|third|fourth) \s+ time\b |
    \bthe \s+ same \s+ (?:sum|amount) \s+ again\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PAYMENT = re.compile(
    rf"""
    \b(?P<number> {"|".join(_ORDINALS)} | \d+(?=st|nd|rd|th) )(?:st|nd|rd|th)? \s+ (?: [\w-]+ \s+ ){{0,2}}?
    (?: tranche | instal?ment | slice | disbursement | payment )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KNOWN = re.compile(
    r"""
    \b(?: the | that | this | these | those | its | their | his | her ) \s+
    (?: (?: promised | pledged | announced | agreed | approved | full | entire | whole | same ) \s+ )* $
    | \b(?: the | that | this | its | their ) \s+ (?: [\w-]+ \s+ ){0,2}?
      (?: grant | loan | gift | pledge | promise | donation | contribution | package | sum | money | credit ) \s*
      (?: , | \( | \b of \b ) [\s]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ODD_DIGITS, _ROUND = 3, 25  # 188 million is odd; 125 and 750 million are round
_GOES = re.compile(r"^\W{0,2}(?:[\w-]+\s+){0,2}?(?:to|for)\s", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r"(?:\band|;|,|\bplus|\bas well as)\s*$", re.IGNORECASE)
_LONG = 12  # words that two sentences have in common
_MOSTLY = 0.7
_BESIDE = 90  # characters behind a sum that say what kind of aid it is
# "in additional security assistance": up to the word for aid.
_LED = re.compile(
    r"""^\W{0,2}(?:\w+\s+)?(?:of|in|worth\s+of)\s+(?:[\w-]+,?\s+){0,5}?
    (?:assistance|aid|support|funding|equipment|articles|weapon\w*|arms|ammunition)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ARMY = re.compile(r"\b(?:security(?<!food\ssecurity)|military|defen[cs]e|weapon\w*|arms|ammunition)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:humanitarian|food|economic|budget\w*|financial|development|relief)\b", re.IGNORECASE)
_STOP = frozenset("the and for with its his her their that this from into over will would which who are".split())


def newness(report: Report) -> int:
    """How plainly a report says that its gift is not the one before: 0 not, 1 "another" or "today", 2 "a second"."""
    if _calls_second(report.sentence):
        return 2
    return int(_is_of_today(report.sentence) or _calls_another(report))


@lru_cache(maxsize=1 << 16)
def _calls_second(sentence: str) -> bool:
    return bool(_SECOND.search(sentence))


@lru_cache(maxsize=1 << 16)
def _is_of_today(sentence: str) -> bool:
    return bool(_TODAY.search(sentence))


def _calls_another(report: Report) -> bool:
    return bool(_ANOTHER.search(before_words(report)) or _MORE.search(after_words(report)))


def is_another(a: Report, b: Report) -> bool:
    """Whether the later of two reports of one size is of another gift.

    Copies of one text are one gift, and "transferred the additional 5 million" was
    announced before.
    """
    if _other_payment(a, b) or other_kind(a, b):
        return True
    if a.story == b.story:
        return _another_in_text(a, b)
    first, second = _in_order(a, b)
    gap = days_between(first, second)
    if gap is None:
        return False
    late = gap > NEWS_DAYS
    if late and (_other_purpose(a, b) or (_unlike_purpose(a, b) and not is_odd(a.value))):
        return True
    new = newness(second)
    return bool(new) and (late or (new == 2 and gap >= 1))


def _another_in_text(a: Report, b: Report) -> bool:
    """Whether two sentences of one text, or of its copies, are of two gifts; the same sentence is of one.

    A sentence that prints a sum twice for two ends is of two: "12 million to the fund and 12 million to the bank".
    """
    if a.article != b.article and a.sentence == b.sentence:
        return False
    first, second = (a, b) if a.place <= b.place else (b, a)
    if a.article == b.article and a.sentence == b.sentence and _listed_twice(first, second):
        return True
    return _other_purpose(a, b) or (_calls_another(second) and not _calls_another(first))


def _listed_twice(first: Report, second: Report) -> bool:
    """Whether a sentence says of two sums of one size, side by side, where each of them goes."""
    words, again = str(first.row["text"]), str(second.row["text"])
    end = first.sentence.find(words) + len(words)
    at = first.sentence.find(again, end)
    if first.place == second.place or at < 0:
        return False
    between, after = first.sentence[end:at], first.sentence[at + len(again) :]
    return bool(_GOES.match(between) and _GOES.match(after) and _SIDE_BY_SIDE.search(between))


def _in_order(a: Report, b: Report) -> tuple[Report, Report]:
    """Put the earlier report first, by day and then by place in the text."""
    gap = days_between(a, b)
    if gap:
        return (a, b) if gap > 0 else (b, a)
    return (a, b) if (a.article, a.place, a.id) <= (b.article, b.place, b.id) else (b, a)


def recalls(first: Report, second: Report) -> bool:
    """Whether a report, told weeks after another of its size, speaks of that gift and announces none.

    "is still waiting for the 188 million euros": the sum is known to the reader,
    or too odd to be that of two gifts.
    """
    exact = first.currency == second.currency and first.value == second.value
    return newness(second) == 0 and ((exact and is_odd(second.value)) or bool(_KNOWN.search(before_words(second))))


def is_odd(figure: Decimal | None) -> bool:
    """Whether a figure has three digits or more that are not round: two gifts of 188 million are rare, of 125 are not.

    >>> is_odd(Decimal(188_000_000)), is_odd(Decimal(125_000_000)), is_odd(Decimal(20_000_000))
    (True, False, False)
    """
    if figure is None:
        return False
    digits = int("".join(map(str, figure.normalize().as_tuple().digits)))
    return digits >= 10 ** (_ODD_DIGITS - 1) and digits % _ROUND != 0


def _other_payment(a: Report, b: Report) -> bool:
    """Whether both number the payment they tell of, and differently: the second tranche and the third."""
    one, two = (_payment(report.sentence) for report in (a, b))
    return one is not None and two is not None and one != two


@lru_cache(maxsize=1 << 16)
def _payment(sentence: str) -> int | None:
    found = _PAYMENT.search(sentence)
    if found is None:
        return None
    number = found["number"].lower()
    return int(number) if number.isdigit() else _ORDINALS.index(number) + 1


def other_kind(a: Report, b: Report) -> bool:
    """Whether one sum is called military aid right where it is told, and the other aid to civilians."""
    one, two = _kind(after_words(a)[:_BESIDE]), _kind(after_words(b)[:_BESIDE])
    return one is not None and two is not None and one != two


@lru_cache(maxsize=1 << 16)
def _kind(after: str) -> bool | None:
    """Whether the words behind a sum call it aid to an army; None where they do not say, or say both."""
    led = _LED.match(after)
    if led is None:
        return None
    army, people = _ARMY.search(led[0]), _PEOPLE.search(led[0])
    return None if bool(army) == bool(people) else bool(army)


def _unlike_purpose(a: Report, b: Report) -> bool:
    """Whether both say what the money is for, for two sectors as far as they are known, and no word agrees."""
    one, two = (_stems(report.row["purpose"]) for report in (a, b))
    return a.row["sector"] != b.row["sector"] and bool(one and two) and not one & two


def _other_purpose(a: Report, b: Report) -> bool:
    """Whether both say what the money is for, and neither sector nor any word agrees."""
    sectors = {str(a.row["sector"]), str(b.row["sector"])}
    if len(sectors) == 1 or "other" in sectors:
        return False
    one, two = (_stems(report.row["purpose"]) for report in (a, b))
    return bool(one and two) and not one & two


def share_purpose(a: Report, b: Report) -> bool:
    """Whether what the money is for has a word in common."""
    return bool(_stems(a.row["purpose"]) & _stems(b.row["purpose"]))


def names_purpose(sentence: str, told: Report) -> bool:
    """Whether a sentence has a word of what a gift is for, names of the parties and words of any gift left out."""
    parties = _stems(told.row["recipient_text"]) | _stems(told.row["donor_text"])
    return bool((_stems(told.row["purpose"]) - parties - _ANY_GIFT) & _stems(sentence))


def share_subject(a: Report, b: Report) -> bool:
    """Whether two sentences have a word in common that is not of any gift; a bare one may be of anything."""
    one, two = _subject(a), _subject(b)
    return not one or not two or bool(one & two)


def reuses(a: Report, b: Report) -> bool:
    """Whether two long sentences are mostly of the same words, and so one text told again."""
    one, two = _stems(a.sentence), _stems(b.sentence)
    both = len(one & two)
    return both >= _LONG and both >= _MOSTLY * min(len(one), len(two))


def _subject(report: Report) -> frozenset[str]:
    words = report.sentence.replace(str(report.row["text"]), " ")
    return _stems(words) - _stems(report.row["donor_text"]) - _ANY_GIFT - _NEWS


@lru_cache(maxsize=1 << 16)
def _stems(words: object) -> frozenset[str]:
    found = re.findall(r"[^\W\d]{3,}", str(words or "").lower())
    return frozenset(word[:5] for word in found if word not in _STOP)


_ANY_GIFT = _stems("aid help support assistance relief fund programme project package effort people country million")
_NEWS = _stems(
    "give gave given provide promise pledge contribute contribution pay paid send sent offer grant loan money sum "
    "allocate approve commit donate award announce tell told say said add added confirm minister ministry government "
    "president prime foreign finance parliament cabinet state administration house congress today monday tuesday "
    "wednesday thursday friday saturday sunday week month year last next first new more than about over also has have "
    "had not are was were been been can could may should one two three billion trillion thousand dollar euro pound "
    "krone kronor kroner yen yuan franc rupee additional another further total including"
)
