"""Pieces of a gift that are told right behind it and add up to it: they are of it, and who gives it gives them.

"Lund will lend 98 million for three works. The first is a road for 60 million; the dam takes 25 million. The last
earmarks 13 million for wells": the sum tells what no verb does. The pieces have to be the first sums behind the gift,
and nobody else may be said to give one of them, as round figures come to another by chance.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import Final

from analysis.money.text.list_items import LINE
from analysis.money.text.sizes import currency_of, size_of
from analysis.records import Claim

_COUNTED: Final = frozenset(["", "part"])
# As what a piece may have been left out for want of a word of giving in its clause.
_LOOSE: Final = frozenset(["other", "no_donor", "price", "budget", "revenue"])
# The stages of a gift that a piece is at as well, where its own words tell only so much.
_DECIDED: Final = {"pledged": ("committed", "allocated", "approved"), "committed": ("approved",)}
_NEAR: Final = 1_200  # characters from a gift to a piece of it
_NEARER: Final = 600  # and to the second of two
_FEWEST: Final = 2
_SLACK: Final = Decimal("0.01")  # of a gift, where its figure is rounded
_HALF: Final = Decimal("0.5")
_FROM = re.compile(r"\b(?:from|by|of)\s(?:the\s)?(?:\w+\sof\s)?$", re.IGNORECASE)


def with_added_up(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, in order, with the pieces of gifts counted, and given to who gives the whole."""
    found = list(claims)
    money = [at for at, claim in enumerate(found) if claim.amount is not None]
    for place, at in enumerate(money):
        whole = found[at]
        if whole.exclude_reason not in _COUNTED or whole.donor is None or whole.donor == "various":
            continue
        for piece in _pieces(found, whole, money[place + 1 :], text):
            found[piece] = _of(whole, found[piece])
    return found


def _pieces(claims: Sequence[Claim], whole: Claim, behind: Sequence[int], text: str) -> Sequence[int]:
    """Give the places of the sums behind a gift that come to it, in whichever of its moneys; none where none do."""
    near = [at for at in behind if claims[at].start - whole.end <= _NEAR]
    counted = [at for at in near if claims[at].exclude_reason in _COUNTED]
    for currency, size in _figures(whole):
        for sums in (near, counted, list(_of_items(claims, near, text))):
            run = _run(claims, sums, currency, size)
            if run and _may_be_of(whole, [claims[at] for at in run]):
                return run
    return ()


def _of_items(claims: Sequence[Claim], sums: Sequence[int], text: str) -> Iterator[int]:
    """Give the first of some sums in each item of a list: what an item goes on with is no piece of the whole list."""
    last = -1
    for at in sums:
        line = text.rfind("\n", 0, claims[at].start) + 1
        if line != last and LINE.match(text, line):
            yield at
        last = line


def _figures(whole: Claim) -> Iterator[tuple[str, Decimal]]:
    """Give how much a gift is, in each money that it is told in."""
    amount = whole.amount
    if amount is None:
        return
    told = [(amount.currency, amount.low or amount.high)]
    told += [(one.currency, one.low or one.high) for one in amount.equivalents]
    yield from ((currency, size) for currency, size in told if size)


def _run(claims: Sequence[Claim], sums: Sequence[int], currency: str, size: Decimal) -> Sequence[int]:
    """Give the first of some sums, in one money, up to where they come to a size as far as its figure tells."""
    slack = min(size * _SLACK, _HALF.scaleb(int(size.normalize().as_tuple().exponent)))
    own = [
        at
        for at in sums
        if currency_of(claims[at]) == currency and size_of(claims[at]) > slack and size_of(claims[at]) != size
    ]  # the gift itself may be told again
    for many, added in enumerate(accumulate(size_of(claims[at]) for at in own), start=1):
        if abs(added - size) <= slack and many >= _FEWEST:
            return own[:many]
        if added > size:
            break
    return ()


def _may_be_of(whole: Claim, run: Sequence[Claim]) -> bool:
    """Whether sums that come to a gift may all be of it: half of them are told as gifts, or all in one sentence."""
    if not all(claim.exclude_reason in _COUNTED | _LOOSE for claim in run):
        return False
    told = [claim for claim in run if claim.exclude_reason in _COUNTED]
    if any(_is_anothers(claim, whole) for claim in told):
        return False
    if len(run) == _FEWEST and run[-1].start - whole.end > _NEARER:
        return False
    return 2 * len(told) >= len(run) or (len(run) > _FEWEST and run[0].sentence == run[-1].sentence)


def _is_anothers(piece: Claim, whole: Claim) -> bool:
    """Whether the sentence of a piece names who gives it: before it, or behind "from", "by" or "of"."""
    if piece.donor is None or piece.donor == whole.donor or piece.donor in (whole.recipient or "").split():
        return False
    at = piece.sentence.find(piece.donor_text) if piece.donor_text else -1
    return at >= 0 and (at < piece.sentence.find(piece.text) or _FROM.search(piece.sentence[:at]) is not None)


def _of(whole: Claim, piece: Claim) -> Claim:
    """Give a piece as one of a gift."""
    made = piece
    if piece.exclude_reason not in _COUNTED:
        form = whole.instrument if piece.instrument == "unknown" else piece.instrument
        made = replace(piece, exclude_reason="part", status=whole.status, polarity=whole.polarity, instrument=form)
    elif whole.status in _DECIDED.get(piece.status, ()):
        made = replace(piece, status=whole.status)
    if made.recipient is None and made.recipient_text is None:
        made = replace(made, recipient=whole.recipient)
    return replace(made, donor=whole.donor, donor_text=whole.donor_text, donor_level=whole.donor_level)
