"""`newsbook status`: what the store holds, the last runs, and what is due."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis.briefing.annotators import rules_version
from analysis.briefing.due import asked_period
from analysis.briefing.index import list_reports
from analysis.briefing.publish import is_good
from analysis.briefing.standing import load_briefings
from analysis.commands.screen import say, show_table
from analysis.corpus.store import Store, open_store

_RUNS = 8  # shown, newest first


def run_status(*, store: Path, reports: Path) -> None:
    """Print one screen about the store and the reports.

    Raises:
        StoreError: there is no store.
    """
    opened = open_store(store)
    _show_store(opened)
    _show_runs(opened.runs())
    _show_due(reports)


def _show_store(store: Store) -> None:
    articles = store.articles(columns=["article_id", "published_at", "outlet", "is_canonical", "language"])
    days = articles["published_at"].dropna()
    span = f"{days.min():%Y-%m-%d} to {days.max():%Y-%m-%d}" if len(days) else "no dates"
    others = int((articles["language"].fillna("en") != "en").sum())
    say(f"Store {store.path}, version {store.version}: {len(articles)} articles, {span}.")
    say(
        f"  {articles['outlet'].nunique()} outlets, {int(articles['is_canonical'].sum())} independent texts, "
        f"{int(articles['published_at'].isna().sum())} without a date, {others} not in English."
    )
    counts = [
        (name, len(getattr(store, name)(columns=["article_id"])))
        for name in ("mentions", "sentences", "amounts", "claims")
    ]
    say("  " + ", ".join(f"{count} {name}" for name, count in counts) + ".")
    if not _is_annotated(store.runs()):
        say("  The rules have changed since; the next `newsbook ingest` annotates every article again.")


def _is_annotated(runs: pd.DataFrame) -> bool:
    """Whether the last annotation was made by the rules of this installation."""
    last = runs.loc[(runs["what"] == "annotate") & (runs["outcome"] == "ok"), "inputs"]
    return bool(len(last)) and json.loads(last.iloc[-1]).get("annotators") == rules_version()


def _show_runs(runs: pd.DataFrame) -> None:
    shown = runs.sort_values("run_id", ascending=False).head(_RUNS)
    rows = [
        [f"{run.started_at:%Y-%m-%d %H:%M:%S}", str(run.what), str(run.outcome), str(run.store_version), _about(run)]
        for run in shown.itertuples()
    ]
    show_table("Last runs (UTC)", ["started", "what", "outcome", "version", "about"], rows)


def _about(run: object) -> str:
    """Say in a few words what a run did, or why it failed."""
    message = str(getattr(run, "message", "") or "")
    if message:
        return message.splitlines()[0][:120]
    inputs, outputs = json.loads(getattr(run, "inputs", "{}")), json.loads(getattr(run, "outputs", "{}"))
    if "briefing" in inputs:
        return f"{inputs['briefing']} {inputs['period']}"
    counts = {name: value for name, value in outputs.items() if isinstance(value, int) and value}
    return ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in counts.items())


def _show_due(reports: Path) -> None:
    today = datetime.now(UTC).date()
    rows = []
    failed = (
        {(entry.briefing, entry.period) for entry in list_reports(reports) if entry.failure}
        if reports.is_dir()
        else set()
    )
    for name, briefing in sorted(load_briefings().items()):
        period = asked_period(briefing, None, {}, today=today)
        state = "published" if is_good(reports / name / period.label) else "due"
        if (name, period.label) in failed:
            state += ", last run failed"
        rows.append([name, period.label, state])
    show_table("Briefings of the last whole period", ["briefing", "period", "state"], rows)
