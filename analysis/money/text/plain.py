"""Words as fixed ways of speaking are looked for: small letters, one blank apart, no dots that end no sentence."""

from functools import lru_cache

# Most rows stop at the end of a sentence, which the dot of "U.S." is not.
_INITIALS = ("u.s.", "u.n.", "u.k.", "d.c.", "u.a.e.")
_TITLES = ("mr", "ms", "mrs", "dr", "st", "gov", "sen", "rep", "gen", "inc", "ltd", "corp", "co")
_DOTTED = [(word, word.replace(".", "")) for word in _INITIALS] + [(f"{word}. ", f"{word} ") for word in _TITLES]


@lru_cache(maxsize=8)  # the same words are asked for reasons and for measures
def plain(words: str) -> str:
    """Give words in small letters, one blank apart, without dots that end no sentence.

    >>> plain("U.S.  aid for St. Kitts.")
    'us aid for st kitts.'
    """
    small = _spaced(words).lower()
    if "." in small:
        for printed, bare in _DOTTED:
            small = small.replace(printed, bare)
    return small


def _spaced(words: str) -> str:
    r"""Make one blank of each run of white space.

    >>> _spaced(" a\n b "), _spaced(" "), _spaced("")
    (' a b ', ' ', '')
    """
    if not words.strip():
        return " " if words else ""
    first, last = " " if words[0].isspace() else "", " " if words[-1].isspace() else ""
    return f"{first}{' '.join(words.split())}{last}"
