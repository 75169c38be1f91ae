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


_OPENS = frozenset(["and", "while", "but", ","])
_ASIDE = 12  # words between two commas


def said_by_another(items: list[Item], a: int, k: int) -> bool:
    """Read "Chad gave 5m, and Ida Lund said that Mali's maize was lost": whether the party at `k` is of that."""
    return any(items[j - 1].low in _OPENS and items[j].kind == "party" and _speaks(items, j) for j in range(a + 2, k))


def _speaks(items: list[Item], j: int) -> bool:
    """Whether the party at `j` says or promises something, also behind an aside."""
    k = j + 1
    if k < len(items) and items[k].low == ",":
        k = next((n + 1 for n in range(k + 1, min(k + _ASIDE, len(items))) if items[n].low == ","), k)
    if k + 1 >= len(items) or items[k + 1].kind == "mark" or items[k + 1].low in ("on", "in", "at"):
        return False  # "5m, he said on Friday, to buy books for children in Mali" is one saying
    return items[k].has("verb", "speech") or items[k].low in ("promised", "pledged", "warned")
