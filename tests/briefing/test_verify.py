"""Verification names what differs: a changed file, another store, changed code."""

import json

import pytest

from analysis.briefing import verify as verifying
from analysis.briefing.run import render_period
from analysis.briefing.verify import verify_report
from analysis.corpus.store import open_store
from analysis.errors import BriefingError
from analysis.schemas import ARTICLES
from tests.briefing.editions import article
from tests.briefing.jobs import make_job, write_notebook


@pytest.fixture
def job(tmp_path, monkeypatch):
    """Give a published job, found by its name."""
    made = make_job(tmp_path)
    render_period(made)
    monkeypatch.setattr(verifying, "find_briefing", lambda _: made.briefing)
    return made


def test_untouched_report_holds(job):
    """A report that nobody touched comes out the same, byte for byte."""
    verdict = verify_report(job.place, store=job.store)

    assert (verdict.differences, verdict.notes, verdict.files) == ((), (), 3)


def test_changed_file_is_named(job):
    """A figure changed by hand is found, and the file is named."""
    table = job.place / "tables" / "pledges.csv"
    table.write_text(table.read_text().replace("P2", "P3"))

    assert verify_report(job.place / "briefing.html", store=job.store).differences == (
        "tables/pledges.csv was changed after it was published",
    )


def test_added_and_missing_files_are_named(job):
    """A file that was put in or taken out is named."""
    (job.place / "executed.ipynb").unlink()
    (job.place / "extra.csv").write_text("x")

    assert verify_report(job.place, store=job.store).differences == (
        "executed.ipynb is missing",
        "extra.csv was added after it was published",
    )


def test_manifest_changed_to_fit_is_found(job):
    """A changed file whose digest was changed to fit comes out otherwise when it is rendered again."""
    page, manifest = job.place / "briefing.html", job.place / "manifest.json"
    page.write_text(page.read_text().replace("What", "Whom"))
    facts = json.loads(manifest.read_text())
    facts["files"]["briefing.html"] = verifying.digest_file(page)
    manifest.write_text(json.dumps(facts))

    assert verify_report(job.place, store=job.store).differences == (
        "briefing.html comes out otherwise when it is rendered again",
    )


def test_changed_notebook_is_named(job):
    """A notebook that counts otherwise now is named beside what comes out otherwise."""
    source = job.briefing.notebook.read_text().replace("# What?", "# What else?")
    job.briefing.notebook.write_text(source)

    assert verify_report(job.place, store=job.store).differences == (
        "briefing.html comes out otherwise when it is rendered again",
        "executed.ipynb comes out otherwise when it is rendered again",
        "the notebook was changed since",
    )


def test_failing_notebook_is_named(job):
    """A notebook that fails by now says so, and the report does not hold."""
    write_notebook(job.briefing.notebook, "1 / 0")

    assert (
        verify_report(job.place, store=job.store)
        .differences[0]
        .startswith("it cannot be rendered again: Briefing `weekly`: cell")
    )


def test_later_articles_change_nothing(job):
    """A store that has grown since still holds the version that the report was made from."""
    with open_store(job.store).write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame([article(1, "2025-10-07")]))
        writer.commit()

    assert verify_report(job.place, store=job.store).differences == ()


def test_other_store_is_named(job, tmp_path):
    """Another store's version of the same number is not the one the report was made from."""
    manifest = job.place / "manifest.json"
    facts = json.loads(manifest.read_text())
    facts["rendered_from"]["corpus"] = "0" * 64
    manifest.write_text(json.dumps(facts))
    (job.place / "extra.csv").write_text("x")

    assert (
        "the store's version 0 holds other articles than it did"
        in verify_report(job.place, store=job.store).differences
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"briefing": 1, "rendered_from": {}, "files": {}}'])
def test_folder_that_is_no_report_is_refused(tmp_path, text):
    """A folder without a manifest of ours cannot be verified."""
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(BriefingError):
        verify_report(tmp_path, store=tmp_path)


def test_folder_without_a_manifest_says_what_to_name(tmp_path):
    """The error says what a report's folder looks like."""
    with pytest.raises(BriefingError, match=r"such as reports/weekly/2025-W41"):
        verify_report(tmp_path, store=tmp_path)
