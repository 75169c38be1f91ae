"""Ids of articles and texts: short digests that do not depend on the file.

The same article read from two files has one id, so that ingesting a file twice
adds nothing.
"""

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that say how a reader came to a page, not which page it is.
_TRACKING = re.compile(r"(?i:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmpid|ocid|smid|src|partner|amp)$")
_NOT_WORD = re.compile(r"[\W_]+")


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=10).hexdigest()


def article_id(*, url: str | None, outlet: str | None, headline: str | None, published: str | None, body: str) -> str:
    """Return the id of an article: from its address, else from what and where it was printed.

    An address that names a page settles it, however the address is written and
    whatever else the file states. Without one (or with a bare host) outlet,
    headline, day and the words of the text do; white space, case and
    punctuation are not looked at, since exports differ in them.

    Args:
        url: Address as given.
        outlet: The publication, as given.
        headline: Title as printed.
        published: ISO date of publication, or None.
        body: Text as read, before cleaning.

    Returns:
        20 hexadecimal characters.

    >>> common = {"outlet": None, "headline": None, "published": None, "body": ""}
    >>> a = article_id(url="https://www.example.org/a/?utm_source=x#top", **common)
    >>> a == article_id(url="http://example.org/a", **common)
    True

    Two pages of one site are two articles:

    >>> a == article_id(url="https://example.org/b", **common)
    False
    """
    address = normal_url(url)
    if address:
        return _digest("url", address)
    words = [_NOT_WORD.sub(" ", part or "").strip().casefold() for part in (outlet, headline, published, body)]
    return _digest("text", *words)


def text_hash(body: str) -> str:
    """Return the digest of a cleaned body: a body is annotated once per digest.

    >>> text_hash("Oslo gives.") == text_hash("Oslo gives.")
    True
    >>> text_hash("Oslo gives.") == text_hash("Oslo gave.")
    False
    """
    return _digest("body", body)


def normal_url(url: str | None) -> str | None:
    """Return an address without scheme, `www.`, tracking parameters, fragment and last slash.

    None where it does not name a page: no host, or nothing after the host.

    >>> normal_url("HTTPS://WWW.Example.org/News/1/?utm_medium=rss&id=7#c")
    'example.org/News/1?id=7'
    >>> normal_url("https://example.org/") is None
    True
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    except ValueError:  # brackets that are no IPv6 address, a thousand parameters
        return None
    path = parts.path.rstrip("/")
    if not host or not (path or kept) or parts.scheme.lower() not in ("http", "https"):
        return None
    return host + path + ("?" + urlencode(sorted(kept)) if kept else "")


def host_of(url: str | None) -> str | None:
    """Return the host of an address without `www.`, or None.

    >>> host_of("https://www.example.org/a")
    'example.org'
    >>> host_of("example.org/a") is None
    True
    """
    try:
        host = urlsplit((url or "").strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
