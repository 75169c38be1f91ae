"""One table of the store as a Delta Lake table: create, read, append, update, restore.

The types of `analysis.schemas` are mapped to Arrow here, and back. Which
versions belong together is `analysis.corpus.store`'s matter.
"""

from decimal import Context, Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from analysis.errors import SchemaError, StoreError
from analysis.schemas import Table

WRITE_FAULTS = (DeltaError, OSError, pa.ArrowInvalid)

_ARROW = {
    "str": pa.string(),
    "date": pa.string(),
    "json": pa.string(),
    "Int64": pa.int64(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "decimal": pa.decimal128(38, 4),  # 34 digits before the point, four after
    "bytes": pa.binary(),
}
# Old versions stay readable until `compact` removes them: Delta must not clean its own log.
_CONFIGURATION = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 0 seconds",
}
_WIDE = Context(prec=38)
# A row group is read as a whole, so few articles go into one: their texts are long.
_TEXTS = WriterProperties(compression="ZSTD", max_row_group_size=500)
_COMPRESSED = WriterProperties(compression="ZSTD")


def table_exists(folder: Path, table: Table) -> bool:
    """Whether `folder` holds `table`."""
    return (folder / table.name / "_delta_log").is_dir() and DeltaTable.is_deltatable(_uri(folder, table))


def create_table(folder: Path, table: Table) -> None:
    """Make an empty table where there is none."""
    if not table_exists(folder, table):
        DeltaTable.create(
            _uri(folder, table), arrow_schema(table), mode="ignore", configuration=_CONFIGURATION, description=table.row
        )


def current_version(folder: Path, table: Table) -> int:
    """Return the newest Delta version of a table, whoever wrote it."""
    return int(DeltaTable(_uri(folder, table)).version())


def restore_table(folder: Path, table: Table, version: int) -> None:
    """Make the content of `version` current again, as a new version."""
    if current_version(folder, table) != version:
        DeltaTable(_uri(folder, table)).restore(version)


def append_rows(folder: Path, table: Table, rows: pa.Table) -> None:
    """Add rows; columns that the table did not have yet are added."""
    write_deltalake(_uri(folder, table), rows, mode="append", schema_mode="merge", writer_properties=_properties(table))


def clear_rows(folder: Path, table: Table) -> None:
    """Take every row out of a table."""
    empty = arrow_schema(table).empty_table()
    write_deltalake(_uri(folder, table), empty, mode="overwrite", schema_mode="overwrite")


def update_rows(folder: Path, table: Table, rows: pd.DataFrame) -> None:
    """Set the columns of `rows` in the rows of `table` that have the same key."""
    part = table.only(rows.columns)
    same = " AND ".join(f"old.{name} = new.{name}" for name in table.key)
    changes = {name: f"new.{name}" for name in part.names if name not in table.key}
    (
        DeltaTable(_uri(folder, table))
        .merge(to_arrow(part, rows), same, source_alias="new", target_alias="old", writer_properties=_properties(table))
        .when_matched_update(changes)
        .execute()
    )


def compact_files(folder: Path, table: Table) -> None:
    """Join small files into larger ones; the rows stay the same."""
    DeltaTable(_uri(folder, table)).optimize.compact(writer_properties=_properties(table))


def remove_unused(folder: Path, table: Table, keep: list[int]) -> int:
    """Delete files that neither the current version nor those in `keep` need; returns how many."""
    delta = DeltaTable(_uri(folder, table))
    gone = delta.vacuum(0, dry_run=False, enforce_retention_duration=False, full=True, keep_versions=keep)
    return len(gone)


def arrow_schema(table: Table) -> pa.Schema:
    """Map the dtypes of a contract to Arrow."""
    return pa.schema([pa.field(c.name, _ARROW[c.dtype], nullable=c.null) for c in table.columns])


def to_arrow(table: Table, rows: pd.DataFrame) -> pa.Table:
    """Turn a checked frame into Arrow, in the types of the store."""
    return pa.Table.from_pandas(rows[table.names], schema=arrow_schema(table), preserve_index=False)


def rows_to_arrow(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    """Turn one mapping a row into a checked Arrow table: what `to_arrow(table, table.frame(rows))` gives, sooner.

    Raises:
        SchemaError: a value, a null or a repeated key that the contract does not allow.
    """
    faults, arrays = [], []
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        try:
            arrays.append(pa.array(values, _ARROW[column.dtype], from_pandas=True))
        except (pa.ArrowException, TypeError, ValueError) as error:
            faults.append(f"`{column.name}` is no {column.dtype}: {error}")
            continue
        missing = arrays[-1].null_count
        if missing and not column.null:
            faults.append(f"`{column.name}` has {missing} nulls, allows none")
        faults += column.odd(value for value in values if value is not None)
    repeats = len(rows) - len({tuple(row.get(name) for name in table.key) for row in rows}) if table.key else 0
    if repeats:
        faults.append(f"{repeats} rows repeat the key {table.key}")
    if faults:
        raise SchemaError(table.name, faults)
    return pa.Table.from_arrays(arrays, schema=arrow_schema(table))


def open_dataset(folder: Path, table: Table, version: int | None) -> ds.Dataset:
    """Open a table at a Delta version; None is the newest.

    Raises:
        StoreError: The version, or a file of it, is not there.
    """
    try:
        return DeltaTable(_uri(folder, table), version=version).to_pyarrow_dataset()
    except (DeltaError, OSError) as error:
        at = "" if version is None else f" at version {version}"
        raise StoreError(
            folder,
            f"table `{table.name}` cannot be read{at}: {error}",
            todo="A version that `compact` removed is gone; the latest one is kept.",
        ) from error


def read_frame(dataset: ds.Dataset, table: Table, columns: list[str], chosen: pc.Expression | None) -> pd.DataFrame:
    """Read some columns of the chosen rows as a frame with the contract's dtypes."""
    part = table.only(columns)
    present = [name for name in part.names if name in dataset.schema.names]
    try:
        return to_frame(part, dataset.to_table(columns=present, filter=chosen))
    except OSError as error:
        raise StoreError("", f"a file of table `{table.name}` cannot be read: {error}") from error


def to_frame(table: Table, arrow: pa.Table) -> pd.DataFrame:
    """Turn Arrow into a frame with the dtypes of the contract."""
    frame: pd.DataFrame = arrow.to_pandas()
    for column in table.columns:
        if column.name not in frame:
            if not column.null:
                what = f"column `{column.name}` of `{table.name}` is newer than this store."
                raise StoreError("", what, todo="Ingest again into a new store.")
            nulls = pd.Series([None] * len(frame), dtype=table.empty()[column.name].dtype)
            frame = frame.assign(**{column.name: nulls})
        if column.dtype == "decimal":
            plain = [None if value is None else _plain(value) for value in frame[column.name]]
            frame = frame.assign(**{column.name: pd.Series(plain, dtype="object", index=frame.index)})
    return frame[table.names]


def _plain(value: Decimal) -> Decimal:
    """`value` without the zeros that the store's fixed scale adds."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize(_WIDE)


def _properties(table: Table) -> WriterProperties:
    return _TEXTS if "body" in table.names else _COMPRESSED


def _uri(folder: Path, table: Table) -> str:
    return str(folder / table.name)
