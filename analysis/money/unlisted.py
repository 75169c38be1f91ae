"""Givers that no register lists: firms, foundations and persons, by their names.

The last words of a name tell a firm ("Ltd") or a foundation ("Trust"); two
capitalised words without them may be a person. The id is made of the name.
"""

import re
import unicodedata
from functools import lru_cache

from analysis.money.items import Item, is_name, made, phrase_text
from analysis.money.parties import Party
from analysis.money.verbs import BE, HELPERS, is_verb
from analysis.money.words import vocabulary

_JOINERS = frozenset("of for and & the de del van von al bin ibn da di du dos la el der den - .".split())
_DOCUMENTS = frozenset(["act", "bill", "law", "budget", "plan", "agenda", "order", "administration"])


# A run of capitals that holds one of these names a thing, and nobody who gives.
_THINGS = frozenset(
    """program programme project initiative chain chains war reserve reserves board challenge compact corridor
    partnership accord agreement award awards summit report strategy roadmap forum week day month prize question
    """.split()
)


# What is named by "of": "the National Bank of ...", but not "Blue Timber of Lund".
_OF = frozenset("bank university church society union school association federation club league diocese".split())


# What a firm or a charity is, behind its name.
_FIRMS = frozenset(
    ["group", "company", "firm", "brewery", "foundation", "charity", "trust", "shipyard", "conglomerate"]
)
_KIN = frozenset(["family", "brothers", "sisters"])


def _names_thing(words: list[Item], level: str) -> bool:
    """Whether a run is a heading or a scheme: it ends in a thing, or opens with a gerund ("Bringing Costs Down")."""
    return (words[-1].low in _THINGS and level != "foundation") or (
        len(words) > 1 and words[0].low.endswith("ing") and any(cue.pos == "verb" for cue in words[0].cues)
    )


def unlisted(items: list[Item], i: int) -> tuple[Item, int]:
    """Give a capitalised name nobody listed: a firm or foundation by its words, else perhaps a person."""
    end = _unlisted_end(items, i)
    words = items[i:end]
    level = _level(words)
    lone = len(words) == 1 and (not level or i == 0)
    if lone and i == 0 and not words[0].cues and _acts(items, end):
        return made(items, i, i, None, head="human", name=words[0].text), end  # "Salmi pledged"
    if words and end < len(items) and items[end].low in _KIN and words[-1].kind == "word":
        kin = made(items, i, end, None, head="org", name=phrase_text(items, i, end))  # "the Vask family"
        kin.donors = [Party(slug(kin.text), slug(kin.text), "body", "name", "person", kin.text)]
        return kin, end + 1
    if (
        words
        and words[-1].kind == "word"
        and end < len(items)
        and items[end].text in _FIRMS
        and not (
            i and items[i - 1].low in ("a", "an")  # "a Californian charity"
        )
    ):
        firm = made(items, i, end, None, head="org", name=phrase_text(items, i, end))  # "the Motokov group"
        name = phrase_text(items, i, end - 1)
        firm.donors = [Party(slug(name), slug(name), "body", "name", _level([items[end]]) or "company", firm.text)]
        return firm, end + 1
    cued = all(word.cues for word in words)
    if (
        not words
        or (len(words) == 1 and words[0].kind == "party")
        or (lone and (words[0].cues or i == 0))
        or (cued and (not level or len(words) == 1))
    ):
        return items[i], i + 1
    if _names_thing(words, level) or (level != "foundation" and i and _rest_of_thing(items, i)):
        return items[i], i + 1
    state = _state(words)
    if state is not None:
        return made(items, i, end - 1, state, head="government", name=phrase_text(items, i, end - 1)), end
    item = made(items, i, end - 1, None, head="org" if level else "human", name=phrase_text(items, i, end - 1))
    if words[-1].low in _DOCUMENTS:  # "the Inflation Reduction Act provides": the state does
        item.head, item.anaphor, item.name = "government", "government", None
        return item, end
    item.donors = [Party(slug(item.text), slug(item.text), "body", "name", level or "person", item.text)]
    return item, end + _is_cut_short(items, end)


_CUT_SHORT = frozenset(["corp", "inc", "ltd", "co", "bros"])


def _is_cut_short(items: list[Item], end: int) -> bool:
    """Whether a name that ends before `end` has a full stop of its own ("Ostrava Steel Corp. pledged")."""
    if end + 1 >= len(items) or items[end].text != "." or items[end - 1].low not in _CUT_SHORT:
        return False
    return items[end + 1].text.islower()


# What a state runs under a name of its own: "the Royal Danish Navy".
_SERVICES = frozenset(
    """army navy force forces guard marines police gendarmerie ministry treasury parliament senate embassy government
    cabinet customs agency directorate office service services department bureau command authority administration
    inspectorate establishment corps chancellery secretariat presidency consulate commission council fund""".split()
)


def _state(words: list[Item]) -> Party | None:
    """Whose service a name is, by the nationality in it and its last word; None for any other name."""
    if len(words) < 2 or words[-1].low not in _SERVICES:
        return None
    named = (word.party for word in words[:-1] if word.party is not None and word.low not in ("american", "u.s.", "us"))
    return next((party for party in named if party.kind == "country" and party.level == "government"), None)


def service(items: list[Item], i: int) -> tuple[Item, int] | None:
    """Give a service whose name begins with the nationality at `i` ("the Norwegian Coastal Directorate")."""
    if i + 2 >= len(items) or not is_name(items[i + 1]):
        return None
    end = _unlisted_end(items, i)
    state = _state(items[i:end])
    if state is None:
        return None
    return made(items, i, end - 1, state, head="government", name=phrase_text(items, i, end - 1)), end


def serves(name: str) -> bool:
    """Whether a name, owned by a state, is of one of its services ("Directorate of Defence", "ESTDEV")."""
    words = name.lower().split()
    return words[0] in _SERVICES or words[-1] in _SERVICES or (len(words) == 1 and name.isupper() and len(name) > 2)


def _acts(items: list[Item], k: int) -> bool:
    """Whether a verb or its helper stands at `k`."""
    if k < len(items) and (is_verb(items, k) or items[k].low in HELPERS):
        return True
    return (
        k + 1 < len(items)
        and items[k].low in BE
        and items[k + 1].low.endswith("ing")
        and items[k + 1].has("verb", "give")
    )


def _rest_of_thing(items: list[Item], i: int) -> bool:
    """Whether the run at `i` goes on from a word that was found to begin no giver's name."""
    return is_name(items[i - 1]) and items[i - 1].end + 1 == items[i].start


def _hyphen(items: list[Item], k: int) -> bool:
    """Whether a hyphen at `k` joins two words, and does not end a dateline ("DHAKA - Japan")."""
    return items[k].low == "-" and items[k].start == items[k - 1].end


def _unlisted_end(items: list[Item], i: int) -> int:
    end = i
    while end < len(items) and end - i < 8:
        given = end == i and items[end].kind == "party"
        if items[end].kind == "party" and end > i > 0 and items[i - 1].low in ("in", "at"):
            break  # "In Geneva Norway pledged"
        if is_name(items[end]) or given or (items[end].kind == "party" and end > i):
            end += 1
        elif end > i and _hyphen(items, end) and end + 1 < len(items) and items[end + 1].kind == "party":
            end += 2
        elif items[end].low in _JOINERS and end > i and end + 1 < len(items) and is_name(items[end + 1]):
            if items[end].low == "of" and end > i + 1 and items[end - 1].low not in _OF:
                break  # "Blue Timber of Lund": where it is
            if items[end].low in ("and", "for", ".", "the") and (
                not _level(items[end : end + 4]) or _level(items[i:end])
            ):
                break
            end += 2
        else:
            break
    return end


def _level(words: list[Item]) -> str:
    """Kind of giver that the words of a name give away; empty where none does."""
    kinds = vocabulary()["companies"]
    for word in reversed(words):
        for level in ("foundation", "company"):
            if word.low.strip(".") in kinds[level]:
                return level
    return ""


_ARTICLE = re.compile(r"^(?:the|The)\s+")
_LEGAL = re.compile(
    r"\s+(?:(?:Pty|Pvt|Pte|Sdn)\.?\s+)?"
    r"(?:Inc|Corp|Ltd|Limited|Plc|plc|PLC|LLC|LLP|GmbH|AG|Co|S\.A|SA|AB|ASA|OÜ|Oy|Oyj|ApS|A/S|BV|NV|SpA|S\.p\.A|Bhd|Tbk)\.?$"
)
# What somebody is, before the name ("Actor Devan Kumar").
_CALLING = re.compile(
    r"^(?:[Aa]ctor|[Aa]ctress|[Ss]inger|[Ff]ounder|[Cc]o-founder|[Hh]ost|[Bb]usinessman|[Bb]usinesswoman|[Bb]illionaire|[Tt]ycoon|[Mm]agnate"
    r"|[Ii]ndustrialist|[Pp]hilanthropist|[Ff]ootballer|[Cc]ricketer|[Cc]aptain|[Cc]oach|[Tt]rader|[Ss]hipowner|[Rr]apper|[Cc]omedian|[Aa]uthor"
    r"|[Dd]eveloper|[Ii]nvestor|[Ee]ntrepreneur|[Rr]otarian|[Cc]hef|[Ss]triker)\s+(?=[A-Z])"
)
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=2048)
def slug(name: str) -> str:
    """Give an id for a giver that no register lists.

    >>> slug("Wash Drainage Ltd"), slug("the Al-Dana Foundation"), slug("Actor Devan Kumar")
    ('wash-drainage', 'al-dana-foundation', 'devan-kumar')
    """
    bare = _LEGAL.sub("", _CALLING.sub("", _ARTICLE.sub("", name).strip()))
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.lower()).strip("-")
