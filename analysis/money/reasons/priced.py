"""The verb that hands over goods governs what they are worth, too.

"Denmark has sent 40 pumps to Mali, a gift it values at 3 million": the sum is
governed by "sent", not by "values".
"""

from analysis.money.text.clauses import governing_verb
from analysis.money.text.in_kind import Goods, takes_goods
from analysis.money.text.items import Item
from analysis.money.text.verbs import Verb

_SETS_PRICE = ("valu", "cost", "price", "put", "estimat")


def of_goods(items: list[Item], a: int, goods: Goods | None, verb: Verb | None) -> Verb | None:
    """Give the verb that hands over the goods whose worth stands at `a`, where `verb` only says what they are worth."""
    if verb is None or goods is None or not items[verb.index].low.startswith(_SETS_PRICE):
        return verb
    at = next((k for k, item in enumerate(items[:a]) if item.start >= goods.start), a)
    handing = governing_verb(items, at) if at < verb.index else None
    return handing if handing is not None and handing.cue.sense == "give" and takes_goods(items, at, handing) else verb
