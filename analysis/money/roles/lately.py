"""Which countries a text named lately before an amount: how long ago, how often, and where in their paragraph.

Sentences around an amount are read more closely by `candidates`; what is asked here reaches further back, as a text
that goes from country to country names each once and then tells of it for a paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader

_BACK = 1500  # characters before an amount that are looked at
_AHEAD = 250  # and behind it, within its paragraph
_DISTANCES = (60, 150, 300, 600, 1000)  # classes of how far before an amount a country was named
_AHEADS = (40, 120)  # and of how far behind
_OFTEN = 3  # times named beyond which no more is learnt
_OPENS = 40  # characters of a paragraph in which a name heads it


@dataclass(slots=True)
class Lately:
    """A country that was named, where it was last (below 0: nowhere before the amount), and its signs."""

    party: Party
    last: int = -1
    times: int = 0
    signs: set[str] = field(default_factory=set)


def lately(reader: Reader, start: int, end: int) -> dict[str, Lately]:
    """Give the countries that a text named lately before an amount or names soon behind it, by id.

    Args:
        reader: of the text.
        start: the offset of the amount.
        end: where its sentence ends.
    """
    found: dict[str, Lately] = {}
    opens, closes = reader.around(start)
    for party, low, _ in reader.between(max(0, start - _BACK), start):
        one = found.setdefault(party.id, Lately(party))
        one.last, one.party = low, party
        one.times += 1
        if low >= opens:
            one.signs.add("in paragraph")
            if low - opens < _OPENS:
                one.signs.add("heads paragraph")
    for one in found.values():
        one.signs.add(f"last:{bisect_right(_DISTANCES, start - one.last)}")
        one.signs.add(f"last form:{one.party.form}")
        one.signs.add(f"times lately:{min(one.times, _OFTEN)}")
    for party, low, _ in reader.between(end, min(closes, start + _AHEAD)):
        one = found.setdefault(party.id, Lately(party))
        one.signs.add(f"soon:{bisect_right(_AHEADS, low - end)}")
    return found


def ranked(found: Iterable[Lately]) -> list[Lately]:
    """Order countries by how lately they were named, the last first."""
    return sorted((one for one in found if one.last >= 0), key=lambda one: -one.last)
