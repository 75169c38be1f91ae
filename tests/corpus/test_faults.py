import time

import pytest

from analysis.corpus.annotate import annotate
from analysis.corpus.audit import check_corpus
from analysis.corpus.ingest import ingest
from analysis.corpus.store import Writer, open_store
from tests.corpus.faults import kill_at_random, run, run_on_a_full_disk, start
from tests.corpus.stores import SIMPLE, article, content, furnished, write_jsonl


def _exports(folder, articles=80, files=3):
    every = [furnished(n) for n in range(articles)]
    return [write_jsonl(folder / f"{k}.jsonl", every[k::files]) for k in range(files)]


def test_killed_runs_leave_nothing_behind(tmp_path):
    """Killed at any of four moments, then run again: the tables equal those of a run that nobody disturbed."""
    paths = _exports(tmp_path, 40, 2)  # tests/bench/faults.py kills fifty times
    start(tmp_path / "warm", []).join()
    began = time.monotonic()
    start(tmp_path / "quiet", paths).join()
    usual = time.monotonic() - began

    versions = kill_at_random(tmp_path / "store", paths, 4, seed=11, longest=usual)
    run(str(tmp_path / "store"), [str(path) for path in paths])
    disturbed = open_store(tmp_path / "store")
    assert versions == sorted(versions)
    assert disturbed.articles()["removed"].str.contains("boilerplate").sum() == 40
    assert (content(disturbed) == content(open_store(tmp_path / "quiet")), check_corpus(disturbed)) == (True, [])


STEPS = ["append", "update", "commit", "restore"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_run_that_ends_at_any_step_is_undone(tmp_path, monkeypatch, step, before):
    """Ended right before or after each kind of step, a run leaves the last version, and the next run the right one."""
    first, second, _ = _exports(tmp_path, 60)
    store = open_store(tmp_path / "store", create=True)
    run(str(store.path), [str(first)])
    known = content(open_store(store.path))
    whole = getattr(Writer, step)

    def ends(self, *args, **kwargs):
        if not before:
            whole(self, *args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(Writer, step, ends)
    with pytest.raises(KeyboardInterrupt):
        ingest(
            [write_jsonl(tmp_path / "x.jsonl", [article(999), article(998, article(999)["body"])])],
            open_store(store.path),
        )
    monkeypatch.undo()
    after = open_store(store.path)
    committed = step == "commit" and not before
    assert (content(after) == known) is not committed
    annotate(after, SIMPLE)
    ingest([second], after)
    assert check_corpus(after) == []


def test_a_full_disk_is_a_clear_error_and_the_store_stays_good(tmp_path):
    """Where nothing more can be written the run says so, and the last version can be read and written on."""
    small, large = _exports(tmp_path, 20, 1)[0], write_jsonl(tmp_path / "large.jsonl", _unlike(400))
    run(str(tmp_path / "store"), [str(small)])
    known = content(open_store(tmp_path / "store"))

    said = tmp_path / "said.txt"
    code = run_on_a_full_disk(tmp_path / "store", [large], max_file_bytes=20_000, said=said)
    store = open_store(tmp_path / "store")
    assert code == 1
    assert "could not be written" in said.read_text()
    assert "The last good version is untouched" in said.read_text()
    assert content(store) == known
    assert ingest([large], store).added == 400


def _unlike(count):
    """Articles that do not compress well."""
    words = [f"{n * 2654435761 % 2**32:08x}" for n in range(20_000)]
    return [article(5000 + n, "Readings: " + " ".join(words[n * 50 : n * 50 + 50]) + ".") for n in range(count)]
