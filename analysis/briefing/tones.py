"""Whom a briefing shows a tone toward, and the tones of the sentences that name them.

Of interest are the entities of the watchlist, those named most in the period,
and those said in it to give. Only sentences that name one of them are scored.
What the store holds of them is taken from there; the rest is scored here, to
the same figures.
"""

from collections.abc import Callable, Iterable
from typing import Final

import pandas as pd

from analysis.briefing.periods import Period
from analysis.briefing.versions import targets_version
from analysis.corpus.store import Store
from analysis.corpus.targets import TargetsReport, keep_targets, scored_targets
from analysis.mentions.count import NAMED
from analysis.schemas import TARGETS
from analysis.sentiment.measures import LEXICONS, TARGET, scorer_of, toward
from analysis.sentiment.toward import asked_targets, tones_of_sentences, tones_of_targets

# Kinds that charts show, each with its own most named; a place is where things happen.
_KINDS: Final = (("person",), ("country",), ("organization", "group"))


def entities_of_interest(
    mentions: pd.DataFrame, articles: pd.DataFrame, donors: Iterable[str], *, top: int, watched: Iterable[str] = ()
) -> list[str]:
    """Choose whom a tone is shown toward.

    Args:
        mentions: `schemas.MENTIONS`.
        articles: the articles of the period; copies have no vote.
        donors: register ids of those said to give in the period.
        top: most named of each kind: people, countries, bodies with groups.
        watched: ids of a watchlist.

    Returns:
        Register ids, sorted; only of those named in a counted article.
    """
    counted = set(articles.loc[articles["is_canonical"], "article_id"])
    ours = mentions.loc[mentions["article_id"].isin(counted) & mentions["form"].isin(NAMED)]
    tally = (
        ours.drop_duplicates(["article_id", "entity_id"]).groupby(["entity_id", "kind"]).size().reset_index(name="n")
    )
    ranked = tally.sort_values(["n", "entity_id"], ascending=[False, True])
    chosen = {*watched, *donors}
    for kinds in _KINDS:
        chosen |= set(ranked.loc[ranked["kind"].isin(kinds), "entity_id"].head(top))
    return sorted(chosen & set(tally["entity_id"]))


def asked_of(
    mentions: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, entities: Iterable[str]
) -> pd.DataFrame:
    """List the sentences of counted articles that name one of `entities`; a capital alone names no government."""
    counted = set(articles.loc[articles["is_canonical"], "article_id"])
    ours = mentions.loc[mentions["article_id"].isin(counted) & mentions["form"].isin(NAMED)]
    return asked_targets(ours, sentences.loc[sentences["article_id"].isin(counted)], entities)


def tones_by(measure: str, asked: pd.DataFrame, sentences: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Give the tone of every sentence asked for, by one of the `measures`.

    Args:
        measure: a name that `measures.is_measure` knows.
        asked: what `asked_of` returned.
        sentences: `schemas.SENTENCES` of the same articles.
        known: `schemas.TARGETS` that the store holds.

    Returns:
        The columns of `toward.TONES` with those of `asked`, in order of the key
        of `schemas.TARGETS`.

    Raises:
        ModelError: a model is missing or altered.
    """
    if measure in LEXICONS:
        tones = tones_of_sentences(asked, sentences, measure=LEXICONS[measure])
    elif measure == TARGET:
        tones = tones_of_targets(scored_targets(asked, known, scorer_of(measure), targets_version()))
    else:
        tones = tones_of_targets(scored_targets(asked, TARGETS.empty(), scorer_of(measure), measure))
    return asked.merge(tones, on=["article_id", "start_char", "end_char", "entity_id"], validate="one_to_one")


def score_period_targets(
    store: Store, periods: Iterable[tuple[Period, ...]], *, top: int, notify: Callable[[str], None] | None = None
) -> TargetsReport:
    """Score for some briefings what the store does not hold yet, and keep it there.

    A name that only a watchlist has is in no mention of the store: its
    sentences are scored whenever the briefing is made.

    Args:
        store: opened at its latest version.
        periods: of each briefing its trend, oldest first, the briefing's own last.
        top: parameter of the briefing.
        notify: told in a sentence when it waits for another run.

    Raises:
        StoreError: another run holds the store, or it cannot be written.
        ModelError: a model file is missing or altered.
    """
    trends = list(periods)
    return keep_targets(store, lambda held: _asked_in(held, trends, top), toward, targets_version(), notify=notify)


def _asked_in(store: Store, trends: Iterable[tuple[Period, ...]], top: int) -> pd.DataFrame:
    found = []
    for trend in trends:
        own = store.articles(trend[-1].start, trend[-1].end, columns=["article_id", "is_canonical"])
        every = store.articles(trend[0].start, trend[-1].end, columns=["article_id", "is_canonical"])
        mentions, sentences = (table(article_ids=every["article_id"]) for table in (store.mentions, store.sentences))
        chosen = entities_of_interest(mentions, own, donors_in(store.claims(article_ids=own["article_id"])), top=top)
        found.append(asked_of(mentions, sentences, every, chosen))
    return pd.concat(found).drop_duplicates(list(TARGETS.key)).sort_values(list(TARGETS.key), ignore_index=True)


def donors_in(claims: pd.DataFrame) -> list[str]:
    """List who is said to give in claims that count."""
    return sorted(claims.loc[claims["exclude_reason"].fillna("") == "", "donor"].dropna().unique())
