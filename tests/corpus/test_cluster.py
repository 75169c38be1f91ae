"""A Dask cluster annotates as the processes of this machine do, or says why it cannot."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from analysis.corpus import cluster as engines
from analysis.corpus.annotate import annotate
from analysis.corpus.cluster import Cluster, map_on_cluster, read_engine
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.errors import EngineError
from tests.corpus.stores import SIMPLE, article, content, installed, write_jsonl

NOWHERE = Cluster("dask://127.0.0.1:9", "tcp://127.0.0.1:9", timeout=1)


@pytest.fixture(scope="module")
def cluster():
    """Give a scheduler and one worker in this process, reached over TCP."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    with distributed.LocalCluster(
        1, threads_per_worker=2, processes=False, protocol="tcp://", host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as local:
        yield read_engine(local.scheduler_address.replace("tcp://", "dask://"))


# --- what --engine takes -------------------------------------------------------------------


def test_a_cluster_file_names_scheduler_timeout_and_certificates(tmp_path):
    """Paths are relative to the file; with certificates the connection is encrypted."""
    file = tmp_path / "cluster.toml"
    file.write_text(
        'scheduler = "node:8786"\ntimeout = 5\n[tls]\nca = "ca.pem"\ncertificate = "/etc/me.pem"\nkey = "me.key"\n'
    )

    assert read_engine(str(file)) == Cluster(
        str(file), "tls://node:8786", "", 5, str(tmp_path / "ca.pem"), "/etc/me.pem", str(tmp_path / "me.key")
    )
    file.write_text('scheduler_file = "scheduler.json"\n')
    assert read_engine(str(file)).scheduler_file == str(tmp_path / "scheduler.json")


FAULTY = [
    ("", "it needs `scheduler` or `scheduler_file`"),
    ('scheduler = "a:1"\nscheduler_file = "b"', "one of them"),
    ('scheduler = "node"', "is no HOST:PORT"),
    ('scheduler = "a:1"\ntimeout = "long"', "is no number of seconds"),
    ('schedular = "a:1"', "did you mean `scheduler`?"),
    ('scheduler = "a:1"\n[tls]\nca = "ca.pem"', "[tls] needs ca, certificate, key"),
    ('scheduler = "a:1"\ntls = 1', "`tls` is no table"),
    ("scheduler =", "it cannot be read"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTY, ids=[fault for _, fault in FAULTY])
def test_faults_of_a_cluster_file_are_named(tmp_path, text, fault):
    """A file that cannot be used says what is wrong with it."""
    file = tmp_path / "cluster.toml"
    file.write_text(text)

    with pytest.raises(EngineError) as told:
        read_engine(str(file))
    assert fault in str(told.value)


@pytest.mark.parametrize("asked", ["dask://node", "dask://:8786", "nowhere.toml", "spark"])
def test_what_is_no_engine_is_refused(asked):
    """The message says what is expected."""
    with pytest.raises(EngineError, match="Expected `local`, `dask://HOST:PORT`"):
        read_engine(asked)


# --- on a cluster -------------------------------------------------------------------------


def test_rows_are_the_same_whatever_the_engine(tmp_path, cluster, monkeypatch):
    """The same articles give the same tables, in the same order of rows."""
    monkeypatch.setattr("analysis.corpus.annotate._BATCH_CHARS", 2_000)
    lines = write_jsonl(tmp_path / "news.jsonl", [article(n) for n in range(60)])
    told, rows = [], []
    for engine in (None, cluster):
        store = open_store(tmp_path / str(engine is None), create=True)
        ingest([lines], store)
        report = annotate(store, SIMPLE, engine=engine, notify=told.append)
        rows.append((report.rows, report.texts, content(store)))

    assert rows[0] == rows[1]
    assert told == [f"annotating on 1 workers, 2 threads, of {cluster.name}"]


def test_results_come_in_the_order_of_the_batches(cluster):
    """However long each takes, and no more are made than are asked for."""
    made = []

    def batches():
        for number in range(40):
            made.append(number)
            yield [number]

    results = map_on_cluster(sum, batches(), cluster, installed=installed)
    assert (next(results), len(made) <= 6) == (0, True)
    assert list(results) == list(range(1, 40))


def test_a_worker_with_other_rules_is_refused(cluster):
    """Its rows would not be ours."""
    engines._here.cache_clear()
    versions = iter(["ours", "theirs"])

    with pytest.raises(EngineError, match=r"a worker has other rules than this machine \(theirs, here ours\)"):
        list(map_on_cluster(sum, [[1]], cluster, installed=partial(_next, versions)))


def _next(versions):
    return next(versions)


def test_a_fault_of_the_cluster_is_told(cluster):
    """What the function does not report itself is a batch that was lost; nothing is stored."""
    with pytest.raises(EngineError, match=r"a batch was lost \(TypeError"):
        list(map_on_cluster(sum, [[None]], cluster, installed=installed))


def test_other_versions_are_refused(cluster, monkeypatch):
    """Tasks and tables travel only between the same Python, Dask and Arrow."""
    own = engines._versions

    def older(facts):
        found = own(facts)
        return found if "client" not in facts else {**found, "dask": "1.0"}

    from distributed import Client

    asked = Client.get_versions
    monkeypatch.setattr(
        Client,
        "get_versions",
        lambda self, **how: (told := asked(self, **how)) | {"client": {**told["client"], "client": 1}},
    )
    monkeypatch.setattr(engines, "_versions", older)
    with pytest.raises(EngineError, match=r"dask of the scheduler is [\d.]+, here 1\.0; dask of the worker"):
        list(map_on_cluster(sum, [[1]], cluster, installed=installed))


def test_no_scheduler_is_told_and_the_store_stays(tmp_path):
    """Where nobody answers the run ends with what to do, and the last good version is kept."""
    pytest.importorskip("distributed", reason="Dask is not installed")
    store = open_store(tmp_path / "store", create=True)
    ingest([write_jsonl(tmp_path / "news.jsonl", [article(0)])], store)
    before = store.version

    with pytest.raises(EngineError, match=r"no scheduler answers .*Start it in the environment of Newsbook"):
        annotate(store, SIMPLE, engine=NOWHERE)
    assert (open_store(store.path).version, annotate(store, SIMPLE).annotated) == (before, 1)


def test_a_scheduler_without_workers_is_told():
    """A run does not wait for ever for a first worker."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    options = {"protocol": "tcp://", "host": "127.0.0.1", "port": 0, "dashboard_address": "127.0.0.1:0"}
    scheduler = {"cls": distributed.Scheduler, "options": options}
    with distributed.SpecCluster(workers={}, scheduler=scheduler) as empty:
        alone = Cluster("dask://alone", empty.scheduler_address, timeout=1)
        with pytest.raises(EngineError, match="the scheduler has no worker after 1 seconds"):
            list(map_on_cluster(sum, [[1]], alone, installed=installed))


def test_without_dask_the_message_says_what_to_install(monkeypatch):
    """Dask is imported only where a cluster is asked for."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(EngineError, match=r"Dask is not installed\. Install it here and on every worker"):
        list(map_on_cluster(sum, [[1]], NOWHERE, installed=installed))


@pytest.mark.cluster
def test_a_killed_worker_loses_nothing(tmp_path):
    """A worker that is killed in the middle of a batch is replaced, and each batch is there once."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    with distributed.LocalCluster(
        2, threads_per_worker=1, protocol="tcp://", host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
    ) as local:
        two = Cluster("dask://two", local.scheduler_address, timeout=60)
        batches = [[number] for number in range(12)]
        found = list(map_on_cluster(partial(_dies_once, tmp_path), batches, two, installed=installed))

    assert (found, len(list(tmp_path.iterdir()))) == ([[n, n] for n in range(12)], 1)


def _dies_once(folder: Path, batch: list[int]) -> list[int]:
    """Kill the worker process at the sixth batch, when it is computed for the first time."""
    if batch == [5]:
        mark = folder / "died"
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return batch * 2
