"""Names of bodies of a state by what stands before them, or by the region in them: "the state Library Commission".

"Lund County Council's Community Fund" is the council's, "the state's Opioid Board" and "the Michigan Coal Board" are
the state's. A name alone does not tell that, as any club has a board and any church a fund.
"""

import re

from analysis.money.text.parties import party_named, regions
from analysis.money.text.words import vocabulary

_OF_STATE = re.compile(
    r"\b(?:[Ss]tate|[Cc]ounty|[Cc]ity|[Tt]own|[Pp]rovinc(?:e|ial)|[Ff]ederal|[Gg]overnment|[Tt]erritory|[Dd]istrict|[Nn]ational"
    r"|Council|Department|Ministry|Cabinet|[Cc]ouncil)(?:['’]s)?\s$"
)
_TITLED = re.compile(
    r"\b(?:Minister|Governor|Premier|Mayor|Commissioner|President)\b[^.;:()\n]{0,70}?,\s(?:(?:the\s)?Hon(?:ou?rable|\.)?\s|His\sExcellency\s"
    r"|Her\sExcellency\s)?(?:(?:Mr|Mrs|Ms|Dr|Barr|Engr|Prof|Sen|Alhaji)\.?\s){0,2}$"
)
_ENDS = frozenset(["fund", "program", "programme", "scheme", "commission", "office", "department", "board", "agency"])
_BODIES = frozenset(["commission", "department", "board", "agency"])


def is_of_state(name: str, before: str) -> bool:
    """Whether a name is that of a body of a state, by its words and those `before` it.

    >>> is_of_state("Library Commission", "said the state "), is_of_state("Library Commission", "said the church ")
    (True, False)
    >>> is_of_state("Michigan Coal Board", "The "), is_of_state("Lund Coal Board", "The ")
    (True, False)
    """
    words = re.findall(r"[\w’']+", name)
    if not words or not set(map(str.lower, words)).isdisjoint(vocabulary()["authorities"]["private"]):
        return False
    last = words[-1].lower()
    if last in _ENDS and (_OF_STATE.search(before) is not None or "State" in words[1:]):
        return True
    return last in _BODIES and len(words) > 1 and _is_region(words)


def holds_office(before: str) -> bool:
    """Whether the words before a person's name end in the office they hold: "the Minister of Culture, Ms. ".

    >>> holds_office("said the Minister of Culture and Trade, Ms. "), holds_office("said the baker, Ms. ")
    (True, False)
    """
    return _TITLED.search(before) is not None


def _is_region(words: list[str]) -> bool:
    """Whether a name opens with a region or a state."""
    for many in (2, 1):
        opening = " ".join(words[:many])
        party = party_named(opening) if len(words) > many else None
        if len(words) > many and (opening in regions() or (party is not None and party.kind == "country")):
            return True
    return False
