"""Read JSON Lines: one object a line, streamed.

A line that is not an object is reported with its number; the rest is read.
"""

import json
from collections.abc import Mapping
from typing import Any

from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import lines
from analysis.corpus.fields import FieldMap
from analysis.corpus.limits import MAX_RECORD


def read_json_lines(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a line, or a problem naming the line.

    Args:
        source: JSON Lines.
        columns: The caller's own names: part of an article -> key.
    """
    maps: dict[tuple[str, ...], FieldMap] = {}
    with source.open() as stream:
        for number, line in lines(stream):
            if line is None:
                yield source.problem(number, "line_too_long", f"line is longer than {MAX_RECORD >> 20} MiB")
            elif line.strip():
                row = parse_object(line)
                if isinstance(row, str):
                    yield source.problem(number, "broken_json", f"{row}; expected one JSON object a line")
                else:
                    yield field_map(maps, row, columns, source.name).draft(row, number)


def parse_object(line: str) -> dict[str, Any] | str:
    """Return the object that `line` holds, or what is wrong with it.

    >>> parse_object('{"a": 1}'), parse_object('{"a"')
    ({'a': 1}, "Expecting ':' delimiter at character 5")
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return f"{error.msg} at character {error.pos + 1}"
    except RecursionError:
        return "nested too deep"
    except ValueError as error:  # a number of thousands of digits
        return str(error)
    return row if isinstance(row, dict) else f"a JSON {type(row).__name__}"


def field_map(
    maps: dict[tuple[str, ...], FieldMap], row: dict[str, Any], columns: Mapping[str, str] | None, where: str
) -> FieldMap:
    """Return the map for the keys of `row`, made once per set of keys."""
    keys = tuple(row)
    found = maps.get(keys)
    if found is None:
        found = FieldMap.of(list(keys), columns, where)
        if len(maps) < 1000:  # rows that all have keys of their own are not remembered
            maps[keys] = found
    return found
