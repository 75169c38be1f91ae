"""The sections of a briefing, in the words of its notebook.

A notebook says `sections.show_ledger(edition, ...)` and shows what comes back;
each function lives in the module that is about its subject.
"""

from collections.abc import Iterable

from analysis.briefing.accuracy import accuracy_words, show_accuracy
from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, render_part, stacked
from analysis.briefing.ledger_view import show_ledger
from analysis.briefing.limits_view import show_limits
from analysis.briefing.manifest import packages
from analysis.briefing.masthead import show_masthead
from analysis.briefing.mentions_view import mention_shares, show_mentions
from analysis.briefing.methodology import show_methodology
from analysis.briefing.named_view import show_named, show_together, show_watchlist
from analysis.briefing.new_names_view import show_new_names
from analysis.briefing.not_counted import show_not_counted
from analysis.briefing.outlets_view import show_copies, show_outlets
from analysis.briefing.summary import show_brief
from analysis.briefing.tone_sentences import show_lexicons, show_tone_sentences
from analysis.briefing.tone_trend import show_tone_over_time
from analysis.briefing.tone_view import show_tone, show_tone_by_outlet, tone_of
from analysis.briefing.totals_view import show_by_donor, show_sensitivity, show_totals
from analysis.briefing.wording import many

__all__ = [
    "accuracy_words",
    "mention_shares",
    "show_accuracy",
    "show_brief",
    "show_by_donor",
    "show_copies",
    "show_lexicons",
    "show_limits",
    "show_manifest",
    "show_masthead",
    "show_mentions",
    "show_methodology",
    "show_named",
    "show_new_names",
    "show_new_pledges",
    "show_not_counted",
    "show_outlets",
    "show_pledges_again",
    "show_sensitivity",
    "show_together",
    "show_tone",
    "show_tone_by_outlet",
    "show_tone_over_time",
    "show_tone_sentences",
    "show_totals",
    "show_watchlist",
    "stacked",
    "tone_of",
]


def show_new_pledges(edition: Edition) -> Fragment:
    """Show the ledger of pledges that nobody in the store reported before the period."""
    new = edition.new_pledges(edition.period)
    parts = int(new["parent_id"].notna().sum())
    under = f" and {many(parts, 'part')} of a sum, which {'is' if parts == 1 else 'are'} not added" if parts else ""
    caption = (
        f"{many(len(new) - parts, 'pledge')} first reported {edition.period.spoken}{under}, largest first. "
        f"Amounts at the ECB rate of the day of the first report; "
        f"texts are independent ones: copies add articles."
    )
    nothing = f"No pledge was first reported this {edition.span}."
    return show_ledger(new, edition, name="ledger", caption=caption, nothing=nothing)


def show_pledges_again(edition: Edition) -> Fragment:
    """Pledges known before that were reported again in the period, with how they moved on."""
    again = edition.pledges_again()
    caption = f"{many(len(again), 'earlier pledge')} reported again this {edition.span}; in no total of this page."
    nothing = f"No earlier pledge was reported again this {edition.span}."
    return show_ledger(again, edition, name="ledger-again", caption=caption, nothing=nothing)


def show_manifest(facts: Iterable[tuple[str, str]]) -> Fragment:
    """Show what the page was made from, so that it can be made again."""
    return render_part("manifest", facts=list(facts), packages=packages())
