"""Scores of sentences: TextBlob's and VADER's own numbers, with the words behind them."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.corpus.sentences import split_sentences
from analysis.sentiment.scan import split_token
from analysis.sentiment.score import score_sentences, score_text
from analysis.sentiment.vader import vader_compound

CASES_FILE = Path(__file__).parents[1] / "cases" / "sentiment.jsonl"
CASES = [json.loads(line) for line in CASES_FILE.read_text(encoding="utf-8").splitlines()]
NEWSWIRE = Path(__file__).parents[2] / ".." / "shared" / "data" / "newswire.jsonl"
VADER = SentimentIntensityAnalyzer()

# What meets in news, and what breaks tokenizers: emoticons, quotes, contractions, dots.
_WORDS = """
    good bad not never no very really extremely isn't wasn’t can't n't terrible fine first kind of but sort least
    at without doubt GOOD Great ! !! !!! (!) ( ) : :) :( :3 ;) 8 8) 8-) xD X-D x D =) <3 ♥ o_O O.O >:( :/ http://a.b
    … ... . .. , ; " ' “ ” ‘ ’ — - -- [ ] { } * _ ~ ^ Mr. U.S. U.S e.g. i.e. p.m. etc. Med. fun. well-known top-notch
    used to 10m €5 $3 3:2 4.5 %s zzz ¤¤ \u00a0 \u0085 é É İ ß 😀 👍 \x1c END-OF-SENTENCE NO nobody kill war aid
    """
PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "  ", "\t", "\r\n"])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join), st.text(max_size=40)
)


def textblob(text: str) -> tuple[float, float, list[str]]:
    """Ask TextBlob itself, slowly."""
    blob = TextBlob(text)
    words = [" ".join(assessed[0]) for assessed in blob.sentiment_assessments.assessments]
    return blob.sentiment.polarity, blob.sentiment.subjectivity, words


def ours(text: str) -> tuple[float, float, list[str]]:
    """Ask `score_text`; 0 stands for no signal, as TextBlob says it."""
    score = score_text(text)
    return score.polarity or 0.0, score.subjectivity or 0.0, [hit.words for hit in score.hits]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['trap']}-{i}" for i, case in enumerate(CASES)])
def test_scores_a_sentence_and_shows_its_words(case: dict):
    """The known misreadings of TextBlob stay what they are, and the words that cause them are shown."""
    score = score_text(case["text"])
    words, polarities = [words for words, _ in case["hits"]], [polarity for _, polarity in case["hits"]]

    assert (score.n_hits, [hit.words for hit in score.hits]) == (len(words), words)
    # TextBlob adds up the words of a hit by `sum`, which from Python 3.12 on rounds the last place otherwise.
    assert [hit.polarity for hit in score.hits] == pytest.approx(polarities, abs=1e-15)
    assert (score.polarity, score.subjectivity) == (
        (None, None) if not words else pytest.approx((case["polarity"], case["subjectivity"]), abs=1e-15)
    )


@settings(deadline=None, max_examples=600)
@given(TEXTS)
def test_equals_textblob_on_any_text(text: str):
    """Polarity, subjectivity and words are TextBlob's, to the last bit."""
    assert ours(text) == textblob(text)


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_equals_vader_on_any_text(text: str):
    """The compound score is VADER's, to the last digit."""
    assert (vader_compound(text) or 0.0) == VADER.polarity_scores(text)["compound"]


@pytest.mark.shared
def test_equals_both_libraries_on_newswire():
    """On real sentences and whole articles nothing differs."""
    if not NEWSWIRE.exists():
        pytest.skip("no newswire beside the checkout")
    bodies = [json.loads(line)["text"] for line in NEWSWIRE.read_text(encoding="utf-8").splitlines()[:60]]
    texts = [*bodies[:10], *(sentence.text for body in bodies for sentence in split_sentences(body))]
    differ = [text for text in texts if ours(text) != textblob(text)]
    differ += [text for text in texts if (vader_compound(text) or 0.0) != VADER.polarity_scores(text)["compound"]]

    assert differ == []


def test_no_word_of_the_lexicon_is_no_signal():
    """A sentence without a hit has null scores, not zeros."""
    (sentence,) = score_sentences("The convoy drove to Odesa at noon.")

    assert (sentence.polarity, sentence.subjectivity, sentence.n_hits, sentence.vader, sentence.hits) == (
        None,
        None,
        0,
        None,
        (),
    )


def test_dropped_spans_are_out_of_both_scores():
    """A name that is a word of a lexicon moves neither score once its span is dropped."""
    text = "Nice paid Grace Killian a fine of 10 million euros."
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("Nice", "Grace Killian", "10 million euros")]
    (whole,) = score_sentences(text)
    (dropped,) = score_sentences(text, drop=spans)

    assert ([hit.words for hit in whole.hits], [hit.words for hit in dropped.hits]) == (["nice", "fine"], ["fine"])
    assert whole.vader != dropped.vader


def test_a_row_has_the_columns_of_the_table():
    """A sentence's score becomes a row of `sentences`, but for the article."""
    (sentence,) = score_sentences("A good start.")

    assert sentence.row() == {
        "start_char": 0,
        "end_char": 13,
        "polarity": 0.7,
        "subjectivity": 0.6000000000000001,
        "n_hits": 1,
        "vader": 0.4404,
        "hits": [["good", 0.7]],
    }


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_sentences_keep_their_offsets_whatever_is_dropped(text: str, spans: list[tuple[int, int]]):
    """Dropping spans, even overlapping or empty ones, moves no sentence."""
    cut = [(min(a, len(text)), min(b, len(text))) for a, b in spans]
    found = [(s.start, s.end) for s in score_sentences(text, drop=cut)]

    assert found == [(s.start, s.end) for s in split_sentences(text)]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="aB.,;!?()-_'\"*", max_size=12))
def test_a_split_token_loses_only_dots(token: str):
    """The pieces of a token are the token again, but for runs of dots that TextBlob shortens."""
    assert "".join(split_token(token)).replace(".", "") == token.replace(".", "")


@pytest.mark.parametrize("text", ["(" * 300_000, "a." * 150_000, "... " * 50_000, ": " * 100_000, "word" * 250_000])
def test_odd_megabytes_are_read_once(text: str):
    """A text of one mark or one word costs what its length does, not its square."""
    assert score_text(text).hits == ()
