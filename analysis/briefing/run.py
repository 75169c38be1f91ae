"""Render a briefing: run its notebook, gate it, export it, publish it.

One call of `render_period` is one report of one period. Everything is made in
a folder beside the report's place; only a run that passes the gate is moved
there.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.briefing.declared import declared_parameters
from analysis.briefing.gate import check_run
from analysis.briefing.manifest import (
    accuracy_digest,
    corpus_digest,
    corrections_digest,
    digest_file,
    lock_digest,
    methodology_digest,
    packages,
    read_manifest,
    write_manifest,
)
from analysis.briefing.notebooks import load_nbformat, read_notebook
from analysis.briefing.params import Parameters, check_parameters
from analysis.briefing.periods import Period, before
from analysis.briefing.publish import is_good, keep_failure, publish
from analysis.briefing.sentinel import sentinel
from analysis.briefing.standing import Briefing
from analysis.briefing.versions import rules_version
from analysis.corpus.store import Store, open_store
from analysis.errors import BriefingError, NewsbookError

__all__ = ["Job", "render_into", "render_period", "sentinel"]

TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Job:
    """One report to render: which briefing, for which period, from what."""

    briefing: Briefing
    period: Period
    store: Path
    reports: Path
    store_version: int  # pinned before anything runs, so that a run sees one corpus
    given: Mapping[str, Any] = field(default_factory=dict)  # typed parameters of the command line

    @property
    def place(self) -> Path:
        """The folder the report is published in."""
        return self.reports / self.briefing.name / self.period.label

    @property
    def previous(self) -> Path | None:
        """The folder of the report of the period before, where one is published."""
        place = self.reports / self.briefing.name / before(self.period).label
        return place if is_good(place) else None


def render_period(job: Job) -> Path:
    """Render one report and publish it; returns its folder.

    Raises:
        BriefingError: the run failed or did not pass the gate. The last good
            report stays, and the error names where the evidence is kept.
        ParameterError: a parameter cannot be used; nothing ran.
    """
    made = job.reports / job.briefing.name / f".making-{job.period.label}"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        render_into(made, job)
    except NewsbookError as error:
        if not (made / "executed.ipynb").exists():
            # Nothing ran: a wrong parameter is the caller's to mend, not a failed report.
            shutil.rmtree(made)
            raise
        kept = keep_failure(made, job.place, str(error))
        what = error.what if isinstance(error, BriefingError) else str(error)
        raise BriefingError(job.briefing.name, what, evidence=kept) from error
    publish(made, job.place)
    return job.place


def render_into(folder: Path, job: Job) -> None:
    """Render one report into an empty folder, whole, without publishing it.

    Raises:
        BriefingError: the run failed or did not pass the gate; `folder` holds
            what there is.
        ParameterError: a parameter cannot be used.
    """
    # papermill and nbconvert take a second to import, which the kernel need not pay.
    load_nbformat()
    from analysis.briefing.execute import execute  # noqa: PLC0415
    from analysis.briefing.render import settled, write_page  # noqa: PLC0415

    folder = folder.resolve()
    values = _parameters(job, folder)
    if {"start", "end"} <= values.keys():
        check_parameters(**{name: value for name, value in values.items() if name in Parameters.__dataclass_fields__})
    ran = folder / "executed.ipynb"
    failure = execute(job.briefing.notebook, ran, values)
    if failure:
        raise BriefingError(job.briefing.name, f"{failure}.")
    notebook = read_notebook(ran)
    facts = check_run(job.briefing.name, notebook, values, folder / TABLES)
    if (folder / TABLES / "ledger.xlsx").exists():
        (folder / TABLES / "ledger.xlsx").rename(folder / "ledger.xlsx")
    secrets = [str(folder), str(job.store.resolve()), str(job.reports.resolve())]
    write_page(job.briefing.name, settled(notebook), folder, title=job.briefing.title_of(job.period), secrets=secrets)
    (folder / "kernel.log").unlink(missing_ok=True)
    write_manifest(folder, manifest_facts(job, facts))


def _parameters(job: Job, folder: Path) -> dict[str, Any]:
    """Every parameter of the run that its notebook declares, absolute where it names a place."""
    declared = {**job.briefing.parameters, **job.given}
    values = {
        "start": job.period.start.isoformat(),
        "end": job.period.end.isoformat(),
        **declared,
        "store": str(job.store.resolve()),
        "store_version": job.store_version,
        "tables": str(folder / TABLES),
        "previous": str(job.previous.resolve()) if job.previous else "",
    }
    if values.get("watchlist") and Path(values["watchlist"]).exists():
        # A missing one is named as it was given.
        values["watchlist"] = str(Path(values["watchlist"]).resolve())
    known = declared_parameters(job.briefing.notebook)
    return {name: value for name, value in values.items() if name in known}


def manifest_facts(job: Job, facts: Mapping[str, Any]) -> dict[str, Any]:
    """State what a report is and what it was rendered from; `verify` reads it back."""
    return {
        "briefing": job.briefing.name,
        "title": job.briefing.title_of(job.period),
        "period": {"kind": job.period.kind, "start": job.period.start.isoformat(), "end": job.period.end.isoformat()},
        "totals": facts["totals"],
        "rendered_from": rendered_from(job),
    }


def rendered_from(job: Job) -> dict[str, Any]:
    """State everything but the code that decides the bytes of a report."""
    watchlist = job.given.get("watchlist") or job.briefing.parameters.get("watchlist") or ""
    store = open_store(job.store, version=job.store_version)
    previous = job.previous
    return {
        "store_version": job.store_version,
        "corpus": store_digest(store),
        "parameters": {**job.briefing.parameters, **job.given},
        "notebook": digest_file(job.briefing.notebook),
        "watchlist": digest_file(Path(watchlist)) if watchlist else None,
        "previous": {"report": previous.name, "manifest": _files_digest(previous)} if previous else None,
        "corrections": corrections_digest(),
        "accuracy": accuracy_digest(),
        "methodology": methodology_digest(),
        "rules": rules_version(),
        "lock": lock_digest(),
        "packages": packages(),
    }


def store_digest(store: Store) -> str:
    """Digest the articles of a store at the version it was opened at."""
    return corpus_digest(store.articles(columns=["article_id"])["article_id"])


def _files_digest(report: Path) -> dict[str, str]:
    """Digests of the files of a report, as its manifest states them."""
    return dict(read_manifest(report)["files"])
