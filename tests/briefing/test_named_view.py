"""Who was named most, who together, and a watchlist: figures, sentences, and what is said of little."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.briefing.mentions_view import mention_shares
from analysis.briefing.named_view import named_most, pairs_named, show_named, show_together, show_watchlist
from analysis.briefing.tables import edition_tables
from tests.briefing.editions import PARAMETERS, article, edition, mention
from tests.briefing.pages import page_of

_BOTH = "Kenya and Norway will pay."


@pytest.fixture(scope="module")
def week():
    """Ten texts: Kenya in eight, Norway in six of them and one other, once in a headline."""
    rows = [article(n, "2025-10-07") for n in range(1, 11)]
    named = [mention(n, "KEN", "Kenya", _BOTH) for n in range(1, 9)]
    named += [mention(n, "NOR", "Norway", _BOTH) for n in (*range(1, 7), 10)]
    prominent = [(f"a{n}", "KEN", False, n < 5) for n in range(1, 9)]
    prominent += [(f"a{n}", "NOR", n == 1, False) for n in (*range(1, 7), 10)]
    table = pd.DataFrame(prominent, columns=["article_id", "entity_id", "in_headline", "in_lede"])
    return replace(edition(articles=rows, mentions=named), prominence=table)


def test_bars_hold_share_interval_and_prominence(week):
    """Kenya is in 80 of 100 articles, in the first paragraph of half of them; the interval is Wilson's."""
    row = named_most(week, mention_shares(week)).set_index("entity_id").loc["KEN"]

    assert [round(row[name], 1) for name in ("share", "low", "high", "prominent")] == [80.0, 49.0, 94.3, 40.0]
    assert (row["in_headline"], row["in_lede"], row["either"]) == (0, 4, 4)


def test_who_is_named_in_passing_is_a_finding(week):
    """The title says who leads, and who is rarely prominent."""
    shown = show_named(week, mention_shares(week)).html

    assert "Kenya in 80 of 100 articles, prominently in 40; Norway mostly in passing: prominent in 1 of 7" in shown


def test_pairs_count_articles_that_name_both(week):
    """Six articles name both; 5.6 would by chance."""
    (row,) = pairs_named(week, mention_shares(week)).to_dict("records")

    assert (row["name"], row["other"], row["articles"], round(row["expected"], 1)) == ("Kenya", "Norway", 6, 5.6)
    assert "Kenya and Norway in the same 6 articles" in show_together(week, mention_shares(week)).html


def test_few_articles_are_no_finding(week):
    """A pair in two articles is not called close."""
    few = replace(week, mentions=week.mentions.loc[week.mentions["article_id"].isin(["a1", "a2", "a10"])])

    assert "No two of those named most share more than 2 articles" in show_together(few, mention_shares(few)).html


def test_one_name_alone_has_no_triangle(week):
    """Without a second name there is nothing to show, and the page says so."""
    alone = replace(week, mentions=week.mentions.loc[week.mentions["entity_id"] == "KEN"])

    assert "names two of those named most" in show_together(alone, mention_shares(alone)).html


def test_mentions_csv_tells_headline_and_first_paragraph(week):
    """Every occurrence says whether its article is prominently about whom it names."""
    table = edition_tables(week)["mentions"].set_index(["article_id", "entity_id"])

    assert [list(table.loc[key, ["in_headline", "in_lede"]]) for key in (("a1", "NOR"), ("a1", "KEN"))] == [
        [True, False],
        [False, True],
    ]


def test_a_watchlist_shows_who_is_named_and_who_is_not(week, tmp_path):
    """Names in no article are listed beside those in some; without a watchlist nothing is shown."""
    path = tmp_path / "watch.csv"
    path.write_text("id,name,kind\nKEN,Kenya,country\nfen,<b>Fen</b> Pumps,organization\n", encoding="utf-8")
    watched = replace(week, parameters=replace(PARAMETERS, watchlist=path))
    shown = show_watchlist(watched, mention_shares(watched)).html

    assert "One of 2 names on the watchlist is in the news" in shown
    assert 'id="w-KEN"' in shown
    assert "In no article of the last 6 weeks: <bdi>&lt;b&gt;Fen&lt;/b&gt; Pumps</bdi>." in shown
    assert show_watchlist(week, mention_shares(week)).html == ""


def test_the_page_holds_a_watched_name_twice_under_two_ids(week, tmp_path):
    """A country that is watched too has a panel in both places."""
    path = tmp_path / "watch.csv"
    path.write_text("id,name,kind\nKEN,Kenya,country\n", encoding="utf-8")
    page = page_of(replace(week, parameters=replace(PARAMETERS, watchlist=path)))

    assert (page.count('id="w-KEN"'), page.count('id="m-KEN"')) == (1, 1)
