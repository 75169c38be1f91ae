"""Score names on sentences written here: exact F1 by kind, and text that names nobody.

    python -m tests.gold.score_names [--errors N]

The sentences (tests/cases/names.jsonl) are traps rather than a sample of news,
and share no wording with those the model learned from; one hand wrote both.
Figures on news are in the model card. `measure()` gives what `make gate` pins.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from analysis.mentions.names.find import find_names
from analysis.mentions.names.training.measure import Tally
from analysis.mentions.names.training.rows import Marked

CASES = Path(__file__).parents[1] / "cases" / "names.jsonl"
Row = dict[str, Any]


def load(path: Path = CASES) -> list[Row]:
    """Read the sentences, each with the names in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure() -> dict[str, float]:
    """Measure what the gate holds against `[names]` of floors.toml.

    Exact F1 of `person`, `organization`, `place` and `group`, and `nobody`: the
    share of sentences without a name in which none is found.
    """
    rows = load()
    tally = Tally()
    for row in rows:
        tally.add(found_in(row["text"]), gold_of(row))
    empty = [row for row in rows if not row["names"]]
    clean = sum(not found_in(row["text"]) for row in empty)
    figures = {**tally.f1(), "nobody": clean / len(empty)}
    return {name: round(figure, 4) for name, figure in figures.items()}


def cases() -> dict[str, int]:
    """Count the sentences without a name; an F1 is no share of anything."""
    return {"nobody": sum(not row["names"] for row in load())}


def found_in(text: str) -> list[Marked]:
    """Find names as spans with kinds."""
    return [(name.start, name.end, name.kind) for name in find_names(text)]


def gold_of(row: Row) -> list[Marked]:
    """Place the names of a sentence: they are listed in order."""
    placed, after = [], 0
    for words, kind in row["names"]:
        start = row["text"].index(words, after)
        after = start + len(words)
        placed.append((start, after, kind))
    return placed


def main() -> None:
    """Print the figures, and the misses asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    left = parser.parse_args().errors
    for row in load():
        found, gold = set(found_in(row["text"])), set(gold_of(row))
        if found != gold and left > 0:
            left -= 1
            extra, missed = (
                [(row["text"][a:b], kind) for a, b, kind in sorted(s)] for s in (found - gold, gold - found)
            )
            sys.stdout.write(f"{row['topic']}: {row['text']}\n    extra {extra}, missed {missed}\n")
    sys.stdout.write("".join(f"{name} {figure:.4f}\n" for name, figure in measure().items()))


if __name__ == "__main__":
    main()
