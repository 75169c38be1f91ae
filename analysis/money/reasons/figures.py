"""Figures that the phrase around them says are no new gift, whatever verb governs them.

The table is `analysis.money.reasons.sayings_lexicon`. It is asked first, in order; a row says
nothing of amounts whose words it does not match. A second one, `measures_lexicon`, is asked
of amounts that nobody gives: what they measure.
"""

import re
from collections.abc import Sequence

from analysis.money.reasons.measures_lexicon import MEASURE_ROWS
from analysis.money.reasons.saying import Row
from analysis.money.reasons.sayings_lexicon import ROWS
from analysis.money.text.plain import plain
from analysis.money.text.screen import Screen, numbers

_NEAR = 420  # characters on either side that are read


def by_phrase(left: str, right: str, *, gives: bool) -> str:
    """Give the reason that the words around an amount state; empty where they state none.

    Args:
        left: words of the clause before the amount.
        right: words of the clause after it.
        gives: whether a verb of giving or forgiving governs the amount.

    >>> by_phrase("Donors pledged ", " then.", gives=True)
    'restatement'
    >>> by_phrase("Donors pledged ", " on Monday.", gives=True)
    ''
    """
    return _SAYINGS.first(left, right, gives=gives)


def by_measure(left: str, right: str) -> str:
    """Give what an amount measures that nobody gives; empty where no words say it.

    >>> by_measure("Fishermen were deprived of ", " by the ban."), by_measure("Norway gave ", " to Mali.")
    ('loss', '')
    """
    return _MEASURES.first(_DECIMAL.sub(",", left[-_NEAR:]), _DECIMAL.sub(",", right[:_NEAR]), gives=False)


_DECIMAL = re.compile(r"\.(?<=\d\.)(?=\d)")  # "18.1 billion": no sentence ends there; dots alone are looked at


class _Table:
    """Rows with the screens that tell which of them a text may match."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = [  # asked of every amount: no test of an empty pattern
            (
                row.reason,
                row.left.search if row.left.pattern.strip() else None,
                row.right.match if row.right.pattern.strip() else None,
                row.gift,
            )
            for row in rows
        ]
        self.before = Screen([row.left for row in rows])
        self.after = Screen([row.right for row in rows])

    def first(self, left: str, right: str, *, gives: bool) -> str:
        """Give the reason of the first row that holds; empty where none does."""
        left, right = plain(left[-_NEAR:]), plain(right[:_NEAR])
        for number in numbers(self.before.may_match(left) & self.after.may_match(right)):
            reason, before, after, gift = self.rows[number]
            if (gift or not gives) and (after is None or after(right)) and (before is None or before(left)):
                return reason
        return ""


_SAYINGS = _Table(ROWS)
_MEASURES = _Table(MEASURE_ROWS)
