"""Figures that the phrase around them says are no new gift, whatever verb governs them.

The table is `analysis.money.sayings_lexicon`. It is asked first, in order; a row says
nothing of amounts whose words it does not match.
"""

from analysis.money.sayings_lexicon import ROWS
from analysis.money.screen import Screen, numbers

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
    left, right = plain(left[-_NEAR:]), plain(right[:_NEAR])
    for number in numbers(_BEFORE.may_match(left) & _AFTER.may_match(right)):
        reason, before, after, gift = _TABLE[number]
        if (gift or not gives) and (after is None or after(right)) and (before is None or before(left)):
            return reason
    return ""


def plain(words: str) -> str:
    """Give words in small letters, one blank apart, without dots that end no sentence.

    >>> plain("U.S.  aid for St. Kitts.")
    'us aid for st kitts.'
    """
    small = _spaced(words).lower()
    if "." in small:
        for printed, plain in _DOTTED:
            small = small.replace(printed, plain)
    return small


# Most rows stop at the end of a sentence, which the dot of "U.S." is not.
_INITIALS = ("u.s.", "u.n.", "u.k.", "d.c.", "u.a.e.")
_TITLES = ("mr", "ms", "mrs", "dr", "st", "gov", "sen", "rep", "gen", "inc", "ltd", "corp", "co")
_DOTTED = [(word, word.replace(".", "")) for word in _INITIALS] + [(f"{word}. ", f"{word} ") for word in _TITLES]


def _spaced(words: str) -> str:
    r"""Make one blank of each run of white space.

    >>> _spaced(" a\n b "), _spaced(" "), _spaced("")
    (' a b ', ' ', '')
    """
    if not words.strip():
        return " " if words else ""
    first, last = " " if words[0].isspace() else "", " " if words[-1].isspace() else ""
    return f"{first}{' '.join(words.split())}{last}"


_TABLE = [  # asked of every amount: no test of an empty pattern
    (
        row.reason,
        row.left.search if row.left.pattern.strip() else None,
        row.right.match if row.right.pattern.strip() else None,
        row.gift,
    )
    for row in ROWS
]
_BEFORE = Screen([row.left for row in ROWS])
_AFTER = Screen([row.right for row in ROWS])
