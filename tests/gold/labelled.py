"""Annotated amounts beside what a part of the reader saw of them, for the fits of its weights.

Sources are the golds that have been looked at (their figures say little of new text, their words
do), the sentences of tests/cases, and the passages of writers who had
not seen the rules.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score_passages  # noqa: E402
import score_pledges as scorer  # noqa: E402
from folders import LOOKED_AT  # noqa: E402

from analysis.money.pledges import find_pledges  # noqa: E402
from analysis.records import Claim  # noqa: E402

TUNED = ("sample", *LOOKED_AT)
CASES = ("claims", "parties")  # files of sentences in tests/cases, each a rule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Labelled(Generic[T]):
    """An amount: where it is from, what was seen of it, the gold's gift where it counts, and why where it does not."""

    source: str
    known: T
    counts: bool
    gold: dict[str, Any] | None
    reason: str


def labelled(seen: dict[int, T], writers: Iterable[str] | None = None) -> Iterator[Labelled[T]]:
    """Read every source, of passages those of all writers or of some.

    `seen` is filled while a text is read, by the offset of the amount.
    """
    yield from _folders(seen)
    yield from _cases(seen)
    yield from of_passages(seen, score_passages.annotated() if writers is None else writers)


def _folders(seen: dict[int, T]) -> Iterator[Labelled[T]]:
    for name in TUNED:
        told: list[T | None] = []  # of every claim of the folder, in order

        def find(body: str, published_at: date | None = None, into: list[T | None] = told) -> list[Claim]:
            seen.clear()
            claims = find_pledges(body, published_at=published_at)
            into += [seen.get(claim.start) for claim in claims]
            return claims

        with mock.patch.object(scorer, "find_pledges", find):
            s = scorer.sample.__wrapped__(scorer.SAMPLE if name == "sample" else HERE / name)
        for claim, known in zip(s.claims, told, strict=True):
            out, pledge = scorer.gold_reason(s, claim), scorer.gold_pledge(s, claim)
            later = claim["exclude_reason"] in scorer.LATER and pledge is not None
            if claim["currency"] is not None and known and not later and (out is not None or pledge is not None):
                yield Labelled(name, known, out is None, pledge if out is None else None, out or "")


def _cases(seen: dict[int, T]) -> Iterator[Labelled[T]]:
    for name in CASES:
        for line in (HERE.parent / "cases" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            seen.clear()
            claims = [claim for claim in find_pledges(case["text"]) if claim.amount is not None]
            start = claims[case.get("claim", 0)].start if claims else -1
            if start in seen:
                reason = case.get("exclude_reason", "")
                counts = reason in scorer.COUNTED
                yield Labelled(name, seen[start], counts, case if counts else None, reason)


def of_passages(seen: dict[int, T], writers: Iterable[str]) -> Iterator[Labelled[T]]:
    """Read the passages of writers."""
    for writer in writers:
        for passage in score_passages.passages(writer):
            seen.clear()
            claims = find_pledges(passage["text"], published_at=score_passages.day_of(passage))
            for gold, claim in score_passages.paired(passage, claims):
                if claim is not None and claim.start in seen:
                    counts = gold["reason"] in scorer.COUNTED
                    yield Labelled(writer, seen[claim.start], counts, gold if counts else None, gold["reason"])
