"""Read a saved web page: the article on it, and what the page says about itself."""

import logging
import re
from collections.abc import Mapping

import trafilatura

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.encoding import decode
from analysis.corpus.readers.pagemeta import PageMeta, page_meta
from analysis.corpus.trees import Element, parse_html, text_of
from analysis.records import Removed

# Its messages on pages without an article are this reader's problems, told once.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_WORD = re.compile(r"\w+")
_LONG = 600  # characters of JSON-LD text that are a whole article, not a teaser


def read_page(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """Return the one article that a saved page holds.

    The text is what trafilatura finds, leaning to precision. Where the page
    repeats its text in JSON-LD and the two have little in common, trafilatura
    has found something else, and the page's own text is taken.

    Args:
        source: HTML.
        columns: Not used: pages have no columns.
    """
    content = read_whole(source)
    try:
        root = parse_html(content)
        meta = page_meta(root) if root is not None else None
        text = _extracted(decode(content, declared=True))
    except RecursionError:
        yield source.problem(None, "nested_too_deep", "the page is nested too deep to be read")
        return
    if root is None or meta is None:
        yield source.problem(None, "no_text", "not readable as HTML")
        return
    body = _body(text, meta)
    if not body:
        yield source.problem(None, "no_text", "no article found on the page")
        return
    yield Draft(
        row=1,
        body=body,
        headline=meta.headline,
        standfirst=meta.standfirst,
        byline=meta.byline,
        outlet=meta.outlet,
        url=meta.url,
        section=meta.section,
        language=meta.language,
        published=meta.published,
        removed=tuple(Removed("caption", caption) for caption in _captions(root) if caption not in body),
    )


def _extracted(text: str) -> str:
    return trafilatura.extract(text, include_comments=False, favor_precision=True) or ""


def _body(text: str, meta: PageMeta) -> str:
    own = meta.text or ""
    if len(own) < _LONG:
        return text
    words, stated = set(_WORD.findall(text)), set(_WORD.findall(own))
    return own if len(words & stated) < 0.5 * len(stated) else text


def _captions(root: Element) -> list[str]:
    article = next(root.iter("article"), root)
    found = (text_of(caption) for caption in article.iter("figcaption"))
    return [text for text in found if text][:50]
