"""Measure how copies of real news are found, by what was done to them.

python -m tests.bench.copies [FILE]

Reads news texts beside the checkout (../shared/data/newswire.jsonl, or FILE: one
JSON object with `text` a line), does to each what outlets do to wire copy, and
asks whether the result is grouped with the original. Each text is also compared
with every other, which none is a copy of.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from analysis.corpus import copies
from analysis.corpus.sentences import split_sentences
from analysis.corpus.syndication import group_copies

_NEWS = Path(__file__).parents[2] / ".." / "shared" / "data" / "newswire.jsonl"
_DAY = datetime(2024, 3, 4, 8, tzinfo=UTC)

Change = Callable[[list[str], list[str], random.Random], list[str]]


def _keep(share: float) -> Change:
    return lambda own, _other, _chance: own[: max(1, round(len(own) * share))]


def _extend(share: float) -> Change:
    return lambda own, other, _chance: own + other[: round(len(own) * share)]


def _rewrite(share: float) -> Change:
    """Replace some sentences by those of another text."""

    def change(own: list[str], other: list[str], chance: random.Random) -> list[str]:
        places = set(chance.sample(range(len(own)), round(len(own) * share)))
        return [other[k % len(other)] if k in places else text for k, text in enumerate(own)]

    return change


CHANGES: dict[str, Change] = {
    "word for word": _keep(1),
    "first 75 %": _keep(0.75),
    "first 50 %": _keep(0.5),
    "first 35 %": _keep(0.35),
    "first 25 %": _keep(0.25),
    "and a quarter more": _extend(0.25),
    "and as much again": _extend(1),
    "10 % of sentences replaced": _rewrite(0.1),
    "20 % of sentences replaced": _rewrite(0.2),
    "30 % of sentences replaced": _rewrite(0.3),
    "another text": lambda _own, other, _chance: other,
}


def measure(path: Path = _NEWS) -> dict[str, float]:
    """Return the share of changed texts that are grouped with their original, by change."""
    texts = [[s.text for s in split_sentences(json.loads(line)["text"])] for line in path.open(encoding="utf-8")]
    texts = [text for text in texts if len(text) >= 8]
    found = {}
    for name, change in CHANGES.items():
        chance = random.Random(20240304)  # noqa: S311 - a sample, not a secret
        table = pd.DataFrame(_rows(texts, change, chance))
        grouped = group_copies(table.astype({"published_at": "datetime64[us, UTC]"})).set_index("article_id")[
            "story_id"
        ]
        joined = [grouped[f"{n}a"] == grouped[f"{n}b"] for n in range(len(texts))]
        found[name] = sum(joined) / len(joined)
    return found


def _rows(texts: list[list[str]], change: Change, chance: random.Random) -> Iterator[dict[str, object]]:
    for n, own in enumerate(texts):
        other = texts[(n + 1) % len(texts)]
        for kind, body, hours in (("a", own, 0), ("b", change(own, other, chance), 5)):
            yield {
                "article_id": f"{n}{kind}",
                "body": " ".join(body),
                "headline": f"Title {n} {kind}",
                "outlet": f"Outlet {kind}",
                "url": None,
                "published_at": _DAY + timedelta(hours=hours),
            }


def main(path: str | None = None) -> None:
    """Print the shares at the chosen threshold and around it."""
    chosen = copies.MIN_SHARED
    sys.stdout.write(
        f"{'of the shorter text shared, at least':32}" + "".join(f"{t:8.1f}" for t in (0.4, 0.5, 0.6, 0.7, 0.8)) + "\n"
    )
    columns = []
    for threshold in (0.4, 0.5, 0.6, 0.7, 0.8):
        copies.MIN_SHARED = threshold  # type: ignore[misc]
        columns.append(measure(Path(path) if path else _NEWS))
    copies.MIN_SHARED = chosen  # type: ignore[misc]
    for name in CHANGES:
        sys.stdout.write(f"{name:32}" + "".join(f"{column[name]:8.3f}" for column in columns) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
