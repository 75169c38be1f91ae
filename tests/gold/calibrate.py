"""Fit the confidence of claims to what was right on text that no rule was made on, and measure how well it holds.

    python tests/gold/calibrate.py                reliability of what is in use, corpus by corpus
    python tests/gold/calibrate.py --write        fit anew on tests/gold/unseen.csv
    python tests/gold/calibrate.py --keep FOLDER  add the claims of a gold folder to that file

On text that rules were tuned on, or weights fitted, nearly everything is right, and a
share counted there promises too much. `unseen.csv` therefore keeps what the reader gave
on the passages of each writer with weights and an encoder fitted without them (`held_out.py
--write`, which begins it anew), and on golds whose misses nobody has looked at: the score, why the
claim does not count, whether the register knows who gives, and whether that was right; no text.
Keep a gold there once, before looking at its misses; begun anew, those of `folders.UNSEEN` are kept again.

A claim is right where counting it or not is right and, where it counts, donor
and amount are. Of claims that count, the score is mapped to the share of
right claims by isotonic regression (pool adjacent violators), apart for givers that
the register knows and for others: a line that never falls, in blocks of at least
`_LEAST` claims: of fewer, the share says who wrote. Amounts left out go by the reason,
those with fewer than `_LEAST_REASON` claims together. A share is (right + 1) / (claims + 2).
"""

import argparse
import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from statistics import fmean

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_pledges as scorer  # noqa: E402

from analysis.corpus.clean import clean_article  # noqa: E402
from analysis.corpus.load import load_articles  # noqa: E402
from analysis.money.pledges import scored_claims  # noqa: E402
from analysis.money.weighing.confidence import COUNTED, GIVERS, TABLE, chance, giver_of  # noqa: E402

UNSEEN = HERE / "unseen.csv"
_LEAST = 300  # standard error 0.029 at most; there are fewer claims since the encoder has seen most passages
_LEAST_REASON = 10
_BINS = 5
_HEAD = """\
# How often such claims were right, on {n} claims of text that no rule had been made on;
# `share` is (right + 1) / (claims + 2). Written by `python tests/gold/calibrate.py --write`;
# edit nothing here. [[counted]]: claims that count, by the rules' score (right: it is
# a gift, donor and amount as in the gold) and by whether the register knows all who give.
# [[left_out]]: amounts that do not, by reason.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim: the rules' score, why it does not count, whether the gold agrees, and the kind of giver."""

    score: float
    reason: str
    right: bool
    giver: str = GIVERS[0]

    @property
    def chance(self) -> float:
        """The share that the table in use states."""
        return chance(self.score, self.reason, self.giver)


@dataclass(frozen=True, slots=True)
class Block:
    """Claims of neighbouring scores: the sum of their scores, how many they are and how many are right."""

    total: float
    claims: int
    right: int

    @property
    def score(self) -> float:
        """Mean score of the block."""
        return self.total / self.claims

    @property
    def share(self) -> float:
        """Share of right claims, drawn a little towards one half."""
        return (self.right + 1) / (self.claims + 2)

    def __add__(self, other: "Block") -> "Block":
        """Join two blocks."""
        return Block(self.total + other.total, self.claims + other.claims, self.right + other.right)


def judged(folder: Path) -> list[Judged]:
    """Judge every claim of a folder's articles by its gold; goods left out are no claim of anything."""
    s = scorer.sample(folder)
    found = [(row, score, row["exclude_reason"]) for row, score in zip(s.claims, _scores(folder), strict=True)]
    return [
        Judged(score, reason, _is_right(s, row), giver_of(row["donor"]))
        for row, score, reason in found
        if reason in COUNTED or row["currency"] is not None
    ]


def unseen() -> list[Judged]:
    """Read what first runs gave."""
    return [claim for claims in _by_reading().values() for claim in claims]


def held_out() -> str:
    """Tell how well a fit on the other readings holds on each reading, of claims that count."""
    readings = _by_reading()
    told = ["# each reading, by a fit on the others"]
    for name, claims in readings.items():
        rest = [c for other, those in readings.items() if other != name for c in those if c.reason in COUNTED]
        lines = {giver: fit([c for c in rest if c.giver == giver]) for giver in GIVERS}
        pairs = [(_on(lines[c.giver], c.score), c.right) for c in claims if c.reason in COUNTED]
        if pairs:
            stated, right = fmean(x for x, _ in pairs), fmean(ok for _, ok in pairs)
            off = error(reliability(pairs))
            told.append(f"{name}: {len(pairs)} claims, stated {stated:.2f}, right {right:.2f}, error {off:.3f}")
    return "\n".join(told)


def _on(blocks: list["Block"], score: float) -> float:
    """Read a share off the line of some blocks."""
    return float(np.interp(score, [block.score for block in blocks], [block.share for block in blocks]))


def _by_reading() -> dict[str, list[Judged]]:
    readings: dict[str, list[Judged]] = defaultdict(list)
    with UNSEEN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            made = Judged(float(row["score"]), row["reason"], row["right"] == "1", row["giver"])
            readings[row["reading"]].append(made)
    return readings


def keep(folder: Path) -> None:
    """Add what the rules give now on a folder of gold, under its name; a folder is kept once."""
    name = f"tests/gold/{folder.resolve().name}"
    with UNSEEN.open(encoding="utf-8", newline="") as file:
        if any(row["reading"] == name for row in csv.DictReader(file)):
            sys.exit(f"{UNSEEN.name} has {name} already: a first run is kept once.")
    with UNSEEN.open("a", encoding="utf-8", newline="") as file:
        rows = ((name, claim.score, claim.reason, int(claim.right), claim.giver) for claim in judged(folder))
        csv.writer(file, lineterminator="\n").writerows(rows)


def _scores(folder: Path) -> list[float]:
    """Give the rules' own score of each claim, in the order of the scorer's claims."""
    articles = (article for path in scorer.files(folder) for article in load_articles(path))
    return [
        claim.confidence
        for article in articles
        for claim in scored_claims(
            clean_article(article.body).body,
            published_at=article.published_at.date() if article.published_at else None,
        )
    ]


def _is_right(s: "scorer.Sample", row: "scorer.Row") -> bool:
    pledge = scorer.gold_pledge(s, row) if scorer.gold_reason(s, row) is None else None
    if row["exclude_reason"] in COUNTED:
        of_part = row["exclude_reason"] == "part" == scorer.gold_reason(s, row)
        return of_part or (pledge is not None and row["donor"] == pledge["donor"])
    if pledge is not None:
        return row["exclude_reason"] in scorer.LATER and scorer.is_later(s, row, pledge)
    # Left out by both: what the gold gives a reason for, and what it does not hold for money at all.
    return scorer.gold_reason(s, row) is not None or scorer.printed(s, row) is None


def fit(claims: list[Judged]) -> list[Block]:
    """Pool claims by score until shares rise and every block is large enough."""
    by_score: dict[float, list[Judged]] = defaultdict(list)
    for claim in claims:
        by_score[claim.score].append(claim)
    blocks: list[Block] = []
    for score, members in sorted(by_score.items()):
        blocks.append(Block(score * len(members), len(members), sum(claim.right for claim in members)))
        while len(blocks) > 1 and (blocks[-2].claims < _LEAST or blocks[-2].share >= blocks[-1].share):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    while len(blocks) > 1 and blocks[-1].claims < _LEAST:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    return blocks


def table(claims: list[Judged]) -> str:
    """Give the text of the table for what was judged."""
    lines = [_HEAD.format(n=len(claims))]
    for giver in GIVERS:
        line = fit([claim for claim in claims if claim.reason in COUNTED and claim.giver == giver])
        lines += [_row("counted", f'giver = "{giver}"\nscore = {block.score:.4f}', block) for block in line]
    by_reason: dict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        by_reason[claim.reason].append(claim)
    rest = Block(0, 0, 0)
    for reason, members in sorted(by_reason.items()):
        block = Block(0, len(members), sum(claim.right for claim in members))
        if reason not in COUNTED and len(members) >= _LEAST_REASON:
            lines.append(_row("left_out", f'reason = "{reason}"', block))
        elif reason not in COUNTED:
            rest += block
    return "\n".join([*lines, _row("left_out", 'reason = "rest"', rest)])


def _row(name: str, key: str, block: Block) -> str:
    return f"[[{name}]]\n{key}\nshare = {block.share:.4f}\nclaims = {block.claims}\n"


def reliability(pairs: list[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """Give claims, mean stated chance and share right, by fifths of the pairs ordered by stated chance."""
    ordered = sorted(pairs, key=itemgetter(0))
    cuts = [round(len(ordered) * part / _BINS) for part in range(_BINS + 1)]
    bins = [ordered[low:high] for low, high in pairwise(cuts) if high > low]
    return [(len(rows), fmean(x for x, _ in rows), fmean(right for _, right in rows)) for rows in bins]


def error(bins: list[tuple[int, float, float]]) -> float:
    """Weigh the distances of stated chance and share right by claims: the expected calibration error."""
    return sum(n * abs(stated - right) for n, stated, right in bins) / max(sum(n for n, _, _ in bins), 1)


def report(folder: Path) -> str:
    """Tell reliability and calibration error of a folder, for all claims and for those that count."""
    lines = [f"# {folder.name}"]
    everything = judged(folder)
    counted = [claim for claim in everything if claim.reason in COUNTED]
    for name, claims in (("all", everything), ("counted", counted)):
        bins = reliability([(claim.chance, claim.right) for claim in claims])
        raw = error(reliability([(claim.score, claim.right) for claim in claims]))
        lines.append(f"{name}: {len(claims)} claims, error {error(bins):.3f}, of the score itself {raw:.3f}")
        lines += [f"    {n:4d} claims: stated {stated:.2f}, right {right:.2f}" for n, stated, right in bins]
    return "\n".join(lines)


def main() -> None:
    """Fit and write, or report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"fit and write {TABLE.name}")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help=f"add the first run of a gold to {UNSEEN.name}")
    parser.add_argument("--folder", type=Path, action="append", help="report on this folder")
    options = parser.parse_args()
    if options.keep is not None:
        keep(options.keep)
        return
    if options.write:
        TABLE.write_text(table(unseen()), encoding="utf-8")
        return
    for folder in options.folder or [scorer.CORPORA[prefix] for prefix in scorer.present()]:
        sys.stdout.write(report(folder) + "\n")
    sys.stdout.write(held_out() + "\n")


if __name__ == "__main__":
    main()
