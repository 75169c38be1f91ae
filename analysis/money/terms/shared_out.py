"""The stage of a share of a gift: "500 million would go to housing" is as far as the 1.7 billion that was approved.

What a share is to do, or who is to get it, is told as to come, though the whole of it was decided on or paid before.
So it has the stage of the larger sum of the same giver that was told just before, unless a giver does something of
its own in its clause ("Japan will add 5 million"); and shares of a loan are lent.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.list_items import LINE
from analysis.records import Claim

_FIRM = frozenset(["committed", "approved", "disbursed"])
_OPEN = frozenset(["grant", "unknown"])  # what a sum is taken for where no word tells
_FORM = re.compile(
    r"\b(?:grants?|gifts?|donat\w+|guarante\w+|equity|cash|give\w*|gave|aid|relief|technical|advisory|earmarked)\b",
    re.IGNORECASE,
)
# ", 270 million for ports and 90 million for roads": what is listed behind a loan
_LISTED = re.compile(r"[^.;!?\n]{0,120}?(?:,|,?\sand)\s(?:the\s\w+\s)?")
_NEAR = 700  # characters from a whole to its shares
_CLAUSE = 160  # characters before a share in which its clause begins
_ENDS = (".", "!", "?", "”", '"', ":", "*")  # how lines of prose end
_CUT = re.compile(r"[.;!?]\s|\n")
_HEDGES = (
    r"(?:(?:an?|the|another|up\sto|about|nearly|around|some|over|more\sthan|almost|further|additional|other|only|roughly"
    r"|(?:grant|loan|credit|gift)s?\sof)\s)*"
)
# "500 million would go to housing", "9 million of which is for clinics"
_DOES = re.compile(
    r"\)?,?\s(?:(?:of\s(?:this|that|it|which|the\s\w+)|each|alone|more|\(.{1,30}\)),?\s)?"
    r"(?:(?:will|would|is|are|was|were|has|have)\b|go(?:es)?\b)"
)
# "The harbour will get 2 million"
_GETS = re.compile(
    rf"(?<!which\s)\b(?:(?:will|would|is\sto|are\sto)\s(?:\w+\s)?(?:receive|get)|receives?|gets?|is\sgetting)\s{_HEDGES}$"
)
# "Promised 9 million. Of this, 5 million is earmarked for wells": it is promised still.
_SET_ASIDE = re.compile(r"\s(?:is|are|will\sbe)\s(?:earmarked|set\saside|reserved|ring-?fenced)\b")
_READ = frozenset(["pledged", "allocated"])
# "10 million of the money", "the funds will help people in Chad (5 million)"
_OF_WHOLE = re.compile(r"\sof\s(?:the|this|that)\s(?:money|sum|total|gift|funding|amount|funds|donation)\b")
_OF_FUNDS = re.compile(
    r"\b[Tt]h(?:e|is|at)\s(?:new\s|total\s)?(?:money|funds|funding|sum|total|gift|amount|donation)\b"
)
_GO_TO = re.compile(r"\b(?:(?:will|would)\s(?:also\s)?(?:go|assist|help|support|benefit|reach)|go(?:es)?\sto)\b")
# "Gave 5 million. A further 3 million will follow": that is to be paid still.
_MORE = re.compile(r"\b(?:further|another|additional|more|extra|second|next)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_HEDGE = 40  # characters before a sum in which it is called a further one
# "500 million would go to housing and 3 million to a port": the second has the verb of the first.
_BESIDE = re.compile(rf"[^.;!?\n]{{0,120}}?,?\sand\s{_HEDGES}")


def as_share(claim: Claim, before: Sequence[Claim], text: str) -> Claim:
    """Give a gift that is a share of one told before with the stage of the whole, and the form of a loan's shares.

    Args:
        claim: a gift of money.
        before: the claims of the text before it, in order.
        text: that they were found in.
    """
    open_form = claim.instrument in _OPEN
    if not before or (claim.status not in _READ and not open_form):
        return claim
    whole = _whole(claim, before, text)
    if whole is None or LINE.match(text, text.rfind("\n", 0, claim.start) + 1) or _is_parted(whole, claim, text):
        return claim
    told = _is_share(claim, text) or _is_beside(claim, before, text)
    if told and claim.status == "pledged" and whole.status in _FIRM and not _is_more(whole, claim, text):
        claim = replace(claim, status=whole.status)
    cut = claim.status == "allocated" and whole.status == "pledged" and told
    if cut and (_SET_ASIDE.match(text, claim.end) or _SET_ASIDE.match(text, before[-1].end)):
        claim = replace(claim, status="pledged")
    last = before[-1]
    if open_form and (told or last.sentence == claim.sentence) and last.instrument == whole.instrument == "loan":
        first = last.end if last.sentence == claim.sentence else claim.start - len(claim.sentence)
        if not told and not _LISTED.fullmatch(text, first, claim.start):
            return claim
        own = text[max(first, claim.start - _CLAUSE) : claim.start], text[claim.end : claim.end + _CLAUSE]
        if _FORM.search(_CUT.split(own[0])[-1]) is None and _FORM.search(_CUT.split(own[1])[0]) is None:
            return replace(claim, instrument="loan")
    return claim


def _is_more(whole: Claim, claim: Claim, text: str) -> bool:
    """Whether a sum is paid on top of one that was paid."""
    return whole.status == "disbursed" and _MORE.search(text, max(0, claim.start - _HEDGE), claim.start) is not None


def _is_parted(whole: Claim, claim: Claim, text: str) -> bool:
    """Whether a heading stands between two sums, below which another matter is told."""
    first, *lines = text[whole.end : claim.start].split("\n")
    told = lines[:-1] if text.find("\n", 0, whole.start) < 0 else [first, *lines[:-1]]
    return bool(lines) and any(line.strip() and not line.rstrip().endswith(_ENDS) for line in told)


def _is_share(claim: Claim, text: str) -> bool:
    """Whether a sum itself does something, or who gets it."""
    if _DOES.match(text, claim.end):
        return True
    if _OF_WHOLE.match(text, claim.end):
        return True
    own = _own(claim, text)
    return _GETS.search(own) is not None or (text[claim.start - 1] == "(" and _GO_TO.search(own) is not None)


def _is_beside(claim: Claim, before: Sequence[Claim], text: str) -> bool:
    """Whether a sum shares its verb with the share before it."""
    first = before[-1]
    if first.sentence != claim.sentence or first.donor != claim.donor or not _is_share(first, text):
        return False
    return _BESIDE.fullmatch(text, first.end, claim.start) is not None


def _whole(claim: Claim, before: Sequence[Claim], text: str) -> Claim | None:
    """Give the gift of the same giver, at least as large, that was told before."""
    anyones = (claim.donor is None and claim.exclude_reason == "part") or _OF_FUNDS.search(
        _own(claim, text)
    ) is not None
    return next((one for one in reversed(before[-4:]) if _is_whole(one, claim, anyones=anyones)), None)


def _is_whole(one: Claim, claim: Claim, *, anyones: bool) -> bool:
    if one.exclude_reason not in ("", "part") or not (anyones or one.donor == claim.donor):
        return False
    whole, share = one.amount, claim.amount
    if whole is None or share is None or whole.currency != share.currency or claim.start - one.end > _NEAR:
        return False
    return (
        whole.low is not None
        and share.low is not None
        and whole.low >= share.low
        and not (anyones and one.sentence == claim.sentence)
    )


def _own(claim: Claim, text: str) -> str:
    """Give the words of the clause of a sum that stand before it."""
    own = _CUT.split(text[max(0, claim.start - _CLAUSE) : claim.start])[-1]
    return " ".join(own.split()) + " "
