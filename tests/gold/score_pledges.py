"""Compare claims and ledger with the hand-made gold, corpus by corpus.

    python tests/gold/score_pledges.py [--errors N] [--folder FOLDER]

The corpora were annotated by readers who had not seen the code: the sample
(data/sample, with GOLD beside it), and the articles written for the gold, to
develop on and to measure on (`folders.py`, which says of each which it is). Copies are taken
from the gold too, so that this measures claims and ledger alone. `measure()`
gives the figures that `make gate` pins: `claims_*` and `ledger_*` of the sample,
the same with the folder's name before them of the others, and with `unseen_` of all
those together that nobody has developed on. `--folder` measures another folder of that form.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from folders import UNSEEN, WRITTEN  # noqa: E402

from analysis.corpus.clean import clean_article  # noqa: E402
from analysis.corpus.load import load_articles  # noqa: E402
from analysis.corpus.rows import claim_row  # noqa: E402
from analysis.money.ledger import merge_claims  # noqa: E402
from analysis.money.pledges import find_pledges  # noqa: E402
from analysis.schemas import ARTICLES, CLAIMS  # noqa: E402

SAMPLE = HERE.parents[1] / "data" / "sample"
# What stands before the names of a corpus' measures, and its articles.
CORPORA = {"": SAMPLE} | {f"{name}_": HERE / name for name in WRITTEN}
COUNTED = ("", "part")
# A later report of a pledge is rightly read as one of these.
LATER = ("restatement", "proposed")
Row = dict[str, Any]
Tallies = dict[str, tuple[int, int]]


@dataclass
class Sample:
    """Claims and ledger of a corpus beside its gold."""

    claims: list[Row]
    ledger: list[Row]
    gold: list[Row]
    excluded: list[Row]
    amounts: dict[str, list[str]]
    misses: list[str] = field(default_factory=list)


def measure() -> dict[str, float]:
    """Give the figures, each between 0 and 1: `claims_*` on claims, `ledger_*` on pledges, by corpus."""
    return {f"{prefix}{name}": value for prefix, counts in _counted().items() for name, value in shares(counts).items()}


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of; F1 is a share of nothing."""
    return {f"{prefix}{name}": total for prefix, counts in _counted().items() for name, (_, total) in counts.items()}


def _counted() -> dict[str, Tallies]:
    """Count by what stands before the names: each corpus that is here, and those together that nobody developed on."""
    counts = {prefix: tallies(sample(CORPORA[prefix])) for prefix in present()}
    unseen = [counts[f"{name}_"] for name in UNSEEN if f"{name}_" in counts]
    return counts | {"unseen_": together(unseen)} if unseen else counts


def together(corpora: Iterable[Tallies]) -> Tallies:
    """Add up the tallies of several corpora, measure by measure.

    >>> together([{"claims_recall": (1, 2)}, {"claims_recall": (3, 4)}])
    {'claims_recall': (4, 6)}
    """
    totals: dict[str, tuple[int, int]] = {}
    for counts in corpora:
        for name, (right, total) in counts.items():
            before = totals.get(name, (0, 0))
            totals[name] = before[0] + right, before[1] + total
    return totals


def present() -> list[str]:
    """List the prefixes of the corpora that are here: the blind half may be kept elsewhere."""
    return [prefix for prefix, folder in CORPORA.items() if folder.is_dir()]


def figures(folder: Path) -> dict[str, float]:
    """Shares of one corpus, and the F1 of counting and of the ledger."""
    return shares(tallies(sample(folder)))


def shares(counts: Tallies) -> dict[str, float]:
    """Give what is right of all there is, and the F1 of precision and recall."""
    found = {name: right / max(total, 1) for name, (right, total) in counts.items()}
    for name in ("claims", "ledger"):
        precision, recall = found[f"{name}_precision"], found[f"{name}_recall"]
        found[f"{name}_f1"] = 2 * precision * recall / ((precision + recall) or 1)
    return found


def tallies(s: Sample) -> Tallies:
    """Right ones and all, by measure; writes the misses anew."""
    s.misses.clear()
    return {**claim_tallies(s), **ledger_tallies(s)}


@cache
def sample(folder: Path = SAMPLE) -> Sample:
    """Read, find and merge the articles of a folder once."""
    gold = [_with_ids(pledge) for pledge in _toml(folder, "pledges.toml")["pledge"]]
    excluded = _toml(folder, "not_counted.toml")["amount"]
    amounts = {entry["article"]: entry["amounts"] for entry in _toml(folder, "amounts.toml")["article"]}
    articles, claims = read(folder)
    frame = CLAIMS.frame([{k: v for k, v in row.items() if k != "key"} for row in claims])
    ledger = merge_claims(frame, articles).astype(object)
    ledger = ledger.where(ledger.notna(), None)
    return Sample(claims, ledger.to_dict("records"), gold, excluded, amounts)


# The gold was written before the register: these are the same things under their register ids.
_IDS = {"pacific-islands": "PACIFIC"}


def _with_ids(pledge: Row) -> Row:
    ids = [" ".join(_IDS.get(code, code) for code in pledge[name].split()) for name in ("donor", "recipient")]
    return {**pledge, "donor": ids[0], "recipient": ids[1]}


def _toml(folder: Path, name: str) -> dict[str, Any]:
    gold = folder / "GOLD" if (folder / "GOLD").is_dir() else folder
    return tomllib.loads((gold / name).read_text(encoding="utf-8"))


def _stories(folder: Path) -> dict[str, str]:
    """First member of each story by article; an article of the gold's own halves is a copy of none."""
    listed = _toml(folder, "copies.toml")["story"] if (folder / "GOLD").is_dir() else []
    return {key: story["members"][0] for story in listed for key in story["members"]}


def read(folder: Path) -> tuple[pd.DataFrame, list[Row]]:
    """Give the articles of a folder, copies known, and the claims found in them."""
    stories = _stories(folder)
    rows, claims = [], []
    for article in (found for path in files(folder) for found in load_articles(path)):
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


def files(folder: Path) -> list[Path]:
    """List the files of a folder that hold articles."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".jsonl", ".txt", ".html"))


def _article_row(article: Any) -> Row:
    row = {name: getattr(article, name) for name in ARTICLES.names}
    return {**row, "removed": "[]"}


def _number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _holds(text: str, words: str) -> bool:
    """Whether the printed words stand in a claim's text, not within a longer number."""
    bare = "".join(words.lower().split())
    return re.search(rf"(?<![\d.,]){re.escape(bare)}(?!\d|[.,]\d)", "".join(text.lower().split())) is not None


def _same_figure(row: Row, gold: Row) -> bool:
    """Whether a claim or pledge has the gold's money, or its goods where it has no money."""
    low, high = _number(gold.get("low")), _number(gold.get("high"))
    if gold.get("currency"):
        found = [value for value in (row["low"], row["high"]) if value is not None]
        wanted = [value for value in (low, high, *map(_number, (gold.get("was"), gold.get("annual")))) if value]
        return row["currency"] == gold["currency"] and any(f in wanted for f in found)
    count = gold.get("in_kind", {}).get("count")
    return (
        row["currency"] is None
        and row["in_kind_count"] is not None
        and count == f"{row['in_kind_count'].normalize():f}"
    )


def claim_tallies(s: Sample) -> Tallies:
    """Right ones and all, by measure of claims."""
    counts = dict.fromkeys(("hit", "wrong", "missed", "reason", "excluded"), 0)
    fields = {name: [0, 0] for name in ("donor", "recipient", "instrument", "status")}
    for claim in (claim for claim in s.claims if claim["currency"] is not None):
        reason = gold_reason(s, claim)
        counted = claim["exclude_reason"] in COUNTED
        pledge = gold_pledge(s, claim)
        if reason is not None:
            right = claim["exclude_reason"] == reason
            counts["wrong"] += counted and not right
            counts["excluded"] += right or not counted
            counts["reason"] += right
            if not right:
                _miss(s, f"gold says {reason}", claim)
        elif pledge is not None and (counted or (claim["exclude_reason"] in LATER and is_later(s, claim, pledge))):
            counts["hit"] += 1
            _tally_fields(s, claim, pledge, fields)
        elif pledge is not None:
            counts["missed"] += 1
            _miss(s, f"gold counts it ({pledge['id']})", claim)
        else:
            # A printed amount of a pledge, read as another figure, is both wrong and missed.
            counts["wrong"] += counted
            counts["missed"] += printed(s, claim) is not None
            _miss(s, "gold does not know the figure", claim)
    counts["missed"] += _unread(s)
    return {
        "claims_precision": (counts["hit"], counts["hit"] + counts["wrong"]),
        "claims_recall": (counts["hit"], counts["hit"] + counts["missed"]),
        "claims_reason": (counts["reason"], counts["excluded"]),
        **{f"claims_{name}": (right, n) for name, (right, n) in fields.items()},
    }


def gold_pledge(s: Sample, claim: Row) -> Row | None:
    """Find the pledge of the article with the claim's figure; of two, the one with its donor and recipient."""
    fits = [g for g in s.gold if claim["key"] in g["reports"] and _same_figure(claim, g)]
    roles = ("donor", "recipient")
    return max(fits, key=lambda g: sum(field_right(claim, g, name) for name in roles), default=None)


def is_later(s: Sample, claim: Row, pledge: Row) -> bool:
    """Whether the pledge is told by another claim that counts, so that this one may be no news."""
    return any(
        other is not claim
        and other["exclude_reason"] in COUNTED
        and other["key"] in pledge["reports"]
        and _same_figure(other, pledge)
        for other in s.claims
    )


def _unread(s: Sample) -> int:
    """Count the printed amounts of pledges that no claim is made of."""
    missed = 0
    for article, printed in s.amounts.items():
        left_out = {row["text"] for row in s.excluded if row["article"] == article}
        texts = [claim["text"] for claim in s.claims if claim["key"] == article]
        lost = [w for w in printed if w not in left_out and not any(_holds(t, w) or _holds(w, t) for t in texts)]
        missed += len(lost)
        s.misses += [f"no claim is made of it | {words} | {article[-45:]}" for words in lost]
    return missed


def _tally_fields(s: Sample, claim: Row, pledge: Row, fields: dict[str, list[int]]) -> None:
    for name, tally in fields.items():
        # The gold has the latest stage: another report of the pledge may rightly have an earlier one.
        if name == "status" and (len(pledge["reports"]) > 1 or claim["exclude_reason"] in LATER):
            continue
        right = field_right(claim, pledge, name)
        tally[0] += right
        tally[1] += 1
        if not right:
            _miss(s, f"{name} {claim[name]} should be {pledge.get(name)}", claim)


def gold_reason(s: Sample, claim: Row) -> str | None:
    """Why the gold leaves out the claim's amount: the longest printed one, where its text holds several."""
    words = printed(s, claim)
    reasons = (row["reason"] for row in s.excluded if row["article"] == claim["key"] and row["text"] == words)
    return next(reasons, None)


def printed(s: Sample, claim: Row) -> str | None:
    """Find the longest amount of the gold that stands in the claim's text."""
    held = [words for words in s.amounts.get(claim["key"], []) if _holds(claim["text"], words)]
    return max(held, key=len, default=None)


def field_right(claim: Row, pledge: Row, name: str) -> bool:
    """Whether a field of a claim is as the gold has it; receivers in any order."""
    want = pledge.get(name) or None
    if name == "recipient":
        return set((claim[name] or "").split()) == set((want or "").split())
    return _same_donor(claim[name], want) if name == "donor" else bool(claim[name] == want)


def _same_donor(found: str | None, want: str | None) -> bool:
    """Whether a giver is the gold's, which says "various" where several give as one; rows name them all."""
    several = want == "various" and found is not None and " " in found
    return several or found == want


def _miss(s: Sample, what: str, claim: Row) -> None:
    roles = ", ".join(str(claim[name]) for name in ("donor", "recipient", "instrument", "status", "exclude_reason"))
    s.misses.append(f"{what} | {claim['text']} | {roles} | {claim['sentence'][:260]} | {claim['key'][-45:]}")


def ledger_tallies(s: Sample) -> Tallies:
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
    return _same_donor(row["donor"], gold["donor"]) and recipients and _same_figure(row, {**gold, "was": None})


def _lines(found: dict[str, float]) -> Iterable[str]:
    return (f"{name} {value:.3f}" for name, value in found.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--folder", type=Path, action="append")
    options = parser.parse_args()
    for chosen in options.folder or [CORPORA[prefix] for prefix in present()]:
        print(f"# {chosen.name}")  # noqa: T201
        for line in _lines(figures(chosen)):
            print(line)  # noqa: T201
        for miss in sample(chosen).misses[: options.errors]:
            print("   ", miss)  # noqa: T201
