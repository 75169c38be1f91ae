"""`newsbook correct`: what an analyst knows better, kept with its reason and replayed on every run."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pandas as pd

from analysis.commands.screen import say
from analysis.config import CORRECTIONS
from analysis.corpus.store import open_store
from analysis.errors import ParameterError, StoreError
from analysis.money.corrections import (
    COLUMNS,
    add_corrections,
    apply_corrections,
    faults_of,
    load_corrections,
    nearest_id,
)
from analysis.money.ledger import merge_claims
from analysis.money.merging.by_hand import APART, LINKS, PART, SAME
from analysis.money.merging.correction_values import fault_of_party

_Row = tuple[str, str, str]  # claim, field, value
_PLEDGE = "p-"  # ids of pledges begin so, those of claims never do
_ABOUT = ["article_id", "published_at", "story_id", "outlet"]
_EXAMPLES = "such as currency=CAD, exclude_reason=restatement, same_as=ID, apart_from=ID or part_of=ID."


@dataclass(frozen=True, slots=True)
class _Known:
    """The claims of a store as corrected so far, and those of each pledge, oldest first."""

    store: Path
    corrected: pd.DataFrame
    claims: frozenset[str]
    pledges: dict[str, list[str]]


def run_correct(target: str, pairs: list[str], because: str, *, store: Path) -> None:
    """Record corrections of a claim, or of every claim of a pledge; every later run replays them.

    Nothing is written unless all of it is right.

    Raises:
        StoreError: the store holds no such claim or pledge.
        ParameterError: a pair is not FIELD=VALUE, has no such field or a value that
            does not fit it, or two values, or asks for what cannot be done; or no reason is given.
    """
    opened = open_store(store)
    began = datetime.now(UTC)
    known = _known(opened.claims(), opened.articles(columns=_ABOUT), store)
    claims = _claims_of(target, known)
    rows = [row for pair in pairs for row in _rows(target, claims, pair, known)]
    _check(rows, because, known)
    add_corrections(CORRECTIONS, rows, because)
    for claim, field, value in rows:
        say(f"{claim}: {_told(field, value)} from the next briefing on, because {because}")
    opened.log_run("correct", began, inputs={"target": target, "fields": pairs, "because": because})


def _known(claims: pd.DataFrame, articles: pd.DataFrame, store: Path) -> _Known:
    """Read which claims make up which pledge today, corrections so far included."""
    corrections = load_corrections(CORRECTIONS)
    ids = frozenset(claims["claim_id"])
    corrected = apply_corrections(claims, corrections)[0]
    ledger = merge_claims(corrected, articles, corrections=corrections)
    made = zip(ledger["pledge_id"], ledger["claim_ids"], strict=True)
    return _Known(store, corrected, ids, {name: json.loads(members) for name, members in made})


def _check(rows: Sequence[_Row], because: str, known: _Known) -> None:
    """Raise for the first line that is no correction, or leaves a claim with its bounds the wrong way round."""
    for claim, field, value in rows:
        line = dict(zip(COLUMNS, (claim, field, value, because.strip()), strict=True))
        fault = next(iter(faults_of(line)), None) or fault_of_party(field, value)
        if fault is not None:
            what = f"{fault.removesuffix('?')}{'?' if fault.endswith('?') else '.'} Nothing was recorded."
            raise ParameterError(f"{field}={value}", "newsbook correct", what=what)
    said = {(claim, field): value for claim, field, value in rows}
    for claim, field, value in rows:
        if said[claim, field] != value:
            what = f"`{field}` is given two values, {value!r} and {said[claim, field]!r}. Nothing was recorded."
            raise ParameterError(field, "newsbook correct", what=what)
    bounds = [row for row in rows if row[1] in ("low", "high")]
    changed = known.corrected[known.corrected["claim_id"].isin({claim for claim, _, _ in bounds})]
    lines = pd.DataFrame([(*row, because) for row in bounds], columns=list(COLUMNS), dtype="str")
    for low, high in apply_corrections(changed, lines)[0][["low", "high"]].itertuples(index=False, name=None):
        if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
            bounds_are = f"low would be {low.normalize():f} and high {high.normalize():f}"
            what = f"{bounds_are}. Give both, or low=... high= for no upper bound."
            raise ParameterError("low, high", "newsbook correct", what=what)


def _claims_of(target: str, known: _Known) -> list[str]:
    """Give the claims that an id means: itself, or those of a pledge."""
    target = target.removeprefix("pledge-")  # as an anchor of the page has it
    if target in known.claims:
        return [target]
    if target in known.pledges:
        return known.pledges[target]
    kind = "pledge" if target.startswith(_PLEDGE) else "claim"
    near = nearest_id(target, known.pledges if kind == "pledge" else known.claims)
    table = "claims" if kind == "claim" else "pledges"
    hint = f"Did you mean `{near}`?" if near else f"The ids are in tables/{table}.csv of a report."
    raise StoreError(known.store, f"has no {kind} `{target}`.", todo=hint)


def _rows(target: str, claims: Sequence[str], pair: str, known: _Known) -> Iterator[_Row]:
    """Give the lines that one FIELD=VALUE comes to."""
    field, equals, value = (part.strip() for part in pair.partition("="))
    if not equals:
        raise ParameterError(pair, "newsbook correct", what=f"expected FIELD=VALUE, {_EXAMPLES}")
    if field not in LINKS:
        yield from ((claim, field, value) for claim in claims)
        return
    others = _claims_of(value, known) if value else []
    if field == APART:
        yield from _apart(target, claims, others)
    elif field == SAME and others:
        yield claims[0], SAME, _other(claims, others, pair)
    elif field == PART:
        yield claims[0], PART, _other(claims, others, pair) if others else ""
    else:
        yield claims[0], field, value


def _apart(target: str, claims: Sequence[str], others: Sequence[str]) -> Iterator[_Row]:
    """Take a claim out of a pledge; a whole pledge cannot be taken out of itself."""
    if len(claims) > 1:
        what = f"names a pledge of {len(claims)} claims. Name the claim to take out of it: {', '.join(claims)}."
        raise ParameterError(target, "newsbook correct", what=what)
    left = [claim for claim in others if claim not in claims]
    if not left:
        what = "is the only claim there; expected apart_from= a pledge of several claims, or another claim."
        raise ParameterError(target, "newsbook correct", what=what)
    yield claims[0], APART, left[0]


def _other(claims: Sequence[str], others: Sequence[str], pair: str) -> str:
    """Give a claim of the other pledge; both being one pledge, there is nothing to do."""
    if set(claims) & set(others):
        raise ParameterError(pair, "newsbook correct", what="both ids are of one pledge already.")
    return others[0]


def _told(field: str, value: str) -> str:
    if field == SAME:
        return f"of one pledge with {value}"
    if field == APART:
        return f"apart from {value}"
    if field == PART:
        return f"part of the pledge of {value}" if value else "counted by itself"
    return f"{field} is {value!r}"
