"""Score tone toward a named target on sentences written here: macro-F1 and calibration.

    python tests/gold/score_sentiment.py [--errors N]

The sentences (tests/cases/target_sentiment.jsonl) share no run of seven words
with those the model learned from, but two hands wrote most of both, and an
early part of the training sentences after 25 misread cases of an earlier model
had been looked at, so the figures flatter somewhat. Those marked `blind` were
written before any model had read them (MODEL_CARD.md says after which training
sentences). One rule: the label is what the
sentence says of the target, so who gives, helps or wins is positive, who
refuses, delays, harms or fails is negative, and who receives, suffers, asks or
is merely there is neutral. `measure()` gives the figures that `make gate` pins.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from analysis.sentiment.measures import LEXICONS
from analysis.sentiment.score import score_sentence
from analysis.sentiment.target import score_targets
from analysis.sentiment.training.measure import calibration_error, macro_f1
from analysis.sentiment.training.rows import read_news

CASES = Path(__file__).parents[1] / "cases" / "target_sentiment.jsonl"
TOPICS = ("aid", "war", "fine", "election")
Row = dict[str, Any]


def load(path: Path = CASES) -> list[Row]:
    """Read the annotated targets, one row each."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [{**row, **target, "several": len(row["targets"]) > 1} for row in rows for target in row["targets"]]


def measure() -> dict[str, float]:
    """Measure what the gate holds against `[sentiment]` of floors.toml.

    `f1` over all, `f1_aid`, `f1_war`, `f1_fine`, `f1_election`, `f1_blind`,
    `f1_quoted`
    (speech in quotation marks), `f1_several` (sentences with several targets),
    `calibrated` (1 less the calibration error, so that higher is better), and
    `clear_right`: the share of right labels among those called clear.
    """
    rows = load()
    scores = score_targets([(row["sentence"], row["start"], row["end"]) for row in rows])
    gold, found = np.array([row["polarity"] for row in rows]), np.array([score.label for score in scores])
    sure = np.array([score.probability for score in scores])
    clear = np.array([score.clear for score in scores])
    parts = {f"f1_{topic}": np.array([row["topic"] == topic for row in rows]) for topic in TOPICS}
    parts["f1_blind"] = np.array([row["blind"] for row in rows])
    parts["f1_quoted"] = np.array([row["quoted"] for row in rows])
    parts["f1_several"] = np.array([row["several"] for row in rows])
    figures = {"f1": macro_f1(gold, found)} | {name: macro_f1(gold[at], found[at]) for name, at in parts.items()}
    figures["calibrated"] = 1 - calibration_error(sure, gold == found)
    figures["clear_right"] = float((gold == found)[clear].mean())
    return {name: round(figure, 4) for name, figure in figures.items()}


def cases() -> dict[str, tuple[int, float, float]]:
    """Give cases and 95 % bounds of the macro-F1 and of the share that is right among the clear.

    Bounds are of 1,000 resamplings of the sentences, with a fixed seed: targets
    of one sentence are not independent, and a macro-F1 is no share of cases.
    """
    rows = load()
    scores = score_targets([(row["sentence"], row["start"], row["end"]) for row in rows])
    gold, found = np.array([row["polarity"] for row in rows]), np.array([score.label for score in scores])
    clear = np.array([score.clear for score in scores])
    _, group = np.unique([row["sentence"] for row in rows], return_inverse=True)
    members = [np.flatnonzero(group == number) for number in range(group.max() + 1)]
    draw = np.random.default_rng(20251012)
    drawn = [
        np.concatenate([members[pick] for pick in draw.integers(0, len(members), len(members))]) for _ in range(1000)
    ]
    f1 = np.percentile([macro_f1(gold[at], found[at]) for at in drawn], [2.5, 97.5])
    right = np.percentile([(gold == found)[at][clear[at]].mean() for at in drawn], [2.5, 97.5])
    return {
        "f1": (len(rows), float(f1[0]), float(f1[1])),
        "clear_right": (int(clear.sum()), float(right[0]), float(right[1])),
    }


def lexicons(news: Path) -> dict[str, float]:
    """Measure the lexicons toward targets they know nothing of, on the articles of NewsMTSC that are set apart."""
    _, apart = read_news(news)
    gold = np.array([row["polarity"] for row in apart])
    scores = [score_sentence(row["sentence"]) for row in apart]
    found = {
        name: np.array([int(np.sign(getattr(score, column) or 0.0)) for score in scores])
        for name, column in LEXICONS.items()
    }
    return {"targets": float(len(gold))} | {name: macro_f1(gold, labels) for name, labels in found.items()}


def main() -> None:
    """Print the figures and, if asked, the targets that are misread."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument(
        "--news", type=Path, help="NewsMTSC as JSON Lines: measure the lexicons on its set-apart articles"
    )
    asked = parser.parse_args()
    shown = asked.errors
    if asked.news:
        sys.stdout.writelines(f"{name:12} {figure:.4f}\n" for name, figure in lexicons(asked.news).items())
        return
    for name, figure in measure().items():
        sys.stdout.write(f"{name:12} {figure:.4f}\n")
    rows = load()
    scores = score_targets([(row["sentence"], row["start"], row["end"]) for row in rows])
    wrong = [(row, score) for row, score in zip(rows, scores, strict=True) if score.label != row["polarity"]]
    for row, score in wrong[:shown]:
        read = f"{row['polarity']:+d} read {score.label:+d} ({score.probability:.2f})"
        sys.stdout.write(f"{read} {row['text']} | {row['sentence']}\n")


if __name__ == "__main__":
    main()
