from decimal import Decimal

import pandas as pd
import pytest

from analysis.errors import SchemaError
from analysis.schemas import DTYPES, TABLES, Column, Table

SMALL = Table(
    name="small",
    row="one thing",
    key=("id",),
    columns=(
        Column("id", "str", "Key."),
        Column("kind", "str", "Kind.", null=True, values=("a", "b")),
        Column("n", "int64", "Count."),
        Column("low", "decimal", "Figure.", null=True),
        Column("at", "timestamp", "Time.", null=True),
        Column("raw", "bytes", "Bytes.", null=True),
    ),
)


def test_every_fault_is_listed_at_once():
    """A table that breaks its contract in several ways is told all of them in one error."""
    table = pd.DataFrame({"id": ["x", "x"], "kind": ["a", "z"], "n": [1.5, None], "low": [1.5, None], "odd": [1, 2]})

    with pytest.raises(SchemaError) as raised:
        SMALL.check(table)
    assert raised.value.faults == [
        "column `at` is missing",
        "column `raw` is missing",
        "column `odd` is not in the contract",
        "`kind` holds ['z'], expected one of ['a', 'b']",
        "`n` is float64, expected int64",
        "`n` has 1 nulls, allows none",
        "`low` is float64, expected decimal",
    ]


def test_repeated_keys_are_a_fault():
    """Two rows with one key break the contract."""
    with pytest.raises(SchemaError, match="1 rows repeat the key"):
        SMALL.frame([{"id": "x", "n": 1}, {"id": "x", "n": 2}])


def test_a_frame_has_the_dtypes_of_the_contract():
    """Rows become a frame with every column in order; what is left out is null."""
    frame = SMALL.frame([{"n": 2, "id": "x", "low": Decimal("1.5"), "at": "2025-03-01T08:00Z", "raw": b"\x00"}])

    assert [str(dtype) for dtype in frame.dtypes] == ["str", "str", "int64", "object", "datetime64[us, UTC]", "object"]
    assert frame["kind"].isna().all()


def test_check_returns_the_columns_in_order():
    """The order of columns is the contract's, whatever the table's."""
    table = SMALL.empty()[["raw", "at", "low", "n", "kind", "id"]]

    assert SMALL.check(table).columns.tolist() == SMALL.names


def test_some_columns_have_a_contract_too():
    """`only` keeps the key where all of it is there, and refuses a column that is not."""
    with pytest.raises(SchemaError, match="`nn` is not in the contract"):
        SMALL.only(["id", "nn"])
    assert (SMALL.only(["n", "id"]).names, SMALL.only(["n", "id"]).key, SMALL.only(["n"]).key) == (
        ["id", "n"],
        ("id",),
        (),
    )


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_contract_is_consistent(table):
    """Names are unique, the key is of columns that allow no null, dtypes are known, and no row is a valid table."""
    by_name = {column.name: column for column in table.columns}

    assert (len(by_name), {c.dtype for c in table.columns} - set(DTYPES)) == (len(table.columns), set())
    assert [by_name[name].null for name in table.key] == [False] * len(table.key)
    assert table.check(table.empty()).empty
