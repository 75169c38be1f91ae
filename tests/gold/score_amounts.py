"""Score any reader of money against `amounts.jsonl`: precision, recall, F1, qualifiers.

Knows nothing of `analysis.money`: it takes a function from text to figures, so
that peers are measured by the same rule. Every figure of the gold counts once,
a printed conversion as a figure of its own. A figure is right when its currency
is the gold's and its values are: one of its bounds for a single value, both for
a range of two.

The articles written for the gold (tests/gold/articles and the like) state
amounts as printed words only: there, a figure is right where it overlaps them.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from folders import WRITTEN  # noqa: E402

GOLD = HERE / "amounts.jsonl"
ARTICLES = {f"{name}_": HERE / name for name in WRITTEN}


@dataclass(frozen=True)
class Figure:
    """A figure as any reader can state it."""

    values: tuple[Decimal, ...]  # one value, or the bounds of an interval, open ends left out
    currency: str
    qualifier: str = ""  # empty where the reader has none, or for a conversion


def load(path: Path = GOLD) -> list[dict[str, Any]]:
    """Return the annotated sentences: {text, gold}."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wanted(row: dict[str, Any]) -> list[Figure]:
    """Return the figures of one annotated sentence, conversions after their original."""
    figures = []
    for gold in row["gold"]:
        figures.append(Figure(_values(gold["low"], gold["high"]), gold["currency"], gold["qualifier"]))
        figures += [Figure(_values(each["low"], each["low"]), each["currency"]) for each in gold["equivalents"]]
    return figures


def _values(low: str | None, high: str | None) -> tuple[Decimal, ...]:
    found = [Decimal(value) for value in (low, high) if value is not None and Decimal(value) != 0]
    return tuple(dict.fromkeys(found))


def same(found: Figure, gold: Figure) -> bool:
    """Whether a figure is right: the currency, and one value or both of a range."""
    if found.currency != gold.currency:
        return False
    hits = [any(_near(value, other) for other in found.values) for value in gold.values]
    return all(hits) if len(gold.values) == 2 else any(hits)


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) / 1000


def score(read: Callable[[str], Iterable[Figure]], rows: list[dict[str, Any]]) -> dict[str, float]:
    """Precision, recall and F1 of a reader, and the share of its right figures with the right qualifier."""
    right, extra, missed, hedged, hedged_right = tally(read, rows)
    precision, recall = right / ((right + extra) or 1), right / ((right + missed) or 1)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / ((precision + recall) or 1), 4),
        "qualifier": round(hedged_right / (hedged or 1), 4),
    }


def tally(read: Callable[[str], Iterable[Figure]], rows: list[dict[str, Any]]) -> tuple[int, int, int, int, int]:
    """Count the figures that are right, not in the gold, and missed; those with a qualifier, and with the right one."""
    right = extra = missed = hedged = hedged_right = 0
    for row in rows:
        unused = list(read(row["text"]))
        for gold in wanted(row):
            hit = next((figure for figure in unused if same(figure, gold)), None)
            if hit is None:
                missed += 1
                continue
            unused.remove(hit)
            right += 1
            if gold.qualifier:
                hedged += 1
                hedged_right += hit.qualifier == gold.qualifier
        extra += len(unused)
    return right, extra, missed, hedged, hedged_right


def read_ours(text: str) -> list[Figure]:
    """`find_amounts` as figures."""
    from analysis import find_amounts

    figures = []
    for amount in find_amounts(text):
        figures.append(Figure(_bounds(amount.low, amount.high), amount.currency, amount.qualifier))
        figures += [Figure(_bounds(each.low, each.high), each.currency) for each in amount.equivalents]
    return figures


def _bounds(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(value for value in (low, high) if value))


def in_articles(folder: Path) -> tuple[int, int, int]:
    """Count the amounts of a folder of articles that are found, found though none is printed, and missed."""
    from analysis import clean_article, find_amounts, load_articles

    listed = tomllib.loads((folder / "amounts.toml").read_text(encoding="utf-8"))["article"]
    printed = {entry["article"]: entry["amounts"] for entry in listed}
    right = extra = missed = 0
    for article in load_articles(folder / "articles.jsonl"):
        body = clean_article(article.body).body
        gold = _places(body, printed[article.url])
        found = [(amount.start, amount.end) for amount in find_amounts(body)]
        hits = sum(any(_overlap(place, span) for span in found) for place in gold)
        right, missed = right + hits, missed + len(gold) - hits
        extra += sum(not any(_overlap(place, span) for place in gold) for span in found)
    return right, extra, missed


def _places(body: str, printed: list[str]) -> list[tuple[int, int]]:
    """Locate the printed words, each behind the one before."""
    places, at = [], 0
    for words in printed:
        start = body.index(words, at)
        at = start + len(words)
        places.append((start, at))
    return places


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measure() -> dict[str, float]:
    """Return the figures the gate holds against `[amounts]` of floors.toml."""
    scored = score(read_ours, load())
    for prefix, folder in ARTICLES.items():
        if folder.is_dir():
            right, extra, missed = in_articles(folder)
            scored[f"{prefix}precision"] = round(right / ((right + extra) or 1), 4)
            scored[f"{prefix}recall"] = round(right / ((right + missed) or 1), 4)
    return scored


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of."""
    right, extra, missed, hedged, _ = tally(read_ours, load())
    counted = {"precision": right + extra, "recall": right + missed, "qualifier": hedged}
    for prefix, folder in ARTICLES.items():
        if folder.is_dir():
            right, extra, missed = in_articles(folder)
            counted |= {f"{prefix}precision": right + extra, f"{prefix}recall": right + missed}
    return counted
