"""What the commands print: facts to standard output, progress and reasons to standard error.

A log or a pipe gets plain lines without progress; a terminal gets both.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

_SHOWN = 3  # examples of one reason


def say(line: str) -> None:
    """Print one line of an answer, as it is."""
    Console(highlight=False, soft_wrap=True).print(escape(line))


def note(line: str) -> None:
    """Print one line beside the answer: a reason, a wait, a warning."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(escape(line))


def show_table(title: str, heads: list[str], rows: list[list[str]]) -> None:
    """Print a table; text of articles in it is text, never markup."""
    table = Table(title=escape(title), title_justify="left", header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console(highlight=False).print(table)


def show_tally(tally: Mapping[str, Any]) -> None:
    """Print what was left out, by reason, with examples; nothing where nothing was."""
    for reason, facts in sorted(tally.items()):
        note(f"left out: {facts['count']} {reason.replace('_', ' ')}")
        for example in facts["examples"][:_SHOWN]:
            note(f"  {example}")


@contextmanager
def progress(words: str) -> Iterator[Progress]:
    """Show progress while a block runs, on a terminal only."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        shown.add_task(words, total=None)
        yield shown
