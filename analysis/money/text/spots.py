"""The places of a text that make a claim each: its amounts, and its gifts in kind."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.corpus.sentences import Sentence
from analysis.money.text.in_kind import Goods
from analysis.money.text.items import Item
from analysis.money.text.reader import Reader
from analysis.records import Amount

_WORTH = frozenset(
    ["worth", "valued", "value", "values", "cost", "costs", "costing", "amounting", "totalling", "equivalent"]
)


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a claim: an amount or goods in its sentence."""

    sentence: Sentence
    start: int
    end: int
    amount: Amount | None
    goods: Goods | None


def find_spots(reader: Reader, goods: Sequence[Goods]) -> list[Spot]:
    """Amounts and goods in order; goods whose worth is printed beside them join the amount."""
    spots = []
    joined: set[int] = set()
    for amount in reader.amounts:
        number, index = reader.at(amount.start)
        sentence = reader.paragraph(number)[index]
        thing = _worth_of(sentence, amount, goods, reader.text)
        if thing is not None:
            joined.add(thing.start)
        spots.append(Spot(sentence, amount.start, amount.end, amount, thing))
    for thing in goods:
        overlaps = reader.overlaps(thing.start, thing.end)
        if thing.start in joined or overlaps:
            continue
        number, index = reader.at(thing.start)
        spots.append(Spot(reader.paragraph(number)[index], thing.start, thing.end, None, thing))
    return sorted(spots, key=lambda spot: (spot.start, spot.end))


def _worth_of(sentence: Sentence, amount: Amount, goods: Sequence[Goods], text: str) -> Goods | None:
    """Give the goods that the amount is the worth of ("63 generators worth 48 million euros")."""
    first = bisect_left(goods, sentence.start, key=lambda thing: thing.start)
    for thing in goods[first : first + 20]:
        if thing.end <= amount.start:
            between = text[thing.end : amount.start].lower().split()
            if len(between) <= 8 and _WORTH & {word.strip("(,") for word in between}:
                return thing
    return None


def with_goods(items: list[Item], spot: Spot) -> tuple[list[Item], int]:
    """Give the items with those of the goods merged into one, which stands where an amount would."""
    inside = [k for k, item in enumerate(items) if item.start >= spot.start and item.end <= spot.end]
    if not inside:
        return items, -1
    first, last = inside[0], inside[-1]
    words = spot.sentence.text[spot.start - spot.sentence.start : spot.end - spot.sentence.start]
    merged = Item("amount", words, words.lower(), spot.start, spot.end)
    return [*items[:first], merged, *items[last + 1 :]], first
