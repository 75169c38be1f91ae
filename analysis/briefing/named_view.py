"""Who was named most and how prominently, who together, and what became of a watchlist."""

from itertools import combinations
from typing import Any, Final, cast

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.figures import Head, grid, show_figure
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.mentions_view import GROUPS, SHOWN, one_place, show_panels, with_prominence
from analysis.briefing.wording import count, first_upper, many, number_word, with_article
from analysis.charts.shares import plot_shares
from analysis.charts.together import plot_together
from analysis.mentions.count import co_mentions
from analysis.mentions.intervals import share_interval

TOGETHER: Final = 8  # names in the triangle
_KINDS: Final = tuple(kind for group in SHOWN for kind in GROUPS[group])
_FEW: Final = 5  # articles naming both, under which a pair is no finding


def _covered(shares: pd.DataFrame) -> pd.DataFrame:
    """Give the names of the shown kinds; those of one article only where there is nothing else."""
    named = shares.loc[shares["kind"].isin(_KINDS) & (shares["articles"] > 0)]
    repeated = named.loc[named["articles"] > 1]
    return named if repeated.empty else repeated


def named_most(edition: Edition, shares: pd.DataFrame) -> pd.DataFrame:
    """Give the names in most articles of the period, of every kind that the briefing shows.

    Returns:
        The first rows of `shares`, with `low` and `high` (95 %, Wilson), and, per
        100 articles too, `prominent`; `in_headline`, `in_lede`, `either` count articles.
    """
    top = _covered(shares).head(edition.parameters.top)
    bounds = [share_interval(*pair) for pair in zip(top["articles"], top["base"], strict=True)]
    return with_prominence(edition, top).assign(
        low=[100 * low for low, _ in bounds],
        high=[100 * high for _, high in bounds],
        prominent=lambda table: 100 * table["either"] / table["base"],
    )


def show_named(edition: Edition, shares: pd.DataFrame) -> Fragment:
    """Show the names in most articles as bars: the share, its interval, and how much of it is prominent."""
    top = named_most(edition, shares)
    if top.empty:
        nothing = f"Nobody of the register is named in an article of this {edition.span}."
        return render_part("brief", findings=[], nothing=nothing)
    base = int(top["base"].iloc[0])
    return show_figure(
        plot_shares,
        top,
        (
            Head("name", "Name"),
            Head("articles", "Articles", count),
            Head("share", "Per 100 articles", one_place),
            Head("low", "At least", one_place),
            Head("high", "At most", one_place),
            Head("in_headline", "In the headline", count),
            Head("in_lede", "In the first paragraph", count),
        ),
        name="named",
        finding=_finding(top),
        description=_told(top),
        caption=f"Articles naming each, per 100 published this {edition.span}; coloured: in the headline or the "
        f"first paragraph. The line is the 95 % interval. Independent texts only, n = {base:,}.",
    )


def _finding(top: pd.DataFrame) -> str:
    """Say who is named most, and who of the shown is most often the subject."""
    lead = top.iloc[0]
    words = f"{first_upper(with_article(lead['name']))} in {lead['share']:.0f} of 100 articles"
    if not int(top["either"].sum()):
        return words
    words += f", prominently in {lead['prominent']:.0f}"
    asides = top.loc[top["articles"] >= _FEW].assign(part=lambda table: table["either"] / table["articles"])
    aside = asides.sort_values(["part", "name"]).iloc[:1]
    if aside.empty or float(aside["part"].iloc[0]) > 1 / 3:
        return words
    row = aside.iloc[0]
    return f"{words}; {with_article(row['name'])} mostly in passing: prominent in {row['either']} of {row['articles']}"


def _told(top: pd.DataFrame) -> str:
    rows = zip(top["name"], top["share"], top["prominent"], strict=True)
    return "; ".join(f"{name} {share:.0f} of 100, {dark:.0f} prominently" for name, share, dark in rows) + "."


def pairs_named(edition: Edition, shares: pd.DataFrame) -> pd.DataFrame:
    """Count the articles of the period that name two of the names in most articles.

    Returns:
        Every pair of the first `TOGETHER` names: `name`, `other`, `articles`,
        `share` (per 100) and `expected` (articles, if the two had nothing to do
        with each other), in the order of the names.
    """
    top = _covered(shares).head(TOGETHER)
    canonical = edition.articles.loc[edition.articles["is_canonical"]]
    ours = edition.mentions.loc[
        edition.mentions["article_id"].isin(canonical["article_id"])
        & edition.mentions["entity_id"].isin(top["entity_id"])
    ]
    counted = co_mentions(ours, canonical)
    found = {frozenset((row["entity_id"], row["other_id"])): int(row["articles"]) for row in counted.to_dict("records")}
    named = cast("list[dict[str, Any]]", top.to_dict("records"))
    base = max(len(canonical), 1)
    rows = [
        (one["name"], other["name"], both, 100 * both / base, one["articles"] * other["articles"] / base)
        for one, other in combinations(named, 2)
        for both in [found.get(frozenset((one["entity_id"], other["entity_id"])), 0)]
    ]
    return pd.DataFrame(rows, columns=["name", "other", "articles", "share", "expected"])


def show_together(edition: Edition, shares: pd.DataFrame) -> Fragment:
    """Show who was named in the same articles as a triangle of counts."""
    pairs = pairs_named(edition, shares)
    if pairs.empty or not int(pairs["articles"].max()):
        nothing = f"No article of this {edition.span} names two of those named most."
        return render_part("brief", findings=[], nothing=nothing)
    base = int(edition.articles["is_canonical"].sum())
    heads = (
        Head("name", "Name"),
        Head("other", "And"),
        Head("articles", "Articles naming both", count),
        Head("share", "Per 100 articles", one_place),
        Head("expected", "By chance", one_place),
    )
    if pairs["articles"].max() < _FEW:
        figures = grid(pairs, heads, name="together-table", caption=f"{_closest(pairs)}.")
        return render_part("folded_table", summary=f"{_closest(pairs)}: too few to draw", grid=figures)
    return show_figure(
        plot_together,
        pairs,
        heads,
        name="together",
        finding=_closest(pairs),
        description=_pairs_told(pairs),
        caption=f"Articles of this {edition.span} naming both; a name’s own cells are left of it and below it. "
        f"“By chance” is what two names as frequent as these would share. Independent texts only, n = {base:,}.",
    )


def _closest(pairs: pd.DataFrame) -> str:
    """Say which two are in most articles beyond chance; a few articles are no finding."""
    if pairs["articles"].max() < _FEW:
        return f"No two of those named most share more than {many(int(pairs['articles'].max()), 'article')}"
    enough = pairs.loc[pairs["articles"] >= _FEW].assign(more=lambda table: table["articles"] - table["expected"])
    row = enough.sort_values(["more", "name", "other"], ascending=[False, True, True]).iloc[0]
    both = f"{first_upper(with_article(row['name']))} and {with_article(row['other'])} in the same"
    chance = f"; {row['expected']:.0f} would be chance" if row["more"] >= 1 else ""
    return f"{both} {many(int(row['articles']), 'article')}{chance}"


def _pairs_told(pairs: pd.DataFrame) -> str:
    most = pairs.sort_values(["articles", "name", "other"], ascending=[False, True, True]).head(TOGETHER)
    rows = zip(most["name"], most["other"], most["articles"], strict=True)
    return "Most often: " + "; ".join(f"{one} and {other} {articles}" for one, other, articles in rows) + "."


def show_watchlist(edition: Edition, shares: pd.DataFrame) -> Fragment:
    """Show the names of the watchlist, and who of it nobody printed; nothing without a watchlist."""
    if not edition.watched:
        return Fragment("")
    found = shares.loc[shares["entity_id"].isin([entity.id for entity in edition.watched])]
    absent = [entity.name for entity in edition.watched if entity.id not in set(found["entity_id"])]
    panels = (
        Fragment("")
        if found.empty
        else show_panels(
            edition,
            found,
            finding=_of_watchlist(edition, found),
            caption=f"Every name of the watchlist that an article of the last {len(edition.periods)} "
            f"{edition.span}s prints.",
            name="watchlist-table",
            prefix="w-",
        )
    )
    return render_part("watchlist", panels=panels, absent=absent, span=edition.span, periods=len(edition.periods))


def _of_watchlist(edition: Edition, found: pd.DataFrame) -> str:
    named = int((found["articles"] > 0).sum())
    of = many(len(edition.watched), "name")
    if not named:
        return f"None of the {of} on the watchlist is in an article this {edition.span}"
    return f"{first_upper(number_word(named))} of {of} on the watchlist {'is' if named == 1 else 'are'} in the news"
