"""The notebooks an analyst opens: every cell runs on the sample, and their tools give what they promise."""

import ast
import json
import re

import nbformat
import pytest

from analysis.briefing.explore import open_span, use_style
from analysis.commands.ingest import run_ingest
from analysis.config import NOTEBOOKS, ROOT

EXPLORING = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
SPAN = ("2025-09-01", "2025-10-12")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Ingest and annotate the sample."""
    return run_ingest([ROOT / "data" / "sample"], store=tmp_path_factory.mktemp("explored") / "store").path


@pytest.fixture(scope="module")
def span(store):
    """Open the six weeks of the sample, as a notebook does."""
    return open_span(*SPAN, store=str(store))


def shown_by(path, store):
    """Run the cells of a notebook in order on a store, and give what each cell showed."""
    names: dict[str, object] = {}
    shown = []
    for cell in nbformat.read(path, 4).cells:
        if cell.cell_type == "code" and "import pandas" in cell.source:
            exec(cell.source, names)  # noqa: S102
        elif cell.cell_type == "code":
            *before, last = ast.parse(cell.source).body
            # The cells are the notebook's own, and this is how a kernel runs them.
            exec(compile(ast.Module(before, []), path.name, "exec"), names)  # noqa: S102
            if isinstance(last, ast.Expr):
                shown.append(eval(compile(ast.Expression(last.value), path.name, "eval"), names))  # noqa: S307
            else:
                exec(compile(ast.Module([last], []), path.name, "exec"), names)  # noqa: S102
            if "parameters" in cell.metadata.get("tags", []):
                names["store"] = str(store)
    return shown


@pytest.mark.parametrize("path", EXPLORING, ids=[path.stem for path in EXPLORING])
def test_every_cell_runs_and_shows_something(path, store):
    """No cell of a notebook fails on the sample, and none that ends in a value shows nothing."""
    shown = shown_by(path, store)

    assert len(shown) >= 6
    assert [value for value in shown if value is None] == []


def test_there_is_a_notebook_for_each_question():
    """The corpus, mentions, tone, money and corrections each have one, in the order to read them."""
    assert [path.stem for path in EXPLORING] == [
        "01_explore",
        "02_mentions",
        "03_tone",
        "04_money",
        "05_corrections",
    ]


def test_words_are_found_in_their_place(span):
    """A word is found whatever its case, each text once and with what stands around it; other words are not."""
    found = span.find("AMMUNITION")

    assert 0 < len(found) < len(span.texts)
    assert ["ammunition" in excerpt.lower() for excerpt in found["excerpt"]] == [True] * len(found)
    assert found["published_at"].is_monotonic_increasing
    assert span.find("no text prints this").empty


def test_sentences_name_whom_they_are_asked_for(span):
    """Each sentence prints the alias it was found by."""
    rows = span.sentences("UKR").to_dict("records")

    assert len(rows) > 5
    assert [row for row in rows if row["alias"] not in row["sentence"]] == []


def test_the_least_sure_come_first(span):
    """Claims that count, in order of their confidence."""
    table = span.doubtful()

    assert table["confidence"].is_monotonic_increasing
    assert set(table["claim_id"]) <= set(span.edition.claims.query("exclude_reason == ''")["claim_id"])


def test_a_trial_changes_the_ledger_and_nothing_else(span):
    """A rejected claim takes its pledge out of the trial's ledger; the span itself stays as it was."""
    told_once = span.pledges["claim_ids"].map(json.loads).map(len) == 1
    pledge = span.pledges.loc[told_once & span.pledges["parent_id"].isna()].iloc[0]
    (claim,) = json.loads(pledge["claim_ids"])
    trial = span.corrected(claim, "exclude_reason", "other")
    changed = span.against(trial).set_index("pledge_id")

    assert pledge["pledge_id"] not in set(trial.pledges["pledge_id"])
    assert changed.loc[pledge["pledge_id"], "donor_here"] == pledge["donor"]
    assert span.against(span).empty
    assert pledge["pledge_id"] in set(span.pledges["pledge_id"])


def test_totals_stand_in_words(span):
    """Totals by status are shown in millions, with a word where a ceiling is open."""
    shown = span.totals("status").html

    assert "Best, €m" in shown
    assert "<bdi>committed</bdi>" in shown
    assert re.search(r'data-label="Ceiling, €m" class="r" data-sort="">open<', shown)


def test_the_style_is_held_to_our_outputs():
    """What brings the page's look to JupyterLab styles nothing else, and leaves its dark theme alone."""
    style = use_style().html

    assert style.startswith("<style>@scope (.jp-RenderedHTML)")
    assert "prefers-color-scheme: dark" not in style
    assert "@media print" not in style
