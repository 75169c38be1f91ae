"""For whom a person speaks: the body that the text says they hold an office of ("Ida Lund, director of the Lund Fund").

What such a person announces, that body gives.
"""

import re

from analysis.money.roles.whole_names import is_body
from analysis.money.text.parties import Party, party_named
from analysis.money.text.slugs import slug

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|&|de) (?:the )?)?{_WORD})*"
_OFFICE = (
    r"(?:vice-|co-|deputy )?(?:president|chair\w*|director|head|secretary|secretary-general|treasurer|chief executive|"
    r"chief|manager|governor|principal|spokes\w+|founder|boss|CEO|representative|coordinator|administrator)"
)
_STYLE = r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?"
_BEFORE = (
    re.compile(rf"{_OFFICE} (?:of|at|for) (?:the )?(?P<body>{_NAME}), {_STYLE}(?:{_WORD} )*$"),
    re.compile(rf"(?P<body>{_NAME})(?:[’']s)? (?:\w+ )?{_OFFICE},? {_STYLE}(?:{_WORD} )*$"),
)
_BEHIND = re.compile(
    rf"[^,.;]{{0,20}}, (?:the |its )?(?:[\w-]+ ){{0,2}}{_OFFICE} (?:of|at|for) (?:the )?(?P<body>{_NAME})"
)
_AROUND = 120  # characters before a name, and behind, in which the office stands


def body_of(person: str, text: str) -> Party | None:
    """Give the body that a person holds an office of by the first place that prints their surname; None without one.

    >>> text = "The president of the African Development Bank, Ida Lund, came. Lund announced 5 million euros."
    >>> body_of("Lund", text).id
    'AFDB'
    """
    surname = person.rsplit(maxsplit=1)[-1]
    first = re.search(rf"\b{re.escape(surname)}\b", text)
    if first is None:
        return None
    before = text[max(0, first.start() - _AROUND) : first.start()]
    found = next((match for pattern in _BEFORE if (match := pattern.search(before)) is not None), None)
    found = found or _BEHIND.match(text, first.end(), first.end() + _AROUND)
    return _party(found["body"]) if found is not None else None


# "JICA resident representative Mr. Ida Lund": who stands for a body abroad hands over what is the body's.
_STANDS_FOR = re.compile(
    rf"(?P<body>{_NAME})(?:[’']s)? (?:[\w-]+ ){{0,2}}(?:[Rr]epresentative|[Dd]irector|[Cc]oordinator|[Hh]ead) {_STYLE}$"
)


def stands_for(person: str, at: int, text: str) -> Party | None:
    """Give the agency or body of nations whose representative a person is called right before their name at `at`.

    >>> text = "JICA resident representative Ms. Ida Lund handed over two lathes."
    >>> stands_for("Ida Lund", text.find("Ida"), text).id
    'JPN'
    """
    found = _STANDS_FOR.search(text, max(0, at - _AROUND), at)
    if found is None:
        return None
    # "By mail JICA": a name of the register may stand behind other capitals.
    words = found["body"].split()
    listed = next((known for k in range(len(words)) if (known := party_named(" ".join(words[k:]))) is not None), None)
    return listed if listed is not None and (listed.kind == "agency" or listed.level == "multilateral") else None


def _party(name: str) -> Party | None:
    """Give the body of a name: one of the register, or one whose words tell a firm or a charity."""
    listed = party_named(name)
    if listed is not None:
        return listed if listed.kind in ("body", "agency") else None
    return Party(slug(name), slug(name), "body", "name", "foundation", name) if is_body(name) else None
