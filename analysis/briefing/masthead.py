"""The head of the page: what it is about, and how much stands behind it."""

from dataclasses import replace

from analysis.briefing.accuracy import load_accuracy
from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.wording import many, percent

_ADJECTIVES = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}


def show_masthead(edition: Edition) -> Fragment:
    """Title, question, and the size of the corpus of the period."""
    articles = edition.articles
    kind = _ADJECTIVES.get(edition.period.kind, "special")
    title = edition.period.spoken
    undated = int(edition.archive["published_at"].isna().sum())
    facts = [
        ("", *counted(len(articles), "article"), "outlets"),
        ("", *counted(int(articles["is_canonical"].sum()), "independent text"), "outlets"),
        ("", *counted(articles["outlet"].nunique(), "outlet"), "outlets"),
        *([("", f"{undated:,}", "left out for want of a date", "limits")] if undated else []),
        *(_accuracy()),
        ("store version", f"{edition.store_version}", "", "manifest"),
    ]
    head = render_part(
        "masthead",
        kicker=f"{kind} briefing",
        title=title,
        dek="Who was in the news, in what tone, and who said they would pay. "
        "Every number opens the sentences it came from.",
        facts=facts,
    )
    words = f"Newsbook {kind} briefing, {title}: {len(articles):,} articles."
    return replace(head, page=(("title", f"Newsbook {kind} briefing, {title}"), ("description", words)))


def _accuracy() -> list[tuple[str, str, str, str]]:
    """Say in the head how often a pledge is read right in articles no rule was made on; nothing where not measured.

    They were written for this project, and about aid; papers and other news are read worse, which the cards tell.
    """
    measured = {row.key: row.value for row in load_accuracy()}
    right, found = (measured.get(f"pledges_unseen_claims_{name}") for name in ("precision", "recall"))
    if right is None or found is None:
        return []
    return [("pledges, on unseen articles of our own", f"{percent(right)} right, {percent(found)} found", "", "method")]


def counted(number: int, noun: str, plural: str = "") -> tuple[str, str]:
    """Give a number and its noun, which the page sets apart.

    >>> counted(1, "outlet"), counted(2, "outlet")
    (('1', 'outlet'), ('2', 'outlets'))
    """
    figure, _, words = many(number, noun, plural).partition(" ")
    return figure, words
