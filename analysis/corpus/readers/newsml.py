"""Read what news agencies deliver: NewsML-G2, NewsML 1, and NITF inside or alone (IPTC)."""

from collections.abc import Iterator, Mapping

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.trees import Element, blocks_of, descend, first_text, local_name, parse_xml, text_of

_DATES = (
    "versionCreated",
    "ThisRevisionCreated",
    "firstCreated",
    "FirstCreated",
    "contentCreated",
    "DateAndTime",
    "sent",
)


def read_newsml(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a news item.

    Items without text (pictures, packages, planning) are reported.

    Args:
        source: NewsML-G2, NewsML 1.x or NITF.
        columns: Not used: the formats name their parts.
    """
    root = parse_xml(read_whole(source))
    if root is None:
        yield source.problem(None, "broken_xml", "not readable as XML")
        return
    for row, item in enumerate(_items(root), start=1):
        draft = _draft(item, row)
        if draft.body or draft.headline:
            yield draft
        else:
            yield source.problem(row, "no_text", f"a `{local_name(item)}` without text")


def _items(root: Element) -> Iterator[Element]:
    for name in ("newsItem", "NewsItem"):
        found = list(descend(root, name))
        if found:
            yield from found
            return
    yield root


def _draft(item: Element, row: int) -> Draft:
    nitf = next(descend(item, "nitf"), None)
    content = _content(item)
    dates = [*_texts(item, *_DATES), *_norms(item, "date.issue"), *_attributes(item, "pubdata", "date.publication")]
    address = next(
        (link for link in (item.get("guid"), *_attributes(item, "link", "href")) if str(link).startswith("http")), None
    )
    byline = first_text(item, "byline", "ByLine", "by") or next(_names(item, "creator"), None)
    return Draft(
        row=row,
        body=content,
        headline=first_text(item, "headline", "HeadLine", "hl1", "hedline", "title"),
        standfirst=first_text(item, "description", "abstract", "SubHeadLine", "hl2"),
        byline=byline.removeprefix("By ").removeprefix("by ") if byline else None,
        dateline=first_text(item, "dateline", "DateLine") or next(_names(item, "located"), None),
        outlet=_outlet(item, nitf),
        url=str(address) if address else None,
        section=next(_attributes(item, "pubdata", "position.section"), None),
        language=_language(item),
        published=tuple(dates),
    )


def _content(item: Element) -> str:
    """Return the text: of NITF, of the HTML that is delivered inline, or plain."""
    for name in ("body.content", "inlineXML", "inlineData", "DataContent"):
        texts = [_text_in(element) for element in descend(item, name)]
        if any(texts):  # NewsML 1 delivers styles, logos and contacts the same way; the report is longest
            return max(texts, key=len)
    return ""


def _text_in(element: Element) -> str:
    html = next(descend(element, "body"), element)
    text = blocks_of(html) if len(html) else "".join(str(part) for part in html.itertext())
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _texts(item: Element, *names: str) -> Iterator[str]:
    for name in names:
        for element in descend(item, name):
            text = text_of(element)
            if text:
                yield text


def _norms(item: Element, name: str) -> Iterator[str]:
    return _attributes(item, name, "norm")


def _attributes(item: Element, name: str, attribute: str) -> Iterator[str]:
    for element in descend(item, name):
        value = element.get(attribute)
        if value:
            yield str(value)


def _names(item: Element, name: str) -> Iterator[str]:
    for element in descend(item, name):
        text = first_text(element, "name")
        if text:
            yield text


def _outlet(item: Element, nitf: Element | None) -> str | None:
    for name in ("provider", "copyrightHolder", "infoSource"):
        for text in _names(item, name):
            return text
    printed = next(_attributes(nitf, "pubdata", "name"), None) if nitf is not None else None
    return (
        printed or next(_attributes(item, "provider", "literal"), None) or first_text(item, "ProviderId", "distributor")
    )


def _language(item: Element) -> str | None:
    tags = [*_attributes(item, "language", "tag"), *_attributes(item, "Language", "FormalName")]
    own = next((str(value) for key, value in item.attrib.items() if str(key).endswith("}lang")), None)
    return tags[0] if tags else own
