"""In brief: what changed, as computed sentences, each with a number, a change and a reason.

A sentence is written only where there is something to say: a change within
noise is none. Every number links to the row or section that holds its
sentences.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, identifier, render_part, said
from analysis.briefing.ledger_view import in_order
from analysis.briefing.mentions_view import GROUPS, top_named
from analysis.briefing.not_counted import not_counted
from analysis.briefing.reasons import reason_words
from analysis.briefing.revisions import revisions
from analysis.briefing.totals_view import Totals, totals_of
from analysis.briefing.wording import is_none, listed, many, money, number_word, words
from analysis.charts.style import rows_of

MOST = 6  # sentences at most


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the summary: its number, where that leads, and why."""

    number: str
    target: str
    words: Markup | str
    why: Markup | str = ""


def show_brief(edition: Edition, shares: pd.DataFrame) -> Fragment:
    """Show the sentences that open the page.

    Args:
        edition: what the briefing is about.
        shares: what `mention_shares` returned.
    """
    nothing = f"The store holds no article published in this {edition.span}: there is nothing to report."
    found = [] if edition.articles.empty else findings(edition, shares)
    return render_part("brief", findings=found, nothing=nothing)


def findings(edition: Edition, shares: pd.DataFrame) -> list[Finding]:
    """Give the findings of an edition, most important first, six at most."""
    told = chain(
        _pledged(edition),
        _largest(edition),
        _moved_on(edition),
        _revised(edition),
        _movers(edition, shares),
        _left_out(edition),
        _copied(edition),
    )
    return list(islice(told, MOST))


def _pledged(edition: Edition) -> Iterator[Finding]:
    new = edition.new_pledges(edition.period)
    now, then = totals_of(new), totals_of(edition.new_pledges(edition.previous))
    currency, before = edition.parameters.currency, f"the {edition.span} before"
    if not now.pledges:
        against = f"; {many(then.pledges, 'pledge')} {before}" if then.pledges else ""
        yield Finding("No", "pledges", f"new pledge was reported{against}.")
        return
    donors = new["donor"].nunique()
    givers = f"by {number_word(donors)} {'donor' if donors == 1 else 'donors'}" if donors else "by nobody who is named"
    known = f"{money(then.best, currency)} {before}" if then.converted else f"none with a figure {before}"
    bound = ", at least" if now.is_open else ""
    sentence = f"newly pledged {givers}{bound}, in {many(now.pledges, 'reported pledge')}; {known}."
    number = money(now.best, currency) if now.converted else f"{now.pledges:,}"
    yield Finding(number, "pledges", sentence, _weight(edition, new, now))


def _weight(edition: Edition, new: pd.DataFrame, now: Totals) -> Markup | str:
    """Give the reason a total is what it is: its largest part."""
    top = in_order(new).iloc[0]
    if is_none(top["best_converted"]) or not now.best:
        return "No sum could be converted; the ledger shows them as printed."
    share = f"{100 * top['best_converted'] / now.best:.0f} %"
    return Markup("The largest, from {}, is {} of it. All are new: no earlier article in the store has them.").format(
        _donor(top, edition), share
    )


def _donor(pledge: pd.Series, edition: Edition) -> Markup | str:
    return "a giver not named" if is_none(pledge["donor"]) else said(edition.name(pledge["donor"]), 60)


def _largest(edition: Edition) -> Iterator[Finding]:
    new = edition.new_pledges(edition.period)
    if new.empty or new["best_converted"].isna().all():
        return
    top = in_order(new).iloc[0]
    to = "" if is_none(top["recipient"]) else Markup(" to {}").format(said(edition.name(top["recipient"]), 60))
    sentence = Markup("the largest new pledge: {} from {}{}.").format(
        said(top["amount_text"], 80), _donor(top, edition), to
    )
    purpose = "" if is_none(top["purpose"]) else Markup("{}. ").format(said(_first_upper(top["purpose"]), 200))
    reported = f"{many(int(top['articles']), 'article')}, {many(int(top['independent_texts']), 'independent text')}."
    number = money(top["best_converted"], edition.parameters.currency) + ("+" if is_none(top["high_converted"]) else "")
    why = Markup("{}Status: {}; instrument: {}. {}").format(
        purpose, words(top["status"]), words(top["instrument"]), reported
    )
    yield Finding(number, identifier(top["pledge_id"], "pledge-"), sentence, why)


def _first_upper(text: object) -> str:
    plain = str(text).strip().rstrip(".")
    return plain[:1].upper() + plain[1:]


def _moved_on(edition: Edition) -> Iterator[Finding]:
    """Earlier pledges that a later report changed: another stage, another sum."""
    changed = changed_pledges(edition)
    if changed.empty:
        return
    first = in_order(changed).iloc[0]
    example = Markup("The largest: {} from {}, now {}.").format(
        said(first["amount_text"], 80), _donor(first, edition), words(first["status"])
    )
    noun = "earlier pledge moved on" if len(changed) == 1 else "earlier pledges moved on"
    sentence = f"{noun}: this {edition.span} reports a new stage or another figure."
    yield Finding(f"{len(changed):,}", identifier(first["pledge_id"], "pledge-"), sentence, example)


def changed_pledges(edition: Edition) -> pd.DataFrame:
    """Give pledges first reported before the period that have a new stage or figure in it."""
    start, end = edition.period.start.isoformat(), edition.period.end.isoformat()
    again = edition.pledges_again()
    return again.loc[[_has_step(stages, start, end) for stages in again["stages"]]]


def _has_step(stages: str, start: str, end: str) -> bool:
    """Whether a stage dated in the period differs in status or figure from the one before it."""
    steps = json.loads(stages)
    for earlier, later in pairwise(steps):
        told = later.get("date")
        differs = any(earlier.get(part) != later.get(part) for part in ("status", "low", "high"))
        if told is not None and start <= told <= end and differs:
            return True
    return False


def _revised(edition: Edition) -> Iterator[Finding]:
    """Tell what the report before this one said differently about the past."""
    found = revisions(edition)
    if not found:
        return
    gone = sum(not revision.changed for revision in found)
    noun = "revision" if len(found) == 1 else "revisions"
    sentence = (
        f"{noun} to figures of the report before: {many(len(found) - gone, 'pledge')} changed, {gone:,} withdrawn."
    )
    first = found[0]
    how = f"now another {listed([words(name) for name in first.changed])}" if first.changed else "no longer a pledge"
    why = Markup(
        "For example {}, {}. Late articles, corrections or a newer reading; nobody reported on {} again."
    ).format(said(first.printed, 80), how, "it" if len(found) == 1 else "them")
    shown = {*edition.pledges_again()["pledge_id"], *edition.new_pledges(edition.period)["pledge_id"]}
    target = identifier(first.pledge_id, "pledge-") if first.pledge_id in shown else "again"
    yield Finding(f"{len(found):,}", target, sentence, why)


def _movers(edition: Edition, shares: pd.DataFrame) -> Iterator[Finding]:
    """Who is named more, and who less, beyond noise."""
    moved = shares.loc[shares["is_beyond_noise"]].sort_values("change", kind="stable")
    up, down = moved.loc[moved["change"] > 0].tail(1), moved.loc[moved["change"] < 0].head(1)
    for row in [*rows_of(up), *rows_of(down)]:
        sentence = Markup("articles name {}; {:.0f} in 100 the {} before.").format(
            said(row.name, 60), row.share_before, edition.span
        )
        counted = f"{row.articles:,} of {many(row.base, 'independent text')}"
        why = f"{counted}, against {row.articles_before:,} of {row.base_before:,}: more than noise at 95 %."
        yield Finding(f"{row.share:.0f} in 100", _panel(row, edition, shares), sentence, why)


def _panel(row: Any, edition: Edition, shares: pd.DataFrame) -> str:
    """Where the sentences of an entity stand: its panel where it has one, else the section."""
    group = next((group for group, kinds in GROUPS.items() if row.kind in kinds), "people")
    shown = set(top_named(edition, shares, group)["entity_id"])
    return identifier(row.entity_id, "m-") if row.entity_id in shown else "mentions"


def _left_out(edition: Edition) -> Iterator[Finding]:
    seen = not_counted(edition)
    if seen.empty:
        return
    tally = seen["exclude_reason"].value_counts()
    reasons = sorted(tally.index, key=lambda reason: (-int(tally[reason]), reason))
    noun = "amount was read and not counted" if len(seen) == 1 else "amounts were read and not counted"
    why = f"Most often: {listed([reason_words(reason)[0].lower() for reason in reasons[:3]])}."
    yield Finding(f"{len(seen):,}", identifier(reasons[0], "reason-"), f"{noun}, each for a stated reason.", why)


def _copied(edition: Edition) -> Iterator[Finding]:
    copies = int((~edition.articles["is_canonical"]).sum())
    if copies:
        noun = "article repeats" if len(edition.articles) == 1 else "articles repeat"
        sentence = f"of {len(edition.articles):,} {noun} a text that is counted elsewhere."
        yield Finding(f"{copies:,}", "outlets", sentence, "Copies have one vote: they add evidence, not pledges.")
