"""The data dictionary: `data/README.md`, written from the contracts of the tables."""

from analysis.schemas import TABLES, Column, Table

_HEAD = """\
# Data

Written by `newsbook dictionary` from `analysis/schemas.py`; a test keeps it current.

- `sample/` holds articles written for this project, with what a correct reading gives in `sample/GOLD`.
- `reference/` holds the tables that the rules read: entities, currencies, corrections ...
- `store/` (not in git) is made by `newsbook ingest`: one Delta Lake table a folder, Parquet underneath.
- `raw/` (not in git) is where exports of press databases are put.

Types: `timestamp` is UTC in microseconds, `date` an ISO 8601 day, `decimal` an exact number in whole
units, `json` canonical JSON text.
"""


def data_dictionary() -> str:
    """Write the dictionary of every table, as Markdown."""
    return _HEAD + "".join(_table(table) for table in TABLES)


def _table(table: Table) -> str:
    rows = "".join(_row(column) for column in table.columns)
    key = ", ".join(f"`{name}`" for name in table.key)
    return (
        f"\n## {table.name}\n\nA row is {table.row}. Key: {key}.\n\n"
        f"| column | type | may be empty | meaning |\n| --- | --- | --- | --- |\n{rows}"
    )


def _row(column: Column) -> str:
    meaning = column.meaning
    if column.unit:
        meaning += f" Unit: {column.unit}."
    if column.values:
        meaning += f" One of {', '.join(f'`{value}`' for value in column.values)}."
    return (
        f"| `{column.name}` | {column.dtype} | {'yes' if column.null else 'no'} | {meaning.replace('|', '&#124;')} |\n"
    )
