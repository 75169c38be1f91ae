"""One module per format an analyst may have articles in.

A reader takes a `Source` and the caller's column names, and yields a `Draft`
per article or a `Problem` for what it had to leave out.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from analysis.corpus.drafts import Parts, Source

Reader = Callable[[Source, Mapping[str, str] | None], Parts]

# Loaded when first needed: a run over JSON Lines does not pay for trafilatura or Parquet.
_READERS = {
    "json_lines": ("jsonlines", "read_json_lines"),
    "table": ("tables", "read_table"),
    "text": ("text", "read_text"),
    "page": ("page", "read_page"),
    "lexis_text": ("lexis_text", "read_lexis_text"),
    "docx": ("docx", "read_docx"),
    "nexis_html": ("nexis_html", "read_nexis_html"),
    "factiva_html": ("factiva", "read_factiva"),
    "proquest": ("proquest", "read_proquest"),
    "feed": ("feeds", "read_feed"),
    "json": ("json_documents", "read_json"),
    "newsml": ("newsml", "read_newsml"),
    "parquet": ("parquet", "read_parquet"),
}


def reader_of(kind: str | None) -> Reader | None:
    """Return the reader of a format that `analysis.corpus.detect` names, or None."""
    if kind not in _READERS:
        return None
    module, name = _READERS[kind]
    reader: Reader = getattr(import_module(f"analysis.corpus.readers.{module}"), name)
    return reader
