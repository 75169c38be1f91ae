"""Names of givers with the words of them that the reading left out: "the Sialkot" of "the Sialkot Exporters Trust".

A place that the register lists, a quoted nickname or a second forename cuts a name in two; here the words that
stand around it in the text are put back.
"""

import re
from functools import cache

from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import party_named
from analysis.money.text.slugs import callings
from analysis.money.text.words import vocabulary

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_BEFORE = re.compile(rf"(?P<word>{_WORD}) $")
_COUPLE = re.compile(rf"(?P<first>{_WORD}) (?P<and>and|&) $")
_NICKNAME = re.compile(rf"(?P<first>{_WORD}) [“\"‘'][^”\"’'\n]{{2,24}}[”\"’'] $")
_ALSO = re.compile(rf" (?:and|for|in|of) {_WORD}(?: and {_WORD}| {_WORD})*")
_IN = re.compile(rf" in {_WORD}")
# "the Hawke's Bay Trust", "St. Ida's Auxiliary": an article before the owner is that of the name, as owners have none.
_OWNER = re.compile(
    rf"(?:\b[Tt]he (?P<owner>(?:St\.? |Lord )?{_WORD}[’']s)|(?P<saint>\b(?:St\.?|Saint) {_WORD}[’']s)) $"
)
# "Papa Bo's will give 5m", "the chain, Vask's, which gave": nothing follows that it could own.
_MARKED = re.compile(
    r"[’']s(?=,? (?:(?:will|would|to) (?:give|provide|donate|pay|match|send|hand|contribute|add|spend|put|offer)|has|"
    r"have|had|is|said|says|gave|gives|pledged|donated|announced|which|who|also)\b)"
)
_MARKS = ("'", "’")
_MOST = 3  # words before a name that are put back
# How words end that tell of a name and are none of it ("the Lucerne-based Alpina Foundation").
_DESCRIBING = ("’s", "'s", "-based", "-backed", "-born", "-owned", "-led", "-run", "-funded", "-listed")
# Words that name a body only with its nation or place before them: "the Swedish National Committee".
_OF_A_NATION = frozenset("national postcode central people's people’s women's women’s red royal".split())
_OFFICES = frozenset("government state city county town council president minister mayor king queen company".split())
_RELIEF = "Humanitarian Fund"  # "from the Mali Humanitarian Fund for Gao": where it goes
_FOR = ("bank", "fund", "committee")  # "the Arab Bank for Economic Development in Africa"


def whole_name(name: str, start: int, text: str) -> str:
    """Give a name at an offset of a text with the words that belong to it.

    >>> told = "In all, the Sialkot Exporters Trust gave 5,000 rupees."
    >>> whole_name("Exporters Trust", told.find("Exporters"), told)
    'Sialkot Exporters Trust'
    >>> whole_name("Ida Lund", 8, "Jon and Ida Lund gave 5,000 kroner.")
    'Jon and Ida Lund'
    >>> whole_name("Lund", 11, 'Ida "Iron" Lund gave 5.')
    'Ida Lund'
    """
    nick = _NICKNAME.search(text, max(0, start - 60), start)
    if nick is not None and " " not in name and nick["first"].lower() not in NOT_NAMES:
        return f"{nick['first']} {name}"
    couple = _couple(name, start, text)
    if couple is not None:
        return couple
    if name.startswith("S ") and text[max(0, start - 1) : start] in _MARKS:
        name, start = name[2:], start + 2  # "LUND'S Women's Institute" in capitals
    if is_body(name) or (" " in name and name.split(maxsplit=1)[0].lower() in _OF_A_NATION):
        whole = _with_before(name, start, text)
        return _joined(start, text) + _owner(start - len(whole) + len(name), text) + whole + _behind(name, start, text)
    return _of_trades(name, start, text) or _with_mark(name, start, text)


def is_body(name: str) -> bool:
    """Whether a name is of a firm or a charity by a word of it."""
    return any(word.lower().strip(".") in one for word in name.split() for one in _kinds())


def _couple(name: str, start: int, text: str) -> str | None:
    """Read "Jon and Ida Lund": two of one family, of whom the second was read."""
    words = name.split()
    if len(words) != 2 or is_body(name):
        return None
    found = _COUPLE.search(text, max(0, start - 40), start)
    if found is None or found["first"].lower() in NOT_NAMES or party_named(found["first"]) is not None:
        return None
    before = _BEFORE.search(text, max(0, found.start() - 30), found.start())
    if before is not None and before["word"].lower() not in callings()[0]:
        return None  # "Jon Berg and Ida Lund"
    return f"{found['first']} and {name}"


def _owner(start: int, text: str) -> str:
    """Give the owner that is the first word of a name: "Hawke's " of "the Hawke's Bay Relief Trust"."""
    found = _OWNER.search(text, max(0, start - 40), start)
    owner = (found["owner"] or found["saint"]) if found is not None else ""
    plain = owner[:-2].lower()
    if not owner or party_named(owner[:-2]) is not None or plain in _OFFICES or any(plain in one for one in _kinds()):
        return ""
    return f"{owner} "


def _with_mark(name: str, start: int, text: str) -> str:
    """Read "Papa Bo's will give 5m": a mark of owning with nothing owned behind is of the name.

    >>> _with_mark("Papa Bo", 0, "Papa Bo's will give 5,000 kroner.")
    "Papa Bo's"
    """
    found = _MARKED.match(text, start + len(name))
    return name + found[0] if found is not None else name


# "the Ida och Jon Lund Foundation": one article for the two of one name; "and" joins two bodies as well.
_FOUNDERS = re.compile(rf"(?:\b(?:[Tt]he|by|from) |(?:^|\n))(?P<first>{_WORD} (?:och|und|og|et|e|i|y|ja|en|&)) $")
_TRADES = re.compile(rf"(?:^|[.!?:,;“\"\n(]\s?|\b(?:from|by|to|that|said) )(?P<first>{_WORD}(?: {_WORD}){{1,2}}) and $")


def _joined(start: int, text: str) -> str:
    """Give the words of another first name before that of a body: "Ida och " of "the Ida och Jon Lund Foundation"."""
    found = _FOUNDERS.search(text, max(0, start - 40), start)
    return f"{found['first']} " if found is not None else ""


def _of_trades(name: str, start: int, text: str) -> str | None:
    """Read "Lund Drywall and Insulation": a word that the text prints alone nowhere is what a firm deals in, too.

    >>> _of_trades("Insulation", 17, "Lund Drywall and Insulation gave 5,000 kroner.")
    'Lund Drywall and Insulation'
    """
    if " " in name or party_named(name) is not None or text.count(name) > 1:
        return None
    found = _TRADES.search(text, max(0, start - 60), start)
    if found is None or found["first"].split(maxsplit=1)[0].lower() in NOT_NAMES or party_named(found["first"]):
        return None
    return f"{found['first']} and {name}"


KIN = r"(?:late )?(?:wife|husband|spouse|partner|fianc[eé]e?|widow|widower|brother|sister|son|daughter|mother|father)"
_AFTER_FIRST = re.compile(rf"(?P<name>{_WORD}(?: {_WORD})+) and (?:his|her) {KIN},? $")
_BEFORE_SECOND = re.compile(rf" and (?:his|her) {KIN},? (?P<name>{_WORD}(?: {_WORD}){{0,3}})")


def with_kin(name: str, start: int, text: str) -> tuple[str, str] | None:
    """Give both of a person at an offset and whom of the family the text names beside; None where it names none.

    >>> with_kin("Ida Lund", 0, "Ida Lund and her brother, Jon, gave 5,000 kroner.")
    ('Ida Lund', 'Jon Lund')
    >>> with_kin("Jon Berg", 26, "Ida Lund and her husband, Jon Berg, gave 5,000 kroner.")
    ('Ida Lund', 'Jon Berg')
    """
    first = _AFTER_FIRST.search(text, max(0, start - 80), start)
    if first is not None:
        return first["name"], name if " " in name else f"{name} {first['name'].rsplit(maxsplit=1)[-1]}"
    second = _BEFORE_SECOND.match(text, start + len(name), start + len(name) + 80)
    if second is None or " " not in name or second["name"].lower() in NOT_NAMES:
        return None
    surname = f" {name.rsplit(maxsplit=1)[-1]}" if " " not in second["name"] else ""
    return name, second["name"] + surname


def _with_before(name: str, start: int, text: str) -> str:
    """Give the name with the capitals that stand at once before it."""
    at = start
    for _ in range(_MOST):
        found = _BEFORE.search(text, max(0, at - 30), at)
        if found is None or not _belongs(found["word"], found.start(), text, name):
            break
        at = found.start()
    return text[at:start] + name


def _belongs(word: str, at: int, text: str, name: str) -> bool:
    low = word.lower()
    if low in NOT_NAMES or low in callings()[0] or low in callings()[1] or word.endswith(_DESCRIBING):
        return False
    behind = re.search(r"(\S+) $", text[max(0, at - 20) : at])
    before = behind[1].lower() if behind is not None else ""
    place = party_named(word)
    if place is None:
        return before[-1:].isalnum()  # a capital that opens a sentence may be no name
    if before in ("in", "at", "from", "near", "to"):
        return False
    first = name.split(maxsplit=1)[0]
    if place.form != "demonym" or first.endswith("s") or first.lower() in _OF_A_NATION:
        return True
    also = party_named(first)
    return also is not None and also.form == "demonym"  # "the Sudanese American Doctors Association"


def _behind(name: str, start: int, text: str) -> str:
    """Give what goes on behind a name of a body: "for Economic Development in Africa"."""
    end = start + len(name)
    last = name.rsplit(maxsplit=1)[-1].lower()
    rest = _ALSO.match(text, end)
    if rest is None:
        return ""
    if " for " in name and rest[0].startswith(" and "):
        return rest[0]
    if last in _FOR and rest[0].startswith(" for ") and not name.endswith(_RELIEF):
        more = _IN.match(text, rest.end())
        return rest[0] + (more[0] if more is not None else "")
    return ""


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of the names of foundations, and of firms."""
    kinds = vocabulary()["companies"]
    return frozenset(kinds["foundation"]), frozenset(kinds["company"])


_NATION = re.compile(rf"(?P<nation>{_WORD}(?: {_WORD})?)(?P<own>[’']s)? $")
_SOCIETY = re.compile(rf" Society(?: of (?:the )?{_WORD}(?: {_WORD})?)?")


def national_society(name: str, start: int, text: str) -> str | None:
    """Give the Red Cross or Red Crescent of one nation, by the nation before its name or behind; None for the movement.

    >>> national_society("Red Cross", 9, "The Thai Red Cross gave 5 million baht.")
    'Thai Red Cross'
    """
    behind = _SOCIETY.match(text, start + len(name))
    found = _NATION.search(text, max(0, start - 40), start)
    words = found["nation"].removesuffix("’s").removesuffix("'s").split() if found is not None else []
    nation = next(
        (" ".join(words[k:]) for k in range(len(words)) if party_named(" ".join(words[k:])) is not None), None
    )
    if nation is None and (behind is None or " of " not in behind[0]):
        return None
    return " ".join(filter(None, [nation, name])) + (behind[0] if behind is not None else "")
