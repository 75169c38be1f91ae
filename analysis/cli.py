"""The `newsbook` command: parses and calls, nothing else.

What a command does is in `analysis.commands`, which is imported when the
command runs, so that `--help` and a wrong option answer at once.
"""

# ruff: noqa: PLC0415 - a command pays for its own imports only

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from analysis.config import DEFAULT_REPORTS, DEFAULT_STORE
from analysis.errors import NewsbookError

app = typer.Typer(
    help="Who is in the news, in what tone, and who said they would pay.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

register = typer.Typer(help="The register of countries, bodies and people.", no_args_is_help=True)
app.add_typer(register, name="register")

Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
Reports = Annotated[Path, typer.Option("--reports", metavar="DIR", help="Folder of the reports.")]
Corpus = Annotated[list[Path] | None, typer.Option("--corpus", metavar="PATH", help="Ingest this first.")]


def main() -> None:
    """Run the command; an error that a user can act on is one message, and exit status 1."""
    try:
        app()
    except NewsbookError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"newsbook {version('newsbook')}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Who is in the news, in what tone, and who said they would pay."""


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders or globs of articles.")],
    mapped: Annotated[
        list[str] | None, typer.Option("--map", metavar="PART=COLUMN", help="Column of a part: headline=Title.")
    ] = None,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="ENGINE", help="Who annotates: local, dask://HOST:PORT or a cluster file."),
    ] = "local",
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Add articles from files, folders and globs, and annotate what is new."""
    from analysis.commands.ingest import run_ingest

    run_ingest(paths, store=store, columns=mapped or [], engine=engine)


@app.command()
def brief(
    name: Annotated[str, typer.Argument(help="A briefing of notebooks/briefings.toml, or a notebook beside it.")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The last whole period that ends by this day.")
    ] = None,
    missing: Annotated[bool, typer.Option("--missing", help="Every whole period that has no good report.")] = False,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter of the notebook.")
    ] = None,
    corpus: Corpus = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Print it too, through Chromium where that is installed.")] = False,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Render a standing briefing, and publish it if it is whole."""
    from analysis.commands.brief import run_brief

    run_brief(name, as_of=as_of, missing=missing, pairs=parameter, corpus=corpus, store=store, reports=reports, pdf=pdf)


@app.command()
def verify(
    report: Annotated[Path, typer.Argument(help="Folder of a report: reports/weekly/2025-W41.")],
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Render a report again and compare digests; name what differs."""
    from analysis.commands.brief import run_verify

    run_verify(report, store=store)


@app.command()
def status(store: Store = DEFAULT_STORE, reports: Reports = DEFAULT_REPORTS) -> None:
    """Show what the store holds, the last runs, and what is due."""
    from analysis.commands.status import run_status

    run_status(store=store, reports=reports)


@app.command()
def check(
    since: Annotated[
        int | None, typer.Option("--since", metavar="VERSION", help="Also compare outlets and days with this version.")
    ] = None,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Check that the store is sound; name what cannot be, and outlets that lost articles."""
    from analysis.commands.check import run_check

    run_check(store=store, since=since)


@app.command()
def schedule(
    name: Annotated[str, typer.Argument(help="A briefing of notebooks/briefings.toml.")],
    scheduler: Annotated[str, typer.Option("--as", help="cron, systemd, airflow, github or jupyter.")],
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Print what to install so that a scheduler renders a briefing."""
    from analysis.commands.upkeep import run_schedule

    run_schedule(name, scheduler, store=store, reports=reports, corpus=corpus or [])


@app.command()
def correct(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="A claim or a pledge: tables/claims.csv, tables/pledges.csv.")
    ],
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="A column of tables/claims.csv and its right value: currency=CAD, low=2500000 high=2500000, "
            "donor=NOR; empty for none (channel=). exclude_reason=restatement rejects, exclude_reason= takes back. "
            "same_as=ID joins, apart_from=ID parts, part_of=ID hangs under it, part_of= frees.",
        ),
    ],
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why; kept beside the correction.")],
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Correct a claim or a pledge by hand, join or part pledges; every later briefing replays it.

    Lines are added to data/reference/corrections.csv and replayed in order: the last word stands.
    """
    from analysis.commands.correct import run_correct

    run_correct(target, fields, because, store=store)


@app.command()
def dictionary(
    check: Annotated[bool, typer.Option("--check", help="Only say whether the file is current.")] = False,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Write data/README.md, the data dictionary, from the contracts."""
    from analysis.commands.upkeep import run_dictionary

    run_dictionary(check=check)


@register.command("check")
def register_check(
    watchlist: Annotated[Path | None, typer.Argument(metavar="[WATCHLIST]", help="A CSV to check with it.")] = None,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Check the register of entities, and list aliases that several of them claim."""
    from analysis.commands.register import run_register_check

    run_register_check(watchlist)


@app.command()
def gate(
    update: Annotated[bool, typer.Option("--update", help="Pin what was improved.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update: pin what got worse, too.")
    ] = False,
    store: Store = DEFAULT_STORE,
    reports: Reports = DEFAULT_REPORTS,
) -> None:
    """Measure accuracy on our own gold, against pinned floors."""
    from analysis.commands.upkeep import run_gate

    run_gate(update=update, allow_regression=allow_regression)


@app.command()
def bench(store: Store = DEFAULT_STORE, reports: Reports = DEFAULT_REPORTS) -> None:
    """Measure speed and accuracy beside other tools."""
    from analysis.commands.upkeep import run_bench

    run_bench()
