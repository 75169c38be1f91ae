"""Group copies: articles that carry one text, in whole or in part.

Texts meet under the bands of their MinHash sketches (`minhash`), pairs that met
are compared in full (`copies`), and whatever hangs together is one story. Each
text meets a bounded number of others, so time is linear in their number. A pair
is judged by its two texts alone: the order of articles changes nothing, and
articles that come later only ever join stories.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from analysis.corpus.copies import MAX_DAYS, MIN_SHARED, Text, are_copies, text_of
from analysis.corpus.identity import normal_url
from analysis.corpus.minhash import N_HASHES, Hashes, bands_of, shingles_of, sketch_all, words_hash, words_of
from analysis.schemas import SIGNATURES

Pairs = Iterable[tuple[str, str]]
ReadTexts = Callable[[Iterable[str]], Iterator[tuple[str, Text]]]

_MIN_WORDS = 8  # two texts of fewer words may be the same by chance: "Watch live."
_ALL_PAIRS = 40  # articles under one band that all meet each other; more meet their neighbours
_SLACK = 0.3  # by which the estimate of a shared part may be wrong, at the least
_PAIRS_AT_ONCE = 4_000  # compared in full with their texts in memory


def group_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Group the copies among `articles`.

    Copies are texts with the same words, and texts of which one keeps most of
    the other's sentences and names. The canonical one, which is counted, is the
    earliest, then the longest, then the one with the lowest id; articles
    without a date come after those with one.

    Args:
        articles: `article_id`, `body`, `headline`, `outlet`, `url`,
            `published_at`; other columns are ignored.

    Returns:
        `article_id`, `story_id` (the canonical article's id), `is_canonical`;
        one row an article, ordered by `article_id`.
    """
    known = articles[["article_id", "published_at"]].merge(sign(articles), on="article_id")
    rows = articles.set_index("article_id")

    def read(ids: Iterable[str]) -> Iterator[tuple[str, Text]]:
        for row in rows.loc[list(ids)].reset_index().itertuples(index=False):
            yield str(row.article_id), text_from(row)

    links = copy_links(known, set(known["article_id"]), read)
    return stories(known, links)


def sign(articles: pd.DataFrame) -> pd.DataFrame:
    """Make the rows of `schemas.SIGNATURES` for `articles`.

    Reads `article_id`, `url` and `body`, and where there are such columns
    `base_id` and `raw_hash`.
    """
    words = [words_of(body) for body in articles["body"]]
    shingles = [shingles_of(each) for each in words]
    ids = articles["article_id"]
    return SIGNATURES.frame(
        {
            "article_id": article_id,
            "base_id": base_id,
            "raw_hash": raw_hash,
            "url_key": normal_url(url if isinstance(url, str) else None),
            "words_hash": words_hash(each),
            "n_words": len(each),
            "n_shingles": len(distinct),
            "minhash": sketch.tobytes(),
        }
        for article_id, base_id, raw_hash, url, each, distinct, sketch in zip(
            ids,
            articles.get("base_id", ids),
            articles.get("raw_hash", [""] * len(ids)),
            articles["url"],
            words,
            shingles,
            sketch_all(shingles),
            strict=True,
        )
    )


def text_from(row: Any) -> Text:
    """Take what is compared from a row with `body`, `headline`, `outlet`, `published_at`, `url`."""
    headline, outlet, url = (value if isinstance(value, str) else None for value in (row.headline, row.outlet, row.url))
    day = None if pd.isna(row.published_at) else row.published_at.date()
    return text_of(row.body, headline, outlet, day, normal_url(url))


def copy_links(known: pd.DataFrame, new: set[str], read: ReadTexts) -> list[tuple[str, str]]:
    """Find the pairs of copies that have an article of `new` in them.

    Args:
        known: `schemas.SIGNATURES` of every article, old and new, with `published_at`.
        new: ids of the articles that were not compared before.
        read: yields the texts of given articles.
    """
    known = known.sort_values("article_id", ignore_index=True)
    is_new = known["article_id"].isin(new).to_numpy()
    same, first = _same_words(known)
    links = [(a, b) for a, b in same if a in new or b in new]
    # Of texts with the same words one goes on to meet the others.
    texts = known.loc[first]
    for batch in _batched(_candidates(texts, is_new[first]), _PAIRS_AT_ONCE):
        needed = {article_id for pair in batch for article_id in pair}
        held = dict(read(sorted(needed)))
        links += [(a, b) for a, b in batch if are_copies(held[a], held[b])]
    return links


def _same_words(known: pd.DataFrame) -> tuple[list[tuple[str, str]], np.ndarray[Any, np.dtype[np.bool_]]]:
    """Links between articles with the same words, and which articles are the first with theirs."""
    enough = known["n_words"] >= _MIN_WORDS
    leader = known.groupby("words_hash")["article_id"].transform("min")
    later = enough & (leader != known["article_id"])
    links = list(zip(leader[later], known.loc[later, "article_id"], strict=True))
    return links, (~later).to_numpy()


def _candidates(texts: pd.DataFrame, is_new: np.ndarray[Any, np.dtype[np.bool_]]) -> list[tuple[str, str]]:
    """Pairs that share a band or an address, with one new article at least, and that may share enough."""
    ids = texts["article_id"].to_numpy(dtype=object)
    sketches = np.frombuffer(b"".join(texts["minhash"]), np.uint32).reshape(len(texts), N_HASHES)
    met: set[tuple[int, int]] = set()
    for keys in bands_of(sketches).T:
        met.update(_meet(keys, is_new))
    pairs = np.array(sorted(met), np.int64).reshape(-1, 2)
    sizes = texts["n_shingles"].to_numpy()
    near = pairs[_near_in_time(texts["published_at"], pairs)]
    likely = near[_may_share(sketches, sizes, near)]
    codes, _ = pd.factorize(texts["url_key"])
    addressed = np.where(codes < 0, -1 - np.arange(len(codes)), codes).astype(np.uint64)
    chosen = {(int(a), int(b)) for a, b in likely} | set(_meet(addressed, is_new))
    return [(str(ids[a]), str(ids[b])) for a, b in sorted(chosen)]


def _meet(keys: Hashes, is_new: np.ndarray[Any, np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    """Pairs of places with the same key, one of them new; places are in the order of ids."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    edges = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True])
    for k in np.flatnonzero(np.diff(edges) > 1):
        group = order[edges[k] : edges[k + 1]]
        reach = len(group) if len(group) <= _ALL_PAIRS else 2
        if is_new[group].any():
            for place, a in enumerate(group):
                for b in group[place + 1 : place + reach]:
                    if is_new[a] or is_new[b]:
                        yield int(a), int(b)


def _near_in_time(
    published_at: "pd.Series[pd.Timestamp]", pairs: np.ndarray[Any, np.dtype[np.int64]]
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether both were published within days of each other, or one is undated: this spares reading the texts."""
    days = published_at.dt.floor("D").to_numpy(dtype="datetime64[D]").astype("int64")
    undated = published_at.isna().to_numpy()
    a, b = pairs.T
    return undated[a] | undated[b] | (np.abs(days[a] - days[b]) <= MAX_DAYS)  # type: ignore[no-any-return]


def _may_share(
    sketches: np.ndarray[Any, np.dtype[np.uint32]],
    sizes: np.ndarray[Any, Any],
    pairs: np.ndarray[Any, np.dtype[np.int64]],
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether the sketches leave it possible that the longer text holds most of the shorter one."""
    likely = np.zeros(len(pairs), bool)
    for start in range(0, len(pairs), 50_000):
        a, b = pairs[start : start + 50_000].T
        similarity = (sketches[a] == sketches[b]).mean(axis=1)
        both = sizes[a] + sizes[b]
        shared = similarity / (1 + similarity) * both / np.maximum(1, np.minimum(sizes[a], sizes[b]))
        likely[start : start + 50_000] = shared >= MIN_SHARED - _SLACK
    return likely


def stories(known: pd.DataFrame, links: Pairs) -> pd.DataFrame:
    """Join what is linked, and choose the canonical article of each story.

    Args:
        known: `article_id`, `published_at`, `n_words`, one row an article.
        links: pairs of ids of copies.

    Returns:
        As `group_copies`.
    """
    ordered = known[["article_id", "published_at", "n_words"]].sort_values(
        ["published_at", "n_words", "article_id"], ascending=[True, False, True], na_position="last"
    )
    rank = {article_id: place for place, article_id in enumerate(ordered["article_id"])}
    leader = {article_id: article_id for article_id in rank}

    def find(article_id: str) -> str:
        while leader[article_id] != article_id:
            leader[article_id] = leader[leader[article_id]]
            article_id = leader[article_id]
        return article_id

    for a, b in links:
        first, second = sorted((find(a), find(b)), key=rank.__getitem__)
        leader[second] = first  # the canonical article always leads
    ids = sorted(rank)
    story = [find(article_id) for article_id in ids]
    grouped = pd.DataFrame({"article_id": pd.Series(ids, dtype="str"), "story_id": pd.Series(story, dtype="str")})
    return grouped.assign(is_canonical=grouped["article_id"] == grouped["story_id"])


def _batched(pairs: list[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    for start in range(0, len(pairs), size):
        yield pairs[start : start + size]
