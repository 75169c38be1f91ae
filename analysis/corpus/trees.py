"""Parse XML and HTML that somebody else wrote.

Entities are not expanded, nothing is fetched, depth and text sizes are bounded
by libxml2's own limits. Damaged input is read as far as it goes.
"""

from collections.abc import Iterator

from lxml import etree, html

from analysis.corpus.encoding import decode
from analysis.corpus.markup import html_to_text

# Called `Element` by every caller, whatever the typing stubs of the day name it.
Element = etree._Element  # noqa: SLF001


def parse_xml(content: bytes) -> Element | None:
    """Return the root of an XML document, or None where there is none to read."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None


def parse_html(content: bytes) -> Element | None:
    """Return the root of an HTML document, or None where there is none to read."""
    text = decode(content, declared=True).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; empty for an entity or comment.

    >>> local_name(etree.fromstring('<a xmlns="urn:x"/>'))
    'a'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Return the children of an element with this local name."""
    return (child for child in element if local_name(child) == name)


def descend(element: Element, name: str) -> Iterator[Element]:
    """Every element below with this local name, in order."""
    return (found for found in element.iter() if local_name(found) == name)


def text_of(element: Element | None) -> str | None:
    """All text below an element on one line, or None if there is none."""
    if element is None:
        return None
    return " ".join("".join(str(part) for part in element.itertext()).split()) or None


def first_text(element: Element, *names: str) -> str | None:
    """Return the text of the first element below that has one of these names, and text."""
    for name in names:
        for found in descend(element, name):
            text = text_of(found)
            if text:
                return text
    return None


def blocks_of(element: Element) -> str:
    """Return the text below an element, one block a line."""
    content = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return html_to_text(content)
