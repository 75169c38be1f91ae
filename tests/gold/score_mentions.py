"""Measure mentions against data/sample/GOLD/mentions.toml.

python -m tests.gold.score_mentions
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis.config import SAMPLE
from analysis.corpus.clean import clean_article
from analysis.corpus.load import load_articles
from analysis.mentions.find import find_mentions
from analysis.mentions.register import default_register

TABLES = ("countries", "bodies")


def measure() -> dict[str, float]:
    """Mentions of the sample, in shares of 0 to 1.

    Returns:
        `country_precision` and `country_recall`: occurrences of countries by
        name or demonym, article by article; `body_precision` and `body_recall`:
        occurrences of the bodies that the gold names anywhere.
    """
    return {name: right / total for name, (right, total) in _tallies().items()}


def cases() -> dict[str, int]:
    """Count the occurrences that each share of `measure` is a share of."""
    return {name: total for name, (_, total) in _tallies().items()}


def _tallies() -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure."""
    counts = dict.fromkeys(TABLES, (0, 0, 0))
    for _, table, right, extra, missed in _compared():
        before = counts[table]
        counts[table] = (before[0] + right.total(), before[1] + extra.total(), before[2] + missed.total())
    tallies = {}
    for table, name in zip(TABLES, ("country", "body"), strict=True):
        right, extra, missed = counts[table]
        tallies[f"{name}_precision"] = right, right + extra
        tallies[f"{name}_recall"] = right, right + missed
    return tallies


def misses() -> list[str]:
    """List what differs from the gold, a line each."""
    return [
        f"{article}: {table}: not in gold {dict(extra)}, missed {dict(missed)}"
        for article, table, _, extra, missed in _compared()
        if extra or missed
    ]


def _compared() -> Iterator[tuple[str, str, Counter[str], Counter[str], Counter[str]]]:
    """Article, table, and the occurrences that are right, not in the gold, and missed."""
    gold = {entry["article"]: entry for entry in _gold()}
    judged = {key for entry in gold.values() for key in entry["bodies"]}
    countries = {e.id for e in default_register().entities if e.kind in ("country", "place") and len(e.id) == 3}
    seen = set()
    for article in load_articles(SAMPLE, on_problem=lambda _: None):
        key = article.url if article.url in gold else Path(article.source_file).name
        if key not in gold:
            continue
        seen.add(key)
        found = _found(clean_article(article.body).body)
        for table, ids in zip(TABLES, (countries, judged), strict=True):
            have = Counter({entity: n for entity, n in found.items() if entity in ids})
            want = Counter(gold[key][table])
            yield key, table, have & want, have - want, want - have
    lost = sorted(set(gold) - seen)
    assert not lost, f"articles of the gold that were not loaded: {lost}"


def _found(body: str) -> Counter[str]:
    return Counter(m.entity_id for m in find_mentions(body) if m.form != "capital")


def _gold() -> list[dict]:
    return tomllib.loads((SAMPLE / "GOLD" / "mentions.toml").read_text(encoding="utf-8"))["article"]


if __name__ == "__main__":
    lines = [*misses(), *(f"{name}: {value:.4f}" for name, value in measure().items())]
    sys.stdout.write("\n".join(lines) + "\n")
