"""Read Parquet files, a batch of rows at a time."""

import io
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Parts, Source
from analysis.corpus.fields import FieldMap
from analysis.corpus.readers.tables import check_columns

_BATCH = 500  # rows; an article of 600 kB times 500 fits in memory


def read_parquet(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """One draft a row.

    Args:
        source: A Parquet file.
        columns: The caller's own names: part of an article -> column.

    Raises:
        ReadError: No column holds a text; the message lists the columns.
    """
    with source.open() as stream:
        opened: Any = stream if stream.seekable() else io.BytesIO(read_whole(source))
        try:
            table = pq.ParquetFile(opened)
            names = list(table.schema_arrow.names)
        except (pa.ArrowException, OSError) as error:
            yield source.problem(None, "broken_parquet", f"cannot be opened: {error}")
            return
        fields = FieldMap.of(names, columns, source.name)
        check_columns(names, fields, source)
        row = 0
        try:
            for batch in table.iter_batches(batch_size=_BATCH, columns=fields.keys()):
                for values in batch.to_pylist():
                    row += 1
                    yield fields.draft(values, row)
        except (pa.ArrowException, OSError) as error:
            yield source.problem(row + 1, "broken_parquet", f"cannot be read on: {error}")
