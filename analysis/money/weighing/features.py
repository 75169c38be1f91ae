"""What a clause says around an amount, and what the rules made of it, as features that are there or not.

The rules of `judge` know the words they were given; the words around an amount
say more than that. A feature is one such sign ("give" as the governing verb, "for"
at once behind the amount, a state before it); `classifier` weighs them. Names are
words and places, so that a weight can be read: `R0:for` is "for" at once to the
right, `L:clinic` "clinic" somewhere to the left, `v:donat` the governing verb.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from analysis.money.roles.standing import Place
from analysis.money.terms.stages import Setting
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.verbs import Verb
from analysis.money.text.words import dac_members

_LEFT, _RIGHT = 14, 12  # items before and after the amount that are looked at
_BESIDE = 3  # of them, those whose place matters
_ENDINGS = ("ing", "ed", "es", "s")
# What a setting knows beyond its words.
_TOLD = ("goods", "after_total", "told", "resumes", "donates", "private", "listed", "abroad", "reported")
_AUX = frozenset("will would to not t has have had could should may might must been is was".split())


def features(s: Setting | Place) -> list[str]:
    """Give the features of an amount in its clause, each once, in no order.

    Nothing of what the rules decided is among them, so that they may be set beside it.
    """
    items, at = s.items, s.index
    found = {"always"}
    found.update(_beside("L", [_token(item) for item in items[max(0, at - _LEFT) : at]][::-1]))
    found.update(_beside("R", [_token(item) for item in items[at + 1 : at + 1 + _RIGHT]]))
    found.update(_of_verb(items, at, s.verb) if s.verb is not None else ("v:",))
    if s.noun is not None:
        word, cue = items[s.noun.index].low, s.noun.cue
        found.update((f"n:{stem(word)}", f"n{s.noun.side}:{cue.sense}", f"n:{cue.sense}/{cue.value}"))
    else:
        found.add("n:")
    for item in items:
        if item.cues and item.kind == "word":
            found.update([f"any:{cue.pos}/{cue.sense}" for cue in item.cues])
    found.update(_of_amount(items[at]))
    if isinstance(s, Setting) and s.kind == "paper":
        found.add("paper")
    return list(found)


def reading(s: Setting, verdict: tuple[str, str, str], donor: Party | None, recipient: str | None) -> list[str]:
    """Give what the rules made of an amount: verdict (reason, stage, polarity), giver, receiver, and what was told."""
    reason, stage, polarity = verdict
    gives = "nobody" if donor is None else donor.level
    gets = "nobody" if not recipient else "rich" if _is_rich(recipient) else "other"
    found = ["always", f"verdict:{reason}", f"stage:{stage}", f"polarity:{polarity}"]
    found += [f"giver:{gives}", f"receiver:{gets}", f"giver:{gives}/receiver:{gets}"]
    if donor is not None and _is_rich(donor.id):
        found.append("giver:rich")
    if s.kind == "paper":  # where sums are recalled, counted up and promised that a report would not tell
        found += ["paper", f"paper/verdict:{reason}", f"paper/giver:{gives}"]
    return [*found, *(f"told:{name}" for name in _TOLD if getattr(s, name))]


def forms(s: Setting, status: str, instrument: str) -> list[str]:
    """Give what tells stage and form of a gift: words as they stand, with their endings, and what the rules say."""
    items, at = s.items, s.index
    left = [item.low for item in items[max(0, at - _LEFT) : at] if item.kind == "word"][::-1]
    right = [item.low for item in items[at + 1 : at + 1 + _RIGHT] if item.kind == "word"]
    found = {f"rules:{status}", f"rules:{instrument}", f"rules:{status}/{instrument}"}
    for side, words in (("l", left), ("r", right)):
        found.update([f"{side}:{word}" for word in words])
        found.update([f"{side}:{a} {b}" for a, b in pairwise(words)])
        found.update(f"{side}:-{word[-2:]}" for word in words[:6] if word.endswith(("ed", "ng")))
    found.update([f"in:{item.low}" for item in items if item.kind == "word"])
    if s.verb is not None:
        found.update((f"verb:{items[s.verb.index].low}", f"form:{s.verb.cue.form}"))
    return list(found)


def _is_rich(parties: str) -> bool:
    return dac_members().issuperset(parties.split())


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Give a word without the commonest endings of English.

    >>> stem("donated") == stem("donates") == stem("donating") == "donat"
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def _token(item: Item) -> str:
    """Give the stem of a word, or in angle brackets the kind of what is no common word."""
    if item.kind == "amount":
        return "<amount>"
    if item.kind == "party":
        level = item.party.level if item.party is not None else ""
        return f"<{level}/{item.head}/{item.anaphor}>"
    if item.low[:1].isdigit():
        return "<number>"
    if item.kind == "word" and item.text[:1].isupper():
        return "<name>"
    return stem(item.low)


def _beside(side: str, words: list[str]) -> Iterator[str]:
    """Give the words on one side, nearest first: each, and the nearest with their place and neighbour."""
    for distance, word in enumerate(words):
        yield f"{side}:{word}"
        if distance < _BESIDE:
            yield f"{side}{distance}:{word}"
            if distance + 1 < len(words):
                yield f"{side}{distance}:{word} {words[distance + 1]}"


def _of_verb(items: list[Item], at: int, verb: Verb) -> Iterator[str]:
    """Give the governing verb, how it is used, what carries it and who stands before it."""
    side, cue = ("<" if verb.index < at else ">"), verb.cue
    yield f"v:{stem(items[verb.index].low.split()[0])}"
    yield f"v{side}{cue.sense}"
    yield f"v:{cue.sense}/{cue.value}"
    yield f"passive{side}{verb.passive}"
    yield from (f"aux:{word}" for word in verb.aux & _AUX)
    yield from (f"chain:{cue.value}" for cue in verb.chain)
    before = items[max(0, verb.head - 4) : verb.head]
    yield from (f"subject:{_token(item)}" for item in before if item.kind in ("party", "amount"))


def _of_amount(item: Item) -> Iterator[str]:
    """Give how large an amount is, to the power of ten, how it is bounded and per what it is."""
    amount = item.amount
    if amount is None:
        yield "goods"
        return
    figure = amount.low or amount.high
    yield f"size:{len(str(int(figure))) if figure else 0}"
    yield f"bound:{amount.qualifier}"
    if amount.per:
        yield "per"
