"""Score merging by itself: the ledger of claims that are read without a fault.

    python tests/gold/score_merging.py [--errors N] [--folder FOLDER]

What `score_pledges.py` says of the ledger holds the faults of reading too. Here
every claim is given what the gold says of its amount: who gives and receives, the
kind, the stage, whether it counts. An amount that was not read becomes a claim,
one that the gold does not know is dropped, and so are pledges without a claim
(goods that were not read). What the ledger still gets wrong, merging got wrong.
`measure()` gives what `make gate` pins, of every corpus.
"""

import argparse
import sys
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import score_pledges as scorer

from analysis.corpus.sentences import split_sentences
from analysis.money.amounts import find_amounts
from analysis.money.ledger import merge_claims
from analysis.money.merging.reports import RANK
from analysis.schemas import CLAIMS

Row = dict[str, Any]
_LATER = ("restatement", "proposed", "conditional")


def measure() -> dict[str, float]:
    """Give the shares of every corpus, each between 0 and 1, with the prefix of `score_pledges`."""
    return {name: right / max(total, 1) for name, (right, total) in _tallies().items()}


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of."""
    return {name: total for name, (_, total) in _tallies().items()}


@cache
def _tallies() -> dict[str, tuple[int, int]]:
    """Merge every corpus once, for its shares and for what they are shares of."""
    merged = {prefix: gold_sample(scorer.CORPORA[prefix]) for prefix in scorer.present()}
    return {
        f"{prefix}{name}": pair for prefix, one in merged.items() for name, pair in scorer.ledger_tallies(one).items()
    }


def gold_sample(folder: Path) -> scorer.Sample:
    """Give a corpus with the claims of its gold, and the ledger they make."""
    read = scorer.sample(folder)
    articles, _ = scorer.read(folder)
    bodies = dict(zip(articles["article_id"], articles["body"], strict=True))
    claims = [*read.claims, *_unread(read, bodies)]
    told = [row for row in (_as_gold(read, claim) for claim in claims) if row is not None]
    frame = CLAIMS.frame([{name: value for name, value in row.items() if name != "key"} for row in told])
    ledger = merge_claims(frame, articles).astype(object)
    rows = ledger.where(ledger.notna(), None).to_dict("records")
    known = [pledge for pledge in read.gold if any(scorer.gold_pledge(read, row) is pledge for row in told)]
    return scorer.Sample(told, rows, known, read.excluded, read.amounts)


def _unread(read: scorer.Sample, bodies: dict[str, str]) -> list[Row]:
    """Make bare claims of the printed amounts that no claim was read of."""
    found = []
    for article, body in bodies.items():
        taken = {claim["start_char"] for claim in read.claims if claim["key"] == article}
        sentences = split_sentences(body)
        starts = [sentence.start for sentence in sentences]
        for number, amount in enumerate(find_amounts(body)):
            if amount.start in taken or any(amount.start <= at < amount.end for at in taken):
                continue
            found.append(
                {
                    **dict.fromkeys(CLAIMS.names),
                    **{name: getattr(amount, name) for name in ("low", "high", "currency", "certainty", "qualifier")},
                    "claim_id": f"{article}#a{number}",
                    "article_id": article,
                    "key": article,
                    "per": amount.per,
                    "years": amount.years,
                    "equivalents": "[]",
                    "sentence": sentences[bisect_right(starts, amount.start) - 1].text,
                    "start_char": amount.start,
                    "end_char": amount.end,
                    "text": amount.text,
                    "exclude_reason": "other",
                    "earmark": "unearmarked",
                    "polarity": "actual",
                    "status": "pledged",
                    "confidence": 0.5,
                }
            )
    return found


def _as_gold(read: scorer.Sample, claim: Row) -> Row | None:
    """Give a claim what the gold says of it; None where the gold does not know it."""
    reason = scorer.gold_reason(read, claim)
    if reason is not None:
        known = {"instrument": "unknown", "sector": "other"}
        return {**claim, **{name: claim[name] or value for name, value in known.items()}, "exclude_reason": reason}
    pledge = scorer.gold_pledge(read, claim)
    return None if pledge is None else _of_pledge(read, claim, pledge)


def _of_pledge(read: scorer.Sample, claim: Row, pledge: Row) -> Row:
    row = {**claim, **{name: pledge[name] for name in ("donor_level", "instrument", "sector")}}
    if not (pledge["donor"] == "various" and " " in (claim["donor"] or "")):
        row["donor"] = pledge["donor"]
    row["donor_text"] = claim["donor_text"] or row["donor"]
    row["recipient"] = pledge["recipient"] or None
    row["recipient_text"] = row["recipient"] and (claim["recipient_text"] or row["recipient"])
    last = claim["key"] == pledge["reports"][-1]
    row["status"] = pledge["status"] if last else _stage(claim["status"], pledge["status"])
    row["purpose"] = claim["purpose"] or pledge.get("purpose")
    row["exclude_reason"] = _reason(read, claim, pledge)
    return row


def _stage(read: str | None, gold: str) -> str:
    """Give the stage as it was read, where the gold's, the furthest of all reports, is no earlier one."""
    return read if read in RANK and gold in RANK and RANK[read] <= RANK[gold] else gold


def _reason(read: scorer.Sample, claim: Row, pledge: Row) -> str:
    if claim["exclude_reason"] in _LATER and scorer.is_later(read, claim, pledge):
        return str(claim["exclude_reason"])
    whole = next((other for other in read.gold if other["id"] == pledge.get("part_of")), None)
    return "part" if whole is not None and claim["key"] in whole["reports"] else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--folder", type=Path, action="append")
    options = parser.parse_args()
    for chosen in options.folder or [scorer.CORPORA[prefix] for prefix in scorer.present()]:
        merged = gold_sample(chosen)
        print(f"# {chosen.name}")  # noqa: T201
        for name, (right, total) in scorer.ledger_tallies(merged).items():
            print(f"{name} {right / max(total, 1):.3f}  {right} of {total}")  # noqa: T201
        for miss in merged.misses[: options.errors]:
            print("   ", miss)  # noqa: T201
