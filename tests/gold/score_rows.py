"""Compare claims with rows in the manner of a tracker's coders: terse notes, one figure of each judged.

    python tests/gold/score_rows.py [FILE ...] [--errors N]

A row of `rows.jsonl` is {id, text, announced, donor, donor_named, amount,
currency, kind}: invented notes in the style of the Ukraine Support Tracker
(Trebesch et al., Kiel Working Paper 2218), `donor` an ISO 3166 alpha-3 code or
an id of the register, `amount` in whole units. Other figures of the text are not
labelled. A row is found where a claim of it, counted or not, has its amount
within half a per cent and its currency, as the original or as a conversion;
where the text names the donor, it is right when such a claim has that too.
`measure()` gives what `make gate` pins, of the files of `PINNED`.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from analysis.money.pledges import find_pledges

HERE = Path(__file__).resolve().parent
ROWS = HERE / "rows.jsonl"
# What stands before the names of a file's measures, and the file. Register one with its floors.
PINNED = {
    "": ROWS,
    "late_": HERE / "rows_late.jsonl",
    "more_": HERE / "rows_more.jsonl",
    "unseen_": HERE / "rows_unseen.jsonl",
    "slips_": HERE / "rows_slips.jsonl",
    "fresh_": HERE / "rows_fresh.jsonl",
}
_TOLERANCE = Decimal("0.005")
Row = dict[str, Any]
Reader = Callable[[str, date | None], Iterable[Any]]


@dataclass
class Tally:
    """Rows right and all, and the figures of claims that stand in no text."""

    rows: int = 0
    found: int = 0
    named: int = 0
    named_found: int = 0
    named_right: int = 0
    claims: int = 0
    invented: int = 0
    misses: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Give the shares of 0 to 1 by name; `invented_wrong` is a ceiling."""
        return {
            "amount_recall": self.found / max(self.rows, 1),
            "named_recall": self.named_right / max(self.named, 1),
            "named_donor": self.named_right / max(self.named_found, 1),
            "invented_wrong": self.invented / max(self.claims, 1),
        }

    def totals(self) -> dict[str, int]:
        """Say what each of the shares is a share of."""
        return {
            "amount_recall": self.rows,
            "named_recall": self.named,
            "named_donor": self.named_found,
            "invented_wrong": self.claims,
        }


def measure() -> dict[str, float]:
    """Give the shares of every pinned file, each between 0 and 1."""
    return {f"{prefix}{name}": value for prefix, tally in _pinned() for name, value in tally.shares().items()}


def cases() -> dict[str, int]:
    """Count what each share of `measure` is a share of."""
    return {f"{prefix}{name}": total for prefix, tally in _pinned() for name, total in tally.totals().items()}


def _pinned() -> Iterator[tuple[str, Tally]]:
    return ((prefix, tally(load(path))) for prefix, path in PINNED.items() if path.exists())


def load(path: Path = ROWS) -> list[Row]:
    """Read the rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_claims(text: str, published: date | None) -> Iterable[Any]:
    """Find claims as a user would."""
    return find_pledges(text, published_at=published)


def tally(rows: Iterable[Row], read: Reader = read_claims) -> Tally:
    """Judge what a reader finds in each row."""
    result = Tally()
    for row in rows:
        published = date.fromisoformat(row["announced"]) if row["announced"] else None
        _judge(row, [claim for claim in read(row["text"], published) if claim.amount is not None], result)
    return result


def _judge(row: Row, claims: list[Any], result: Tally) -> None:
    right = [claim for claim in claims if has(claim.amount, row)]
    donor_right = any(claim.donor == row["donor"] for claim in right)
    result.rows += 1
    result.found += bool(right)
    result.claims += len(claims)
    result.invented += sum(claim.amount.text not in row["text"] for claim in claims)
    if row["donor_named"]:
        result.named += 1
        result.named_found += bool(right)
        result.named_right += donor_right
    if not right or (row["donor_named"] and not donor_right):
        read = [(claim.donor, claim.amount.text, claim.exclude_reason) for claim in claims]
        result.misses.append(
            f"{row['id']} {row['donor']} {row['amount']:.0f} {row['currency']} | {row['text']} | {read}"
        )


def has(amount: Any, row: Row) -> bool:
    """Whether an amount, or its conversion, is a row's."""
    return any(_same(figure, row) for figure in _figures(amount))


def _figures(amount: Any) -> Iterator[Any]:
    yield amount
    yield from amount.equivalents


def _same(amount: Any, row: Row) -> bool:
    """Whether one bound of an amount is the row's, in the row's currency."""
    want = Decimal(str(row["amount"]))
    bounds = [bound for bound in (amount.low, amount.high) if bound is not None]
    return amount.currency == row["currency"] and any(abs(bound - want) <= _TOLERANCE * want for bound in bounds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[ROWS])
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for chosen in options.files:
        scored = tally(load(chosen))
        print(f"# {chosen.name}: {scored.rows} rows, {scored.named} with the donor named, {scored.claims} claims")  # noqa: T201
        for name, share in scored.shares().items():
            print(f"{name} {share:.3f}")  # noqa: T201
        for miss in scored.misses[: options.errors]:
            print("   ", miss)  # noqa: T201
