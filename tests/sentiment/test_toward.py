"""Tone toward those named: which sentences, which values, which means."""

import json

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sentiment.toward import (
    asked_targets,
    in_sentences,
    tone_toward,
    tones_of_sentences,
    tones_of_targets,
)

BODY = "Oslo paid. Lviv thanked Oslo, and Oslo smiled. Nobody came."
SENTENCES = pd.DataFrame(
    {
        "article_id": "a",
        "start_char": [0, 11, 47],
        "end_char": [10, 46, 59],
        "polarity": [None, 0.4, -0.2],
        "vader": [0.1, 0.5, None],
        "hits": json.dumps([]),
    }
)


def mention(entity: str, alias: str, after: int = 0) -> dict:
    """Give the mention of an alias in the body, the first one from an offset on."""
    at = BODY.index(alias, after)
    row = SENTENCES.loc[SENTENCES["start_char"] <= at].iloc[-1]
    sentence = BODY[row["start_char"] : row["end_char"]]
    return {"article_id": "a", "entity_id": entity, "start_char": at, "end_char": at + len(alias), "sentence": sentence}


MENTIONS = pd.DataFrame(
    [mention("NOR", "Oslo"), mention("UKR", "Lviv"), mention("NOR", "Oslo", 15), mention("NOR", "Oslo", 30)]
)


def targets(*rows: tuple[str, str, int, bool]) -> pd.DataFrame:
    """Scores: (article, entity, label, whether it is clear), each of a sentence of its own."""
    return pd.DataFrame(
        {
            "article_id": [row[0] for row in rows],
            "start_char": range(len(rows)),
            "end_char": range(1, len(rows) + 1),
            "entity_id": [row[1] for row in rows],
            "label": [row[2] for row in rows],
            "polarity": [0.9 * row[2] for row in rows],
            "probability": [0.95 if row[3] else 0.6 for row in rows],
            "clear": [row[3] for row in rows],
        }
    )


ARTICLES = pd.DataFrame({"article_id": list("abcde"), "outlet": ["Sound", "Sound", "Fen Post", "Fen Post", "Sound"]})


def test_only_sentences_that_name_somebody_asked_for_are_listed():
    """Each sentence is there once for each name, with the first words that name it; others are not."""
    rows = asked_targets(MENTIONS, SENTENCES, ["NOR", "SWE"])

    assert list(zip(rows["start_char"], rows["entity_id"], rows["mention_start"], rows["sentence"], strict=True)) == [
        (0, "NOR", 0, "Oslo paid."),
        (11, "NOR", 24, "Lviv thanked Oslo, and Oslo smiled."),
    ]


def test_nobody_asked_for_is_an_empty_table():
    """Without a name there is no sentence, and the columns stay."""
    whole, none = asked_targets(MENTIONS, SENTENCES, ["NOR"]), asked_targets(MENTIONS, SENTENCES, [])

    assert (len(none), list(none.columns)) == (0, list(whole.columns))
    assert len(in_sentences(whole.head(0)[["article_id", "mention_start", "mention_end"]], SENTENCES)) == 0


def test_an_unsure_label_counts_as_no_clear_tone():
    """Under the threshold a label is kept in the table and is worth 0 in a mean."""
    tones = tones_of_targets(targets(("a", "NOR", 1, True), ("a", "NOR", -1, False)))

    assert (list(tones["label"]), list(tones["value"])) == ([1, -1], [1.0, 0.0])


def test_lexicons_give_tones_of_the_same_shape():
    """A lexicon's score goes to all who are named; where no word hit there is no signal; it has no probability."""
    asked = asked_targets(MENTIONS, SENTENCES, ["NOR", "UKR"])
    tones = tones_of_sentences(asked, SENTENCES)

    assert list(tones.columns) == list(tones_of_targets(targets(("a", "NOR", 1, True))).columns)
    assert list(tones["value"].fillna(9)) == [9, 0.4, 0.4]
    assert (list(tones["label"].fillna(9)), tones["probability"].isna().all()) == ([9, 1, 1], True)


def test_a_balance_is_positive_less_negative():
    """Counts, mean and interval of labels; the interval is no narrower than so few sentences allow."""
    rows = [("a", "NOR", 1, True), ("b", "NOR", 1, True), ("c", "NOR", -1, True), ("d", "NOR", 1, False)]
    (row,) = tone_toward(tones_of_targets(targets(*rows)), ARTICLES, min_n=4).to_dict("records")

    assert (row["mean"], row["n"], row["positive"], row["negative"], row["unclear"]) == (0.25, 4, 2, 1, 1)
    assert row["low"] < 0 < row["mean"] < row["high"]


def test_alike_sentences_are_not_certain():
    """Five of five positive leave room for doubt, where a bootstrap alone would leave none."""
    rows = [(article, "NOR", 1, True) for article in "abcde"]
    (row,) = tone_toward(tones_of_targets(targets(*rows)), ARTICLES).to_dict("records")

    assert (row["mean"], 0.3 < row["low"] < 0.5, row["high"]) == (1.0, True, 1.0)


def test_too_few_sentences_have_no_mean():
    """Under the minimum the mean and its interval are null, and n is still told."""
    table = tone_toward(tones_of_targets(targets(("a", "NOR", 1, True), ("b", "SWE", 1, True))), ARTICLES)

    assert (table["mean"].isna().all(), table["low"].isna().all(), list(table["n"])) == (True, True, [1, 1])


def test_tone_by_outlet_leaves_out_articles_that_are_not_counted():
    """Only the articles handed in are added up."""
    rows = tones_of_targets(targets(("a", "NOR", 1, True), ("c", "NOR", -1, True), ("z", "NOR", 1, True)))
    table = tone_toward(rows, ARTICLES, by=["outlet"], min_n=1)

    assert list(zip(table["outlet"], table["n"], strict=True)) == [("Fen Post", 1), ("Sound", 1)]


LABELS = st.tuples(st.sampled_from("abcde"), st.sampled_from(["NOR", "SWE"]), st.integers(-1, 1), st.booleans())


@settings(deadline=None, max_examples=25)
@given(st.lists(LABELS, min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(rows, random):
    """Shuffled tones and articles give the same table, and a mean lies in its interval."""
    tones = tones_of_targets(targets(*rows))
    shuffled = tones.iloc[random.sample(range(len(tones)), len(tones))]
    once = tone_toward(tones, ARTICLES, min_n=1)
    shown = once.dropna(subset=["mean"])

    pd.testing.assert_frame_equal(once, tone_toward(shuffled, ARTICLES.iloc[::-1], min_n=1))
    assert ((shown["low"] <= shown["mean"] + 1e-12) & (shown["mean"] <= shown["high"] + 1e-12)).all()
    assert (once["n"] == once["positive"] + once["negative"] + once["unclear"]).all()
