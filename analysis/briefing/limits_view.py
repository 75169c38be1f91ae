"""What the briefing cannot show: computed from what was left out and assumed."""

import json
from collections import Counter
from dataclasses import dataclass

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import day, is_none, listed, many


@dataclass(frozen=True, slots=True)
class Drop:
    """Files or articles left out for one reason."""

    reason: str
    count: int
    example: str


def show_limits(edition: Edition) -> Fragment:
    """The limits of this briefing, and what ingest left out, by reason."""
    drops = drops_of(edition.runs, edition.store_version)
    return render_part(
        "limits",
        limits=limits_of(edition),
        drops=drops,
        drops_caption="Left out when the articles were read, in all runs up to this version of the store.",
    )


def limits_of(edition: Edition) -> list[str]:
    """Sentences on what the tables cannot show, those that hold for this edition only."""
    return [*_of_corpus(edition), *_of_ledger(edition), *_of_corrections(edition), *_always()]


def _of_corpus(edition: Edition) -> list[str]:
    found = []
    archive = edition.archive
    undated = int(archive["published_at"].isna().sum())
    if undated:
        found.append(
            f"{many(undated, 'article')} in the store {_have(undated)} no date of publication and {_are(undated)} in no count."
        )
    first = archive["published_at"].min()
    if not is_none(first):
        found.append(
            f"The store begins on {day(first)}: a pledge first announced before that day looks new when it is first repeated."
        )
    languages = sorted({str(code) for code in edition.articles["language"].dropna()} - {"en"})
    if languages:
        foreign = int((~edition.articles["language"].isin(["en"]) & edition.articles["language"].notna()).sum())
        found.append(
            f"{many(foreign, 'article')} of the {edition.span} {_are(foreign)} not in English ({listed(languages)}); only English is read."
        )
    nameless = int(edition.articles["outlet"].isna().sum())
    if nameless:
        found.append(f"{many(nameless, 'article')} of the {edition.span} {_have(nameless)} no outlet.")
    return found


def _of_ledger(edition: Edition) -> list[str]:
    new = edition.new_pledges(edition.period)
    found = []
    rateless = new.loc[[not is_none(c) for c in new["currency"]]]
    rateless = rateless.loc[[is_none(best) for best in rateless["best_converted"]]]
    if len(rateless):
        codes = sorted({str(code) for code in rateless["currency"]})
        found.append(
            f"{many(len(rateless), 'new pledge')} in {listed(codes)} {_have(len(rateless))} no rate or no stated sum and {_are(len(rateless))} in no total; the ledger shows them as printed."
        )
    assumed = int((new["certainty"] == "assumed").sum())
    if assumed:
        found.append(
            f"In {many(assumed, 'new pledge')} the text does not say which dollar, pound or crown is meant; the currency is assumed from the outlet or the place."
        )
    nameless = sum(is_none(donor) for donor in new["donor"])
    if nameless:
        found.append(f"In {many(nameless, 'new pledge')} the giver could not be resolved to a country or a body.")
    return found


def _of_corrections(edition: Edition) -> list[str]:
    lost = len(edition.unmatched)
    if not lost:
        return []
    return [
        f"{many(lost, 'correction')} in corrections.csv {'matches' if lost == 1 else 'match'} no claim of this store and changed nothing."
    ]


def _always() -> list[str]:
    return [
        "A pledge is what a text reports. Its sum is not aid given: part of it is never committed, paid or delivered.",
        "Outlets here are those in the store, not the press as a whole; a share is of their articles.",
    ]


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def drops_of(runs: pd.DataFrame, version: int) -> list[Drop]:
    """What the runs up to a store version left out, most frequent reason first."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for row in runs.itertuples(index=False):
        if row.what in ("ingest", "annotate") and row.outcome == "ok" and row.store_version <= version:
            for reason, entry in json.loads(row.tally or "{}").items():
                counts[reason] += int(entry["count"])
                examples.setdefault(reason, str((entry.get("examples") or [""])[0]))
    return [Drop(reason, counts[reason], examples[reason]) for reason in sorted(counts, key=lambda r: (-counts[r], r))]
