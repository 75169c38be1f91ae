"""Measure mentions against the gold: of the sample, and of the articles written for it.

python tests/gold/score_mentions.py
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from folders import WRITTEN  # noqa: E402

from analysis.config import SAMPLE  # noqa: E402
from analysis.corpus.clean import clean_article  # noqa: E402
from analysis.corpus.load import load_articles  # noqa: E402
from analysis.mentions.find import find_mentions  # noqa: E402
from analysis.mentions.register import default_register  # noqa: E402

TABLES = ("countries", "bodies")
# What stands before the names of a corpus' measures: its articles and its gold.
CORPORA = {"": (SAMPLE, SAMPLE / "GOLD")} | {f"{name}_": (HERE / name, HERE / name) for name in WRITTEN}


def measure() -> dict[str, float]:
    """Mentions of each corpus that is here, in shares of 0 to 1.

    Returns:
        `country_precision` and `country_recall`: occurrences of countries by
        name or demonym, article by article; `body_precision` and `body_recall`:
        occurrences of the bodies that the gold names anywhere. The articles
        written for the gold have the name of their folder before it.
    """
    return {name: right / max(total, 1) for name, (right, total) in _all_tallies().items()}


def cases() -> dict[str, int]:
    """Count the occurrences that each share of `measure` is a share of."""
    return {name: total for name, (_, total) in _all_tallies().items()}


def _all_tallies() -> dict[str, tuple[int, int]]:
    present = [prefix for prefix, (folder, _) in CORPORA.items() if folder.is_dir()]
    return {f"{prefix}{name}": pair for prefix in present for name, pair in _tallies(prefix).items()}


def _tallies(prefix: str) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure."""
    counts = dict.fromkeys(TABLES, (0, 0, 0))
    for _, table, right, extra, missed in _compared(prefix):
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
        for prefix, (folder, _) in CORPORA.items()
        if folder.is_dir()
        for article, table, _, extra, missed in _compared(prefix)
        if extra or missed
    ]


def _compared(prefix: str) -> Iterator[tuple[str, str, Counter[str], Counter[str], Counter[str]]]:
    """Article, table, and the occurrences that are right, not in the gold, and missed."""
    folder, gold_folder = CORPORA[prefix]
    gold = {entry["article"]: entry for entry in _gold(gold_folder)}
    judged = {key for entry in gold.values() for key in entry["bodies"]}
    countries = {e.id for e in default_register().entities if e.kind in ("country", "place") and len(e.id) == 3}
    seen = set()
    files = [path for path in sorted(folder.iterdir()) if path.suffix in (".jsonl", ".txt", ".html")]
    for article in (found for path in files for found in load_articles(path, on_problem=lambda _: None)):
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


def _gold(folder: Path) -> list[dict]:
    return tomllib.loads((folder / "mentions.toml").read_text(encoding="utf-8"))["article"]


if __name__ == "__main__":
    lines = [*misses(), *(f"{name}: {value:.4f}" for name, value in measure().items())]
    sys.stdout.write("\n".join(lines) + "\n")
