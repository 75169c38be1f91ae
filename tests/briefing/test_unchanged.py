"""A report is left as it is only where nothing that decides its bytes has changed."""

import json
from dataclasses import replace

import pytest

from analysis.briefing import unchanged
from analysis.briefing.run import render_period
from analysis.briefing.unchanged import is_unchanged
from tests.briefing.jobs import make_job


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Give a job whose report is published."""
    made = make_job(tmp_path_factory.mktemp("unchanged"))
    render_period(made)
    return made


def test_report_of_the_same_facts_is_unchanged(published):
    """The same job again would give the same bytes."""
    assert is_unchanged(published)


def test_other_parameters_or_store_version_render_again(published):
    """What the report was rendered from has to be what is asked for now."""
    assert not is_unchanged(replace(published, given={"currency": "USD"}))
    assert not is_unchanged(replace(published, reports=published.reports / "elsewhere"))


@pytest.mark.parametrize("name", ["code", "python"])
def test_other_code_renders_again(published, monkeypatch, name):
    """Other code, or another Python, may give other bytes; another commit alone does not."""
    made = unchanged.made_by()
    monkeypatch.setattr(unchanged, "made_by", lambda: {**made, "commit": "another"})
    assert is_unchanged(published)
    monkeypatch.setattr(unchanged, "made_by", lambda: {**made, name: "another"})

    assert not is_unchanged(published)


def test_a_report_that_was_touched_is_rendered_again(published):
    """A file that is not as it was published, or a manifest that cannot be read, is no report to keep."""
    page, manifest = published.place / "briefing.html", published.place / "manifest.json"
    kept, facts = page.read_bytes(), manifest.read_bytes()
    page.write_bytes(kept + b" ")
    assert not is_unchanged(published)
    page.write_bytes(kept)
    manifest.write_text(json.dumps({"made_by": {}}))
    assert not is_unchanged(published)
    manifest.write_bytes(facts)

    assert is_unchanged(published)
