"""Two who agree on money: which of them gives, and which is helped.

"Japan and Chad exchanged notes on a loan", "the ministry signed a grant
agreement with the EU": both act in the sentence, and one alone pays. A bank of
nations pays a state, a member of the OECD's Development Assistance Committee
any other state, and a lender outside it those that lend nothing.
"""

from collections.abc import Sequence

from analysis.money.roles.helped import helped
from analysis.money.text.items import Item
from analysis.money.text.parties import Party, countries
from analysis.money.text.reader import Reader
from analysis.money.text.subjects import stands
from analysis.money.text.verbs import Verb
from analysis.money.text.words import vocabulary

_AGREEING = (
    "sign", "agree", "conclude", "seal", "ink", "reach", "strike", "struck", "close", "initial", "put names", "exchang"
)  # fmt: skip
_REACH = 12  # items between the verb of agreeing and the "with" behind it


def between(items: list[Item], a: int) -> Item | None:
    """Read "a memorandum between Tokyo and Dushanbe provides for 5m": the richer gives."""
    for k, item in enumerate(items[: max(0, min(a, len(items) - 3))]):
        if item.low != "between" or items[k + 2].low != "and":
            continue
        one, two = items[k + 1].party, items[k + 3].party
        if one is not None and two is not None:
            payer = _payer([one, two])
            return next((item for item in (items[k + 1], items[k + 3]) if item.party is payer), None)
    return None


def signed_with(items: list[Item], verb: Verb | None) -> Item | None:
    """Read "Chad signed a grant agreement of 5m with the EU": who is signed with, if that is the one who pays."""
    other = _other_side(items, verb)
    if other is None or other.party is None:  # as of most verbs: who signs is not looked for
        return None
    signer = _signer(items, verb)
    if signer is None or signer.party is None:
        return None
    return other if _payer([signer.party, other.party]) is other.party else None


def signer_helped(items: list[Item], verb: Verb | None, donor: Party | None, reader: Reader) -> str | None:
    """Give the one of two who agree that is helped: the state that does not pay, or the one the text is about."""
    givers = donor.id.split() if donor is not None else []
    if verb is None or not items[verb.head].low.startswith(_AGREEING):
        return None
    if len(givers) == 1:
        signer = _signer(items, verb)
        known = signer.party if signer is not None and _other_side(items, verb) is not None else None
        return known.id if known is not None and known.id in countries() and known.id not in givers else None
    if len(givers) != 2:
        return None
    states = [one for one in givers if one in countries()]
    if len(states) == 1:
        return states[0]
    poorer = _poorer(states)
    topic = helped(reader, ()) if len(poorer) != 1 else poorer[0]
    return topic if topic in states else None


def _other_side(items: list[Item], verb: Verb | None) -> Item | None:
    """Give the party behind the "with" of a verb of agreeing."""
    if verb is None or not items[verb.head].low.startswith(_AGREEING):
        return None
    for k in range(verb.head + 1, min(verb.head + _REACH, len(items) - 1)):
        at = k + 2 if items[k + 1].low == "the" and k + 2 < len(items) else k + 1
        if items[k].low == "with" and items[at].kind == "party":
            return items[at]
    return None


def _signer(items: list[Item], verb: Verb | None) -> Item | None:
    """Give the nearest subject of a verb of agreeing."""
    last = verb.head if verb is not None else 0
    return next((items[k] for k in range(last - 1, -1, -1) if stands(items, k)), None)


def _payer(two: Sequence[Party]) -> Party | None:
    """Give the one of two parties that pays; None where both may."""
    lending = [one for one in two if one.level == "multilateral"]
    if len(lending) != 1:
        poorer = _poorer([one.id for one in two])
        lending = [one for one in two if one.id not in poorer] if len(poorer) == 1 else []
    return lending[0] if len(lending) == 1 else None


def _poorer(states: Sequence[str]) -> list[str]:
    """Give those of some states that do not pay where the others do."""
    givers = vocabulary()["givers"]
    poorer = [one for one in states if one not in givers["dac"]]
    return poorer if len(poorer) < len(states) else [one for one in states if one not in givers["lenders"]]
