"""Who can give or receive: the register's names as phrases of tokens.

A ministry, an agency or a parliament gives for its country; the institutions
of the EU give as the EU; a place receives for the country it lies in. The
register is data/reference/entities.csv; no second list of countries is here.
"""

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from babel.core import get_global

from analysis.money.text.slugs import slug
from analysis.money.text.words import TOKEN, vocabulary
from analysis.reference import Entity, load_entities

# The institutions whose money is the EU's own; the EIB and the EPF keep their ids.
EU_BODIES = frozenset(["EC", "EUCO", "EP", "ECHO", "EEAS", "UKR-FACILITY"])
_LEVEL = {"company": "company", "foundation": "foundation", "ngo": "foundation", "multilateral": "multilateral"}
# Words that name a register entry in other senses than the party to a gift.
# Both Koreas list "Korea"; the register's note reads it as the South.
_AMBIGUOUS = {"PRK": frozenset(["Korea", "Korean", "Koreans"])}
CONTINENTS = frozenset(["AFRICA", "ASIA", "EUROPE", "LATAM"])  # too wide to be what an article is about
_NOT_PARTIES = frozenset(["media", "event", "institute", "party"])
# What a person of the register is who gives from their own pocket; others give for a country or a body.
_PRIVATE = frozenset(["philanthropist", "businessman", "businesswoman", "activist", "founder", "mercenary"])
# Houses that stand for the government in them, and are no cities that anybody may visit.
_SHORT_NAMES = {
    "ACF": "ACF-US",
    "DOD": "PENTAGON",
    "DOE": "US-ENERGY",
    "DOI": "US-INTERIOR",
    "DOJ": "US-JUSTICE",
    "DOL": "US-LABOR",
    "DOT": "US-TRANSPORT",
    "EDA": "US-EDA",
    "EPA": "EPA",
    "ETA": "US-ETA",
    "FCC": "US-FCC",
    "FRA": "US-FRA",
    "FTA": "US-FTA",
    "FWS": "US-FWS",
    "IHS": "IHS-US",
    "MCC": "MCC",
    "EXIM": "EXIM",
    "OJP": "US-OJP",
    "SBA": "US-SBA",
}
_SHORT = 3  # letters of a name that is an acronym, or may be one
_SEATS = frozenset(["White House", "Kremlin", "Downing Street", "Whitehall", "Élysée Palace", "Elysee Palace"])
_TITLES = (
    "President Minister Secretary Chancellor Premier Leader Senator Speaker Ambassador Administrator Taoiseach".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """A name of the register, as a giver or receiver."""

    id: str  # what a claim's donor or recipient column holds
    entity_id: str
    kind: str  # country body person place exclusion
    form: str  # name demonym capital surname town
    level: str  # government multilateral company foundation person
    name: str


Names = dict[str, list[tuple[tuple[str, ...], Party | None]]]


def party(entity: Entity) -> tuple[str, str, str] | None:
    """Give the id, kind and level an entity has in a claim; None where it cannot be a party."""
    if entity.kind == "country":
        return entity.id, "country", "government"
    if entity.kind == "place":
        return (entity.country or entity.id), "place", "government"
    if entity.kind == "person":
        return _person(entity)
    if entity.kind != "organization" or entity.sort in _NOT_PARTIES or entity.sort.startswith("armed group"):
        return None
    if entity.id in EU_BODIES:
        return "EU", "body", "multilateral"
    if entity.sort == "agency" and entity.country:
        return entity.country, "agency", "government"
    return entity.id, "body", _LEVEL.get(entity.sort, "multilateral")


def _person(entity: Entity) -> tuple[str, str, str] | None:
    """Give whom a person gives for: the body they head, their country, or themselves."""
    office = entity.note.partition(",")[0]
    if not entity.country or office.split(" ")[0] in _PRIVATE:
        return entity.id, "person", "person"
    headed = next((_bodies()[name] for name in _of(office) if name in _bodies()), None)
    if headed is None:
        return entity.country, "person", "government"
    known = party(headed)
    return (known[0], "person", known[2]) if known is not None else None


def _of(office: str) -> list[str]:
    """Give what an office is of, longest first: "head of EU foreign policy" gives "EU foreign policy", "EU"."""
    words = office.partition(" of ")[2].removeprefix("the ").split(" ")
    return [" ".join(words[:size]) for size in range(len(words), 0, -1)]


@cache
def _bodies() -> dict[str, Entity]:
    """Give the organisations by their names."""
    return {name: entity for entity in load_entities() if entity.kind == "organization" for name in entity.names}


@cache
def _listed() -> list[tuple[Entity, tuple[str, str, str]]]:
    """Give the entities that can be a party, each with its id, kind and level."""
    known = ((entity, party(entity)) for entity in load_entities())
    return [(entity, found) for entity, found in known if found is not None]


@cache
def name_index() -> Names:
    """Give every name of the register by its first token, longest first; None marks an exclusion."""
    found = _names()
    for key, named in list(found.items()):
        if named is not None and named.kind == "place" and len(key) > 1:
            found.setdefault((key[0], *(word.lower() for word in key[1:])), named)
    # "South Korea" is an exclusion of North Korea's row and a name of its own: names win.
    for entity in load_entities():
        for phrase in entity.exclusions:
            found.setdefault(_key(phrase), None)
    grouped: Names = {}
    for key, value in found.items():
        if key:
            grouped.setdefault(key[0], []).append((key, value))
    for entries in grouped.values():
        if len(entries) > 1:  # as few are
            entries.sort(key=lambda entry: -len(entry[0]))
    return grouped


def _names() -> dict[tuple[str, ...], Party | None]:
    """Names, demonyms and capitals of every party."""
    found: dict[tuple[str, ...], Party | None] = {}
    for entity, (ident, kind, level) in _listed():
        for form, names in _forms(entity):
            made = Party(ident, entity.id, kind, form, level, entity.name)
            for name in names:
                if form == "capital" and kind == "body":  # Brussels is the EU's before it is Belgium's
                    found[_key(name)] = made
                found.setdefault(_key(name), made)
    for (name, *rest), named in list(found.items()):
        if not rest and named is not None and named.kind in ("agency", "body") and _is_spoken(name):
            found.setdefault((name.capitalize(),), named)
    for name, place in {**regions(), **towns()}.items():
        found.setdefault(_key(name), place)
    return found


_VOWELS = frozenset("AEIOU")
_WORDS = frozenset(["ECHO"])  # acronyms that are words, too


def _is_spoken(name: str) -> bool:
    """Whether an acronym is spoken as a word, so that papers may print it as a name ("Jica", "Usaid")."""
    return len(name) > 3 and name.isalpha() and name.isupper() and name not in _WORDS and len(_VOWELS & {*name}) > 1


@cache
def regions() -> dict[str, Party]:
    """Give the regions of the vocabulary that have a government: each gives for its country."""
    found = {}
    for form, table in (("region", "regions"), ("demonym", "region_adjectives")):
        for key, names in vocabulary()[table].items():
            found.update({name: Party(key, key, "place", form, "government", name) for name in names})
    return found


@cache
def towns() -> dict[str, Party]:
    """Give the towns and provinces of the vocabulary: each receives for its country, and none gives."""
    listed = vocabulary()["towns"].items()
    return {name: Party(key, key, "place", "town", "government", name) for key, names in listed for name in names}


def _forms(entity: Entity) -> list[tuple[str, list[str]]]:
    """Give the ways of naming an entity, without those that another row has the better claim to."""
    ways = (("name", entity.names), ("demonym", entity.demonyms), ("capital", entity.capitals))
    left_out = _AMBIGUOUS.get(entity.id, frozenset())
    return [(form, [name for name in names if name not in left_out]) for form, names in ways]


@cache
def surnames() -> dict[str, Party]:
    """Register people by the last word of their name; used once the full name has stood in the article."""
    found: dict[str, Party] = {}
    for entity, (ident, kind, level) in _listed():
        if entity.kind == "person":
            found[_key(entity.name)[-1]] = Party(ident, entity.id, kind, "surname", level, entity.name)
    return found


def party_named(name: str) -> Party | None:
    """Give the party of the register that all words of a name are the name of, case by case; None where none is.

    >>> party_named("World Bank").id, party_named("Lund Bank")
    ('WB', None)
    """
    key = tuple(TOKEN.findall(name))
    found = (party for words, party in name_index().get(key[0], ()) if words == key) if key else ()
    return next((party for party in found if party is not None), None)


@cache
def officials() -> dict[str, Party]:
    """Give the government of each listed person who holds its offices, by the slug of the full name."""
    listed = ((entity.name, ident) for entity, (ident, _, _) in _listed() if entity.kind == "person")
    return {slug(name): countries()[ident] for name, ident in listed if ident in countries()}


def _named_once() -> list[tuple[str, Party]]:
    return [(e.id, Party(ident, e.id, kind, "name", level, e.name)) for e, (ident, kind, level) in _listed()]


def _key(name: str) -> tuple[str, ...]:
    # "The Netherlands" is found through "Netherlands"; tokens keep their case here.
    words = (name,) if name.isalpha() else tuple(TOKEN.findall(name.replace("’", "'")))
    return words[1:] if len(words) > 1 and words[0] == "The" else words


def is_fund(ident: str | None) -> bool:
    """Whether an id is of a fund that many pay into: money in it is for nobody yet.

    >>> is_fund("GCF"), is_fund("UNICEF"), is_fund(None)
    (True, False, False)
    """
    return ident in _funds()


@cache
def _funds() -> frozenset[str]:
    pooled = [one for one in load_entities() if one.sort == "multilateral" and one.id not in ("IMF", "UNFPA")]
    return frozenset(one.id for one in pooled if one.name.endswith((" Fund", " Funds")))


@cache
def country_scanner() -> tuple[AhoCorasick, list[Party | None]]:
    """Give every name of a country or place in one pass, longest first; None for a name of something else."""
    names: dict[str, Party | None] = {}
    for entity, (ident, kind, level) in _listed():
        scene = kind in ("country", "place") and entity.id not in CONTINENTS
        for form, words in _forms(entity):
            made = Party(ident, entity.id, kind, form, level, entity.name) if scene else None
            for word in words:
                if scene or " " in word:
                    names.setdefault(word, made)
                    names.setdefault(word.replace("'", "’"), made)
                if kind == "place" and " " in word:
                    names.setdefault(word[0] + word[1:].lower(), made)
    for name, made in list(names.items()):
        if made is not None and made.form in ("name", "capital") and len(name) > _SHORT:
            names.setdefault(name.upper(), made)  # "KENYA:" heads a list
    for name, town in towns().items():
        names.setdefault(name, town)
        names.setdefault(name.replace("'", "’"), town)
    for phrase in (phrase for entity in load_entities() for phrase in entity.exclusions):
        names.setdefault(phrase, None)  # "the Indian Ocean"
    # A DFA takes 30 MB more and finds in a quarter of the time.
    automaton = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return automaton, list(names.values())


def name_ending(words: str, short: str) -> Party | None:
    """Give the registered party whose name ends `words`, if `short` can be its acronym.

    >>> name_ending("a loan of the African Development Bank", "ADB").name
    'African Development Bank'
    >>> name_ending("a vote in Norway", "UN") is None
    True
    """
    tokens, names = TOKEN.findall(words.replace("’", "'")), name_index()
    for start, first in enumerate(tokens):
        for key, known in names.get(first, ()):
            ends = len(key) == len(tokens) - start and list(key) == tokens[start:]
            if ends and known is not None and _abbreviates(short, " ".join(key)):
                return known
    return None


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an acronym stand in the name, in their order, each name of several words."""
    letters = iter(name.lower())
    return " " in name and all(letter in letters for letter in short.lower())


@cache
def voice_scanner() -> tuple[AhoCorasick, list[Party]]:
    """Give a country's agencies, seats and people, by full name or title, in one pass: who a text speaks for."""
    names: dict[str, Party] = {}
    for entity, (ident, kind, level) in _listed():
        if ident not in countries():
            continue
        made = Party(ident, entity.id, kind, "name", level, entity.name)
        if kind == "agency":
            names.update(dict.fromkeys(entity.names, made))
        elif kind == "person":
            names.update({name: made for name in entity.names if " " in name})
            names.update({f"{title} {entity.name.rpartition(' ')[2]}": made for title in _TITLES})
        elif kind == "country":
            names.update({name: made for name in entity.capitals if name in _SEATS})
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest), list(names.values())


@cache
def federal() -> dict[str, Party]:
    """Give the short names of departments that mean something else abroad, or in none of a state's own papers."""
    known = {party.entity_id: party for _, party in _named_once() if party.kind == "agency"}
    return {short: known[ident] for short, ident in _SHORT_NAMES.items()}


@cache
def countries() -> dict[str, Party]:
    """Give each country as a party, by its id."""
    found = {}
    for entity in load_entities():
        if entity.kind == "country":
            found[entity.id] = Party(entity.id, entity.id, "country", "name", "government", entity.name)
    return found


@cache
def home_of_currency(currency: str) -> str | None:
    """Give the country whose own money a currency is; None for the dollar and for money of several.

    Source:
        ISO 4217: the first two letters of a national currency are its country's code.

    >>> home_of_currency("GBP"), home_of_currency("USD"), home_of_currency("XOF")
    ('GBR', None, None)
    """
    if currency == "USD":
        return None
    return next((key for key in countries() if get_global("territory_aliases").get(key) == [currency[:2]]), None)
