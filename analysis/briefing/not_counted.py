"""Amounts that were read and not counted, by reason, with examples."""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.html import Fragment, identifier, marked, render_part
from analysis.briefing.periods import Period
from analysis.briefing.reasons import reason_words
from analysis.briefing.wording import is_none, many, percent


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, how many amounts fell to it, and the sentences."""

    id: str
    title: str
    why: str
    amounts: int
    share: str
    example: Markup
    evidence: list[Evidence]
    left: int


def not_counted(edition: Edition, period: Period | None = None) -> pd.DataFrame:
    """Claims of a period (the edition's own) that do not count, one a text: copies have one vote.

    Gifts in kind have no amount and are not among them.
    """
    claims = edition.claims_of(period or edition.period)
    articles = edition.articles_of(period or edition.period)
    canonical = articles.loc[articles["is_canonical"], "article_id"]
    kept = claims.loc[claims["article_id"].isin(canonical) & (claims["exclude_reason"] != "")]
    return kept.loc[[not is_none(currency) for currency in kept["currency"]]]


def show_not_counted(edition: Edition) -> Fragment:
    """Show the amounts seen but not counted: a row a reason, most frequent first."""
    seen = not_counted(edition)
    tally = seen["exclude_reason"].value_counts()
    order = sorted(tally.index, key=lambda reason: (-int(tally[reason]), reason))
    rows = [_reason(reason, seen, edition) for reason in order]
    return render_part(
        "not_counted",
        id="not-counted",
        rows=rows,
        caption=f"{many(len(seen), 'amount')} in independent texts of the {edition.span}, by why they do not count.",
        nothing=f"No amount of this {edition.span} was left out of the ledger.",
    )


def _reason(reason: str, seen: pd.DataFrame, edition: Edition) -> Reason:
    rows = seen.loc[seen["exclude_reason"] == reason]
    title, why = reason_words(reason)
    evidence, left = evidence_for(rows, edition, words="text")
    first = rows.iloc[0]
    return Reason(
        id=identifier(reason, "reason-"),
        title=title,
        why=why,
        amounts=len(rows),
        share=percent(len(rows) / len(seen)),
        example=marked(str(first["sentence"]), str(first["text"]), before=70, after=70),
        evidence=evidence,
        left=left,
    )
