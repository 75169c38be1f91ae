"""The new names of an edition, with where each was first printed."""

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.mentions.names.count import new_names


def newly_named(edition: Edition) -> pd.DataFrame:
    """Count the new names of a period, with the outlet of the first article that prints each.

    Returns:
        What `mentions.names.count.new_names` returns, and `outlet`, `headline`,
        `url` of the first article.
    """
    found = new_names(edition.named, edition.articles, edition.printed_before)
    sources = edition.articles[["article_id", "outlet", "headline", "url"]]
    return found.merge(sources, on="article_id", how="left", validate="many_to_one")
