"""Givers that no register lists: firms, foundations and persons, by their names.

The last words of a name tell a firm ("Ltd") or a foundation ("Trust"); two
capitalised words without them may be a person. The id is made of the name.
"""

from functools import cache

from analysis.money.notation.currencies import currency_codes
from analysis.money.text.items import Item, is_name, made, phrase_text
from analysis.money.text.name_runs import is_deed, kind_of, name_end, of_counted
from analysis.money.text.parties import CONTINENTS, Party, countries
from analysis.money.text.slugs import callings, slug
from analysis.money.text.verbs import BE, HELPERS, is_verb
from analysis.money.text.words import vocabulary

_DOCUMENTS = frozenset(["act", "bill", "law", "budget", "plan", "agenda", "order", "administration"])


# A run of capitals that holds one of these names a thing, and nobody who gives.
_THINGS = frozenset(
    """program programme project initiative chain chains war reserve reserves board challenge compact corridor
    partnership accord agreement award awards summit report strategy roadmap forum week day month prize question
    """.split()
)


# What a firm or a charity is, behind its name.
_FIRMS = frozenset(
    ["group", "company", "firm", "brewery", "foundation", "charity", "trust", "shipyard", "conglomerate"]
)


_NAMED_WITH = frozenset(["foundation", "trust", "brewery", "shipyard"])  # which are part of the name


_KIN = frozenset(["family", "brothers", "sisters"])


def _names_thing(words: list[Item], level: str) -> bool:
    """Whether a run is a heading or a scheme: it ends in a thing, or opens with a gerund ("Bringing Costs Down")."""
    return (words[-1].low in _THINGS and level != "foundation") or (
        len(words) > 1 and words[0].low.endswith("ing") and any(cue.pos == "verb" for cue in words[0].cues)
    )


def unlisted(items: list[Item], i: int) -> tuple[Item, int]:
    """Give a capitalised name nobody listed: a firm or foundation by its words, else perhaps a person."""
    end = name_end(items, i)
    words = [] if _tells_deed(items, i, end) else items[i:end]
    level = kind_of(words)
    lone = len(words) == 1 and (not level or i == 0)
    if lone and i == 0 and not words[0].cues and (_acts(items, end) or is_deed(items, end)):
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
        and not (i and items[i - 1].low in ("a", "an"))  # "a Californian charity"
        and not (i == 0 and len(words) == 1 and end + 1 < len(items) and is_name(items[end + 1]))  # "Telecom firm Vask"
    ):
        firm = made(items, i, end, None, head="org", name=phrase_text(items, i, end))  # "the Motokov group"
        name = firm.text if items[end].low in _NAMED_WITH else phrase_text(items, i, end - 1)
        firm.donors = [Party(slug(name), slug(name), "body", "name", kind_of([items[end]]) or "company", firm.text)]
        return firm, end + 1
    cued = all(word.cues for word in words)
    if (
        not words
        or (len(words) == 1 and words[0].text in currency_codes())
        or (len(words) == 1 and words[0].kind == "party")
        or (lone and (words[0].cues or i == 0))
        or (cued and (not level or len(words) == 1))
    ):
        return items[i], i + 1
    if (
        _names_thing(words, level)
        or of_counted(items, i, end)
        or (level != "foundation" and i and _rest_of_thing(items, i))
    ):
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


def _tells_deed(items: list[Item], i: int, end: int) -> bool:
    """Read "- Launched USAID's wells plan": a line of a list opens with what was done, and an agency did it."""
    if end < i + 2 or not items[i].low.endswith(("ed", "ing")) or not (i == 0 or items[i - 1].kind == "mark"):
        return False
    doer = items[i + 1].party
    return doer is not None and doer.kind == "agency"


_CUT_SHORT = frozenset(["corp", "inc", "ltd", "co", "bros"])


def _is_cut_short(items: list[Item], end: int) -> bool:
    """Whether a name that ends before `end` has a full stop of its own ("Ostrava Steel Corp. pledged")."""
    if end + 1 >= len(items) or items[end].text != "." or items[end - 1].low not in _CUT_SHORT:
        return False
    return items[end + 1].text.islower()


# What a state runs under a name of its own: "the Royal Danish Navy".
SERVICES = frozenset(
    """army navy force forces guard marines police gendarmerie ministry treasury parliament senate embassy government
    cabinet customs agency directorate office service services department bureau command authority administration
    inspectorate establishment corps chancellery secretariat presidency consulate commission council fund""".split()
)


def _state(words: list[Item]) -> Party | None:
    """Whose service a name is, by the nationality in it and its last word; None for any other name."""
    if len(words) < 2 or words[-1].low not in SERVICES:
        return None
    named = (word.party for word in words[:-1] if word.party is not None and word.low not in ("american", "u.s.", "us"))
    return next((party for party in named if party.kind == "country" and party.level == "government"), None)


def service(items: list[Item], i: int) -> tuple[Item, int] | None:
    """Give a service whose name begins with the nationality at `i` ("the Norwegian Coastal Directorate")."""
    if i + 2 >= len(items) or not is_name(items[i + 1]):
        return None
    end = name_end(items, i)
    state = _state(items[i:end])
    if state is None:
        return None
    return made(items, i, end - 1, state, head="government", name=phrase_text(items, i, end - 1)), end


def is_home(party: Party) -> bool:
    """Whether names of bodies may begin with a party's: a country, or a region of one."""
    return (party.kind == "country" and party.id not in CONTINENTS) or party.form == "region"


def national(items: list[Item], i: int) -> tuple[Item, int] | None:
    """Give a body whose name begins with the country at `i` ("the Korean Chamber of Commerce", "Ghana Gas")."""
    if i + 1 >= len(items) or not is_name(items[i + 1]) or items[i + 1].has("head"):
        return None
    end = name_end(items, i)
    rest = items[i + 1 : end]
    owner = items[i].party
    firm = owner is not None and (owner.form == "region" or _alone(items, i, end))
    level = kind_of(rest) or ("company" if firm else "")
    if (
        not rest
        or not level
        or _names_thing(rest, level)
        or any(word.party is not None or word.has("head") for word in rest)
    ):
        return None
    item = made(items, i, end - 1, None, head="org", name=phrase_text(items, i, end - 1))
    item.donors = [Party(slug(item.text), slug(item.text), "body", "name", level, item.text)]
    return item, end


_RELIEF = (("humanitarian", "fund"), ("cross", "-", "border", "humanitarian", "fund"))  # behind the country's name


def relief_fund(items: list[Item], i: int) -> tuple[Item, int] | None:
    """Give the fund for the country at `i` that agencies pay into and out of ("the Mali Humanitarian Fund")."""
    words = [item.low for item in items[i + 1 : i + 6]]
    size = next((len(name) for name in _RELIEF if tuple(words[: len(name)]) == name), 0)
    end, party = i + 1 + size, items[i].party
    if not size or party is None or party.kind != "country" or items[end - 1].text != "Fund":
        return None
    item = made(items, i, end - 1, None, head="org", name=phrase_text(items, i, end - 1))
    item.donors = [Party(slug(item.text), party.entity_id, "body", "name", "multilateral", item.text)]
    return item, end


def land_of(item: Item) -> Party | None:
    """Give the country that a relief fund is for; None for what is no such fund."""
    if item.head != "org" or not item.donors or not item.low.endswith(" humanitarian fund"):
        return None
    return countries().get(item.donors[0].entity_id)


_STATELY = SERVICES | frozenset(["executive", "side", "republic", "kingdom", "state", "people", "federation"])


def _alone(items: list[Item], i: int, end: int) -> bool:
    """Read "Canadian Shield says", "British Gas has": a nationality and one word that do something are one name."""
    owner, name = items[i].party, items[i + 1]
    plain = name.low not in _STATELY and not name.cues and name.text.isalpha()
    return end == i + 2 and plain and owner is not None and owner.form == "demonym" and _acts(items, end)


def serves(name: str) -> bool:
    """Whether a name, owned by a state, is of one of its services ("Directorate of Defence", "ESTDEV")."""
    words = name.lower().split()
    return words[0] in SERVICES or words[-1] in SERVICES or (len(words) == 1 and name.isupper() and len(name) > 2)


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


@cache
def _makers() -> frozenset[str]:
    return frozenset(vocabulary()["givers"]["makers"])


_SPEAKERS = frozenset(
    """chair chairman chairwoman chairperson manager director secretary treasurer spokesman spokeswoman spokesperson
    president executive officer head leader captain coach""".split()
)


def is_somebody(items: list[Item], k: int) -> bool:
    """Whether the name at `k` is of a person by the word before it ("its manager Ida Lund", "striker Victor Obi")."""
    before = items[k - 1].low if k else ""
    called, titles = callings()
    return before in _SPEAKERS or before in titles or (before in called and before not in _makers())
