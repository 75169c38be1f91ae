"""What one briefing is made of: the tables of its period and of the periods before.

`load_edition` is the only place of the report that opens the store. The other
modules of this package take an `Edition` and say something about it; none of
them reads a file or knows the clock.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import pandas as pd

from analysis.briefing.html import clean
from analysis.briefing.params import Parameters
from analysis.briefing.periods import Period, trend_of, whole_period
from analysis.briefing.reread import reread
from analysis.briefing.rescore import without_names
from analysis.briefing.tones import asked_of, donors_in, entities_of_interest, tones_by
from analysis.briefing.wording import first_upper, is_none, listed
from analysis.config import ROOT
from analysis.corpus.audit import dropped
from analysis.corpus.store import Store, open_store
from analysis.errors import StoreError
from analysis.mentions.count import NAMED as COUNTED
from analysis.mentions.count import first_mentions
from analysis.mentions.names.count import names_printed
from analysis.mentions.prominence import COLUMNS
from analysis.money.convert import convert_pledges
from analysis.money.corrections import apply_corrections, load_corrections, orphans_of
from analysis.money.ledger import merge_claims
from analysis.money.text.slugs import slug
from analysis.reference import Entity, load_entities
from analysis.schemas import NAMED, NAMES, TARGETS

_SMALL = frozenset(["of", "the", "and", "for", "in", "de", "la"])  # words of a name that stay small
_ABOUT = [
    "article_id",
    "url",
    "outlet",
    "headline",
    "published_at",
    "language",
    "story_id",
    "is_canonical",
]


@dataclass(frozen=True)
class Edition:
    """The tables of one briefing.

    `articles` are those of the period, copies included, without their bodies;
    `archive` is every article known at the end of the period, and undated ones.
    `claims` and `pledges` reach back to the first article, because a pledge is
    new only if nobody reported it before; `mentions` reach back over the trend.
    """

    parameters: Parameters
    periods: tuple[Period, ...]  # oldest first; the briefing's own is the last
    store_version: int
    archive: pd.DataFrame
    claims: pd.DataFrame
    pledges: pd.DataFrame
    mentions: pd.DataFrame
    sentences: pd.DataFrame
    dropped: pd.DataFrame  # what was left out, by reason: `corpus.audit.dropped`
    unmatched: pd.DataFrame  # corrections that match no claim, each with the nearest id
    corrections: pd.DataFrame = field(default_factory=pd.DataFrame)  # those that do
    # Who is in headline or first paragraph this period (`mentions.prominence`), and when who first was named.
    prominence: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(COLUMNS)))
    first_named: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["entity_id", "first_published"]))
    named: pd.DataFrame = field(default_factory=NAMES.empty)  # names in the counted articles of the period
    texts_named: int = 0  # how many of those articles names were read in
    printed_before: frozenset[str] = frozenset()  # of those names, the ones that an earlier article prints
    targets: pd.DataFrame = field(default_factory=TARGETS.empty)  # scores of tone that the store holds
    known_before: frozenset[str] | None = None  # articles the report before was made of; None where unknown

    @property
    def period(self) -> Period:
        """The period the briefing is about."""
        return self.periods[-1]

    @property
    def previous(self) -> Period:
        """The period just before, which changes are measured against."""
        return self.periods[-2]

    @property
    def span(self) -> str:
        """What the period is called: week, month ..."""
        return "period" if self.period.kind == "span" else self.period.kind

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The articles of the period, copies included."""
        return self.articles_of(self.period)

    @cached_property
    def watched(self) -> tuple[Entity, ...]:
        """The entities of the watchlist, in its order."""
        return load_entities(self.parameters.watchlist) if self.parameters.watchlist else ()

    @cached_property
    def interest(self) -> list[str]:
        """Whom a tone is shown toward: register ids."""
        watched = [entity.id for entity in self.watched]
        donors = donors_in(self.claims_of(self.period))
        return entities_of_interest(self.mentions, self.articles, donors, top=self.parameters.top, watched=watched)

    @cached_property
    def tones(self) -> pd.DataFrame:
        """The tone of each sentence of the trend that names one of them: what `tones.tones_by` returns."""
        articles = pd.concat([self.articles_of(period) for period in self.periods])
        asked = asked_of(self.mentions, self.sentences, articles, self.interest)
        return tones_by(self.parameters.sentiment, asked, self.sentences, self.targets)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names by id: of the watchlist, of the register, else as printed."""
        known = {"various": "several donors"} | {entity.id: entity.name for entity in load_entities()}
        known |= {entity.id: entity.name for entity in self.watched}
        return self._printed_names() | known

    def _printed_names(self) -> dict[str, str]:
        """Give the longest words that named each giver and receiver, for those in no register.

        Words that stand for a name ("It", "We") are none: where a text has no other, the id is spelled out.
        """
        printed: dict[str, str] = {}
        stood_for: dict[str, str] = {}
        for party in ("donor", "recipient"):
            named = self.claims[[party, f"{party}_text"]].dropna().drop_duplicates()
            for code, text in zip(named[party], named[f"{party}_text"], strict=True):
                words = code.split("-")
                if set(words).isdisjoint(slug(text).split("-")):
                    stood_for[code] = " ".join(word if word in _SMALL else first_upper(word) for word in words)
                else:
                    printed[code] = max(printed.get(code, ""), text, key=lambda words: (len(words), words))
        return stood_for | printed

    def receiver(self, pledge: pd.Series) -> str:
        """Whom a pledge goes to: the name of its receiver, the words of the text for one that is not listed, or both.

        "The Lund Hospice (Sweden)" is in a country; words that open a sentence are given as within one ("the hospice").
        Empty where nothing says who receives.
        """
        name = "" if is_none(pledge["recipient"]) else self.name(pledge["recipient"])
        words = "" if is_none(pledge["recipient_text"]) else clean(pledge["recipient_text"])
        words = f"the{words[3:]}" if words.startswith("The ") else words
        return f"{words} ({name})" if words and name and words != name else words or name

    @cached_property
    def article_records(self) -> dict[str, dict[str, Any]]:
        """The archive by article id."""
        rows = cast("list[dict[str, Any]]", self.archive.to_dict("records"))
        return {row["article_id"]: row for row in rows}

    @cached_property
    def _claim_places(self) -> dict[str, int]:
        return {claim: place for place, claim in enumerate(self.claims["claim_id"])}

    def claims_named(self, claim_ids: Iterable[str]) -> pd.DataFrame:
        """Claims by id; ids that are not there are passed over."""
        return self.claims.iloc[[self._claim_places[name] for name in claim_ids if name in self._claim_places]]

    def articles_of(self, period: Period) -> pd.DataFrame:
        """Articles published in a period, copies included."""
        return self.archive.loc[within(self.archive["published_at"], period)]

    def claims_of(self, period: Period) -> pd.DataFrame:
        """Claims read in articles of a period, copies included."""
        return self.claims.loc[self.claims["article_id"].isin(self.articles_of(period)["article_id"])]

    def new_pledges(self, period: Period) -> pd.DataFrame:
        """Pledges first reported in a period."""
        first = self.pledges["first_reported"]
        return self.pledges.loc[first.between(period.start.isoformat(), period.end.isoformat())]

    def pledges_again(self) -> pd.DataFrame:
        """Pledges reported before the period and again in it."""
        start, end = self.period.start.isoformat(), self.period.end.isoformat()
        return self.pledges.loc[
            (self.pledges["first_reported"] < start) & self.pledges["last_reported"].between(start, end)
        ]

    def name(self, code: object) -> str:
        """Give the name of one register id, or of several separated by blanks; the id where unknown."""
        return listed([self.names.get(part, part) for part in str(code).split()])


def within(moments: pd.Series, period: Period) -> pd.Series:
    """Which moments fall into a period, both days inside; undated ones do not."""
    first = pd.Timestamp(period.start, tz="UTC")
    after = pd.Timestamp(period.end, tz="UTC") + pd.Timedelta(days=1)
    return (moments >= first) & (moments < after)


def load_edition(parameters: Parameters) -> Edition:
    """Read from the store what a briefing of these parameters needs.

    Args:
        parameters: what `check_parameters` returned.

    Raises:
        StoreError: there is no such store, or no such version of it.
    """
    store = open_store(place_of(parameters.store), version=parameters.store_version)
    periods = trend_of(whole_period(parameters.start, parameters.end))
    archive = _archive(store, parameters.end)
    corrections = load_corrections()
    claims, absent = apply_corrections(store.claims(article_ids=archive["article_id"]), corrections)
    # A claim of an article of a later day is absent here, and no orphan.
    known: Iterable[str] = store.claims(columns=["claim_id"])["claim_id"] if len(absent) else ()
    matched = corrections.loc[~corrections["claim_id"].isin(absent["claim_id"])]
    recent = _ids(archive.loc[archive["published_at"] >= pd.Timestamp(periods[0].start, tz="UTC")])
    named, texts_named, before = _named(store, periods[-1], archive)
    pledges = convert_pledges(merge_claims(claims, archive, corrections=corrections), parameters.currency)
    now = _ids(archive.loc[within(archive["published_at"], periods[-1])])
    mentions, prominent = reread(store, recent, now, parameters.watchlist)
    return Edition(
        parameters=parameters,
        periods=periods,
        store_version=store.version,
        archive=archive,
        claims=claims,
        pledges=pledges,
        mentions=mentions,
        sentences=without_names(store.sentences(article_ids=recent), named, mentions, store.amounts(article_ids=now)),
        dropped=dropped(store, parameters.start, parameters.end),
        unmatched=orphans_of(absent[list(corrections.columns)], known),
        corrections=matched.reset_index(drop=True),
        prominence=prominent,
        first_named=_first_named(store, archive),
        named=named,
        texts_named=texts_named,
        printed_before=before,
        targets=store.targets(article_ids=recent),
        known_before=_known_before(parameters, store),
    )


def _known_before(parameters: Parameters, store: Store) -> frozenset[str] | None:
    """Give the articles that the store held when the report before was made, where both can tell."""
    if parameters.previous is None:
        return None
    try:
        made_from = json.loads((parameters.previous / "manifest.json").read_text(encoding="utf-8"))["rendered_from"]
        then = open_store(store.path, version=made_from["store_version"])
        return frozenset(then.articles(columns=["article_id"])["article_id"])
    except (OSError, ValueError, KeyError, TypeError, StoreError):
        return None


def _named(store: Store, period: Period, archive: pd.DataFrame) -> tuple[pd.DataFrame, int, frozenset[str]]:
    """Names of a period, in how many articles they were read, and which of them an earlier article prints."""
    ours = _ids(archive.loc[within(archive["published_at"], period)])
    named = store.names(article_ids=ours)
    texts = len(store.annotations(NAMED, article_ids=ours, columns=["article_id"]))
    unlisted = named.loc[named["entity_id"].isna(), "name"].unique()
    earlier = archive.loc[(archive["published_at"] < pd.Timestamp(period.start, tz="UTC")) & archive["is_canonical"]]
    bodies = (body for rows in store.bodies(_ids(earlier), ["body"]) for body in rows["body"])
    return named, texts, frozenset(names_printed(unlisted, bodies))


def place_of(folder: Path) -> Path:
    """Where a store lies: as given, or in the checkout, because JupyterLab starts kernels beside the notebook."""
    return ROOT / folder if not folder.exists() and (ROOT / folder).exists() else folder


def _archive(store: Store, end: date) -> pd.DataFrame:
    """Every article published by the end of a day, and those without a date."""
    articles = store.articles(columns=_ABOUT)
    after = pd.Timestamp(end, tz="UTC") + pd.Timedelta(days=1)
    return articles.loc[articles["published_at"].isna() | (articles["published_at"] < after)].reset_index(drop=True)


def _first_named(store: Store, archive: pd.DataFrame) -> pd.DataFrame:
    """When the store first names each entity of the register, to the end of the period."""
    columns = ["article_id", "entity_id", "form", "start_char"]
    ever = store.mentions(article_ids=archive["article_id"], columns=columns)
    return first_mentions(ever.loc[ever["form"].isin(COUNTED)], archive)


def _ids(articles: pd.DataFrame) -> Iterable[str]:
    return list(articles["article_id"])
