"""The parameters of a briefing notebook, checked in one place.

A notebook gets plain JSON values from papermill: dates arrive as text. Its
first cell after the parameters hands them all to `check_parameters`, and the
rest of the notebook uses what comes back. Typing values given on the command
line is `analysis.briefing.declared`.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from analysis.errors import ParameterError, nearest
from analysis.mentions.register import Register
from analysis.sentiment.measures import MEASURES, PREFIX, TARGET, is_installed, is_measure

NOTEBOOK = "the briefing"


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a briefing, parsed; `start` and `end` are both inside."""

    start: date
    end: date
    currency: str  # ISO 4217, with an ECB rate
    watchlist: Path | None
    store: Path
    store_version: int | None  # None: the latest
    top: int
    previous: Path | None  # folder of the previous published report
    tables: Path | None  # folder that tables are written to; None: none are
    sentiment: str = TARGET  # the measure of tone: one of `sentiment.measures`


def check_parameters(  # noqa: PLR0913, PLR0917 - one argument a parameter of the notebook
    start: str,
    end: str,
    currency: str = "EUR",
    watchlist: str = "",
    store: str = "data/store",
    store_version: int = 0,
    top: int = 10,
    previous: str = "",
    tables: str = "",
    sentiment: str = TARGET,
) -> Parameters:
    """Parse and check the parameters of a briefing, all in one place.

    Args:
        start: first day, ISO 8601.
        end: last day, inside; ISO 8601.
        currency: ISO 4217 code that totals are stated in; the ECB has to
            publish a rate for it.
        watchlist: file with entities to watch; empty for none.
        store: folder of the store.
        store_version: version to read; 0 for the latest.
        top: rows shown in each chart, from 1.
        previous: folder of the previous published report; empty for none.
        tables: folder to write the tables to; empty for none.
        sentiment: measure of tone: `target` (toward the one named), `textblob`,
            `vader`, or `transformers:MODEL_OR_PATH` where that package is
            installed.

    Returns:
        The same, as dates, paths and numbers.

    Raises:
        ParameterError: one of them cannot be used; says which, why, and what
            was expected.
        ReferenceFileError: the watchlist has faults; lists them all.

    >>> check_parameters("2024-02-26", "2024-03-03").end
    datetime.date(2024, 3, 3)
    >>> check_parameters("2024-02-26", "3 March")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    analysis.errors.ParameterError: Parameter `end` of the briefing: '3 March' is no date, expected ISO 8601 ...
    """
    first, last = read_date("start", start), read_date("end", end)
    if first > last:
        raise ParameterError("end", NOTEBOOK, what=f"{end!r} is before the start {start!r}; both days are inside.")
    return Parameters(
        start=first,
        end=last,
        currency=_currency(currency),
        watchlist=_watchlist(watchlist),
        store=Path(_text("store", store) or "data/store"),
        store_version=_whole("store_version", store_version, least=0) or None,
        top=_whole("top", top, least=1),
        previous=_existing("previous", previous),
        tables=Path(tables) if _text("tables", tables) else None,
        sentiment=_measure(sentiment),
    )


def read_date(name: str, value: Any, notebook: str = NOTEBOOK) -> date:
    """Read an ISO date, or say which parameter is none.

    >>> read_date("start", "2024-02-30")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    analysis.errors.ParameterError: Parameter `start` of the briefing: '2024-02-30' is no date, expected ISO 8601 ...
    """
    text = value.isoformat() if isinstance(value, date) else value
    # fromisoformat also takes "20240303" and "2024-W09-7": one form is enough.
    if isinstance(text, str) and len(text) == len("2024-03-03"):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise ParameterError(name, notebook, what=f"{value!r} is no date, expected ISO 8601 such as 2024-03-03.")


@cache
def rated_currencies() -> frozenset[str]:
    """List the currencies that the shipped ECB reference rates know, and the euro itself."""
    from currency_converter.currency_converter import CURRENCY_FILE  # noqa: PLC0415 - only where a currency is checked

    with ZipFile(CURRENCY_FILE) as archive, archive.open(archive.namelist()[0]) as raw:
        header = next(csv.reader(io.TextIOWrapper(raw, encoding="utf-8")))
    return frozenset(name.strip() for name in header[1:] if name.strip()) | {"EUR"}


def _currency(value: Any) -> str:
    known = rated_currencies()
    if value in known:
        return str(value)
    near = nearest(str(value).upper(), known)
    hint = f" Did you mean `{near}`?" if near else ""
    what = f"{value!r} has no ECB reference rate, expected an ISO 4217 code such as EUR or USD.{hint}"
    raise ParameterError("currency", NOTEBOOK, what=what)


def _measure(value: Any) -> str:
    name = _text("sentiment", value)
    if not is_measure(name):
        near = nearest(name, MEASURES)
        hint = f" Did you mean `{near}`?" if near else ""
        what = f"{value!r} is no measure of tone, expected {', '.join(MEASURES[:-1])} or {MEASURES[-1]}.{hint}"
        raise ParameterError("sentiment", NOTEBOOK, what=what)
    if name.startswith(PREFIX) and not is_installed():
        what = f"{value!r} needs the packages transformers and torch. Install them: pip install transformers torch."
        raise ParameterError("sentiment", NOTEBOOK, what=what)
    return name


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ParameterError(name, NOTEBOOK, what=f"{value!r} is no text.")


def _existing(name: str, value: Any) -> Path | None:
    if not _text(name, value):
        return None
    path = Path(value)
    if not path.exists():
        raise ParameterError(name, NOTEBOOK, what=f"{value!r} does not exist.")
    return path


def _watchlist(value: Any) -> Path | None:
    """Read a watchlist as the briefing will, so that its faults are told before anything runs."""
    path = _existing("watchlist", value)
    if path is not None:
        Register.load(watchlist=path)
    return path


def _whole(name: str, value: Any, *, least: int) -> int:
    # True is an int to Python, and never a number of rows.
    if isinstance(value, int) and not isinstance(value, bool) and value >= least:
        return value
    raise ParameterError(name, NOTEBOOK, what=f"{value!r} is no whole number from {least}.")
