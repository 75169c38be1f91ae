"""The data dictionary: `data/README.md`, generated from `analysis.schemas`."""

from analysis.schemas import KEPT, PLEDGES, TABLES, Column, Table

_OPENING = """\
# Data dictionary

Generated from `analysis/schemas.py` by `newsbook dictionary`; a test keeps it
current, so change the schemas, not this file.

| folder | what it holds | in git |
| --- | --- | --- |
| `reference/` | tables the measures read: entities, currencies, claims, corrections | yes |
| `sample/` | articles written for this project, and what a correct reading of them gives | yes |
| `raw/` | exports as received, for `newsbook ingest` | no |
| `store/` | the tables below, as Delta Lake tables | no |

**Dtypes.** `str` text; `int64` and `Int64` (may be null) whole numbers;
`float64`; `bool`; `timestamp` UTC to the microsecond; `date` ISO 8601 text;
`decimal` exact, four decimals, `decimal.Decimal` or None in frames; `json`
canonical JSON text; `bytes`. **Null** says whether a value may be missing.

**Versions.** A row of `runs` commits a version of the store: it names the Delta
version of every table. Other tools that read the Parquet underneath should read
those versions, or they may see a run that has not ended.
"""


def dictionary_markdown() -> str:
    """Write the data dictionary.

    >>> dictionary_markdown().splitlines()[0]
    '# Data dictionary'
    """
    parts = [_OPENING, "## Tables\n", _contents(), *map(_section, TABLES)]
    return "\n".join(parts)


def _contents() -> str:
    lines = [f"- [`{table.name}`](#{table.name}): {table.row}" for table in TABLES]
    return "\n".join(lines) + "\n"


def _section(table: Table) -> str:
    lines = [
        f"### {table.name}",
        "",
        f"A row is {table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}.{_where(table)}",
        "",
        "| column | dtype | null | unit | meaning |",
        "| --- | --- | --- | --- | --- |",
        *map(_line, table.columns),
        "",
    ]
    return "\n".join(lines)


def _where(table: Table) -> str:
    if table is PLEDGES:
        return " Made by each briefing, not stored: `tables/pledges.csv` beside the report."
    return " The store's own bookkeeping: no measure reads it." if table in KEPT else ""


def _line(column: Column) -> str:
    values = f" One of {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
    meaning = (column.meaning + values).replace("|", "\\|")
    null = "yes" if column.null else ""
    return f"| `{column.name}` | {column.dtype} | {null} | {column.unit} | {meaning} |"
