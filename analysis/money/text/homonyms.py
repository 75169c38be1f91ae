"""Names of countries that mean something else in a text: the state of Georgia, the Indians of America, Mrs Chad.

Which one is meant is told by the text as a whole: a text that names Ohio and Florida does not
speak of the Caucasus, and one about tribes and their lands does not speak of India.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from analysis.money.text.parties import Party, regions
from analysis.money.text.screen import Begun

# What the country's own texts name, and what those about its namesake do.
_CAUCASUS = Begun(
    re.compile(
        r"\b(?:Georgians?['’]?s?\s(?!Georgian)(?:[Gg]overnment|[Pp]resident|[Pp]rime|[Aa]rmy|[Pp]arliament|[Dd]ream|[Tt]roops)"
        r"|Tbilisi|Abkhazia|South\sOssetia|Batumi|Caucasus|Armenia|Azerbaijan|Moldova|Black\sSea)\b"
    ),
    "Georgia Tbilisi Abkhazia South Batumi Caucasus Armenia Azerbaijan Moldova Black".split(),
)
_LEAST = 2  # states or towns of America that a text names which speaks of its Georgia
_AMERICAN = "Atlanta Savannah Augusta Macon Washington Virginia Ossoff Warnock Kemp Georgians".split()
_IN_AMERICA = Begun(re.compile(rf"\b(?:{'|'.join(_AMERICAN)})\b"), _AMERICAN)
_TRIBES = Begun(
    re.compile(r"\b(?:Trib(?:e|es|al)|Native\s(?:Americans?|communit\w+|nations?|Hawaiians?)|Alaska\sNatives?)\b"),
    ["Trib", "Native", "Alaska"],
)
_INDIA = Begun(
    re.compile(r"\b(?:India|New\sDelhi|Delhi|Mumbai|Modi|rupees?)\b"),
    ["India", "New", "Delhi", "Mumbai", "Modi", "rupee"],
)


class Homonyms:
    """What the names of a text mean that are a country's, and something else's too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[str, str], Party | None] = {}

    def meant(self, party: Party) -> Party | None:
        """Give whom a name of a party means in the text; None where it is no name of a party there."""
        key = (party.id, party.form)
        tell = _TELLS.get(key)
        if tell is None:
            return party
        if key not in self._known:
            self._known[key] = tell(party, self._text)
        return self._known[key]


def _georgia(party: Party, text: str) -> Party | None:
    if _CAUCASUS.search(text):
        return party
    named = {match[0] for match in _IN_AMERICA.finditer(text)}
    if len(named) < _LEAST:
        named.update(match[0] for match in _states().finditer(text))
    return regions()["Ohio"] if len(named) >= _LEAST else party


def _indians(party: Party, text: str) -> Party | None:
    return None if _TRIBES.search(text) and not _INDIA.search(text) else party


def _person(party: Party, text: str) -> Party | None:
    """Take a name for a person's where the text has it behind a title, and nowhere as a place."""
    starts = [match.start() for match in _whole(party.name).finditer(text)]
    if not any(_TITLE.search(text, max(0, start - _TITLED), start) for start in starts):
        return party
    return party if any(_PLACING.search(text, max(0, start - _TITLED), start) for start in starts) else None


# What ends where a name begins that is a person's, and a place's; few places in a text are asked.
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lady|Lord|Prof|Professor|Judge)\.?\s(?:[A-Z][\w’'-]+\s)?\Z")
_PLACING = re.compile(r"\b(?:in|to|for|from|of|across|into|throughout|inside)\s\Z")
_TITLED = 80  # characters before a surname in which the title and the first name stand


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}\b")


@cache
def _states() -> Begun:
    names = [name for name, place in regions().items() if place.id == "USA" and place.form == "region"]
    return Begun(re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b"), names)


_TELLS: Mapping[tuple[str, str], Callable[[Party, str], Party | None]] = {
    ("GEO", "name"): _georgia,
    ("IND", "demonym"): _indians,
    **{(state, "name"): _person for state in ("TCD", "JOR", "ISR", "IRL", "CUB", "KEN")},  # which are surnames, too
}
HOMONYMS = frozenset(ident for ident, _ in _TELLS)
