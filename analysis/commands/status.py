"""`newsbook status`: what the store holds, the last runs, and what is due."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis.briefing.due import asked_period
from analysis.briefing.index import list_reports
from analysis.briefing.publish import is_good
from analysis.briefing.standing import load_briefings
from analysis.briefing.versions import rules_version
from analysis.commands.screen import say, show_table
from analysis.corpus.status import Status, status
from analysis.corpus.store import open_store

_COUNTED = ("mentions", "sentences", "amounts", "claims")


def run_status(*, store: Path, reports: Path) -> None:
    """Print one screen about the store and the reports.

    Raises:
        StoreError: there is no store.
    """
    opened = open_store(store)
    held = status(opened)
    _show_store(held)
    _show_runs(held.last_runs)
    _show_due(reports)


def _show_store(held: Status) -> None:
    days = f"{held.first_day} to {held.last_day}" if held.first_day else "no dates"
    others = held.articles - held.languages.get("en", 0) - held.languages.get("und", 0)
    say(
        f"Store {held.path}, version {held.version}: {held.articles} articles, {days}, {held.megabytes:.1f} MB on disk."
    )
    say(
        f"  {held.outlets} outlets, {held.stories} independent texts, {held.undated} without a date, "
        f"{others} not in English."
    )
    say("  " + ", ".join(f"{held.rows.get(name, 0)} {name}" for name in _COUNTED) + ".")
    if held.not_annotated:
        say(f"  {held.not_annotated} articles are not annotated yet; the next `newsbook ingest` does it.")
    elif held.annotators not in (None, rules_version()):
        say("  The rules have changed since; the next `newsbook ingest` annotates every article again.")
    if held.unfinished:
        say(f"  The last {held.unfinished} runs failed.")


def _show_runs(runs: pd.DataFrame) -> None:
    rows = [
        [f"{run.started_at:%Y-%m-%d %H:%M:%S}", str(run.what), str(run.outcome), str(run.store_version), _about(run)]
        for run in runs.itertuples()
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
