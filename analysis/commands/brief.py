"""`newsbook brief` and `newsbook verify`: render reports, and render them again."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from analysis.briefing.declared import declared_parameters, parse_pairs, typed_parameters
from analysis.briefing.due import asked_period, missing_periods
from analysis.briefing.index import write_index
from analysis.briefing.manifest import read_manifest
from analysis.briefing.naming import read_period_names
from analysis.briefing.params import read_date
from analysis.briefing.pdf import find_chromium, print_pdf
from analysis.briefing.periods import Period, trend_of
from analysis.briefing.publish import locked_reports
from analysis.briefing.run import Job, render_period
from analysis.briefing.standing import Briefing, find_briefing
from analysis.briefing.tones import score_period_targets
from analysis.briefing.unchanged import is_unchanged
from analysis.briefing.verify import verify_report
from analysis.commands.screen import note, say
from analysis.corpus.store import Store, open_store
from analysis.errors import BriefingError, NewsbookError, ParameterError
from analysis.sentiment.measures import TARGET

_SET_BY = {"store": "--store", "previous": "the run", "tables": "the run"}


def run_brief(
    name: str,
    *,
    store: Path,
    reports: Path,
    as_of: str | None = None,
    missing: bool = False,
    pairs: list[str] | None = None,
    corpus: list[Path] | None = None,
    pdf: bool = False,
) -> None:
    """Render a briefing for one period, or for every period that lacks one.

    A report that would come out as it is stays as it is; remove its folder to have it rendered again.

    Raises:
        NewsbookError: no such briefing, an unknown parameter, an empty corpus,
            or a run that failed. With `missing`, every period is tried before
            the failures are raised as one.
    """
    briefing = find_briefing(name)
    if pdf:
        find_chromium(name)
    given = _given(briefing, parse_pairs(pairs or []))
    day = read_date("--as-of", as_of, "newsbook brief") if as_of is not None else None
    if corpus:
        # The finders take a second to import, which a rendering alone need not pay.
        from analysis.commands.ingest import run_ingest  # noqa: PLC0415

        run_ingest(corpus, store=store)
    version = given.pop("store_version", 0) or None
    opened = _filled(briefing, open_store(store, version=version))
    today = datetime.now(UTC).date()
    with locked_reports(reports):
        periods = (
            missing_periods(briefing, opened, reports, today=today)
            if missing
            else [asked_period(briefing, day, given, today=today)]
        )
        if not periods:
            say(f"No period of `{name}` lacks a report.")
        if periods and version is None:
            read_period_names(opened, periods, notify=note)
            _score_targets(opened, briefing, periods, given)
        jobs = [Job(briefing, period, store, reports, opened.version, _beside_period(given)) for period in periods]
        try:
            _render_all(jobs, opened, pdf=pdf)
        finally:
            write_index(reports)


def _score_targets(store: Store, briefing: Briefing, periods: list[Period], given: Mapping[str, Any]) -> None:
    """Score the tone that these periods will show, where the briefing shows tone by our encoder."""
    declared = {name: known.default for name, known in declared_parameters(briefing.notebook).items()}
    values = {**declared, **briefing.parameters, **given}
    if values.get("sentiment") == TARGET:
        score_period_targets(store, [trend_of(period) for period in periods], top=int(values["top"]), notify=note)


def _given(briefing: Briefing, pairs: Mapping[str, str]) -> dict[str, Any]:
    """Type the parameters of the command line, and refuse those that the run sets."""
    for name, who in _SET_BY.items():
        if name in pairs:
            raise ParameterError(name, briefing.notebook.name, what=f"is set by {who}, not by -p.")
    return typed_parameters(briefing.notebook, pairs)


def _beside_period(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in ("start", "end")}


def _filled(briefing: Briefing, store: Store) -> Store:
    if store.articles(columns=["article_id"]).empty:
        raise BriefingError(briefing.name, "no articles in the store.", todo="Run `newsbook ingest PATH...` first.")
    return store


def _render_all(jobs: list[Job], store: Store, *, pdf: bool) -> None:
    failures: list[NewsbookError] = []
    for job in jobs:
        began = datetime.now(UTC)
        try:
            unchanged = is_unchanged(job)
            place = job.place if unchanged else render_period(job)
        except NewsbookError as error:
            store.log_run("brief", began, outcome="failed", inputs=_inputs(job), message=str(error))
            failures.append(error)
            if len(jobs) > 1:
                note(str(error))
        else:
            outputs = {"files": read_manifest(place)["files"], "rendered": not unchanged}
            store.log_run("brief", began, inputs=_inputs(job), outputs=outputs)
            if unchanged:
                note("nothing is new, and the report stands as it is")
            say(str(place / "briefing.html"))
            if pdf:
                say(str(print_pdf(job.briefing.name, place / "briefing.html")))
    if len(failures) == 1:
        raise failures[0]
    if failures:
        raise BriefingError(jobs[0].briefing.name, f"{len(failures)} of {len(jobs)} periods failed; see above.")


def _inputs(job: Job) -> dict[str, Any]:
    return {"briefing": job.briefing.name, "period": job.period.label, "store_version": job.store_version, **job.given}


def run_verify(report: Path, *, store: Path) -> None:
    """Render a report again, and say whether every file comes out the same.

    Raises:
        BriefingError: something differs; lists what, and what has changed since.
    """
    verdict = verify_report(report, store=store)
    for line in verdict.notes:
        note(f"{line}; no file of the report differs for it")
    if verdict.differences:
        lines = "".join(f"\n  - {line}" for line in verdict.differences)
        raise BriefingError(verdict.report.name, f"{report} does not hold:{lines}")
    say(f"{report} holds: {verdict.files} files come out the same, byte for byte.")


def next_period(briefing: Briefing, today: date) -> Period:
    """Find the last whole period before today, which a scheduled run renders."""
    return asked_period(briefing, None, {}, today=today)
