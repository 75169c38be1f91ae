"""Prominence: headline, first paragraph, and how many articles have either."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.mentions.prominence import headline_ids, lede_end, prominence, prominent_counts
from tests.mentions.test_count import mentions

BODIES = [
    # body, its first paragraph
    ("Oslo pays.\nBern does not.", "Oslo pays."),
    ("AT A GLANCE\nOslo pays, it said.\nBern does not.", "AT A GLANCE\nOslo pays, it said."),
    ("“Oslo pays.”\nBern does not.", "“Oslo pays.”"),
    ("Oslo " + "pays and pays " * 8 + "\nBern does not.", "Oslo " + "pays and pays " * 8),
    ("Oslo pays. Bern does not.", None),
    ("A heading\nAnother heading", None),
    ("", None),
]

HEADLINES = [
    # headline, body, who is named in the headline
    ("Jordan signs with Bulls", "Michael Jordan will play in Chicago, the NBA said.", set()),
    ("Jordan signs treaty", "Amman agreed on Monday.", {"JOR"}),
    ("Habeck flies to Oslo", "Robert Habeck left for Norway.", {"robert-habeck"}),
    ("Habeck flies to Oslo", "A dealer in horses left for Norway.", set()),
    ("AID FOR US TOO", "The US will be paid.", set()),
    ("", "Norway pays.", set()),
    ("Nothing here", "Norway pays.", set()),
]


@pytest.mark.parametrize(("body", "lede"), BODIES, ids=[body[:24] or "empty" for body, _ in BODIES])
def test_the_first_paragraph_is_the_first_that_reads_like_one(body, lede):
    """A heading belongs to the paragraph under it; one block has no first paragraph."""
    end = lede_end(body)

    assert (None if end is None else body[:end]) == lede


@pytest.mark.parametrize(("headline", "body", "named"), HEADLINES, ids=[f"{h} | {b[:20]}" for h, b, _ in HEADLINES])
def test_a_headline_means_what_its_article_means(headline, body, named):
    """Doubtful names and surnames of a headline are settled by the body; capitals are left out."""
    assert headline_ids(headline, body) == named


def test_an_article_is_prominent_once():
    """One row an article and entity; a capital is no mention, an article that was not looked at has no row."""
    named = mentions(("a", "NOR"), ("a", "NOR"), ("a", "SWE", "capital"), ("b", "SWE"), ("z", "NOR"))
    table = prominence(named, {"a": 5, "b": None}, {"a": {"NOR"}, "b": ()})

    assert table.to_dict("records") == [
        {"article_id": "a", "entity_id": "NOR", "in_headline": True, "in_lede": True},
        {"article_id": "b", "entity_id": "SWE", "in_headline": False, "in_lede": False},
    ]
    assert prominent_counts(table, ["a"]).to_dict("index") == {"NOR": {"in_headline": 1, "in_lede": 1, "prominent": 1}}


def test_nothing_named_has_no_rows():
    """No mention gives empty tables, not errors."""
    table = prominence(mentions(("a", "NOR")).iloc[:0], {}, {})

    assert (len(table), len(prominent_counts(table, []))) == (0, 0)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["NOR", "SWE"])), min_size=1, max_size=12),
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 100), min_size=3),
)
def test_either_is_no_more_than_both_and_no_less_than_one(rows, ledes):
    """Prominent articles are at least those of the headline and at most those of headline and paragraph together."""
    counts = prominent_counts(prominence(mentions(*rows), ledes, {"a": ["NOR"]}), "abc")
    most, least = counts[["in_headline", "in_lede"]].sum(axis=1), counts[["in_headline", "in_lede"]].max(axis=1)

    assert (counts["prominent"].between(least, most)).all()
    assert isinstance(counts, pd.DataFrame)
