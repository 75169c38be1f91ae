"""Counts of mentions: presence, zeros, intervals, and what must not change them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import DroppedWarning, SchemaError
from analysis.mentions.count import (
    change,
    co_mentions,
    first_mentions,
    mention_counts,
    mention_rows,
    mentions_by_outlet,
)
from analysis.mentions.intervals import difference_interval, share_interval

DAYS = {"a": "2025-09-01", "b": "2025-09-03", "c": "2025-09-07T23:59", "d": "2025-09-22", "e": "2025-09-23"}


def articles(days: dict[str, str | None]) -> pd.DataFrame:
    """Articles with an outlet each, in alternation."""
    return pd.DataFrame(
        {
            "article_id": list(days),
            "outlet": ["Fen Post" if i % 2 else "Sound" for i in range(len(days))],
            "published_at": pd.to_datetime(pd.Series(list(days.values())), utc=True, format="ISO8601"),
        }
    )


def mentions(*rows: tuple[str, str] | tuple[str, str, str]) -> pd.DataFrame:
    """Occurrences given as (article, entity) or (article, entity, form)."""
    table = [(row[0], row[1], row[2] if len(row) > 2 else "name", i * 10) for i, row in enumerate(rows)]
    return pd.DataFrame(table, columns=["article_id", "entity_id", "form", "start_char"])


NAMED = mentions(("a", "NOR"), ("a", "NOR"), ("b", "NOR"), ("b", "SWE"), ("c", "NOR", "capital"), ("e", "SWE"))


def test_articles_are_counted_and_weeks_without_one_are_zero():
    """An article counts once however often it names Norway; empty weeks stand as zeros."""
    counts = mention_counts(NAMED, articles(DAYS))
    rows = [
        (f"{row.period:%m-%d}", row.entity_id, row.articles, row.occurrences, row.published)
        for row in counts.itertuples()
    ]

    assert rows == [
        ("09-01", "NOR", 2, 3, 3),
        ("09-01", "SWE", 1, 1, 3),
        ("09-08", "NOR", 0, 0, 0),
        ("09-08", "SWE", 0, 0, 0),
        ("09-15", "NOR", 0, 0, 0),
        ("09-15", "SWE", 0, 0, 0),
        ("09-22", "NOR", 0, 0, 2),
        ("09-22", "SWE", 1, 1, 2),
    ]


def test_a_share_is_per_100_and_null_where_nothing_was_published():
    """The share's base is the articles of the period."""
    counts = mention_counts(NAMED, articles(DAYS))

    assert [round(share, 1) for share in counts["share"].dropna()] == [66.7, 33.3, 0.0, 50.0]


def test_capitals_count_only_where_asked_for():
    """A capital that stands for a government is no mention of the country by default."""
    rows = mention_rows(NAMED, articles(DAYS), forms=("name", "capital"))

    assert list(rows.loc[rows["entity_id"] == "NOR", "article_id"]) == ["a", "b", "c"]


def test_rows_and_count_agree():
    """The rows behind a count are as many as the count says."""
    rows = mention_rows(NAMED, articles(DAYS))
    counts = mention_counts(NAMED, articles(DAYS))

    assert rows.groupby(["period", "entity_id"]).size().to_dict() == {
        (row.period, row.entity_id): row.articles for row in counts.itertuples() if row.articles
    }


def test_a_mention_of_an_unknown_article_is_refused():
    """Mentions and articles have to be filtered alike."""
    with pytest.raises(SchemaError, match="1 articles are not in `articles`, such as 'z'"):
        mention_counts(mentions(("z", "NOR")), articles(DAYS))


def test_undated_articles_are_named_not_lost():
    """An article without a date is in no period, and the caller is told."""
    with pytest.warns(DroppedWarning, match="1 of 6 articles have no date"):
        counts = mention_counts(NAMED, articles({**DAYS, "f": None}))

    assert counts["published"].sum() == 10


def test_nothing_named_gives_an_empty_table():
    """No mention is an empty table with its columns, not an error."""
    counts = mention_counts(NAMED.iloc[:0], articles(DAYS))

    assert (len(counts), "share" in counts.columns) == (0, True)


def test_outlets_that_never_name_it_are_zero():
    """Every outlet has a row for every entity."""
    table = mentions_by_outlet(NAMED, articles(DAYS))
    rows = [(row.outlet, row.entity_id, row.articles, row.published) for row in table.itertuples()]

    assert rows == [
        ("Fen Post", "NOR", 1, 2),
        ("Fen Post", "SWE", 1, 2),
        ("Sound", "NOR", 1, 3),
        ("Sound", "SWE", 1, 3),
    ]


def test_co_mentions_count_articles_that_name_both():
    """A pair counts once an article, in the order of the alphabet."""
    table = co_mentions(NAMED, articles(DAYS))

    assert table.to_dict("records") == [
        {"entity_id": "NOR", "other_id": "SWE", "articles": 1, "share": 20.0, "expected": 0.8}
    ]


def test_first_mentions_are_of_the_earliest_article():
    """The first appearance names its article."""
    table = first_mentions(NAMED, articles(DAYS))

    assert list(zip(table["entity_id"], table["article_id"], table["articles"], strict=True)) == [
        ("NOR", "a", 3),
        ("SWE", "b", 2),
    ]


def test_a_small_change_is_noise_and_a_large_one_is_not():
    """The interval of a difference tells a corpus of eight from one of eighty."""
    days = {f"w{week}-{i}": f"2025-09-{1 + 7 * week:02d}" for week in range(2) for i in range(80)}
    named = mentions(*[(f"w0-{i}", "NOR") for i in range(10)], *[(f"w1-{i}", "NOR") for i in range(40)])
    named = pd.concat(
        [named, mentions(*[(f"w0-{i}", "SWE") for i in range(10)], *[(f"w1-{i}", "SWE") for i in range(12)])]
    )
    table = change(mention_counts(named, articles(days)), "2025-09-10")

    assert list(zip(table["entity_id"], table["difference"], table["is_beyond_noise"], strict=True)) == [
        ("NOR", 37.5, True),
        ("SWE", 2.5, False),
    ]


def test_the_first_period_has_nothing_to_compare_with():
    """A period without one before it is refused."""
    with pytest.raises(SchemaError, match="no period before it"):
        change(mention_counts(NAMED, articles(DAYS)), "2025-09-01")


def test_intervals_agree_with_the_published_examples():
    """Wilson's and Newcombe's bounds are those of Newcombe's papers (56/70 against 48/80; 81/263)."""
    one = share_interval(81, 263)
    two = difference_interval(56, 70, 48, 80)

    assert [round(bound, 4) for bound in (*one, *two)] == [0.2553, 0.3662, 0.0524, 0.3339]


OCCURRENCES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["NOR", "SWE", "EU"])), min_size=1, max_size=20
)


@settings(deadline=None, max_examples=25)
@given(OCCURRENCES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_count(rows, random):
    """Shuffled tables give the same counts."""
    named, printed = mentions(*rows), articles(DAYS)
    order = random.sample(range(len(named)), len(named))
    shuffled = random.sample(range(len(printed)), len(printed))
    counts = mention_counts(named.iloc[order], printed.iloc[shuffled])

    pd.testing.assert_frame_equal(counts, mention_counts(named, printed))


@settings(deadline=None, max_examples=25)
@given(OCCURRENCES)
def test_an_irrelevant_article_changes_only_the_denominator(rows):
    """An article that names nobody adds one to `published` of its week, and to nothing else."""
    named = mentions(*rows)
    before = mention_counts(named, articles(DAYS))
    after = mention_counts(named, articles({**DAYS, "f": "2025-09-02"}))
    changed = ["published", "share"]

    pd.testing.assert_frame_equal(after.drop(columns=changed), before.drop(columns=changed))
    assert (after["published"] - before["published"]).sum() == before["entity_id"].nunique()


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_an_interval_holds_its_difference_and_turns_with_it(hits, more, before, more_before):
    """The difference lies inside its bounds; swapping the periods turns the sign."""
    total, total_before = hits + more, before + more_before
    low, high = difference_interval(hits, total, before, total_before)
    back_low, back_high = difference_interval(before, total_before, hits, total)

    assert low <= hits / total - before / total_before <= high
    assert (back_low, back_high) == pytest.approx((-high, -low))
