"""What exports of press databases have in common: a head, labelled fields, a body.

LexisNexis, Nexis and Lexis print an article as paragraphs: headline, outlet and
date (in one order or the other), fields such as "BYLINE: ...", the text, more
fields. A reader of one such export splits it into paragraphs; this module makes
the article of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.corpus.dates import parse_date
from analysis.corpus.drafts import Draft
from analysis.corpus.language import language_code
from analysis.records import Removed

_LABEL = re.compile(r"(?P<name>[A-Z][A-Za-zÀ-ÿ\-]{2,24}(?: [A-Za-zÀ-ÿ\-]{2,20})?):(?:\s+|$)(?P<value>.*)$", re.DOTALL)
# Labels as printed, in capitals or not; those of other languages after the English ones.
_FIELDS = {
    "byline": "byline", "autor": "byline", "auteur": "byline", "author": "byline",
    "section": "section", "rubrik": "section", "rubrique": "section",
    "dateline": "dateline", "headline": "headline", "überschrift": "headline", "titel": "headline",
    "highlight": "standfirst", "language": "language", "sprache": "language", "langue": "language",
    "graphic": "graphic", "grafik": "graphic", "url": "url", "body": "body",
}  # fmt: skip
_OTHERS = frozenset(
    """
    length länge longueur load-date update update-date publication-type publikationstyp journal-code zeitungs-code
    newspaper-code type series cite subject geographic organization company ticker person industry classification
    correction correction-date notes distribution acc-no accession-number document-type copyright edition pub-type
    country state city isbn issn volume issue memo contact transcript country-code
    """.split()
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an export: its text, and what its layout says."""

    text: str
    centred: bool = False
    label: str | None = None  # where the layout marks it; else it is looked for in the text
    bold: bool = False


def labelled(paragraph: Paragraph) -> tuple[str, str] | None:
    """Return the field that a paragraph states, as (known name or "other", value), or None.

    >>> labelled(Paragraph("BYLINE: Ada Lund")), labelled(Paragraph("Oslo: a city"))
    (('byline', 'Ada Lund'), None)
    """
    if paragraph.label is not None:
        name = paragraph.label.strip(" :\xa0").casefold()
        return _FIELDS.get(name, "other"), paragraph.text
    match = _LABEL.match(paragraph.text)
    if match is None:
        return None
    name = match["name"].casefold()
    if name in _FIELDS:
        return _FIELDS[name], match["value"].strip()
    return ("other", match["value"].strip()) if name in _OTHERS else None


def head_of_article(lines: list[str]) -> tuple[list[str], str | None, list[str]]:
    """Return the lines before the date, the date, and the lines after it.

    >>> head_of_article(["The Times", "January 11, 2010 Monday", "Edition 1;"])
    (['The Times'], 'January 11, 2010 Monday', ['Edition 1;'])
    """
    for place, line in enumerate(lines):
        if place and len(line) < 120 and parse_date(line) is not None:
            return lines[:place], line, lines[place + 1 :]
    return lines, None, []


def draft_of(paragraphs: Iterable[Paragraph], row: int, *, headline_first: bool) -> Draft | None:
    """Return the article that paragraphs print, or None where there is no text.

    Args:
        paragraphs: Of one article, in order, none empty.
        row: Its number in the file, from 1.
        headline_first: Whether the headline stands above outlet and date
            (Lexis) or below them (LexisNexis, Nexis).
    """
    head: list[str] = []
    fields: dict[str, str] = {}
    body: list[str] = []
    headline: list[str] = []
    removed: list[Removed] = []
    seen_field = False
    for paragraph in paragraphs:
        field = labelled(paragraph)
        if paragraph.centred and not field:
            if not body and not _COPYRIGHT.match(paragraph.text):
                head.append(paragraph.text)
        elif field and field[0] == "graphic":
            removed += [Removed("caption", field[1])] if field[1] else []
        elif field:
            seen_field = True
            if field[1]:
                fields.setdefault(*field)
        elif not seen_field and not body and not headline and not headline_first:
            headline.append(paragraph.text)
        elif not _COPYRIGHT.match(paragraph.text) or len(paragraph.text) > 200:
            body.append(paragraph.text)
    before, date, _ = head_of_article(head)
    outlet = before.pop() if before else None
    title = fields.get("headline") or (" ".join(before) if headline_first else " ".join(headline))
    text = "\n".join(body) or fields.get("body", "")
    if not text:
        return None
    return Draft(
        row=row,
        body=text,
        headline=title or None,
        standfirst=fields.get("standfirst"),
        byline=re.sub(r"^[Bb][Yy]:?\s+", "", fields["byline"]) if "byline" in fields else None,
        dateline=fields.get("dateline"),
        outlet=outlet,
        url=fields.get("url"),
        section=fields.get("section"),
        language=language_code(fields.get("language")),
        published=(date,) if date else (),
        removed=tuple(removed),
    )
