"""Which column of a table, or key of an object, holds which part of an article.

Names are compared without case, spaces and punctuation. The caller's own
mapping comes first; of several names for one part the earlier in the list is
taken, and dates are tried in order until one can be read.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from analysis.corpus.drafts import Draft
from analysis.errors import ReadError, nearest

_NAMES = {
    "body": (
        "body articlebody fulltext text content maintext bodytext storytext articletext articlecontent "
        "contenttext textcontent article story bodyxhtml bodyhtml contenthtml texthtml cleanedtext plaintext rawtext"
    ),
    "headline": "headline title hl head heading newstitle articletitle titre titel",
    "standfirst": "standfirst subtitle subheadline lede lead dek kicker abstract summary description",
    "byline": "byline authors author by writer creator journalist",
    "dateline": "dateline",
    "outlet": (
        "outlet publication publicationtitle newspaper publisher sourcename medianame source sourcedomain "
        "sourcecommonname pubtitle sitename site journal domain mediaurl host"
    ),
    "url": "url link articleurl canonicalurl uri href permalink documentidentifier sourceurl weburl",
    "section": "section sectionname category desk rubric topic",
    "language": "language lang languagecode",
    "published": (
        "publishedat publishedtime datetimepublished publicationdatetime firstpublished published pubdate "
        "publishdate publicationdate datepublished datepublish datetime date pubtime versioncreated timestamp "
        "seendate sqldate datecreated entrydate"
    ),
    "accessed": "accessedat accesseddate retrievedat retrieved scrapedat crawledat fetchedat datedownload downloaded",
}
NAMES = {part: names.split() for part, names in _NAMES.items()}
# What `--map` may name: the columns of `articles`, and these.
PARTS = {"published_at": "published", "accessed_at": "accessed", "text": "body", "title": "headline"}
_PART_OF = {name: part for part, names in NAMES.items() for name in names}
_PUNCTUATION = re.compile(r"[\W_]+")


def _plain(name: str) -> str:
    return _PUNCTUATION.sub("", name).casefold()


class FieldMap:
    """The parts of an article, and the keys that hold them in one source."""

    def __init__(self, keys: Mapping[str, list[str]]) -> None:
        self._keys = keys

    @classmethod
    def of(cls, names: list[str], columns: Mapping[str, str] | None, where: str) -> "FieldMap":
        """Return the map for a source with these column names.

        Args:
            names: Column names, or keys of an object, as written.
            columns: The caller's own: part of an article -> column name.
            where: The file, for the message.

        Raises:
            ReadError: `columns` names a part or a column that does not exist.
        """
        keys: dict[str, list[str]] = {}
        for name in sorted(names, key=_rank):
            part = _PART_OF.get(_plain(name))
            if part:
                keys.setdefault(part, []).append(name)
        for part, column in (columns or {}).items():
            known = PARTS.get(part, part)
            if known not in NAMES:
                near = nearest(part, [*NAMES, *PARTS])
                hint = f" Did you mean `{near}`?" if near else ""
                raise ReadError(where, f"`{part}` is no part of an article; known: {', '.join(NAMES)}.{hint}")
            if column in names:
                keys[known] = [column]
        return cls(keys)

    def has(self, part: str) -> bool:
        """Whether any key holds this part."""
        return part in self._keys

    def keys(self) -> list[str]:
        """Return every key that holds a part, each once."""
        return sorted({key for keys in self._keys.values() for key in keys})

    def text(self, row: Mapping[str, Any], part: str) -> str | None:
        """Return the first text that the keys of `part` hold, or None."""
        for key in self._keys.get(part, ()):
            found = as_text(row.get(key))
            if found:
                return found
        return None

    def dates(self, row: Mapping[str, Any], part: str) -> tuple[str | datetime, ...]:
        """Return what the keys of a date hold, in order of preference."""
        values = (row.get(key) for key in self._keys.get(part, ()))
        return tuple(_as_date(value) for value in values if value not in (None, "", 0) and value == value)  # noqa: PLR0124

    def draft(self, row: Mapping[str, Any], number: int, *, day_first: bool | None = None) -> Draft:
        """Return the article that one row states."""
        parts = {part: self.text(row, part) for part in NAMES if part not in ("published", "accessed")}
        return Draft(
            row=number,
            body=parts.pop("body") or "",
            published=self.dates(row, "published"),
            accessed=self.dates(row, "accessed"),
            markup="unknown",
            day_first=day_first,
            **parts,  # type: ignore[arg-type]
        )


def _rank(name: str) -> tuple[int, str]:
    plain = _plain(name)
    part = _PART_OF.get(plain)
    return (NAMES[part].index(plain) if part else 999), name


def as_text(value: Any) -> str | None:
    """Return a value of JSON or Parquet as text: lists joined, objects by their name; None if empty.

    >>> as_text([{"name": "Ada"}, "Bo"]), as_text("  "), as_text({"id": 1})
    ('Ada, Bo', None, None)
    """
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (as_text(item) for item in value[:50]))) or None
    if isinstance(value, Mapping):
        return next(filter(None, (as_text(value.get(key)) for key in ("name", "title", "value", "text"))), None)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _as_date(value: Any) -> str | datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return as_text(value) or str(value)
