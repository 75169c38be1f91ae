"""The tables beside the page: `tables/*.csv`, complete where the page cuts.

Every text came from somewhere else, so no cell may act on the spreadsheet that
opens it: a text that a spreadsheet would run as a formula is led by an
apostrophe. The same tables as one workbook are `analysis.briefing.workbook`.
"""

import csv
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import evidence_for
from analysis.briefing.new_names import newly_named
from analysis.briefing.tone_table import tone_table
from analysis.briefing.wording import is_none, many
from analysis.briefing.workbook import write_workbook
from analysis.briefing.years_view import years_table

QUOTED = 3  # independent texts quoted in a row of pledges; claims.csv has all of them
NAMES = ("pledges", "pledges_by_year", "claims", "mentions", "new_names", "tone", "sentiment", "amounts_not_counted")

# What a reader needs to find a row's article again.
_SOURCE = ["article_id", "outlet", "published_at", "headline", "url"]
# Excel, LibreOffice and Sheets run a cell that opens with one of these; tab and
# return are skipped by them before they look.
_FORMULA_OPENERS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: Any) -> str:
    """Write one value as the text of a CSV cell that no spreadsheet runs.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(" @SUM(1)"), safe_cell("-5 degrees")
    ("'=HYPERLINK(1)", "' @SUM(1)", "'-5 degrees")

    Numbers stay numbers, and nothing stays empty:

    >>> safe_cell(Decimal("-2.50")), safe_cell(None), safe_cell(float("nan")), safe_cell("Oslo")
    ('-2.50', '', '', 'Oslo')
    """
    if isinstance(value, str):
        # Control characters and broken surrogates have no place in a table.
        text = "".join(c for c in value if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff"))
        return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA_OPENERS) else text
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def edition_tables(edition: Edition) -> dict[str, pd.DataFrame]:
    """Cut the tables of one briefing out of its edition.

    Returns:
        `pledges` first reported in the period or reported again in it, with the
        names of donor and recipient and the sentences they came from;
        `pledges_by_year`, those first reported in it, spread over their years; `claims`
        of the period that count; `amounts_not_counted` of the period, with the
        reason; `mentions`, `new_names`, `tone` (toward whom, in each sentence that names them)
        and `sentiment` (sentences scored by the lexicons) of the period. Rows
        of claims, mentions, tones and sentences carry outlet, date, headline and
        address of their article. Sorted, the same for the same edition.
    """
    claims = edition.claims_of(edition.period)
    counts = claims["exclude_reason"].fillna("") == ""
    pledges = pd.concat([edition.new_pledges(edition.period), edition.pledges_again()])
    return {
        "pledges": _with_evidence(pledges.sort_values(["first_reported", "pledge_id"], ignore_index=True), edition),
        "pledges_by_year": years_table(edition),
        "claims": _sourced(claims.loc[counts], edition),
        "mentions": _sourced(_with_prominence(edition), edition),
        "new_names": newly_named(edition),
        "tone": _sourced(tone_table(edition), edition),
        "sentiment": _sourced(edition.sentences, edition),
        "amounts_not_counted": _sourced(claims.loc[~counts], edition),
    }


def _with_evidence(pledges: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Add names and sentences to pledges, so that a row can be read and checked on its own."""
    return pledges.assign(
        donor_name=[_name(code, edition) for code in pledges["donor"]],
        recipient_name=[edition.receiver(pledge) for _, pledge in pledges.iterrows()],
        evidence=[_sentences(ids, edition) for ids in pledges["claim_ids"]],
    )


def _with_prominence(edition: Edition) -> pd.DataFrame:
    """Add whether the headline and the first paragraph of its article name who a mention names.

    Null where a text was not looked at, or names the entity by its capital alone.
    """
    return edition.mentions.merge(
        edition.prominence.astype({"article_id": "str", "entity_id": "str"}),
        on=["article_id", "entity_id"],
        how="left",
        validate="many_to_one",
    )


def _name(code: object, edition: Edition) -> str:
    return "" if is_none(code) else edition.name(code)


def _sentences(claim_ids: str, edition: Edition) -> str:
    """Write the sentences of a pledge, each text once, with outlet and day; the first of them where there are many."""
    found, left = evidence_for(edition.claims_named(json.loads(claim_ids)), edition, words="text", shown=QUOTED)
    told = [
        f"“{text.sentence.striptags()}” ({text.outlet or 'outlet not stated'}, {text.day or 'undated'})"
        for text in found
    ]
    return " ".join([*told, *([f"and {many(left, 'more text')}"] if left else [])])


def _sourced(rows: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Rows of articles of the period, each with where it was printed."""
    return rows.merge(edition.articles[_SOURCE], on="article_id", how="inner", validate="many_to_one").sort_values(
        ["published_at", "article_id", "start_char"], kind="stable", ignore_index=True
    )


def save_tables(edition: Edition) -> dict[str, int]:
    """Write the tables of a briefing where its parameters say, and count their rows.

    Nothing is written where `tables` is empty, as when an analyst runs the
    notebook by hand.

    Args:
        edition: what `load_edition` returned.

    Returns:
        Rows by table name; hand them to `sentinel`, the publish gate compares.
    """
    tables = edition_tables(edition)
    folder = edition.parameters.tables
    if folder is not None:
        write_tables(tables, folder)
        write_workbook(tables, folder / "ledger.xlsx")
    return {name: len(rows) for name, rows in tables.items()}


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write one CSV a table: UTF-8 with a byte order mark, so that Excel reads it too."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\r\n")
            writer.writerow(rows.columns)
            writer.writerows([safe_cell(value) for value in row] for row in rows.itertuples(index=False, name=None))
