"""Whether the words at a sum say that it is the worth of goods, whatever the goods are called.

Things are "worth" a sum, "600 pairs" come "to 4.8 lakh at shop prices", a ship brings wheat "for which
Oslo paid 9m". An agreement, a package or a loan has a worth too, and is no goods.
"""

import re
from functools import cache

from analysis.money.text.screen import sparse
from analysis.money.text.words import vocabulary

# Behind a name the things stand further off ("an agreement with Malawi worth"): so small letters alone.
# "a soil laboratory worth", "twelve fire engines, with an estimated worth of"
_WORTH = sparse(
    r"\b(?P<what>[a-z][\w-]+),?\ (?:(?:that|which)\ (?:are|were|is|was)\ )?"
    r"(?:worth|valued\ at|with\ a\ value\ of|with\ an?\ (?:\w+\ )?worth\ of"
    r"|(?:with\ an\ )?estimated\ (?:worth|value)(?:\ of)?|to\ the\ value\ of|costed\ at)"
    r"\ (?:(?:about|some|around|nearly|over|more\ than|up\ to|at\ least|an\ estimated)\ )?$"
)
# "1.6bn worth of coastal radars"
_WORTH_OF = re.compile(
    r"^[’']?\sworth\sof\s(?:[\w-]+\s){0,4}?(?P<what>[\w-]+)"
    r"(?=[.,;]|\s(?:and|for|to|on|from|with|that|which|bought|built|under|by|in|at|of)\b|$)",
    re.IGNORECASE,
)
# "4.8 lakh at shop prices", "52,000 at trade"
_AT_PRICES = re.compile(
    r"^\sat\s(?:retail|wholesale|trade|cost|list\sprice|catalogue|(?:shop|market|cost|list)\s(?:prices?|values?))\b",
    re.IGNORECASE,
)
# "three ships with wheat for which Oslo says it paid", "the building that the family bought for"
_BOUGHT = sparse(
    r"\bfor\ which\ (?:[\w’']+\ ){1,5}?paid\ (?:some\ |about\ )?$"
    r"|\b(?:which|that)\ (?:[\w’']+\ ){0,4}?bought\ (?:it\ |them\ )?for\ (?:some\ |about\ )?$",
    re.IGNORECASE,
)

# "fuel, beans and generators to the tune of": the goods stand before, and no noun of money given
_SUMMED = sparse(
    r"\b(?P<what>[^.;:$€£¥₹\d]{3,80}?),?\ (?:in\ the\ amount\ of|to\ the\ (?:tune|amount)\ of|estimated\ (?:at|worth))"
    r"\ (?:(?:about|some|around|nearly|over)\ )?$",
    re.IGNORECASE,
)
_BULK = frozenset(
    "fuel diesel oil petrol gas coal firewood flour maize beans peas seed seeds fertiliser fertilizer salt".split()
)


@cache
def _goods() -> frozenset[str]:
    """Give the nouns of things that are given."""
    words = vocabulary()
    return _BULK.union(words["in_kind"]["items"], words["nouns"]["give"]["in_kind"])


@cache
def _money() -> frozenset[str]:
    """Give the nouns of money given."""
    return frozenset(n for kind, nouns in vocabulary()["nouns"]["give"].items() if kind != "in_kind" for n in nouns)


@cache
def _no_goods() -> frozenset[str]:
    """Give the nouns that have a worth and are no goods: those of money given, and those of deals and works."""
    words = vocabulary()
    given = [noun for kind, nouns in words["nouns"]["give"].items() if kind != "in_kind" for noun in nouns]
    return frozenset([*given, *words["in_kind"]["priceless"]])


def tells_goods(left: str, right: str) -> bool:
    """Whether a sum is the worth of things, by the words before and after it.

    >>> tells_goods("The school will get a soil laboratory worth ", " under a contract")
    True
    >>> tells_goods("The school will get a grant worth ", " under a contract")
    False
    """
    if _AT_PRICES.match(right) or _BOUGHT.search(left):
        return True
    summed = _SUMMED.search(left[-120:])
    things = set(re.findall(r"[a-z][\w-]+", summed["what"])) if summed is not None else set()
    if things & _goods() and not things & _money():
        return True
    told = _WORTH.search(left[-90:]) or _WORTH_OF.match(right)
    return told is not None and not {told["what"].lower(), f"{told['what'].lower()}s"} & _no_goods()
