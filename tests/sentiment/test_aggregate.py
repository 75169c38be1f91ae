"""Means of sentences: their n, their interval, their words, and what must not change them."""

import json
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import SchemaError
from analysis.sentiment.aggregate import (
    disagreement,
    extreme_sentences,
    sentences_naming,
    tone_by_entity,
    tone_by_outlet,
    tone_by_period,
    top_words,
)


def scored(*rows: tuple[str, int, float | None]) -> pd.DataFrame:
    """Sentences of ten characters: (article, place, polarity)."""
    return pd.DataFrame(
        {
            "article_id": [row[0] for row in rows],
            "start_char": [10 * row[1] for row in rows],
            "end_char": [10 * row[1] + 9 for row in rows],
            "polarity": pd.Series([row[2] for row in rows], dtype="float64"),
            "subjectivity": 0.5,
            "n_hits": [0 if row[2] is None else 1 for row in rows],
            "vader": pd.Series([row[2] for row in rows], dtype="float64"),
            "hits": [json.dumps([] if row[2] is None else [[f"w{row[2]}", row[2]]]) for row in rows],
        }
    )


def naming(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Mentions: (article, entity, offset)."""
    return pd.DataFrame(rows, columns=["article_id", "entity_id", "start_char"])


ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c"],
        "outlet": ["Sound", "Sound", "Fen Post"],
        "published_at": pd.to_datetime(["2025-09-01", "2025-09-09", None], utc=True),
    }
)
SENTENCES = scored(("a", 0, 0.5), ("a", 1, None), ("a", 2, 0.1), ("b", 0, -0.4), ("b", 1, 0.2), ("c", 0, 0.6))
MENTIONS = naming(
    ("a", "NOR", 2), ("a", "NOR", 5), ("a", "SWE", 12), ("b", "NOR", 3), ("b", "NOR", 15), ("c", "NOR", 0)
)


def test_a_sentence_counts_once_for_each_entity_it_names():
    """Two mentions in one sentence pair it once; a mention between sentences pairs nothing."""
    pairs = sentences_naming(SENTENCES, pd.concat([MENTIONS, naming(("a", "NOR", 9))]))

    assert list(zip(pairs["entity_id"], pairs["article_id"], pairs["start_char"], strict=True)) == [
        ("NOR", "a", 0),
        ("NOR", "b", 0),
        ("NOR", "b", 10),
        ("NOR", "c", 0),
        ("SWE", "a", 10),
    ]


def test_a_mean_rests_on_sentences_with_a_signal():
    """Mean, n and articles are of sentences with a hit; a thin entity has no mean."""
    table = tone_by_entity(SENTENCES, MENTIONS, ARTICLES, min_n=4).set_index("entity_id")
    norway = table.loc["NOR"]

    assert (round(norway["mean"], 3), norway["n"], norway["sentences"], norway["articles"]) == (0.225, 4, 4, 3)
    assert norway["low"] < norway["mean"] < norway["high"]
    assert (math.isnan(table.loc["SWE", "mean"]), table.loc["SWE", "n"], table.loc["SWE", "sentences"]) == (True, 0, 1)


def test_one_article_alone_has_no_interval_and_no_mean():
    """Many sentences of one article are one voice."""
    alone = scored(*[("a", i, 0.3) for i in range(9)])
    table = tone_by_entity(alone, naming(*[("a", "NOR", 10 * i) for i in range(9)]), ARTICLES)

    assert (table["mean"].isna().all(), table["n"].tolist()) == (True, [9])


def test_copies_that_are_left_out_of_articles_are_left_out_of_the_mean():
    """Only the articles handed in are averaged."""
    table = tone_by_entity(SENTENCES, MENTIONS, ARTICLES.iloc[:2], min_n=1)

    assert table.set_index("entity_id")["n"].to_dict() == {"NOR": 3, "SWE": 0}


def test_tone_by_outlet_and_by_period():
    """Sentences are averaged by outlet, and by the week of their article."""
    outlets = tone_by_outlet(SENTENCES, ARTICLES, min_n=2)
    weeks = tone_by_period(SENTENCES, ARTICLES, min_n=2, mentions=MENTIONS)

    assert list(zip(outlets["outlet"], outlets["n"], strict=True)) == [("Fen Post", 1), ("Sound", 4)]
    assert [(f"{row.period:%m-%d}", row.entity_id, row.n) for row in weeks.itertuples()] == [
        ("09-01", "NOR", 1),
        ("09-01", "SWE", 0),
        ("09-08", "NOR", 2),
    ]


def test_an_unknown_measure_is_refused():
    """Only the two lexicons are scores of a sentence."""
    with pytest.raises(SchemaError, match="`joy` is not a score; expected polarity or vader"):
        tone_by_entity(SENTENCES, MENTIONS, ARTICLES, measure="joy")


def test_disagreement_compares_signs_where_both_have_one():
    """Nulls and zeros are no disagreement; a share of nothing is None."""
    table = SENTENCES.assign(vader=[-0.5, 0.3, 0.2, -0.1, -0.1, 0.0])

    assert (disagreement(table).n, disagreement(table).differ, disagreement(table.iloc[:0]).share) == (4, 2, None)


def test_contributions_of_words_add_up_to_the_mean():
    """The words behind a mean sum to it."""
    words = top_words(SENTENCES, top=99)

    assert (round(words["contribution"].sum(), 12), list(words["words"][:2])) == (
        round(SENTENCES["polarity"].mean(), 12),
        ["w0.6", "w0.5"],
    )


def test_extreme_sentences_are_the_ends_of_the_scale():
    """The most positive come first, the most negative last; nothing neutral is evidence."""
    table = extreme_sentences(SENTENCES, top=2)

    assert list(table["polarity"]) == [0.6, 0.5, -0.4]


def test_no_sentences_give_an_empty_table():
    """Nothing scored is a table without rows, not an error."""
    table = tone_by_entity(SENTENCES.iloc[:0], MENTIONS.iloc[:0], ARTICLES)

    assert (len(table), list(table.columns[:4])) == (0, ["entity_id", "mean", "low", "high"])
    assert top_words(SENTENCES.iloc[:0]).empty


ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.integers(0, 30), st.one_of(st.none(), st.floats(-1, 1).map(lambda x: round(x, 3)))
    ),
    unique_by=lambda row: row[:2],
    min_size=1,
    max_size=25,
)


@settings(deadline=None, max_examples=25)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, random):
    """Shuffled sentences, mentions and articles give the same means and intervals."""
    sentences = scored(*rows)
    mentions = naming(*[(row[0], "NOR" if row[1] % 2 else "SWE", 10 * row[1]) for row in rows])

    def shuffled(table: pd.DataFrame) -> pd.DataFrame:
        return table.iloc[random.sample(range(len(table)), len(table))]

    once = tone_by_entity(sentences, mentions, ARTICLES, min_n=1)
    again = tone_by_entity(shuffled(sentences), shuffled(mentions), shuffled(ARTICLES), min_n=1)

    pd.testing.assert_frame_equal(once, again)


@settings(deadline=None, max_examples=25)
@given(ROWS)
def test_a_mean_lies_in_its_interval_and_another_entity_changes_nothing(rows):
    """An interval holds its mean; an entity's row is the same with others beside it."""
    sentences = scored(*rows)
    norway = naming(*[(row[0], "NOR", 10 * row[1]) for row in rows])
    alone = tone_by_entity(sentences, norway, ARTICLES, min_n=1)
    beside = tone_by_entity(sentences, pd.concat([norway, norway.assign(entity_id="SWE")]), ARTICLES, min_n=1)
    shown = alone.dropna(subset=["mean"])

    pd.testing.assert_frame_equal(beside.loc[beside["entity_id"] == "NOR"].reset_index(drop=True), alone)
    assert ((shown["low"] <= shown["mean"] + 1e-12) & (shown["mean"] <= shown["high"] + 1e-12)).all()
