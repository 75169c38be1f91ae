"""How accurate each measure is, from the results of the last measurement.

`data/reference/accuracy.toml` is written by `newsbook gate --update` from what
the scorers of `tests/gold` measure; nobody types a figure there.
`accuracy_outside.toml` beside it holds what was measured on text that is not in
the repository, each with its command and day. Where a file is missing, the page
says that nothing was measured.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from analysis.briefing.figures import Head, grid
from analysis.briefing.floors import Scored
from analysis.briefing.html import Fragment, render_part
from analysis.briefing.manifest import ACCURACY, OUTSIDE
from analysis.briefing.versions import rules_version
from analysis.briefing.wording import count, day
from analysis.mentions.intervals import share_interval

_OWN: Final = "our own gold: the sample corpus and sentences written for it"

# What the page calls each measure it shows; the file holds the others, too.
_WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("amounts", "precision"): "Amounts, of those read: value and currency right",
    ("amounts", "recall"): "Amounts, of those there are: found",
    ("pledges", "claims_precision"): "Statements of giving, of those counted: right to count",
    ("pledges", "claims_recall"): "Statements of giving, of those there are: counted",
    ("pledges", "claims_donor"): "Statements of giving: donor right",
    ("pledges", "claims_recipient"): "Statements of giving: recipient right",
    ("pledges", "claims_reason"): "Amounts not counted: reason right",
    ("pledges", "unseen_claims_precision"): "Statements of giving, in articles no rule was made on: right to count",
    ("pledges", "unseen_claims_recall"): "Statements of giving, in articles no rule was made on: counted",
    ("pledges", "unseen_claims_donor"): "Statements of giving, in articles no rule was made on: donor right",
    ("pledges", "unseen_claims_recipient"): "Statements of giving, in articles no rule was made on: recipient right",
    ("pledges", "ledger_precision"): "Ledger, of its rows: a pledge, with donor, recipient and sum right",
    ("pledges", "ledger_recall"): "Ledger, of the pledges there are: in it, all right",
    ("mentions", "country_precision"): "Mentions of countries, of those found: right",
    ("mentions", "country_recall"): "Mentions of countries, of those there are: found",
    ("mentions", "body_precision"): "Mentions of bodies, of those found: right",
    ("mentions", "body_recall"): "Mentions of bodies, of those there are: found",
    ("names", "person"): "Names in written traps, of people: exact F1",
    ("names", "organization"): "Names in written traps, of organisations: exact F1",
    ("names", "place"): "Names in written traps, of places: exact F1",
    ("names", "group"): "Names in written traps, of groups: exact F1",
    ("sentiment", "f1"): "Tone toward a name, by the model: macro-F1",
    ("sentiment", "clear_right"): "Tone toward a name, where it is called clear: share right",
    ("copies", "copies_precision"): "Copies, of the pairs found: right",
    ("copies", "copies_recall"): "Copies, of the pairs there are: found",
    ("cleaning", "cleaning_recall"): "Text that is no article: taken out",
}

_HEAD = """\
# Written by `newsbook gate --update` from tests/gold; edit nothing here. `value`,
# and its 95 % interval from `low` to `high`, are 0 to 1; `n` counts the cases;
# `rules` is the digest of the rules that were measured.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: `value` (0 to 1) on `n` cases of `on`; bounds are null where none can be given."""

    key: str
    what: str
    value: float
    n: int
    on: str
    low: float | None = None
    high: float | None = None
    command: str = "newsbook gate"
    day: str = ""


def write_accuracy(scored: Mapping[str, Scored], path: Path = ACCURACY) -> None:
    """Write what the scorers measured, with the cases and the 95 % interval of each share that states its cases.

    Args:
        scored: what `floors.score_all` returned.
        path: the file to write.
    """
    path.write_text(accuracy_text(scored), encoding="utf-8")


def accuracy_text(scored: Mapping[str, Scored]) -> str:
    """Give the text of `accuracy.toml` for what was measured."""
    blocks = [f'{_HEAD}rules = "{rules_version()}"\n']
    for subject, score in sorted(scored.items()):
        for name, (n, low, high) in sorted(score.bounds().items()):
            lines = [f'subject = "{subject}"', f'name = "{name}"', f"value = {score.measures[name]:.4f}", f"n = {n}"]
            blocks.append("\n".join(["[[measured]]", *lines, f"low = {low:.4f}", f"high = {high:.4f}", ""]))
    return "\n".join(blocks)


def load_accuracy(path: Path = ACCURACY) -> list[Measured]:
    """Read what was measured on our own gold and has words on the page, in the order of those words."""
    rows = {(row["subject"], row["name"]): row for row in _rows(path)}
    return [
        Measured("_".join(key), words, row["value"], row["n"], _OWN, row["low"], row["high"])
        for key, words in _WORDS.items()
        if (row := rows.get(key))
    ]


def load_outside(path: Path = OUTSIDE) -> list[Measured]:
    """Read what was measured on text outside the repository; shares get their interval."""
    found = []
    for row in _rows(path):
        bounds = share_interval(row["value"] * row["n"], row["n"]) if row.pop("is_share", False) else (None, None)
        found.append(Measured(**row, low=bounds[0], high=bounds[1]))
    return found


def is_current(path: Path = ACCURACY) -> bool:
    """Tell whether the stored measurement is of the rules that are installed here.

    An analyst who adds a name to the register, or a verb to the rules, reads
    with other rules than were measured, and the page has to say so.
    """
    stated = tomllib.loads(path.read_text(encoding="utf-8")).get("rules") if path.exists() else None
    return stated == rules_version()


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    return tomllib.loads(path.read_text(encoding="utf-8")).get("measured", []) if path.exists() else []


def accuracy_words(key: str, measured: list[Measured] | None = None) -> str:
    """One measurement as a sentence, to stand beside a chart; says so where there is none.

    >>> accuracy_words("tone", [Measured("tone", "TextBlob: macro-F1", 0.41, 800, "labelled news")])
    'TextBlob: macro-F1 0.41 on labelled news (n = 800).'
    >>> accuracy_words("tone", [])
    'Its accuracy has not been measured.'
    """
    for row in [*load_outside(), *load_accuracy()] if measured is None else measured:
        if row.key == key:
            return f"{row.what} {row.value:.2f} on {row.on} (n = {row.n:,})."
    return "Its accuracy has not been measured."


@dataclass(frozen=True, slots=True)
class Card:
    """The measurement of one part of the page, large enough to be read before a number is quoted."""

    title: str
    figure: str
    words: str


# What the cards say: a title, and the measurements that speak for it, with their words.
_CARDS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    ("Amounts", (("amounts", "F1 of value and currency"),)),
    ("Pledges", (("donors", "donor, amount and currency all right"),)),
    ("Pledges", (("pledges_unseen_claims_precision", "of those counted are right, in articles no rule was made on"),)),
    ("Pledges", (("pledges_unseen_claims_recall", "of those there are were counted, in such articles"),)),
    ("Pledges", (("documents_precision", "of those counted are gifts"),)),
    ("Tone", (("tone_model", "macro-F1, where guessing gives 0.33"),)),
    ("Names", (("names_person", "exact F1, people nobody listed"),)),
)


def cards() -> list[Card]:
    """Give the measurements that a reader should know before quoting a number, with cases and interval."""
    known = {row.key: row for row in [*load_accuracy(), *load_outside()]}
    return [
        Card(title, _two_places(known[key].value), _card_words(known[key], words))
        for title, measures in _CARDS
        for key, words in measures
        if key in known
    ]


def _card_words(row: Measured, words: str) -> str:
    bounds = "" if row.low is None else f", {_interval(row)}"
    on = "our own gold" if row.on == _OWN else row.on
    return f"{words}{bounds}; n = {row.n:,}, {on}"


def show_accuracy() -> Fragment:
    """Show what a reader should know of accuracy as cards, and every measurement in two tables under them."""
    own, others = load_accuracy(), load_outside()
    heads = (
        Head("what", "Measure"),
        Head("value", "Result", _two_places),
        Head("interval", "95 % interval", str),
        Head("n", "Cases", count),
    )
    mine = grid(
        _table(own),
        heads,
        name="accuracy",
        caption=f"On {_OWN}; “newsbook gate” measures it again. The rules were mended on this text: other text may "
        "be read worse.",
    )
    theirs = grid(
        _table(others),
        (*heads, Head("on", "Text"), Head("day", "Measured on", day), Head("command", "Command")),
        name="accuracy-outside",
        caption="On text of others, which is not in the repository. A development half is text the rules were "
        "mended on.",
    )
    return render_part(
        "accuracy",
        cards=cards(),
        tables=[
            (f"All {len(own)} measures on our own gold", mine),
            (f"All {len(others)} measures on text of others", theirs),
        ],
        nothing="No measurement is stored beside this copy of Newsbook.",
    )


def _table(rows: list[Measured]) -> pd.DataFrame:
    return pd.DataFrame(
        [(row.what, row.value, _interval(row), row.n, row.on, row.day, row.command) for row in rows],
        columns=["what", "value", "interval", "n", "on", "day", "command"],
    )


def _interval(row: Measured) -> str:
    return "–" if row.low is None or row.high is None else f"{row.low:.2f} to {row.high:.2f}"


def _two_places(value: object) -> str:
    """Two places, but nothing short of one is written as one.

    >>> _two_places(0.9952), _two_places(1.0), _two_places(0.412)
    ('> 0.99', '1.00', '0.41')
    """
    share = float(str(value))
    return "> 0.99" if 0.995 <= share < 1 else f"{share:.2f}"
