"""A span of the store for a notebook to look around in.

The tables and figures are the briefing's own, so that what an analyst sees here
is what a reader will see there. In JupyterLab the page's style is not at hand;
`use_style` brings it, held to our own outputs.
"""

import re
from dataclasses import dataclass

import pandas as pd

from analysis.briefing.edition import Edition, load_edition
from analysis.briefing.figures import Head, show_figure
from analysis.briefing.html import TEMPLATES, Fragment, render_part
from analysis.briefing.masthead import counted
from analysis.briefing.params import check_parameters
from analysis.briefing.wording import decimal, many
from analysis.charts.lines import plot_lines

_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\n\}\n", re.DOTALL)
_PAGE = re.compile(r"^(?::root|html|body)(?= \{)", re.MULTILINE)
# JupyterLab aligns every cell right and shades every other row.
_LAB = """
:scope { padding: .5rem 1rem; }
:scope:scope table.stack :is(td, th) { text-align: left; vertical-align: top; white-space: normal; max-width: none; }
:scope:scope table.stack .r { text-align: right; }
:scope:scope table.stack tr { background: none; }
"""
LINES = 4  # names in one chart of lines; more would cross


@dataclass(frozen=True)
class Span:
    """The tables of a span of days. Made by `open_span`."""

    edition: Edition

    @property
    def texts(self) -> pd.DataFrame:
        """Articles of the span that are counted: one of each group of copies."""
        return self.edition.articles.loc[self.edition.articles["is_canonical"]]

    @property
    def mentions(self) -> pd.DataFrame:
        """Mentions in those texts."""
        return self.edition.mentions.loc[self.edition.mentions["article_id"].isin(self.texts["article_id"])]

    @property
    def pledges(self) -> pd.DataFrame:
        """Pledges first reported in the span."""
        return self.edition.new_pledges(self.edition.period)

    def corpus(self) -> Fragment:
        """Say how much the span holds."""
        articles = self.edition.articles
        facts = [
            counted(len(articles), "article"),
            counted(len(self.texts), "independent text"),
            counted(articles["outlet"].nunique(), "outlet"),
            counted(len(self.mentions), "mention"),
            counted(len(self.pledges), "pledge first reported", "pledges first reported"),
            (f"{int(self.edition.archive['published_at'].isna().sum()):,}", "without a date, in no count"),
        ]
        return render_part("facts", facts=facts)

    def weekly_shares(self, weekly: pd.DataFrame) -> Fragment:
        """Show the shares of the names in most articles, week by week, as lines.

        Args:
            weekly: what `mention_counts` returned.
        """
        totals = weekly.groupby("entity_id")["articles"].sum().sort_values(ascending=False, kind="stable")
        leading = list(totals.head(LINES).index)
        shares = weekly.loc[weekly["entity_id"].isin(leading)]
        wide = shares.pivot_table(index="period", columns="entity_id", values="share")[leading]
        named = wide.rename(columns=self.edition.name).rename_axis(columns=None).reset_index()
        named = named.assign(period=named["period"].dt.strftime("%Y-%m-%d"))
        heads = [Head("period", "Week from"), *(Head(name, name, decimal) for name in named.columns[1:])]
        lead = self.edition.name(leading[0]) if leading else "Nobody"
        return show_figure(
            plot_lines,
            named,
            heads,
            name="weekly",
            finding=f"{lead} is named in most articles of the span",
            description=f"Lines of the {many(len(leading), 'name')} in most articles; the table holds the figures.",
            caption=f"Articles naming each, per 100 published in the week. n = {many(len(self.texts), 'text')}.",
        )


def open_span(start: str, end: str, **parameters: str | int) -> Span:
    """Open the store on a span of days, both inside; parameters as `check_parameters`."""
    given: dict[str, object] = dict(parameters)
    return Span(load_edition(check_parameters(start, end, **given)))  # type: ignore[arg-type]


def use_style() -> Fragment:
    """Bring the page's style to a notebook, held to outputs in HTML; a page has it already.

    JupyterLab's theme need not be the system's, so the light palette is taken
    with its own background.
    """
    style = (TEMPLATES / "newsbook" / "style.css").read_text(encoding="utf-8")
    screen = _DARK.sub("", style.partition("@media print")[0])
    held = _PAGE.sub(":scope", screen)
    return Fragment(f"<style>@scope (.jp-RenderedHTML) {{ {held} {_LAB} }}</style>")
