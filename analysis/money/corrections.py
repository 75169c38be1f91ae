"""Corrections by hand, kept in a file and replayed on every run.

A line of `data/reference/corrections.csv` names a claim, a field and its right
value, and must say why. A claim is rejected by giving it an `exclude_reason`.
Three fields are no columns and speak of two claims: `same_as` joins their
pledges, `apart_from` takes the claim out of the other's pledge, `part_of` hangs
its pledge under the other's (or under none); `merge_claims` replays those. A
correction that matches no claim is returned, never dropped.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.config import CORRECTIONS
from analysis.errors import ReferenceFileError, nearest
from analysis.money.convert import missing_to_none
from analysis.money.merging.by_hand import LINKS, PART
from analysis.money.merging.correction_values import faults_of_value
from analysis.schemas import CLAIMS

COLUMNS = ("claim_id", "field", "value", "because")
_FIXED = frozenset(["claim_id", "article_id", "sentence", "start_char", "end_char", "text", "equivalents"])
FIELDS = tuple(column for column in CLAIMS.columns if column.name not in _FIXED)
BY_HAND = "corrected by hand"  # stands for the words that name a party where none do


def load_corrections(path: Path = CORRECTIONS) -> pd.DataFrame:
    """Read the corrections, in the order of the file.

    Returns:
        One row a correction with `claim_id`, `field`, `value`, `because`, all
        text; empty where the file is missing or empty. An empty value means null.

    Raises:
        ReferenceFileError: every fault of the file at once, with its line.
    """
    path = Path(path)
    if not path.exists() or path.stat().st_size == 0:
        return pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS})
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ReferenceFileError(path, [f"line {line} is not UTF-8; save the file as UTF-8"]) from error
    reader = csv.DictReader(StringIO(text, newline=""), restval="")
    header = tuple(reader.fieldnames or ())
    faults = [f"column `{name}` is missing" for name in COLUMNS if name not in header]
    rows = []
    for read in reader:
        row = {name: (read.get(name) or "").strip() for name in COLUMNS}
        rows.append(row)
        faults += [f"line {reader.line_num}: {fault}" for fault in faults_of(row)]
        if None in read:  # what stands beyond the last column would be lost
            fault = "has more values than columns; put a value that holds a comma into double quotes"
            faults.append(f"line {reader.line_num}: {fault}")
    if faults:
        raise ReferenceFileError(path, faults)
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype="str") for name in COLUMNS})


def faults_of(row: Mapping[str, str]) -> list[str]:
    """Say what is wrong with the form of a correction, given with the `COLUMNS` of the file."""
    found = [f"`{name}` is empty" for name in ("claim_id", "field", "because") if not row[name]]
    if row["field"] in LINKS:
        return [*found, *_faults_of_link(row)]
    column = next((c for c in FIELDS if c.name == row["field"]), None)
    if row["field"] and column is None:
        near = nearest(row["field"], [*(c.name for c in FIELDS), *LINKS])
        hint = f"; did you mean `{near}`?" if near else ""
        return [*found, f"`{row['field']}` is no field of a claim that can be corrected{hint}"]
    if column is None:
        return found
    return [*found, *faults_of_value(column, row["value"])]


def _faults_of_link(row: Mapping[str, str]) -> list[str]:
    if not row["value"] and row["field"] != PART:
        return [f"`{row['field']}` names no other claim"]
    return [f"`{row['field']}` names the claim itself"] if row["value"] == row["claim_id"] else []


def apply_corrections(claims: pd.DataFrame, corrections: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Replay corrections of fields on claims; later lines win.

    Args:
        claims: `schemas.CLAIMS`.
        corrections: as `load_corrections` returns them.

    Returns:
        The corrected claims, a new table, and the orphans: the corrections
        that name a claim which is not in the table, with the `nearest` id that
        is, empty where none is near.
    """
    known = {str(claim_id): row for row, claim_id in enumerate(claims["claim_id"])}
    rows = claims.to_dict("records")
    orphans = orphans_of(corrections, known)
    for correction in corrections.to_dict("records"):
        row, name = known.get(correction["claim_id"]), correction["field"]
        if row is None or name in LINKS:
            continue
        rows[row][name] = _typed(name, correction["value"])
        if name in ("donor", "recipient") and correction["value"]:
            rows[row][f"{name}_text"] = missing_to_none(rows[row][f"{name}_text"]) or BY_HAND
    cleaned = [{str(name): missing_to_none(value) for name, value in row.items()} for row in rows]
    return CLAIMS.frame(cleaned), orphans


def orphans_of(corrections: pd.DataFrame, known: Iterable[str]) -> pd.DataFrame:
    """Give the corrections that name a claim which is not known, with the `nearest` id that is."""
    ids = set(known)
    lost = [[name for name in _names(row) if name not in ids] for row in corrections.to_dict("records")]
    found = corrections.loc[[bool(names) for names in lost]]
    near = [nearest_id(names[0], ids) or "" for names in lost if names]
    return found.assign(nearest=pd.Series(near, index=found.index, dtype="str")).reset_index(drop=True)


def _names(row: Mapping[Any, Any]) -> list[str]:
    """Give the claims that a correction names."""
    return [row["claim_id"], *([row["value"]] if row["field"] in LINKS and row["value"] else [])]


def nearest_id(lost: str, known: Iterable[str]) -> str | None:
    """Give the known id that a mistyped one most likely meant, or None.

    Ids are digests: those that begin or end alike are compared, so that a store
    of millions of claims is looked through once.

    >>> nearest_id("4f1c09d", ["4f1c09e", "77aa012"])
    '4f1c09e'
    >>> nearest_id("zzz", ["4f1c09e", "77aa012"]) is None
    True
    """
    alike = {name for name in known if name[:3] == lost[:3] or name[-3:] == lost[-3:]}
    return nearest(lost, sorted(alike))


def _typed(field: str, value: str) -> object:
    column = next(c for c in FIELDS if c.name == field)
    if not value:
        return "" if field == "exclude_reason" else None
    if column.dtype == "decimal":
        return Decimal(value)
    return float(value) if column.dtype == "float64" else value


def add_corrections(path: Path, rows: Sequence[tuple[str, str, str]], because: str) -> None:
    """Append corrections to the file, all of them or, where one is faulty, none.

    Args:
        path: the file; made where there is none.
        rows: claim, field and right value of each.
        because: why; one reason for all.

    Raises:
        ReferenceFileError: a field is unknown, a value does not fit, or no reason is given.
    """
    lines = [
        {"claim_id": claim.strip(), "field": field.strip(), "value": value.strip(), "because": because.strip()}
        for claim, field, value in rows
    ]
    faults = [fault for line in lines for fault in faults_of(line)]
    if faults:
        raise ReferenceFileError(path, list(dict.fromkeys(faults)))
    path = Path(path)
    held = path.read_bytes() if path.exists() else b""
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=COLUMNS, lineterminator="\n")
        if not held:
            writer.writeheader()
        elif not held.endswith(b"\n"):  # some editors end a file without; the last line would grow
            file.write("\n")
        writer.writerows(lines)
