"""A published page as a PDF, printed by the Chromium that is installed.

The page has rules for paper: evidence unfolds, tables repeat their headings,
links show their address. The PDF is derived from the page and holds the time of
printing, so no manifest has its digest; `newsbook verify` checks the page.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from analysis.errors import BriefingError

NAME: Final = "briefing.pdf"
_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS: Final = 180


def find_chromium(briefing: str) -> str:
    """Find the Chromium that prints.

    Raises:
        BriefingError: none is installed; says what to install.
    """
    found = next((path for name in _CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        todo = "Install Chromium (apt-get install chromium), or leave out --pdf and print the page from a browser."
        raise BriefingError(briefing, f"--pdf needs Chromium, and none of {', '.join(_CHROMIUM)} is here.", todo=todo)
    return found


def print_pdf(briefing: str, page: Path) -> Path:
    """Print `page` as `briefing.pdf` beside it; returns its path.

    Args:
        briefing: name for the message.
        page: a `briefing.html`.

    Raises:
        BriefingError: no Chromium is installed, or it printed nothing.
    """
    chromium, target = find_chromium(briefing), page.with_name(NAME)
    with tempfile.TemporaryDirectory(prefix="newsbook-pdf-") as scratch:
        made = Path(scratch) / NAME
        command = [chromium, "--headless", "--disable-gpu", f"--user-data-dir={scratch}/profile"]
        # Chromium's sandbox refuses to start for root, as in a container; the page's policy allows no request.
        command += ["--no-sandbox"] if os.geteuid() == 0 else []
        command += ["--no-pdf-header-footer", f"--print-to-pdf={made}", page.resolve().as_uri()]
        try:
            told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS).stderr  # noqa: S603
        except subprocess.TimeoutExpired:
            told = f"no answer in {_SECONDS} seconds"
        if not made.exists():
            last = (told.strip().splitlines() or ["it said nothing"])[-1]
            raise BriefingError(briefing, f"{chromium} printed no PDF of {page}: {last[:200]}.")
        shutil.copyfile(made, target)
    return target
