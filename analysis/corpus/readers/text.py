"""Read a plain text file: one article, its headline where it has one."""

import re
from collections.abc import Mapping

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.encoding import decode
from analysis.corpus.markup import plain_text, unwrap

_ENDS = re.compile(r"[.!…:;,][\"'”’)\]]*$")
_FRONT = re.compile(
    r"(?P<name>Headline|Title|Date|Published|Outlet|Source|Publication|URL|Link|Author|Byline|Section|Language)\s*:\s*(?P<value>\S.{0,500})$",
    re.IGNORECASE,
)
_PARTS = {
    "headline": "headline", "title": "headline", "date": "published", "published": "published", "outlet": "outlet",
    "source": "outlet", "publication": "outlet", "url": "url", "link": "url", "author": "byline", "byline": "byline",
    "section": "section", "language": "language",
}  # fmt: skip


def read_text(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """Return the one article that a text file holds.

    Lines such as "Date: 2024-02-26" at the very top state parts of the article;
    at least two of them, or they are text. The first line is the headline where
    it is short and does not end like a sentence.

    Args:
        source: Plain text, or Markdown.
        columns: Not used: text has no columns.
    """
    text = decode(read_whole(source)).replace("\0", "").strip()
    if not text:
        yield source.problem(None, "empty", "the file holds no text")
        return
    front, text = _front_matter(text)
    text = plain_text(text)
    headline = front.pop("headline", None)
    if headline is None:
        headline, text = split_headline(text)
    date = front.pop("published", None)
    yield Draft(row=1, body=text, headline=headline, published=(date,) if date else (), **front)  # type: ignore[arg-type]


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    lines = text.split("\n")
    found: dict[str, str] = {}
    used = 0
    for line in lines[:15]:
        match = _FRONT.match(line.strip())
        if line.strip() and not match and line.strip() != "---":
            break
        if match:
            found.setdefault(_PARTS[match["name"].lower()], match["value"].strip())
        used += 1
    return (found, "\n".join(lines[used:]).strip()) if len(found) >= 2 else ({}, text)


def split_headline(text: str) -> tuple[str | None, str]:
    r"""Return the headline that opens `text`, and the rest.

    >>> split_headline("Oslo sends pumps\nNorway will send pumps, it said.")
    ('Oslo sends pumps', 'Norway will send pumps, it said.')

    A paragraph is not a headline:

    >>> split_headline("Norway will send pumps.\nIt said so.")
    (None, 'Norway will send pumps.\nIt said so.')
    """
    first, _, rest = unwrap(text).partition("\n")
    first, rest = first.strip(), rest.strip()
    if not rest or not 8 <= len(first) <= 160 or _ENDS.search(first) or len(rest) < len(first):
        return None, text
    return first, rest
