"""Measure the grouping of copies against data/sample/GOLD/copies.toml.

python -m tests.gold.score_copies
"""

import itertools
import sys
import tomllib
from pathlib import Path

import pandas as pd

from analysis.config import SAMPLE
from analysis.corpus.clean import clean_article
from analysis.corpus.load import load_articles
from analysis.corpus.syndication import group_copies

Pair = tuple[str, str]


def measure() -> dict[str, float]:
    """Return the agreement of pairs of articles with the gold, in shares of 0 to 1.

    Returns:
        `copies_recall`: pairs of the gold that are grouped; `copies_precision`:
        grouped pairs that are in the gold; `copies_apart`: pairs that the gold
        names as not copies (two reports of one event) that are kept apart.
    """
    gold, apart = _gold()
    found = _found()
    return {
        "copies_recall": len(gold & found) / len(gold),
        "copies_precision": len(gold & found) / len(found) if found else 0.0,
        "copies_apart": len(apart - found) / len(apart),
    }


def cases() -> dict[str, int]:
    """Count the pairs that each share of `measure` is a share of."""
    gold, apart = _gold()
    return {"copies_recall": len(gold), "copies_precision": len(_found()), "copies_apart": len(apart)}


def misses() -> list[str]:
    """Return what differs from the gold, a line each."""
    gold, apart = _gold()
    found = _found()
    lines = [f"not grouped: {a} and {b}" for a, b in sorted(gold - found)]
    lines += [f"grouped, not in gold: {a} and {b}" for a, b in sorted(found - gold)]
    return lines + [f"grouped, written apart: {a} and {b}" for a, b in sorted(found & apart)]


def _gold() -> tuple[set[Pair], set[Pair]]:
    entries = tomllib.loads((SAMPLE / "GOLD" / "copies.toml").read_text(encoding="utf-8"))
    return _pairs(e["members"] for e in entries["story"]), _pairs(e["members"] for e in entries["not_copies"])


def _found() -> set[Pair]:
    articles = [
        (article, clean_article(article.body).body) for article in load_articles(SAMPLE, on_problem=lambda _: None)
    ]
    table = pd.DataFrame(
        {
            # The gold names an article by its address, or by its file where the file is the article.
            "article_id": a.url if a.source_file.endswith(".jsonl") else Path(a.source_file).name,
            "body": body,
            "headline": a.headline,
            "outlet": a.outlet,
            "url": a.url,
            "published_at": a.published_at,
        }
        for a, body in articles
    )
    grouped = group_copies(table)
    return _pairs(sorted(part) for _, part in grouped.groupby("story_id")["article_id"])


def _pairs(groups) -> set[Pair]:
    return {pair for members in groups for pair in itertools.combinations(sorted(members), 2)}


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name} {value:.4f}\n" for name, value in measure().items()))
    sys.stdout.write("".join(f"{line}\n" for line in misses()))
