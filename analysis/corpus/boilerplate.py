"""Paragraphs that an outlet prints under many of its articles.

Found over the corpus, per outlet, so that no list has to know them: "Help keep
our newsroom open", a standing description of the paper, a list of contacts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from analysis.records import Article, Cleaned, Removed

_MIN_ARTICLES = 5  # fewer say nothing about habits
_MIN_SHARE = 0.05  # of the outlet's articles ...
_MIN_TIMES = 4  # ... and never fewer than this
_LONGEST = 600  # characters; a longer text that recurs is copy, not furniture
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")


def boilerplate_paragraphs(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Find the paragraphs that recur across an outlet's articles.

    A paragraph counts once an article and once a text, so that copies of one
    story do not make it a habit. It is boilerplate where at least 5 % of the
    outlet's articles, and at least four, print it, among their first two or last five paragraphs
    (speakers' lines and headings recur in the middle). Digits are not looked
    at: "© 2024" and "© 2025" are one. One pass; memory is a digest a paragraph
    that may be one.

    Args:
        articles: Cleaned or as read, of any number of outlets, in any order.

    Returns:
        Outlet -> keys of its boilerplate paragraphs, as `paragraph_key` makes
        them; outlets without any are left out.

    >>> boilerplate_paragraphs([])
    {}
    """
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    texts: set[tuple[str, str]] = set()
    for article in articles:
        outlet = article.outlet or ""
        opening = blake2b(_plain(article.body[:400]).encode(errors="replace"), digest_size=8).hexdigest()
        if not outlet or (outlet, opening) in texts:
            continue
        texts.add((outlet, opening))
        totals[outlet] += 1
        seen[outlet].update(_edges(article.body))
    found = {outlet: _habits(counts, totals[outlet]) for outlet, counts in seen.items()}
    return {outlet: keys for outlet, keys in found.items() if keys}


def without_boilerplate(cleaned: Cleaned, keys: frozenset[str]) -> Cleaned:
    r"""Take the boilerplate of its outlet out of a cleaned article.

    Args:
        cleaned: What `clean_article` made.
        keys: `boilerplate_paragraphs(...)[outlet]`.

    >>> cleaned = Cleaned("Oslo gives.\nKeep our newsroom open.", ())
    >>> without_boilerplate(cleaned, frozenset([paragraph_key("Keep our newsroom open.")])).body
    'Oslo gives.'
    >>> without_boilerplate(cleaned, frozenset()).body == cleaned.body
    True
    """
    paragraphs = cleaned.body.split("\n")
    edges = {*range(2), *range(max(0, len(paragraphs) - 5), len(paragraphs))}
    out = {i for i in edges if i < len(paragraphs) and paragraph_key(paragraphs[i]) in keys}
    if not out or len(out) == len(paragraphs):
        return cleaned
    body = "\n".join(text for i, text in enumerate(paragraphs) if i not in out)
    removed = tuple(Removed("boilerplate", paragraphs[i]) for i in sorted(out))
    return Cleaned(body, (*cleaned.removed, *removed), cleaned.dateline)


def paragraph_key(paragraph: str) -> str:
    """Return what two paragraphs share that differ in digits, case and white space only.

    >>> paragraph_key("© 2024  The Post") == paragraph_key("© 2025 the Post")
    True
    >>> paragraph_key("Oslo gives.") == paragraph_key("Oslo gave.")
    False
    """
    return blake2b(_plain(paragraph).encode(errors="replace"), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return " ".join(_DIGITS.sub("0", text).casefold().split())


def _edges(body: str) -> set[str]:
    paragraphs = body.split("\n")
    near = paragraphs if len(paragraphs) <= 7 else [*paragraphs[:2], *paragraphs[-5:]]
    return {paragraph_key(text) for text in near if len(text) <= _LONGEST and len(_WORD.findall(text)) >= 3}


def _habits(counts: Mapping[str, int], total: int) -> frozenset[str]:
    least = max(_MIN_TIMES, _MIN_SHARE * total)
    return frozenset(key for key, times in counts.items() if total >= _MIN_ARTICLES and times >= least)
