"""Read Word documents: Lexis exports of many articles, or one article a file.

Only the text of `word/document.xml` is looked at: no macro, no linked file, no
embedded object.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.corpus.containers import TooLargeError, read_whole
from analysis.corpus.dates import parse_date
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.limits import MAX_DOCUMENT
from analysis.corpus.readers.press import Paragraph, draft_of, labelled
from analysis.corpus.readers.text import split_headline
from analysis.corpus.trees import Element, local_name, parse_xml
from analysis.records import Problem

_START = re.compile(r"Bookmark_\d+$")
_SECTION = re.compile(r"(?P<name>Body|Classification|Graphic|Correction|Notes|References)(?:_\d+)?$")
_END = re.compile(r"End of Document$|Ende des Dokuments$|Fin du document$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bookmarks: tuple[str, ...]
    centred: bool
    style: str


def read_docx(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft an article of a Lexis export; one for any other document.

    Args:
        source: A DOCX file.
        columns: Not used: the document names its fields.
    """
    root = parse_xml(_document(source))
    if root is None:
        yield source.problem(None, "broken_document", "word/document.xml is not readable XML")
        return
    lines = list(_lines(root))
    parts = _articles(lines)
    if not parts:
        yield _single(lines, source)
        return
    for row, part in enumerate(parts, start=1):
        draft = draft_of(_paragraphs(part), row, headline_first=True)
        yield draft or source.problem(row, "no_text", "the document holds no text under `Body`")


def _document(source: Source) -> bytes:
    with zipfile.ZipFile(io.BytesIO(read_whole(source))) as archive, archive.open("word/document.xml") as stream:
        content = stream.read(MAX_DOCUMENT + 1)
    if len(content) > MAX_DOCUMENT:
        raise TooLargeError(f"is one document of more than {MAX_DOCUMENT >> 20} MiB")
    return content


def _lines(root: Element) -> Iterator[_Line]:
    for paragraph in root.iter("{*}p"):
        text: list[str] = []
        names: list[str] = []
        centred, style = False, ""
        for element in paragraph.iter():
            name = local_name(element)
            if name == "t":
                text.append(element.text or "")
            elif name in ("br", "tab", "cr"):
                text.append(" ")
            elif name == "bookmarkStart":
                names.append(_value(element, "name"))
            elif name == "jc":
                centred = _value(element, "val") == "center"
            elif name == "pStyle":
                style = _value(element, "val")
        yield _Line(" ".join("".join(text).split()), tuple(names), centred, style)


def _value(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(name)), "")


def _articles(lines: list[_Line]) -> list[list[_Line]]:
    starts = [i for i, line in enumerate(lines) if any(_START.match(name) for name in line.bookmarks)]
    if starts:
        return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    ends = [i for i, line in enumerate(lines) if _END.match(line.text)]
    if not ends:
        return []
    return [lines[a:b] for a, b in zip([0, *(end + 1 for end in ends[:-1])], [end + 1 for end in ends], strict=True)]


def _paragraphs(lines: list[_Line]) -> Iterator[Paragraph]:
    """Return the paragraphs of one article; sections behind the text become fields."""
    section = "head"
    head_lines = 0
    ended = False
    for line in lines:
        heading = next((m["name"].lower() for name in line.bookmarks if (m := _SECTION.match(name))), None)
        if heading or line.text in ("Body", "Classification", "Graphic"):
            section = heading or line.text.lower()
        elif _END.match(line.text):
            return
        elif not line.text or line.text == "Correction Appended":
            ended = ended or head_lines > 1
        elif section == "body":
            yield Paragraph(line.text)
        elif section == "graphic":
            is_field = labelled(Paragraph(line.text)) is not None
            yield Paragraph(line.text, label=None if is_field else "Graphic:")
        elif section == "head":
            # Headline, outlet and date come first, centred or not, up to the date or a gap.
            yield Paragraph(line.text, centred=not ended)
            head_lines += 1
            ended = ended or (head_lines > 1 and len(line.text) < 120 and parse_date(line.text) is not None)


def _single(lines: list[_Line], source: Source) -> Draft | Problem:
    titles = [line.text for line in lines if line.style.lower().startswith(("title", "heading1")) and line.text]
    texts = [line.text for line in lines if line.text]
    if not texts:
        return source.problem(None, "no_text", "the document holds no text")
    if titles:
        texts.remove(titles[0])
        return Draft(row=1, body="\n".join(texts) or titles[0], headline=titles[0])
    headline, body = split_headline("\n".join(texts))
    return Draft(row=1, body=body, headline=headline)
