"""Corrections by hand, kept in a file and replayed on every run.

A line of `data/reference/corrections.csv` names a claim, a field and its right
value, and must say why. A claim is rejected by giving it an `exclude_reason`.
A correction that matches no claim is returned, never dropped.
"""

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from analysis.config import CORRECTIONS
from analysis.errors import ReferenceFileError, nearest
from analysis.money.convert import missing_to_none
from analysis.schemas import CLAIMS

COLUMNS = ("claim_id", "field", "value", "because")
_FIXED = frozenset(["claim_id", "article_id", "sentence", "start_char", "end_char", "text", "equivalents"])
FIELDS = tuple(column for column in CLAIMS.columns if column.name not in _FIXED)


def load_corrections(path: Path = CORRECTIONS) -> pd.DataFrame:
    """Read the corrections, in the order of the file.

    Returns:
        One row a correction with `claim_id`, `field`, `value`, `because`, all
        text; empty where the file is missing. An empty value means null.

    Raises:
        ReferenceFileError: every fault of the file at once, with its line.
    """
    if not Path(path).exists():
        return pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS})
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restval="")
        header = tuple(reader.fieldnames or ())
        rows = [(reader.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS}) for row in reader]
    faults = [f"column `{name}` is missing" for name in COLUMNS if name not in header]
    for number, row in rows:
        faults += [f"line {number}: {fault}" for fault in _faults(row)]
    if faults:
        raise ReferenceFileError(path, faults)
    return pd.DataFrame({name: pd.Series([row[name] for _, row in rows], dtype="str") for name in COLUMNS})


def _faults(row: dict[str, str]) -> list[str]:
    found = [f"`{name}` is empty" for name in ("claim_id", "field", "because") if not row[name]]
    column = next((c for c in FIELDS if c.name == row["field"]), None)
    if row["field"] and column is None:
        near = nearest(row["field"], [c.name for c in FIELDS])
        hint = f"; did you mean `{near}`?" if near else ""
        return [*found, f"`{row['field']}` is no field of a claim that can be corrected{hint}"]
    if column is None:
        return found
    if not row["value"] and not column.null and column.name != "exclude_reason":
        found.append(f"`{column.name}` may not be empty")
    allowed = column.values  # noqa: PD011 -- a field of the contract, not of a table
    if row["value"] and allowed and row["value"] not in allowed:
        found.append(f"`{column.name}` is {row['value']!r}, expected one of {', '.join(allowed)}")
    if row["value"] and column.dtype in ("decimal", "float64") and _number(row["value"]) is None:
        found.append(f"`{column.name}` is {row['value']!r}, expected a number such as 2500000")
    return found


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def apply_corrections(claims: pd.DataFrame, corrections: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Replay corrections on claims; later lines win.

    Args:
        claims: `schemas.CLAIMS`.
        corrections: as `load_corrections` returns them.

    Returns:
        The corrected claims, a new table, and the orphans: the corrections
        whose `claim_id` is no claim of the table.
    """
    known = {claim_id: row for row, claim_id in enumerate(claims["claim_id"])}
    matched = corrections["claim_id"].isin(list(known))
    rows = claims.to_dict("records")
    for correction in corrections[matched].to_dict("records"):
        rows[known[correction["claim_id"]]][correction["field"]] = _typed(correction["field"], correction["value"])
    cleaned = [{str(name): missing_to_none(value) for name, value in row.items()} for row in rows]
    return CLAIMS.frame(cleaned), corrections[~matched].reset_index(drop=True)


def _typed(field: str, value: str) -> object:
    column = next(c for c in FIELDS if c.name == field)
    if not value:
        return "" if field == "exclude_reason" else None
    if column.dtype == "decimal":
        return Decimal(value)
    return float(value) if column.dtype == "float64" else value


def add_correction(path: Path, claim_id: str, field: str, value: str, because: str) -> None:
    """Append one correction to the file, after checking it.

    Raises:
        ReferenceFileError: the field is unknown, the value does not fit, or no reason is given.
    """
    row = {"claim_id": claim_id.strip(), "field": field.strip(), "value": value.strip(), "because": because.strip()}
    faults = _faults(row)
    if faults:
        raise ReferenceFileError(path, faults)
    path = Path(path)
    new = not path.exists() or path.stat().st_size == 0
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=COLUMNS, lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(row)
