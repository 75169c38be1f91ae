"""Parties named together: "France, Spain and Italy", and what each of them does.

A list of names may share one amount ("Norway and Sweden will together give 5m":
both give it), be matched with a list of amounts ("... 50m and 45m
respectively"), or be no list at all ("after talks with Norway, Sweden pledged
5m"). Only a list that "and" closes, all of it in one place of its clause, is
read as one giver of several.
"""

from collections.abc import Sequence

from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.position import opens_subject
from analysis.money.text.slugs import callings
from analysis.money.text.verbs import AUXILIARIES, Verb, is_verb
from analysis.money.text.words import is_adverb

_ANDS = frozenset(["and", "&"])
_SMALL = frozenset(["the", "both", "also"])
_LISTING = _ANDS | {","}
_LINKING = _LISTING | _SMALL | {"as", "well"}


def run_of(items: list[Item], k: int, kind: str) -> list[int]:
    """Give the items of a kind coordinated with the one at `k`."""
    found = [k]
    for step in (-1, 1):
        j = k + step
        while 0 <= j < len(items) and (items[j].kind == kind or items[j].low in (",", "and", "the")):
            if items[j].kind == kind:
                found.append(j)
            j += step
    return sorted(found)


def listed_giver(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Read "France and Britain promised 50m and 45m respectively": the giver of the same rank."""
    run = run_of(items, a, "amount") if _matched(items) else _two_sums(items, a)
    if not run:
        return None
    end = min(run[0], verb.head) if verb is not None else run[0]
    names = [k for k in range(end) if items[k].kind == "party" and opens_subject(items, k)]
    for k in names:
        parties = run_of(items, k, "party")
        if len(parties) == len(run) > 1:
            return items[parties[run.index(a)]]
    return None


def _two_sums(items: list[Item], a: int) -> list[int]:
    """Give two sums that "and" alone joins, one of them at `a`: "Lund and Vask put in 2m and 3m", as two names do."""
    for first in (a - 2, a):
        if first > 0 and first + 2 < len(items) and items[first].kind == items[first + 2].kind == "amount":
            alone = items[first - 1].kind != "amount" and items[first + 1].low == "and"
            return [first, first + 2] if alone and not _TOGETHER.intersection(item.low for item in items) else []
    return []


_TOGETHER = frozenset("each both together jointly between combined total".split())


def listed_receiver(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Read "granted Uganda and Kenya 40m and 62m respectively": the receiver of the same rank."""
    gapped = gapped_receiver(items, a)
    if gapped is not None:
        return gapped
    if verb is None or not _matched(items):
        return None
    amounts = run_of(items, a, "amount")
    for k in range(verb.index + 1, len(items)):
        if items[k].kind == "party":
            parties = run_of(items, k, "party")
            return items[parties[amounts.index(a)]] if len(parties) == len(amounts) > 1 else None
    return None


def _matched(items: list[Item]) -> bool:
    """Whether a sentence says that its lists go together, item by item."""
    for item in items:  # noqa: SIM110 - this is asked of every sum, and `any` would cost more
        if item.low == "respectively":
            return True
    return False


def gapped_receiver(items: list[Item], a: int) -> Item | None:
    """Read "giving Malawi 4m for maize, and Zambia 2m": the verb handed the first sum to a party, so the second, too.

    In "is giving 4m, and Zambia 2m" the party before the sum gives it.
    """
    k = a - 1
    if k > 0 and items[k].low == "(":
        return _bracketed_receiver(items, a)
    behind = _led_receiver(items, a)
    if behind is not None:
        return behind
    if k < 1 or items[k].kind != "party" or items[k].anaphor or items[k - 1].low not in ("and", ","):
        return None
    earlier = next((j for j in range(k - 1, 0, -1) if items[j].kind == "amount"), None)
    if earlier is None or items[earlier - 1].kind != "party":
        return None
    verb = earlier - 2 if items[earlier - 2].low != "the" else earlier - 3
    handed = verb > 0 and is_verb(items, verb) and items[verb].has("verb", "give", "weak")
    further = not handed and gapped_receiver(items, earlier) is not None  # "giving Malawi 4m, Zambia 2m and Kenya 1m"
    return items[k] if handed or further else None


_LEADING = frozenset(
    "to for in into across help helps helping support supports supporting assist assists reach".split()
)
_SKIPPED = frozenset(["the", "people", "communities", "and", ","])


def _bracketed_receiver(items: list[Item], a: int) -> Item | None:
    """Read "will go to Peru (5m), Chad (4m) and Laos (3m)": what leads to the first of a list leads to all of it."""
    k = a - 2
    if k < 1 or items[k].kind != "party" or items[k].anaphor or items[k].party is None:
        return None
    first = k
    while first > 4 and items[first - 1].low in _LISTING:
        j = first - 1
        while j > 3 and items[j].low in _LISTING:
            j -= 1
        if (
            items[j].low != ")"
            or items[j - 1].kind != "amount"
            or items[j - 2].low != "("
            or items[j - 3].kind != "party"
        ):
            break
        first = j - 3
    lead = first - 1
    while lead > 0 and items[lead].low in _SKIPPED:
        lead = lead - 1 if items[lead].low != "in" else lead
    return items[k] if lead >= 0 and items[lead].low in _LEADING else None


def _led_receiver(items: list[Item], a: int) -> Item | None:
    """Read "5m will support Peru, 4m Chad and 3m Laos": the first sum was led to a party, so the second is, too."""
    if a < 3 or a + 1 >= len(items) or items[a - 1].low not in _LISTING:
        return None
    after, before = items[a + 1], items[a - 2 if items[a - 2].low not in _LISTING else a - 3]
    ends = a + 2 >= len(items) or items[a + 2].low in (",", "and", ".", ";")
    if not ends or not _is_land(after) or not _is_land(before):
        return None
    k = items.index(before)
    return (
        after
        if items[k - 1].low in _LEADING or (items[k - 1].kind == "amount" and _led_receiver(items, k - 1))
        else None
    )


def _is_land(item: Item) -> bool:
    return item.party is not None and item.party.kind in ("country", "place") and not item.head


def givers_with(items: list[Item], k: int, how: str) -> list[int]:
    """Give the indices of the parties that give as one with the party at `k`, itself among them, in order.

    `how` is the role it was found in: the subject ends such a list before its
    verb, an agent begins it behind "by".
    """
    run = _rightward(items, k) if how == "agent" else headlined(items, k) or _leftward(items, k)
    return run if how == "agent" else sorted({*run, *_beside(items, run[0], run[-1])})


def _beside(items: list[Item], first: int, last: int) -> list[int]:
    """Give the party of "Together with Norway, Sweden will" or "Sweden, together with Norway, will"."""
    for k, comma in ((first - 2, first - 1), (last + 4, last + 5)):
        words = [item.low for item in items[max(0, k - 2) : max(0, k)]]
        commas = k >= 0 and comma < len(items) and items[comma].low == "," and (k < first or items[last + 1].low == ",")
        if commas and words in (["together", "with"], ["jointly", "with"]) and items[k].party is not None:
            return [k]
    return []


def headlined(items: list[Item], k: int) -> list[int]:
    """Give the two of a headline that a comma joins: "Norway, Sweden pledge 5m for Chad"."""
    first, second = (0, 2) if k < _JOINED else (k - 2, k)
    if first or len(items) <= second or items[1].low != "," or items[-1].low in _ENDS or not _does(items, second + 1):
        return []
    known = all(items[j].party is not None and not items[j].anaphor for j in (first, second))
    return [first, second] if known and items[second + 1].low not in AUXILIARIES else []


_JOINED = 2  # items before the second of two that a comma joins
_ENDS = frozenset([".", "!", "?", "”", '"'])  # which no headline ends in


def _leftward(items: list[Item], k: int) -> list[int]:
    """Give the list that the party at `k` closes: "Norway, Sweden and Denmark" before a verb or an "'s"."""
    found, joined = [k], False
    while True:
        before, separator = _step(items, found[0], -1)
        if before is None or (not joined and separator not in _ANDS) or (joined and separator in _ANDS):
            break
        joined = True
        found.insert(0, before)
    while len(found) > 1 and not (opens_subject(items, found[0]) or _called(items, found[0])):
        _, separator = _step(items, found[1], -1)
        if separator != ",":  # "to Norway and Sweden will": only the last may be a subject
            return [k]
        found.pop(0)  # "with Norway, Sweden and Denmark pledged"
    return found


def _called(items: list[Item], k: int) -> bool:
    """Read "Lund Oil founder Jon Vask and Ida Moe gave 5m": what the first is called opens the sentence."""
    if k < 1 or items[k - 1].low not in callings()[0]:
        return False
    j = k - 2
    while j >= 0 and (items[j].kind == "party" or items[j].low in ("the", "'s") or items[j].text[:1].isupper()):
        j -= 1
    return j < 0 or items[j].kind == "mark"


def _rightward(items: list[Item], k: int) -> list[int]:
    """Give the list that the party at `k` opens: "by Norway, Sweden and Denmark"."""
    found, closed = [k], False
    while not closed:
        after, separator = _step(items, found[-1], 1)
        if after is None:
            break
        closed = separator in _ANDS
        found.append(after)
    if not closed or acts_alone(items, found[-1]):
        return [k]
    return found


def _step(items: list[Item], k: int, step: int) -> tuple[int | None, str]:
    """Give the party beside the one at `k`, and the separator between: ",", "and" or nothing."""
    j, separator = k + step, ""
    while 0 <= j < len(items) and items[j].low in _LINKING:
        low = "and" if items[j].low == "well" else items[j].low  # "as well as"
        separator = low if low in _LISTING and separator not in _ANDS else separator
        j += step
    known = 0 <= j < len(items) and (items[j].party is not None or items[j].head in ("org", "office"))
    known = known or (0 <= j < len(items) and items[k].head == items[j].head == "human" and _alike(items[k], items[j]))
    return (j if known and (separator in _ANDS or separator == ",") else None), separator


def _alike(one: Item, other: Item) -> bool:
    """Whether two names that nobody listed are both of several words, or both of one ("Ida Lund and Jon Berg")."""
    return (" " in one.text) == (" " in other.text)


def _does(items: list[Item], k: int) -> bool:
    """Whether a verb or its helpers stand at `k`."""
    while k < len(items) and (items[k].low in _SMALL or is_adverb(items[k].low) or items[k].low == "together"):
        k += 1
    return k < len(items) and (is_verb(items, k) or items[k].low in AUXILIARIES)


def acts_alone(items: list[Item], k: int) -> bool:
    """Whether a verb with an amount of its own follows the party at `k`."""
    return _does(items, k + 1) and any(item.kind == "amount" for item in items[k + 1 :])


def as_one(parties: Sequence[Party]) -> Party:
    """Make one giver of several: their ids separated by a blank, as the ledger keeps receivers."""
    ids = list(dict.fromkeys(party.id for party in parties))
    if len(ids) == 1 or "various" in ids:
        return parties[0] if len(ids) == 1 else next(party for party in parties if party.id == "various")
    first = parties[0]
    return Party(" ".join(ids), first.entity_id, first.kind, first.form, first.level, first.name)


def gives_another(items: list[Item], a: int, item: Item) -> bool:
    """Read "the state will pay 5m, and Norway is giving another 3m": who opens a clause behind gives its own sum."""
    k = next((k for k, other in enumerate(items) if other is item), 0)
    j = k - 2 if items[k - 1].low == "the" else k - 1
    opens = items[j].low in ("and", "while", "but") or (items[j].low == "which" and items[j - 1].kind != "mark")
    return k > a + 1 and opens and acts_alone(items, k)
