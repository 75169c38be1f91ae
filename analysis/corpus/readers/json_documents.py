"""Read JSON documents: arrays (streamed), answers of news interfaces, ninjs, JSON Feed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import decode, text_pieces
from analysis.corpus.fields import FieldMap
from analysis.corpus.limits import MAX_RECORD
from analysis.corpus.readers.feeds import drafts_of_json_feed, is_json_feed
from analysis.corpus.readers.jsonlines import field_map
from analysis.corpus.readers.ninjs import draft_of_ninjs, is_ninjs

# Keys under which news interfaces put the list of articles.
_LISTS = (
    "articles",
    "results",
    "docs",
    "items",
    "data",
    "hits",
    "stories",
    "documents",
    "value",
    "news",
    "response",
    "_source",
)
_GAP = re.compile(r"\}\s*,?\s*(?=\{)")


def read_json(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft an article of a JSON document.

    Args:
        source: An array of objects, one object that holds such an array, one
            article, a ninjs item or a JSON Feed.
        columns: The caller's own names: part of an article -> key.
    """
    maps: dict[tuple[str, ...], FieldMap] = {}
    row = 0
    for value in _values(source):
        if isinstance(value, str):
            row += 1
            yield source.problem(row, "broken_json", value)
            continue
        for item in _articles(value):
            if is_json_feed(item):
                yield from drafts_of_json_feed(item)
                continue
            row += 1
            if is_ninjs(item):
                yield draft_of_ninjs(item, row)
            else:
                yield field_map(maps, item, columns, source.name).draft(item, row)


def _articles(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Return the objects in `value` that are articles: itself, or those in a list it holds."""
    if isinstance(value, list) and depth < 6:
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        inner = next((value[key] for key in _LISTS if isinstance(value.get(key), (list, dict)) and value[key]), None)
        own = FieldMap.of(list(value), None, "")
        wraps = inner is not None and depth < 6 and not (own.has("headline") and own.has("body"))
        if wraps and not is_json_feed(value) and not is_ninjs(value):
            yield from _articles(inner, depth + 1)
        else:
            yield value


def _values(source: Source) -> Iterator[Any]:
    """Return the values of a document: the elements of an array one by one; a `str` says what is wrong."""
    with source.open() as stream:
        first = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n\xff\xfe\0")
    if first.startswith(b"["):
        yield from _elements(source)
        return
    text = decode(read_whole(source))
    try:
        yield json.loads(text)
    except RecursionError:
        yield "nested too deep"
    except ValueError:
        yield from _scan(iter([text]))


def _elements(source: Source) -> Iterator[Any]:
    with source.open() as stream:
        yield from _scan(text_pieces(stream))


def _scan(pieces: Iterator[str]) -> Iterator[Any]:
    """Decode one value after the other, holding no more than one; broken ones are passed over."""
    decoder = json.JSONDecoder()
    held, more, place = "", True, 0
    while True:
        place = _skip(held, place)
        try:
            if place >= len(held):
                raise json.JSONDecodeError("", held, place)
            value, end = decoder.raw_decode(held, place)
        except RecursionError:
            yield "nested too deep"
            return
        except ValueError as error:
            if more and len(held) - place < MAX_RECORD:
                # Twice as much each time, so that a long value is not scanned once a piece.
                held, place = held[place:], 0
                wanted = max(2 * len(held), 2**16)
                while more and len(held) < wanted:
                    piece = next(pieces, None)
                    more = piece is not None
                    held += piece or ""
                continue
            if place >= len(held):
                return
            yield f"{error}; expected an object"
            gap = _GAP.search(held, place + 1)
            if gap is None:
                return
            place = gap.end()
            continue
        if not isinstance(value, (dict, list)):
            yield f"a JSON {type(value).__name__}; expected an object"
            return
        yield value
        place = end


def _skip(text: str, place: int) -> int:
    """Return the place of the next value: behind white space, commas and the brackets of the outer array."""
    while place < len(text) and text[place] in " \t\r\n,[]\ufeff":
        place += 1
    return place
