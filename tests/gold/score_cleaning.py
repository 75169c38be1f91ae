"""Measure cleaning against data/sample/GOLD/cleaning.toml.

python -m tests.gold.score_cleaning
"""

import sys
import tomllib
from pathlib import Path

from analysis.config import SAMPLE
from analysis.corpus.clean import clean_article
from analysis.corpus.load import load_articles
from analysis.records import Article


def measure() -> dict[str, float]:
    """Return cleaning of the sample, in shares of 0 to 1.

    Returns:
        `cleaning_recall`: passages of the gold (dirt, datelines apart) that are
        out of the body; `cleaning_roles`: of those kept in `removed`, the share
        with the role of the gold; `cleaning_wrong`: characters of bodies removed
        that the gold does not name; `dateline_recall`: datelines of the gold
        found; `dateline_wrong`: datelines found that the gold does not name.
    """
    counts = _counts()
    return {
        "cleaning_recall": counts["out"] / counts["dirt"],
        "cleaning_roles": counts["role"] / counts["kept"],
        "cleaning_wrong": counts["wrong"] / counts["chars"],
        "dateline_recall": counts["lines_found"] / counts["lines"],
        "dateline_wrong": counts["lines_wrong"] / counts["lines"],
    }


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of; characters are no independent cases."""
    counts = _counts()
    return {
        "cleaning_recall": counts["dirt"],
        "cleaning_roles": counts["kept"],
        "dateline_recall": counts["lines"],
        "dateline_wrong": counts["lines"],
    }


def _counts() -> dict[str, int]:
    gold = {entry["article"]: entry["removed"] for entry in _gold()}
    counts = dict.fromkeys(("dirt", "out", "kept", "role", "chars", "wrong", "lines", "lines_found", "lines_wrong"), 0)
    for article in load_articles(SAMPLE, on_problem=lambda _: None):
        _compare(article, gold.get(article.url or "", gold.get(Path(article.source_file).name, [])), counts)
    return counts


def misses() -> list[str]:
    """Return what differs from the gold, a line each."""
    found: list[str] = []
    gold = {entry["article"]: entry["removed"] for entry in _gold()}
    for article in load_articles(SAMPLE, on_problem=lambda _: None):
        name = article.url or Path(article.source_file).name
        wanted = gold.get(article.url or "", gold.get(Path(article.source_file).name, []))
        cleaned = clean_article(article.body)
        removed = (*article.removed, *cleaned.removed)
        for passage in wanted:
            if passage["role"] == "dateline":
                continue
            if passage["starts"] in cleaned.body:
                found.append(f"{name}: still in the body: {passage}")
            roles = [item.role for item in removed if item.text.startswith(passage["starts"])]
            if roles and passage["role"] not in roles:
                found.append(f"{name}: role {roles}, gold {passage}")
        starts = [passage["starts"] for passage in wanted]
        found += [f"{name}: not in gold: {item}" for item in removed if not _named(item.text, starts)]
        lines = [passage["starts"] for passage in wanted if passage["role"] == "dateline"]
        if bool(lines) != bool(cleaned.dateline) or not _same_line(cleaned.dateline, lines):
            found.append(f"{name}: dateline {cleaned.dateline!r}, gold {lines}")
    return found


def _gold() -> list[dict]:
    return tomllib.loads((SAMPLE / "GOLD" / "cleaning.toml").read_text(encoding="utf-8"))["article"]


def _named(text: str, starts: list[str]) -> bool:
    return any(text.startswith(start) or start.startswith(text) for start in starts)


def _same_line(line: str | None, wanted: list[str]) -> bool:
    return line is None or any(start.startswith(line) for start in wanted)


def _compare(article: Article, wanted: list[dict], counts: dict[str, int]) -> None:
    cleaned = clean_article(article.body)
    removed = (*article.removed, *cleaned.removed)
    starts = [passage["starts"] for passage in wanted]
    for passage in wanted:
        if passage["role"] == "dateline":
            continue
        counts["dirt"] += 1
        counts["out"] += passage["starts"] not in cleaned.body
        roles = [item.role for item in removed if item.text.startswith(passage["starts"])]
        counts["kept"] += bool(roles)
        counts["role"] += passage["role"] in roles
    counts["chars"] += len(article.body)
    counts["wrong"] += sum(len(item.text) for item in removed if not _named(item.text, starts))
    lines = [passage["starts"] for passage in wanted if passage["role"] == "dateline"]
    counts["lines"] += bool(lines)
    counts["lines_found"] += bool(lines and cleaned.dateline and _same_line(cleaned.dateline, lines))
    counts["lines_wrong"] += bool(cleaned.dateline and not (lines and _same_line(cleaned.dateline, lines)))


if __name__ == "__main__":
    for line in misses():
        sys.stdout.write(line + "\n")
    for name, value in measure().items():
        sys.stdout.write(f"{name}: {value:.4f}\n")
