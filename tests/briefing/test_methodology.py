"""The method that the page carries."""

import json
import re

from analysis.briefing.methodology import show_methodology, subjects
from analysis.config import METHODOLOGY, NOTEBOOKS


def test_every_link_of_the_briefing_leads_into_the_method():
    """A subject that is renamed in METHODOLOGY.md may not leave a dead link on the page."""
    cells = json.loads((NOTEBOOKS / "briefing.ipynb").read_text(encoding="utf-8"))["cells"]
    linked = re.findall(r"\]\(#(how-[^)]*)\)", "\n".join("".join(cell["source"]) for cell in cells))
    there = re.findall(r'id="(how-[^"]*)"', show_methodology().html)

    assert linked
    assert set(linked) - set(there) == set()


def test_ids_are_unique():
    """Each id of the method is there once."""
    ids = re.findall(r'id="([^"]*)"', show_methodology().html)

    assert len(ids) == len(set(ids))


def test_nothing_leaves_the_page():
    """Addresses, files and raw HTML of the text become words."""
    text = "# M\n\n## A\n\n[out](https://example.org) ![pic](x.png) <script>x</script> [in](#b)\n"
    ((_, html),) = subjects(text)

    assert "example.org" not in html
    assert "<script" not in html
    assert "<img" not in html
    assert '<a href="#how-b">in</a>' in html


def test_a_missing_method_is_left_out(tmp_path):
    """An installed wheel has no METHODOLOGY.md; its page says nothing of it."""
    assert show_methodology(tmp_path / "METHODOLOGY.md").html.strip() == ""


def test_whole_text_is_there():
    """No subject of METHODOLOGY.md is lost."""
    heads = re.findall(r"^## (.+)$", METHODOLOGY.read_text(encoding="utf-8"), re.MULTILINE)

    assert re.findall(r"<summary>(.*?)</summary>", show_methodology().html) == heads
