"""A drawn chart as SVG to stand in a page: the same bytes every time.

Matplotlib writes a file for its own; a page needs an element. So ids are
prefixed or dropped, styles become presentation attributes (a page under a
strict Content-Security-Policy refuses inline styles), colours become the page's
variables, coordinates get two decimals, and a title and a description are put
in for whoever cannot see it. Text stays text.
"""

import io
import re
import warnings
from typing import Any, Final

from lxml import etree
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts.style import TEXT, VARIABLES, drawing, label

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.\d+")
_REFERENCE = re.compile(r"url\(#(?P<id>[^)]+)\)")
_FONT_SIZE = re.compile(r"(?P<size>[\d.]+)px")
_WEIGHT = re.compile(r"\b(?P<weight>[6-9]00|bold)\b")
_SPACES = re.compile(r"\s+")
_MEASURES = frozenset({"d", "x", "y", "width", "height", "transform", "points", "viewBox", "stroke-width"})
# What the page decides, or what is the default anyway.
_DROPPED = frozenset({"font-family", "stroke-linejoin", "stroke-linecap"})


def to_svg(ax: Axes, *, title: str, description: str, prefix: str = "") -> str:
    """Give the figure of `ax` as one `<svg>` element with a title and a description.

    Args:
        ax: any axes of the figure.
        title: what the chart shows, for screen readers and tooltips.
        description: what a reader who cannot see it should know.
        prefix: what its ids begin with; unique on the page.

    Returns:
        The element, without a declaration; the same text for the same figure.
    """
    figure = ax.get_figure()
    assert isinstance(figure, Figure)
    root: Any = etree.fromstring(_drawn(figure), etree.XMLParser(remove_comments=True, no_network=True))
    for unwanted in root.xpath("//*[local-name()='metadata' or local-name()='style']"):
        unwanted.getparent().remove(unwanted)
    for element in root.iter(etree.Element):
        _plain_attributes(element, prefix)
    _drop_idle(root)
    _drop_empty(root)
    _describe(root, title, description, prefix)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _drawn(figure: Figure) -> bytes:
    out = io.BytesIO()
    with drawing(), warnings.catch_warnings():
        # The page's fonts draw the text; that DejaVu lacks a glyph does not matter.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return out.getvalue()


def _plain_attributes(element: Any, prefix: str) -> None:
    """Styles to attributes, ids to prefixed ones, numbers to two decimals."""
    for declaration in (element.attrib.pop("style", "") or "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            _font(element, value)
        elif name and name not in _DROPPED:
            element.set(name, value)
    identity = element.attrib.pop("id", None)
    if identity and etree.QName(element).localname in ("clipPath", "path") and _in_defs(element):
        element.set("id", prefix + identity)
    target = element.attrib.pop(_XLINK, None)
    if target:
        element.set("href", f"#{prefix}{target[1:]}")
    for name, value in element.attrib.items():
        element.set(name, _page_value(name, value, prefix))


def _in_defs(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and (
        etree.QName(element).localname == "clipPath" or etree.QName(parent).localname == "defs"
    )


def _page_value(name: str, value: str, prefix: str) -> str:
    if name in ("fill", "stroke") and value in VARIABLES:
        return f"var({VARIABLES[value]}, {value})"
    if name in ("clip-path", "fill", "stroke", "mask"):
        return _REFERENCE.sub(lambda found: f"url(#{prefix}{found['id']})", value)
    if name in _MEASURES:
        return _SPACES.sub(" ", _NUMBER.sub(_two_decimals, value)).strip()
    return value


def _two_decimals(found: re.Match[str]) -> str:
    short = f"{float(found.group()):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _font(element: Any, value: str) -> None:
    size, weight = _FONT_SIZE.search(value), _WEIGHT.search(value)
    element.set("font-size", size["size"] if size else str(TEXT))
    if weight:
        element.set("font-weight", "600")


def _drop_idle(root: Any) -> None:
    """Drop what draws nothing: paths with neither fill nor stroke, rotations by nothing."""
    for path in root.xpath("//*[local-name()='path'][@fill='none'][not(@stroke)]"):
        path.getparent().remove(path)
    for text in root.xpath("//*[starts-with(@transform, 'rotate(-0 ')]"):
        del text.attrib["transform"]


def _drop_empty(root: Any) -> None:
    """Drop groups with nothing in them and unwrap those that say nothing."""
    for group in reversed(root.xpath("//*[local-name()='g' or local-name()='defs']")):
        parent = group.getparent()
        if len(group) == 0:
            parent.remove(group)
        elif not group.attrib and etree.QName(group).localname == "g":
            place = parent.index(group)
            for child in reversed(list(group)):
                parent.insert(place, child)
            parent.remove(group)
    for element in root.iter(etree.Element):
        element.tail = None
        if element.text is not None and not element.text.strip():
            element.text = None


def _describe(root: Any, title: str, description: str, prefix: str) -> None:
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("stroke-linejoin", "round")
    root.set("focusable", "false")
    named = [("title", title), ("desc", description)]
    root.set("aria-labelledby", " ".join(f"{prefix}{kind}" for kind, words in named if words))
    for place, (kind, words) in enumerate(named):
        if words:
            element = etree.Element(f"{{{_SVG}}}{kind}", id=f"{prefix}{kind}")
            element.text = label(words, 2000)
            root.insert(place, element)
