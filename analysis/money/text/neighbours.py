"""What a party takes from the names beside it: a part of a body, an office that explains it, a list."""

from analysis.money.text.items import Item, is_name, made
from analysis.money.text.unlisted import serves

_UNITS = frozenset("bureau office directorate unit division service branch secretariat wing desk".split())


def with_units(items: list[Item]) -> list[Item]:
    """Take "State Department's Conflict and Stabilization Bureau" for one party: a part gives for the whole."""
    for i, owner in enumerate(items[:-2]):
        if owner.party is None or items[i + 1].low != "'s":
            continue
        country, own = owner.party, items[i + 2].party
        if country is not None and own is not None and own.kind == "agency" and own.id == country.id:  # "Japan's JICA"
            return [*items[:i], made(items, i, i + 2, own, head="government"), *with_units(items[i + 3 :])]
        for k in range(i + 2, min(i + 8, len(items))):
            named = items[k].head == "human"
            if named and (items[k].low.rpartition(" ")[2] in _UNITS or (k == i + 2 and serves(items[k].text))):
                whole = made(items, i, k, items[i].party, head="government")
                return [*items[:i], whole, *with_units(items[k + 1 :])]
            if not (items[k].head == "human" or is_name(items[k]) or items[k].low in ("and", "of")):
                break
    return items


def appositions(items: list[Item]) -> list[Item]:
    """Read "Lars Lund, Norwegian foreign minister": the person speaks for the office that follows the name."""
    for i, person in enumerate(items[:-2]):
        if person.head != "human" or items[i + 1].low != ",":
            continue
        j = i + 3 if items[i + 2].low in ("the", "a", "an") and i + 3 < len(items) else i + 2
        office = items[j]
        if office.kind == "party" and office.head == "office" and not office.name:
            person.party, person.anaphor = office.party, office.anaphor
            person.head, person.name, person.role = "office", person.text, office.role or office.text
    return items


def joined(items: list[Item]) -> list[Item]:
    """Let the countries of "France, Spain and Germany" know of each other."""
    for i, first in enumerate(items[:-2]):
        if first.party is None or items[i + 1].low not in ("and", ",", "&"):
            continue
        second = items[i + 2]
        if second.party is None:
            continue
        if items[i + 1].low == "," and not _closes(items, i + 2):
            continue  # "neighbouring China, Pakistan's ally, is sending"
        if first.party.form == second.party.form and first.party.kind == second.party.kind == "country":
            second.donors = [*(first.donors or [first.party]), second.party]
    return items


def _closes(items: list[Item], k: int) -> bool:
    """Whether the list that the party at `k` is in goes on to an "and" before a further party."""
    while k + 2 < len(items) and items[k].kind == "party":
        if items[k + 1].low in ("and", "&", "or") or (items[k + 1].low == "," and items[k + 2].low in ("and", "or")):
            return True
        if items[k + 1].low != ",":
            return False
        k += 3 if items[k + 2].low == "the" else 2
    return False
