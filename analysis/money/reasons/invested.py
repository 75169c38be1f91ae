"""Money that is put where it is meant to come back, or paid as one pays in business.

"Invest" is said of aid too ("Canada will invest 5 million in clinics in Haiti"):
who puts the money in, and where, tells business from a gift.
"""

import re

from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.verbs import Verb
from analysis.money.text.words import dac_members

_INVESTORS = re.compile(
    r"\b(?:invest\w*|pension|hedge|wealth|ventures?|equity|capital|asset\w*|securities)\b", re.IGNORECASE
)

# What a firm or a person does for nothing; whatever else they pay is business.
_FOR_NOTHING = tuple(
    "rais collect gather donat giv gave contribut pledg bequea gift match chip hand sent send pitch left leav".split()
)
_CHARITY = re.compile(
    r"\b(?:charit\w+|donat\w+|gift|relief|humanitarian|victims?|survivors?|refugees?|orphan\w*|appeal|scholarships?"
    r"|hospitals?|schools?|clinics?|red\ cross|unicef|homeless|disaster|research"
    r"|free\ of\ charge|(?:no|without)\ charge|puts?\ in)\b",
    re.IGNORECASE,
)


def is_trade(verb: str, around: str) -> bool:
    """Whether a firm or a person pays as one pays in business: no word of charity stands beside the sum.

    >>> is_trade("offered", "for the bank"), is_trade("offered", "to the hospital"), is_trade("gave", "to the club")
    (True, False, False)
    """
    return not verb.startswith(_FOR_NOTHING) and not _CHARITY.search(around)


_GIVEN = 0.8  # how likely what goes "into" something, or comes from an "investor", is given all the same


def is_invested(
    items: list[Item],
    index: int,
    verb: Verb | None,
    noun: Noun | None,
    donor: Party | None,
    recipient: str | None,
    likely: float | None = None,
) -> bool:
    """Whether the amount is an investment that its giver keeps; `likely` is how likely its words make it a gift."""
    if (likely is not None and likely >= _GIVEN) or not _invests(items, index, verb, noun):
        return False
    return _keeps(donor, recipient) or _is_capital(items, index, recipient)


def _is_capital(items: list[Item], index: int, recipient: str | None) -> bool:
    """Read "5 billion in U.S. investment", "an investment in America": what goes where no aid goes comes back."""
    rich = dac_members()
    for k in range(max(0, index - 12), min(index + 12, len(items))):
        if not items[k].low.startswith("invest"):
            continue
        behind = items[k + 1 : k + 5] if k + 1 < len(items) and items[k + 1].low == "in" else []
        if any(item.party is not None and item.party.kind == "country" and item.party.id in rich for item in behind):
            return True
        before = items[k - 1].party if k else None
        if before is None or before.kind != "country" or before.id not in rich:
            continue
        adjective = before.form == "demonym" or before.id in _TERSE
        if adjective and rich.issuperset((recipient or "").split()):
            return True
    return False


_TERSE = ("USA", "GBR")  # whose names stand before a noun as adjectives do


def _invests(items: list[Item], index: int, verb: Verb | None, noun: Noun | None) -> bool:
    """Whether an investment is told, in the clause or in the words behind the amount."""
    behind = [item.low for item in items[index + 1 : index + 8]]
    granted = next((k for k, word in enumerate(behind) if word in _GIFTS), len(behind))
    behind = behind[:granted]  # "5m in grants for investment"
    told = (items[part.index].low for part in (verb, noun) if part is not None)
    staked = verb is not None and items[verb.index].low.startswith(("put", "pour")) and behind[:1] == ["into"]
    plain = noun is None or items[noun.index].low.startswith(("invest", "equity"))  # not "an investment grant of 9m"
    near = [item.low for item in items[max(0, index - 4) : index]] if plain else []
    near += (
        [item.low for item in items[verb.index + 1 : index] if item.has("noun")] if plain and verb is not None else []
    )
    return staked or "equity" in behind[:4] or any(word.startswith("invest") for word in (*told, *near, *behind))


_GIFTS = frozenset(["grant", "grants", "aid", "assistance", "donation", "donations", "philanthropic"])


def _keeps(donor: Party | None, recipient: str | None) -> bool:
    """Whether a firm, a person or nobody named puts the money in, or it goes into a rich country."""
    if donor is None or donor.level in ("company", "person"):
        return True
    if donor.level == "foundation" and _INVESTORS.search(donor.id.replace("-", " ")):
        return True
    receivers = (recipient or "").split()
    return bool(receivers) and donor.id not in receivers and dac_members().issuperset(receivers)
