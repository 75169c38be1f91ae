"""The register's rows: who and what can be mentioned, give, or receive.

Reads `data/reference/entities.csv` and says what is in it. Finding entities in
text is `analysis.mentions`; the ledger reads the same rows for donors and
recipients. Names and codes of countries follow ISO 3166 (`XKX` for Kosovo is
user-assigned); a test keeps them complete against the CLDR names in Babel.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from analysis.config import ENTITIES
from analysis.errors import ReferenceFileError

KINDS: Final = ("person", "country", "organization", "place", "group")
COLUMNS: Final = (
    "id",
    "name",
    "kind",
    "aliases",
    "demonyms",
    "capitals",
    "country",
    "exclusions",
    "valid_from",
    "valid_to",
    "note",
)
_REQUIRED: Final = ("id", "name", "kind")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that can be named, and every way of naming it.

    `capitals` are metonyms ("Kyiv said ..."), counted apart. `country` is the
    ISO 3166 alpha-3 code an organisation, person or place belongs to. An
    exclusion is a phrase in which the alias means something else ("Michael
    Jordan"). The dates bound the office or the existence that `note` states.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    country: str | None = None
    exclusions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases, without demonyms and capitals."""
        return (self.name, *self.aliases)

    @property
    def sort(self) -> str:
        """What sort of organisation it is, from the head of `note`; else empty.

        >>> Entity("EIB", "European Investment Bank", "organization", note="multilateral: bank of the EU").sort
        'multilateral'
        """
        return self.note.partition(":")[0] if self.kind == "organization" else ""


@lru_cache(maxsize=8)
def load_entities(path: Path = ENTITIES) -> tuple[Entity, ...]:
    """Read a register, or a watchlist with fewer columns, in the order of its rows.

    A watchlist needs `id`, `name` and `kind`; columns it leaves out are empty.
    Several values of a cell are separated by `|`.

    Returns:
        One `Entity` a row, cached per path.

    Raises:
        ReferenceFileError: every fault of the file at once, with its line.

    >>> from analysis.reference import load_entities
    >>> next(e.name for e in load_entities() if e.id == "UKR")
    'Ukraine'
    >>> [e for e in load_entities() if e.id == "Atlantis"]
    []
    """
    entities, faults = read_entities(path)
    if faults:
        raise ReferenceFileError(path, faults)
    return tuple(entities)


_LONGEST = 20_000  # characters of a cell


def read_entities(path: Path) -> tuple[list[Entity], list[str]]:
    """Read what can be read of a register or a watchlist, and list every fault, with its line."""
    lines, faults = _rows(path)
    entities = []
    for number, row in lines:
        entity, wrong = _entity(row)
        faults += [f"line {number}: {fault}" for fault in wrong]
        if entity is not None:
            entities.append(entity)
    faults += _repeats([(number, row["id"].strip()) for number, row in lines if row.get("id")])
    if not faults and not entities:
        faults.append("holds no entity; give one a line under the heading")
    return entities, faults


def _rows(path: Path) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="__extra__", restval="")
            header = list(reader.fieldnames or ())
            lines = [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        return [], ["there is no such file; give the path of a CSV"]
    except OSError as error:
        return [], [f"cannot be read as a file: {error.strerror}; give the path of a CSV"]
    except UnicodeDecodeError:
        return [], ["is not UTF-8 text; save it as CSV UTF-8"]
    except csv.Error as error:
        return [], [f"line {reader.line_num}: is no CSV: {error}"]
    if len(header) == 1 and ";" in header[0]:
        return [], ["its columns are separated by `;`; save it as CSV with commas"]
    faults = [f"column `{name}` stands twice" for name in dict.fromkeys(header) if header.count(name) > 1]
    faults += [f"column `{name}` is missing" for name in _REQUIRED if name not in header]
    faults += [
        f"column `{name}` is not known; known are {', '.join(COLUMNS)}" for name in header if name not in COLUMNS
    ]
    faults += [f"line {number}: more cells than columns; quote a comma" for number, row in lines if "__extra__" in row]
    return lines, faults


def _entity(row: dict[str, str]) -> tuple[Entity | None, list[str]]:
    """Read one row: the entity, or None and what is wrong with it."""
    cell = {name: (row.get(name) or "").strip() for name in COLUMNS}
    faults = [f"`{name}` is empty" for name in _REQUIRED if not cell[name]]
    if not all(value.isprintable() for value in cell.values()):
        faults.append("a character that cannot be printed; type the line again")
    faults += [
        f"`{name}` holds {len(value):,} characters, expected {_LONGEST:,} at most; look for a quote that is not closed"
        for name, value in cell.items()
        if len(value) > _LONGEST
    ]
    if len(cell["id"].split()) > 1:
        faults.append(f"`id` {cell['id']!r} holds a blank, expected one word such as fen-pumps")
    if cell["kind"] and cell["kind"] not in KINDS:
        faults.append(f"`kind` is {cell['kind']!r}, expected one of {', '.join(KINDS)}")
    valid_from, wrong_from = _date(cell["valid_from"], "valid_from")
    valid_to, wrong_to = _date(cell["valid_to"], "valid_to")
    faults += wrong_from + wrong_to
    if valid_from and valid_to and valid_to < valid_from:
        faults.append(f"`valid_to` {valid_to} is before `valid_from` {valid_from}")
    if faults:
        return None, faults
    entity = Entity(
        id=cell["id"],
        name=cell["name"],
        kind=cell["kind"],
        aliases=_values(cell["aliases"]),
        demonyms=_values(cell["demonyms"]),
        capitals=_values(cell["capitals"]),
        country=cell["country"] or None,
        exclusions=_values(cell["exclusions"]),
        valid_from=valid_from,
        valid_to=valid_to,
        note=cell["note"],
    )
    return entity, []


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def _date(cell: str, column: str) -> tuple[date | None, list[str]]:
    if not cell:
        return None, []
    try:
        return date.fromisoformat(cell), []
    except ValueError:
        return None, [f"`{column}` is {cell!r}, expected ISO 8601 such as 2024-03-04"]


def _repeats(ids: list[tuple[int, str]]) -> list[str]:
    first: dict[str, int] = {}
    faults = []
    for number, key in ids:
        if key in first:
            faults.append(f"line {number}: id {key!r} stands in line {first[key]} already")
        first.setdefault(key, number)
    return faults
