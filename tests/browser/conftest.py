"""A page in Chromium, and what it said and asked for while it was open."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.briefing.hostile import hostile_edition
from tests.briefing.pages import page_of
from tests.briefing.week import week_edition

CHROMIUM = next((path for path in ("chromium", "chromium-browser", "google-chrome") if shutil.which(path)), None)


@dataclass
class Watched:
    """A page, its console, and its requests."""

    page: object
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser():
    """Chromium, or a skip that says it is missing."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> dict[str, Path]:
    """Two rendered pages: a week of news, and a week of hostile text."""
    folder = tmp_path_factory.mktemp("report")
    found = {}
    for name, edition in (("week", week_edition()), ("hostile", hostile_edition())):
        found[name] = folder / f"{name}.html"
        found[name].write_text(page_of(edition), encoding="utf-8")
    (folder / "tables").mkdir()
    (folder / "tables" / "pledges.csv").write_text("pledge_id\n", encoding="utf-8")
    return found


@pytest.fixture
def opened(browser, pages):
    """Open one of the pages, in a size and a colour scheme."""
    contexts = []

    def open_page(name="week", *, width=1200, scheme="light", scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.on("console", lambda message: watched.console.append(message.text))
        watched.page.on("pageerror", lambda error: watched.console.append(str(error)))
        watched.page.on("dialog", lambda dialog: watched.console.append("dialog"))
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.goto(pages[name].as_uri())
        return watched

    yield open_page
    for context in contexts:
        context.close()
