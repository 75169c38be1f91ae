"""What a page says about its article: JSON-LD, meta tags, and the words on top of it.

Sources are asked in the order in which they are right most often; a headline is
the printed one (`h1`), with the site's name and section labels taken off.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analysis.corpus.dates import parse_date
from analysis.corpus.fields import as_text
from analysis.corpus.trees import Element, text_of

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|NewsStory|Report)$")
_SUFFIX = re.compile(r"\s+(?:\||[-–—]|::|»|•|·)\s+")
_LABEL = re.compile(
    r"(?:opinion|editorial|analysis|exclusive|video|watch|news|live|breaking|review|column|letters?|commentary|explainer)s?$",
    re.IGNORECASE,
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|dateline|pubdate|created", re.IGNORECASE)
_DATE_META = """
    article:published_time og:article:published_time og:published_time datepublished publish-date publishdate
    publish_date pubdate parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date date
    article.published published_at cxenseparse:recs:publishtime originalpublicationdate dat rnews:datepublished
    citation_publication_date
""".split()
_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/\-](?P<month>0?[1-9]|1[0-2]|[a-z]{3})[/\-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/\-_]|$)"
)
_STATE_DATE = re.compile(r"datePublished(?:&quot;|\\?\")\s*:\s*(?:&quot;|\\?\")(?P<date>\d[^\"&\\]{7,34})")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """The parts of an article that a page states beside its text."""

    headline: str | None
    standfirst: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    section: str | None
    language: str | None
    published: tuple[str, ...]
    text: str | None  # the text as JSON-LD repeats it


def page_meta(root: Element) -> PageMeta:
    """Everything that a page states about its article.

    Args:
        root: The parsed page.
    """
    linked = list(_linked_data(root))
    article = next((item for item in linked if _is_article(item)), {})
    meta = _meta_tags(root)
    outlet = meta.get("og:site_name") or as_text(article.get("publisher")) or meta.get("application-name")
    url = _canonical(root) or meta.get("og:url") or as_text(article.get("url"))
    return PageMeta(
        headline=_headline(root, article, meta, outlet),
        standfirst=_plain(as_text(article.get("description"))) or meta.get("og:description") or meta.get("description"),
        byline=_plain(as_text(article.get("author"))) or _person(meta),
        outlet=_plain(outlet),
        url=url,
        section=meta.get("article:section") or as_text(article.get("articleSection")),
        language=root.get("lang") or as_text(article.get("inLanguage")) or meta.get("og:locale"),
        published=tuple(_dates(root, article, linked, meta, url)),
        text=_plain(as_text(article.get("articleBody"))),
    )


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < 2_000_000:
            try:
                yield from _objects(json.loads(script.text.strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 5:
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if depth < 5:
                yield from _objects(value.get(key), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(_ARTICLE_TYPE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _meta_tags(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _canonical(root: Element) -> str | None:
    for link in root.iter("link"):
        address = link.get("href") or ""
        if link.get("rel") == "canonical" and address.startswith("http"):
            return str(address)
    return None


def _person(meta: dict[str, str]) -> str | None:
    for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"):
        value = meta.get(name, "")
        if value and not value.startswith("http"):
            return value
    return None


def _plain(text: str | None) -> str | None:
    return html.unescape(text).replace("\r", "").strip() if text else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _headline(root: Element, article: dict[str, Any], meta: dict[str, str], outlet: str | None) -> str | None:
    title = next((text_of(element) for element in root.iter("title")), None)
    stated = [_plain(as_text(article.get("headline"))), meta.get("og:title"), meta.get("twitter:title"), title]
    others = [_words(text) for text in stated if text]
    printed = [text for text in map(text_of, root.iter("h1")) if text and 8 <= len(text) <= 400]
    best = max(printed, key=lambda text: _agreement(_words(text), others), default=None)
    for text in stated:
        # A label stands before the headline, the headline is repeated without it.
        if best and text and best != text and best.endswith(("| " + text, ": " + text)):
            best = text
    if best and (_agreement(_words(best), others) >= 0.5 or (len(printed) == 1 and len(best.split()) >= 4)):
        chosen: str | None = best
    else:
        chosen = next((text for text in stated if text), best)
    return (
        _without_site(chosen, {outlet, meta.get("og:site_name")}, _canonical(root) or meta.get("og:url"))
        if chosen
        else None
    )


def _agreement(words: frozenset[str], others: list[frozenset[str]]) -> float:
    """How much of a printed headline the page repeats elsewhere, and the reverse."""
    return max((len(words & other) / max(1, len(words | other)) for other in others), default=0.0)


def _without_site(text: str, names: set[str | None], url: str | None) -> str:
    """Return a headline without the name of the site and of sections around it.

    >>> _without_site("Opinion | Aid grows again in Oslo | The Post", {"The Post"}, None)
    'Aid grows again in Oslo'
    >>> _without_site("Aid grows - and shrinks", {"The Post"}, None)
    'Aid grows - and shrinks'
    """
    host = re.sub(r"^https?://(?:www\.)?|[/:].*$", "", url or "").replace(".", "").replace("-", "").casefold()
    known = {"".join(_WORD.findall(name.casefold())) for name in names if name}
    while True:
        marks = list(_SUFFIX.finditer(text))
        if not marks:
            return text
        first, last = text[: marks[0].start()], text[marks[-1].end() :]
        bare = "".join(_WORD.findall(last.casefold()))
        piped = "|" in marks[-1].group() or "•" in marks[-1].group() or "»" in marks[-1].group()
        if (
            bare in known
            or (len(bare) > 3 and bare.removeprefix("the") in host)
            or _LABEL.match(last)
            or (piped and len(last.split()) <= 4 < len(text[: marks[-1].start()].split()))
        ):
            text = text[: marks[-1].start()]
        elif _LABEL.match(first) and "|" in marks[0].group():
            text = text[marks[0].end() :]
        else:
            return text


def _dates(
    root: Element, article: dict[str, Any], linked: list[dict[str, Any]], meta: dict[str, str], url: str | None
) -> Iterator[str]:
    """Dates of publication, the most reliable first."""
    for item in (article, *linked):
        stated = as_text(item.get("datePublished"))
        if stated:
            yield stated
    for name in _DATE_META:
        if name in meta:
            yield meta[name]
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == "datePublished":
            yield element.get("datetime") or element.get("content") or text_of(element) or ""
    for element in root.iter("time"):
        if element.get("datetime"):
            yield str(element.get("datetime"))
    yield from _escaped_dates(root)
    yield from _dates_under_headline(root)
    yield from _printed_dates(root)
    match = _URL_DATE.search(url or "")
    if match:
        day = "-".join((match["day"], match["month"], match["year"]))
        yield day if match["month"].isalpha() else f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"


def _escaped_dates(root: Element) -> Iterator[str]:
    """Dates in the state of a page that is drawn by a script."""
    for script in root.iter("script"):
        match = _STATE_DATE.search(script.text or "")
        if match:
            yield match["date"]


def _dates_under_headline(root: Element) -> Iterator[str]:
    """Return the first short text behind the headline that can be read as a date."""
    behind = -1
    for element in root.iter():
        if element.tag == "h1":
            behind = 0
        elif behind >= 0 and isinstance(element.tag, str):
            behind += 1
            text = " ".join((element.text or "").split())
            when = parse_date(text) if 6 <= len(text) <= 60 else None
            if when is not None and when.precision not in ("month", "year"):
                yield text
                return
        if behind > 80:
            return


def _printed_dates(root: Element) -> Iterator[str]:
    """Short texts that can be read as a date, in elements that are named for one."""
    looked_at = 0
    for element in root.iter("span", "div", "p", "dd", "li", "time", "small", "em", "td"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_CLASS.search(name):
            continue
        looked_at += 1
        text = text_of(element)
        if text and len(text) < 90 and parse_date(text) is not None:
            yield text
            return
        if looked_at > 300:
            return
