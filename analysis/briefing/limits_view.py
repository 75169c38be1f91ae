"""What the briefing cannot show: computed from what was left out and assumed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.briefing.accuracy import is_current
from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import day, is_none, listed, many
from analysis.charts.style import rows_of

# The folders of a file that was ingested from outside the working folder: `/srv/news/a.csv row 3: ...`.
_FOLDERS = re.compile(
    r"""
    ^ (?: [A-Za-z]: )? [/\\]        # the root, or a drive
    [^:]* [/\\]                     # folders
    (?= [^/\\:]+ : )                # the file, a row, what was wrong
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Drop:
    """Files or articles left out for one reason."""

    reason: str
    count: int
    example: str


def show_limits(edition: Edition) -> Fragment:
    """Show the limits of this briefing, and what was left out when articles were read, by reason."""
    caption = f"Left out: what could not be read, in any run so far; and articles of this {edition.span} not measured."
    return render_part("limits", limits=limits_of(edition), drops=drops_of(edition.dropped), drops_caption=caption)


def limits_of(edition: Edition) -> list[str]:
    """Write what the tables of this edition cannot show, and what no edition can."""
    stale = [] if is_current() else [_UNMEASURED]
    return [*_of_corpus(edition), *_of_ledger(edition), *_of_corrections(edition), *stale, *_ALWAYS]


_UNMEASURED = (
    "The rules or the register were changed after the accuracy below was measured: it speaks of the earlier ones. "
    "“newsbook gate --update” measures them again."
)
_ALWAYS = (
    "A pledge is what a text reports. Its sum is not aid given: part of it is never committed, paid or delivered.",
    "Outlets here are those in the store, not the press as a whole; a share is of their articles.",
    "Only names in the register are counted; whoever is not in it is not missed by a chart.",
)


def _of_corpus(edition: Edition) -> Iterator[str]:
    archive, articles, span = edition.archive, edition.articles, edition.span
    undated = int(archive["published_at"].isna().sum())
    if undated:
        yield f"{_stand(undated, 'article')} in the store without a date of publication, and in no count."
    first = archive["published_at"].min()
    if not is_none(first):
        yield f"The store begins on {day(first)}: a pledge announced before that looks new when it is first repeated."
    foreign = articles.loc[articles["language"].notna() & (articles["language"] != "en"), "language"]
    if len(foreign):
        codes = listed(sorted(set(foreign)))
        yield f"{_stand(len(foreign), 'article')} of this {span} in other languages ({codes}); only English is read."
    nameless = int(articles["outlet"].isna().sum())
    if nameless:
        yield f"{_stand(nameless, 'article')} of this {span} without an outlet."


def _of_ledger(edition: Edition) -> Iterator[str]:
    new = edition.new_pledges(edition.period)
    rateless = [row.currency for row in rows_of(new) if not is_none(row.currency) and is_none(row.best_converted)]
    if rateless:
        codes = listed(sorted(set(rateless)))
        yield f"{_stand(len(rateless), 'new pledge')} without a rate or a stated sum ({codes}), and in no total."
    assumed = int((new["certainty"] == "assumed").sum())
    if assumed:
        yield (
            f"In {many(assumed, 'new pledge')} the text does not say which dollar, pound or crown is meant; the "
            f"currency is assumed from the outlet or the place."
        )
    nameless = int(new["donor"].isna().sum())
    if nameless:
        yield f"{_stand(nameless, 'new pledge')} of a giver whom the text does not name; by giver under “Not named”."


def _of_corrections(edition: Edition) -> Iterator[str]:
    if len(edition.corrections):
        told = [f"{row.field} of {row.claim_id}: {row.because}" for row in rows_of(edition.corrections)]
        yield f"{many(len(told), 'correction')} made by hand: {cut(told)}. Rows of the ledger that they touch say so."
    if len(edition.unmatched):
        match = "matches" if len(edition.unmatched) == 1 else "match"
        lost = [row.claim_id + (f" (did it mean {row.nearest}?)" if row.nearest else "") for row in _lost(edition)]
        yield (
            f"{many(len(lost), 'correction')} in corrections.csv {match} no claim and changed nothing: {cut(lost)}. "
            f"The text or its reading changed since; look the sentence up in tables/claims.csv and correct it again."
        )


def _lost(edition: Edition) -> list[Any]:
    table = edition.unmatched
    return rows_of(table if "nearest" in table else table.assign(nearest=""))


def cut(told: list[str], most: int = 5) -> str:
    """List a few, and count the others.

    >>> cut(["a", "b", "c"], 2)
    'a; b; and 1 more'
    """
    left = len(told) - most
    return "; ".join([*told[:most], *([f"and {left} more"] if left > 0 else [])])


def _stand(number: int, noun: str) -> str:
    return f"{many(number, noun)} {'is' if number == 1 else 'are'}"


def drops_of(dropped: pd.DataFrame) -> list[Drop]:
    """Give what was left out, most frequent reason first."""
    columns = (dropped["reason"], dropped["count"], dropped["example"])
    return [Drop(reason, int(count), without_folders(example)) for reason, count, example in zip(*columns, strict=True)]


def without_folders(example: str) -> str:
    """Name a file without the folders of the machine it was on; other words stay.

    >>> without_folders("/srv/news/a.csv row 3: no text")
    'a.csv row 3: no text'
    >>> without_folders("news/a.csv row 3: no text"), without_folders("Aid and/or loans: a guide")
    ('news/a.csv row 3: no text', 'Aid and/or loans: a guide')
    """
    return _FOLDERS.sub("", example, count=1)
