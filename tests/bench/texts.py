"""Measure the readers of a text beside TextBlob: megabytes and sentences a second of one core.

    python -m tests.bench.texts [--out docs/benchmarks.md]

Everything reads the same texts in one process. TextBlob is timed again between
the others, and each is compared with the TextBlob beside it, because a machine
that does other work is not equally fast from minute to minute.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from tests.bench._page import put_section
from tests.bench.amounts import ROOT, speed_texts

_FEW = 60  # texts that TextBlob reads, and the finder of names
_SENTENCES = 300
_BATCH = 20  # texts annotated together
_TARGETS = ROOT / "tests" / "cases" / "target_sentiment.jsonl"

PAGE = """
| reader | MB/s | x TextBlob |
| --- | --- | --- |
{rows}

| tone toward a target | sentences/s |
| --- | --- |
{targets}

- MB/s: millions of characters a second of processor time, one core, over {what}; the best of two passes. TextBlob,
  which is `TextBlob(text).sentiment`, and `find_names` read the first {few} texts. Each is compared with the TextBlob
  that was timed just before and after it.
- Whole annotation is what `newsbook ingest` does with a text once it is cleaned: mentions, sentence scores by TextBlob
  and VADER, amounts, claims, and the Arrow tables of all four.
- `score_target` one at a time and `score_targets` in batches, over {sentences} sentences of `tests/cases`, one thread.

Machine: {machine}, Python {python}. Ratios carry over to other machines; rates do not."""


def rate_of(read: Callable[[str], object], texts: list[str]) -> float:
    """Give the characters a processor second, in millions."""
    return rate_of_all(lambda every: [read(text) for text in every], texts)


def rate_of_all(read: Callable[[list[str]], object], texts: list[str]) -> float:
    """Give the same of what reads all texts in one call."""
    read(texts[:1])
    began = time.process_time()
    read(texts)
    return sum(map(len, texts)) / (time.process_time() - began) / 1e6


def annotate_all(texts: list[str]) -> None:
    """Annotate texts in batches, as `newsbook ingest` does."""
    from analysis.briefing.annotators import annotators
    from analysis.corpus.annotate import _Job, annotate_batch

    own = annotators()
    for first in range(0, len(texts), _BATCH):
        batch = enumerate(texts[first : first + _BATCH], first)
        annotate_batch(own, [_Job((str(number),), "h", date(2024, 3, 1), text) for number, text in batch])


def readers() -> dict[str, Callable[[list[str]], float]]:
    """Give for each reader, by name, what measures it."""
    import analysis

    names = ("find_amounts", "find_pledges", "find_mentions", "score_text", "clean_article")
    measured = {name: partial(rate_of, getattr(analysis, name)) for name in names}
    measured["find_names"] = lambda texts: rate_of(analysis.find_names, texts[:_FEW])
    measured["whole annotation"] = partial(rate_of_all, annotate_all)
    return measured


def measure(texts: list[str]) -> list[tuple[str, float, float]]:
    """Give name, MB/s and the ratio to TextBlob of each reader."""
    from textblob import TextBlob

    def blob(text: str) -> object:
        return TextBlob(text).sentiment

    before = rate_of(blob, texts[:_FEW])
    found = [("TextBlob", before, 1.0)]
    for name, rate in readers().items():
        best = max(rate(texts) for _ in range(2))
        after = rate_of(blob, texts[:_FEW])
        found.append((name, best, best / ((before + after) / 2)))
        before = after
    return found


def target_rates() -> Iterable[tuple[str, float]]:
    """Give how many sentences a second are scored toward a target, one at a time and in batches."""
    from analysis import score_target, score_targets

    rows = map(json.loads, _TARGETS.read_text(encoding="utf-8").splitlines())
    asked = [(row["sentence"], named["start"], named["end"]) for row in rows for named in row["targets"][:1]]
    asked = asked[:_SENTENCES]
    score_target(*asked[0])
    began = time.process_time()
    for one in asked:
        score_target(*one)
    yield "score_target, one at a time", len(asked) / (time.process_time() - began)
    began = time.process_time()
    list(score_targets(asked))
    yield "score_targets, in batches", len(asked) / (time.process_time() - began)


def main() -> None:
    """Run everything and write the section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    args = parser.parse_args()
    texts, what = speed_texts()
    rows = "\n".join(f"| {name} | {rate:.2f} | {ratio:.1f} |" for name, rate, ratio in measure(texts))
    targets = "\n".join(f"| {name} | {rate:.0f} |" for name, rate in target_rates())
    sys.stdout.write(f"{rows}\n{targets}\n")
    words = PAGE.format(
        rows=rows,
        targets=targets,
        what=what,
        few=_FEW,
        sentences=_SENTENCES,
        machine=f"{platform.machine()}, {platform.system()}",
        python=platform.python_version(),
    )
    put_section(args.out, "Texts", words)


if __name__ == "__main__":
    main()
