"""A span of the store for a notebook to look around in.

The tables and figures are the briefing's own, so that what an analyst sees here
is what a reader will see there. In JupyterLab the page's style is not at hand;
`use_style` brings it, held to our own outputs.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from analysis.briefing.edition import Edition, load_edition, place_of
from analysis.briefing.figures import Head, show_figure, show_table
from analysis.briefing.html import TEMPLATES, Fragment, render_part
from analysis.briefing.masthead import counted
from analysis.briefing.params import check_parameters
from analysis.briefing.wording import OPEN, count, decimal, is_none, many, millions, sign, words
from analysis.charts.lines import plot_lines
from analysis.charts.style import rows_of
from analysis.corpus.store import open_store
from analysis.money.convert import convert_pledges
from analysis.money.corrections import apply_corrections
from analysis.money.ledger import merge_claims
from analysis.money.totals import pledge_totals

_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\n\}\n", re.DOTALL)
_PAGE = re.compile(r"^(?::root|html|body)(?= \{)", re.MULTILINE)
# JupyterLab aligns every cell right, shades every other row and floats definition lists; its cells are
# narrower than the window, it runs no script of ours, and no file lies beside a notebook.
_LAB = """
:scope { padding: .5rem 1rem; }
:scope:scope table.stack :is(td, th) { text-align: left; vertical-align: top; white-space: normal; max-width: none; }
:scope:scope table.stack .r { text-align: right; }
:scope:scope table.stack tr { background: none; }
:scope:scope table.dataframe :is(td, th) { text-align: left; vertical-align: top; overflow-wrap: break-word; }
:scope:scope table.dataframe :is(th, td:first-of-type) { overflow-wrap: normal; }
:scope:scope :is(figure.beside, .evidence) { display: block; }
:scope:scope figure.beside > figcaption { padding: 0; border: 0; margin-top: .5em; }
:scope:scope dl.totals > div > :is(dt, dd) { float: none; display: block; width: auto; margin: 0; padding: 0; }
:scope:scope dl :is(dt, dd) { float: none; }
:scope:scope .tools { display: none; }
:scope:scope a[download]:not([href^="data:"]) { color: inherit; text-decoration: none; pointer-events: none; }
"""
_READ: Final = ["donor", "recipient", "amount_text", "status", "low_converted"]
_AROUND: Final = 90  # characters of an excerpt on either side
LINES: Final = 4  # names in one chart of lines; more would cross


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

    def find(self, printed: str) -> pd.DataFrame:
        """Find the texts that print some words, whatever their case.

        Args:
            printed: plain words; no pattern.

        Returns:
            `published_at`, `outlet`, `headline` and `excerpt` (the words in their place), oldest first.
        """
        store = open_store(place_of(self.edition.parameters.store), version=self.edition.store_version)
        ids = list(self.texts["article_id"])
        bodies = {row.article_id: row.body for rows in store.bodies(ids, ["body"]) for row in rows_of(rows)}
        places = {name: body.casefold().find(printed.casefold()) for name, body in bodies.items()}
        hits = self.texts.loc[[places.get(name, -1) >= 0 for name in self.texts["article_id"]]]
        excerpts = [_excerpt(bodies[name], places[name], len(printed)) for name in hits["article_id"]]
        found = hits.assign(excerpt=pd.Series(excerpts, index=hits.index, dtype="str"))
        return found.sort_values("published_at")[["published_at", "outlet", "headline", "excerpt"]].reset_index(
            drop=True
        )

    def sentences(self, entity_id: str) -> pd.DataFrame:
        """Give the sentences that name somebody, oldest first, with outlet, day, alias and form."""
        named = self.mentions.loc[self.mentions["entity_id"] == entity_id]
        sourced = named.merge(self.texts[["article_id", "published_at", "outlet"]], on="article_id")
        ordered = sourced.sort_values(["published_at", "article_id", "start_char"])
        return ordered[["published_at", "outlet", "alias", "form", "sentence"]].reset_index(drop=True)

    def doubtful(self) -> pd.DataFrame:
        """Give the claims of the span that count, the least sure first, with what was read in each."""
        claims = self.edition.claims_of(self.edition.period)
        ours = claims.loc[(claims["exclude_reason"] == "") & claims["article_id"].isin(self.texts["article_id"])]
        ordered = ours.sort_values(["confidence", "claim_id"])
        return ordered[["claim_id", "confidence", "donor", "recipient", "text", "status", "sentence"]].reset_index(
            drop=True
        )

    def corrected(self, claim_id: str, field: str, value: str) -> "Span":
        """Try a correction: the same span with its ledger merged again; nothing is written.

        Args:
            claim_id: a claim of the ledger.
            field: what `newsbook correct` takes: a column of the claim, `same_as`, `apart_from` or `part_of`.
            value: its right value; empty for null.

        Raises:
            SchemaError: the value does not fit the field.
        """
        edition = self.edition
        row = {"claim_id": claim_id, "field": field, "value": value, "because": "a trial"}
        every = pd.concat([edition.corrections, pd.DataFrame([row], dtype="str")], ignore_index=True)
        claims, _ = apply_corrections(edition.claims, every)
        ledger = merge_claims(claims, edition.archive, corrections=every)
        pledges = convert_pledges(ledger, edition.parameters.currency)
        return Span(replace(edition, claims=claims, pledges=pledges, corrections=every))

    def against(self, other: "Span") -> pd.DataFrame:
        """Give the pledges that read otherwise in another span, with both readings side by side.

        Returns:
            `pledge_id`, and each of donor, recipient, amount, status and low with `_here` and `_there`;
            null where there is no such pledge.
        """
        sides = [span.pledges.set_index("pledge_id")[_READ] for span in (self, other)]
        joined = sides[0].merge(
            sides[1],
            how="outer",
            left_index=True,
            right_index=True,
            suffixes=("_here", "_there"),
            validate="one_to_one",
        )
        same = [
            all(_same(row[f"{name}_here"], row[f"{name}_there"]) for name in _READ) for row in joined.to_dict("records")
        ]
        return joined.loc[[not each for each in same]].reset_index()

    def totals(self, by: str) -> Fragment:
        """Show the totals of the pledges first reported in the span by one of their columns, as floor, best, ceiling.

        Raises:
            SchemaError: `by` is no column to group by.
        """
        table = pledge_totals(self.pledges, by=by)
        unit = f"{sign(self.edition.parameters.currency)}m"
        known = table["ceiling"].where(~table["open"].astype("bool"))
        named = table.assign(name=[words(value) for value in table[by]], ceiling=known)
        heads = [
            Head("name", by.capitalize()),
            Head("n", "Pledges", count),
            *(Head(bound, f"{bound.capitalize()}, {unit}", _in_millions) for bound in ("floor", "best", "ceiling")),
        ]
        caption = (
            "Parts of a sum, cancelled and denied pledges are left out; a ceiling is open where a bound is missing."
        )
        return show_table(named, heads, name=f"totals-{by}", caption=caption, nothing="No pledge has a figure.")

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


def _in_millions(value: object) -> str:
    return OPEN if is_none(value) else millions(value)


def _excerpt(text: str, start: int, length: int) -> str:
    """Cut some words out of a text, with what stands around them, as one line."""
    begin, end = max(start - _AROUND, 0), start + length + _AROUND
    line = " ".join(text[begin:end].split())
    return f"{'… ' if begin else ''}{line}{' …' if end < len(text) else ''}"


def _same(here: object, there: object) -> bool:
    return (is_none(here) and is_none(there)) or here == there


def use_style() -> Fragment:
    """Bring the page's style to a notebook, held to outputs in HTML; a page has it already.

    JupyterLab's theme need not be the system's, so the light palette is taken
    with its own background.
    """
    style = (TEMPLATES / "newsbook" / "style.css").read_text(encoding="utf-8")
    screen = _DARK.sub("", style.partition("@media print")[0])
    held = _PAGE.sub(":scope", screen)
    return Fragment(f"<style>@scope (.jp-RenderedHTML) {{ {held} {_LAB} }}</style>")
