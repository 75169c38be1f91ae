"""METHODOLOGY.md on the page, so that a report explains itself without the checkout.

A reader may open the one file months later, with nothing beside it. So the page
carries the method as it was when the report was made, a fold a subject, and the
words on the page link into it. Our own text, yet it is escaped like any other.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

import mistune
from markupsafe import Markup
from mistune.util import escape

from analysis.briefing.html import Fragment, render_part
from analysis.config import METHODOLOGY

PREFIX: Final = "how-"  # of every id made here, so that none meets an id of the page

_SUBJECT = re.compile(r"^##[ ](?P<title>[^\n]+)$", re.MULTILINE)
_NOT_IN_ANCHOR = re.compile(r"[^a-z0-9]+")


def anchor(title: str) -> str:
    """Give the id that a heading of the method has on the page.

    >>> anchor("Claims and pledges")
    'how-claims-and-pledges'
    """
    return PREFIX + _NOT_IN_ANCHOR.sub("-", title.lower()).strip("-")


class _OnThePage(mistune.HTMLRenderer):
    """HTML that fits under a heading of the page: no address outside it, no raw HTML."""

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Begin below the fold of the subject, which stands under an h3."""
        return f"<h{level + 1}>{text}</h{level + 1}>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Lead on within the method; name the files of the checkout, which are not in the page."""
        return f'<a href="#{PREFIX}{escape(url[1:])}">{text}</a>' if url.startswith("#") else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Give the words of a picture: nothing is fetched."""
        return escape(text)

    def table(self, text: str) -> str:
        """Let a wide table scroll by itself, by keyboard too, so that the page does not."""
        return f'<div class="scroll" tabindex="0" role="group" aria-label="Table">\n<table>\n{text}</table>\n</div>\n'

    def block_code(self, code: str, info: str | None = None) -> str:
        """Make a command focusable, because a narrow screen scrolls it."""
        return f'<pre tabindex="0"><code>{escape(code)}</code></pre>\n'


def subjects(text: str) -> Iterator[tuple[str, Markup]]:
    r"""Split the method into its subjects.

    Yields:
        The title of each heading of the second level, and what stands under it
        as HTML; what stands before the first is left out.

    >>> list(subjects("# All\n\nIntro.\n\n## Amounts\n\nRead *once*.\n"))
    [('Amounts', Markup('<p>Read <em>once</em>.</p>\n'))]
    >>> list(subjects("No heading."))
    []
    """
    to_html = mistune.create_markdown(renderer=_OnThePage(escape=True), plugins=["table"])
    heads = list(_SUBJECT.finditer(text))
    for head, after in zip_longest(heads, heads[1:]):
        under = text[head.end() : after.start() if after else None]
        yield head["title"].strip(), Markup(to_html(under))  # noqa: S704 (escaped by the renderer)


def show_methodology(path: Path = METHODOLOGY) -> Fragment:
    """Show the method in full, a fold a subject; nothing where the file is not installed."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return render_part("methodology", subjects=[(title, anchor(title), body) for title, body in subjects(text)])
