"""What a contract of a table is: columns with their dtypes, a key, and the faults of a frame.

`Table.check` returns the table it was given, in column order, or raises one
`SchemaError` that lists every fault. The tables themselves are in
`analysis.schemas`.

Dtypes are names, not numpy objects: `str`, `Int64` (nullable), `int64`,
`float64`, `bool`, `timestamp` (UTC, microseconds), `date` (ISO string),
`decimal` (`decimal.Decimal` or None in an object column), `json` (canonical JSON
text), `bytes` (in an object column).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis.errors import SchemaError

DTYPES = ("str", "Int64", "int64", "float64", "bool", "timestamp", "date", "decimal", "json", "bytes")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, dtype, meaning, and what is allowed in it."""

    name: str
    dtype: str
    meaning: str
    null: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()

    def faults(self, series: pd.Series) -> list[str]:
        """List everything about `series` that this column does not allow."""
        found = []
        if not _has_dtype(series, self.dtype):
            found.append(f"`{self.name}` is {series.dtype}, expected {self.dtype}")
        missing = int(series.isna().sum())
        if missing and not self.null:
            found.append(f"`{self.name}` has {missing} nulls, allows none")
        return found + self.odd(series.dropna())

    def odd(self, values: Iterable[Any]) -> list[str]:
        """List what is wrong where some of `values` are not among those allowed."""
        odd = sorted({str(value) for value in set(values)} - set(self.values)) if self.values else []
        return [f"`{self.name}` holds {odd[:5]}, expected one of {list(self.values)}"] if odd else []


def _has_dtype(series: pd.Series, dtype: str) -> bool:
    if series.empty or series.isna().all():
        return True
    if dtype in ("str", "date", "json"):
        return pd.api.types.is_string_dtype(series)
    if dtype in ("Int64", "int64"):
        return pd.api.types.is_integer_dtype(series)
    if dtype == "float64":
        return pd.api.types.is_float_dtype(series)
    if dtype == "bool":
        return pd.api.types.is_bool_dtype(series)
    if dtype == "timestamp":
        return isinstance(series.dtype, pd.DatetimeTZDtype)
    return all(isinstance(v, bytes if dtype == "bytes" else Decimal) for v in series.dropna())


@dataclass(frozen=True, slots=True)
class Table:
    """A table's contract."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names, in order."""
        return [column.name for column in self.columns]

    def only(self, columns: Iterable[str]) -> "Table":
        """Return the contract of some of the columns; the key holds where all of it is among them."""
        wanted = set(columns)
        unknown = sorted(wanted - set(self.names))
        if unknown:
            raise SchemaError(self.name, [f"column `{name}` is not in the contract" for name in unknown])
        key = self.key if wanted.issuperset(self.key) else ()
        return Table(self.name, self.row, key, tuple(c for c in self.columns if c.name in wanted))

    def empty(self) -> pd.DataFrame:
        """Make a table with every column, its dtype, and no row."""
        return pd.DataFrame({c.name: _empty(c.dtype) for c in self.columns})

    def frame(self, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
        """Make a checked table from one mapping a row; columns left out are null."""
        rows = list(rows)
        if not rows:
            return self.empty()
        built = {c.name: _series([row.get(c.name) for row in rows], c.dtype) for c in self.columns}
        return self.check(pd.DataFrame(built))

    def check(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return `table` with its columns in order, or raise a `SchemaError` naming every fault."""
        lacking = [name for name in self.names if name not in table.columns]
        extra = [name for name in table.columns if name not in self.names]
        faults = [f"column `{name}` is missing" for name in lacking]
        faults += [f"column `{name}` is not in the contract" for name in extra]
        for column in self.columns:
            if column.name in table.columns:
                faults += column.faults(table[column.name])
        if self.key and not lacking and table.duplicated(subset=list(self.key)).any():
            repeats = int(table.duplicated(subset=list(self.key)).sum())
            faults.append(f"{repeats} rows repeat the key {self.key}")
        if faults:
            raise SchemaError(self.name, faults)
        return table[self.names]


def _empty(dtype: str) -> pd.Series:
    return _series([], dtype)


def _series(values: list[Any], dtype: str) -> pd.Series:
    if dtype in ("str", "date", "json"):
        return pd.Series(values, dtype="str")
    if dtype == "timestamp":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="object"), utc=True)).astype("datetime64[us, UTC]")
    if dtype in ("decimal", "bytes"):
        return pd.Series(values, dtype="object")
    return pd.Series(values, dtype=dtype)
