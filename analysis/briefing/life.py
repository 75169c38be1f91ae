"""The life of a pledge as the page tells it: announced, repeated, raised, approved, delivered, cut.

The ledger keeps every report of a pledge as a stage. Here the reports that say
nothing new are gathered into "repeated", and one that does says what.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from analysis.briefing.wording import day, is_none, number_word, words
from analysis.money.merging.reports import RANK

_FIRST: Final = {"pledged": "announced"}
_PART: Final = "of it"  # a report of a part of the sum
_VOID: Final = frozenset(["cancelled", "denied"])


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a pledge: when, what became of it, and the figure where that is new."""

    day: str
    what: str
    figure: str = ""


def life_of(stages: Iterable[Mapping[str, Any]], low: object) -> list[Step]:
    """Tell the life of a pledge, oldest step first.

    Args:
        stages: of `schemas.PLEDGES`: `date`, `status`, `low`, `high`, `text`, in order.
        low: the lower bound that holds now; a smaller figure is a cut only where it came to hold.

    >>> told = [("2025-09-02", "pledged", "5"), ("2025-09-03", "pledged", "5"), ("2025-09-09", "approved", "8")]
    >>> made = [{"date": d, "status": s, "low": n, "high": n, "text": f"{n}m"} for d, s, n in told]
    >>> [(step.day, step.what, step.figure) for step in life_of(made, "8")]
    [('2 Sep 2025', 'announced', '5m'), ('3 Sep 2025', 'repeated', ''), ('9 Sep 2025', 'approved, raised to', '8m')]
    """
    steps: list[Step] = []
    known: Mapping[str, Any] = {}
    furthest, later = -1, []
    for stage in stages:
        told, figure = _new_in(stage, known, furthest, low)
        if not told and not figure:
            # Reports of one day are mostly copies of one text: they repeat nothing.
            later += [stage.get("date")] if stage.get("date") != known.get("date") else []
            continue
        steps += _repeated(later)
        later = []
        what = ", ".join(part for part in (told, figure) if part)
        steps.append(Step(_day(stage.get("date")), what, str(stage.get("text") or "") if figure or not known else ""))
        furthest = max(furthest, RANK.get(stage["status"], -1))
        known = {**stage, "low": known["low"]} if figure == _PART else stage
    return steps + _repeated(later)


def _new_in(stage: Mapping[str, Any], known: Mapping[str, Any], furthest: int, low: object) -> tuple[str, str]:
    """Say which stage and which figure a report adds to what is known; empty where it repeats."""
    status = str(stage["status"])
    if not known:
        return _FIRST.get(status, words(status)), ""
    moved = status in _VOID or RANK.get(status, -1) > furthest
    return words(status) if moved else "", _figure(stage.get("low"), known.get("low"), low)


def _figure(now: object, then: object, holds: object) -> str:
    """Say how a lower bound moved; a part of the sum is told as such, not as a cut."""
    if is_none(now) or is_none(then) or Decimal(str(now)) == Decimal(str(then)):
        return ""
    if Decimal(str(now)) > Decimal(str(then)):
        return "raised to"
    return "cut to" if not is_none(holds) and Decimal(str(now)) == Decimal(str(holds)) else _PART


def _repeated(days: list[str | None]) -> list[Step]:
    """Gather reports of later days that say nothing new."""
    distinct = sorted({each or "" for each in days})
    if not distinct:
        return []
    often = {1: "", 2: " twice"}.get(len(distinct), f" {number_word(len(distinct))} times")
    last = _day(distinct[-1])
    return [Step(last if len(distinct) == 1 else f"to {last}", f"repeated{often}")]


def _day(when: str | None) -> str:
    return day(when) if when else "undated"
