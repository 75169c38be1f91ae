"""Words that tell how a report stands to another: a new figure, a share, the worth of goods, a notice of error."""

import re
from decimal import Decimal

from analysis.money.merging.reports import Report, after_words, before_words

_CORRECTION = re.compile(
    r"\b(?:correct\w*|revis\w+|up from|down from|instead of|now says|wrong|earlier (?:version|report)s?|rather than|"
    r"(?:up|down)graded|originally|initially)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:rais\w+|increas\w+|lift\w*|boost\w*|doubl\w+|tripl\w+|quadrupl\w+|top\w* up|"
    r"correct\w*|revis\w+|up from|down from|instead of|"
    r"cut|reduc\w+|lower\w*|trim\w*|halv\w+|slash\w*|scal\w+ (?:back|down)|now says|wrong|earlier (?:version|report)s?|"
    r"rather than|originally|initially|climbs? to|rises? to|falls? to)\b",
    re.IGNORECASE,
)
_TO_FIGURE = re.compile(
    r"""
    \b(?: (?P<up>rais\w+|increas\w+|lift\w*|boost\w*|doubl\w+|tripl\w+|quadrupl\w+|top\w*\s+up|upp\w+)
        | (?P<down>cut\w*|reduc\w+|lower\w*|trim\w*|halv\w+|slash\w*|scal\w+\s+(?:back|down)) ) \s+
    (?: (?:its|their|his|her|the|that|this|\w+['’]s) \s+ )
    (?: [\w-]+ \s+ ){0,3}?
    (?: pledge | promise | offer | commitment | contribution | package | loan | grant | donation | gift | figure | sum
      | amount | share ) \b
    (?P<between> (?: [^.;] | \.(?=\d) ){0,60}? ) \b(?:to|by)\s* $      # the new figure follows
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "raised its aid to Mali by 2 billion to 10 billion": a step to a sum, of whatever is given.
_STEP_TO = re.compile(
    r"""
    \b(?: (?P<up>rais\w+|increas\w+|lift\w*|boost\w*|expand\w*|top\w*\s+up|upp\w+)
        | (?P<down>cut\w*|reduc\w+|lower\w*|trim\w*|slash\w*) ) \s+
    (?:its|their|his|her|the|\w+['’]s) \s+ (?:[\w-]+\s+){0,3}? (?:aid|assistance|support|help|funding|spending) \b
    (?:[^.;]|\.(?=\d)){0,70}? \bby\s (?:[^.;]|\.(?=\d)){1,40}? \bto\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIMES = re.compile(r"\b(doubl|tripl|quadrupl|halv)\w+\b[^.;]{0,80}$", re.IGNORECASE)
_TIMES_OF = {"doub": Decimal(2), "trip": Decimal(3), "quad": Decimal(4), "halv": Decimal("0.5")}
_TRANCHE = re.compile(
    r"""
    \b(?: (?:first|second|third|fourth|fifth|final|last|next|latest|initial|another|new)\s+
          (?: tranche | instal?ment | slice | disbursement | payment | part | portion | share )s?
        | tranche | instal?ment )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_OF = re.compile(r"\b(?:the|a|an)\s+(?:first|second|third|next|last|final|initial|remaining)\s*$", re.IGNORECASE)
_WHOLE = re.compile(
    r"""
    ^\W{0,2} (?: \w+\s+ ){0,2}?                                          # "100 million in cash of the ..."
    (?: (?:out\s+)?of | from )\s+ (?:the|a|an|its|his|her|their|that|this|\w+['’]s)\s+
    (?: [\w-]+\s+ ){0,2}?                                               # "of the promised ..."
    (?P<sign> [^\w\s]{0,3} (?:[A-Z]{2,3}\$?\s?)? [$€£¥₹]? )
    (?P<figure> \d[\d.,]* ) [\s-]* (?P<scale> thousand|million|billion|trillion|bn|mn|m|crore|lakh )? \b
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(
    r"""
    \b(?: half | (?:a|one|the\s+first|first|the\s+last)\s+(?:half|third|quarter|fifth|sixth|tenth)
        | (?:two|three|four)[\s-](?:thirds|quarters|fifths) | \d+\s?(?:%|per\s?cent) | part | most | some | much )
    \s+ of \s+ (?: (?:the|its|his|her|their|that|this|those) \s+ )? (?: [\w-]+\s+ ){0,2} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORTH = re.compile(
    r"""
    \b(?: (?:is|are|was|were|been)\s+ (?: (?:valued|estimated|put|priced)\s+ (?:at|to\s+be\s+worth) | worth )
        | (?:shop|market|total|estimated|combined|retail)?\s* (?:value|worth) \b [^.;]{0,30}? \s+ (?:at|is|was|of)
        | valued\s+at | worth | costs? | cost )
    \s+ (?: [\w-]+ \s+ ){0,2} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTICE = re.compile(
    r"""
    \b(?: (?P<own> our | an?\s+(?:earlier|previous) ) \s+ | an?\s+ (?P<dated>) ) (?: [\w-]+\s+ ){0,2}?
        (?: report | article | story | item | version | column | caption | graphic )s? \b
        (?(dated) \s+ (?: on | in | of | published | from ) \b )          # "an article on Monday"
        .{0,120}? \b(?: said | gave | put | stated | misstated | described | reported | printed | had
                   | overstated | understated | was | were )\b
    | (?P<wrong> \b(?: incorrectly | wrongly | mistakenly | erroneously ) \s+
        (?: said | gave | stated | reported | put | printed )\b
    | \b was \s+ (?: given | stated | reported | printed | put ) \s+ (?: incorrectly | wrongly | in \s+ error | as )\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DENIAL = re.compile(
    r"""
    \b(?: den(?:y|ies|ied|ying) | reject(?:s|ed|ing)? | dismiss(?:es|ed|ing)? | disput(?:es|ed|ing) | rebut(?:s|ted)?
        | never\s+(?:promised|pledged|offered|agreed|committed) | no\s+such\s+\w+ | untrue | fake | fabricated
        | (?:is|was|are|were)\s+false )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EVENT = re.compile(
    r"""
    \b(?: conference | summit | forum | round\s?table | pledging\s+\w+
        | (?:donors?['’]?|fund-?raising)\s+(?:meeting|event|gathering) )\b
    (?: \s+ (?:held\s+)? (?:in|at) \s+ (?P<place> [A-Z]\w+ ) )?
    """,
    re.VERBOSE,
)
_FIGURE_ALONE = re.compile(r"\W*(?:The )?(?:correct|right|actual) (?:figure|sum|amount) (?:is|was)\W", re.IGNORECASE)
_RIGHT = re.compile(
    r"\b(?:now says?|should have|(?:the )?(?:correct|right|actual) (?:figure|sum|amount)|in fact|comes? to|it is|"
    r"(?:the )?(?:sum|figure|amount|package|total) (?:is|was)|not)\b",
    re.IGNORECASE,
)
_SCALES = {
    "thousand": 3, "lakh": 5, "million": 6, "mn": 6, "m": 6, "crore": 7, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip


_UNKNOWN = re.compile(
    r"\b(?:somebody|someone)\s(?:has|had|is|was|will|would|may|might|must|gave|paid|found)\b", re.IGNORECASE
)


def states_change(report: Report) -> bool:
    """Whether the report itself speaks of a change of figure."""
    return bool(_CHANGE.search(report.sentence))


def states_correction(sentence: str) -> bool:
    """Whether a sentence says that a figure told before was another."""
    return bool(_CORRECTION.search(sentence))


def new_figure(report: Report) -> str | None:
    """Which way a report says a pledge was changed to its figure: "up", "down" or None."""
    both = str(report.row["text"]).lower().startswith("from ")  # "from 2 to 3 billion", read as one interval
    found = _TO_FIGURE.search(before_words(report) + (" to " if both else ""))
    if found is None or before_words(report).rstrip().endswith(" by"):
        return None
    return "up" if found["up"] else "down"


def stepped(report: Report) -> str | None:
    """Which way a report says a pledge was changed by a step to its figure: "up", "down" or None."""
    found = _STEP_TO.search(before_words(report))
    if found is None:
        return new_figure(report)
    return "up" if found["up"] else "down"


def times_old(report: Report) -> Decimal | None:
    """How many times the old figure the new one is: 2 where a pledge was doubled; None where no word says so."""
    found = _TIMES.search(before_words(report))
    return None if found is None else _TIMES_OF[found[1].lower()[:4]]


def is_tranche(report: Report) -> bool:
    """Whether the report says that its money is one payment of several."""
    return bool(_TRANCHE.search(report.sentence))


def whole_of(report: Report) -> Decimal | None:
    """Give the whole that a report says its money is a share of, in the same currency; None where it prints none.

    "the first 100 million euros of the 250 million announced in March".
    """
    found = _WHOLE.search(after_words(report))
    if found is None or not (found["scale"] or found["sign"].strip()):
        return None
    whole = Decimal(found["figure"].rstrip(".,").replace(",", "")) * 10 ** _SCALES.get(found["scale"] or "", 0)
    value = report.value
    return whole if value is not None and whole > value else None


def is_share(report: Report) -> bool:
    """Whether the figure is led by "the first", as a payment out of a whole is."""
    return bool(_FIRST_OF.search(before_words(report)))


def is_fraction(report: Report) -> bool:
    """Whether the report speaks of a share of its figure: "half of the 5 million euros"."""
    return bool(_FRACTION.search(before_words(report)))


def states_worth(report: Report) -> bool:
    """Whether the figure is what something is worth or costs."""
    return bool(_WORTH.search(before_words(report)))


def states_denial(sentence: str) -> bool:
    """Whether a sentence says that somebody denies what was reported."""
    return bool(_DENIAL.search(sentence))


def gives_unknown(sentence: str) -> bool:
    """Whether a sentence says itself that it does not know who gives ("Somebody has found 5 million euros")."""
    return bool(_UNKNOWN.search(sentence))


def event_of(sentence: str) -> tuple[bool, str | None]:
    """Whether a sentence speaks of a conference of donors or the like, and the place of it if it is said.

    >>> event_of("France promised the donor conference in Paris 100 million euros."), event_of("France paid.")
    ((True, 'Paris'), (False, None))
    """
    found = _EVENT.search(sentence)
    return found is not None, None if found is None else found["place"]


def is_notice(sentence: str) -> bool:
    """Whether a sentence says what an earlier report had: the first half of a correction.

    >>> is_notice("Our story on Monday said the mill paid 12,500."), is_notice("The report said the mill paid 12,500.")
    (True, False)
    """
    return bool(_NOTICE.search(sentence))


def is_own_notice(sentence: str) -> bool:
    """Whether it says so of its own report, or says plainly that it was wrong."""
    found = _NOTICE.search(sentence)
    return found is not None and (found["own"] is not None or found["wrong"] is not None)


def states_figure_alone(sentence: str) -> bool:
    """Whether a sentence says which figure is right and nothing else of the gift.

    >>> states_figure_alone("The correct amount is 6 million euros."), states_figure_alone("In fact it paid 6 million.")
    (True, False)
    """
    return bool(_FIGURE_ALONE.match(sentence))


def states_right(sentence: str) -> bool:
    """Whether a sentence says what is right instead."""
    return bool(_RIGHT.search(sentence))
