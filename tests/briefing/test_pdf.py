"""The page on paper: printed where Chromium is, and a clear word where it is not."""

import shutil
import subprocess

import pytest

from analysis.briefing.pdf import find_chromium, print_pdf
from analysis.errors import BriefingError
from tests.briefing.editions import MILLION, article, claim, edition, pledge
from tests.briefing.pages import page_of

ROWS = 60


def test_without_chromium_it_says_what_to_install(monkeypatch, tmp_path):
    """Nothing is rendered for a PDF that cannot be printed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BriefingError) as caught:
        find_chromium("weekly")

    assert "--pdf needs Chromium" in str(caught.value)
    assert "apt-get install chromium" in str(caught.value)


def long_week():
    """Make a week with more pledges than a sheet holds, each with a first and a last word of its own."""
    rows, made, pledges = [], [], []
    for n in range(1, ROWS + 1):
        sentence = f"First{n} in a long sentence about wells, roads and clinics Oslo gives {n} euros to Kyiv last{n}."
        rows.append(article(n, "2025-10-07"))
        made.append(claim(n, f"a{n}", sentence, f"{n} euros", purpose=f"top{n} for wells and bottom{n}"))
        pledges.append(pledge(n, [made[-1]], "2025-10-07", best_converted=n * MILLION))
    return edition(articles=rows, claims=made, pledges=pledges)


@pytest.mark.browser
def test_no_row_is_cut_by_the_end_of_a_sheet(tmp_path):
    """The first and the last word of a row, and of its sentence, stand on one sheet; evidence is printed unfolded."""
    reader = shutil.which("pdftotext")
    if reader is None or not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("Chromium and pdftotext are needed: apt-get install chromium poppler-utils")
    page = tmp_path / "briefing.html"
    page.write_text(page_of(long_week()), encoding="utf-8")
    printed = print_pdf("weekly", page)
    text = subprocess.run([reader, str(printed), "-"], capture_output=True, text=True, check=True).stdout
    sheets = [set(sheet.replace(".", " ").split()) for sheet in text.split("\f")]
    pairs = [(f"{a}{n}", f"{b}{n}") for n in range(1, ROWS + 1) for a, b in (("top", "bottom"), ("First", "last"))]

    assert [pair for pair in pairs if not any(set(pair) <= sheet for sheet in sheets)] == []
    assert len(sheets) > 5
