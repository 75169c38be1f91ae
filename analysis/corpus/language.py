"""The language of a text, identified or stated by name."""

import re
from functools import cache

import py3langid
from babel import Locale

_LETTERS = re.compile(r"[^\W\d_]")
# What press databases print language names in.
_LOCALES = ("en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "pl", "sv")
_SHORTEST = 25  # letters; with fewer, any answer is a guess


def identify_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that `text` is written in.

    The first 3,000 characters decide, as they do for a reader. `und`
    (undetermined) where there are too few letters to tell.

    Args:
        text: A cleaned body, or a headline and a body.

    Returns:
        Two letters such as `en`, or `und`.

    >>> identify_language("The Norwegian government will send pumps and generators to Kyiv.")
    'en'
    >>> identify_language("100 – 200")
    'und'
    """
    sample = text[:3000]
    if len(_LETTERS.findall(sample)) < _SHORTEST:
        return "und"
    return str(py3langid.classify(sample)[0])


def language_code(name: str | None) -> str | None:
    """Return the ISO 639-1 code that a stated language means, or None.

    >>> language_code("en-GB"), language_code("GERMAN; DEUTSCH"), language_code("Englisch")
    ('en', 'de', 'en')
    >>> language_code("unknown") is None
    True
    """
    for part in re.split(r"[;,/|]", name or ""):
        stated = part.strip().casefold()
        if re.fullmatch(r"[a-z]{2}(?:[-_].*)?", stated):
            return stated[:2]
        if stated in _names():
            return _names()[stated]
    return None


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).languages.items():
            if len(code) == 2:
                names.setdefault(name.casefold(), code)
    return names
