"""What captions, heads and labels of a table say: who stands in its rows, how far its sums are, which are no gifts.

"Contributions received | USD" heads a table of those who give, "Partner | NOK 1 000" one of those who receive.
"""

import re
from collections.abc import Sequence
from typing import Final

from analysis.money.text.list_givers import names_givers

_OF_GIVERS: Final = re.compile(
    r"""\b(?:donors?|contributors?|contributions|funders?|givers?|benefactors?|supporters|sponsors|pledges|pledged|donations
    |sources?\sof\s(?:fund|financ)\w+|financing|financiers?|funding\s(?:received|sources?|by)|gifts|receipts
    |support\s(?:received|from)|(?:private|public|institutional|external)\ssupport|announced\sby|committed\sby|given\sby
    |contributing)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PLEDGE = re.compile(r"\b(?:pledge[ds]?|contributions?|donations?|promised)\b", re.IGNORECASE)
_OF_TAKERS: Final = re.compile(
    r"""\b(?:(?:by|to|per|implementing)\s(?:partners?|recipients?|agenc(?:y|ies)|organi[sz]ations?|beneficiar(?:y|ies)|countr(?:y|ies)
    |grantees?)|partners?|recipients?|grantees?|beneficiar(?:y|ies)|allocat(?:ions?|ed)|awards?|awarded|disbursements
    |grants\s(?:made|paid|to)|agenc(?:y|ies)|assistance\sto|receiv(?:er|ing))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_MEASURES: Final = re.compile(
    r"""\b(?:sectors?|clusters?|measures?|components?|activit(?:y|ies)|programmes?|programs?|pillars?|priorit(?:y|ies)|projects?
    |purposes?|uses?|outputs?|themes?|areas?|lines?|items?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Pledges by sector", "Grants to partners": what stands behind is in the rows.
_BY = re.compile(
    r"\b(?:by|per|to)\s(?:implementing\s)?(?:partner|recipient|agenc|organi[sz]ation|countr|sector|cluster|measure"
    r"|component|activit|programme|purpose|donor|contributor)\w*",
    re.IGNORECASE,
)
_NO_GIFTS = re.compile(
    r"""\b(?:debts?|owed|arrears|loss(?:es)?|damages?|fines?|penalties|trade|exports?|imports?|sales|turnover|profits?|wages
    |salar\w+|prices?|prizes?|winnings|spending|expenditures?|gdp|incomes?|wealth|transfer\sfees|contracts|holdings|assets
    |reserves)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:sub-?\s?|grand\s)?totals?\b|sum\b|overall\b|altogether\b|all\s(?:donors|partners)\b", re.I)
# What a label or the head of a column says its sums are, in this order.
_REASONS: Final = (
    ("need", r"gap|shortfalls?|unfunded|unmet|still\sneeded|outstanding|requirements?|required|needs?|needed"),
    ("request", r"appeals?|requested|asked|target|sought"),
    ("price", r"costs?|contract\sawards?|prices?|expenses|expenditures?"),
    ("revenue", r"sales?\sof|sales|interest|fees|tickets?|rent|dividends?|income|revenues?|raffle|turnover"),
    (
        "budget",
        r"counterpart|borrower|own\s(?:funds|resources|contribution|income|means)|budget(?!\ssupport)|reserves?",
    ),
    ("other", r"carr(?:y|ied)[\s-](?:over|forward)|balance"),
)
_REASON: Final = tuple((reason, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for reason, words in _REASONS)
_GOT = re.compile(r"\b(?:available|received|funded|funding|raised|secured|contributed|covered|mobili[sz]ed)\b", re.I)
_STAGES: Final = tuple(
    (stage, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for stage, words in (
        ("pledged", r"pledg|promis|announc|offer|not\syet\spaid|unpaid"),
        ("approved", r"approv|board\sdate"),
        ("allocated", r"allocat|awarded"),
        ("committed", r"commit|certified|signed|agreed|contracted"),
        ("disbursed", r"paid\b|received|disburs|transferred|spent\b|outturn"),
    )
)
_WEAK = re.compile(r"\b(?:contributions|donors|donations|gifts|support|income|assistance)\b", re.IGNORECASE)
_HEAD_CELL = re.compile(r"(?:donors?|contributors?|country|source|partner|recipient)\b[^.]{0,40}$", re.IGNORECASE)
_LOAN = re.compile(r"\b(?:loans?|credits?|lending|lend)\b", re.IGNORECASE)
_GRANT = re.compile(r"\bgrants?\b", re.IGNORECASE)
_KIND = re.compile(r"\bin[\s-]kind\b|\brelief\s(?:goods|supplies)\b|\bgoods\b", re.IGNORECASE)
_GUARANTEE = re.compile(r"\bguarantees?\b", re.IGNORECASE)


def side(columns: Sequence[str], above: Sequence[str]) -> str:
    """Tell who is named in the rows of a table: "givers", "takers" or "measures"; empty where nothing says.

    Args:
        columns: the heads of the columns; none where it has none.
        above: the caption and the lines above it, the nearest first.

    >>> side(["Donor"], []), side([], ["Norwegian aid in 2022, by partner"]), side(["Sector", "Needs"], [])
    ('givers', 'takers', 'measures')
    """
    kinds = (("givers", _OF_GIVERS), ("takers", _OF_TAKERS), ("measures", _OF_MEASURES))
    told = next((kind for kind, words in kinds if columns and words.search(columns[0])), "")
    if not told and any(_PLEDGE.search(head) for head in columns[1:]):
        return "givers"
    for line in above:
        if told:
            break
        if names_givers(line):
            return "givers"
        by = _BY.search(line)
        told = next((kind for kind, words in kinds if words.search(by[0] if by is not None else line)), "")
    return told


def is_total(label: str) -> bool:
    """Whether a row counts up those above it."""
    return _TOTAL.match(label) is not None


def is_of_no_gifts(caption: str) -> bool:
    """Whether a caption tells of what nobody gives ("Debt by creditor", "Losses of exports").

    >>> is_of_no_gifts("Exports in May (US$ million)"), is_of_no_gifts("Help for Chad (US$ million)")
    (True, False)
    """
    return _NO_GIFTS.search(caption) is not None


def reason_of(words: str) -> str:
    """Give as what the words of a label or of the head of a column leave a sum out; empty where they do not.

    >>> reason_of("Financing gap"), reason_of("Counterpart funding"), reason_of("Norway")
    ('need', 'budget', '')
    """
    return next((reason for reason, pattern in _REASON if pattern.search(words)), "")


def is_funded(words: str) -> bool:
    """Whether the head of a column says that its sums were given ("Funds available")."""
    return _GOT.search(words) is not None


def stage_of(column: str, above: Sequence[str], totals: Sequence[str]) -> str:
    """Give how far the sums of a column are, by its head, the lines above, the nearest first, and labels of totals.

    >>> stage_of("Paid", ["Pledges"], []), stage_of("", ["Pledged, not yet paid"], []), stage_of("", [], [])
    ('disbursed', 'pledged', '')
    """
    for line in (column, *above):
        told = next((stage for stage, pattern in _STAGES if pattern.search(line)), "")
        if told:
            return told
        if line is not column and _WEAK.search(line) and not _HEAD_CELL.match(line):
            return "disbursed"
    return next((stage for line in totals for stage, pattern in _STAGES if pattern.search(line)), "")


def form_of(words: str) -> str:
    """Give the instrument that the words of a row name; empty where they name none.

    >>> form_of("IDA Credit"), form_of("grants; schools"), form_of("Norway")
    ('loan', 'grant', '')
    """
    kinds = (("in_kind", _KIND), ("guarantee", _GUARANTEE), ("loan", _LOAN), ("grant", _GRANT))
    return next((kind for kind, pattern in kinds if pattern.search(words)), "")
