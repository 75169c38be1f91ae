"""Who is helped away from home: a gift for refugees is for the country that they are in."""

from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.subjects import PEOPLE

_NEAR = 7  # items between people and where they are ("who have crossed the border into")
_INSIDE = frozenset(["in", "into", "inside", "across", "to"])


def may_receive(party: Party) -> bool:
    """Whether a party is a country or lies in one: a body hands on what it gets, and a region of a country gives."""
    return party.kind in ("country", "place") and party.form != "region"


def refuge(items: list[Item], k: int) -> tuple[int, Party] | None:
    """Give where the country stands that people from the one at `k` are in, and it ("Sudanese refugees in Chad")."""
    party = items[k].party
    if party is None or party.form != "demonym" or k + 1 >= len(items) or items[k + 1].low not in PEOPLE:
        return None
    for j in range(k + 2, min(k + 2 + _NEAR, len(items) - 1)):
        if items[j].kind in ("amount", "mark"):
            return None
        if items[j].low in _INSIDE:
            there = next((n for n in (j + 1, j + 2) if n < len(items) and items[n].party is not None), None)
            other = items[there].party if there is not None else None
            if there is None or other is None or not may_receive(other) or other.id == party.id:
                return None
            return there, other
    return None


def fled_from(items: list[Item], k: int, scored: list[tuple[int, int, int, Party, Item]]) -> list[str]:
    """Read "for people in Sudan and for those who have fled to Chad": both are helped."""
    fled = next((j for j in range(k - 1, 0, -1) if items[j].low in ("fled", "fleeing", "escaped")), None)
    if fled is None:
        return []
    those = next((j for j in range(fled - 1, 1, -1) if items[j].low == "those"), None)
    joined = those is not None and any(items[j].low == "and" for j in (those - 1, those - 2))
    return [party.id for _, _, n, party, _ in scored if n < those] if joined and those is not None else []
