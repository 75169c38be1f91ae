"""`reports/index.html` and `reports/feed.xml`: what has been published, and what failed.

Both are made from the folders alone, and hold no wall clock: the same reports
give the same bytes. A period whose last run failed says so beside the report
that is still there.
"""

import json
import uuid
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from analysis.briefing.html import TEMPLATES, clean
from analysis.briefing.manifest import read_manifest
from analysis.briefing.publish import FAILED, FAILURE, is_good

_NAMESPACE = uuid.UUID("b7a0cf6e-3a52-5d0f-9a71-3c9d3c0e1a55")

# The briefing's own palette and typefaces, which its style sheet states before anything else.
_PALETTE = (TEMPLATES / "newsbook" / "style.css").read_text(encoding="utf-8").partition("*, ::before")[0]
_STYLE = """
* { box-sizing: border-box }
body { font: 1.0625rem/1.55 var(--serif); color: var(--ink); background: var(--paper); margin: 0 }
main { max-width: 46rem; margin: 0 auto; padding: 0 1.2rem 4rem }
.kicker { font: .74rem var(--sans); letter-spacing: .1em; text-transform: uppercase; color: var(--soft) }
.kicker { margin: 2.4rem 0 0 }
h1, h2 { line-height: 1.2; font-weight: 600; overflow-wrap: anywhere }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); margin: .15em 0 .6em; letter-spacing: -.012em }
h2 { font-size: 1.25rem; margin: 2.4rem 0 0; padding-top: .7rem; border-top: 2px solid var(--ink) }
h2::first-letter { text-transform: uppercase }
ul { list-style: none; padding: 0; margin: .3rem 0 }
li { padding: .6rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere }
li:first-child a { font-weight: 600 }
a { color: var(--accent); text-underline-offset: .17em; text-decoration-thickness: .06em }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px }
small { display: block; font: .8rem/1.5 var(--sans); color: var(--soft) }
.failed { border-left: 4px solid var(--alert); padding-left: .8rem }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One period of one briefing: its report, its last failure, or both."""

    briefing: str
    period: str
    title: str
    last_day: str
    store_version: int | None
    failure: str

    @property
    def href(self) -> str:
        """Address of the report, from the reports folder."""
        return f"{self.briefing}/{self.period}/briefing.html"


def list_reports(reports: Path) -> list[Entry]:
    """List every published report and every failed run, newest period first."""
    entries = []
    for folder in sorted(path for path in reports.glob("*") if path.is_dir() and not path.name.startswith(".")):
        periods = {path.name for path in folder.iterdir() if is_good(path)}
        periods |= {path.parent.name for path in (folder / FAILED).glob(f"*/{FAILURE}")}
        entries += [_entry(folder, period) for period in sorted(periods, reverse=True)]
    return entries


def _entry(folder: Path, period: str) -> Entry:
    failure = folder / FAILED / period / FAILURE
    message = json.loads(failure.read_text(encoding="utf-8"))["message"] if failure.exists() else ""
    if not is_good(folder / period):
        return Entry(folder.name, period, "", "", None, message)
    facts = read_manifest(folder / period)
    return Entry(
        folder.name, period, facts["title"], facts["period"]["end"], facts["rendered_from"]["store_version"], message
    )


def write_index(reports: Path) -> None:
    """Write `index.html` and `feed.xml` from the folders under `reports`."""
    reports.mkdir(parents=True, exist_ok=True)
    entries = list_reports(reports)
    for name, text in (("index.html", index_page(entries)), ("feed.xml", feed(entries))):
        # Beside and renamed: a reader never gets half a file.
        fresh = reports / f".{name}"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(reports / name)


def index_page(entries: list[Entry]) -> str:
    """Write the page that lists the reports."""
    # Standing briefings first; notebooks that somebody rendered by hand begin with their number.
    names = sorted({entry.briefing for entry in entries}, key=lambda name: (name[:1].isdigit(), name))
    sections = "".join(_section(name, [entry for entry in entries if entry.briefing == name]) for name in names)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<title>Newsbook briefings</title>\n<link rel="alternate" type="application/atom+xml" href="feed.xml">\n'
        f"<style>{_PALETTE}{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        '<p class="kicker">Newsbook</p>\n<h1>Briefings</h1>\n'
        f"{sections or '<p>No briefing has been rendered yet.</p>'}\n</main>\n</body>\n</html>\n"
    )


def _section(name: str, entries: list[Entry]) -> str:
    items = "".join(_item(entry) for entry in entries)
    return f"<section>\n<h2>{escape(clean(name))}</h2>\n<ul>\n{items}</ul>\n</section>\n"


def _item(entry: Entry) -> str:
    said = escape(clean(entry.failure))
    if entry.store_version is None:
        return f'<li class="failed">{escape(entry.period)}: no report, the run failed.<small>{said}</small></li>\n'
    link = f"<a href={quoteattr(entry.href)}>{escape(clean(entry.title))}</a>"
    facts = f"<small>{escape(entry.period)}, store version {entry.store_version}</small>"
    if entry.failure:
        note = f"<small>The last run failed, so this is the report of an earlier one. {said}</small>"
        return f'<li class="failed">{link}{facts}{note}</li>\n'
    return f"<li>{link}{facts}</li>\n"


def feed(entries: list[Entry]) -> str:
    """Write the Atom feed of the published reports, dated by the last day each is about."""
    published = sorted(
        (entry for entry in entries if entry.store_version is not None),
        key=lambda entry: (entry.last_day, entry.briefing),
        reverse=True,
    )
    updated = published[0].last_day if published else "1970-01-01"
    items = "".join(_feed_entry(entry) for entry in published)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>Newsbook briefings</title>\n<id>urn:uuid:{uuid.uuid5(_NAMESPACE, 'feed')}</id>\n"
        f'<updated>{updated}T23:59:59Z</updated>\n<link rel="self" href="feed.xml"/>\n'
        f"<author><name>Newsbook</name></author>\n{items}</feed>\n"
    )


def _feed_entry(entry: Entry) -> str:
    mark = uuid.uuid5(_NAMESPACE, f"{entry.briefing}/{entry.period}")
    return (
        f"<entry><title>{escape(clean(entry.title))}</title><id>urn:uuid:{mark}</id>"
        f"<updated>{entry.last_day}T23:59:59Z</updated><link href={quoteattr(entry.href)}/></entry>\n"
    )
