"""Render the sample's last week again, and keep it: the sample report, its tables, its pictures.

    python -m tests.golden.refresh

Writes `reports/sample/` (the report as it is published), `tests/golden/sample/`
(its tables, which a test compares) and, where Chromium is installed,
`docs/images/`. Read the difference before it is committed: it is what a change
of the rules does to a reader.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "reports" / "sample"
GOLDEN = ROOT / "tests" / "golden" / "sample"
IMAGES = ROOT / "docs" / "images"
LAST_DAYS = ("2025-10-05", "2025-10-12")
WEEK = Path("weekly") / "2025-W41"
LOOKS = (
    # name, width, height, colour scheme
    ("light", 1100, 1250, "light"),
    ("dark", 1100, 1250, "dark"),
    ("phone", 390, 844, "light"),
)


def render(folder: Path) -> Path:
    """Ingest the sample, render its last two weeks, and return the folder of the last."""
    places = ["--store", str(folder / "store"), "--reports", str(folder / "reports")]
    weeks = [["brief", "weekly", "--as-of", day] for day in LAST_DAYS]
    for arguments in (["ingest", "data/sample"], *weeks):
        subprocess.run([sys.executable, "-m", "analysis", *arguments, *places], cwd=ROOT, check=True)
    return folder / "reports" / WEEK


def keep(report: Path) -> None:
    """Put the report and its tables where they are kept."""
    for place, source in ((KEPT, report), (GOLDEN, report / "tables")):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(source, place)


def take_pictures(report: Path) -> None:
    """Take the four looks of the page; says so where there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stdout.write("Chromium is not installed; docs/images is left as it was.\n")
        return
    from playwright.sync_api import sync_playwright

    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, width, height, scheme in LOOKS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto((report / "briefing.html").as_uri())
            if name == "light":
                _open_evidence(page)
            page.screenshot(path=IMAGES / f"briefing-{name}.png")
            context.close()
        context = browser.new_context(viewport={"width": 794, "height": 1123})
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto((report / "briefing.html").as_uri())
        page.screenshot(path=IMAGES / "briefing-print.png")
        browser.close()


def _open_evidence(page: object) -> None:
    """Take a second picture: the ledger with the evidence of its first row open."""
    row = page.locator("#pledges details").nth(0)  # type: ignore[attr-defined]
    if row.count():
        ledger = page.locator("#pledges table details summary").first  # type: ignore[attr-defined]
        ledger.click()
        ledger.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 260)")
        page.screenshot(path=IMAGES / "briefing-evidence.png")  # type: ignore[attr-defined]
        page.evaluate("window.scrollTo(0, 0)")  # type: ignore[attr-defined]


def main() -> None:
    """Render, keep, take pictures."""
    with tempfile.TemporaryDirectory() as name:
        report = render(Path(name))
        keep(report)
        take_pictures(report)


if __name__ == "__main__":
    main()
