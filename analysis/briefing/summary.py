"""In brief: what changed, as computed sentences, each with a number, a change and a reason.

A sentence is written only where there is something to say: a change within
noise is none. Every number links to the row or section that holds its
sentences.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice, pairwise
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, identifier, render_part, said
from analysis.briefing.ledger_view import in_order, instrument_words, printed_amount
from analysis.briefing.mentions_view import GROUPS, SHOWN, shown_named
from analysis.briefing.not_counted import not_counted
from analysis.briefing.outlets_view import copied_stories, story_identifier
from analysis.briefing.periods import Period
from analysis.briefing.reasons import reason_words
from analysis.briefing.revisions import column_words, revisions
from analysis.briefing.totals_view import Totals, givers_of, totals_of
from analysis.briefing.wording import (
    first_upper,
    is_none,
    listed,
    many,
    money,
    number_word,
    percent,
    with_article,
    words,
)
from analysis.charts.style import rows_of
from analysis.mentions.intervals import difference_interval

MOST = 6  # sentences at most
_WIDE = Decimal("1.25")  # a best figure so many times the floor is told with its bounds
LEAST = 3  # where fewer things changed, the page says how what did not change stands


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
    note = f"The {edition.span} before is {edition.previous.spoken}. Each number opens what it was counted from."
    return render_part("brief", findings=found, nothing=nothing, note=note)


def findings(edition: Edition, shares: pd.DataFrame) -> list[Finding]:
    """Give the findings of an edition, most important first, six at most.

    What changed by no more than noise is told only where less than three
    things changed, and is said to be noise.
    """
    left_out, copied = _left_out(edition), _copied(edition)
    told = chain(
        _pledged(edition),
        _largest(edition),
        _moved_on(edition),
        _revised(edition),
        _movers(edition, shares),
        (share.finding for share in (left_out, copied) if share and share.is_beyond_noise),
    )
    changed = list(islice(told, MOST))
    still = [share.finding for share in (left_out, copied) if share and not share.is_beyond_noise]
    return changed + still[: max(LEAST - len(changed), 0)]


@dataclass(frozen=True, slots=True)
class Share:
    """A finding about a share of the period, and whether it changed by more than noise."""

    finding: Finding
    is_beyond_noise: bool


def _pledged(edition: Edition) -> Iterator[Finding]:
    new = edition.new_pledges(edition.period)
    now, then = totals_of(new), totals_of(edition.new_pledges(edition.previous))
    currency, before = edition.parameters.currency, f"the {edition.span} before"
    if not now.pledges:
        against = f"; {many(then.pledges, 'pledge')} {before}" if then.pledges else ""
        yield Finding("No", "pledges", f"new pledge was reported{against}.")
        return
    donors, several = givers_of(new)
    more = " and others not named" if several else ""
    givers = (
        f"by {number_word(donors)} {'donor' if donors == 1 else 'donors'}{more}"
        if donors
        else "by donors who are not named"
        if several
        else "by nobody who is named"
    )
    known = f"{money(then.best, currency)} {before}" if then.converted else f"none with a figure {before}"
    if now.converted:
        bound = "or more " if now.is_open else ""
        wide = _interval(now, currency)
        sentence = f"{bound}newly pledged {givers}, in {many(now.pledges, 'reported pledge')}{wide}; {known}."
    else:
        noun = "new pledge" if now.pledges == 1 else "new pledges"
        sentence = f"{noun} {givers}, with no sum that could be converted; {known}."
    number = money(now.best, currency) if now.converted else f"{now.pledges:,}"
    yield Finding(number, "pledges", sentence, _weight(edition, new, now))


def _interval(now: Totals, currency: str) -> str:
    """Give floor and ceiling where the floor is far under the best figure, which then hangs on vague words."""
    if now.floor * _WIDE > now.best:
        return ""
    end = "no upper bound" if now.is_open else money(now.ceiling, currency)
    return f", from {money(now.floor, currency)} to {end}"


def _weight(edition: Edition, new: pd.DataFrame, now: Totals) -> Markup | str:
    """Give the reason a total is what it is: its largest part."""
    top = in_order(new).iloc[0]
    if is_none(top["best_converted"]) or not now.best:
        return "The ledger shows what was promised, as printed."
    if len(new) == 1:
        return "It is new: no earlier article in the store has it."
    share = percent(float(top["best_converted"] / now.best))
    return Markup("The largest, from {}, is {} of it. All are new: no earlier article in the store has them.").format(
        _donor(top, edition), share
    )


def _donor(pledge: pd.Series, edition: Edition) -> Markup | str:
    return "a giver not named" if is_none(pledge["donor"]) else said(with_article(edition.name(pledge["donor"])), 60)


def _largest(edition: Edition) -> Iterator[Finding]:
    new = edition.new_pledges(edition.period)
    if new.empty or new["best_converted"].isna().all():
        return
    top = in_order(new).iloc[0]
    listed = is_none(top["recipient_text"]) and not is_none(top["recipient"])
    to = with_article(edition.name(top["recipient"])) if listed else edition.receiver(top)
    bound = "or more: " if is_none(top["high_converted"]) else ""
    sentence = Markup("{}the largest new pledge, {} from {}{}; {}.").format(
        bound,
        said(printed_amount(top), 80),
        _donor(top, edition),
        Markup(" to {}").format(said(to, 60)) if to else "",
        _largest_before(edition),
    )
    purpose = "" if is_none(top["purpose"]) else Markup("{}. ").format(said(_as_sentence(top["purpose"]), 200))
    reported = f"{many(int(top['articles']), 'article')}, {many(int(top['independent_texts']), 'independent text')}."
    number = money(top["best_converted"], edition.parameters.currency)
    bounds = [top["low_converted"], top["high_converted"]]
    if not any(map(is_none, bounds)) and top["low_converted"] * _WIDE < top["best_converted"]:
        low, high = (money(value, edition.parameters.currency) for value in bounds)
        reported = f"From {low} to {high}. {reported}"
    instrument = instrument_words(top["instrument"])
    why = Markup("{}Status: {}; {}. {}").format(purpose, words(top["status"]), instrument, reported)
    yield Finding(number, identifier(top["pledge_id"], "pledge-"), sentence, why)


def _largest_before(edition: Edition) -> str:
    """Say how large the largest was in the period before."""
    before = edition.new_pledges(edition.previous).dropna(subset=["best_converted"])
    if before.empty:
        return f"none with a figure the {edition.span} before"
    largest = in_order(before).iloc[0]["best_converted"]
    return f"the largest of the {edition.span} before was {money(largest, edition.parameters.currency)}"


def _as_sentence(text: object) -> str:
    return first_upper(str(text).strip().rstrip("."))


def _moved_on(edition: Edition) -> Iterator[Finding]:
    """Earlier pledges that a later report changed: another stage, another sum."""
    changed = changed_pledges(edition, edition.period)
    if changed.empty:
        return
    before = len(changed_pledges(edition, edition.previous))
    first = in_order(changed).iloc[0]
    example = Markup("The largest: {} from {}, now {}.").format(
        said(printed_amount(first), 80), _donor(first, edition), words(first["status"])
    )
    noun = "earlier pledge moved on" if len(changed) == 1 else "earlier pledges moved on"
    sentence = f"{noun} to a new stage or another figure this {edition.span}; {before:,} the {edition.span} before."
    yield Finding(f"{len(changed):,}", identifier(first["pledge_id"], "pledge-"), sentence, example)


def changed_pledges(edition: Edition, period: Period) -> pd.DataFrame:
    """Give pledges first reported before a period that have a new stage or figure in it."""
    start, end = period.start.isoformat(), period.end.isoformat()
    older = edition.pledges.loc[edition.pledges["first_reported"] < start]
    return older.loc[[_has_step(stages, start, end) for stages in older["stages"]]]


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
    how = f"now another {listed(column_words(first.changed))}" if first.changed else "no longer a pledge"
    reasons = Counter(revision.reason for revision in found)
    because = listed([f"{reason} ({number:,})" if len(reasons) > 1 else reason for reason, number in _most(reasons)])
    why = Markup("For example {}, {}. The reason: {}; nobody reported on {} again.").format(
        said(first.printed, 80), how, because, "it" if len(found) == 1 else "them"
    )
    shown = {*edition.pledges_again()["pledge_id"], *edition.new_pledges(edition.period)["pledge_id"]}
    target = identifier(first.pledge_id, "pledge-") if first.pledge_id in shown else "again"
    yield Finding(f"{len(found):,}", target, sentence, why)


def _most(tally: "Counter[str]") -> list[tuple[str, int]]:
    """Give a tally, most frequent first, in an order that depends on nothing else."""
    return sorted(tally.items(), key=lambda each: (-each[1], each[0]))


def _movers(edition: Edition, shares: pd.DataFrame) -> Iterator[Finding]:
    """Who is named more, and who less, beyond noise."""
    shown = [kind for group in SHOWN for kind in GROUPS[group]]
    moved = shares.loc[shares["is_beyond_noise"] & shares["kind"].isin(shown)].sort_values("change", kind="stable")
    up, down = moved.loc[moved["change"] > 0].tail(1), moved.loc[moved["change"] < 0].head(1)
    for row in [*rows_of(up), *rows_of(down)]:
        sentence = Markup("articles name {}; {:.0f} in 100 the {} before.").format(
            said(with_article(row.name), 60), row.share_before, edition.span
        )
        counted = f"{row.articles:,} of {many(row.base, 'independent text')}"
        why = f"{counted}, against {row.articles_before:,} of {row.base_before:,}: more than noise at 95 %."
        yield Finding(f"{row.share:.0f} in 100", _panel(row, edition, shares), sentence, why)


def _panel(row: Any, edition: Edition, shares: pd.DataFrame) -> str:
    """Where the sentences of an entity stand: its panel where it has one, else the section."""
    group = next(group for group in SHOWN if row.kind in GROUPS[group])
    shown = set(shown_named(edition, shares, group)["entity_id"])
    return identifier(row.entity_id, "m-") if row.entity_id in shown else "mentions"


def _left_out(edition: Edition) -> Share | None:
    """Tell what was read and not counted; it changed if its share of all amounts did."""
    seen = not_counted(edition)
    if seen.empty:
        return None
    before, span = len(not_counted(edition, edition.previous)), edition.span
    base, base_before = (_amounts_read(edition, period) for period in (edition.period, edition.previous))
    tally = seen["exclude_reason"].value_counts()
    reasons = sorted(tally.index, key=lambda reason: (-int(tally[reason]), reason))
    noun = "amount was read and not counted" if len(seen) == 1 else "amounts were read and not counted"
    why = f"Most often: {listed([reason_words(reason)[0].lower() for reason in reasons[:3]])}."
    against = f"{before:,} of {base_before:,} the {span} before" if base_before else f"none were read the {span} before"
    moved, noise = _against_noise(len(seen), base, before, base_before)
    sentence = f"{noun}, of {base:,} read; {against}{noise}."
    return Share(Finding(f"{len(seen):,}", identifier(reasons[0], "reason-"), sentence, why), moved)


def _amounts_read(edition: Edition, period: Period) -> int:
    """Count the claims with an amount in independent texts of a period."""
    articles = edition.articles_of(period)
    claims = edition.claims_of(period)
    ours = claims["article_id"].isin(articles.loc[articles["is_canonical"], "article_id"])
    return int((ours & claims["currency"].notna()).sum())


def _against_noise(now: int, base: int, before: int, base_before: int) -> tuple[bool, str]:
    """Whether a share changed by more than noise, and the words for it where it did not."""
    low, high = difference_interval(now, base, before, base_before)
    moved = low > 0 or high < 0
    return moved, "" if moved else ", a change within noise" if base_before else ""


def _copied(edition: Edition) -> Share | None:
    """Tell how many articles are copies; they changed if their share of the articles did."""
    articles, earlier = edition.articles, edition.articles_of(edition.previous)
    copies, before = (int((~table["is_canonical"]).sum()) for table in (articles, earlier))
    if not copies:
        return None
    noun = "article repeats" if len(articles) == 1 else "articles repeat"
    moved, noise = _against_noise(copies, len(articles), before, len(earlier))
    against = f"{before:,} of {len(earlier):,} the {edition.span} before{noise}"
    if earlier.empty:
        against = f"nothing was published the {edition.span} before"
    sentence = f"of {len(articles):,} {noun} a text that is counted elsewhere; {against}."
    target = story_identifier(copied_stories(articles)["story_id"].iloc[0]) if _runs_here(articles) else "outlets"
    return Share(Finding(f"{copies:,}", target, sentence, "Copies have one vote: they add evidence only."), moved)


def _runs_here(articles: pd.DataFrame) -> bool:
    """Whether a text ran twice in these articles; a copy may be of one that ran before them."""
    return bool(articles["story_id"].duplicated().any())
