"""Read ProQuest exports in plain text: labelled fields, documents between rules."""

import re
from collections.abc import Mapping

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.encoding import decode
from analysis.corpus.language import language_code
from analysis.corpus.markup import unwrap

_RULE = re.compile(r"^\s*_{20,}\s*$", re.MULTILINE)
_COUNT = re.compile(r"^\s*Document \d+ of \d+\s*$", re.MULTILINE)
_FIELD = re.compile(
    r"""
    ^(?P<name>Title|Alternate\stitle|Author|Publication\stitle|Publication\ssubject|Publication\sdate|Publication\syear|Publication\sinfo|Publisher
        |Place\sof\spublication|Country\sof\spublication|Full\stext|Abstract(?:\s\([^)]*\))?|Section|Language\sof\spublication|Document\sURL
        |ProQuest\sdocument\sID|Source\stype|Document\stype|Subject|Location|People|Company\s/\sorganization|Pages?|First\spage|Volume|Issue|ISSN
        |e-ISSN|Copyright|Last\supdated|Database|Links|Dateline|Number\sof\spages|Column|Identifier\s/\skeyword|Publication\stype|Classification
        |Credit|Illustration|Caption|Word\scount|Accession\snumber|Full\stext\savailability|Country|Year|DOI|Website|Supplement|Edition)
    :[ \t]*
    """,
    re.VERBOSE | re.MULTILINE,
)


def read_proquest(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a document of a ProQuest TXT export.

    Args:
        source: The export.
        columns: Not used: the export names its fields.
    """
    text = decode(read_whole(source)).replace("\0", "")
    row = 0
    for part in _RULE.split(text):
        fields = _fields(part)
        if not fields.keys() & {"Full text", "Abstract", "ProQuest document ID", "Publication title"}:
            continue
        row += 1
        body = fields.get("Full text") or next((v for k, v in fields.items() if k.startswith("Abstract")), "")
        date = fields.get("Publication date")
        yield Draft(
            row=row,
            body=unwrap(body),
            headline=fields.get("Title") or _title(part),
            standfirst=fields.get("Abstract") if fields.get("Full text") else None,
            byline=fields.get("Author"),
            dateline=fields.get("Dateline"),
            outlet=fields.get("Publication title"),
            url=fields.get("Document URL"),
            section=fields.get("Section"),
            language=language_code(fields.get("Language of publication")),
            published=tuple(filter(None, (date, fields.get("Publication year")))),
        )
    if not row:
        yield source.problem(None, "no_text", "a ProQuest export without documents")


def _fields(part: str) -> dict[str, str]:
    marks = list(_FIELD.finditer(part))
    ends = [mark.start() for mark in marks[1:]] + [len(part)] * bool(marks)
    fields: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        value = part[mark.end() : end].strip()
        if value:
            name = " ".join(mark["name"].split())
            fields.setdefault(name, value if name == "Full text" else " ".join(value.split()))
    return fields


def _title(part: str) -> str | None:
    """Return the line above the first field, where the title has no label."""
    first = _FIELD.search(part)
    above = _COUNT.sub("", part[: first.start()] if first else "").strip()
    return " ".join(above.split("\n\n")[0].split()) or None
