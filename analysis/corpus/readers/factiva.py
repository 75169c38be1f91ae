"""Read Factiva exports in HTML: one `div` an article, its head as a list of lines."""

import re
from collections.abc import Mapping

from analysis.corpus.containers import read_whole
from analysis.corpus.dates import parse_date
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.language import language_code
from analysis.corpus.readers.page import read_page
from analysis.corpus.trees import Element, parse_html, text_of
from analysis.records import Removed

_HEADLINE = re.compile(r"(?:^|\s)\w{2}Headline\b")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[AaPp][Mm])?(?:\s*[A-Z]{2,4})?$")
_CODE = re.compile(r"[A-Z0-9]{2,10}$")
_DOCUMENT = re.compile(r"\w+\s+(?P<id>[A-Z0-9]{10,})(?P<copy>0{3}20\d{6}\w+)?$")


def read_factiva(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft an article of a Factiva HTML export.

    The lines of the head come in a fixed order, in the language of the
    interface: count of words, date, (time,) outlet, code, ..., language,
    copyright. The date is found by reading it, the rest by its place.

    Args:
        source: The export.
        columns: Not used: the export names its fields.
    """
    root = parse_html(read_whole(source))
    articles = [] if root is None else [div for div in root.iter("div") if _is_article(div)]
    if not articles:  # a page about Factiva
        yield from read_page(source, columns)
    for row, article in enumerate(articles, start=1):
        draft = _draft(article, row)
        if draft is None:
            yield source.problem(row, "no_text", "the article holds no paragraph")
        else:
            yield draft


def _is_article(div: Element) -> bool:
    names = (div.get("class") or "").split()
    return "article" in names and any(re.fullmatch(r"\w{2}Article", name) for name in names)


def _draft(article: Element, row: int) -> Draft | None:
    lines = [(div, text_of(div)) for div in article.iterchildren("div")]
    texts = [text for div, text in lines if text and div.get("id") != "hd"]
    date_at = next((i for i, text in enumerate(texts) if len(text) < 40 and parse_date(text)), None)
    body, removed = _body(article)
    if not body:
        return None
    after = [] if date_at is None else [text for text in texts[date_at + 1 :] if not _TIME.match(text)]
    time = (
        texts[date_at + 1]
        if date_at is not None and len(texts) > date_at + 1 and _TIME.match(texts[date_at + 1])
        else ""
    )
    head = next((div for div, _ in lines if div.get("id") == "hd"), None)
    return Draft(
        row=row,
        body="\n".join(body),
        headline=_headline(article) or text_of(head),
        byline=next((text for div, text in lines if div.get("class") == "author"), None),
        outlet=after[0] if after else None,
        section=_section(after),
        language=next(filter(None, map(language_code, [text for text in after[1:] if len(text) > 3])), None),
        published=(f"{texts[date_at]} {time}".strip(),) if date_at is not None else (),
        removed=tuple(removed),
    )


def _headline(article: Element) -> str | None:
    for element in article.iter("span", "b", "div"):
        if _HEADLINE.search(element.get("class") or ""):
            return text_of(element)
    return None


def _section(after: list[str]) -> str | None:
    """Return the section, where one stands between the outlet's code and the language."""
    for text in after[2:4]:
        if not _CODE.match(text) and not text.isdigit() and language_code(text) is None:
            return text if not re.match(r"\(c\)|copyright|©", text, re.IGNORECASE) else None
    return None


def _body(article: Element) -> tuple[list[str], list[Removed]]:
    """Paragraphs of the text; the provider's lines behind it, and captions, go to the second list."""
    body: list[str] = []
    behind: list[str] = []
    for paragraph in article.iter("p"):
        text = text_of(paragraph)
        if not text:
            continue
        if "articleParagraph" in (paragraph.get("class") or ""):
            body.append(text)
        else:
            behind.append(text)
    if not body:
        return behind, []
    return body, [Removed("boilerplate", text) for text in behind]
