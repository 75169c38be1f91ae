"""Which reports name receivers of their own, where no register lists either: a round gives many clubs one sum each."""

import re

from analysis.money.merging.reports import Report
from analysis.money.text.parties import party_named

_PUBLIC = ("government", "multilateral")
_NOBODY = frozenset("country nation state region area city town it them him her us me you they those".split())
_SMALL = frozenset("the of for and in at a an to on its his her their saint st".split())


def gives_others(a: Report, b: Report) -> bool:
    """Whether two reports name bodies that share no word: "5,000 to Lund Rowing Club", "5,000 to the Malmö Hospice".

    "The hospice" may be either, and the initials of a body stand for it. Both may be in one country; a country by
    another of its names, as "Kyiv", is no body.
    """
    if a.recipients != b.recipients or (a.recipients and not (names_own(a) and names_own(b))):
        return False
    one, two = _names(a.row["recipient_text"]), _names(b.row["recipient_text"])
    return bool(one and two) and not set(one) & set(two) and not (_shortens(one, two) or _shortens(two, one))


def names_own(report: Report) -> bool:
    """Whether a firm, a club or a person gives, and words name who receives: no country and nobody that is listed.

    "The hospice" and "Lund Rowing Club" are such words, "Kyiv", "the country" and "them" are none.
    """
    words = report.row["recipient_text"]
    private = words is not None and report.row["donor_level"] not in _PUBLIC
    return private and words.lower().rpartition(" ")[2] not in _NOBODY and party_named(words) is None


def _names(words: str | None) -> list[str]:
    """Give the words of a name, in small letters; none where the words name nobody ("the hospice", "Six churches").

    The first word of a sentence is written like one of a name.
    """
    found = re.findall(r"[^\W\d_][\w'’.-]*", words or "")
    named = [word for word in found[1:] if word[0].isupper()] or (len(found) == 1 and found[0][0].isupper())
    return [word.lower() for word in found if word.lower() not in _SMALL] if named else []


def _shortens(short: list[str], whole: list[str]) -> bool:
    """Whether one word is the initials of a name, or of its first words."""
    return len(short) == 1 and "".join(word[0] for word in whole).startswith(short[0].replace(".", ""))
