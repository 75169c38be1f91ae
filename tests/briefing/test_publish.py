"""Publishing in one rename, and keeping what a failed run left."""

import json
import threading

from analysis.briefing import publish as publishing
from analysis.briefing.publish import is_good, keep_failure, locked_reports, publish


def _made(folder, text="new"):
    folder.mkdir(parents=True)
    (folder / "briefing.html").write_text(text)
    (folder / "manifest.json").write_text("{}")
    return folder


def test_first_report_takes_its_place(tmp_path):
    """Where no report is, the folder that was made becomes the report."""
    publish(_made(tmp_path / ".making"), tmp_path / "weekly" / "2025-W41")

    assert ((tmp_path / "weekly/2025-W41/briefing.html").read_text(), (tmp_path / ".making").exists()) == ("new", False)


def test_next_report_replaces_the_old_whole(tmp_path):
    """Nothing of the old report is left beside the new one."""
    place = _made(tmp_path / "weekly" / "2025-W41", "old")
    (place / "stale.csv").write_text("x")
    publish(_made(tmp_path / "weekly" / ".making"), place)

    assert sorted(path.name for path in (tmp_path / "weekly").rglob("*")) == [
        "2025-W41",
        "briefing.html",
        "manifest.json",
    ]


def test_system_without_a_swap_publishes_too(tmp_path, monkeypatch):
    """Where the system cannot swap two folders, two renames do it."""
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    place = _made(tmp_path / "2025-W41", "old")
    publish(_made(tmp_path / ".making"), place)

    assert (sorted(path.name for path in tmp_path.iterdir()), (place / "briefing.html").read_text()) == (
        ["2025-W41"],
        "new",
    )


def test_reader_never_finds_a_half(tmp_path):
    """While reports are published over each other, whoever reads finds a whole one."""
    place = _made(tmp_path / "2025-W41", "0")
    lost, done = [], threading.Event()

    def read():
        while not done.is_set():
            if not is_good(place):
                lost.append("half a report")

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(200):
        publish(_made(tmp_path / ".making", str(number)), place)
    done.set()
    reader.join()

    # A system that cannot swap leaves the place empty for a moment, which is_good says.
    assert lost == [] or not _can_swap(tmp_path)


def _can_swap(folder):
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    return publishing._exchange(one, other)


def test_failure_is_kept_with_its_reason(tmp_path):
    """What a failed run left is moved beside the report, with the reason."""
    made = _made(tmp_path / "weekly" / ".making")
    kept = keep_failure(made, tmp_path / "weekly" / "2025-W41", "cell 3 failed")

    assert (kept, json.loads((kept / "failure.json").read_text()), made.exists()) == (
        tmp_path / "weekly" / ".failed" / "2025-W41",
        {"message": "cell 3 failed"},
        False,
    )


def test_second_failure_replaces_the_first(tmp_path):
    """The evidence of the last failed run is kept, not that of every one."""
    for text in ("first", "second"):
        kept = keep_failure(_made(tmp_path / ".making"), tmp_path / "2025-W41", text)

    assert json.loads((kept / "failure.json").read_text()) == {"message": "second"}


def test_reports_are_locked_to_one_run(tmp_path):
    """A second run waits until the first is done."""
    order = []

    def second():
        with locked_reports(tmp_path):
            order.append("second")

    with locked_reports(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(timeout=0.2)
        order.append("first")
    waiting.join()

    assert order == ["first", "second"]
