"""How far a gift has come: by its verb, the phrase around it, and by what it is.

The table is `analysis.money.terms.stages_lexicon`. A phrase moves a gift on, never back: "will pay
5m under a deal signed in Oslo" is committed, "paid 5m under a deal signed in Oslo" is paid.
"""

import re

from analysis.money.terms.let_off import forgives
from analysis.money.terms.stages import Setting, status
from analysis.money.terms.stages_lexicon import STAGE_ROWS
from analysis.money.text.plain import plain
from analysis.money.text.screen import Screen, numbers, sparse

_NEAR = 300  # characters on either side that are read
RANK = {"pledged": 0, "proposed": 0, "allocated": 1, "committed": 1, "approved": 1, "disbursed": 2, "delivered": 3}
_TABLE = [
    (
        row.stage,
        row.left.search if row.left.pattern else None,
        row.right.match if row.right.pattern else None,
        row.goods,
    )
    for row in STAGE_ROWS
]
_BEFORE = Screen([row.left for row in STAGE_ROWS])
_AFTER = Screen([row.right for row in STAGE_ROWS])


# What was promised or signed in the clause that tells of the sum itself: "5m of the 10m that it has promised".
_PROMISED = re.compile(
    r"^\W*(?:(?:that|which)\s)?(?:[\w’'-]+\s){1,3}?(?:has|have|had)?\s?(?:promised|pledged)\b", re.IGNORECASE
)
_FIRST_OF = re.compile(r"\b(?:of|from|out\sof)\s(?:the|a|an|its|their)?\W*$", re.IGNORECASE)
_PROMISE_TO_PAY = sparse(
    r"\b(?:lines?\ of\ credit|credit\ lines?|credit\ facilit(?:y|ies)|guarantees?|swap\ lines?|guarantee\ facility)\b",
    re.IGNORECASE,
)


def told_stage(s: Setting) -> str:
    """Give the stage of a gift, as its verb, the words around it and its form tell."""
    stage = status(s)
    word = s.items[s.verb.index].low if s.verb is not None else ""
    around = f"{s.left} {s.right}"
    if s.verb is not None and forgives(word, around):
        return _of_debt(s, stage)
    stage = stage_by_phrase(stage, s.left, s.right, goods=s.goods, verb=word)
    if stage in ("disbursed", "delivered") and _FIRST_OF.search(s.left) and _PROMISED.match(s.right):
        return "pledged"
    owed = stage == "disbursed" and word.startswith(_OPENS) and promises_to_pay(s)
    return "committed" if owed else stage


def promises_to_pay(s: Setting) -> bool:
    """Whether a line of credit or a guarantee is named at the sum: who gave one has not paid."""
    return _PROMISE_TO_PAY.search(f"{s.left[-60:]} {s.right[:60]}") is not None


_OPENS = ("extend", "provid", "gave", "give", "open", "offer", "hand", "put", "suppl", "made")


def _of_debt(s: Setting, stage: str) -> str:
    """Give the stage of a debt that is forgiven: who says so binds himself, whatever the tense."""
    assert s.verb is not None
    carried = [cue.value for cue in s.verb.chain]
    if carried:
        return next((value for value in carried if value in ("pledged", "proposed")), "committed")
    return stage_by_phrase("committed" if stage in ("pledged", "disbursed") else stage, s.left, s.right)


def stage_by_phrase(stage: str, left: str, right: str, *, goods: bool = False, verb: str = "") -> str:
    """Give the stage that the words around a gift tell, or `stage` where they tell no later one.

    Args:
        stage: what the governing verb says.
        left: words of the clause before the amount.
        right: words of the clause after it.
        goods: whether things are given.
        verb: the governing verb as printed; where it is part of the phrase ("gave the nod to"),
            the phrase rules.

    >>> stage_by_phrase("pledged", "Oslo put pen to paper on a ", " loan")
    'committed'
    >>> stage_by_phrase("disbursed", "The board gave the nod to ", " for Mali", verb="gave")
    'approved'
    >>> stage_by_phrase("disbursed", "Under a deal signed in Oslo, Norway paid ", " to Mali", verb="paid")
    'disbursed'
    """
    left, right = plain(left[-_NEAR:]), plain(right[:_NEAR])
    for number in numbers(_BEFORE.may_match(left) & _AFTER.may_match(right)):
        told, before, after, of_goods = _TABLE[number]
        if of_goods and not goods:
            continue
        found = before(left) if before is not None else None
        if (before is not None and found is None) or (after is not None and after(right) is None):
            continue
        if RANK[told] > RANK.get(stage, 9) or (told == "approved" and found and verb and verb in found.group()):
            return told
    return stage
