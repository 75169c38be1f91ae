"""The documents are checked like code: their examples run, their links resolve."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(ROOT.glob("*.md"))
_LINK = re.compile(r"\]\((?!https?://)(?P<target>[^)\s]+)\)")
_COMMAND = re.compile(r"newsbook (?P<name>[a-z]+)\b(?! is\b)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^make (?P<name>[a-z-]+)", re.MULTILINE)
_QUOTED_TARGET = re.compile(r"`make (?P<name>[a-z-]+)")


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_resolve(document):
    """Every relative link of a document leads to a file, and to a heading in it."""
    broken = []
    for match in _LINK.finditer(document.read_text(encoding="utf-8")):
        name, _, anchor = match["target"].partition("#")
        target = document.parent / name if name else document
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in _anchors(target)):
            broken.append(match["target"])

    assert broken == []


def test_examples_in_the_readme_run():
    """What the README shows at a Python prompt is what the package answers."""
    failed, run = doctest.testfile(str(ROOT / "README.md"), module_relative=False)

    assert (failed, run > 0) == (0, True)


def test_commands_in_the_documents_exist():
    """Every `newsbook NAME` in a document is a command."""
    from typer.main import get_command

    from analysis.cli import app

    known = set(get_command(app).commands)
    named = {m["name"] for path in DOCUMENTS for m in _COMMAND.finditer(path.read_text(encoding="utf-8"))}

    assert named - known == set()


def test_targets_in_the_documents_exist():
    """Every `make NAME` in a document is a target, and `make help` lists each target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    blocks = [block for text in texts for block in _FENCE.findall(text)]
    named = {m["name"] for block in blocks for m in _TARGET.finditer(block)}
    named |= {m["name"] for text in texts for m in _QUOTED_TARGET.finditer(text)}

    assert named - targets == set()


def test_no_document_points_at_a_machine():
    """No document or module names an absolute home or work folder."""
    home = re.compile(r"(?<![\w.])/(?:root|home|work|tmp)/")
    paths = [*DOCUMENTS, *sorted((ROOT / "analysis").rglob("*.py")), *sorted((ROOT / "docs").glob("*.md"))]
    found = [path.name for path in paths if home.search(path.read_text(encoding="utf-8"))]

    assert found == []
