"""Who is newly in the news, from tables small enough to count by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.mentions.names.count import names_printed, new_name_rows, new_names
from analysis.schemas import NAMES

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "a3", "a4"],
        "story_id": ["a1", "a1", "a3", "a4"],
        "is_canonical": [True, False, True, True],
        "published_at": pd.to_datetime(["2025-10-07", "2025-10-07", "2025-10-08", "2025-10-06"], utc=True),
    }
)


def row(article, name, *, text=None, kind="person", entity=None, start=0, probability=0.9):
    """Make a row of `names`."""
    text = text or name
    return {
        "article_id": article,
        "kind": kind,
        "name": name,
        "entity_id": entity,
        "probability": probability,
        "text": text,
        "start_char": start,
        "end_char": start + len(text),
        "sentence": f"{text} came.",
    }


ROWS = [
    row("a1", "Ada Lund"),
    row("a1", "Ada Lund", text="Lund", start=30),
    row("a3", "ADA LUND"),
    row("a3", "Grain Fund", kind="organization", start=20),
    row("a4", "Jonas Gahr Støre", entity="jonas-gahr-store"),
    row("a4", "Bo Ek", probability=0.5, start=40),
    row("a4", "Quist", start=60),
    row("a4", "Old Mill", kind="place", start=80),
]


def test_new_names_are_counted_with_their_first_sentence():
    """Copies have one vote, spellings are one name, and the listed, the unsure and lone surnames are left out."""
    table = new_names(NAMES.frame(ROWS), ARTICLES, {"Old Mill"})
    shown = ["name", "kind", "independent_texts", "articles", "occurrences", "article_id", "sentence"]

    assert table[shown].to_numpy().tolist() == [
        ["Ada Lund", "person", 2, 3, 3, "a1", "Ada Lund came."],
        ["Grain Fund", "organization", 1, 1, 1, "a3", "Grain Fund came."],
    ]


def test_rows_are_what_is_counted():
    """The rows behind the count add up to it."""
    names = NAMES.frame(ROWS)

    assert len(new_name_rows(names, ARTICLES)) == new_names(names, ARTICLES)["occurrences"].sum()


def test_nobody_new_is_an_empty_table():
    """No names, or none that is new, give the columns and no row."""
    assert (len(new_names(NAMES.empty(), ARTICLES)), len(new_names(NAMES.frame(ROWS[4:5]), ARTICLES))) == (0, 0)


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(len(ROWS))), st.permutations(range(len(ARTICLES))))
def test_order_changes_no_count(rows, articles):
    """Shuffled rows and articles give the same table."""
    shuffled = new_names(NAMES.frame([ROWS[i] for i in rows]), ARTICLES.iloc[list(articles)])

    pd.testing.assert_frame_equal(shuffled, new_names(NAMES.frame(ROWS), ARTICLES))


def test_an_article_that_names_nobody_changes_nothing():
    """One more article without a name moves no count."""
    more = pd.concat([ARTICLES, ARTICLES.tail(1).assign(article_id="a9", story_id="a9")])

    pd.testing.assert_frame_equal(new_names(NAMES.frame(ROWS), more), new_names(NAMES.frame(ROWS), ARTICLES))


@pytest.mark.parametrize(
    ("name", "text", "printed"),
    [
        ("Ada Lund", "Then ADA LUND came.", True),
        ("Ada Lund", "Ada Lunden came.", False),
        ("Ada Lund", "Lund came.", False),
        ("Lund", "Ada-Lund's", True),
        ("SGF", "the SGF.", True),
    ],
)
def test_what_was_printed_before(name, text, printed):
    """A name was printed where it stands as whole words, whatever their case."""
    assert names_printed([name], ["nothing", text]) == ({name} if printed else set())


def test_nothing_was_printed_before_the_first_article():
    """Without earlier texts, or without names, nothing was printed."""
    assert (names_printed(["Oslo"], []), names_printed([], ["Oslo"])) == (set(), set())
