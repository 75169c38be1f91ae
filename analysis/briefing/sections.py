"""The sections of a briefing, in the words of its notebook.

A notebook says `sections.show_ledger(edition, ...)` and shows what comes back;
each function lives in the module that is about its subject.
"""

from collections.abc import Iterable

from analysis.briefing.accuracy import accuracy_words as accuracy_words
from analysis.briefing.accuracy import show_accuracy as show_accuracy
from analysis.briefing.edition import Edition
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.ledger_view import show_ledger
from analysis.briefing.limits_view import show_limits as show_limits
from analysis.briefing.masthead import show_masthead as show_masthead
from analysis.briefing.mentions_view import mention_shares as mention_shares
from analysis.briefing.mentions_view import show_mentions as show_mentions
from analysis.briefing.not_counted import show_not_counted as show_not_counted
from analysis.briefing.outlets_view import show_copies as show_copies
from analysis.briefing.outlets_view import show_outlets as show_outlets
from analysis.briefing.summary import show_brief as show_brief
from analysis.briefing.tone_view import show_tone as show_tone
from analysis.briefing.tone_view import show_tone_sentences as show_tone_sentences
from analysis.briefing.tone_view import tone_of as tone_of
from analysis.briefing.totals_view import show_by_donor as show_by_donor
from analysis.briefing.totals_view import show_sensitivity as show_sensitivity
from analysis.briefing.totals_view import show_totals as show_totals
from analysis.briefing.wording import many


def show_new_pledges(edition: Edition) -> Fragment:
    """The ledger of pledges that nobody in the store reported before the period."""
    new = edition.new_pledges(edition.period)
    caption = (
        f"{many(len(new), 'pledge')} first reported {edition.period.spoken}, largest first. Amounts in millions of "
        f"{edition.parameters.currency} at the ECB rate of the day of the first report."
    )
    nothing = f"No pledge was first reported this {edition.span}."
    return show_ledger(new, edition, id="ledger", caption=caption, nothing=nothing)


def show_pledges_again(edition: Edition) -> Fragment:
    """Pledges known before that were reported again in the period, with how they moved on."""
    again = edition.pledges_again()
    caption = f"{many(len(again), 'earlier pledge')} reported again this {edition.span}; in no total of this page."
    nothing = f"No earlier pledge was reported again this {edition.span}."
    return show_ledger(again, edition, id="ledger-again", caption=caption, nothing=nothing)


def show_manifest(facts: Iterable[tuple[str, str]]) -> Fragment:
    """What the page was made from, so that it can be made again."""
    return render_part("manifest", facts=list(facts))
