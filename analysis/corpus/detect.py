"""Tell what a source is written in, by looking at its first bytes.

The extension is not asked: exports come as `.txt` that are HTML, `.csv` that
are tab-separated, `.json` that are JSON Lines.
"""

import json
import re
from pathlib import PurePath

from analysis.corpus.encoding import decode, encoding_of
from analysis.corpus.readers.tables import looks_like_table

# What is looked at in a folder; anything else there is reported, not opened.
EXTENSIONS = frozenset(
    """
    .json .jsonl .ndjson .jl .csv .tsv .tab .txt .text .md .html .htm .xhtml .xml .rss .atom .nitf .newsml .docx
    .parquet .pq .gz .zip .bz2 .xz
    """.split()
)
_IGNORED = re.compile(r"(?:\.|~|readme(?:\.\w+)?$|licen[cs]e(?:\.\w+)?$|copying$|__macosx)", re.IGNORECASE)

_XML_ROOT = re.compile(r"<(?!\?|!)(?:(?P<prefix>[\w.\-]+):)?(?P<name>[A-Za-z][\w.\-]*)")
_XML_KINDS = {
    "rss": "feed", "feed": "feed", "RDF": "feed", "entry": "feed",
    "newsMessage": "newsml", "newsItem": "newsml", "packageItem": "newsml", "nitf": "newsml", "NewsML": "newsml",
    "urlset": "sitemap", "sitemapindex": "sitemap",
}  # fmt: skip
_LEXIS_TEXT = re.compile(
    r"^\s*\d+ of \d+ DOCUMENTS\s*$|^\s*LOAD-DATE:|^Load-Date:|^\s*Document \d+ of \d+\s*$", re.MULTILINE
)
_PROQUEST = re.compile(r"^(?:ProQuest document ID|Document URL|Publication title):", re.MULTILINE)
_FACTIVA_HTML = re.compile(
    r"class=\"article \w{2}Article|factiva-com|factiva\.com|Factiva, Inc|factivalogo", re.IGNORECASE
)
_NEXIS_HTML = re.compile(r"<DOCFULL>|<!-- Hide XML section from browser|CLASS=\"c\d\"><P CLASS=\"c\d\"", re.IGNORECASE)


def is_ignored(name: str) -> bool:
    """Whether a file of this name is passed over in silence: hidden ones, READMEs, licences.

    >>> is_ignored("README.md"), is_ignored(".DS_Store"), is_ignored("reading.txt")
    (True, True, False)
    """
    return _IGNORED.match(name) is not None


def has_article_extension(name: str) -> bool:
    """Whether a file of this name is looked at in a folder.

    >>> has_article_extension("a/2024.JSONL.gz"), has_article_extension("a/photo.jpg")
    (True, False)
    """
    return PurePath(name).suffix.lower() in EXTENSIONS


def format_of(head: bytes) -> str | None:
    r"""Return the format of a source that begins with `head`, or None where it is none that is read.

    >>> format_of(b'{"headline": "Aid", "body": "Oslo gives."}\n{"headline": "More"')
    'json_lines'
    >>> format_of(b"\x89PNG\r\n\x1a\n\0\0\0") is None
    True
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        return "empty"
    if _is_binary(head):
        return None
    text = _decoded(head)
    opening = text.lstrip()[:1]
    if opening in "{[":
        found = _json_kind(text.lstrip())
        if found:
            return found
    if opening == "<":
        return _markup_kind(text)
    return _text_kind(text)


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding_of(head[:256]).startswith("utf-16"):
        return False
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head[:4096])
    return control > len(head[:4096]) // 50 or head.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf"))


def _decoded(head: bytes) -> str:
    if len(head) % 2 and encoding_of(head).startswith("utf-16"):
        head = head[:-1]
    try:
        return (
            head.decode(encoding_of(head), errors="replace").lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        )
    except LookupError:
        return decode(head)


def _json_kind(text: str) -> str | None:
    first, newline, rest = text.partition("\n")
    if text.startswith("["):
        return "json" if re.match(r"\[\s*(?:[{\[\"\]]|$)", text) else None
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        # A line cut at the end of the head, or a broken first line above whole ones.
        if not newline or re.match(r"\s*\{\s*\"[^\"\n]+\"\s*:.*\}\s*(?:\n|$)", rest):
            return "json_lines" if re.match(r"\{\s*\"", first) and len(first) > 2 else None
        return "json" if re.match(r"\{\s*[\"}]", text) else None
    # One object on one line: a document of its own, or the only line of JSON Lines; the reader of documents knows both.
    return "json_lines" if newline and rest.strip() else "json"


def _markup_kind(text: str) -> str | None:
    root = _XML_ROOT.search(text)
    if root is None:
        return "page"
    if root["name"] in _XML_KINDS:
        return _XML_KINDS[root["name"]]
    if _NEXIS_HTML.search(text):
        return "nexis_html"
    if _FACTIVA_HTML.search(text):
        return "factiva_html"
    return "page"


def _text_kind(text: str) -> str:
    if _PROQUEST.search(text):
        return "proquest"
    if _LEXIS_TEXT.search(text):
        return "lexis_text"
    return "table" if looks_like_table(text) else "text"
