"""Read saved feeds: RSS 0.9 to 2.0, Atom, JSON Feed.

A feed often states a summary and not the text; it is the body then.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.fields import as_text
from analysis.corpus.trees import Element, blocks_of, children, descend, local_name, parse_xml, text_of

_DATES = ("pubDate", "published", "date", "issued", "created", "updated", "modified")


def read_feed(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft an entry of an RSS or Atom file.

    Args:
        source: The feed.
        columns: Not used: feeds name their parts.
    """
    root = parse_xml(read_whole(source))
    if root is None:
        yield source.problem(None, "broken_xml", "not readable as XML")
        return
    entries = [*descend(root, "item"), *descend(root, "entry")]
    channel = next(descend(root, "channel"), root)
    outlet = None if local_name(root) == "entry" else _text(channel, "title")
    language = _text(channel, "language") or next(
        (str(v) for k, v in root.attrib.items() if str(k).endswith("lang")), None
    )
    if not entries:
        yield source.problem(None, "no_text", "the feed holds no entry")
    for row, entry in enumerate(entries, start=1):
        yield _draft(entry, row, outlet, language)


def _draft(entry: Element, row: int, outlet: str | None, language: str | None) -> Draft:
    content = _block(entry, "encoded", "content")
    summary = _block(entry, "description", "summary", "subtitle")
    source = next(children(entry, "source"), None)
    author = next(children(entry, "author"), None)
    return Draft(
        row=row,
        body=content or summary or "",
        headline=_text(entry, "title"),
        standfirst=summary if content and summary and summary != content else None,
        byline=_text(entry, "creator") or (_text(author, "name") or text_of(author) if author is not None else None),
        outlet=(_text(source, "title") or text_of(source) if source is not None else None) or outlet,
        url=_link(entry),
        section=_text(entry, "category"),
        language=language,
        published=tuple(filter(None, (_text(entry, name) for name in _DATES))),
        markup="unknown",
    )


def _text(element: Element, *names: str) -> str | None:
    for name in names:
        for child in children(element, name):
            text = text_of(child)
            if text:
                return text
    return None


def _block(entry: Element, *names: str) -> str | None:
    """Return the text of the first child of these names: markup inside it, or escaped in it."""
    for name in names:
        for child in children(entry, name):
            text = blocks_of(child) if len(child) else "".join(str(part) for part in child.itertext()).strip()
            if text:
                return text
    return None


def _link(entry: Element) -> str | None:
    links = list(children(entry, "link"))
    ranked = sorted(links, key=lambda link: link.get("rel", "alternate") != "alternate")
    for link in ranked:
        address = link.get("href") or text_of(link)
        if address:
            return str(address)
    guid = next(children(entry, "guid"), None)
    text = text_of(guid)
    return text if text and text.startswith("http") else None


def is_json_feed(item: Any) -> bool:
    """Whether an object is a JSON Feed.

    >>> is_json_feed({"version": "https://jsonfeed.org/version/1.1", "items": []})
    True
    >>> is_json_feed({"version": "1", "items": []})
    False
    """
    return (
        isinstance(item, Mapping) and "jsonfeed.org" in str(item.get("version")) and isinstance(item.get("items"), list)
    )


def drafts_of_json_feed(feed: Mapping[str, Any]) -> Iterator[Draft]:
    """One draft an item of a JSON Feed."""
    items = [item for item in feed["items"] if isinstance(item, Mapping)]
    for row, item in enumerate(items, start=1):
        content = as_text(item.get("content_html")) or as_text(item.get("content_text"))
        summary = as_text(item.get("summary"))
        yield Draft(
            row=row,
            body=content or summary or "",
            headline=as_text(item.get("title")),
            standfirst=summary if content else None,
            byline=as_text(item.get("authors")) or as_text(item.get("author")),
            outlet=as_text(feed.get("title")),
            url=as_text(item.get("url")) or as_text(item.get("external_url")),
            section=as_text(item.get("tags")),
            language=as_text(item.get("language")) or as_text(feed.get("language")),
            published=tuple(filter(None, (as_text(item.get(key)) for key in ("date_published", "date_modified")))),
            markup="unknown",
        )
