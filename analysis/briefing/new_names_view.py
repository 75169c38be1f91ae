"""Who is newly in the news: names that nobody listed, and that no earlier article prints."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from markupsafe import Markup

from analysis.briefing.accuracy import accuracy_words
from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, marked, render_part, web_address
from analysis.briefing.new_names import newly_named
from analysis.briefing.wording import is_none, many
from analysis.charts.style import rows_of

SHOWN: Final = 3  # times as many as a chart shows
_KINDS: Final = {"person": "person", "organization": "organisation", "place": "place", "group": "group"}
_FIRST: Final = ("person", "organization")  # whom a reader asks after; places and groups are folded


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that nobody listed, how widely it was printed, and the sentence that printed it first."""

    name: str
    kind: str
    texts: int
    articles: int
    sentence: Markup
    outlet: str
    day: str | None
    headline: str
    address: str  # safe to link to, or empty


def show_new_names(edition: Edition) -> Fragment:
    """Show the new names, those in most independent texts first: people and bodies, then folded what is left."""
    found = newly_named(edition)
    asked = found.loc[found["kind"].isin(_FIRST)]
    first = asked.head(edition.parameters.top)
    rest = pd.concat([asked.iloc[len(first) :], found.loc[~found["kind"].isin(_FIRST)]])
    others = rest.head(SHOWN * edition.parameters.top - len(first))
    return render_part(
        "new_names",
        first=[_name(row) for row in rows_of(first)],
        others=[_name(row) for row in rows_of(others)],
        caption=_caption(edition, found),
        others_said=f"{_of(len(others), len(rest))} more, places and groups among them",
        accuracy=f"Found by a model that errs. {accuracy_words('names_person')}",
        nothing=_nothing(edition),
    )


def _of(shown: int, there_are: int) -> str:
    return f"{shown:,}" if shown == there_are else f"{shown:,} of {there_are:,}"


def _name(row: Any) -> NewName:
    return NewName(
        name=row.name,
        kind=_KINDS.get(row.kind, row.kind),
        texts=int(row.independent_texts),
        articles=int(row.articles),
        sentence=marked(str(row.sentence), str(row.name)),
        outlet="" if is_none(row.outlet) else str(row.outlet),
        day=None if is_none(row.first_printed) else row.first_printed.strftime("%Y-%m-%d"),
        headline="" if is_none(row.headline) else str(row.headline),
        address=web_address(row.url),
    )


def _caption(edition: Edition, found: pd.DataFrame) -> str:
    return (
        f"{many(len(found), 'name')} of nobody in the register, in no article before this {edition.span}; "
        f"read in {many(edition.texts_named, 'independent text')}."
    )


def _nothing(edition: Edition) -> str:
    if not edition.texts_named and len(edition.articles):
        return f"Names were not read in the articles of this {edition.span}; “newsbook brief” reads them."
    return f"No name in the articles of this {edition.span} is new."
