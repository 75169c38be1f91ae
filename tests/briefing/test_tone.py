"""What the page says about tone: toward whom, by which measure, from which sentences."""

from dataclasses import replace

import pandas as pd

from analysis.briefing import sections
from analysis.briefing.rescore import without_names
from analysis.briefing.tone_table import tone_table
from analysis.briefing.tone_view import finding_of, tone_of
from analysis.briefing.tone_words import accuracy_of, measure_words
from analysis.briefing.tones import entities_of_interest
from analysis.schemas import AMOUNTS, ARTICLES, MENTIONS, NAMES, SENTENCES
from tests.briefing.editions import PARAMETERS, article, edition, mention, scored
from tests.briefing.week import week_edition

GOOD = "Kenya kept its promise and saved the clinic, a happy end."
BAD = "Japan lied about the leak and abandoned the victims."
PLAIN = "Norway is on the agenda of the meeting on Tuesday."


def made(**parameters):
    """Make a week in which three countries are named, each in six articles: praised, blamed, or just named."""
    told = [(GOOD, "KEN", "Kenya", 0.8), (BAD, "JPN", "Japan", None), (PLAIN, "NOR", "Norway", None)]
    rows, mentions, sentences = [], [], []
    for number in range(1, 19):
        sentence, entity, alias, polarity = told[number % 3]
        rows.append(article(number, "2025-10-07", outlet=f"Outlet {number % 2}"))
        mentions.append(mention(number, entity, alias, sentence))
        sentences.append(scored(number, sentence, polarity, [["happy", 0.8]] if polarity else []))
    asked = replace(PARAMETERS, **parameters)
    return edition(articles=rows, mentions=mentions, sentences=sentences, parameters=asked)


WEEK = made()


def test_positive_and_negative_are_told_apart_from_neither():
    """Praise, blame and a plain mention come out as such, with n and articles, most positive first."""
    tone = tone_of(WEEK)

    assert [(row.name, row.positive, row.negative, row.unclear, row.n) for row in tone.itertuples()] == [
        ("Kenya", 6, 0, 0, 6),
        ("Norway", 0, 0, 6, 6),
        ("Japan", 0, 6, 0, 6),
    ]
    assert finding_of(tone) == (
        "The tone toward Kenya leans to the positive, toward Japan to the negative; toward 1 of 3 names no clear tone"
    )


def test_the_page_says_tone_toward_and_how_often_it_is_right():
    """The caption has the measured accuracy; nothing says approval by anybody."""
    shown = sections.show_tone(WEEK, tone_of(WEEK)).html

    assert accuracy_of(measure_words("target")) in shown
    assert "macro-F1" in shown
    assert "approv" not in shown.lower()


def test_the_strongest_sentences_are_quoted_with_their_target_marked():
    """Evidence of either sign has the target marked, outlet, date and link, and its probability."""
    shown = sections.show_tone_sentences(WEEK, tone_of(WEEK)).html

    assert "<mark>Kenya</mark> kept its promise" in shown
    assert "toward Japan, probability 0." in shown
    assert (shown.count("Most positive"), shown.count("Most negative")) == (1, 1)
    assert "Outlet" in shown
    assert 'href="https://example.org/' in shown


def test_every_probability_is_in_the_table():
    """What the page calls unclear has its label and probability beside it."""
    table = tone_table(WEEK)

    assert dict(table.groupby("name")["tone"].first()) == {
        "Japan": "negative",
        "Kenya": "positive",
        "Norway": "no clear tone",
    }
    assert (table["probability"].between(1 / 3, 1).all(), table["measure"].unique().tolist()) == (True, ["target"])


def test_other_measures_give_a_table_of_the_same_shape():
    """Lexicons score sentences for all who are named in them; no word is no signal."""
    blob = tone_table(made(sentiment="textblob"))

    assert list(blob.columns) == list(tone_table(WEEK).columns)
    assert dict(blob.groupby("name")["tone"].first()) == {
        "Japan": "no signal",
        "Kenya": "positive",
        "Norway": "no signal",
    }
    assert [row.name for row in tone_of(made(sentiment="vader")).itertuples()] == ["Kenya"]


def test_words_of_the_lexicon_stand_beside_the_tone():
    """The words behind TextBlob's mean are listed, and how often the two lexicons disagree."""
    shown = sections.show_lexicons(WEEK).plain + sections.show_lexicons(WEEK).html

    assert "They point in opposite directions in 0 of the 6 sentences" in shown
    assert "happy" in shown


def test_few_sentences_show_no_tone():
    """Nobody is shown a tone toward on the strength of four sentences."""
    week = edition(
        articles=[article(n, "2025-10-07") for n in range(1, 5)],
        mentions=[mention(n, "KEN", "Kenya", GOOD) for n in range(1, 5)],
        sentences=[scored(n, GOOD, 0.8) for n in range(1, 5)],
    )

    assert tone_of(week).empty
    assert "no tone is shown" in sections.show_tone(week, tone_of(week)).html


def test_those_of_interest_are_watched_named_most_or_give():
    """Copies have no vote; a place is no target; whoever is named in no counted article is left out."""
    articles = ARTICLES.frame([article(1, "2025-10-07"), article(2, "2025-10-07", is_canonical=False, story_id="a1")])
    rows = [
        mention(1, "KEN", "Kenya", GOOD),
        mention(2, "JPN", "Japan", BAD),
        mention(1, "NBO", "saved", GOOD, kind="place"),
        mention(1, "WATCH", "clinic", GOOD, kind="person"),
    ]
    chosen = entities_of_interest(MENTIONS.frame(rows), articles, ["ABSENT"], top=1, watched=["WATCH"])

    assert chosen == ["KEN", "WATCH"]


def test_found_names_are_left_out_of_the_lexicons():
    """A name that nobody listed moves no score once it is found; other sentences keep theirs."""
    text = "Aino Lund met Happy Pumps."
    sentences = SENTENCES.frame([scored(1, text, 0.8, [["happy", 0.8]]), scored(2, GOOD, 0.8, [["happy", 0.8]])])
    name = {
        "article_id": "a1",
        "kind": "organization",
        "name": "Happy Pumps",
        "text": "Happy Pumps",
        "probability": 0.9,
    }
    found = NAMES.frame([name | {"start_char": 14, "end_char": 25, "sentence": text}])
    again = without_names(sentences, found, MENTIONS.empty(), AMOUNTS.empty())

    assert again["polarity"].isna().tolist() == [True, False]
    assert (again["n_hits"].tolist(), again["hits"].tolist()[0]) == ([0, 1], "[]")
    pd.testing.assert_frame_equal(again.tail(1), sentences.tail(1))


def test_no_name_found_changes_nothing():
    """Without names the sentences are those of the store."""
    sentences = SENTENCES.frame([scored(2, GOOD, 0.8, [["happy", 0.8]])])

    assert without_names(sentences, NAMES.empty(), MENTIONS.empty(), AMOUNTS.empty()) is sentences


def test_tone_over_time_has_a_panel_for_names_with_two_periods():
    """A name that enough sentences name in two weeks has a panel; a change within noise is no finding."""
    rows = [article(n, "2025-10-07" if n < 7 else "2025-10-01") for n in range(1, 13)]
    mentions = [mention(n, "KEN", "Kenya", GOOD) for n in range(1, 13)]
    week = edition(articles=rows, mentions=mentions, sentences=[scored(n, GOOD, 0.8) for n in range(1, 13)])
    shown = sections.show_tone_over_time(week, tone_of(week)).html

    assert "No change of tone toward Kenya is beyond noise" in shown
    assert "2025-W40 +100, 2025-W41 +100" in shown
    assert sections.show_tone_over_time(WEEK, tone_of(WEEK)).html == ""


def test_the_whole_page_holds_the_section():
    """The invented week renders with every measure that needs nothing more."""
    for measure in ("target", "textblob", "vader"):
        week = replace(week_edition(), parameters=replace(PARAMETERS, sentiment=measure))

        assert "tone" in sections.show_tone(week, tone_of(week)).html.lower()
