"""What transcripts hold and written news does not: false starts and questions.

A figure that the speaker takes back counts once, as it was said last. What is
asked is not told: a question about a gift is no report of one.
"""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.items import Item
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import is_verb

_DASHES = ("—", "–")
# Words that may stand between a dash and the figure that replaces the one before it.
_REPAIRS = frozenset(
    """a an the i we you it it's that s is was am think mean sorry excuse me pardon correction rather or actually well
    about around almost nearly more over than another some uh um no yes make of , .""".split()
)
_REACH = 14  # items after a figure in which it may be said again
_ENDS = frozenset(["?", "”", '"', "’", "'", ")", "]"])
_ASKED_ABOUT = sparse(
    r"""
    \b(?:
        whether
      | wonder(?:s|ed|ing)?\ (?:if|how|what|why|about)
      | (?:the|any|what)\ (?:likelihood|chances?|odds|prospects?)\ (?:of|that|is)
      | ask(?:s|ed|ing)?\ (?:(?:\w+\ ){0,3})(?:if|about)
      | (?:unclear|uncertain|unknown|not\ (?:clear|known|certain))\ (?:if|how|when|where)
    )\b[^,;]*$                            # "asked about roads, he said" asks nothing of the money
    """,
    re.VERBOSE | re.IGNORECASE,
)


def taken_back(items: list[Item], index: int) -> bool:
    """Whether the speaker corrects the figure at `index` at once ("a $6 billion package — a $60 billion package").

    A dash that opens a new statement ("5 million — Oslo gave 10 million") corrects nothing.
    """
    return said_again(items, index) is not None


def said_again(items: list[Item], index: int) -> int | None:
    """Give where the figure at `index` is said again, rightly; None where it is not taken back."""
    dashed = False
    for k in range(index + 1, min(index + 1 + _REACH, len(items))):
        item = items[k]
        if item.kind == "amount":
            return k if dashed and _same_money(items[index], item) else None
        if item.low in _DASHES:
            dashed = True
        elif not (item.low in _REPAIRS or item.low.isdigit()) if dashed else _goes_on(items, k):
            return None
    return None


def first_said(items: list[Item], index: int) -> int:
    """Give where the figure at `index` was first said, wrongly, or `index`: its verb stands there."""
    at = next((k for k in range(index - 1, max(index - _REACH, -1), -1) if items[k].kind == "amount"), None)
    return at if at is not None and said_again(items, at) == index else index


def _goes_on(items: list[Item], k: int) -> bool:
    """Whether the sentence says more of the figure before it breaks off."""
    return items[k].kind == "party" or items[k].low in (",", ";", ".", "and", "or", "to") or is_verb(items, k)


def _same_money(first: Item, second: Item) -> bool:
    if first.amount is None or second.amount is None:
        return False
    return first.amount.currency == second.amount.currency


# "Has any of the 5m that Kuwait released in May arrived?": that the sum was given is not asked
_THE = re.compile(r"\b(?:the|those|that|its|their|your)\W*$", re.IGNORECASE)


def _is_known(s: Setting) -> bool:
    """Whether a question takes for granted that the sum was given."""
    behind = s.items[s.index + 1 : s.index + 6]
    told = s.verb is not None and s.verb.cue.sense == "give" and not s.verb.aux and s.verb.cue.form == "past"
    return (
        bool(_THE.search(s.left))
        and told
        and bool(behind)
        and behind[0].low in ("that", "which", "promised", "pledged")
    )


def asks(s: Setting) -> bool:
    """Whether the sentence is a question, or tells of one."""
    last = len(s.items) - 1
    while last >= 0 and s.items[last].low in _ENDS:
        if s.items[last].low == "?":
            return not _is_known(s)
        last -= 1
    return bool(_ASKED_ABOUT.search(s.left))
