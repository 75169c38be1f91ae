"""In brief: what changed, as computed sentences, each with a number, a change and a reason.

A sentence is written only where there is something to say: a change within
noise is none. Every number links to the row or section that holds its
sentences.
"""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, identifier, render_part, said
from analysis.briefing.ledger_view import in_order
from analysis.briefing.not_counted import not_counted
from analysis.briefing.reasons import reason_words
from analysis.briefing.totals_view import Totals, totals_of
from analysis.briefing.wording import is_none, listed, many, money, number_word, words

MOST = 6  # sentences at most


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the summary: its number, where that leads, and why."""

    number: str
    target: str
    words: Markup
    why: Markup = Markup()


def show_brief(edition: Edition, shares: pd.DataFrame) -> Fragment:
    """The sentences that open the page.

    Args:
        edition: what the briefing is about.
        shares: what `mention_shares` returned.
    """
    if edition.articles.empty:
        nothing = f"The store holds no article published in this {edition.span}: there is nothing to report."
        return render_part("brief", findings=[], nothing=nothing)
    return render_part("brief", findings=findings(edition, shares), nothing="")


def findings(edition: Edition, shares: pd.DataFrame) -> list[Finding]:
    """The findings of an edition, most important first, six at most."""
    found = [
        *_pledged(edition),
        *_largest(edition),
        *_moved_on(edition),
        *_movers(edition, shares),
        *_left_out(edition),
        *_copied(edition),
    ]
    return found[:MOST]


def _pledged(edition: Edition) -> list[Finding]:
    now, then = totals_of(edition.new_pledges(edition.period)), totals_of(edition.new_pledges(edition.previous))
    currency = edition.parameters.currency
    before = f"the {edition.span} before"
    if not now.pledges:
        against = f"; {many(then.pledges, 'pledge')} {before}" if then.pledges else ""
        return [Finding("0", "pledges", Markup("new pledges were reported{}.").format(against))]
    donors = edition.new_pledges(edition.period)["donor"].nunique()
    bound = ", at least" if now.is_open else ""
    against = f"{money(then.best, currency)} {before}" if then.converted else f"no converted pledge {before}"
    sentence = Markup("newly pledged by {}{}, in {}; {}.").format(
        f"{number_word(donors)} {'donor' if donors == 1 else 'donors'}",
        bound,
        many(now.pledges, "reported pledge"),
        against,
    )
    return [Finding(money(now.best, currency) if now.converted else "0", "pledges", sentence, _weight(edition, now))]


def _weight(edition: Edition, now: Totals) -> Markup:
    """The reason a total is what it is: its largest part."""
    top = in_order(edition.new_pledges(edition.period)).iloc[0]
    if is_none(top["best_converted"]) or not now.best:
        return Markup("No sum could be converted; the ledger shows them as printed.")
    share = 100 * Decimal(str(top["best_converted"])) / now.best
    donor = edition.name(top["donor"]) if not is_none(top["donor"]) else "a giver not named"
    return Markup("{} alone is {} of it. New this {}: nobody in the store reported these before.").format(
        said(donor, 60), f"{share:.0f} %", edition.span
    )


def _largest(edition: Edition) -> list[Finding]:
    new = edition.new_pledges(edition.period)
    if new.empty:
        return []
    top = in_order(new).iloc[0]
    if is_none(top["best_converted"]):
        return []
    donor = edition.name(top["donor"]) if not is_none(top["donor"]) else "a giver not named"
    to = Markup(" to {}").format(said(edition.name(top["recipient"]), 60)) if not is_none(top["recipient"]) else ""
    purpose = Markup(", {}").format(said(top["purpose"], 120)) if not is_none(top["purpose"]) else ""
    sentence = Markup("{} from {}{}{}: the largest new pledge.").format(
        said(top["amount_text"], 80), said(donor, 60), to, purpose
    )
    heard = f"{many(int(top['articles']), 'article')}, {many(int(top['independent_texts']), 'independent text')}; {words(top['status'])}, {words(top['instrument'])}."
    number = money(top["best_converted"], edition.parameters.currency) + ("+" if is_none(top["high_converted"]) else "")
    return [Finding(number, identifier(top["pledge_id"], "pledge-"), sentence, Markup(heard))]


def _moved_on(edition: Edition) -> list[Finding]:
    """Earlier pledges that a later report changed: another stage, another sum."""
    changed = changed_pledges(edition)
    if changed.empty:
        return []
    first = changed.iloc[0]
    donor = edition.name(first["donor"]) if not is_none(first["donor"]) else "a giver not named"
    example = Markup("For example {} from {}, now {}.").format(
        said(first["amount_text"], 80), said(donor, 60), words(first["status"])
    )
    noun = "earlier pledge moved on" if len(changed) == 1 else "earlier pledges moved on"
    return [
        Finding(
            f"{len(changed)}",
            "again",
            Markup("{}: a new stage or a new figure was reported this {}.").format(noun, edition.span),
            example,
        )
    ]


def changed_pledges(edition: Edition) -> pd.DataFrame:
    """Pledges first reported before the period whose life has a step within it."""
    start, end = edition.period.start.isoformat(), edition.period.end.isoformat()
    again = edition.pledges_again()
    return again.loc[[_has_step(stages, start, end) for stages in again["stages"]]]


def _has_step(stages: str, start: str, end: str) -> bool:
    import json  # noqa: PLC0415

    steps = [step.get("date") for step in json.loads(stages)[1:]]
    return any(day is not None and start <= day <= end for day in steps)


def _movers(edition: Edition, shares: pd.DataFrame) -> list[Finding]:
    """Who is named more, and who less, beyond noise."""
    moved = shares.loc[shares["is_beyond_noise"]]
    found = []
    for side in (
        moved.loc[moved["change"] > 0].nlargest(1, "change"),
        moved.loc[moved["change"] < 0].nsmallest(1, "change"),
    ):
        for row in side.itertuples(index=False):
            sentence = Markup("articles name {}; {} the {} before.").format(
                said(row.name, 60), f"{row.share_before:.0f} in 100", edition.span
            )
            why = f"{row.articles:,} of {many(row.base, 'independent text')}, against {row.articles_before:,} of {row.base_before:,}: more than noise at 95 %."
            target = identifier(row.entity_id, "m-") if row.articles else "mentions"
            found.append(Finding(f"{row.share:.0f} in 100", target, sentence, Markup(why)))
    return found


def _left_out(edition: Edition) -> list[Finding]:
    seen = not_counted(edition)
    if seen.empty:
        return []
    tally = seen["exclude_reason"].value_counts()
    reasons = sorted(tally.index, key=lambda reason: (-int(tally[reason]), reason))[:3]
    why = f"Most often: {listed([reason_words(reason)[0].lower() for reason in reasons])}."
    noun = "amount was read and not counted" if len(seen) == 1 else "amounts were read and not counted"
    return [
        Finding(
            f"{len(seen):,}",
            identifier(reasons[0], "reason-"),
            Markup("{}, each with its reason.").format(noun),
            Markup(why),
        )
    ]


def _copied(edition: Edition) -> list[Finding]:
    articles = edition.articles
    copies = int((~articles["is_canonical"]).sum())
    if not copies:
        return []
    share = 100 * copies / len(articles)
    noun = "articles repeats" if copies == 1 else "articles repeat"
    sentence = f"of {len(articles):,} {noun} a text that ran elsewhere ({share:.0f} %); copies have one vote."
    return [Finding(f"{copies:,}", "outlets", Markup(sentence))]
