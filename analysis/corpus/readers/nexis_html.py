"""Read Nexis exports in HTML: every document between `<DOCFULL>` marks.

Layout tells what is what, so that the language of the interface does not
matter: centred paragraphs are outlet, date and copyright; a span in bold that
ends with a colon is the label of a field.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import html

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import decode
from analysis.corpus.readers.press import Paragraph, draft_of
from analysis.corpus.trees import Element, parse_html

_CLASS = re.compile(r"\.(?P<name>c\d+)\s*\{(?P<rules>[^}]*)\}")
_START = re.compile(r"<DOCFULL>(?:\s*-->)?", re.IGNORECASE)
_COUNT = re.compile(r"\D{0,20}\d+\s+\D{1,12}\s*\d+\D{0,30}$")


def read_nexis_html(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a document of a Nexis HTML export.

    Args:
        source: The export.
        columns: Not used: the export names its fields.
    """
    text = decode(read_whole(source), declared=True)
    styles = {match["name"]: match["rules"] for match in _CLASS.finditer(text[:200_000])}
    parts = _START.split(text)
    for row, part in enumerate(parts[1:], start=1):
        draft = draft_of(_paragraphs(part, styles), row, headline_first=False)
        if draft is None:
            yield source.problem(row, "no_text", "the document holds no text between its fields")
        else:
            yield draft
    if len(parts) == 1:
        yield source.problem(None, "no_text", "a Nexis page without documents")


def _paragraphs(part: str, styles: dict[str, str]) -> Iterator[Paragraph]:
    root = parse_html(part.encode("utf-8", "replace"))
    if root is None:
        return
    for place, element in enumerate(root.iter("p")):
        centred = "center" in styles.get(element.get("class") or "", "")
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        text = "".join(str(piece) for piece in element.itertext())
        if not text.strip() or (place == 0 and _COUNT.match(text.strip())):
            continue
        if centred:  # the logo, the outlet, the copyright and its rider stand on lines of their own
            yield from (Paragraph(" ".join(line.split()), centred=True) for line in text.split("\n") if line.strip())
            continue
        label = _label(element, styles)
        value = text.strip()[len(label.strip()) :] if label else text
        yield Paragraph(" ".join(value.split()), label=label)


def _label(element: Element, styles: dict[str, str]) -> str | None:
    span = next(iter(element.iter("span")), None)
    if span is None or "bold" not in styles.get(span.get("class") or "", ""):
        return None
    text = html.tostring(span, encoding="unicode", method="text", with_tail=False).replace("\xa0", " ").strip()
    return text if 2 < len(text) <= 40 and text.endswith((":", "：")) else None
