"""Who is newly in the news: names that nobody listed, and that no earlier article prints."""

import pandas as pd

from analysis.briefing.accuracy import accuracy_words
from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, show_table
from analysis.briefing.html import Fragment
from analysis.briefing.new_names import newly_named
from analysis.briefing.wording import count, many

SHOWN = 3  # times as many as a chart shows
_KINDS = {"person": "person", "organization": "organisation", "place": "place", "group": "group"}


def show_new_names(edition: Edition) -> Fragment:
    """Show the new names, those in most independent texts first; the CSV beside the page has all of them."""
    found = newly_named(edition)
    shown = found.head(SHOWN * edition.parameters.top)
    table = shown.assign(
        kind=shown["kind"].map(_KINDS).astype("str"), day=shown["first_printed"].dt.strftime("%Y-%m-%d").astype("str")
    )
    return show_table(table, _HEADS, name="new-names", caption=_caption(edition, found), nothing=_nothing(edition))


_HEADS = (
    Head("name", "Name"),
    Head("kind", "Kind"),
    Head("independent_texts", "Independent texts", count),
    Head("articles", "Articles", count),
    Head("day", "First printed"),
    Head("outlet", "Outlet"),
    Head("sentence", "First sentence"),
)


def _caption(edition: Edition, found: pd.DataFrame) -> str:
    shown = SHOWN * edition.parameters.top
    cut = f", of which {shown} are shown" if len(found) > shown else ""
    return (
        f"{many(len(found), 'name')} of nobody in the register, in no article before this {edition.span}{cut}; "
        f"read in {many(edition.texts_named, 'independent text')}. Found by a model that errs. "
        f"{accuracy_words('names_person')} {accuracy_words('names_organization')}"
    )


def _nothing(edition: Edition) -> str:
    if not edition.texts_named:
        return f"Names were not read in the articles of this {edition.span}; `newsbook brief` reads them."
    return f"No name in the articles of this {edition.span} is new."
