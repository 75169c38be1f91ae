"""The sentences behind a tone, and the words of the lexicons beside it."""

from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.figures import Head, grid
from analysis.briefing.html import Fragment, identifier, render_part, stacked
from analysis.briefing.tone_words import Measure, measure_words
from analysis.briefing.wording import count, decimal, many
from analysis.charts.style import rows_of
from analysis.sentiment.aggregate import disagreement, top_words

WORDS: Final = 8  # words listed that moved a mean
EXTREMES: Final = 4  # sentences quoted on either side, of all names
_OF_ONE: Final = 2  # sentences quoted on either side, of one name


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one heading, and the words or counts that go with them."""

    id: str
    name: str
    aside: str
    words: Markup
    evidence: list[Evidence]
    left: int


def show_tone_sentences(edition: Edition, tone: pd.DataFrame) -> Fragment:
    """Show the most positive and the most negative sentences of all, then those behind each row of the chart."""
    tones = _of_period(edition)
    both = [("Most positive", True), ("Most negative", False)]
    extremes = [_extreme(name, _strongest(tones, EXTREMES, is_up=is_up), edition) for name, is_up in both]
    each = [_group(row, tones.loc[tones["entity_id"] == row.entity_id], edition) for row in rows_of(tone)]
    return render_part("sentences", groups=[group for group in [*extremes, *each] if group.evidence], csv="tone")


def _of_period(edition: Edition) -> pd.DataFrame:
    """Give the tones of independent texts of the period, with the words that name the target."""
    ids = edition.articles.loc[edition.articles["is_canonical"], "article_id"]
    ours = edition.tones.loc[edition.tones["article_id"].isin(ids)]
    first, last = (ours[name] - ours["start_char"] for name in ("mention_start", "mention_end"))
    spans = zip(ours["sentence"], first, last, strict=True)
    return ours.assign(alias=pd.Series([text[start:end] for text, start, end in spans], index=ours.index, dtype="str"))


def _strongest(tones: pd.DataFrame, top: int, *, is_up: bool) -> pd.DataFrame:
    """Pick the strongest sentences of one sign that are shown as such, each sentence once."""
    signed = tones.loc[tones["value"] > 0] if is_up else tones.loc[tones["value"] < 0]
    ordered = signed.assign(strength=signed["polarity"].abs()).sort_values(
        ["strength", "article_id", "start_char", "entity_id"], ascending=[False, True, True, True]
    )
    return ordered.drop_duplicates("sentence").head(top)


def _extreme(name: str, rows: pd.DataFrame, edition: Edition) -> Group:
    found = [_quoted(row, edition, f"toward {edition.name(row.entity_id)}, ") for row in rows_of(rows)]
    aside = many(len(found), "sentence")
    return Group(identifier(name.lower().replace(" ", "-"), "tone-"), name, aside, Markup(""), _flat(found), 0)


def _group(row: Any, tones: pd.DataFrame, edition: Edition) -> Group:
    measure = measure_words(edition.parameters.sentiment)
    strongest = pd.concat([_strongest(tones, _OF_ONE, is_up=True), _strongest(tones, _OF_ONE, is_up=False)])
    found = _flat([_quoted(each, edition, "") for each in rows_of(strongest)])
    texts = tones.dropna(subset=["value"])["article_id"].nunique()
    return Group(
        id=identifier(row.entity_id, "t-"),
        name=row.name,
        aside=f"{decimal(row.mean)} from {many(int(row.n), 'sentence')}",
        words=_words_of(tones, edition) if measure.name == "TextBlob" else _counts(row, measure),
        evidence=found,
        left=max(texts - len({evidence.article_id for evidence in found}), 0),
    )


def _quoted(row: Any, edition: Edition, toward: str) -> list[Evidence]:
    """Quote one sentence, with its target marked, and say what its score is."""
    frame = pd.DataFrame([row._asdict()]).drop(columns=["start_char"]).rename(columns={"mention_start": "start_char"})
    found, _ = evidence_for(frame, edition, words="alias", shown=1)
    score = f"probability {row.probability:.2f}" if row.probability == row.probability else decimal(row.polarity)
    return [replace(evidence, said=f"{toward}{score}") for evidence in found]


def _flat(found: list[list[Evidence]]) -> list[Evidence]:
    return [evidence for one in found for evidence in one]


def _counts(row: Any, measure: Measure) -> Markup:
    if measure.is_lexicon:
        return Markup("")
    return Markup("{} clearly positive, {} clearly negative, {} with no clear tone.").format(
        f"{row.positive:,}", f"{row.negative:,}", f"{row.unclear:,}"
    )


def _words_of(tones: pd.DataFrame, edition: Edition) -> Markup:
    """Name the words that moved TextBlob's mean, with the lexicon's own score."""
    key = ["article_id", "start_char"]
    ranked = top_words(edition.sentences.merge(tones[key].drop_duplicates(), on=key), top=WORDS)
    told = [
        Markup("<bdi>{}</bdi> {}{}").format(row.words, decimal(row.polarity), f" × {row.n}" if row.n > 1 else "")
        for row in rows_of(ranked)
    ]
    return Markup("Words that moved it most: {}.").format(Markup(", ").join(told)) if told else Markup("")


def show_lexicons(edition: Edition) -> Fragment:
    """Show what the lexicons make of every sentence of the period, word by word, and how often they disagree."""
    ids = edition.articles.loc[edition.articles["is_canonical"], "article_id"]
    sentences = edition.sentences.loc[edition.sentences["article_id"].isin(ids)]
    blob, vader = (sentences[name].dropna() for name in ("polarity", "vader"))
    if blob.empty:
        return Fragment("")
    table = grid(
        top_words(sentences, top=WORDS),
        (
            Head("words", "Words"),
            Head("n", "Times", count),
            Head("polarity", "Polarity of the words", decimal),
            Head("contribution", "Part of the mean", _thousandths),
        ),
        name="tone-words",
        caption=f"The words that moved TextBlob\u2019s mean polarity of {decimal(blob.mean())} most.",
    )
    return stacked(
        render_part("lexicons", told=_told(sentences, blob, vader)),
        render_part("folded_table", summary="The words that moved it most", grid=table),
    )


def _told(sentences: pd.DataFrame, blob: "pd.Series[float]", vader: "pd.Series[float]") -> list[str]:
    apart = disagreement(sentences)
    differ = (
        f"They point in opposite directions in {apart.differ:,} of the {apart.n:,} sentences to which both give a sign "
        f"({100 * apart.share:.0f} %)."
        if apart.share is not None
        else "No sentence has a sign from both."
    )
    means = (
        f"TextBlob\u2019s mean polarity is {decimal(blob.mean())} over {many(len(blob), 'sentence')} with a signal, "
        f"VADER\u2019s mean score {decimal(vader.mean())} over {len(vader):,}; {len(sentences):,} were read. {differ}"
    )
    return [
        means,
        "Both add up words of a list, names and money left out. They know nothing of whom a sentence is about.",
    ]


def _thousandths(value: object) -> str:
    return decimal(value, 3)
