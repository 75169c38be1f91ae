"""Measure the reader on writers' passages with weights fitted without them, and keep what it gave.

    python tests/gold/held_out.py [FOLD ...]      measure; all folds take some ten minutes
    python tests/gold/held_out.py --write         measure all, and write tests/gold/unseen.csv

The weights of `classifier` and `ranker` and the encoder are fitted on annotated text, so that figures on that
text say nothing. Here the passages of each fold of the writers are read with weights that saw all other
sources and none of those writers: rules, weights, the encoder and all, as on new text. It needs scikit-learn
(see `fitting.py`) and the graphs that `fit_encoder.py` names. What is kept is for `calibrate.py`: score, reason,
whether that was right, and whether the register knows who gives.
"""

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import fit_claims  # noqa: E402
import fit_encoder  # noqa: E402
import fit_forms  # noqa: E402
import fit_parties  # noqa: E402
import fit_reasons  # noqa: E402
import fit_texts  # noqa: E402
import score_passages  # noqa: E402
import score_pledges as scorer  # noqa: E402

from analysis.money.pledges import scored_claims  # noqa: E402
from analysis.money.weighing import classifier, left_out, of_text, ranker  # noqa: E402
from analysis.money.weighing.confidence import giver_of  # noqa: E402

KEPT = HERE / "unseen.csv"
Row = tuple[str, float, str, int, str]  # reading, score, reason, right, giver


@contextmanager
def without(fold: Sequence[str], examples: Sequence[fit_claims.Example], roles: fit_parties.Roles) -> Iterator[None]:
    """Read with weights that were fitted without a fold of the writers."""
    about = fit_texts.table_of([one for one in _texts() if one.source not in fold])
    reasons = [one for one in _left_out() if one.source not in fold]
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        tables = {fit_claims: "TABLE", fit_forms: "FORMS", fit_parties: "TABLE"}
        homes = {fit_claims: (classifier, "TABLE"), fit_forms: (classifier, "FORMS"), fit_parties: (ranker, "TABLE")}
        for fit, constant in tables.items():
            path = folder / f"{fit.__name__}.csv"
            home, its = homes[fit]
            stack.enter_context(mock.patch.object(fit, constant, path))
            stack.enter_context(mock.patch.object(home, its, path))
        stack.enter_context(mock.patch.object(of_text, "_table", return_value=about))
        left = [one for one in examples if one.source not in fold]
        path = folder / f"{fit_reasons.__name__}.csv"
        stack.enter_context(mock.patch.object(fit_reasons, "TABLE", path))
        stack.enter_context(mock.patch.object(left_out, "TABLE", path))
        fit_reasons.write(reasons)
        fit_claims.write(left)
        fit_forms.write(left)
        fit_parties.write({role: [one for one in found if one.source not in fold] for role, found in roles.items()})
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    for table in (classifier._table, classifier._forms, ranker._table, of_text.log_odds, left_out._table):
        table.cache_clear()


@cache
def _texts() -> list[fit_texts.Text]:
    return fit_texts.texts()


@cache
def _left_out() -> list[fit_reasons.Example]:
    return fit_reasons.examples()


def judged(writer: str) -> Iterator[Row]:
    """Give every amount of a writer as the reader has it now."""
    for passage in score_passages.passages(writer):
        claims = scored_claims(passage["text"], published_at=score_passages.day_of(passage))
        for gold, claim in score_passages.paired(passage, claims):
            if claim is None:
                continue
            gives, counted = gold["reason"] in scorer.COUNTED, claim.exclude_reason in scorer.COUNTED
            right = gives == counted
            if gives and counted and "donor" in gold:
                right = scorer.field_right({"donor": claim.donor}, gold, "donor")
            yield f"passages/{writer}", claim.confidence, claim.exclude_reason, int(right), giver_of(claim.donor)


def main() -> None:
    """Measure, and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--writers", nargs="+", default=fit_encoder.apart(), help="measure these alone")
    parser.add_argument("folds", nargs="*", type=int, default=range(len(fit_encoder.folds())))
    options = parser.parse_args()
    examples, roles = fit_claims.examples(), fit_parties.roles()
    total: Counter[str] = Counter()
    of: Counter[str] = Counter()
    kept: list[Row] = []
    for fold in (fit_encoder.folds()[number] for number in options.folds):
        with without(fold, examples, roles):
            for writer in (one for one in fold if one in options.writers):
                with fit_encoder.without(writer):
                    tallies = score_passages.tallies([writer])
                    kept += judged(writer)
                total.update({name: right for name, (right, _) in tallies.items()})
                of.update({name: n for name, (_, n) in tallies.items()})
                _print(writer, tallies)
    _print("all", {name: (total[name], n) for name, n in of.items()})
    if options.write:
        _keep(kept)


def _print(name: str, tallies: dict[str, tuple[int, int]]) -> None:
    shares = score_passages.shares(tallies)
    print(name, *(f"{measure.removeprefix('claims_')} {share:.3f}" for measure, share in shares.items()))  # noqa: T201


def _keep(rows: Sequence[Row]) -> None:
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["reading", "score", "reason", "right", "giver"])
        writer.writerows(rows)
    print(f"wrote {len(rows)} claims to {KEPT.name}")  # noqa: T201


if __name__ == "__main__":
    main()
