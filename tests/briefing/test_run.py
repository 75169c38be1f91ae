"""Runs of a briefing: what is published, and what is kept of a run that failed."""

import hashlib
import json
import shutil
from dataclasses import replace

import pytest

from analysis.briefing import execute, run
from analysis.briefing.periods import before
from analysis.briefing.run import Job, render_period
from analysis.errors import BriefingError, ParameterError
from tests.briefing.jobs import make_job

FAILURES = [
    # notebook, what the error says
    ("error_cell", "failed with ZeroDivisionError: division by zero"),
    ("sysexit0", "failed with SystemExit"),
    ("dead_kernel", "the kernel did not answer"),
    ("dead_in_last_cell", "the kernel did not answer"),
    ("no_sentinel", "left 0 sentinels, expected 1"),
    ("two_sentinels", "left 2 sentinels, expected 1"),
    ("other_total", "counts 3 pledges, tables/pledges.csv has 2 rows"),
    ("other_period", "speaks of `start` '2025-09-29', the run was given '2025-10-06'"),
    ("shows_path", "would show a path of this machine"),
]


def _bytes(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Job:
    """Give a job that was rendered and published."""
    job = make_job(tmp_path_factory.mktemp("published"))
    render_period(job)
    return job


def test_good_run_is_published(published):
    """A run that ends well leaves its page, tables, notebook and manifest, and nothing beside them."""
    assert sorted(_bytes(published.reports)) == [
        "weekly/2025-W41/briefing.html",
        "weekly/2025-W41/executed.ipynb",
        "weekly/2025-W41/manifest.json",
        "weekly/2025-W41/tables/pledges.csv",
    ]


def test_same_job_gives_the_same_bytes(published):
    """Rendering one store version with the same parameters again changes no byte, and publishes over the old."""
    first = _bytes(published.place)
    render_period(published)

    assert _bytes(published.place) == first


def test_report_names_no_place_of_this_machine(published, tmp_path_factory):
    """No file of a report holds a path of the machine it was made on."""
    root = str(tmp_path_factory.getbasetemp())

    assert [path.name for path in published.place.rglob("*.*") if root in path.read_text(encoding="utf-8")] == []


def test_manifest_states_what_was_counted(published):
    """The manifest holds totals, parameters, store version, and a digest of every other file."""
    facts = json.loads((published.place / "manifest.json").read_text(encoding="utf-8"))

    assert (facts["totals"], facts["rendered_from"]["store_version"], sorted(facts["files"])) == (
        {"pledges": 2},
        0,
        ["briefing.html", "executed.ipynb", "tables/pledges.csv"],
    )


def test_next_report_is_given_the_one_before(published):
    """The report of the period before is handed to the notebook, and named in the manifest by its digests."""
    earlier = replace(published, period=before(published.period))
    render_period(earlier)
    later = published

    assert run.manifest_facts(later, {"totals": {}})["rendered_from"]["previous"]["report"] == "2025-W40"
    # Left as it was for the other tests of this module.
    shutil.rmtree(earlier.place)


@pytest.mark.parametrize(("ending", "said"), FAILURES, ids=[case[0] for case in FAILURES])
def test_failed_run_is_not_published(tmp_path, ending, said):
    """A run that is not whole publishes nothing, keeps its evidence, and says where."""
    job = make_job(tmp_path, ending)
    with pytest.raises(BriefingError) as caught:
        render_period(job)

    kept = job.reports / "weekly" / ".failed" / "2025-W41"
    assert (
        said in str(caught.value),
        caught.value.evidence,
        job.place.exists(),
        (kept / "executed.ipynb").exists(),
    ) == (
        True,
        str(kept),
        False,
        True,
    )


def test_slow_cell_is_stopped(tmp_path, monkeypatch):
    """A cell that takes longer than the limit ends the run."""
    monkeypatch.setattr(execute.execute, "__kwdefaults__", {"timeout": 2})

    with pytest.raises(BriefingError, match="a cell took longer than 2 seconds"):
        render_period(make_job(tmp_path, "slow_cell"))


def test_failed_run_leaves_the_last_good_report(tmp_path):
    """A run that fails changes nothing of the report that is there."""
    job = make_job(tmp_path)
    render_period(job)
    good = _bytes(job.place)
    failing = make_job(tmp_path, "error_cell")
    with pytest.raises(BriefingError):
        render_period(failing)

    assert _bytes(job.place) == good


def test_good_run_clears_an_earlier_failure(tmp_path):
    """Once a period is rendered, what its failed runs left is gone."""
    with pytest.raises(BriefingError):
        render_period(make_job(tmp_path, "error_cell"))
    job = make_job(tmp_path)
    render_period(job)

    assert list((job.reports / "weekly" / ".failed").iterdir()) == []


def test_wrong_parameter_stops_before_anything_runs(tmp_path):
    """A parameter that cannot be used is an error of its own, and leaves nothing behind."""
    job = make_job(tmp_path, currency="XXX")
    with pytest.raises(ParameterError, match="'XXX' has no ECB reference rate"):
        render_period(job)

    assert list((job.reports / "weekly").iterdir()) == []
