"""Make an article of a ninjs item (IPTC News in JSON, versions 1.0 to 3.0).

Version 1 has one key a part (`headline`, `body_xhtml`), versions 2 and 3 lists
with roles (`headlines`, `bodies`); version 3 writes keys in camel case.
"""

import re
from collections.abc import Mapping
from typing import Any

from analysis.corpus.drafts import Draft
from analysis.corpus.fields import as_text
from analysis.corpus.markup import html_to_text

_KEYS = frozenset(
    """
    versioncreated firstcreated contentcreated pubstatus usageterms representationtype renditions headlines
    bodies descriptions headline body_text body_xhtml description_text mimetype copyrightholder altids
    rightsinfo standard
    """.split()
)
_TYPES = frozenset("text audio video picture graphic composite planning component event".split())
_URN = re.compile(r"(?:urn:newsml|tag):(?P<host>[\w\-]+(?:\.[\w\-]+)+)", re.IGNORECASE)
_MARKUP = re.compile(r"html|xml", re.IGNORECASE)


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has a `uri`, and keys or a type that only ninjs has.

    >>> is_ninjs({"uri": "urn:x", "headlines": [], "versioncreated": "2024-03-04"})
    True
    >>> is_ninjs({"uri": "https://example.org/a", "title": "Aid", "text": "Oslo gives."})
    False
    """
    keys = {str(key).lower() for key in item}
    return "uri" in keys and len(keys & _KEYS) + (item.get("type") in _TYPES) >= 2


def draft_of_ninjs(item: Mapping[str, Any], row: int) -> Draft:
    """Return the article that a ninjs item states; of a picture, its caption."""
    low = {str(key).lower(): value for key, value in item.items()}
    uri = as_text(low.get("uri")) or ""
    summary = _of_role(low.get("descriptions"), "") or _suffixed(low, "description_")
    body = _body(low) or summary or ""
    located = as_text(low.get("located")) if isinstance(low.get("located"), str) else None
    return Draft(
        row=row,
        body=body,
        headline=as_text(low.get("headline")) or _of_role(low.get("headlines"), "main") or as_text(low.get("title")),
        standfirst=summary if summary != body else None,
        byline=as_text(low.get("by")) or as_text(low.get("byline")),
        dateline=located,
        outlet=as_text(low.get("copyrightholder")) or as_text(low.get("infosources")) or _host(uri),
        url=uri if uri.startswith("http") else None,
        section=as_text((low.get("genres") or [None])[0] if isinstance(low.get("genres"), list) else None),
        language=as_text(low.get("language")),
        published=tuple(
            filter(None, (as_text(low.get(key)) for key in ("versioncreated", "firstcreated", "contentcreated")))
        ),
    )


def _body(low: Mapping[str, Any]) -> str | None:
    """Return the text, from markup where there is some, since it keeps paragraphs."""
    bodies = [body for body in low.get("bodies") or () if isinstance(body, Mapping)]
    marked = [body for body in bodies if _MARKUP.search(f"{_kind(body)} {body.get('role')}")]
    for body in (*marked, *bodies):
        text = as_text(body.get("value"))
        if text:
            return html_to_text(text) if body in marked else text
    for key, value in low.items():
        if key.startswith("body_") and key != "body_text" and isinstance(value, str) and html_to_text(value):
            return html_to_text(value)
    return as_text(low.get("body_text"))


def _kind(body: Mapping[str, Any]) -> str:
    return str(body.get("contenttype") or body.get("contentType") or "")


def _of_role(values: Any, role: str) -> str | None:
    """Return the value of a list with roles: the one of this role, else the first; credits are passed over."""
    found = [value for value in values or () if isinstance(value, Mapping)] if isinstance(values, list) else []
    found = [value for value in found if value.get("role") not in ("creditline", "copyright", "ednote")]
    chosen = next((value for value in found if value.get("role") == role), found[0] if found else None)
    return as_text(chosen.get("value")) if chosen else None


def _suffixed(low: Mapping[str, Any], prefix: str) -> str | None:
    return next((as_text(value) for key, value in low.items() if key.startswith(prefix) and as_text(value)), None)


def _host(uri: str) -> str | None:
    match = _URN.match(uri)
    return match["host"] if match else None
