"""A claim as the ledger sees it: who, how much, on which day, in which text.

`merge`, `restated`, `parts`, `whole_sums` and `pools` decide over these; nothing
here decides anything. A report is never changed: what another report adds to it
(the giver of a pledge, the receiver of its whole) makes a new one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.money.convert import missing_to_none, rate_on

# Stages of a gift, earliest first; "cancelled" and "denied" end one at any stage.
RANK = {
    name: rank
    for rank, name in enumerate(
        ["requested", "proposed", "pledged", "committed", "allocated", "approved", "disbursed", "delivered"]
    )
}
_GRANT = re.compile(r"\b(?:grant|gift|donat|non-?(?:repayable|refundable)|free\s+of|humanitarian)", re.IGNORECASE)
SEVERAL = "various"  # a donor of whom the text says only that they are several


@lru_cache(maxsize=1 << 16)
def _codes(words: str | None) -> frozenset[str]:
    return frozenset((words or "").split())


@lru_cache(maxsize=1 << 16)
def _says_grant(sentence: str) -> bool:
    return bool(_GRANT.search(sentence))


@dataclass(frozen=True, slots=True)
class Report:
    """A claim with what merging needs of its article."""

    row: dict[str, Any]
    day: date | None
    story: str
    outlet: str
    ordinal: int  # which of several equal claims of one sentence

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.row["claim_id"])

    @property
    def article(self) -> str:
        """The article's id."""
        return str(self.row["article_id"])

    @property
    def place(self) -> int:
        """Where the words stand in the article."""
        return int(self.row["start_char"])

    @property
    def sentence(self) -> str:
        """The sentence it was read in."""
        return str(self.row["sentence"])

    @property
    def currency(self) -> str | None:
        """The currency; None of a gift in kind without a stated worth."""
        code: str | None = self.row["currency"]
        return code

    @property
    def status(self) -> str:
        """The stage it states."""
        return str(self.row["status"])

    @property
    def instrument(self) -> str | None:
        """The instrument; None where it is not stated, or read as a grant from a word such as "gave" alone."""
        read = str(self.row["instrument"])
        said = read not in ("grant", "unknown") or (read == "grant" and _says_grant(self.sentence))
        return read if said else None

    @property
    def reason(self) -> str:
        """Why it does not count; empty where it does."""
        return str(self.row["exclude_reason"] or "")

    @property
    def value(self) -> Decimal | None:
        """The figure that names the amount: its stated bound."""
        low: Decimal | None = self.row["low"]
        high: Decimal | None = self.row["high"]
        return high if low is None or low == 0 else low

    @property
    def donors(self) -> frozenset[str]:
        """Codes of those who give, one or several jointly; empty where nobody is known."""
        return _codes(self.row["donor"])

    @property
    def recipients(self) -> frozenset[str]:
        """Codes of the recipients; empty where none is known."""
        return _codes(self.row["recipient"])

    @property
    def named(self) -> bool:
        """Whether words of the text name the recipient; else it is what the article is about."""
        return bool(self.recipients) and self.row["recipient_text"] is not None

    def having(self, **fields: object) -> "Report":
        """Give the report with other values in some columns."""
        return replace(self, row={**self.row, **fields})


def before_words(report: Report) -> str:
    """Give the words of the sentence before the amount."""
    return report.sentence[: _cut(report)]


def after_words(report: Report) -> str:
    """Give the words of the sentence after the amount."""
    return report.sentence[_cut(report) + len(str(report.row["text"])) :]


def _cut(report: Report) -> int:
    """Where the amount begins in the sentence: the figure of as many equal ones as its ordinal says."""
    words, at = str(report.row["text"]), -1
    for _ in range(report.ordinal + 1):
        found = report.sentence.find(words, at + 1)
        at = found if found >= 0 else at
    return max(at, 0)


def in_euro(report: Report) -> Decimal | None:
    """Give the figure in euro at the ECB rate of the report's day; None without a day, a sum or a rate."""
    if report.currency is None or report.value is None or report.day is None:
        return None
    found = rate_on(report.currency, "EUR", report.day)
    return None if found is None else report.value / found[0]


def days_between(one: Report, two: Report) -> int | None:
    """Days from the first to the second; None where either has no day."""
    return None if one.day is None or two.day is None else (two.day - one.day).days


def read_reports(claims: pd.DataFrame, articles: pd.DataFrame | None) -> list[Report]:
    """Make reports of a table of claims, in an order that the order of rows does not change.

    Args:
        claims: `schemas.CLAIMS`.
        articles: `schemas.ARTICLES`; without it a claim's `said_on` is its day
            and every article is its own text.
    """
    rows = [{str(name): missing_to_none(value) for name, value in row.items()} for row in claims.to_dict("records")]
    rows.sort(key=lambda row: (str(row["article_id"]), row["start_char"], row["claim_id"]))
    facts = _article_facts(articles)
    numbers = _ordinals(rows)
    return [_report(row, facts, numbers) for row in rows]


def _report(row: dict[str, Any], facts: dict[str, tuple[date | None, str, str]], numbers: dict[str, int]) -> Report:
    said = date.fromisoformat(row["said_on"]) if row["said_on"] else None
    day, story, outlet = facts.get(str(row["article_id"]), (said, str(row["article_id"]), ""))
    return Report(row, day, story, outlet, numbers[row["claim_id"]])


def _article_facts(articles: pd.DataFrame | None) -> dict[str, tuple[date | None, str, str]]:
    """Day, story and outlet of each article."""
    if articles is None:
        return {}
    found = {}
    for row in articles[["article_id", "published_at", "story_id", "outlet"]].to_dict("records"):
        when, story, outlet = (missing_to_none(row[name]) for name in ("published_at", "story_id", "outlet"))
        found[str(row["article_id"])] = (
            when.date() if when is not None else None,
            story or str(row["article_id"]),
            outlet or "",
        )
    return found


def _ordinals(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """For each claim, how many claims of equal donor, recipient and figure its sentence holds before it.

    "500 million for arms and 500 million for schools" are two gifts.
    """
    found: dict[str, int] = {}
    key_of = [
        (str(r["article_id"]), str(r["sentence"]), _key(r), int(r["start_char"]), str(r["claim_id"])) for r in rows
    ]
    counts: dict[tuple[str, str, str], int] = {}
    for article, sentence, key, _, claim_id in sorted(key_of):
        place = (article, sentence, key)
        found[claim_id] = counts.get(place, 0)
        counts[place] = found[claim_id] + 1
    return found


def _key(row: dict[str, Any]) -> str:
    return "|".join(str(row[name]) for name in ("donor", "recipient", "low", "high", "currency", "in_kind_count"))


def most(values: Iterable[str | None]) -> str | None:
    """Give the most frequent value, the first in the alphabet of equals; None where there is none."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
