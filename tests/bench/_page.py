"""The page of benchmarks: each script writes its own section and leaves the others."""

import re
from pathlib import Path

LAST = "Repeat it"  # how to run everything stands at the end
_HEADING = re.compile(r"^## (?P<title>.+)\n", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """Give the sections of a page by title; what stands above the first has the title ""."""
    found = ["", *_HEADING.split(text)]
    return dict(zip(found[::2], found[1::2], strict=True))


def put_sections(page: Path, text: str) -> None:
    """Write the sections of `text` over those of their titles; others stay, the last stays last."""
    old = sections(page.read_text(encoding="utf-8")) if page.exists() else {}
    merged = old | sections(text)
    order = [title for title in merged if title != LAST] + [title for title in merged if title == LAST]
    parts = [f"## {title}\n{merged[title]}" if title else merged[title] for title in order]
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("\n".join(part.strip("\n") + "\n" for part in parts if part.strip()), encoding="utf-8")


def put_section(page: Path, title: str, words: str) -> None:
    """Write one section; what stands above the first stays."""
    old = sections(page.read_text(encoding="utf-8")) if page.exists() else {}
    put_sections(page, f"{old.get('', '# Benchmarks')}\n## {title}\n\n{words.strip()}\n")
