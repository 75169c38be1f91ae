"""Read LexisNexis exports in plain text: "1 of 10 DOCUMENTS", one after the other."""

import re
from collections.abc import Iterator, Mapping

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.encoding import decode
from analysis.corpus.readers.press import Paragraph, draft_of

# In the interface's language: "1 of 10 DOCUMENTS", "Dokument 1 von 10", "1 sur 10".
START = re.compile(
    r"^[ \t\f]*(?:(?:Dokument|Document)\s+)?\d+\s+(?:of|von|sur|de)\s+\d+(?:\s+(?:DOCUMENTS?|DOKUMENTEN?))?[ \t]*$",
    re.MULTILINE,
)


def read_lexis_text(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a document of a LexisNexis TXT export.

    The cover page (who downloaded what, and when) is not an article.

    Args:
        source: The export.
        columns: Not used: the export names its fields.
    """
    text = decode(read_whole(source)).replace("\0", "")
    parts = START.split(text)
    if len(parts) == 1:
        parts = ["", text]
    for row, part in enumerate(parts[1:], start=1):
        draft = draft_of(_paragraphs(part), row, headline_first=False)
        if draft is None:
            yield source.problem(row, "no_text", "the document holds no text between its fields")
        else:
            yield draft


def _paragraphs(part: str) -> Iterator[Paragraph]:
    for block in re.split(r"\n[ \t]*\n", part):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines:
            indent = min(len(line) - len(line.lstrip()) for line in lines)
            yield Paragraph(" ".join(" ".join(lines).split()), centred=indent >= 8)
