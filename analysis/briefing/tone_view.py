"""In what tone: polarity of the sentences that name somebody, with its words and its accuracy."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.figures import Head, show_figure
from analysis.briefing.html import Fragment, identifier, render_part
from analysis.briefing.wording import count, decimal, many
from analysis.charts.style import rows_of
from analysis.charts.tone import plot_tone
from analysis.mentions.count import NAMED
from analysis.sentiment.aggregate import MIN_SENTENCES, extreme_sentences, sentences_naming, tone_by_entity, top_words

WORDS = 8  # words listed that moved a mean


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences behind one entity's tone, and the words that moved it."""

    id: str
    name: str
    aside: str
    words: Markup
    evidence: list[Evidence]
    left: int


def tone_of(edition: Edition) -> pd.DataFrame:
    """Mean polarity toward those named most in the period, where enough sentences have a signal.

    Returns:
        What `tone_by_entity` returns for independent texts of the period, with
        `name`; most positive first; at most `top` rows.
    """
    counted = edition.articles.loc[edition.articles["is_canonical"]]
    tone = tone_by_entity(edition.sentences, _named(edition), counted)
    tone = tone.assign(name=[edition.name(entity) for entity in tone["entity_id"]])
    enough = tone.dropna(subset=["mean"]).sort_values(["n", "entity_id"], ascending=[False, True])
    shown = enough.head(edition.parameters.top)
    return shown.sort_values(["mean", "entity_id"], ascending=[False, True], ignore_index=True)


def _named(edition: Edition) -> pd.DataFrame:
    """Mentions in independent texts of the period; capitals stand for places and governments, and are out."""
    ids = edition.articles.loc[edition.articles["is_canonical"], "article_id"]
    rows = edition.mentions
    return rows.loc[rows["article_id"].isin(ids) & rows["form"].isin(NAMED)]


def show_tone(edition: Edition, tone: pd.DataFrame, accuracy: str) -> Fragment:
    """Show the chart of mean polarity with intervals.

    Args:
        edition: what the briefing is about.
        tone: what `tone_of` returned.
        accuracy: how often the measure is right, in a sentence.
    """
    if tone.empty:
        nothing = (
            f"Nobody is named in {MIN_SENTENCES} or more sentences with a signal this {edition.span}: no tone is shown."
        )
        return render_part("brief", findings=[], nothing=nothing)
    heads = (
        Head("name", "Toward"),
        Head("mean", "Mean polarity", decimal),
        Head("low", "From", decimal),
        Head("high", "To", decimal),
        Head("n", "Sentences with a signal", count),
    )
    return show_figure(
        plot_tone,
        tone,
        heads,
        name="tone-chart",
        finding=finding_of(tone),
        description="Mean polarity with 95 percent intervals, a row each; the table below holds the figures.",
        caption=(
            "Mean TextBlob polarity, −1 to 1, of sentences that name each and hold a word of its lexicon. Bars: 95 % "
            "intervals, grey where they cross zero: no clear tone. Independent texts only, "
            f"n = {many(int(tone['n'].sum()), 'sentence')}. {accuracy}"
        ),
    )


def finding_of(tone: pd.DataFrame) -> str:
    """Write what the chart shows, in a sentence; intervals that cross zero are no tone."""
    up, down = tone.loc[tone["low"] > 0], tone.loc[tone["high"] < 0]
    unclear = len(tone) - len(up) - len(down)
    if up.empty and down.empty:
        return f"No clear tone toward any of the {many(len(tone), 'name')}"
    parts = []
    if len(up):
        parts.append(f"sentences that name {up.iloc[0]['name']} lean {'most ' if len(up) > 1 else ''}to the positive")
    if len(down):
        parts.append(f"those that name {down.iloc[-1]['name']} to the negative")
    told = ", ".join(parts).replace("those", "sentences" if not len(up) else "those")
    return told[0].upper() + told[1:] + (f"; toward {unclear:,} of {len(tone):,} no clear tone" if unclear else "")


def show_tone_sentences(edition: Edition, tone: pd.DataFrame) -> Fragment:
    """Show the sentences behind each row of the chart, strongest first, and the words that moved them."""
    groups = [_group(row, edition) for row in rows_of(tone)]
    return render_part("sentences", groups=groups, csv="sentiment")


def _group(row: Any, edition: Edition) -> Group:
    entity = row.entity_id
    mentions = _named(edition)
    ours = mentions.loc[mentions["entity_id"] == entity]
    naming = sentences_naming(edition.sentences.loc[edition.sentences["article_id"].isin(ours["article_id"])], ours)
    strongest = with_words(extreme_sentences(naming, top=2), ours)
    found, _ = evidence_for(strongest, edition, words="alias", shown=4)
    texts = naming.dropna(subset=["polarity"])["article_id"].nunique()
    return Group(
        id=identifier(entity, "t-"),
        name=row.name,
        aside=f"{decimal(row.mean)} from {many(int(row.n), 'sentence')}",
        words=_words(naming),
        evidence=found,
        left=max(texts - len(found), 0),
    )


def _words(naming: pd.DataFrame) -> Markup:
    ranked = top_words(naming, top=WORDS)
    told = [
        Markup("<bdi>{}</bdi> {}{}").format(row.words, decimal(row.polarity), f" × {row.n}" if row.n > 1 else "")
        for row in rows_of(ranked)
    ]
    return Markup("Words that moved it most: {}.").format(Markup(", ").join(told)) if told else Markup("")


def with_words(scored: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Scored sentences with their words: the text and the name as the mention in them has it."""
    at = mentions.rename(columns={"start_char": "at"})[["article_id", "at", "alias", "sentence"]]
    joined = scored.merge(at, on="article_id")
    inside = joined.loc[(joined["at"] >= joined["start_char"]) & (joined["at"] < joined["end_char"])]
    return inside.drop_duplicates(subset=["article_id", "start_char"])[
        ["article_id", "start_char", "sentence", "alias"]
    ]
