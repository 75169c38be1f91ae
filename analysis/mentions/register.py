"""The register: every alias of every entity, compiled for one pass over a text.

Built from `data/reference/entities.csv` and, where an analyst names one, a
watchlist of the same columns. Validated when it is built, with every fault at
once. What a hit means in its context is `analysis.mentions.find`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from analysis.config import ENTITIES
from analysis.errors import ReferenceFileError
from analysis.mentions.ambiguous import ALSO_WORDS, BORNE_BY_PEOPLE, CUES, PREFERENCES, SAME_AS
from analysis.reference import Entity, load_entities, read_entities

_ACRONYM: Final = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Z0-9&-]{1,7}\+?|[A-Z][a-z][A-Z]{1,6}")
_DOTTABLE: Final = re.compile(r"[A-Z]{3,5}")  # some papers print "W.T.O."
# Without their accent these are everyday words.
_NEEDS_ACCENT: Final = frozenset(["Malé", "Réunion", "Camões", "Støre", "Pål"])
# Particles belong to the surname: "von der Leyen", "de Croo", "al-Assad".
_SHORT: Final = 3  # letters
_SURNAME: Final = re.compile(r"(?<![^ ])(?:(?:von|van|der|den|de|De|bin|el|al|la|le|do|da|dos)[ -])*[^ ]+$")
_SUFFIX: Final = re.compile(r",? (?:Jr\.?|Sr\.?|II|III|IV|XIV)$")
_CALLED_BY_FIRST: Final = frozenset(["CHN", "HKG", "KOR", "MYS", "PRK", "TWN", "VNM"])
_NO_SURNAME: Final = re.compile(r"(?:King|Queen|Pope|President|Lord|Sir|Sheikh|Ayatollah) ")


class Sense(NamedTuple):
    """One reading of an alias."""

    entity_id: str
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """An alias that needs its context: the readings it may have, and why it is in doubt."""

    alias: str  # the spelling that rules of `ambiguous` are keyed by
    senses: tuple[Sense, ...]
    surname: bool = False  # a surname by itself: not where another first name stands before it
    needs_full_name: bool = False  # nor where neither the full name nor an office is in the article
    word: bool = False  # an acronym that is also a word
    borne: bool = False  # people are called that too
    leads: bool = False  # the name stands first: not where another capitalised word follows


# None cancels: the phrase is an exclusion.
Meaning = Sense | Doubt | None
Match = tuple[int, int, int]  # the number of a pattern, where it begins and where it ends


@dataclass(frozen=True, slots=True)
class Collision:
    """An alias that several entities claim."""

    alias: str
    entity_ids: tuple[str, ...]
    decided: bool  # whether a rule of `ambiguous`, or the full name, settles it


class Register:
    """Entities, and the automaton that finds their aliases.

    >>> register = Register([Entity("OSL", "Oslo Fund", "organization", aliases=("OSF",))])
    >>> [e.id for e in register.entities]
    ['OSL']
    >>> register.collisions()
    []
    """

    def __init__(self, entities: Iterable[Entity], *, origin: object = "the register") -> None:
        """Compile the aliases of `entities`.

        Raises:
            ReferenceFileError: every id that stands twice, every alias too short
                or without a letter, and every exclusion that holds no alias.
        """
        self.entities: Final = tuple(entities)
        faults = _faults(self.entities)
        if faults:
            raise ReferenceFileError(origin, faults)
        self.by_id: Final = {entity.id: entity for entity in self.entities}
        self._claims = _claims(self.entities)
        meanings = _meanings(self._claims, self.entities)
        self.patterns: Final = tuple(meanings)
        self.meanings: Final[tuple[Meaning, ...]] = tuple(meanings.values())
        self.countries: Final = tuple(
            m.form if isinstance(m, Sense) and m.kind == "country" else "" for m in self.meanings
        )  # how a country is named, empty for all other patterns
        self._lengths: Final = tuple(map(len, self.patterns))
        self.is_word: Final = tuple(pattern.isalpha() for pattern in self.patterns)
        self.index: Final = {pattern: i for i, pattern in enumerate(self.patterns)}
        # A full table of states: four times as long to build as the default, half as long to run.
        # Of bytes: in these a text is read half as fast again as in characters.
        self._automaton: Final = BytesAhoCorasick(
            [pattern.encode() for pattern in self.patterns],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def matches(self, text: str) -> list[Match]:
        """Find the longest patterns of the register in `text`, leftmost first, inside words too.

        Returns:
            the number of the pattern in `patterns`, and where it stands, in characters.

        >>> Register([Entity("OSL", "Oslo", "place")]).matches("På Oslo")
        [(0, 3, 7)]
        """
        printed = text.encode()
        found = self._automaton.find_matches_as_indexes(printed)
        return found if len(printed) == len(text) else _in_characters(printed, found, self._lengths)

    @classmethod
    def load(cls, path: Path = ENTITIES, watchlist: Path | None = None) -> "Register":
        """Read the register, and add a watchlist to it.

        A row of the watchlist whose id is in the register replaces that entity.

        Raises:
            ReferenceFileError: a file cannot be read as a register, or the watchlist
                claims an alias of somebody else; lists every fault.
        """
        entities = {entity.id: entity for entity in load_entities(path)}
        if watchlist is None:
            return cls(entities.values(), origin=path)
        watched, faults = read_entities(watchlist)
        merged = tuple((entities | {entity.id: entity for entity in watched}).values())
        faults += _faults(merged) + _shared(merged, {entity.id for entity in watched})
        if faults:
            raise ReferenceFileError(watchlist, faults)
        return cls(merged, origin=watchlist)

    def collisions(self) -> list[Collision]:
        """List the aliases that several entities claim, sorted.

        Surnames are left out: the full name in the article settles them.

        >>> twins = [Entity("A", "Ray Fund", "organization"), Entity("B", "Ray Fund", "organization")]
        >>> Register(twins).collisions()
        [Collision(alias='Ray Fund', entity_ids=('A', 'B'), decided=False)]
        """
        found = []
        for alias, senses in sorted(self._claims.items()):
            ids = tuple(sorted({sense.entity_id for sense in senses if sense.form != "surname"}))
            if len(ids) > 1:
                found.append(Collision(alias, ids, decided=SAME_AS.get(alias, alias) in PREFERENCES))
        return found


@lru_cache(maxsize=1)
def default_register() -> Register:
    """Return the register of `data/reference/entities.csv`, compiled once a process."""
    return Register.load()


def _in_characters(printed: bytes, found: list[Match], lengths: Sequence[int]) -> list[Match]:
    """Count in characters what stands at bytes; `lengths` are those of the patterns, in characters."""
    counted, at, characters = [], 0, 0
    for index, start, end in found:
        between = printed[at:start]
        first = characters + (len(between) if between.isascii() else len(between.decode()))
        characters, at = first + lengths[index], end
        counted.append((index, first, characters))
    return counted


def _faults(entities: tuple[Entity, ...]) -> list[str]:
    """List everything that makes a set of entities unusable."""
    faults = []
    seen: set[str] = set()
    for entity in entities:
        if entity.id in seen:
            faults.append(f"id {entity.id!r} stands twice")
        seen.add(entity.id)
        forms = (*entity.names, *entity.demonyms, *entity.capitals)
        faults += [
            f"{entity.id}: alias {alias!r} is too short to be found in text; give at least 2 letters"
            for alias in forms
            if len(alias) < 2 or not any(character.isalpha() for character in alias)
        ]
        faults += [
            f"{entity.id}: alias {alias!r} would be found as a word; a short name needs a capital"
            for alias in forms
            if 2 <= len(alias) <= _SHORT and alias.isalpha() and alias.islower()
        ]
        surnames = _surnames_of(entity) if entity.kind == "person" else []
        words = [alias.casefold() for alias in (*forms, *surnames)]
        faults += [
            f"{entity.id}: exclusion {phrase!r} holds none of its aliases, so it cancels nothing"
            for phrase in entity.exclusions
            if not any(word in phrase.casefold() for word in words)
        ]
    return faults


def _shared(entities: tuple[Entity, ...], watched: set[str]) -> list[str]:
    """List the aliases of a watchlist, in any spelling, that somebody else has too."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        for alias in (*entity.names, *entity.demonyms, *entity.capitals):
            for pattern in _spellings(alias):
                owners[pattern].setdefault(entity.id, alias)
    found = {}
    for claimed in owners.values():
        if len(claimed) > 1 and watched & claimed.keys() and not _decided(claimed):
            alias = next(alias for owner, alias in claimed.items() if owner in watched)
            found[alias] = (
                f"`{alias}` is claimed by {' and '.join(claimed)}; "
                "give the row the other's id to replace it, or leave the alias out"
            )
    return [found[alias] for alias in sorted(found)]


def _decided(claimed: dict[str, str]) -> bool:
    """Whether a rule of `ambiguous` chooses between all who claim an alias."""
    return any(
        claimed.keys() <= {entity_id for entity_id, _ in PREFERENCES.get(SAME_AS.get(alias, alias), ())}
        for alias in claimed.values()
    )


def _claims(entities: tuple[Entity, ...]) -> dict[str, list[Sense]]:
    """Every alias in the spelling of the register, with the senses it may have."""
    claims: dict[str, dict[Sense, None]] = defaultdict(dict)
    for entity in entities:
        for alias in entity.names:
            claims[alias][Sense(entity.id, entity.kind, _form(alias, entity))] = None
        for alias in entity.demonyms:
            claims[alias].setdefault(Sense(entity.id, entity.kind, "demonym"))
        for alias in entity.capitals:
            claims[alias].setdefault(Sense(entity.id, entity.kind, "capital"))
    return {alias: list(senses) for alias, senses in claims.items()}


def _form(alias: str, entity: Entity) -> str:
    if _ACRONYM.fullmatch(alias):
        return "acronym"
    lone = entity.kind == "person" and alias != entity.name and _surname(alias) in (None, alias)
    return "surname" if lone and not _NO_SURNAME.match(alias) else "name"


def _surnames(entities: tuple[Entity, ...]) -> dict[str, list[Sense]]:
    """Surnames that count once the full name, or an office, is in the article."""
    claims: dict[str, dict[Sense, None]] = defaultdict(dict)
    for entity in entities:
        if entity.kind == "person":
            for surname in _surnames_of(entity):
                claims[surname].setdefault(Sense(entity.id, entity.kind, "surname"))
    return {alias: list(senses) for alias, senses in claims.items()}


def _surnames_of(entity: Entity) -> list[str]:
    """List the parts of its names by which a person is known: mostly the last, in some countries the first."""
    if entity.country in _CALLED_BY_FIRST:
        return [name.partition(" ")[0] for name in entity.names if " " in name and not _NO_SURNAME.match(name)]
    return [surname for surname in map(_surname, entity.names) if surname]


def _surname(name: str) -> str | None:
    """Cut the surname out of a full name; None where it has none to be known by.

    >>> _surname("Ursula von der Leyen"), _surname("King Charles"), _surname("Joseph R. Biden Jr.")
    ('von der Leyen', None, 'Biden')
    """
    bare = _SUFFIX.sub("", name)
    if " " not in bare or _NO_SURNAME.match(bare):
        return None
    found = _SURNAME.search(bare)
    return found.group() if found and len(found.group()) > 2 else None


def _meanings(claims: dict[str, list[Sense]], entities: tuple[Entity, ...]) -> dict[str, Meaning]:
    """Give every printed pattern its meaning, other spellings included; an alias beats an exclusion."""
    meanings: dict[str, Meaning] = {}
    for entity in entities:
        for phrase in entity.exclusions:
            meanings |= dict.fromkeys(_spellings(phrase))
    first = {
        surname for e in entities if e.country in _CALLED_BY_FIRST and e.kind == "person" for surname in _surnames_of(e)
    }
    for surname, senses in _surnames(entities).items():
        doubt = Doubt(surname, tuple(senses), surname=True, needs_full_name=True, leads=surname in first)
        meanings |= dict.fromkeys(_spellings(surname), doubt)
    # An alias as the register spells it wins over a spelling made from another.
    made = {pattern: alias for alias in claims for pattern in _spellings(alias)}
    for pattern, alias in {**made, **{alias: alias for alias in claims}}.items():
        meanings[pattern] = _meaning(pattern, alias, claims[alias])
    return meanings


def _meaning(pattern: str, alias: str, senses: list[Sense]) -> Meaning:
    doubt = Doubt(
        alias=SAME_AS.get(alias, alias),
        senses=tuple(senses),
        surname=senses[0].kind == "person" and senses[0].form == "surname",
        word=pattern in ALSO_WORDS,
        borne=alias in BORNE_BY_PEOPLE,
    )
    plain = len(senses) == 1 and not (doubt.surname or doubt.word or doubt.borne or doubt.alias in CUES)
    return senses[0] if plain else doubt


def _spellings(alias: str) -> list[str]:
    """List how an alias may be printed: without accents, with combining ones, in capitals.

    >>> _spellings("Lomé")[:2], _spellings("Oslo")
    (['Lomé', 'Lome'], ['Oslo', 'OSLO'])
    >>> _spellings("EU"), _spellings("WTO")
    (['EU'], ['WTO', 'W.T.O.'])
    """
    flat = alias.replace("’", "'").replace("‘", "'")
    bare = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
    bare = bare.translate(_LETTERS)
    found = [flat] if alias in _NEEDS_ACCENT else [flat, bare, unicodedata.normalize("NFD", flat)]
    if len(alias) > 3 and not _ACRONYM.fullmatch(alias):
        found += [spelling.upper() for spelling in found]
    if _DOTTABLE.fullmatch(alias):
        found.append("".join(f"{letter}." for letter in alias))
    return list(dict.fromkeys(found))


_LETTERS: Final = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss"})
