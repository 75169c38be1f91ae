"""Paragraphs that an outlet prints under many of its articles.

Found over the corpus, per outlet, so that no list has to know them: "Help keep
our newsroom open", a standing description of the paper, a list of contacts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from analysis.records import Article, Cleaned, Removed

MIN_ARTICLES = 5  # fewer say nothing about habits
_MIN_SHARE = 0.05  # of the outlet's articles ...
_MIN_TIMES = 4  # ... and never fewer than this
_FIRST, _LAST = 2, 5  # paragraphs that are the edges of an article
_LONGEST = 600  # characters; a longer text that recurs is copy, not furniture
_MOST_KEYS = 200_000  # counted for one outlet before those are forgotten ...
_RARE_SHARE = 0.01  # ... that fewer of its articles print
_DIGITS = re.compile(r"\d+")
# Where figures are what is reported: money, and shares of something.
_COUNTED = re.compile(r"[$€£¥₹₽₴%]|\b(?:hundred|thousand|million|billion|trillion|lakh|crore|percent|per cent)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")


class Habits:
    """Counts the paragraphs at the edges of articles, outlet by outlet.

    Memory is a few digests an article, and no more than `_MOST_KEYS` an outlet.
    """

    def __init__(self) -> None:
        self._seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._totals: Counter[str] = Counter()
        self._stories: set[tuple[str, str]] = set()

    def add(self, outlet: str | None, body: str, taken: Iterable[str] = ()) -> None:
        """Count one article; `taken` are the recurring paragraphs that were taken out of it before."""
        if not outlet:
            return
        stories = {(outlet, mark) for mark in _story_marks(body)}
        told_before = not stories.isdisjoint(self._stories)
        self._stories |= stories
        if told_before:
            return
        self._totals[outlet] += 1
        counts = self._seen[outlet]
        counts.update(_edges(body) | {paragraph_key(text) for text in taken})
        if len(counts) > _MOST_KEYS:
            least = _RARE_SHARE * self._totals[outlet]
            self._seen[outlet] = Counter({key: times for key, times in counts.items() if times >= least})

    def found(self) -> dict[str, frozenset[str]]:
        """Return outlet -> keys of its boilerplate paragraphs; outlets without any are left out."""
        found = {outlet: _habits(counts, self._totals[outlet]) for outlet, counts in self._seen.items()}
        return {outlet: keys for outlet, keys in found.items() if keys}


def boilerplate_paragraphs(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Find the paragraphs that recur across an outlet's articles.

    A paragraph counts once an article and once a story: articles that open with
    the same words, or share the longest paragraph between their edges, are one
    story told again. It is boilerplate where at least 5 % of the outlet's
    stories, and at least four, print it among their first two or last five
    paragraphs (speakers' lines and headings recur in the middle). Digits are
    not looked at, so that "© 2024" and "© 2025" are one, unless they count
    money or percentages: a desk that fills in new figures reports. One pass.

    Args:
        articles: Cleaned or as read, of any number of outlets, in any order.

    Returns:
        Outlet -> keys of its boilerplate paragraphs, as `paragraph_key` makes
        them; outlets without any are left out.

    >>> boilerplate_paragraphs([])
    {}
    """
    habits = Habits()
    for article in articles:
        habits.add(article.outlet, article.body)
    return habits.found()


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
    edges = {*range(_FIRST), *range(max(0, len(paragraphs) - _LAST), len(paragraphs))}
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
    >>> paragraph_key("Oslo gives €5 million.") == paragraph_key("Oslo gives €6 million.")
    False
    """
    return blake2b(_plain(paragraph).encode(errors="replace"), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    same = text if _COUNTED.search(text) else _DIGITS.sub("0", text)
    return " ".join(same.casefold().split())


def _story_marks(body: str) -> set[str]:
    """Digests that two tellings of one story share: of the opening, and of the longest inner paragraph."""
    paragraphs = body.split("\n")
    inner = max(paragraphs[_FIRST:-_LAST], key=len, default="")
    return {paragraph_key(text) for text in (body[:400], inner) if text}


def _edges(body: str) -> set[str]:
    paragraphs = body.split("\n")
    near = paragraphs if len(paragraphs) <= _FIRST + _LAST else [*paragraphs[:_FIRST], *paragraphs[-_LAST:]]
    return {paragraph_key(text) for text in near if len(text) <= _LONGEST and len(_WORD.findall(text)) >= 3}


def _habits(counts: Mapping[str, int], total: int) -> frozenset[str]:
    least = max(_MIN_TIMES, _MIN_SHARE * total)
    return frozenset(key for key, times in counts.items() if total >= MIN_ARTICLES and times >= least)
