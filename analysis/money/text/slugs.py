"""Ids of givers that no register lists: what they are called, without what they are or the form of the firm."""

import re
import unicodedata
from functools import cache, lru_cache

from analysis.money.text.words import vocabulary

_ARTICLE = re.compile(r"^(?:the|The)\s+")
_LEGAL = re.compile(
    r"\s+(?:(?:Pty|Pvt|Pte|Sdn)\.?\s+)?"
    r"(?:Inc|Corp|Ltd|Limited|Plc|plc|PLC|LLC|LLP|GmbH|AG|Co|S\.A|SA|AB|ASA|OÜ|Oy|Oyj|ApS|A/S|BV|NV|SpA|S\.p\.A|Bhd|Tbk)\.?$"
)
# What somebody is, before the name ("Actor Devan Kumar"); of a title alone the name keeps it ("Chief Obi").
_CALLED = re.compile(r"(?P<calling>(?:[Ee]x-)?[A-Za-z][\w’']*(?:[-/][A-Za-z]\w*)*)\s+(?=(?P<rest>[A-Z].*))")
_OWN_MARK = re.compile("['’]")
_NICKNAME = re.compile('\\s["“‘][^"“”‘’]{2,24}["”’](?=\\s)')  # 'Bo "The Oak" Lund'
_COUPLE = re.compile(r"([^\W\d_]+)\s&\s(?=[^\W\d_]+\s)")  # "Ben & Rita Lund", but not the firm "Brandt & Lund"


@cache
def callings() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of what somebody does, and titles."""
    givers = vocabulary()["givers"]
    return frozenset(givers["callings"]), frozenset(givers["titles"])


def bare_name(name: str) -> str:
    """Give a name without what its bearer is.

    >>> bare_name("Actor Devan Kumar"), bare_name("Painter-poet Ida Lund"), bare_name("Chief Obi")
    ('Devan Kumar', 'Ida Lund', 'Chief Obi')
    """
    called, titles = callings()
    makers = frozenset(vocabulary()["givers"]["makers"])
    while (match := _CALLED.match(name)) is not None:
        words = re.split("[-/]", match["calling"].lower().removeprefix("ex-"))
        titled = words[0] in titles and " " in match["rest"]
        titled = titled and (words[0] != "tan" or match["rest"].startswith("Sri"))  # "Tan Kah Seng" has a surname
        if not titled and not all(word in called for word in words):
            break
        name = match["rest"]
        if words[-1] in makers:
            break  # a firm follows: "Retailer Boxer Stores" are no boxer's
    return name


_OTHER = re.compile(r"[\W_]+")
# Letters that are no other letter with a mark, as those of "Władysław", "Søren", "Xagħra" and "Strauß" are not.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ə": "e", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"ð": "d", "þ": "th"}
)


@lru_cache(maxsize=2048)
def slug(name: str) -> str:
    """Give an id for a giver that no register lists.

    >>> slug("Wash Drainage Ltd"), slug("the Al-Dana Foundation"), slug("St Ida's Trust")
    ('wash-drainage', 'al-dana-foundation', 'st-idas-trust')
    >>> slug("Ben & Rita Lund"), slug("Brandt & Lund")
    ('ben-and-rita-lund', 'brandt-lund')
    >>> slug('Bo "The Oak" Lund')
    'bo-lund'
    >>> slug("Fundacja Władysława Żaka"), slug("Фонд Ахмата")
    ('fundacja-wladyslawa-zaka', 'фонд-ахмата')
    """
    bare = _OWN_MARK.sub("", _LEGAL.sub("", bare_name(_NICKNAME.sub("", _ARTICLE.sub("", name)).strip())))
    if (couple := _COUPLE.match(bare)) is not None:
        bare = f"{couple[1]} and {bare[couple.end() :]}"
    parted = unicodedata.normalize("NFKD", bare.lower().translate(_LETTERS))
    plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return _OTHER.sub("-", unicodedata.normalize("NFC", plain)).strip("-")
