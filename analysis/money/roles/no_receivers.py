"""Countries beside a gift that do not get it: where its goods were bought, where its giver sits, whose money it is."""

from analysis.money.text.items import Item
from analysis.money.text.subjects import people_from
from analysis.money.text.verbs import Verb

_KEPT = frozenset(
    "bought purchased procured made built produced manufactured assembled grown stored stockpiled trained embassy"
    " mission consulate headquarters office offices warehouse warehouses factory factories plant base".split()
)


def is_kept(items: list[Item], k: int) -> bool:
    """Read "rice bought in Laos", "the Swiss embassy in Laos": what is there need not be for the party at `k`."""
    j = k - 2 if items[k - 1].low == "the" else k - 1
    return j > 0 and items[j].low == "in" and items[j - 1].low in _KEPT


def is_source(items: list[Item], k: int, a: int, verb: Verb | None) -> bool:
    """Read "has received 5m from Japan": the party at `k`, behind "from", pays, if it is not people from there."""
    return verb is not None and verb.cue.sense == "receive" and k > a and not people_from(items, k)
