"""Compare claims and ledger with the hand-made gold of the sample corpus.

    python tests/gold/score_pledges.py [--errors N]

The gold (data/sample/GOLD) was written by a reader who had not seen the code.
Copies are taken from the gold too, so that this measures claims and ledger
alone. `measure()` gives the figures that `make gate` pins.
"""

import argparse
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.corpus.clean import clean_article
from analysis.corpus.load import load_articles
from analysis.corpus.rows import claim_row
from analysis.money.ledger import merge_claims
from analysis.money.pledges import find_pledges
from analysis.schemas import ARTICLES, CLAIMS

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
_COUNTED = ("", "part")
Row = dict[str, Any]


@dataclass
class Sample:
    """The sample's claims and ledger beside the gold."""

    claims: list[Row]
    ledger: list[Row]
    gold: list[Row]
    excluded: list[Row]
    misses: list[str] = field(default_factory=list)


def measure() -> dict[str, float]:
    """Give the figures, each between 0 and 1: `claims_*` on claims, `ledger_*` on pledges."""
    return {**claim_figures(sample()), **ledger_figures(sample())}


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of."""
    tallies = {**claim_tallies(sample()), **ledger_tallies(sample())}
    return {name: total for name, (_, total) in tallies.items()}


@cache
def sample() -> Sample:
    """Read, find and merge once."""
    gold = [_with_ids(pledge) for pledge in _toml("pledges.toml")["pledge"]]
    excluded = _toml("not_counted.toml")["amount"]
    articles, claims = _read()
    frame = CLAIMS.frame([{k: v for k, v in row.items() if k != "key"} for row in claims])
    ledger = merge_claims(frame, articles).astype(object)
    ledger = ledger.where(ledger.notna(), None)
    return Sample(claims, ledger.to_dict("records"), gold, excluded)


# The gold was written before the register: these are the same things under their register ids.
_IDS = {"pacific-islands": "PACIFIC"}


def _with_ids(pledge: Row) -> Row:
    ids = [" ".join(_IDS.get(code, code) for code in pledge[name].split()) for name in ("donor", "recipient")]
    return {**pledge, "donor": ids[0], "recipient": ids[1]}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "GOLD" / name).read_text(encoding="utf-8"))


def _read() -> tuple[pd.DataFrame, list[Row]]:
    stories = {key: story["members"][0] for story in _toml("copies.toml")["story"] for key in story["members"]}
    rows, claims = [], []
    files = sorted(path for path in SAMPLE.iterdir() if path.suffix in (".jsonl", ".txt", ".html"))
    for article in (found for path in files for found in load_articles(path)):
        name = Path(article.source_file).name
        key = article.url if name.endswith(".jsonl") and article.url else name
        body = clean_article(article.body).body
        rows.append({**_article_row(article), "story_id": stories.get(key, key), "article_id": key, "body": body})
        day = article.published_at.date() if article.published_at else None
        for number, claim in enumerate(find_pledges(body, published_at=day)):
            claims.append(
                {
                    **dict.fromkeys(CLAIMS.names),
                    **claim_row(claim),
                    "claim_id": f"{key}#{number}",
                    "article_id": key,
                    "key": key,
                }
            )
    return ARTICLES.frame(rows), claims


def _article_row(article: Any) -> Row:
    row = {name: getattr(article, name) for name in ARTICLES.names}
    return {**row, "removed": "[]"}


def _number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _bare(text: str) -> str:
    return "".join(ch for ch in text.lower() if ch.isalnum())


def _same_figure(row: Row, gold: Row) -> bool:
    """Whether a claim or pledge has the gold's money, or its goods where it has no money."""
    low, high = _number(gold.get("low")), _number(gold.get("high"))
    if gold.get("currency"):
        was = _number(gold.get("was"))
        figures = [value for value in (row["low"], row["high"]) if value is not None]
        wanted = [value for value in (low, high) if value]
        fits = row["currency"] == gold["currency"] and any(f in wanted for f in figures)
        return fits or (was is not None and row["currency"] == gold["currency"] and was in figures)
    count = gold.get("in_kind", {}).get("count")
    return (
        row["currency"] is None
        and row["in_kind_count"] is not None
        and count == f"{row['in_kind_count'].normalize():f}"
    )


def claim_figures(s: Sample) -> dict[str, float]:
    """Precision and recall of counting, and the share of right fields where a counted claim was found."""
    return _shares(claim_tallies(s))


def _shares(tallies: dict[str, tuple[int, int]]) -> dict[str, float]:
    return {name: right / max(total, 1) for name, (right, total) in tallies.items()}


def claim_tallies(s: Sample) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure of claims."""
    hits = wrong = missed = reason_right = reason_all = 0
    fields = {name: [0, 0] for name in ("donor", "recipient", "instrument")}
    gold_keys = {(a["article"], _bare(a["text"])): a["reason"] for a in s.excluded}
    for claim in s.claims:
        reason = _gold_reason(gold_keys, claim)
        if claim["currency"] is None:
            continue
        counts = claim["exclude_reason"] in _COUNTED
        pledge = next((g for g in s.gold if claim["key"] in g["reports"] and _same_figure(claim, g)), None)
        if reason is not None:
            wrong += counts
            reason_all += not counts
            reason_right += not counts and claim["exclude_reason"] == reason
            if counts or claim["exclude_reason"] != reason:
                _miss(s, f"gold says {reason}", claim)
        elif pledge is not None and (counts or claim["exclude_reason"] in ("restatement", "proposed")):
            hits += 1
            for name, tally in fields.items():
                right = _field_right(claim, pledge, name)
                tally[0] += right
                tally[1] += 1
                if not right:
                    _miss(s, f"{name} {claim[name]} should be {pledge.get(name)}", claim)
        elif pledge is not None:
            missed += 1
            _miss(s, f"gold counts it ({pledge['id']})", claim)
        else:
            wrong += counts
            _miss(s, "gold does not know it", claim)
    return {
        "claims_precision": (hits, hits + wrong),
        "claims_recall": (hits, hits + missed),
        "claims_reason": (reason_right, reason_all),
        **{f"claims_{name}": (right, n) for name, (right, n) in fields.items()},
    }


def _gold_reason(keys: dict[tuple[str, str], str], claim: Row) -> str | None:
    text = _bare(claim["text"])
    fits = [(len(words), why) for (article, words), why in keys.items() if article == claim["key"] and words in text]
    return max(fits)[1] if fits else None


def _field_right(claim: Row, pledge: Row, name: str) -> bool:
    want = pledge.get(name) or None
    if name == "recipient":
        return set((claim[name] or "").split()) == set((want or "").split())
    return bool(claim[name] == want)


def _miss(s: Sample, what: str, claim: Row) -> None:
    roles = ", ".join(str(claim[name]) for name in ("donor", "recipient", "instrument", "status", "exclude_reason"))
    s.misses.append(f"{what} | {claim['text']} | {roles} | {claim['sentence'][:260]} | {claim['key'][-45:]}")


def ledger_figures(s: Sample) -> dict[str, float]:
    """Precision and recall of the ledger, and status, sector and parent of the pledges found."""
    return _shares(ledger_tallies(s))


def ledger_tallies(s: Sample) -> dict[str, tuple[int, int]]:
    """Right ones and all, by measure of the ledger."""
    free = list(s.ledger)
    tally = {name: [0, 0] for name in ("status", "sector", "instrument", "parent", "articles")}
    found = 0
    for gold in s.gold:
        row = next((r for r in free if _same_pledge(r, gold)), None)
        if row is None:
            what = [gold["id"], gold["donor"], gold.get("low"), gold.get("currency"), gold.get("in_kind")]
            s.misses.append(f"LEDGER lacks {what} -> {gold['recipient']}")
            continue
        free.remove(row)
        found += 1
        right = {
            "status": row["status"] == gold["status"],
            "sector": row["sector"] == gold["sector"],
            "instrument": row["instrument"] == gold["instrument"],
            "parent": (row["parent_id"] is not None) == ("part_of" in gold),
            "articles": row["articles"] == len(gold["reports"]),
        }
        for name, ok in right.items():
            tally[name][0] += ok
            tally[name][1] += 1
            if not ok:
                want = gold.get(name, len(gold["reports"]))
                s.misses.append(f"LEDGER {gold['id']} {name}: {row.get(name)} should be {want} | {row['amount_text']}")
    for row in free:
        first = json.loads(row["claim_ids"])[0]
        s.misses.append(
            f"LEDGER extra {row['donor']} {row['amount_text']} -> {row['recipient']} {row['status']} {first}"
        )
    return {
        "ledger_precision": (found, len(s.ledger)),
        "ledger_recall": (found, len(s.gold)),
        **{f"ledger_{name}": (right, n) for name, (right, n) in tally.items()},
    }


def _same_pledge(row: Row, gold: Row) -> bool:
    recipients = set((row["recipient"] or "").split()) == set((gold["recipient"] or "").split())
    return row["donor"] == gold["donor"] and recipients and _same_figure(row, {**gold, "was": None})


def _lines(figures: dict[str, float]) -> Iterable[str]:
    return (f"{name} {value:.3f}" for name, value in figures.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for line in _lines(measure()):
        print(line)  # noqa: T201
    for miss in sample().misses[: options.errors]:
        print("   ", miss)  # noqa: T201
