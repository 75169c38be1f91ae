"""Measure how far two annotators agree on the same long texts: what a reader can at best be asked for.

    python tests/gold/agreement.py

`tests/gold/passages/again` holds, for texts of `unseen`, the labels of a second annotator, who had the texts,
the list of their amounts and the same written rules, and neither the first labels nor the reader. The first are
taken for right, as they are of the reader; the measures are those of `score_passages`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402

AGAIN = score_passages.PASSAGES / "again"


def writers() -> list[str]:
    """List the writers whose texts were annotated twice."""
    return sorted(path.stem for path in AGAIN.glob("*.jsonl"))


def twice(writer: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give each amount of a writer's texts as the two have it."""
    lines = (AGAIN / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines()
    second = {one["id"]: one["amounts"] for one in map(json.loads, lines)}
    for passage in score_passages.passages(f"unseen/{writer}"):
        yield from zip(passage["amounts"], second[passage["id"]], strict=True)


def tallies(names: list[str]) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure."""
    counts: Counter[str] = Counter()
    for name in names:
        for first, second in twice(name):
            claim: Any = SimpleNamespace(
                exclude_reason=second["reason"],
                **{field: second.get(field) or None for field in score_passages.FIELDS},
            )
            score_passages.tally(first, claim, counts)
    return score_passages.told(counts)


if __name__ == "__main__":
    for names in (*([name] for name in writers()), writers()):
        shares = score_passages.shares(tallies(names))
        print(" ".join(names), *(f"{name.removeprefix('claims_')} {share:.3f}" for name, share in shares.items()))  # noqa: T201
