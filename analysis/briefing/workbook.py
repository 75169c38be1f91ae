"""`ledger.xlsx`: the tables of a briefing as one workbook.

A sheet a table, with filters, frozen headings and formatted numbers, and a
dictionary of every column. The same tables give the same bytes: the creation
date is fixed, and no cell is a formula or a link.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.briefing.tone_table import TONE
from analysis.money.years import BY_YEAR
from analysis.schemas import ARTICLES, CLAIMS, MENTIONS, NEW_NAMES, PLEDGES, SENTENCES, Column

_SCHEMAS = {
    "pledges": (PLEDGES,),
    "pledges_by_year": (BY_YEAR,),
    "claims": (CLAIMS, ARTICLES),
    "mentions": (MENTIONS, ARTICLES),
    "new_names": (NEW_NAMES, ARTICLES),
    "tone": (TONE, ARTICLES),
    "sentiment": (SENTENCES, ARTICLES),
    "amounts_not_counted": (CLAIMS, ARTICLES),
}
# What a briefing adds to the tables of the store.
_ADDED = {
    "donor_name": Column("donor_name", "str", "Who gives, by name: of the register, else as printed.", null=True),
    "recipient_name": Column("recipient_name", "str", "Who receives: by name, else as printed.", null=True),
    "evidence": Column(
        "evidence", "str", "The sentences it came from, one a text, with outlet and day of publication."
    ),
    "in_headline": Column("in_headline", "bool", "Whether the article's headline names it; null for a capital alone."),
    "in_lede": Column("in_lede", "bool", "Whether the first paragraph names it; null for a capital alone."),
}
_FIRST = (
    *("donor_name", "recipient_name", "amount_text", "low_converted", "best_converted", "high_converted"),
    *("converted_currency", "status", "instrument", "purpose", "first_reported", "articles", "independent_texts"),
    "evidence",
)
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # Excel knows no zones
_CELL_LIMIT = 32_767  # characters, Excel's own limit
_ROW_LIMIT = 1_048_575  # rows below the heading, Excel's own limit
_LINE = 15  # points
_MOST_LINES = 5  # of a row; the cell holds the rest
_NARROWEST, _WIDEST = 12, 28  # characters of a column that is not listed here
_WIDE = {
    "sentence": 80,
    "evidence": 80,
    "purpose": 40,
    "headline": 40,
    "url": 30,
    "meaning": 80,
    "note": 30,
    "exclude_reason": 16,
}


def write_workbook(tables: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Write `tables` as the workbook `path`, one sheet each and a dictionary.

    Args:
        tables: frames by sheet name, as `edition_tables` returns them.
        path: the file; its folder is made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), {**options, "remove_timezone": True}) as book:
        book.set_properties({"title": "Reported pledges, with the sentences they came from", "created": _CREATED})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "number": book.add_format({"num_format": "#,##0.##", "valign": "top"}),
            "score": book.add_format({"num_format": "0.00", "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "line": book.add_format({"valign": "top"}),
        }
        for name, rows in tables.items():
            _write_sheet(book.add_worksheet(name), _as_read(rows), formats)
        _write_sheet(book.add_worksheet("dictionary"), dictionary(tables), formats)


def _as_read(rows: pd.DataFrame) -> pd.DataFrame:
    """Put first what a reader asks for: who, whom, how much, how firmly, and the sentences."""
    first = [name for name in _FIRST if name in rows.columns] if "evidence" in rows.columns else []
    return rows[[*first, *(name for name in rows.columns if name not in first)]]


def dictionary(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """List every column of `tables`: sheet, column, meaning and unit, from the contracts."""
    rows = []
    for name, table in tables.items():
        known: dict[str, Column] = dict(_ADDED)
        for schema in reversed(_SCHEMAS.get(name, ())):
            known |= {column.name: column for column in schema.columns}
        for title in table.columns:
            column = known.get(title, Column(title, "str", ""))
            rows.append({"sheet": name, "column": title, "meaning": column.meaning, "unit": column.unit})
    return pd.DataFrame(rows, columns=["sheet", "column", "meaning", "unit"])


def _write_sheet(sheet: Worksheet, rows: pd.DataFrame, formats: Mapping[str, Format]) -> None:
    shown = rows.head(_ROW_LIMIT)
    one_line = {**formats, "text": formats["line"]}
    widths = [_width(title, shown[title]) for title in rows.columns]
    for index, (title, width) in enumerate(zip(rows.columns, widths, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title, formats["head"])
    for number, row in enumerate(shown.itertuples(index=False, name=None), start=1):
        sheet.set_row(number, _LINE * _lines(dict(zip(rows.columns, row, strict=True))))
        for index, value in enumerate(row):
            _write_cell(sheet, number, index, value, formats if rows.columns[index] in _WIDE else one_line)
    sheet.freeze_panes(1, 1)
    if len(rows.columns):
        sheet.autofilter(0, 0, len(shown), len(rows.columns) - 1)


def _width(title: str, cells: pd.Series) -> int:
    """Give the width of a column in characters: of prose as listed, else of its longest cell, within bounds."""
    if title in _WIDE:
        return _WIDE[title]
    longest = max((len(value) for value in cells if isinstance(value, str)), default=0)
    return max(_NARROWEST, min(longest + 1, _WIDEST))


def _lines(row: Mapping[str, Any]) -> int:
    """Count the lines of the prose of a row; stated, because not every office program fits a row to wrapped text.

    >>> _lines({"pledge_id": "p-1" * 50, "purpose": "a purpose in more than forty characters"})
    1
    >>> _lines({"purpose": "a purpose told at a length of more than forty characters"})
    2
    """
    needed = (-(-len(row[title]) // width) for title, width in _WIDE.items() if isinstance(row.get(title), str))
    return max(1, min(max(needed, default=1), _MOST_LINES))


def _write_cell(sheet: Worksheet, row: int, column: int, value: Any, formats: Mapping[str, Format]) -> None:
    if isinstance(value, str):
        # Typed as text, so that "=cmd()" is four letters and brackets to Excel.
        sheet.write_string(row, column, _printable(value), formats["text"])
    elif value is None or pd.isna(value):
        return
    elif isinstance(value, pd.Timestamp):
        sheet.write_string(row, column, value.strftime("%Y-%m-%d %H:%M"), formats["text"])
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, float):
        sheet.write_number(row, column, value, formats["score"])
    elif isinstance(value, int | Decimal) or hasattr(value, "item"):
        sheet.write_number(row, column, float(value), formats["number"])
    else:
        sheet.write_string(row, column, _printable(str(value)), formats["text"])


def _printable(text: str) -> str:
    """Cut `text` to what an Excel cell can hold, without characters that XML forbids."""
    kept = "".join(
        c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
    return kept if len(kept) <= _CELL_LIMIT else kept[: _CELL_LIMIT - 1] + "…"
