"""Render a report again, and name every difference.

First the files are compared with the manifest's digests: a file that was
changed after publication is named. Then what the report was rendered from is
compared with what is here now: corpus, notebook, packages, watchlist. Then the
report is rendered again into a private folder, from the store version and the
parameters of its manifest, and the two are compared file by file.
"""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from analysis.briefing.manifest import (
    accuracy_digest,
    corrections_digest,
    digest_file,
    digest_folder,
    lock_digest,
    methodology_digest,
    read_manifest,
)
from analysis.briefing.periods import Period
from analysis.briefing.run import Job, render_into, store_digest
from analysis.briefing.standing import find_briefing
from analysis.briefing.versions import rules_version
from analysis.corpus.store import open_store
from analysis.errors import BriefingError, NewsbookError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `differences` is empty where the report holds."""

    report: Path
    files: int
    differences: tuple[str, ...]
    notes: tuple[str, ...]  # what has changed since without changing a byte


def verify_report(report: Path, *, store: Path) -> Verdict:
    """Check a published report against its manifest, and against a second rendering.

    Args:
        report: its folder, or a file in it.
        store: the store it was rendered from.

    Raises:
        BriefingError: `report` is no report.
    """
    folder = (report if report.is_dir() else report.parent).resolve()
    manifest = read_manifest(folder)
    tampered = _tampered(folder, manifest)
    changed = _changed(manifest, folder, store)
    try:
        rendered = _rendered_again(folder, manifest, store)
    except NewsbookError as error:
        rendered = [f"it cannot be rendered again: {error}"]
    differences = [*tampered, *rendered]
    # What has changed explains a difference; without a difference it is only worth a note.
    return Verdict(
        report=folder,
        files=len(manifest["files"]),
        differences=tuple([*differences, *changed] if differences else []),
        notes=() if differences else tuple(changed),
    )


def _tampered(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """Compare the files of a report with the digests of its manifest."""
    stated, found = manifest["files"], digest_folder(folder)
    faults = [
        f"{name} was changed after it was published" for name in stated if found.get(name, stated[name]) != stated[name]
    ]
    faults += [f"{name} is missing" for name in stated if name not in found]
    return faults + [f"{name} was added after it was published" for name in found if name not in stated]


def _changed(manifest: dict[str, Any], folder: Path, store: Path) -> list[str]:
    """Compare what a report was rendered from with what is here now."""
    made_from = manifest["rendered_from"]
    found = []
    try:
        corpus = store_digest(open_store(store, version=made_from["store_version"]))
        if corpus != made_from["corpus"]:
            found.append(f"the store's version {made_from['store_version']} holds other articles than it did")
    except NewsbookError as error:
        found.append(str(error))
    if made_from.get("rules", rules_version()) != rules_version():
        found.append("the rules that read articles, or the register, are others than they were")
    if made_from["lock"] != lock_digest():
        found.append("the packages of the lock are others than they were")
    if made_from["corrections"] != corrections_digest():
        found.append("corrections were added or changed since")
    if made_from.get("accuracy", accuracy_digest()) != accuracy_digest():
        found.append("the accuracy card was measured again since")
    if made_from.get("methodology", methodology_digest()) != methodology_digest():
        found.append("METHODOLOGY.md was changed since")
    notebook = _notebook(manifest)
    if notebook is None or digest_file(notebook) != made_from["notebook"]:
        found.append("the notebook was changed since")
    watchlist = made_from["parameters"].get("watchlist")
    if watchlist and not (Path(watchlist).exists() and digest_file(Path(watchlist)) == made_from["watchlist"]):
        found.append(f"the watchlist {watchlist} was changed since")
    previous = made_from["previous"]
    if previous and _files_of(folder.parent / previous["report"]) != previous["manifest"]:
        found.append(f"the previous report {previous['report']} was changed since")
    return found


def _notebook(manifest: dict[str, Any]) -> Path | None:
    try:
        path = find_briefing(manifest["briefing"]).notebook
    except NewsbookError:
        return None
    return path if path.exists() else None


def _files_of(report: Path) -> dict[str, str] | None:
    try:
        return dict(read_manifest(report)["files"])
    except BriefingError:
        return None


def _rendered_again(folder: Path, manifest: dict[str, Any], store: Path) -> list[str]:
    """Render the report of a manifest into a private folder, and compare."""
    made_from, span = manifest["rendered_from"], manifest["period"]
    previous = made_from["previous"]
    with tempfile.TemporaryDirectory(prefix="newsbook-verify-") as scratch:
        job = Job(
            briefing=find_briefing(manifest["briefing"]),
            period=Period(date.fromisoformat(span["start"]), date.fromisoformat(span["end"]), span["kind"]),
            store=store,
            reports=Path(scratch) / "reports",
            store_version=made_from["store_version"],
            given=made_from["parameters"],
        )
        if previous and (folder.parent / previous["report"]).is_dir():
            shutil.copytree(folder.parent / previous["report"], job.place.with_name(previous["report"]))
        again = Path(scratch) / "again"
        again.mkdir()
        render_into(again, job)
        stated, found = manifest["files"], digest_folder(again)
    return [
        f"{name} comes out otherwise when it is rendered again"
        for name in sorted(stated.keys() | found.keys())
        if stated.get(name) != found.get(name)
    ]
