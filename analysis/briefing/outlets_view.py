"""Who published what, and how much of it was the same text."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import Evidence, as_printed
from analysis.briefing.figures import Head, grid, show_figure
from analysis.briefing.html import Fragment, identifier, render_part
from analysis.briefing.wording import count, many
from analysis.charts.outlets import plot_outlets
from analysis.charts.style import rows_of

_UNKNOWN = "outlet not stated"
STORIES = 10  # most copied texts listed
COPIES = 10  # articles listed of one text


def outlet_counts(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles by outlet, split into texts that are counted and copies of texts counted elsewhere.

    Returns:
        Columns `outlet`, `independent`, `copies`, `total`, most articles first.
    """
    named = articles.assign(outlet=articles["outlet"].fillna(_UNKNOWN))
    counted = named.groupby("outlet")["is_canonical"].agg(["sum", "count"]).reset_index()
    counted = counted.rename(columns={"sum": "independent", "count": "total"})
    counted = counted.assign(
        independent=counted["independent"].astype("int64"), copies=counted["total"] - counted["independent"]
    )
    return counted.sort_values(["total", "outlet"], ascending=[False, True], ignore_index=True)


def copied_stories(articles: pd.DataFrame) -> pd.DataFrame:
    """Texts that ran more than once, most copied first.

    Returns:
        Columns `story_id`, `headline` (of the copy that is counted), `articles`,
        `outlets` and `names` (the outlets, in order of the alphabet).
    """
    rows = []
    for story, group in articles.groupby("story_id"):
        if len(group) > 1:
            head = group.sort_values(
                ["is_canonical", "published_at", "article_id"], ascending=[False, True, True]
            ).iloc[0]
            names = sorted(set(group["outlet"].dropna()))
            rows.append((story, head["headline"], len(group), len(names), ", ".join(names)))
    found = pd.DataFrame(rows, columns=["story_id", "headline", "articles", "outlets", "names"])
    return found.sort_values(["articles", "story_id"], ascending=[False, True], ignore_index=True)


def show_outlets(edition: Edition) -> Fragment:
    """Show articles by outlet, independent texts and copies told apart."""
    counted = outlet_counts(edition.articles)
    if counted.empty:
        return render_part("brief", findings=[], nothing=f"Nothing was published this {edition.span}.")
    independent, copies = int(counted["independent"].sum()), int(counted["copies"].sum())
    shown = counted.head(edition.parameters.top)
    left = len(counted) - len(shown)
    return show_figure(
        plot_outlets,
        shown,
        (
            Head("outlet", "Outlet"),
            Head("independent", "Independent texts", count),
            Head("copies", "Copies", count),
            Head("total", "Articles", count),
        ),
        name="outlets-published",
        finding=_finding(independent, copies, len(counted)),
        description=f"Articles of the {many(len(shown), 'outlet')} that published most; the table holds the figures.",
        caption=f"In colour: texts that count here; grey: copies. n = {many(independent + copies, 'article')}."
        + (f" {many(left, 'more outlet')} published less." if left else ""),
    )


def _finding(independent: int, copies: int, outlets: int) -> str:
    if not copies:
        return f"No text ran twice: {many(independent, 'article')} in {many(outlets, 'outlet')}, each its own"
    return f"{copies:,} of {many(independent + copies, 'article')} repeat a text that counts elsewhere"


@dataclass(frozen=True, slots=True)
class CopiedText:
    """A text that ran more than once: every article that ran it, the one that counts first."""

    id: str
    name: str
    aside: str
    words: str
    evidence: list[Evidence]
    left: int


def show_copies(edition: Edition) -> Fragment:
    """Show the texts that ran most often, with their outlets, and each article that ran them."""
    stories = copied_stories(edition.articles)
    if stories.empty:
        return render_part("brief", findings=[], nothing=f"No text ran more than once this {edition.span}.")
    shown = f"; the {STORIES} that ran most often" if len(stories) > STORIES else ""
    table = grid(
        stories.head(STORIES),
        (
            Head("headline", "Headline where it is counted"),
            Head("articles", "Articles", count),
            Head("outlets", "Outlets", count),
            Head("names", "Printed by"),
        ),
        name="copied",
        caption=f"{many(len(stories), 'text')} ran more than once{shown}.",
    )
    texts = [_copied_text(row, edition) for row in rows_of(stories.head(STORIES))]
    return render_part("copies", groups=texts, grid=table)


def _copied_text(row: Any, edition: Edition) -> CopiedText:
    ran = edition.articles.loc[edition.articles["story_id"] == row.story_id]
    ordered = ran.sort_values(["is_canonical", "published_at", "article_id"], ascending=[False, True, True])
    shown = [as_printed(article) for article in ordered.head(COPIES).to_dict("records")]
    aside = f"{many(row.articles, 'article')}, {many(row.outlets, 'outlet')}"
    return CopiedText(story_identifier(row.story_id), row.headline, aside, "", shown, len(ordered) - len(shown))


def story_identifier(story: str) -> str:
    """Give the id of a copied text on the page."""
    return identifier(story, "copies-")
