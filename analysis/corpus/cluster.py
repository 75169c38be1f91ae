"""Run a pure function over batches on a Dask cluster: the other engine of `analysis.corpus.workers`.

Results come in the order of the batches and only a few batches are under way,
as with processes of this machine. They are written by the one process that
holds the store, so a batch that is computed twice, because its worker died, is
stored once, and workers need no access to the store's folder.
"""

import logging
import tomllib
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from analysis.errors import EngineError, NewsbookError, nearest

Batch = TypeVar("Batch")
Result = TypeVar("Result")

LOCAL: Final = "local"
_SCHEME: Final = "dask://"
_FORMS: Final = "Expected `local`, `dask://HOST:PORT` or the path of a cluster file (TOML)."
_KEYS: Final = ("scheduler", "scheduler_file", "timeout", "tls")
_TLS: Final = ("ca", "certificate", "key")
_SAME: Final = ("python", "dask", "distributed", "pyarrow")  # versions that tasks and tables travel between
_START: Final = "Start it in the environment of Newsbook: `dask scheduler`, and `dask worker HOST:PORT --nthreads 1`."


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask scheduler and how to reach it."""

    name: str  # as it was asked for
    scheduler: str = ""  # tcp://HOST:PORT, or tls:// with the three files below
    scheduler_file: str = ""  # what `dask scheduler --scheduler-file` wrote, in place of an address
    timeout: float = 30.0  # seconds to wait for the scheduler, and for a first worker
    ca: str = ""
    certificate: str = ""
    key: str = ""


def read_engine(asked: str) -> Cluster | None:
    """Read what `--engine` names; None is this machine's own processes.

    Args:
        asked: `local`, `dask://HOST:PORT`, or the path of a TOML file with
            `scheduler = "HOST:PORT"` or `scheduler_file`, and perhaps
            `timeout` (seconds) and a table `[tls]` of the paths `ca`,
            `certificate` and `key`. Paths are relative to the file.

    Raises:
        EngineError: it is none of these, or the file has faults; all are listed.

    >>> read_engine("local") is None
    True
    >>> read_engine("dask://127.0.0.1:8786").scheduler
    'tcp://127.0.0.1:8786'
    """
    if asked == LOCAL:
        return None
    if asked.startswith(_SCHEME):
        place = asked.removeprefix(_SCHEME)
        if not _is_place(place):
            raise EngineError(asked, f"`{place}` is no HOST:PORT.", todo=_FORMS)
        return Cluster(asked, f"tcp://{place}")
    path = Path(asked)
    if not path.is_file():
        raise EngineError(asked, "there is no such file.", todo=_FORMS)
    try:
        return _from_file(asked, tomllib.loads(path.read_text(encoding="utf-8")), path.parent)
    except (OSError, ValueError) as error:  # no TOML, or no text
        raise EngineError(asked, f"it cannot be read: {error}.", todo=_FORMS) from error


def _is_place(place: object) -> bool:
    host, _, port = str(place).rpartition(":")
    return bool(host) and port.isdecimal()


def _from_file(asked: str, settings: dict[str, Any], folder: Path) -> Cluster:
    tls = settings.get("tls", {})
    faults = [*_unknown(settings, _KEYS), *(_unknown(tls, _TLS) if isinstance(tls, dict) else ["`tls` is no table"])]
    place, file = settings.get("scheduler", ""), settings.get("scheduler_file", "")
    if bool(place) == bool(file):
        faults.append("it needs `scheduler` or `scheduler_file`, one of them")
    if place and not _is_place(place):
        faults.append(f"scheduler `{place}` is no HOST:PORT")
    timeout = settings.get("timeout", Cluster.__dataclass_fields__["timeout"].default)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or timeout <= 0:
        faults.append(f"timeout `{timeout}` is no number of seconds")
    if isinstance(tls, dict) and tls and set(tls) != set(_TLS):
        faults.append(f"[tls] needs {', '.join(_TLS)}")
    if faults:
        raise EngineError(asked, f"{'; '.join(faults)}.")
    files = {name: str(folder / tls[name]) for name in tls}
    scheme = "tls" if tls else "tcp"
    return Cluster(asked, f"{scheme}://{place}" if place else "", str(folder / file) if file else "", timeout, **files)


def _unknown(settings: dict[str, Any], known: tuple[str, ...]) -> list[str]:
    found = [(name, nearest(name, known)) for name in settings if name not in known]
    return [f"`{name}` is no setting{f', did you mean `{near}`?' if near else ''}" for name, near in found]


def map_on_cluster(
    function: Callable[[Batch], Result],
    batches: Iterable[Batch],
    cluster: Cluster,
    *,
    installed: Callable[[], str],
    notify: Callable[[str], None] | None = None,
) -> Iterator[Result]:
    """Yield `function(batch)` for each batch, in order, computed by the workers of a cluster.

    A worker that dies loses nothing: its batches are computed by others. A
    worker that joins is used.

    Args:
        function: a function of a module, or a `functools.partial` of one.
        batches: made one at a time, a few ahead of the results.
        cluster: where the scheduler is.
        installed: gives the version of the code where it is called; a worker
            has to give what this process gives, or the rows would not be ours.
        notify: told in a sentence who computes.

    Raises:
        EngineError: Dask is not installed here, no scheduler or worker answers,
            versions differ, or the cluster is lost.
    """
    with _connected(cluster) as client:
        threads = _threads(client, cluster)
        _check_versions(client, cluster)
        if notify:
            notify(f"annotating on {len(threads)} workers, {sum(threads.values())} threads, of {cluster.name}")
        under_way: deque[Any] = deque()
        expected = installed()
        try:
            for batch in batches:
                under_way.append(client.submit(_call, function, batch, installed, expected, pure=False))
                if len(under_way) > 2 * sum(client.nthreads().values()):
                    yield _result(under_way.popleft(), cluster)
            while under_way:
                yield _result(under_way.popleft(), cluster)
        finally:
            client.cancel(list(under_way))


def _connected(cluster: Cluster) -> Any:
    """Connect to the scheduler of a cluster."""
    try:
        # Dask takes half a second to import, which only those who ask for a cluster pay.
        from distributed import Client  # noqa: PLC0415
        from distributed.security import Security  # noqa: PLC0415
    except ImportError as error:
        todo = "Install it here and on every worker: `pip install distributed`, in the version of requirements.txt."
        raise EngineError(cluster.name, "Dask is not installed.", todo=todo) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it logs, our errors say in a sentence
    security = None
    if cluster.ca:
        security = Security(
            tls_ca_file=cluster.ca, tls_client_cert=cluster.certificate, tls_client_key=cluster.key,
            require_encryption=True,
        )  # fmt: skip
    place = {"scheduler_file": cluster.scheduler_file} if cluster.scheduler_file else {"address": cluster.scheduler}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions that differ: `_check_versions` says which, and stops
            return Client(**place, timeout=cluster.timeout, security=security, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise EngineError(cluster.name, f"no scheduler answers ({error}).", todo=_START) from error


def _threads(client: Any, cluster: Cluster) -> dict[str, int]:
    """Give the threads of each worker, when there is one."""
    try:
        client.wait_for_workers(1, timeout=cluster.timeout)
    except TimeoutError as error:
        what = f"the scheduler has no worker after {cluster.timeout:g} seconds."
        raise EngineError(cluster.name, what, todo=_START) from error
    return dict(client.nthreads())


def _check_versions(client: Any, cluster: Cluster) -> None:
    """Refuse scheduler and workers whose Python, Dask or Arrow is another than ours.

    Raises:
        EngineError: lists every difference.
    """
    told = client.get_versions(packages=["pyarrow"])
    own = _versions(told["client"])
    others = {"scheduler": told["scheduler"], **{f"worker {name}": facts for name, facts in told["workers"].items()}}
    faults = [
        f"{name} of the {who} is {theirs[name]}, here {own[name]}"
        for who, theirs in ((who, _versions(facts)) for who, facts in others.items())
        for name in _SAME
        if theirs[name] != own[name] and not (name == "pyarrow" and who == "scheduler")
    ]
    if faults:
        raise EngineError(cluster.name, f"{'; '.join(faults)}.", todo="Install requirements.txt on all of them.")


def _versions(facts: dict[str, Any]) -> dict[str, str]:
    """Read the versions that matter; of Python the minor version."""
    python = ".".join(str(facts["host"]["python"]).split(".")[:2])
    return {name: python if name == "python" else str(facts["packages"].get(name)) for name in _SAME}


def _result(future: Any, cluster: Cluster) -> Any:
    try:
        return future.result()
    except NewsbookError:
        raise
    except Exception as error:  # the function reports its own faults: what arrives here is the cluster's
        what = f"a batch was lost ({type(error).__name__}: {error})."
        todo = "Nothing was stored. Look at the logs of the scheduler and the workers, and run it again."
        raise EngineError(cluster.name, what, todo=todo) from error
    finally:
        future.release()


# --- in a worker of the cluster ----------------------------------------------------------------


def _call(function: Callable[[Any], Any], batch: Any, installed: Callable[[], str], expected: str) -> Any:
    """Compute one batch, if this worker has the same code as the one who asks."""
    if _here(installed) != expected:
        what = f"a worker has other rules than this machine ({_here(installed)}, here {expected})."
        raise EngineError("dask", what, todo="Install the same version of Newsbook on every worker and start it again.")
    return function(batch)


@cache
def _here(installed: Callable[[], str]) -> str:
    return installed()
