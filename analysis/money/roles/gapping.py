"""Givers whose verb is understood: "Germany pledged 90 million, Italy 40 million"."""

from analysis.money.text.items import Item
from analysis.money.text.position import opens_subject
from analysis.money.text.verbs import FIGURE_STARTS, PREPOSITIONS, is_verb


def gapped_giver(items: list[Item], a: int) -> Item | None:
    """Read "Germany pledged 90 million, Italy 40 million": the verb is understood."""
    k = _before_aside(items, a - 1)
    while k >= 0 and items[k].low in (
        "another",
        "a",
        "some",
        "about",
        ":",
        "with",
        "further",
        "around",
        "(",
        "–",
        "-",
        "—",
    ):
        k -= 1
    if k < a - 1 and items[k + 1].low == "with":
        k = _before_aside(items, k)  # "Chad, a country that once got aid, with 2m"
    if k > 1 and items[k].low == "," and items[k - 1].kind == "party" and items[k - 2].low in (";", "and"):
        k -= 1  # "; and Malta, half a million"
    counted = _before_goods(items, k)
    goods, k = counted != k, counted
    name = k - 2 if k > 1 and items[k - 1].low == "'s" and items[k - 2].kind == "party" else k  # "Japan's JICA 20m"
    if k > 2 and items[k - 1].low == "of" and items[k - 2].head in ("human", "org"):  # "Blue Timber of Chad 2m"
        name = k = k - 2
    name -= name == k and _of_people(items, k)
    lead = name - 1
    while lead >= 0 and items[lead].low in ("the", "its", "host", "neighbouring", "neighboring"):
        lead -= 1
    if k < 0 or items[k].kind != "party" or items[k].anaphor not in _NAMING or _bare_demonym(items[k]):
        return None
    between = items[k + 1 : a]
    if k == 0:
        return items[k] if between and between[0].low in (":", "(", "–", "—", "with") else None
    before = items[max(lead, 0)]
    earlier = any(item.kind == "amount" for item in items[:k])
    opens = opens_subject(items, name) or [item.low for item in items[max(lead - 1, 0) : lead + 1]] == [",", "and"]
    opens = opens or ((name - lead > 1 or items[k].anaphor != "") and before.low == "and")  # "and host Chad 2m"
    opens = opens or goods  # ", Spain 40 tents and 3m": what is counted behind a name is its own
    joined = before.low in (",", ";", ":", "and", "while", "–") and (earlier or before.low == ":")
    return items[k] if joined and opens else None


_NAMING = frozenset(["", "body", "union"])  # "and the Commission 1 billion euros"


def _of_people(items: list[Item], k: int) -> bool:
    """Read "the Danish Red Cross 2m", "the Danish Mill Fund 2m": the adjective is a part of the name at `k`."""
    party = items[k].party
    body = items[k].head in ("human", "org") if party is None else party.kind == "body"
    return k > 0 and body and items[k - 1].kind == "party" and _bare_demonym(items[k - 1])


def _before_goods(items: list[Item], k: int) -> int:
    """Skip back over "Pakistan (25 trucks of tents and) 2m": what else the same party gives."""
    if k < 3 or items[k].low != "and":
        return k
    for j in range(k - 1, max(k - 10, 0), -1):
        if items[j].kind == "party":
            counted = items[j + 1].low.isdigit() or items[j + 1].low in FIGURE_STARTS or items[j + 1].kind == "amount"
            return j if counted and items[j - 1].low in (",", ";", "and") else k
        if items[j].kind == "mark" or (items[j].low in PREPOSITIONS and items[j].low != "of") or is_verb(items, j):
            return k
    return k


def _before_aside(items: list[Item], k: int) -> int:
    """Skip back over the aside of "and Mali, hit by the same storm, 2m", which ends at the comma at `k`."""
    if k < 4 or items[k].low != ",":
        return k
    for j in range(k - 2, max(k - 12, 0), -1):
        if items[j].kind == "amount" or (items[j].low == "," and items[j - 1].kind != "party"):
            return k
        if items[j].low == ",":
            return j - 1
    return k


def _bare_demonym(item: Item) -> bool:
    """Read "Danish", but not "the Danes"."""
    return item.party is not None and item.party.form == "demonym" and not item.head and not item.low.endswith("s")
