"""How accurate each measure is, from the pinned results of the last measurement.

`data/reference/accuracy.toml` holds what was measured, on what, with which
command; it is written when something is measured and shown, never guessed.
Where it is missing, the page says that nothing was measured.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.html import Fragment, render_part
from analysis.config import REFERENCE
from analysis.mentions.intervals import share_interval

ACCURACY = REFERENCE / "accuracy.toml"


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: `value` (0 to 1) of `measure` on `n` cases of `on`."""

    key: str
    what: str
    measure: str
    value: float
    n: int
    on: str
    command: str
    is_share: bool = True  # a share of n cases, so that an interval can be given


@dataclass(frozen=True, slots=True)
class Card:
    """A measurement as the page shows it."""

    what: str
    value: str
    detail: str


def load_accuracy(path: Path = ACCURACY) -> list[Measured]:
    """Read what was measured, in the order of the file; empty where there is none."""
    if not path.exists():
        return []
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["measured"]
    return [Measured(**row) for row in rows]


def accuracy_words(key: str, measured: list[Measured] | None = None) -> str:
    """One measurement as a sentence, to stand beside a chart; says so where there is none.

    >>> accuracy_words("tone", [Measured("tone", "Tone", "macro-F1", 0.41, 800, "labelled news", "make bench")])
    'On labelled news its macro-F1 is 0.41 (n = 800).'
    >>> accuracy_words("tone", [])
    'Its accuracy has not been measured.'
    """
    for row in load_accuracy() if measured is None else measured:
        if row.key == key:
            return f"On {row.on} its {row.measure} is {row.value:.2f} (n = {row.n:,})."
    return "Its accuracy has not been measured."


def show_accuracy() -> Fragment:
    """Show a card a measurement, with its interval where it is a share."""
    return render_part(
        "cards",
        cards=[_card(row) for row in load_accuracy()],
        note="A development half is text the rules were written with; other text may be read worse. 95 % intervals. "
        "METHODOLOGY.md, section “Accuracy”, has the commands.",
        nothing="No measurement is stored beside this copy of Newsbook.",
    )


def _card(row: Measured) -> Card:
    low, high = share_interval(round(row.value * row.n), row.n)
    interval = f", {low:.2f} to {high:.2f}" if row.is_share else ""
    return Card(row.what, f"{row.value:.2f}", f"{row.measure}{interval}; n = {row.n:,}, {row.on}")
