"""What a report was made of, and the digests of its files.

`manifest.json` has two parts. `rendered_from` decides the bytes: the store
version and its digest, the parameters, the rules that annotated, the packages
of the lock, the notebook. `made_by` is told for the record: the commit and the
Python version. A later commit that changes neither rules, packages nor outputs
leaves a report verifiable, so the commit is in the manifest and not on the page.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.pdf import NAME as PDF
from analysis.config import CORRECTIONS, METHODOLOGY, REFERENCE, ROOT
from analysis.errors import BriefingError

if TYPE_CHECKING:
    from analysis.briefing.edition import Edition  # which a run that only reads manifests need not load

NAME = "manifest.json"
LOCK = ROOT / "requirements.txt"
ACCURACY, OUTSIDE = REFERENCE / "accuracy.toml", REFERENCE / "accuracy_outside.toml"
# What a manifest has to hold, by its part; "" is the whole.
_NEEDED = {
    "": ("briefing", "title", "period", "rendered_from", "files"),
    "period": ("kind", "start", "end"),
    "rendered_from": (
        "store_version",
        "corpus",
        "parameters",
        "notebook",
        "watchlist",
        "previous",
        "corrections",
        "lock",
    ),
}
_SHOWN = 12  # digits of a digest that a reader compares by eye


def digest_bytes(content: bytes) -> str:
    """Digest content, as every manifest states it."""
    return hashlib.sha256(content).hexdigest()


def digest_file(path: Path) -> str:
    """Digest the bytes of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def corpus_digest(article_ids: Iterable[str]) -> str:
    """Digest a corpus by the ids of its articles, which are digests of what they say.

    >>> corpus_digest(["b", "a"]) == corpus_digest(["a", "b"])
    True
    """
    return digest_bytes("\n".join(sorted(article_ids)).encode())


def digest_folder(folder: Path) -> dict[str, str]:
    """Digest every file under a report's folder but the manifest and what is printed from it, by its path there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): digest_file(path) for path in files}
    return {name: digest for name, digest in found.items() if name not in (NAME, PDF)}


def packages() -> dict[str, str]:
    """List the packages of the lock, with the version installed here.

    Without a lock, as in an installed wheel, there are none to name.
    """
    if not LOCK.exists():
        return {}
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    pinned = (line.split(" ")[0] for line in lines if "==" in line and line[:1].isalnum())
    return dict(sorted(pin.split("==", 1) for pin in pinned))


def lock_digest() -> str:
    """Digest the lock, or say that there is none."""
    return digest_file(LOCK) if LOCK.exists() else "none"


def corrections_digest() -> str:
    """Digest the corrections that are replayed on every run, or say that there are none."""
    return digest_file(CORRECTIONS) if CORRECTIONS.exists() else "none"


def accuracy_digest() -> str:
    """Digest what the accuracy card shows."""
    return digest_bytes(b"".join(path.read_bytes() for path in (ACCURACY, OUTSIDE) if path.exists()))


def methodology_digest() -> str:
    """Digest the method that the page carries, or say that there is none."""
    return digest_file(METHODOLOGY) if METHODOLOGY.exists() else "none"


def commit() -> str:
    """Name the commit of the checkout, or `unknown` outside git."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "HEAD"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=10)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return "unknown"
    return answer.stdout.strip() if answer.returncode == 0 and answer.stdout.strip() else "unknown"


def made_by() -> dict[str, str]:
    """Name what made the report, for the record: another commit, other code may give the same bytes."""
    return {"commit": commit(), "code": code_digest(), "python": f"{sys.version_info.major}.{sys.version_info.minor}"}


def code_digest() -> str:
    """Digest the package and the reference tables, as far as they can decide a byte of a report."""
    digest = hashlib.sha256()
    for folder in (ROOT / "analysis", REFERENCE):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            digest.update(f"{path.relative_to(ROOT).as_posix()} {digest_file(path)}\n".encode())
    return digest.hexdigest()


def page_facts(edition: "Edition") -> list[tuple[str, str]]:
    """List what the page says of its own making, as (term, words).

    Everything here is decided by the store version, the parameters and the
    lock. The tables written so far are named with their digests; those of the
    page itself and of the executed notebook can only be in `manifest.json`.
    """
    parameters = edition.parameters
    watched = f", watchlist {digest_file(parameters.watchlist)[:_SHOWN]}" if parameters.watchlist else ""
    asked = (
        f"start {parameters.start.isoformat()}, end {parameters.end.isoformat()} (both inside), "
        f"currency {parameters.currency}, top {parameters.top}, sentiment {parameters.sentiment}{watched}"
    )
    return [
        ("Newsbook", version("newsbook")),
        ("Store version", str(edition.store_version)),
        ("Articles known", f"{len(edition.archive):,}, digest {corpus_digest(edition.archive['article_id'])[:_SHOWN]}"),
        ("Parameters", asked),
        ("Packages", f"{len(packages())} pinned, digest {lock_digest()[:_SHOWN]}"),
        ("Corrections", f"digest {corrections_digest()[:_SHOWN]}"),
        ("Method", f"digest {methodology_digest()[:_SHOWN]}"),
        *[(name, f"digest {digest[:_SHOWN]}") for name, digest in _written(parameters.tables).items()],
        ("This page", "its digest, in full like the others, and the commit are in manifest.json beside it"),
        ("Check it", "“newsbook verify” with the folder of this page renders it again and names every difference"),
    ]


def _written(folder: Path | None) -> dict[str, str]:
    """Digest the tables that a run has written, by the path they will have in the report."""
    if folder is None or not folder.is_dir():
        return {}
    files = {path.name: digest_file(path) for path in sorted(folder.iterdir())}
    return {name if name.endswith(".xlsx") else f"tables/{name}": digest for name, digest in files.items()}


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write `manifest.json` beside the files it names, with their digests."""
    whole = {**facts, "made_by": made_by(), "files": digest_folder(folder)}
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a report.

    Raises:
        BriefingError: there is none, or it is none of ours.
    """
    path = folder / NAME
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        parts = {part: facts[part] if part else facts for part in _NEEDED}
        lacking = [key for part, keys in _NEEDED.items() for key in keys if key not in parts[part]]
    except FileNotFoundError:
        todo = "Name the folder of a report, such as reports/weekly/2025-W41."
        raise BriefingError(folder.name, f"{folder} holds no {NAME}.", todo=todo) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BriefingError(folder.name, f"{path} is no manifest of a report: {error!r}.") from error
    if lacking:
        raise BriefingError(folder.name, f"{path} is no manifest of a report: it lacks {lacking}.")
    return dict(facts)
